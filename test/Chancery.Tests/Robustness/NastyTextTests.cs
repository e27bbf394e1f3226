using System.Diagnostics;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Robustness;

/// <summary>Inputs that break programs: each is read in time, everything holds, and what could not be read is said.</summary>
public class NastyTextTests(ITestOutputHelper output)
{
    // Far above what is needed on any machine, far below what a quadratic reader would take.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(240);

    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["empty"] = () => "",
        ["a byte order mark alone"] = () => "\uFEFF",
        ["10 MB of spaces"] = () => new string(' ', 10_000_000),
        ["10 MB without a space"] = () => new string('a', 10_000_000),
        ["10 MB of Russian on one line"] = () => Repeat("Президент заявил, что переговоры продолжатся. ", 120_000),
        ["100 KB of reports on one line"] = () => Repeat(string.Join(' ', Some.Samples.Select(s => s.Text.ReplaceLineEndings(" "))) + " ", 12),
        ["NULs"] = () => Repeat("\0", 100_000),
        ["line ends"] = () => Repeat("\r\n", 100_000),
        ["marks of direction"] = () => Repeat("\u202E\u200F\u2066", 10_000),
        ["half surrogates"] = () => Repeat("\uD83D \uDE00 ", 5_000),
        ["surrogate pairs"] = () => Repeat("\uD83D\uDE00", 20_000),
        ["an e with 100,000 accents"] = () => "e" + Repeat("\u0301", 100_000),
        ["only quotation marks"] = () => Repeat("\"“”", 10_000),
        ["1,000 nested brackets"] = () => Repeat("(", 1000) + "peace" + Repeat(")", 1000),
        ["digits"] = () => Repeat("1", 100_000),
        ["hyphens"] = () => Repeat("a-", 20_000),
        ["50,000 times one word"] = () => Repeat("attack ", 50_000),
        ["no full stop in 10,000 words"] = () => Repeat("the minister said that Russian troops attacked Ukraine on Monday while Putin and Trump met in Moscow and ", 550),
        ["quotations that never close"] = () => Repeat("“We will attack, he said.\n\n", 1000),
        ["one name on 2,000 lines"] = () => Repeat("The president Putin met him on Monday.\n\n", 2000),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Texts.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    public void IsReadInTimeAndEverythingHolds(string name)
    {
        string text = Texts[name]();
        _ = Some.Reader;
        var watch = Stopwatch.StartNew();
        Reading reading = Some.Reader.Read(new Report("r", text, new DateOnly(2025, 8, 17)));
        output.WriteLine($"{name}: {text.Length} characters in {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < Limit, $"{name} took {watch.Elapsed.TotalSeconds:0} s; expected less than {Limit.TotalSeconds:0}");
        Invariants.Hold(reading);
    }

    [Theory]
    [InlineData("Президент России заявил, что переговоры в Женеве продолжатся в понедельник.")]
    [InlineData("قال الرئيس إن المحادثات ستستمر يوم الاثنين في جنيف.")]
    [InlineData("外交部发言人星期一表示，会谈将在日内瓦继续举行。")]
    [InlineData("Le président de la République a déclaré que les pourparlers dans la capitale se poursuivront avec les ministres des deux pays.")]
    public void AnotherLanguageGivesAWarningAndNoEntries(string text)
    {
        Reading reading = Some.Read(text);
        Assert.Equal(["CHY1003"], reading.Warnings.Select(w => w.Id));
        Assert.Empty(reading.Sentences);
        Assert.Empty(reading.Events);
        Assert.Empty(reading.Statements);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void AnEmptyTextIsSaidToBeEmpty(string text) =>
        Assert.Contains("CHY1004", Some.Read(text).Warnings.Select(w => w.Id));

    [Fact]
    public void AKnownMentionOutsideTheTextIsLeftOut()
    {
        var report = new Report("r", "Russia and Ukraine talked.", new DateOnly(2025, 8, 17))
        {
            Mentions = [new KnownMention(new TextSpan(20, 500), null), new KnownMention(new TextSpan(900, 5), "PERSON"), new KnownMention(default, null)],
        };
        Invariants.Hold(Some.Reader.Read(report));
    }

    [Fact]
    public void AMarkOfDirectionInAWordLosesNothing()
    {
        Reading reading = Some.Read("The \u200Fminister\u200E met Putin in Moscow on Mon\u00ADday.");
        Assert.Contains(reading.Sentences[0].Tokens, t => t.Text == "\u200Fminister\u200E");
        Invariants.Hold(reading);
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
