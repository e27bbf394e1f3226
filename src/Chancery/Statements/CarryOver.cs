using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Quotations without a cue of their own: they go on with what was said just before them.</summary>
internal static class CarryOver
{
    /// <summary>Words that a quotation must have to be speech by itself; fewer are a term or a title.</summary>
    private const int FewestWords = 4;

    /// <summary>Adds to each statement the quotations that go on with it, and makes statements of those that stand apart.</summary>
    public static void Apply(Scene scene, List<Draft> drafts)
    {
        foreach (Quotation quotation in scene.Quotations)
        {
            if (quotation.Parent is not null || quotation.Words < FewestWords || drafts.Any(d => d.Content.Any(c => c.Overlaps(quotation.Inner))))
                continue;
            if (!StandsAlone(scene, quotation))
                continue;
            Draft? before = null;
            foreach (Draft draft in drafts)
            {
                if (draft.Level is null && draft.Kind is StatementKind.Says or StatementKind.Writes && draft.Content.Count > 0
                    && End(draft) <= quotation.Outer.Start && (before is null || End(draft) >= End(before)))
                {
                    before = draft;
                }
            }
            if (before is null)
                continue;
            if (Adjoins(scene, End(before), quotation.Outer.Start) && (EndsQuoted(scene, before) || ParagraphsBetween(scene, End(before), quotation.Outer.Start) == 0))
                before.Content.Add(quotation.Outer);
            else if (ParagraphsBetween(scene, End(before), quotation.Outer.Start) <= 1)
                drafts.Add(Carried(before, quotation));
        }
    }

    private static Draft Carried(Draft before, Quotation quotation) => new()
    {
        CueHead = null,
        Kind = before.Kind,
        Rule = "statements.carried",
        Score = 0.6f,
        SpeakerHead = before.SpeakerHead,
        Content = [quotation.Outer],
    };

    private static int End(Draft draft) => Math.Max(draft.Extent.End, Math.Max(draft.Cue.Extent.End, draft.Source.Extent.End));

    /// <summary>The quotation is a sentence by itself: text before it in its sentence is none, or the speaker's cue stands there.</summary>
    private static bool StandsAlone(Scene scene, Quotation quotation)
    {
        foreach (var sentence in scene.Sentences)
        {
            if (sentence.Span.End <= quotation.Outer.Start)
                continue;
            return sentence.Span.Start >= quotation.Outer.Start;
        }
        return false;
    }

    private static bool EndsQuoted(Scene scene, Draft draft) =>
        scene.Quotations.Any(q => q.Parent is null && draft.Content.Any(c => c.Overlaps(q.Inner)) && q.Words >= FewestWords);

    private static bool Adjoins(Scene scene, int end, int start)
    {
        // Between the two only the rest of the cue's sentence.
        foreach (var sentence in scene.Sentences)
        {
            if (sentence.Span.Start >= start)
                break;
            if (sentence.Span.Start >= end)
                return false;
        }
        return ParagraphsBetween(scene, end, start) <= 1;
    }

    private static int ParagraphsBetween(Scene scene, int end, int start)
    {
        int first = -1, last = -1;
        foreach (var sentence in scene.Sentences)
        {
            if (sentence.Span.End < end || sentence.Span.Start > start)
                continue;
            first = first < 0 ? sentence.Paragraph : first;
            last = sentence.Paragraph;
        }
        return last - first;
    }
}
