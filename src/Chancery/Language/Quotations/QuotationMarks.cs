using System.Buffers;
using System.Collections.Immutable;
using Chancery.Text;

namespace Chancery.Language.Quotations;

/// <summary>Words between quotation marks.</summary>
/// <param name="Outer">With the marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Parent">The quotation this one stands in; null when in none.</param>
/// <param name="RunsOn">Its paragraph ends without a closing mark and the next opens again: one speech in several paragraphs.</param>
internal sealed record Quotation(TextSpan Outer, TextSpan Inner, Quotation? Parent, bool RunsOn)
{
    /// <summary>Parts of the report's sentences that it holds have at least this many words.</summary>
    public required int Words { get; init; }

    /// <summary>It has a closing mark of its own.</summary>
    public bool Closed => Outer.End > Inner.End;
    public bool Holds(TextSpan span) => Inner.Contains(span);
}

/// <summary>Pairs quotation marks of all styles, and tells apostrophes from them.</summary>
/// <remarks>
/// A quotation ends in its paragraph. Where none closes it, it ends with the paragraph, and it is one speech with the next
/// paragraph when that opens with a mark of its own; otherwise a warning says that it never closes.
/// </remarks>
internal static class QuotationMarks
{
    /// <summary>Quotations within quotations are followed no deeper: beyond it the text is no prose.</summary>
    private const int Deepest = 8;

    private static readonly SearchValues<char> AllMarks = SearchValues.Create("“„‟”«»\"'`’‘");

    private enum Style { None, Double, Single, Angle }

    /// <summary>A mark that opens or closes, or could do either.</summary>
    private readonly record struct Mark(int At, int Length, Style Style, bool MayOpen, bool MayClose)
    {
        public int End => At + Length;
    }

    /// <returns>In text order, outer before inner.</returns>
    public static ImmutableArray<Quotation> Find(Report report, ImmutableArray<Sentence> sentences, ICollection<Warning> warnings)
    {
        var found = new List<Quotation>();
        for (int i = 0; i < sentences.Length;)
        {
            int end = i + 1;
            while (end < sentences.Length && sentences[end].Paragraph == sentences[i].Paragraph)
                end++;
            TextSpan paragraph = sentences[i].Span.Cover(sentences[end - 1].Span);
            int next = end < sentences.Length ? sentences[end].Span.Start : -1;
            InParagraph(report.Text, paragraph, next, found, warnings);
            i = end;
        }
        return [.. found.OrderBy(q => q.Outer)];
    }

    private static void InParagraph(string text, TextSpan paragraph, int next, List<Quotation> found, ICollection<Warning> warnings)
    {
        List<Mark> marks = Marks(text, paragraph);
        var open = new Stack<(Mark Mark, int Slot)>();
        var pairs = new List<(Mark Open, Mark? Close, int Parent)>();
        int lastSingle = marks.FindLastIndex(m => m.Style == Style.Single && m.MayClose);
        for (int i = 0; i < marks.Count; i++)
        {
            Mark mark = marks[i];
            if (mark.MayClose && Closes(open, mark))
            {
                while (open.Peek().Mark.Style != mark.Style)
                    open.Pop();
                var (opening, slot) = open.Pop();
                pairs[slot] = (opening, mark, pairs[slot].Parent);
            }
            else if (mark.MayOpen && open.Count < Deepest && !open.Any(o => o.Mark.Style == mark.Style && mark.Style != Style.Double)
                && (mark.Style != Style.Single || i < lastSingle))
            {
                // The same double mark again: the first never closed ("A. "B."), or an inner quotation that some write so.
                open.Push((mark, pairs.Count));
                pairs.Add((mark, null, open.Count > 1 ? open.ElementAt(1).Slot : -1));
            }
        }
        Keep(text, paragraph, next, pairs, found, warnings);
    }

    private static bool Closes(Stack<(Mark Mark, int Slot)> open, Mark mark) =>
        open.Any(o => o.Mark.Style == mark.Style) && (!mark.MayOpen || open.Peek().Mark.Style == mark.Style);

