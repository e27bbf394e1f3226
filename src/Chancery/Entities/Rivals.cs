using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>
/// What "it" and "they" may stand for beside those who act: things ("the plan"), and several who are named together ("Kos and Hruby", "X met Y").
/// Things are no mentions and end with the call; who is named together becomes a group where a pronoun takes them up.
/// </summary>
internal static class Rivals
{
    /// <summary>Nouns of time and measure, which are hardly ever taken up.</summary>
    private static readonly HashSet<string> Measures = ["time", "day", "week", "month", "year", "hour", "minute", "second", "decade", "century", "morning", "afternoon", "evening", "night", "today", "yesterday", "tomorrow", "percent", "percentage", "dollar", "euro", "pound", "mile", "kilometer", "kilometre", "meter", "metre", "moment", "way", "case", "part", "lot", "number"];

    /// <param name="mentions">In text order; rivals are added in theirs.</param>
    /// <param name="taken">Words that are in names, titles and noun phrases of actors.</param>
    public static void Add(IReadOnlyList<Sentence> sentences, TokenMap tokens, List<MentionDraft> mentions, TokenSet taken)
    {
        var byHead = new ByToken<MentionDraft>(tokens);
        foreach (MentionDraft mention in mentions)
            byHead[mention.Head] ??= mention;
        var groups = new List<MentionDraft>();
        foreach (MentionDraft mention in mentions)
        {
            if (byHead[mention.Head] == mention && Together(mention, byHead) is { } parts)
                groups.Add(Group(parts));
        }
        mentions.AddRange(groups);
        foreach (Sentence sentence in sentences)
        {
            foreach (Token token in sentence.Tokens)
            {
                if (token.Upos is Upos.NOUN or Upos.PROPN && !taken.Contains(token) && byHead[token] is null && IsThing(token))
                    mentions.Add(Thing(token));
            }
        }
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    private static bool IsThing(Token noun) =>
        !(noun.Is("compound") || noun.Is("flat") || noun.Is("amod") || noun.Is("fixed") || noun.Is("goeswith") || noun.Deprel is "nmod:desc" or "nmod:unmarked" or "obl:unmarked")
        && noun.Child("cop") is null && char.IsLetter(noun.Text[0]) && !Measures.Contains(noun.Lemma);

    private static MentionDraft Thing(Token noun) => new(noun.Span, MentionKind.Nominal, noun)
    {
        IsThing = true,
        Plural = noun.Xpos is "NNS" or "NNPS",
        Gender = Gender.Neuter,
        Words = [noun.Lemma],
    };

    private static MentionDraft Group(List<MentionDraft> parts) => new(parts[0].Span.Cover(parts[^1].Span), MentionKind.Nominal, parts[0].Head)
    {
        Parts = [.. parts],
        Plural = true,
        IsPerson = parts.TrueForAll(p => p.IsPerson),
        Type = parts.TrueForAll(p => p.Type == parts[0].Type) ? parts[0].Type : NameType.Other,
    };

    /// <summary>The mention with those joined to it, or with whom it meets; null where it stands alone.</summary>
    private static List<MentionDraft>? Together(MentionDraft first, ByToken<MentionDraft> byHead)
    {
        List<MentionDraft>? parts = null;
        foreach (Token child in first.Head.Children)
        {
            if (child.Is("conj") && child.Child("cc")?.IsLemma("or") != true && byHead[child] is { } joined)
                (parts ??= [first]).Add(joined);
        }
        if (parts is null && first.Head is { Head: { Upos: Upos.VERB } verb } && first.Head.Is("nsubj") && first.Plural != true)
        {
            foreach (Token child in verb.Children)
            {
                if (child.Index > verb.Index && ((child.Is("obj") && verb.Lemma == "meet") || (child.Is("obl") && child.Child("case")?.Text == "with"))
                    && byHead[child] is { } other && other.IsPerson == first.IsPerson)
                {
                    return [first, other];
                }
            }
        }
        return parts;
    }
}
