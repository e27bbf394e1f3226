using Chancery.Language;
using Chancery.Learning;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Language;

public class LanguageReaderTests
{
    private static Models Models { get; } = new(Directory.GetFiles(Repository.PathOf("models"), "*.model")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f)));

    private static LanguageReader Reader { get; } = new(LanguageData.Pack, Models);

    [Fact]
    public void APlainSentenceHasTheTreeAGrammarBookGives()
    {
        var sentence = Assert.Single(Reader.Read(new Report("r", "The minister met her envoy in Lima."), []));
        Assert.Equal("met", sentence.Root.Text);
        Assert.Equal(("minister", "envoy"), (sentence.Root.Child("nsubj")?.Text, sentence.Root.Child("obj")?.Text));
        Assert.Equal("meet", sentence.Root.Lemma);
        Assert.Equal("VBD", sentence.Root.Xpos);
    }

    [Fact]
    public void ASentenceTooLongIsReadInPartsAndSaidSo()
    {
        var warnings = new List<Warning>();
        var sentences = Reader.Read(new Report("r", string.Join(" and ", Enumerable.Repeat("the minister met the envoy", 100)) + "."), warnings);
        Assert.Contains(warnings, w => w.Id == "CHY1011");
        Assert.Equal(600, sentences.Sum(s => s.Tokens.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\uD800 \uFFFF . . . !!!")]
    [InlineData("((((((((((")]
    [InlineData("a\tb\n\n\n\nc")]
    public void OddTextLosesNothing(string text)
    {
        var report = new Report("r", text);
        var tokens = Reader.Read(report, []).SelectMany(s => s.Tokens);
        Assert.Equal(text.Where(c => !char.IsWhiteSpace(c)), tokens.SelectMany(t => t.Text));
    }

    [Fact]
    public void WhatIsNotEnglishGivesAWarningAndNoSentences()
    {
        var warnings = new List<Warning>();
        Assert.Empty(Reader.Read(new Report("r", "Президент заявил, что стороны договорились."), warnings));
        Assert.Equal("CHY1003", Assert.Single(warnings).Id);
    }

    [Fact]
    public void ASentenceReadsTheSameAloneAndAmongOthers()
    {
        string[] sentences = ["The minister met her envoy in Lima.", "Rebels shelled the town, residents said.", "Peru will not sign the treaty that Quito proposed."];
        static string Tree(Sentence s) => string.Join(' ', s.Tokens.Select(t => $"{t.Text}/{t.Xpos}/{t.Head?.Index}/{t.Deprel}"));
        string together = string.Join(' ', Enumerable.Repeat(string.Join(' ', sentences), 30));
        string[] among = [.. Reader.Read(new Report("r", together), []).Select(Tree)];
        string[] alone = [.. sentences.Select(s => Tree(Assert.Single(Reader.Read(new Report("r", s), []))))];
        Assert.Equal(Enumerable.Repeat(alone, 30).SelectMany(a => a), among);
    }

    [Fact]
    public void ADatelineIsReadByItselfAndStandsBesideTheSentence()
    {
        var sentence = Assert.Single(Reader.Read(new Report("r", "LIMA, May 3 (Meridian) — The minister met her envoy."), []));
        Assert.Equal(8, sentence.Dateline);
        Assert.Equal("met", sentence.Root.Text);
        Assert.Equal("minister", sentence.Root.Child("nsubj")?.Text);
        Assert.Equal(("met", "parataxis"), (sentence.Tokens[0].Head?.Text, sentence.Tokens[0].Deprel));
    }
}