    private static void Keep(string text, TextSpan paragraph, int next, List<(Mark Open, Mark? Close, int Parent)> pairs,
        List<Quotation> found, ICollection<Warning> warnings)
    {
        var made = new Quotation?[pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            var (opening, closing, parent) = pairs[i];
            if (closing is null && opening.Style == Style.Single)
                continue;
            bool runsOn = closing is null && next >= 0 && IsOpening(text, next);
            if (closing is null && !runsOn)
                warnings.Add(Warnings.QuoteNeverCloses(new TextSpan(opening.At, opening.Length)));
            // One that never closes holds nothing but what comes before the next one at its side.
            int limit = paragraph.End;
            if (closing is null && i + 1 < pairs.Count)
                limit = pairs[i + 1].Open.At;
            int innerEnd = closing?.At ?? limit;
            var inner = TextSpan.FromBounds(Math.Min(opening.End, innerEnd), innerEnd);
            if (inner.Length == 0)
                continue;
            Quotation? above = parent >= 0 ? made[parent] : null;
            if (above is not null && !above.Inner.Contains(inner))
                above = null;
            made[i] = new Quotation(TextSpan.FromBounds(opening.At, closing?.End ?? innerEnd), inner, above, runsOn)
            {
                Words = WordCount(text.AsSpan(inner.Start, inner.Length)),
            };
            found.Add(made[i]!);
        }
    }

    private static int WordCount(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetterOrDigit(c) || (inWord && c is '\'' or '’' or '-');
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return words;
    }

    private static bool IsOpening(string text, int at) => text[at] is '“' or '"' or '«' or '„' or '‘' or '\'';

    private static List<Mark> Marks(string text, TextSpan paragraph)
    {
        var marks = new List<Mark>();
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            int gap = text.AsSpan(i, paragraph.End - i).IndexOfAny(AllMarks);
            if (gap < 0)
                break;
            i += gap;
            char before = i > paragraph.Start ? text[i - 1] : ' ', after = i + 1 < paragraph.End ? text[i + 1] : ' ';
            bool doubled = text[i] is '\'' or '`' or '’' or '‘' && after == text[i];
            char beyond = doubled && i + 2 < paragraph.End ? text[i + 2] : doubled ? ' ' : after;
            bool opens = IsOpen(before) && !char.IsWhiteSpace(beyond), closes = !char.IsWhiteSpace(before) && !IsOpen(before);
            switch (text[i])
            {
                case '“' or '„' or '‟':
                    marks.Add(new Mark(i, 1, Style.Double, true, false));
                    break;
                case '”':
                    // Some write the closing form at both ends.
                    marks.Add(new Mark(i, 1, Style.Double, opens && char.IsLetterOrDigit(beyond), true));
                    break;
                case '«':
                    marks.Add(new Mark(i, 1, Style.Angle, true, false));
                    break;
                case '»':
                    marks.Add(new Mark(i, 1, Style.Angle, false, true));
                    break;
                case '"' or '\'' or '`' or '’' or '‘' when text[i] == '"' || doubled:
                    // A mark between spaces says nothing by its place: it closes what is open, or else opens.
                    bool free = !opens && !closes;
                    marks.Add(new Mark(i, doubled ? 2 : 1, Style.Double, opens || free || !closes, closes || free));
                    break;
                case '\'' or '’' or '‘':
                    if (SingleMark(text, i, before, after) is { } single)
                        marks.Add(single);
                    break;
            }
            if (doubled)
                i++;
        }
        return marks;
    }

    private static Mark? SingleMark(string text, int at, char before, char after)
    {
        bool letterBefore = char.IsLetterOrDigit(before), letterAfter = char.IsLetterOrDigit(after);
        if (letterBefore && letterAfter)
            return null;
        if (text[at] == '‘')
            return new Mark(at, 1, Style.Single, true, false);
        // "the '90s", "'em": an apostrophe before digits or a clipped word; the search for a closing mark settles the rest.
        bool opens = text[at] == '\'' && !letterBefore && IsOpen(before) && (char.IsLetter(after) || after is '"' or '“');
        bool closes = !char.IsWhiteSpace(before) && !letterAfter && !IsOpen(before);
        // "the workers' strike": after an s and before a word it is a possessive.
        if (closes && before == 's' && after == ' ' && at + 2 < text.Length && char.IsLetter(text[at + 2]))
            closes = false;
        return opens || closes ? new Mark(at, 1, Style.Single, opens, closes) : null;
    }

    private static bool IsOpen(char before) =>
        char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '“' or '‘' or '"' or '\'' or '\u200B' or '…' or ':';
}
