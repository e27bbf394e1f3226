using Chancery.Language.Encoding;
using Chancery.Names;
using Chancery.Tests.Support;

namespace Chancery.Tests.Names;

public class NamePartsTests
{
    private static readonly ListedNames Listed = new(new NameLists(HandMade.Data));
    private static readonly NameParts Parts = new(new NameWords(HandMade.Data));

    private static string[] Correct(string words, params FoundName[] found)
    {
        var made = new HandMade("2025-01-01", string.Join(' ', words.Split(' ').Select((w, i) => $"{w}/PROPN/{i}/dep"))).Sentences[0];
        return [.. Parts.Correct(made, Listed, [.. found]).Select(n => $"{string.Join(' ', made.Tokens[n.First..(n.Last + 1)].Select(t => t.Text))} {n.Type}")];
    }

    private static FoundName Found(int first, int last, NameType type, float score = 0.95f) => new(first, last, type, score, "en-language");

    [Fact]
    public void ATownAndTheStateItLiesInAreTwo() =>
        Assert.Equal(["Santa Barbara Place", "California Place"], Correct("in Santa Barbara California", Found(1, 3, NameType.Place)));

    [Fact]
    public void ATownThatIsCalledAfterABayIsOne() => Assert.Equal(["Galway Bay Place"], Correct("in Galway Bay", Found(1, 2, NameType.Place)));

    [Fact]
    public void APostalCodeBehindATownIsAState() => Assert.Equal(["Portland Place", "OR Place"], Correct("in Portland , OR", Found(1, 1, NameType.Place)));

    [Fact]
    public void ACompanysLegalFormBelongsToItsName() =>
        Assert.Equal(["Harborline , Inc. Organization"], Correct("for Harborline , Inc. , which", Found(1, 1, NameType.Person), Found(3, 3, NameType.Organization)));

    [Fact]
    public void TheArticleIsTheSentences() => Assert.Equal(["Gaza Strip Place"], Correct("in the Gaza Strip", Found(1, 3, NameType.Place)));

    [Fact]
    public void ATitleIsNoPartOfAName() => Assert.Equal(["Olaf Scholz Person"], Correct("met Prime Minister Olaf Scholz", Found(1, 4, NameType.Person)));

    [Fact]
    public void AStormIsNoPerson() => Assert.Equal(["Ophelia Other"], Correct("after Hurricane Ophelia", Found(2, 2, NameType.Person)));

    [Theory]
    [InlineData("( Laughter . )", 1)]
    [InlineData("on Fri , Sat , or Sun", 6)]
    [InlineData("Dana Weiss , MD , said", 3)]
    [InlineData("the ginseng extract", 1)]
    public void WhatNamesNoOneIsNone(string words, int at) => Assert.Empty(Correct(words, Found(at, at, NameType.Person)));

    [Fact]
    public void WhatIsLessLikelyANameThanNotIsNone() => Assert.Empty(Correct("with Marla", Found(1, 1, NameType.Person, 0.4f)));

    [Fact]
    public void OfLongerNamesTheLastWordSaysWhatTheyAre() =>
        Assert.Equal(["Ridgeline Energy Organization"], Correct("at Ridgeline Energy", Found(1, 2, NameType.Place, 0.6f)));

    [Fact]
    public void ASurnameMayComeFirst() =>
        Assert.Equal(["Ostrander , Nathan Person"], Correct("\" Ostrander , Nathan \"", Found(1, 1, NameType.Person), Found(3, 3, NameType.Place)));
}
