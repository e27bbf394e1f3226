using System.Collections.Immutable;
using Chancery.Events;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Commitments;

/// <summary>Finds the words that make a commitment, what is to be done, by whom and to whom.</summary>
internal sealed class DraftFinder(CommitmentWords words, ActorFinder actors)
{
    private static readonly string[] Giving = ["give", "deliver", "send", "provide", "supply", "lend", "grant", "transfer", "hand", "donate", "ship", "return", "pay"];

    private static readonly string[] Conditional = ["if", "unless", "provided", "providing", "once", "until"];

    public IEnumerable<Draft> Find(Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (Refusal(token) is { } refusal)
                yield return refusal;
            if (Ultimatum(token) is { } ultimatum)
                yield return ultimatum;
            if (Due(token) is { } due)
                yield return due;
            if (words.Of(token) is not { } word || IsDenied(token) || Deed(token, word) is not { } deed || (word.Kind != CommitmentKind.Demand && IsView(deed)))
                continue;
            // "expected to meet", "set to visit": without a subject who expects, it is an appointment.
            CommitmentWord? passive = Clauses.IsPassive(token) && Clauses.ByPhrase(token) is null && token.Lemma is "expect" or "schedule" or "slate" or "set" or "bind" or "plan" ? word with { Kind = CommitmentKind.Scheduled } : null;
            CommitmentKind kind = (passive ?? word).Kind;
            var draft = new Draft(kind, token, deed) { Rule = "commitments." + kind.ToString().ToLowerInvariant() };
            draft.By = By(token, deed, kind);
            // "wants Athens to pay" demands, "wants to pay" does not.
            if (token.Lemma is "want" or "expect" && kind == CommitmentKind.Demand && deed.Child("nsubj") is null && token.Child("obj") is null && token.Child("iobj") is null)
                continue;
            foreach (string place in word.Toward)
            {
                foreach (Token phrase in Toward(token, place, deed))
                {
                    foreach (Filler filler in actors.Resolve(phrase))
                    {
                        if (draft.By is not { } by || !ReferenceEquals(by.Entity, filler.Entity))
                            draft.Toward.Add(filler);
                    }
                }
                if (draft.Toward.Count > 0)
                    break;
            }
            // "to deliver six boats to Ukraine": who is to get it is owed it.
            if (draft.Toward.Count == 0 && (kind is CommitmentKind.Pledge or CommitmentKind.Offer) && Giving.Contains(deed.Lemma))
            {
                foreach (Token getter in deed.Subtree().Where(t => Clauses.Preposition(t, "to") && (ReferenceEquals(t.Head, deed) || t.Head is { } thing && ReferenceEquals(thing.Head, deed))))
                    draft.Toward.AddRange(actors.Resolve(getter, strict: true).Where(f => draft.By is not { } by || !ReferenceEquals(by.Entity, f.Entity)));
            }
            // "Armenia and Azerbaijan agreed": each is bound toward the other.
            if (draft.Toward.Count == 0 && kind == CommitmentKind.Agreement && token.Upos != Upos.NOUN && Clauses.Agent(token) is { } agreeing)
                draft.Toward.AddRange(actors.Resolve(agreeing).Where(f => draft.By is not { } by || !ReferenceEquals(by.Entity, f.Entity)));
            if (draft.Toward.Count == 0 && kind == CommitmentKind.Threat)
            {
                // "threats of sanctions on Russia"
                foreach (Token inside in deed.Subtree().Where(t => Clauses.Preposition(t, "on") || Clauses.Preposition(t, "against")))
                    draft.Toward.AddRange(actors.Resolve(inside, strict: true).Where(f => draft.By is not { } by || !ReferenceEquals(by.Entity, f.Entity)));
            }
            if (draft.By is null && kind is not CommitmentKind.Scheduled)
                continue;
            draft.Condition = Condition(token, deed);
            draft.Content = Span(deed, token);
            yield return draft;
        }
    }

    // "would not sign until the rebels lift the siege": who refuses until something is done demands it.
    private Draft? Refusal(Token verb)
    {
        if (verb.Upos != Upos.VERB || !IsDenied(verb) || !verb.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is "will" or "would" or "wo")
            || verb.Children.FirstOrDefault(c => (c.Is("advcl") || c.Is("parataxis")) && Clauses.IsMarked(c, "until", "till", "unless")) is not { } deed
            || deed.Child("nsubj") is not { } subject || First(Clauses.Agent(verb)) is not { } by
            || actors.Resolve(subject) is not { Count: > 0 } toward || toward.Any(f => ReferenceEquals(f.Entity, by.Entity)))
        {
            return null;
        }
        var draft = new Draft(CommitmentKind.Demand, verb, deed) { Rule = "commitments.refusal", By = by, Content = Span(deed, verb), Score = 0.6f };
        draft.Toward.AddRange(toward);
        return draft;
    }

    // "gave the ambassador 48 hours to leave": what he is given time for is demanded of him.
    private Draft? Ultimatum(Token give)
    {
        if (!give.IsLemma("give") || give.Upos != Upos.VERB || IsDenied(give) || First(Clauses.Agent(give)) is not { } by)
            return null;
        Token? time = give.Subtree().FirstOrDefault(t => t.Index > give.Index && (TimeUnits.Contains(t.Lemma.ToLowerInvariant()) || t.Text.Equals("until", StringComparison.OrdinalIgnoreCase)));
        Token? deed = give.Subtree().FirstOrDefault(t => t.Index > give.Index && t.Upos == Upos.VERB && Clauses.IsInfinitive(t) && time is not null && t.Index > time.Index);
        Token? whom = give.Child("iobj") ?? give.Child("obj");
        if (deed is null || whom is null || TimeUnits.Contains(whom.Lemma.ToLowerInvariant()) || First(whom) is not { } toward)
            return null;
        var draft = new Draft(CommitmentKind.Demand, give, deed) { Rule = "commitments.ultimatum", By = by, Content = Span(deed, give), Score = 0.7f };
        draft.Toward.Add(toward);
        return draft;
    }

    private static readonly string[] TimeUnits = ["hour", "day", "week", "month", "year", "minute"];

    // "are due to meet": before an infinitive "due to" is no preposition, whatever the tree makes of it.
    private Draft? Due(Token due)
    {
        if (!due.IsLemma("due") || due.Next is not { } to || !to.IsLemma("to") || to.Next is not { Xpos: "VB" } deed || deed.Child("xcomp") is not null && words.Of(due) is null)
            return null;
        if (words.Of(due) is { } word && Deed(due, word) is not null)
            return null;
        Token? subject = deed.Child("nsubj") ?? deed.Ancestors().Prepend(due).Select(t => t.Child("nsubj")).FirstOrDefault(t => t is not null);
        return subject is null || First(subject) is not { } by
            ? null
            : new Draft(CommitmentKind.Scheduled, due, deed) { Rule = "commitments.scheduled", By = by, Content = Joined(deed.Sentence, [.. deed.Subtree().Where(t => t.Index >= deed.Index).Select(t => t.Span)]) };
    }

    // "agreed that the talks had been useful": a clause about what is or was is a view, no deed to come.
    private static bool IsView(Token deed) =>
        deed.Is("ccomp") && deed.Child("nsubj") is not null && !deed.Children.Any(c => c.Is("aux") && c.Xpos == "MD")
        && (deed.Xpos is "VBD" || deed.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.Xpos is "VBD" or "VBZ" or "VBP"));

    // A word that follows belongs to the deed: "swore never to accept".
    private static bool IsDenied(Token token) =>
        token.Children.Any(c => c.Index < token.Index && (c.Lemma.ToLowerInvariant() is "not" or "n't" or "never")) && token.Lemma is not ("agree" or "expect");

    private Filler? By(Token maker, Token deed, CommitmentKind kind)
    {
        if (kind == CommitmentKind.Scheduled && maker.Upos != Upos.NOUN)
            return First(Clauses.Surface(deed)) ?? First(Clauses.Surface(maker));
        if (maker.Upos != Upos.NOUN)
            return First(Clauses.Agent(maker));
        foreach (Token child in maker.Children)
        {
            if ((child.Deprel == "nmod:poss" || (child.Is("nmod") && (Clauses.Preposition(child, "by") || Clauses.Preposition(child, "from")))) && First(child) is { } owner)
                return owner;
        }
        return maker.Head is { Upos: Upos.VERB } verb && maker.Is("obj") ? First(Clauses.Agent(verb)) : null;
    }

    private Filler? First(Token? token) => token is not null && actors.Resolve(token) is [var first, ..] ? first : null;

    private static IEnumerable<Token> Toward(Token maker, string place, Token deed) => place switch
    {
        "obj" or "iobj" => maker.Children.Where(c => c.Is(place) && !ReferenceEquals(c, deed)),
        "comp" => deed.Child("nsubj") is { } subject ? [subject] : [],
        _ => maker.Children.Concat(maker.Child("obj")?.Children ?? []).Where(c => (c.Is("obl") || c.Is("nmod")) && Clauses.Preposition(c, place) && !ReferenceEquals(c, deed)),
    };

    /// <summary>The verb or noun that stands for what is to be done; null when the words name nothing.</summary>
    private static Token? Deed(Token maker, CommitmentWord word)
    {
        // "pledged $180 million to feed the refugees": the sum is promised, what follows is its purpose.
        if (maker.Upos == Upos.VERB && word.Content.Contains("object") && Sum(Clauses.Patient(maker)) is { } amount)
            return amount;
        // "urged both sides to open roads", with the infinitive hung on the sides.
        if (word.Kind == CommitmentKind.Demand && maker.Child("obj")?.Children.FirstOrDefault(c => c.Is("acl") && c.Index > maker.Index && Clauses.IsInfinitive(c)) is { } wanted)
            return wanted;
        foreach (string place in word.Content)
        {
            foreach (Token child in maker.Children)
            {
                bool fits = place switch
                {
                    "clause" => child.Is("xcomp") || child.Is("ccomp") || ((child.Is("acl") || child.Is("advcl")) && child.Deprel != "acl:relcl" && child.Index > maker.Index && Clauses.IsInfinitive(child)),
                    "infinitive" => (child.Is("xcomp") || child.Is("ccomp") || child.Is("advcl")) && child.Index > maker.Index && Clauses.IsInfinitive(child),
                    "object" => child.Is("obj") && child.Upos is Upos.NOUN or Upos.PROPN or Upos.SYM or Upos.NUM,
                    _ => (child.Is("obl") || child.Is("nmod") || child.Is("advcl")) && child.Upos is Upos.NOUN or Upos.VERB or Upos.SYM or Upos.NUM && Clauses.Preposition(child, place)
                        || (child.Is("acl") && child.Children.Any(c => c.Is("mark") && c.Text.Equals(place, StringComparison.OrdinalIgnoreCase))),
                };
                if (fits && (child.Index > maker.Index || place == "object"))
                    return child;
            }
        }
        foreach (string place in word.Content)
        {
            foreach (Token stray in FramePlaces.Stray(maker, place))
            {
                if (stray.Upos is Upos.NOUN or Upos.SYM or Upos.NUM)
                    return stray;
            }
        }
        // "the $40 million that it promised"
        if (!word.Content.Contains("object") || maker.Deprel != "acl:relcl" || Clauses.Patient(maker) is not { } promised || promised.Upos == Upos.PRON)
            return null;
        return promised.Is("nmod") && promised.Head is { Upos: Upos.SYM or Upos.NUM } sum ? sum : promised;
    }

    private static Token? Sum(Token? thing) => thing switch
    {
        { Upos: Upos.SYM or Upos.NUM } => thing,
        { Upos: Upos.NOUN } when thing.Is("nmod") && thing.Head is { Upos: Upos.SYM or Upos.NUM } sum => sum,
        { Upos: Upos.NOUN } when thing.Lemma is "million" or "billion" or "trillion" || thing.Children.Any(c => c.Upos == Upos.SYM) => thing,
        _ => null,
    };

    /// <summary>The deed's own words without the mark before and the condition after it.</summary>
    private static SpanList Span(Token deed, Token maker)
    {
        var kept = new List<TextSpan>();
        foreach (Token token in deed.Subtree())
        {
            if (kept.Count == 0 && ReferenceEquals(token.Head, deed) && token.Index < deed.Index && (token.Is("mark") || token.Is("case") || token.Is("punct")))
                continue;
            if (token.IsWithin(maker) && !deed.IsWithin(maker))
                continue;   // a relative clause that makes the commitment is no part of it
            kept.Add(token.Span);
        }
        return Joined(deed.Sentence, kept);
    }

    /// <summary>One span for each run of words, trailing punctuation left out.</summary>
    internal static SpanList Joined(Sentence sentence, List<TextSpan> words)
    {
        var runs = new List<TextSpan>();
        var inside = words.ToHashSet();
        List<Token> run = [];
        foreach (Token token in sentence.Tokens)
        {
            if (inside.Contains(token.Span))
                run.Add(token);
            else
                Close(run, runs);
        }
        Close(run, runs);
        return SpanList.Of(runs);
    }

    private static void Close(List<Token> run, List<TextSpan> runs)
    {
        while (run.Count > 0 && run[^1].Upos == Upos.PUNCT)
            run.RemoveAt(run.Count - 1);
        while (run.Count > 0 && run[0].Upos == Upos.PUNCT)
            run.RemoveAt(0);
        if (run.Count > 0)
            runs.Add(run[0].Span.Cover(run[^1].Span));
        run.Clear();
    }

    internal static SpanList Condition(Token maker, Token deed)
    {
        foreach (Token head in new[] { deed, maker })
        {
            foreach (Token child in ReferenceEquals(head, deed) ? deed.Subtree() : head.Children)
            {
                bool marked = child.Is("advcl") && child.Children.Any(c => c.Is("mark") && (Conditional.Contains(c.Lemma.ToLowerInvariant()) || Conditional.Contains(c.Text.ToLowerInvariant())));
                // "provided Azerbaijan frees the prisoners", where the tree takes the first word for a verb
                marked |= child.Text.ToLowerInvariant() is "provided" or "providing" && child.Index > maker.Index && child.Children.Any(c => c.Index > child.Index && c.Upos == Upos.VERB);
                // "on condition that", "as long as"
                marked |= (child.Is("obl") || child.Is("advcl")) && child.Subtree().Take(4).Any(t => t.IsLemma("condition") || t.IsLemma("long") && t.Previous is { } p && p.IsLemma("as"));
                if (marked && child.Subtree().Any(t => t.Upos == Upos.VERB))
                    return Joined(child.Sentence, [.. child.Subtree().Select(t => t.Span)]);
            }
        }
        return SpanList.Empty;
    }
}
