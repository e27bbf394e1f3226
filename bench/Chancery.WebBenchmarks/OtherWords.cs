using Chancery.Text;

namespace Chancery.WebBenchmarks;

/// <summary>Puts other words of the same length in place of half the words of a text: all offsets stay, the text is another.</summary>
internal sealed class OtherWords
{
    private readonly Dictionary<int, string[]> _byLength;

    public OtherWords(IEnumerable<Report> reports) => _byLength = reports.SelectMany(r => Words(r.Text).Select(w => r.Text[w.Start..w.End])).Where(w => w.All(char.IsAsciiLetterLower))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).GroupBy(w => w.Length).ToDictionary(g => g.Key, g => g.ToArray());

    public string In(string text, Random random)
    {
        char[] other = text.ToCharArray();
        foreach (TextSpan word in Words(text))
        {
            ReadOnlySpan<char> old = text.AsSpan(word.Start, word.Length);
            if (char.IsAsciiDigit(old[0]))
            {
                for (int i = word.Start; i < word.End; i++)
                    other[i] = char.IsAsciiDigit(other[i]) ? (char)('1' + random.Next(9)) : other[i];
            }
            else if (random.Next(2) == 0 && old.IndexOfAnyExceptInRange('a', 'z') < 0 && _byLength.TryGetValue(word.Length, out string[]? words))
            {
                words[random.Next(words.Length)].CopyTo(0, other, word.Start, word.Length);
            }
        }
        return new string(other);
    }

    private static IEnumerable<TextSpan> Words(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            if (i > start)
                yield return TextSpan.FromBounds(start, i);
        }
    }
}
