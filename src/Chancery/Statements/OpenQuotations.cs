using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Quotations in the middle of a sentence that no rule gave to anybody: they belong to the cue that leads to them.</summary>
internal static class OpenQuotations
{
    /// <summary>Shorter ones are terms and titles that the report itself sets off.</summary>
    private const int FewestWords = 3;

    public static void Apply(Scene scene, VerbCues verbs, List<Draft> drafts)
    {
        SpanList covered = SpanList.Of(drafts.SelectMany(d => d.Content));
        var bySentence = drafts.Where(d => d is { CueHead: not null, Level: null }).ToLookup(d => d.CueHead!.Sentence.Index);
        int span = 0;
        foreach (Quotation quotation in scene.Quotations)
        {
            while (span < covered.Count && covered[span].End <= quotation.Inner.Start)
                span++;
            if (quotation is not { Parent: null, Closed: true, Words: >= FewestWords } || (span < covered.Count && covered[span].Overlaps(quotation.Inner)))
                continue;
            int at = scene.SentenceAfter(quotation.Outer.Start);
            // A part of a sentence begins small; titles of books and broadcasts do not.
            if (at == scene.Sentences.Length || !char.IsLower(scene.Report.Text[quotation.Inner.Start]))
                continue;
            Sentence sentence = scene.Sentences[at];
            int before = sentence.Tokens.Length - 1;
            while (before >= 0 && sentence.Tokens[before].Span.End > quotation.Outer.Start)
                before--;
            Give(scene, verbs, drafts, bySentence[at], sentence, before, quotation);
        }
    }

    private static void Give(Scene scene, VerbCues verbs, List<Draft> drafts, IEnumerable<Draft> here, Sentence sentence, int before, Quotation quotation)
    {
        for (int i = before; i >= 0 && i > before - 30; i--)
        {
            Token token = sentence.Tokens[i];
            if (token.Text is ";" or ":")
                return;
            if (scene.Around(token) is not null)
                continue;
            if (here.FirstOrDefault(d => d.CueHead == token) is { } draft)
            {
                // What is said goes on to the quotation, unless it was already said before the cue.
                TextSpan last = draft.Content[^1];
                if (draft.Kind is StatementKind.Says or StatementKind.Writes && last.Start > token.Span.Start && last.End <= quotation.Outer.Start && !ClauseBetween(sentence, last.End, quotation.Outer.Start))
                    draft.Content[^1] = last.Cover(quotation.Outer);
                return;
            }
            if (verbs.LeadingTo(scene, token, quotation) is { } found)
            {
                drafts.Add(found);
                return;
            }
        }
    }

    /// <summary>", encouraging them to": what follows is a deed of its own, or someone else's.</summary>
    private static bool ClauseBetween(Sentence sentence, int from, int to)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (token.Span.Start >= from && token.Span.End <= to && (token.Xpos is "VBD" or "VBZ" or "MD" || (token.Xpos == "VBG" && token.Previous?.Text == ",")))
                return true;
        }
        return false;
    }
}
