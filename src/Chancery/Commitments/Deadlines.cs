using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Commitments;

/// <summary>When a commitment falls due: the time in its content and the word before it ("by Friday", "within ten days").</summary>
internal sealed class Deadlines
{
    private readonly ImmutableArray<(string[] Words, string Says)> _rows;

    public Deadlines(DataPack data) =>
        _rows = [.. data.Table("commitments/deadlines.tsv").Rows
            .SelectMany(r => r.List("words").Select(w => (w.Split(' '), r["says"]))).OrderByDescending(r => r.Item1.Length)];

    /// <param name="firstDay">The first day of an office for "on his first day in office"; null when it is not known whose.</param>
    public void Set(Draft draft, ImmutableArray<TimeExpression> times, DateOnly? published, Func<DateOnly?> firstDay)
    {
        Sentence sentence = draft.Deed.Sentence;
        foreach (TimeExpression time in times)
        {
            if (!sentence.Span.Contains(time.Span) || time.Type == TimeType.Set || !Belongs(draft, time, sentence))
                continue;
            string says = Says(sentence, time.Span);
            if (time.From is null || time.To is null)
            {
                // "within ten days" counts from the day it was said
                if (time.Type == TimeType.Duration && (says == "by" || draft.Rule == "commitments.ultimatum") && Days(time.Value) is { } days && draft.MadeOn is { } start)
                    (draft.DueFrom, draft.DueTo) = (start, start.AddDays(days));
                continue;
            }
            // "demanded that it free them by Friday": by the Friday to come, whatever the tense of the demanding.
            if (says is "by" or "before" && time.From == time.To && time.To < (draft.MadeOn ?? published) && IsWeekday(sentence, time.Span))
            {
                DateOnly next = time.To.Value.AddDays(7);
                draft.DueTo = says == "by" ? next : next.AddDays(-1);
                return;
            }
            switch (says)
            {
                case "by":
                    draft.DueTo = time.To;
                    break;
                case "before":
                    draft.DueTo = time.From.Value.AddDays(-1);
                    break;
                case "from":
                    draft.DueFrom = time.From;
                    break;
                default:
                    (draft.DueFrom, draft.DueTo) = (time.From, time.To);
                    break;
            }
            return;
        }
        if (draft.DueTo is null && FirstDay(draft.Deed) && firstDay() is { } day)
            (draft.DueFrom, draft.DueTo) = (day, day);
    }

    private static bool IsWeekday(Sentence sentence, TextSpan span) =>
        sentence.Tokens.Any(t => span.Contains(t.Span) && (t.Text is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"))
        && !sentence.Tokens.Any(t => span.Contains(t.Span) && (t.Lemma.ToLowerInvariant() is "last" or "past"));

    // The time stands in the content, or closes the clause that makes the commitment with a word that can only mean a deadline.
    private bool Belongs(Draft draft, TimeExpression time, Sentence sentence)
    {
        // "unless the measures are withdrawn by the end of the month": the day of the condition is the day of the threat.
        if (draft.Condition.Any(s => s.Contains(time.Span)))
            return draft.Kind is CommitmentKind.Threat or CommitmentKind.Offer && Says(sentence, time.Span) is "by";
        if (draft.Rule == "commitments.ultimatum" && time.Span.Start > draft.Maker.Span.Start && time.Span.End <= draft.Deed.Span.Start)
            return true;
        if (draft.Content.Any(s => s.Contains(time.Span)))
            return Head(sentence, time.Span) is not { } head || !InOtherClause(head, draft.Deed);
        return draft.Kind == CommitmentKind.Scheduled && Head(sentence, time.Span) is { } below && below.IsWithin(draft.Maker)
            || Says(sentence, time.Span) is "by" && Head(sentence, time.Span) is { } late && late.IsWithin(draft.Maker) && time.Span.Start > draft.Maker.Span.Start;
    }

    private static bool InOtherClause(Token token, Token deed)
    {
        for (Token? at = token; at is not null && !ReferenceEquals(at, deed); at = at.Head)
        {
            if (at.Deprel == "acl:relcl" || at.Is("advcl") || at.Is("parataxis"))
                return true;
        }
        return false;
    }

    private static Token? Head(Sentence sentence, TextSpan span) =>
        sentence.Tokens.FirstOrDefault(t => t.Span.Overlaps(span) && (t.Head is null || !t.Head.Span.Overlaps(span)));

    private string Says(Sentence sentence, TextSpan span)
    {
        Token? first = sentence.Tokens.FirstOrDefault(t => t.Span.Overlaps(span));
        if (first is null)
            return "on";
        foreach ((string[] wordsOf, string says) in _rows)
        {
            // The word may have been taken into the time itself ("by Friday"), or stand up to three words before it ("by the end of June").
            for (int back = 0; back <= 4 && first.Index - back - wordsOf.Length + 1 >= 0; back++)
            {
                int end = first.Index - back;
                if (back > 1 && Breaks(sentence.Tokens[end + 1]))
                    break;
                bool same = true;
                for (int i = 0; i < wordsOf.Length; i++)
                    same &= sentence.Tokens[end - wordsOf.Length + 1 + i].Text.Equals(wordsOf[i], StringComparison.OrdinalIgnoreCase);
                if (same && says is "by" or "before" || same && back <= 1)
                    return says;
            }
        }
        return "on";
    }

    private static bool Breaks(Token token) => token.Upos is Upos.VERB or Upos.PUNCT or Upos.PROPN;

    private static int? Days(string value)
    {
        if (value.StartsWith("PT", StringComparison.Ordinal) && value.EndsWith('H') && int.TryParse(value.AsSpan(2, value.Length - 3), System.Globalization.CultureInfo.InvariantCulture, out int hours) && hours < 10_000)
            return (hours + 23) / 24;
        if (value.Length < 3 || value[0] != 'P' || !int.TryParse(value.AsSpan(1, value.Length - 2), System.Globalization.CultureInfo.InvariantCulture, out int number) || number > 10_000)
            return null;
        return value[^1] switch { 'D' => number, 'W' => 7 * number, 'M' => 30 * number, 'Y' => 365 * number, _ => null };
    }

    // "on his first day in office", "on day one"
    private static bool FirstDay(Token deed) =>
        deed.Subtree().Any(t => t.IsLemma("day") && (t.Children.Any(c => c.IsLemma("first") && c.Index < t.Index) || t.Next is { } n && (n.IsLemma("one") || n.Text == "1"))
            && t.Sentence.Tokens.Skip(t.Index - 3 < 0 ? 0 : t.Index - 3).Take(4).Any(w => w.Text.Equals("on", StringComparison.OrdinalIgnoreCase) || w.Text.Equals("from", StringComparison.OrdinalIgnoreCase)));
}
