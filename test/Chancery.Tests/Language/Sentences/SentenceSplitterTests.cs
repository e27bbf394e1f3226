using System.Collections.Immutable;
using Chancery.Language.Sentences;
using Chancery.Language.Tokens;
using Chancery.Text;
using CsCheck;

namespace Chancery.Tests.Language.Sentences;

public class SentenceSplitterTests
{
    private static readonly Tokenizer Tokenizer = new(LanguageData.Pack);
    private static readonly SentenceSplitter Splitter = new(LanguageData.Pack);

    private static string[] Sentences(string text)
    {
        var report = new Report("test", text);
        ImmutableArray<TextSpan> tokens = Tokenizer.Tokenize(report);
        return [.. Splitter.Split(report, tokens).Select(s => report[tokens[s.FirstToken].Cover(tokens[s.EndToken - 1])].ToString())];
    }

    [Theory]
    [InlineData("Gen. Smith met Mr. Jones in Washington, D.C. on Jan. 5.|They talked.")]
    [InlineData("GENEVA, Aug 15 (Agency) — Talks began on Friday.|They failed.")]
    [InlineData("“We talked.|It was good,” he said.|He left.")]
    [InlineData("\"Why?\" he asked.|\"No!\" Putin said.|\"Go.\"|Then he left.")]
    [InlineData("It was over (he said so.)|They left.")]
    [InlineData("He waited... and left; nobody came.|So what?!|Well.")]
    [InlineData("He said “the roots are the basis for a settlement.” .|She left.")]
    [InlineData("He cited Res. 2254 (2015).|The talks failed. [1]|They met. [12]|It ended.")]
    [InlineData("“Is it over?” Maria Zakharova asked.|‘Never.’|He left.")]
    [InlineData("1. Withdraw all troops.")]
    [InlineData("He left; she stayed; nobody spoke.")]
    [InlineData("Best regards,|Ann Smith")]
    [InlineData("See www.un.org|www.nato.int|The end")]
    [InlineData("Prices rose 3.5 percent.|It cost $5.5m.")]
    public void SentencesEndWhereTheyShould(string marked) =>
        Assert.Equal(marked.Split('|'), Sentences(marked.Replace('|', ' ')));

    [Fact]
    public void ABlankLineEndsAHeading() => Assert.Equal(["Talks fail", "They met."], Sentences("Talks fail\n\nThey met."));

    [Fact]
    public void AStraySpacedStopIsNoSentence() => Assert.Single(Sentences("a “settlement.” ."));

    [Fact]
    public void HardWrappedLinesAreOneParagraph() => Assert.Equal(2, Sentences(
        "The president said on Monday that the talks would go on\nand that nobody had left the room before the\ndocument was signed. He did not say when the next round\nwould begin.").Length);

    [Fact]
    public void LinesOfUnwrappedTextAreParagraphs()
    {
        string line = "The president said on Monday that the talks would go on, that nobody had left the room, and that the document would soon be signed";
        Assert.Equal(2, Sentences(line + "\n" + line).Length);
    }

    [Fact]
    public void AListMarkBeginsAParagraph() => Assert.Equal(3, Sentences(
        "The two sides agreed on these three steps, which they will take\n• a truce that is to be kept by all the forces in the field\n• talks").Length);

    [Fact]
    public void LongRunsEndInTime()
    {
        foreach (string piece in new[] { ".", "”", "a\n", "\n", "[1]", "Thanks, A " })
            Assert.NotEmpty(Sentences("a" + string.Concat(Enumerable.Repeat(piece, 20_000))));
    }

    [Fact]
    public void AThousandBracketsAreFine() => Assert.Single(Sentences(new string('(', 1000) + "a" + new string(')', 1000) + "."));

    [Fact]
    public void EveryTokenIsInOneSentence() => Some.TextOf([".", "?", "!", "\"", "”", "(", ")", "a", "He", " ", "\n", "\n\n", "...", "1", "Mr.", "[", "]", ","]).Sample(text =>
    {
        var report = new Report("test", text);
        ImmutableArray<TextSpan> tokens = Tokenizer.Tokenize(report);
        int at = 0, paragraph = 0;
        foreach (SentenceRange sentence in Splitter.Split(report, tokens))
        {
            Assert.Equal(at, sentence.FirstToken);
            Assert.True(sentence.EndToken > at && sentence.Paragraph >= paragraph);
            (at, paragraph) = (sentence.EndToken, sentence.Paragraph);
        }
        Assert.Equal(tokens.Length, at);
    }, iter: 3000);
}
