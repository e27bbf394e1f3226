using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Quotations without a cue of their own: they go on with what was said just before them.</summary>
internal static class CarryOver
{
    /// <summary>Words that a quotation must have to be speech by itself; fewer are a term or a title.</summary>
    private const int FewestWords = 4;

    /// <summary>Adds to each statement the quotations that go on with it, and makes statements of those that stand apart.</summary>
    public static void Apply(Scene scene, CueLexicon lexicon, List<Draft> drafts)
    {
        SpanList covered = SpanList.Of(drafts.SelectMany(d => d.Content));
        Draft[] speakers = [.. drafts.Where(d => d.Level is null && d.Kind is StatementKind.Says or StatementKind.Writes).OrderBy(End)];
        int next = 0, span = 0;
        Draft? before = null;
        foreach (Quotation quotation in scene.Quotations)
        {
            while (next < speakers.Length && End(speakers[next]) <= quotation.Outer.Start)
            {
                if (before is null || End(speakers[next]) >= End(before))
                    before = speakers[next];
                next++;
            }
            while (span < covered.Count && covered[span].End <= quotation.Inner.Start)
                span++;
            bool attributed = span < covered.Count && covered[span].Overlaps(quotation.Inner);
            if (before is null || attributed || quotation.Parent is not null || !StandsAlone(scene, quotation))
                continue;
            bool speech = quotation.Words >= FewestWords;
            int end = End(before), paragraphs = ParagraphsBetween(scene, end, quotation.Outer.Start);
            // A short one goes on with what was said only right behind another quotation of the same speaker.
            bool goesOn = speech ? paragraphs == 0 || EndsQuoted(scene, before)
                : paragraphs == 0 && quotation is { Closed: true, Words: > 1 } && EndsQuoted(scene, before, fewest: 2);
            if (paragraphs <= 1 && goesOn && Adjoins(scene, end, quotation.Outer.Start))
                before.Content.Add(quotation.Outer);
            else if (speech && paragraphs <= 1 && quotation.Closed && EndsQuoted(scene, before) && !CueFollows(scene, quotation, lexicon))
                drafts.Add(Carried(before, quotation));
        }
    }

    private static Draft Carried(Draft before, Quotation quotation) => new()
    {
        CueHead = null,
        Kind = before.Kind,
        Rule = "statements.carried",
        Score = 0.45f,
        SpeakerHead = before.SpeakerHead,
        Content = [quotation.Outer],
    };

    /// <summary>Someone else's cue follows within the sentence, or right behind it in the paragraph: the quotation is theirs, though they were not found.</summary>
    private static bool CueFollows(Scene scene, Quotation quotation, CueLexicon lexicon)
    {
        int at = scene.SentenceAfter(quotation.Outer.End - 1);
        for (int i = at; i <= at + 1 && i < scene.Sentences.Length && scene.Sentences[i].Paragraph == scene.Sentences[at].Paragraph; i++)
        {
            foreach (Language.Token token in scene.Sentences[i].Tokens)
            {
                if (token.Span.Start >= quotation.Outer.End && scene.Around(token) is null && token.Upos == Language.Upos.VERB
                    && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } entry && entry.Takes(Frames.Quote))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static int End(Draft draft) => Math.Max(draft.Extent.End, Math.Max(draft.Cue.Extent.End, draft.Source.Extent.End));

    /// <summary>The quotation is a sentence by itself: nothing stands before it in its sentence.</summary>
    private static bool StandsAlone(Scene scene, Quotation quotation)
    {
        int at = scene.SentenceAfter(quotation.Outer.Start);
        return at < scene.Sentences.Length && scene.Sentences[at].Span.Start >= quotation.Outer.Start;
    }

    private static bool EndsQuoted(Scene scene, Draft draft, int fewest = FewestWords) =>
        scene.QuotationsFrom(draft.Extent).Any(q => q.Parent is null && draft.Content.Any(c => c.Overlaps(q.Inner)) && q.Words >= fewest);

    /// <summary>Between the two stands only the rest of the cue's sentence.</summary>
    private static bool Adjoins(Scene scene, int end, int start)
    {
        int at = scene.SentenceAfter(end);
        if (at < scene.Sentences.Length && scene.Sentences[at].Span.Start < end)
            at++;
        return at >= scene.Sentences.Length || scene.Sentences[at].Span.Start >= start;
    }

    private static int ParagraphsBetween(Scene scene, int end, int start)
    {
        int first = Math.Max(0, scene.SentenceAfter(Math.Max(0, end - 1))), last = scene.SentenceAfter(start);
        return first >= scene.Sentences.Length || last >= scene.Sentences.Length ? 0 : scene.Sentences[last].Paragraph - scene.Sentences[first].Paragraph;
    }
}
