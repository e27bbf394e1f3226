using System.Globalization;
using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Training.Antecedents;

/// <summary>Reads GAP: a pronoun a text, and which of two names it stands for.</summary>
internal static class GapCorpus
{
    /// <exception cref="InvalidDataException">A row has too few columns.</exception>
    public static IEnumerable<CoreferenceReport> Read(string file)
    {
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 10)
                throw new InvalidDataException($"{file}: a row has {cells.Length} columns; expected 11");
            string text = cells[1];
            if (text.Any(char.IsSurrogate))
                continue; // its offsets count code points
            TextSpan Span(int words) => new(int.Parse(cells[words + 1], CultureInfo.InvariantCulture), cells[words].Length);
            TextSpan pronoun = Span(2);
            TextSpan? right = cells[6] == "TRUE" ? Span(4) : cells[9] == "TRUE" ? Span(7) : null;
            yield return new CoreferenceReport(new Report(cells[0], text), span => span == pronoun && right is { } name
                ? entity => entity.Mentions.Exists(m => m.Kind == MentionKind.Name && m.Span.Overlaps(name) && 2 * Shared(m.Span, name) >= name.Length && 2 * Shared(m.Span, name) >= m.Span.Length)
                : null);
        }
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
