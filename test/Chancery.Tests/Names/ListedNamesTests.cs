using Chancery.Language.Encoding;
using Chancery.Names;
using Chancery.Tests.Support;

namespace Chancery.Tests.Names;

public class ListedNamesTests
{
    private static readonly ListedNames Listed = new(new NameLists(HandMade.Data));

    private static string[] Complete(string sentence, params FoundName[] found)
    {
        var made = new HandMade("2025-01-01", sentence).Sentences[0];
        return [.. Listed.Complete(made, [.. found]).Select(n => $"{string.Join(' ', made.Tokens[n.First..(n.Last + 1)].Select(t => t.Text))} {n.Type} {n.Rule}")];
    }

    [Fact]
    public void AGroupIsABodyWhateverTheNetworkSays() => Assert.Equal(NameType.Organization, ListedNames.Kind(NameList.Group, 0.99f));

    [Fact]
    public void ATownIsNoPersonUnlessTheNetworkIsSure()
    {
        Assert.Equal(NameType.Place, ListedNames.Kind(NameList.City, 0.6f));
        Assert.Null(ListedNames.Kind(NameList.City, 0.95f));
    }

    [Theory]
    [InlineData(NameList.None)]
    [InlineData(NameList.City | NameList.GivenName)]
    [InlineData(NameList.City | NameList.Organization)]
    public void WhatIsInListsOfSeveralKindsIsLeftToTheNetwork(object lists) => Assert.Null(ListedNames.Kind((NameList)lists, 0.4f));

    private const string Report = "The/DET/4/det World/PROPN/4/compound Food/PROPN/4/compound Programme/PROPN/5/nsubj told/VERB/0/root Hamas/PROPN/5/iobj so/ADV/5/advmod";

    [Fact]
    public void ABodyThatTheNetworkMissedIsFound() =>
        Assert.Equal(["World Food Programme Organization names.lists", "Hamas Organization names.lists"], Complete(Report));

    [Fact]
    public void ABodyThatTheNetworkCutShortIsWhole() =>
        Assert.Equal(["World Food Programme Organization names.lists", "Hamas Organization names.lists"],
            Complete(Report, new FoundName(1, 2, NameType.Organization, 0.9f, "network"), new FoundName(5, 5, NameType.Place, 0.9f, "network")));

    [Fact]
    public void ALongerNameIsLeftWhole() =>
        Assert.Equal(["World Food Programme Building Place network"],
            Complete("World/PROPN/4/compound Food/PROPN/4/compound Programme/PROPN/4/compound Building/PROPN/0/root", new FoundName(0, 3, NameType.Place, 0.9f, "network")));

    [Theory]
    [InlineData("press@example.org", true)]
    [InlineData("https://example.org/a", true)]
    [InlineData("www.example.org", true)]
    [InlineData("Port Sudan", false)]
    public void AnAddressNamesNoOne(string words, bool address) => Assert.Equal(address, ListedNames.IsAddress(words));
}
