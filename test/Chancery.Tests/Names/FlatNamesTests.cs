using Chancery.Names;
using Chancery.Tests.Support;

namespace Chancery.Tests.Names;

public class FlatNamesTests
{
    private static readonly byte Begin = NameLabels.Of(NameType.Person, begins: true), Inside = NameLabels.Of(NameType.Person, begins: false);
    private static readonly byte Place = NameLabels.Of(NameType.Place, begins: true), InPlace = NameLabels.Of(NameType.Place, begins: false);

    private static byte[] Join(string sentence, params byte[] labels)
    {
        FlatNames.Join(new HandMade("2025-01-01", sentence).Sentences[0], labels);
        return labels;
    }

    [Fact]
    public void AWordThatWasLeftOutIsTakenIn() =>
        Assert.Equal([0, Begin, Inside, 0], Join("President/PROPN/2/nmod:desc Adama/PROPN/4/nsubj Barrow/PROPN/2/flat spoke/VERB/0/root", 0, Begin, 0, 0));

    [Fact]
    public void ANameInTwoPiecesIsOne() =>
        Assert.Equal([Begin, Inside, Inside, 0], Join("Ana/PROPN/4/nsubj Lucia/PROPN/1/flat Prado/PROPN/1/flat spoke/VERB/0/root", Begin, Place, InPlace, 0));

    [Fact]
    public void AWordThatGoesOnFromAChangedLabelBeginsAnew() =>
        Assert.Equal([Begin, Inside, Place, 0], Join("Ana/PROPN/4/nsubj Prado/PROPN/1/flat Lima/PROPN/2/list spoke/VERB/0/root", Begin, Place, InPlace, 0));

    [Fact]
    public void HyphensBelongToTheNameAndCommasDoNot()
    {
        Assert.Equal([Begin, Inside, Inside, 0], Join("Abu/PROPN/4/nsubj -/PUNCT/1/punct Zayd/PROPN/1/flat spoke/VERB/0/root", Begin, 0, 0, 0));
        Assert.Equal([Begin, 0, 0, 0], Join("Prado/PROPN/4/nsubj ,/PUNCT/1/punct Ana/PROPN/1/flat spoke/VERB/0/root", Begin, 0, 0, 0));
    }

    [Fact]
    public void AProperNounThatTheNameIsAPartOfBelongsToIt() =>
        Assert.Equal([Begin, Inside, 0], Join("Ana/PROPN/2/compound Prado/PROPN/3/nsubj spoke/VERB/0/root", Begin, 0, 0));

    [Fact]
    public void PlacesAreLeftAsTheyAre() =>
        Assert.Equal([Place, 0, 0], Join("San/PROPN/3/nsubj Rafael/PROPN/1/flat burned/VERB/0/root", Place, 0, 0));
}
