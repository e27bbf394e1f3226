using Chancery.Tests.Support;
using Chancery.Text;
using CsCheck;

namespace Chancery.Tests.Robustness;

/// <summary>
/// Random and mutated text. What fails is printed with the seed to run it again with (seed: "..."); CHANCERY_FUZZ=1000 makes a
/// thousand times as many tries.
/// </summary>
public class MutatedTextTests
{
    // Characters that break programs: invisible, half, joined, reversed, quoting, bracketing.
    private static readonly string[] Nasty =
    [
        "\0", "\u0001", "\u001B[0m", "\u007F", "\u0085", "\u2028", "\uFEFF", "\u00AD", "\u200B", "\u200D", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069",
        "\uD83D", "\uDE00", "\uD83D\uDE00", "\uD83C\uDDEB\uD83C\uDDF7", "e\u0301", "\u0301\u0301\u0301", "\uFFFD", "\uFFFF", "ﬁ", "İ", "ß", "ǅ",
        "\"", "“", "”", "‘", "’", "«", "''", "``", "(", ")", "((((", "[", "]", "{", "}", "<b>", "&amp;", "—", "--", "…", "...", "?!", "\r", "\r\n", "\n\n", "\t", "\u00A0",
        "Putin", " said ", " he ", " we ", " Monday ", " 2025-13-45 ", " 99999999999999999999 ", " the ", " and ", " not ", " to ", " if ", " by ", "'s ", "n't", "$", "€40m", "%",
        "Президент", "الرئيس", "总统", "אבג", "http://x.y/?a=b", "@x", "#y",
    ];

    private static readonly long Tries = int.Parse(Environment.GetEnvironmentVariable("CHANCERY_FUZZ") ?? "1");

    private static readonly Gen<string> Mutated =
        from sample in Gen.Int[0, Some.Samples.Count - 1]
        from first in Gen.Double.Unit
        from length in Gen.Int[50, 900]
        from edits in Gen.Select(Gen.Double.Unit, Gen.Int[0, 3], Gen.Int[0, Nasty.Length - 1], Gen.Int[1, 40]).List[0, 12]
        select Mutate(Cut(Some.Samples[sample].Text, first, length), edits);

    private static readonly Gen<string> Random = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(c => new string(c)),
        Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]).List[0, 80].Select(string.Concat),
        Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]).List[0, 80].Select(parts => string.Join(' ', parts)));

    private static string Cut(string text, double at, int length)
    {
        int start = (int)(at * text.Length);
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static string Mutate(string text, List<(double At, int What, int Piece, int Length)> edits)
    {
        foreach ((double at, int what, int piece, int length) in edits)
        {
            int start = (int)(at * text.Length), end = Math.Min(text.Length, start + length);
            text = what switch
            {
                0 => text.Remove(start, end - start),
                1 => text.Insert(start, text[start..end]),
                2 => text[..start] + new string([.. text[start..end].Reverse()]) + text[end..],
                _ => text.Insert(start, Nasty[piece]),
            };
        }
        return text;
    }

    [Fact]
    public void AMutatedReportIsReadAndEverythingHolds() => Mutated.Sample(Check, iter: 150 * Tries, threads: 2, print: Printed);

    [Fact]
    public void RandomTextIsReadAndEverythingHolds() => Random.Sample(Check, iter: 150 * Tries, threads: 2, print: Printed);

    private static void Check(string text)
    {
        Reading reading = Some.Reader.Read(new Report("r", text, new DateOnly(2025, 8, 17)));
        Invariants.Hold(reading);
        JsonOf.Holds(reading);
        Assert.Equal(JsonOf.Bytes(reading), JsonOf.Bytes(Some.Reader.Read(new Report("r", text, new DateOnly(2025, 8, 17)))));
        _ = ReadingConllu.Write(reading);
        _ = ReadingBrat.Write(reading);
    }

    /// <summary>As a C# literal, so that it can be pasted into a test.</summary>
    private static string Printed(string text) => '"' + string.Concat(text.Select(c => c is >= ' ' and < '\u007F' and not '"' and not '\\' ? c.ToString() : $"\\u{(int)c:X4}")) + '"';
}
