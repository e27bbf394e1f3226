using Chancery.Places;
using Chancery.Sources;

namespace Chancery.Tests.Places;

public class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new(ReaderFolder.OpenData());

    [Theory]
    [InlineData("Nairobi", "KEN")]
    [InlineData("NAIROBI", "KEN")]
    [InlineData("São Paulo", "BRA")]
    [InlineData("Sao Paulo", "BRA")]
    [InlineData("Port-au-Prince", "HTI")]
    [InlineData("Port au Prince", "HTI")]
    [InlineData("the Kremlin", "RUS")]
    [InlineData("Alaska", "USA")]
    [InlineData("Kyiv", "UKR")]
    [InlineData("Kiev", "UKR")]
    public void ANameIsFoundHoweverItIsWritten(string name, string country) =>
        Assert.Contains(Gazetteer.Find(name), place => place.Country == country);

    [Fact]
    public void ANameOfSeveralPlacesFindsThemAll() =>
        Assert.Superset(new HashSet<string?> { "GEO", "USA" }, Gazetteer.Find("Georgia").Select(p => p.Country).ToHashSet());

    [Fact]
    public void WhatIsNoPlaceIsNotFound() => Assert.Empty(Gazetteer.Find("Tuesday"));

    [Fact]
    public void ACapitalIsKnownAsOne()
    {
        Assert.Contains(Gazetteer.Find("Canberra"), p => p.IsCapital);
        Assert.DoesNotContain(Gazetteer.Find("Sydney"), p => p.IsCapital);
    }

    [Fact]
    public void ACityKnowsItsDivision()
    {
        Place houston = Gazetteer.Find("Houston").First(p => p.Kind == PlaceKind.City && p.Country == "USA");
        Assert.Equal("Texas", houston.Division);
    }

    [Fact]
    public void AVenueStandsInItsCity() => Assert.Contains(Gazetteer.Find("Kremlin"), p => p is { Kind: PlaceKind.Venue, City: "Moscow" });

    [Theory]
    [InlineData("  The  Hague ", "hague")]
    [InlineData("Guinea-Bissau", "guinea bissau")]
    [InlineData("N'Djamena", "ndjamena")]
    [InlineData("", "")]
    public void TheKeyLeavesOutWhatWritersVary(string name, string key) => Assert.Equal(key, PlaceKey.Of(name.Trim()));
}
