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
    [InlineData("Thanks|Ann Smith")]
    [InlineData("Thanks, I know that.|Thanks Ann for all.")]
    [InlineData("She said \" we left. \"|He stayed.")]
    [InlineData("It matters.|*|* It is late.")]
    [InlineData("See www.un.org|www.nato.int|The end")]
    [InlineData("Prices rose 3.5 percent.|It cost $5.5m.")]
    [InlineData("NAIROBI, Kenya (Agency) -- The U.S. and the E.U. agreed.|However, Mr Doe, of Foo Inc., left the U.S.|The talks went on.")]
    [InlineData("KYIV (Agency) - President A. B. Okafor spoke at 5 p.m. on Friday.|He will be back on Feb. 3.|In 2001 he won.")]
    [InlineData("“We will not go,” Gen. Roe said.|“We will stay. ”|She left.")]
    [InlineData("‘I’m tired,’ she said.|‘Let’s go.’|The ’90s were better.")]
    [InlineData("“Well...” she said.|“Is it?|Who knows!” he said.")]
    [InlineData("It failed (see page 3).|(It began in May.)|They will resume.")]
    [InlineData("Prices rose 3.5% to $1.2bn (£900m).|See www.example.org/a?b=c.|Mail press@example.org.|He left.")]
    [InlineData("He won it for Viva Maria! (1965), and left.|She went home. [citation needed]|It ended.23|They met.|[he] spoke.")]
    [InlineData("There are two steps:|1. Leave.|2.1. Go back to the door.")]
    [InlineData("So what about tea...?|they said no.|Who asked?|Nobody.")]
    [InlineData("See Plan.pdf|- Map.pdf|Thanks for all.")]
    public void SentencesEndWhereTheyShould(string marked) =>
        Assert.Equal(marked.Split('|'), Sentences(marked.Replace('|', ' ')));

    [Fact]
    public void ABlankLineEndsAHeading() => Assert.Equal(["Talks fail", "They met."], Sentences("Talks fail\n\nThey met."));

    [Fact]
    public void AStraySpacedStopIsNoSentence() => Assert.Single(Sentences("a “settlement.” ."));

    [Theory]
    [InlineData("It ended.The ministers left.”They came.", 3)]
    [InlineData("The mi\u00ADnister left.\u200B He came.\uFEFF She too.", 3)]
    [InlineData("“We will fight.\n\n“And we will win,” he added.", 2)]
    [InlineData("By Ann Roe\n\nMinister leaves\n\nLIMA, May 3 (Agency) – She left.", 3)]
    public void BlanksMissingAndCharactersWithoutWidthDoNotHideAnEnd(string text, int sentences) => Assert.Equal(sentences, Sentences(text).Length);

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
