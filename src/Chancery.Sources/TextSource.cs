using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Text;

namespace Chancery.Sources;

/// <summary>One text, one report. A first line may begin with "date YYYY-MM-DD": the publication date, no part of the text.</summary>
public static partial class TextSource
{
    /// <param name="date">The publication date where the text itself gives none.</param>
    public static Report Read(string id, ReadOnlySpan<byte> bytes, DateOnly? date = null)
    {
        (string text, Warning? warning) = ReceivedText.Decode(bytes);
        DateOnly? published = null;
        Match line = DateLine().Match(text);
        if (line.Success && !IsDay(line))
            warning ??= Warnings.UnreadableDate(line.Value.Trim(), new TextSpan(0, line.Length));
        if (line.Success && DateOnly.TryParseExact(line.Groups[1].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            published = day;
            text = text[line.Length..];
            warning = warning is { Span: { } at } ? warning with { Span = new TextSpan(Math.Max(0, at.Start - line.Length), Math.Min(at.Length, text.Length)) } : warning;
        }
        return new Report(id, text, published ?? date) { Warnings = warning is null ? [] : [warning] };
    }

    private static bool IsDay(Match line) =>
        DateOnly.TryParseExact(line.Groups[1].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A\s*date ([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ \t]*(?:\r\n|\n|\r)|[ \t]+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();
}
