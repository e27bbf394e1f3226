using Chancery.Events;
using Chancery.Language;
using Chancery.Tests.Support;

namespace Chancery.Tests.Events;

/// <summary>What words say of him of whom they are said: praise, blame, both, neither.</summary>
public class TonesTests
{
    private static readonly WordClasses Classes = new(HandMade.Data);

    private static string Of(string words, int at)
    {
        Sentence sentence = new HandMade("2024-03-14", words).Sentences[0];
        return Tones.Of(sentence.Tokens[at], Classes);
    }

    [Fact]
    public void ALiarIsBlamed() => Assert.Equal("blame", Of("Ortiz/PROPN/2/nsubj called/VERB/0/root Sato/PROPN/2/obj a/DET/5/det liar/NOUN/2/xcomp", 1));

    [Fact]
    public void AHeroIsPraised() => Assert.Equal("praise", Of("Ortiz/PROPN/2/nsubj called/VERB/0/root Sato/PROPN/2/obj a/DET/5/det hero/NOUN/2/xcomp", 1));

    [Fact]
    public void WhatIsDeniedIsTheOpposite() =>
        Assert.Equal("blame", Of("Ortiz/PROPN/2/nsubj called/VERB/0/root Sato/PROPN/2/obj no/DET/5/det hero/NOUN/2/xcomp", 1));

    [Fact]
    public void AnyOtherWordSaysNeither() => Assert.Equal("", Of("Ortiz/PROPN/2/nsubj called/VERB/0/root Sato/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl", 1));

    [Fact]
    public void WhatStandsBeforeHeSaidIsTakenWithIt() =>
        Assert.Equal("blame", Of("Sato/PROPN/3/nsubj shamefully/ADV/3/advmod lied/VERB/0/root ,/PUNCT/6/punct Ortiz/PROPN/6/nsubj said/VERB/3/parataxis/say", 5));

    [Fact]
    public void AWordIsOfOnePolarityOnly()
    {
        string[] words = [.. HandMade.Data.Table("events/polarity.tsv").Rows.SelectMany(r => r.List("words"))];
        Assert.Equal(words.Length, words.Distinct().Count());
    }
}
