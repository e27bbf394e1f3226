using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>A word that may attribute, with all that is known of it.</summary>
/// <param name="Rule">What the rules made of it; null when nothing.</param>
internal sealed record Candidate(Field Field, Token Cue, CueEntry? Entry, Draft? Rule, List<uint> Features);

/// <summary>Statements as the model sees them, with what the rules found among its marks.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class ModelCues(StatementRules rules, StatementModel? model)
{
    /// <summary>Weight above which a word counts as a cue, by what the rules say: quotation marks and names set beside a quotation settle it.</summary>
    private static float Needed(Draft? rule) => rule?.Score switch { null => 0, >= Settled => float.MinValue, >= 0.8f => -1.1f, _ => -0.4f };

    /// <summary>Score of rules that quotation marks and names set beside a quotation decide.</summary>
    private const float Settled = 0.9f;


    public static Dictionary<Token, Draft> ByCue(IEnumerable<Draft> drafts)
    {
        var byCue = new Dictionary<Token, Draft>(ReferenceEqualityComparer.Instance);
        foreach (Draft draft in drafts)
            byCue.TryAdd(draft.CueHead!, draft);
        return byCue;
    }

    /// <summary>Every verb, every word that the tables know to attribute, and every mark by which the rules found a statement.</summary>
    public IEnumerable<Candidate> Candidates(Scene scene, SentenceView view, Dictionary<Token, Draft> ruled)
    {
        foreach (Token token in view.Tokens)
        {
            Draft? rule = ruled.GetValueOrDefault(token);
            CueEntry? entry = rules.Verbs.Entry(token) ?? rules.Lexicon.Other(token);
            if (rule is null && entry is null && (token.Upos != Upos.VERB || token.IsLemma("accord") || rules.Verbs.IsFirstOfTwo(token)))
                continue;
            Field field = scene.FieldOf(token);
            if (rule is null && entry is not null && rules.Verbs.IsMereSourcing(field, token, entry))
                continue;
            Draft? around = null;
            foreach (Draft other in ruled.Values)
            {
                if (!ReferenceEquals(other, rule) && other.Content.Any(c => c.Contains(token.Span)) && (around is null || other.Extent.Length < around.Extent.Length))
                    around = other;
            }
            var features = new List<uint>(160);
            CueFeatures.Add(features, view, field, token.Index, entry, rule, around);
            yield return new Candidate(field, token, entry, rule, features);
        }
    }

    public List<Draft> Find(Scene scene, Sentence sentence, List<Draft> ruled)
    {
        var found = new List<(float Weight, Draft Draft)>();
        var view = new SentenceView(sentence);
        var (scratch, within) = (new List<uint>(100), new List<Draft>());
        foreach (Candidate candidate in Candidates(scene, view, ByCue(ruled)))
        {
            float weight = model!.CueWeight(candidate.Features);
            if (weight < Needed(candidate.Rule))
            {
                if (candidate.Rule is { } rule && StandsWithin(rule))
                    within.Add(rule);
                continue;
            }
            byte[] labels = model.Label(new SpanFeatures(view, candidate.Field, candidate.Cue.Index, candidate.Entry, candidate.Rule, ruled), candidate.Field, candidate.Cue.Index, scratch);
            if (Draft(candidate, labels, model.Chance(weight)) is { } draft)
                found.Add((candidate.Rule?.Score >= Settled ? weight + 1000 : weight, draft));
        }
        // Two words of one cue, "made clear", are one statement: that of the surer.
        found.Sort((a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Draft.CueHead!.Index.CompareTo(b.Draft.CueHead!.Index));
        var kept = new List<Draft>();
        foreach ((float _, Draft draft) in found)
        {
            if (!kept.Any(k => k.Cue.Overlaps(draft.Cue.Extent)))
                kept.Add(draft);
        }
        // A statement in a statement is two, though the articles that the model learned from have the outer one alone.
        kept.AddRange(within.Where(inner => kept.Any(outer => outer.Kind is StatementKind.Says or StatementKind.Writes or StatementKind.Thinks
            && outer.Content.Any(c => c.Contains(inner.CueHead!.Span)) && !outer.Cue.Overlaps(inner.Cue.Extent))).ToList());
        return kept;
    }

    /// <summary>Somebody says something in a clause or quotation, or somebody else than the speaker thinks it.</summary>
    private static bool StandsWithin(Draft draft) => draft.SourceHead is { } source
        && (draft.Kind is StatementKind.Says or StatementKind.Writes || (draft.Kind == StatementKind.Thinks && source.Upos != Upos.PRON))
        && (draft.Rule is "statements.ccomp" or "statements.rest" or "statements.according-to" || draft.Rule.StartsWith("statements.direct", StringComparison.Ordinal));

    private Draft? Draft(Candidate candidate, byte[] labels, float chance)
    {
        (Field field, Token cue, CueEntry? entry, Draft? rule) = (candidate.Field, candidate.Cue, candidate.Entry, candidate.Rule);
        var pieces = new List<TextSpan>();
        foreach ((int first, int last) in SpanLabels.Runs(field, labels, SpanLabels.Content))
        {
            if (field.Words(rules.Occasions.PastConnective(field, first, last), last) is { } piece && !piece.Overlaps(cue.Span))
                pieces.Add(piece);
        }
        // Quotation marks settle where a direct quotation begins and ends.
        if (rule is not null && rule.Rule.StartsWith("statements.direct", StringComparison.Ordinal))
            pieces = [.. rule.Content];
        // "…, he said on Friday, | and …": commas on both sides of the cue settle that the words go on.
        if (rule is { Rule: "statements.fronted", Content: [var front, var second] } && pieces is [var only] && only == front)
            pieces.Add(second);
        // What reaches over the sentence, the rules know better: a transcript's paragraph, a quotation after a colon.
        if (pieces.Count == 0 || rule is { Rule: "statements.colon" or "statements.colon.quotation" or "statements.dash" })
            return rule;
        (int First, int Last) words = SpanLabels.Runs(field, labels, SpanLabels.Cue).First(r => r.First <= cue.Index && cue.Index <= r.Last);
        while (words.Last > cue.Index && field[words.Last].Upos == Upos.PUNCT)
            words.Last--;
        Source? source = WithInsertion(field, SourceOf(field, labels, cue), rule);
        if (source is not null && pieces.Any(p => source.Words.Overlaps(p)))
            source = null;
        bool same = rule is not null && source is not null && rule.Source == source.Words;
        return new Draft
        {
            CueHead = cue,
            Kind = entry?.Kind ?? rule?.Kind ?? StatementKind.Says,
            Rule = StatementModel.Name,
            Score = chance,
            Cue = SpanList.Of(field[words.First].Span.Cover(field[words.Last].Span)),
            Source = source?.Words ?? default,
            SourceHead = same ? rule!.SourceHead : source?.Head,
            SpeakerHead = same ? rule!.SpeakerHead : source?.Speaker,
            Antecedent = same ? rule!.Antecedent : source is null || rules.Occasions.IsTime(source.Speaker) ? default : SourceFinder.Antecedent(field, source),
            Content = pieces,
            Hearers = entry is not null && (entry.Takes(Frames.Hearer) || rules.Turns.Asks(cue)) && Hearer(field, cue) is { } hearer && !pieces.Any(p => p.Overlaps(hearer.Span)) ? [hearer] : [],
            Negated = cue.Children.Any(c => c.Is("advmod") && (c.IsLemma("not") || c.IsLemma("never") || c.IsLemma("n't"))),
            Level = field.Level,
        };
    }

    private static Token? Hearer(Field field, Token cue) =>
        cue.Children.FirstOrDefault(c => (c.Is("iobj") || c.Is("obj")) && c.Index > cue.Index && c.Index <= field.Last);

    /// <summary>"A mayor, | who gave no name, | warned": the clause between commas belongs to who speaks.</summary>
    private static Source? WithInsertion(Field field, Source? source, Draft? rule)
    {
        if (source is null || rule is null || rule.Source.Count != 1 || rule.Source[0].Start != source.Words[0].Start || rule.Source[0].End <= source.Words[0].End
            || source.Last + 2 > field.Last || field[source.Last + 1].Text != "," || field[source.Last + 2].Xpos is not ("WP" or "WDT" or "WP$"))
        {
            return source;
        }
        int last = source.Last;
        while (last < field.Last && field[last + 1].Span.End <= rule.Source[0].End)
            last++;
        return source with { Words = rule.Source, Last = last };
    }

    /// <summary>The run of source words nearest to the cue, with its head.</summary>
    private static Source? SourceOf(Field field, byte[] labels, Token cue)
    {
        List<(int First, int Last)> runs = SpanLabels.Runs(field, labels, SpanLabels.Source);
        if (runs.Count == 0)
            return null;
        (int first, int last) = runs.MinBy(r => r.First > cue.Index ? r.First - cue.Index : cue.Index - r.Last);
        Token head = field[first];
        bool found = false;
        for (int i = first; i <= last && !found; i++)
        {
            Token token = field[i];
            found = SourceFinder.IsNominal(token) && (token.Head is null || token.Head.Index < first || token.Head.Index > last);
            head = found ? token : head;
        }
        for (int i = first; i <= last && !found; i++)
        {
            found = SourceFinder.IsNominal(field[i]);
            head = found ? field[i] : head;
        }
        return new Source(SpanList.Of(field[first].Span.Cover(field[last].Span)), head, SourceFinder.Referent(field, head), first, last);
    }
}
