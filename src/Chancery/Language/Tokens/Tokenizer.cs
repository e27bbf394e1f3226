using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Text;

namespace Chancery.Language.Tokens;

/// <summary>Divides a report into words and marks as Universal Dependencies English (EWT) does: do + n't, Peru + 's, hard + - + won.</summary>
/// <remarks>Time grows with the length of the text. Immutable; one instance serves all threads.</remarks>
public sealed class Tokenizer
{
    private readonly Words _words;
    private readonly Addresses _addresses;

    public Tokenizer(DataPack data)
    {
        _words = new Words(data);
        _addresses = new Addresses(data);
    }

    /// <returns>Tokens in text order that do not overlap; every character that is not white space is in exactly one.</returns>
    public ImmutableArray<TextSpan> Tokenize(Report report)
    {
        string text = report.Text;
        var tokens = ImmutableArray.CreateBuilder<TextSpan>(text.Length / 5 + 1);
        int i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            for (int start = i; i < end; start = i)
            {
                i = TokenEnd(text, start, i, end);
                tokens.Add(TextSpan.FromBounds(start, i));
            }
        }
        return tokens.ToImmutable();
    }

    /// <param name="start">Where the token begins.</param>
    /// <param name="end">Where the next white space, or the end of the text, stands.</param>
    private int TokenEnd(string text, int start, int i, int end)
    {
        while (i < end && Characters.Clings(text, i))
            i += Characters.LengthAt(text, i);
        if (i == end)
            return end;
        bool fresh = i == 0 || !Characters.IsWord(text, i - 1); // not in the middle of what was cut off before
        int at = fresh ? _addresses.End(text, i, end) : i;
        if (at == i)
            at = _words.End(text, i, end);
        if (at == i)
            at = Marks.End(text, i, end);
        while (at < end && Characters.Clings(text, at))
        {
            bool joiner = text[at] == '\u200D';
            at += Characters.LengthAt(text, at);
            if (joiner && at < end && !Characters.IsWord(text, at) && char.IsSurrogate(text[at]))
                at += Characters.LengthAt(text, at);
        }
        return Math.Max(at, start + 1);
    }
}
