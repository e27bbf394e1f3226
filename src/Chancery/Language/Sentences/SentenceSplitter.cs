using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language.Tokens;
using Chancery.Text;

namespace Chancery.Language.Sentences;

/// <summary>Divides tokens into sentences: at full stops, question and exclamation marks, and wherever a paragraph ends.</summary>
/// <remarks>
/// Whether a full stop belongs to an abbreviation was settled by <see cref="Tokenizer"/>: here every stop that is a token of its
/// own may end a sentence. Time grows with the number of tokens. Immutable; one instance serves all threads.
/// </remarks>
public sealed class SentenceSplitter(DataPack data)
{
    private const int LongestSpeakerName = 4, LongestNote = 3, LongestNumber = 5, LongestQuotation = 100;

    private readonly UnmarkedEnds _unmarkedEnds = new(data);
    private readonly WordList _quotingVerbs = new(data.Table("language/quoting-verbs.tsv"), "form");

    /// <returns>Sentences in text order that together hold every token.</returns>
    public ImmutableArray<SentenceRange> Split(Report report, ImmutableArray<TextSpan> tokens)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceRange>();
        bool[] begins = Paragraphs.Find(report.Text, tokens);
        int paragraph = 0;
        for (int first = 0; first < tokens.Length;)
        {
            int end = first + 1;
            while (end < tokens.Length && !begins[end])
                end++;
            SplitParagraph(new Stretch(report.Text, tokens, first, end), paragraph++, sentences);
            first = end;
        }
        return sentences.ToImmutable();
    }

    private void SplitParagraph(Stretch stretch, int paragraph, ImmutableArray<SentenceRange>.Builder sentences)
    {
        int first = stretch.First;
        for (int i = first; i < stretch.End;)
        {
            int next = i + 1;
            if (IsStop(stretch[i]) && !IsListNumber(stretch, first, i))
            {
                next = AfterClosers(stretch, i);
                if (next == stretch.End || Ends(stretch, i, next))
                {
                    sentences.Add(new SentenceRange(first, next, paragraph));
                    first = next;
                }
            }
            else if (next < stretch.End && _unmarkedEnds.After(stretch, first, i))
            {
                sentences.Add(new SentenceRange(first, next, paragraph));
                first = next;
            }
            i = next;
        }
        if (first < stretch.End)
            sentences.Add(new SentenceRange(first, stretch.End, paragraph));
    }

    private static bool IsEllipsis(ReadOnlySpan<char> token) => token.Contains('…') || token.StartsWith("..", StringComparison.Ordinal);

    private static bool IsStop(ReadOnlySpan<char> token) => token[0] is '.' or '!' or '?' or '…' && !token.ContainsAnyExcept(".!?…");

    /// <summary>"1." or "a." at the head of a sentence is the number of a list item.</summary>
    private static bool IsListNumber(Stretch stretch, int first, int stop) =>
        stop == first + 1 && stretch[stop] is "." && !stretch.SpaceBefore(stop) && stop + 1 < stretch.End && stretch.SpaceAfter(stop)
        && (IsOutlineNumber(stretch[first]) || stretch[first].Length == 1 && char.IsAsciiLetter(stretch[first][0]));

    /// <summary>"12" and "2.1", not a year.</summary>
    private static bool IsOutlineNumber(ReadOnlySpan<char> token) =>
        token.Length <= LongestNumber && !token.ContainsAnyExcept("0123456789.") && (token.Length <= 3 || token.Contains('.'));

    /// <summary>Closing quotation marks and brackets, more stops, notes such as [1], and a stray " ." after them belong to the sentence.</summary>
    private static int AfterClosers(Stretch stretch, int stop)
    {
        int i = stop + 1;
        while (i < stretch.End)
        {
            ReadOnlySpan<char> token = stretch[i];
            if (IsStop(token) || IsCloser(stretch, i) || stretch.IsFace(i) || (token is "*" && !stretch.SpaceBefore(i)))
                i++;
            else if (token is "[" && NoteEnd(stretch, i) is var note && note > i)
                i = note;
            else if (IsFootnoteNumber(stretch, i))
                i++;
            else
                break;
        }
        return i;
    }

    /// <summary>[1] and [citation needed]; but "[he] said" goes on.</summary>
    private static int NoteEnd(Stretch stretch, int open)
    {
        for (int i = open + 1; i < stretch.End && i <= open + LongestNote; i++)
        {
            if (stretch[i] is "]" && i > open + 1)
                return i + 1 < stretch.End && stretch.IsLower(i + 1) ? open : i + 1;
            if (!stretch.IsLower(i) && stretch[i].ContainsAnyExceptInRange('0', '9'))
                return open;
        }
        return open;
    }

    /// <summary>"It ended.23 They left": a number that hangs on the stop.</summary>
    private static bool IsFootnoteNumber(Stretch stretch, int i) =>
        !stretch.SpaceBefore(i) && stretch.SpaceAfter(i) && stretch[i].Length <= 3 && !stretch[i].ContainsAnyExceptInRange('0', '9')
        && stretch[i - 1] is not (")" or "]" or "}");

    private static bool IsCloser(Stretch stretch, int i)
    {
        ReadOnlySpan<char> token = stretch[i];
        if (token is ")" or "]" or "}")
            return true;
        if (!IsQuote(token))
            return false;
        bool before = stretch.SpaceBefore(i), after = stretch.SpaceAfter(i);
        if (before != after)
            return after;
        return token is "”" or "’" or "''" or "’’" or "»" || (!before && token is not ("“" or "‘" or "«" or "``")) || (before && IsOpen(stretch, i));
    }

    /// <summary>Whether a straight quotation mark with blanks on both sides is the second of a pair.</summary>
    private static bool IsOpen(Stretch stretch, int mark)
    {
        if (stretch[mark] is not ("\"" or "'"))
            return false;
        bool open = false;
        for (int i = Math.Max(stretch.First, mark - LongestQuotation); i < mark; i++)
            open ^= stretch[i].SequenceEqual(stretch[mark]);
        return open;
    }

    private static bool IsQuote(ReadOnlySpan<char> token) =>
        token is "\"" or "'" or "“" or "”" or "‘" or "’" or "«" or "»" or "''" or "``" or "‘’" or "’’" or "„" or "‹" or "›";

    /// <summary>Whether a sentence ends between the stop, with what closes after it, and token <paramref name="next"/>.</summary>
    private bool Ends(Stretch stretch, int stop, int next)
    {
        while (stop + 1 < next && IsStop(stretch[stop + 1]) && !stretch.SpaceBefore(stop + 1))
            stop++; // "...?"
        ReadOnlySpan<char> mark = stretch[stop];
        int word = next;
        while (word < stretch.End && (IsQuote(stretch[word]) || stretch[word] is "(" or "["))
            word++;
        if (word == stretch.End)
            return true;
        ReadOnlySpan<char> following = stretch[word];
        bool quoteClosed = false;
        for (int i = stop + 1; i < next; i++)
            quoteClosed |= IsQuote(stretch[i]);
        bool closed = next > stop + 1;
        if (following[0] is ',' or ';' || (closed && following[0] is ':' or '-' or '–' or '—'))
            return false;
        if (stretch.IsLower(word))
            return !closed && !IsEllipsis(mark) && stretch.SpaceBefore(next); // web text often opens with a small letter, but not after a pause or a quotation
        bool year = mark[0] is '!' or '?' && word == next + 1 && stretch[next] is "(" && following.Length == 4 && !following.ContainsAnyExceptInRange('0', '9');
        if (year)
            return false; // "Viva Maria! (1965)"
        return !(quoteClosed && mark[0] is '?' or '!' && SpeaksNext(stretch, word));
    }

    /// <summary>'"Why?" Putin asked': a name and a verb that hands the quotation to it.</summary>
    private bool SpeaksNext(Stretch stretch, int word)
    {
        for (int i = word; i < stretch.End && i <= word + LongestSpeakerName; i++)
        {
            if (_quotingVerbs.Contains(stretch[i]))
                return i > word;
            if (!char.IsUpper(stretch[i][0]))
                return false;
        }
        return false;
    }
}
