using Chancery.Language.Encoding;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Tests.Names;

public class ListedNamesTests
{
    private static Name Found(NameType type, float score) => new(new TextSpan(0, 4), type, new Evidence("r", SpanList.Of(new TextSpan(0, 4)), "network", score));

    [Fact]
    public void AGroupIsABodyWhateverTheNetworkSays()
    {
        Name name = ListedNames.Checked(Found(NameType.Place, 0.99f), NameList.Group);
        Assert.Equal((NameType.Organization, ListedNames.Rule), (name.Type, name.Evidence.Rule));
    }

    [Fact]
    public void ATownIsNoPersonUnlessTheNetworkIsSure()
    {
        Assert.Equal(NameType.Place, ListedNames.Checked(Found(NameType.Person, 0.6f), NameList.City).Type);
        Assert.Equal(NameType.Person, ListedNames.Checked(Found(NameType.Person, 0.95f), NameList.City).Type);
    }

    [Theory]
    [InlineData(NameList.None)]
    [InlineData(NameList.City | NameList.GivenName)]
    [InlineData(NameList.City | NameList.Organization)]
    public void WhatIsInListsOfSeveralKindsIsLeftToTheNetwork(object lists)
    {
        Name found = Found(NameType.Person, 0.4f);
        Assert.Same(found, ListedNames.Checked(found, (NameList)lists));
    }

    [Theory]
    [InlineData("press@example.org", true)]
    [InlineData("https://example.org/a", true)]
    [InlineData("www.example.org", true)]
    [InlineData("Port Sudan", false)]
    public void AnAddressNamesNoOne(string words, bool address) => Assert.Equal(address, ListedNames.IsAddress(words));
}
