using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Times;

/// <summary>
/// A run of letters, a run of digits, or one other character of a token. Times are matched over atoms, so that "10-year",
/// "Aug." and "10:30" are read alike however the words were divided.
/// </summary>
/// <param name="Form">In lower case; curly apostrophes and en dashes made straight.</param>
/// <param name="Glued">Whether no white space stands before it.</param>
internal readonly record struct Atom(Token Token, TextSpan Span, string Form, bool Capital, bool Glued)
{
    public bool IsNumber => char.IsAsciiDigit(Form[0]);
    public bool IsWord => char.IsLetter(Form[0]);

    public static ImmutableArray<Atom> Of(Sentence sentence)
    {
        var atoms = ImmutableArray.CreateBuilder<Atom>();
        int end = -1;
        foreach (Token token in sentence.Tokens)
        {
            foreach ((int start, int length) in Runs(token.Text))
            {
                var span = new TextSpan(token.Span.Start + start, length);
                ReadOnlySpan<char> text = token.Text.AsSpan(start, length);
                // Words divided in the tree may share their characters; each character is one atom only.
                if (span.Start < end || text.IsWhiteSpace())
                    continue;
                atoms.Add(new Atom(token, span, Normal(text), char.IsUpper(text[0]), span.Start == end));
                end = span.End;
            }
        }
        return atoms.ToImmutable();
    }

    /// <summary>The forms of a phrase as the atoms of a report would have them.</summary>
    public static (string Form, bool Glued)[] Forms(string phrase) =>
        [.. Runs(phrase).Where(r => !char.IsWhiteSpace(phrase[r.Start]))
            .Select(r => (Normal(phrase.AsSpan(r.Start, r.Length)), r.Start > 0 && !char.IsWhiteSpace(phrase[r.Start - 1])))];

    private static IEnumerable<(int Start, int Length)> Runs(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i++;
            int kind = Kind(text[start]);
            while (kind > 0 && i < text.Length && Kind(text[i]) == kind)
                i++;
            yield return (start, i - start);
        }
    }

    private static int Kind(char c) => char.IsAsciiDigit(c) ? 1 : char.IsLetter(c) ? 2 : 0;

    private static string Normal(ReadOnlySpan<char> text) => text switch
    {
        "’" or "‘" or "ʼ" => "'",
        "–" or "‐" or "‑" => "-",
        _ => text.ToString().ToLowerInvariant(),
    };
}
