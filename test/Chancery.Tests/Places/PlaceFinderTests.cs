using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Tests.Places;

/// <summary>Places on hand-made trees: "form/UPOS/head/relation", heads counted from 1.</summary>
public class PlaceFinderTests
{
    private static readonly PlaceFinder Finder = new(ReaderFolder.OpenData());

    [Fact]
    public void BehindAPrepositionOfPlaceACapitalIsAPlace()
    {
        PlaceMention place = Assert.Single(Find("met/VERB/0/root in/ADP/3/case Moscow/PROPN/1/obl", ("Moscow", NameType.Place)));
        Assert.Equal(("Moscow", "RUS", "Moscow"), (place.Name, place.Country, place.City));
        Assert.NotNull(place.Latitude);
        Assert.NotNull(place.GeoNames);
    }

    [Fact]
    public void ACapitalThatActsIsNoPlace() =>
        Assert.Empty(Find("Moscow/PROPN/2/nsubj said/VERB/0/root", ("Moscow", NameType.Place)));

    [Fact]
    public void ACityThatIsNoCapitalIsAPlaceWhereverItStands() =>
        Assert.Equal("Mariupol", Assert.Single(Find("Mariupol/PROPN/2/nsubj fell/VERB/0/root", ("Mariupol", NameType.Place))).Name);

    [Fact]
    public void APersonsNameIsNoPlace() =>
        Assert.Empty(Find("met/VERB/0/root with/ADP/4/case Jack/PROPN/4/compound London/PROPN/1/obl", ("Jack London", NameType.Person)));

    [Fact]
    public void APersonsNameAloneIsNoPlace() =>
        Assert.Empty(Find("met/VERB/0/root with/ADP/3/case London/PROPN/1/obl", ("London", NameType.Person)));

    /// <summary>One is in a place, not in a person, whatever the name was taken for.</summary>
    [Fact]
    public void BehindInANameTakenForAPersonsIsAPlace() =>
        Assert.Equal("Jenin", Assert.Single(Find("died/VERB/0/root in/ADP/3/case Jenin/PROPN/1/obl", ("Jenin", NameType.Person))).Name);

    [Theory]
    [InlineData("The/DET/2/det Clinton/PROPN/3/compound campaign/NOUN/0/root")]
    [InlineData("The/DET/2/det U.N./PROPN/3/nsubj imposed/VERB/0/root")]
    [InlineData("in/ADP/2/case March/PROPN/0/root")]
    [InlineData("the/DET/3/det Minsk/PROPN/3/compound process/NOUN/0/root")]
    public void WordsThatMeanSomethingElseAreNone(string words) => Assert.Empty(Find(words));

    [Fact]
    public void WhatTheReportSpeaksOfDecidesButNotAgainstACapital()
    {
        const string Texas = "in/ADP/2/case Dallas/PROPN/0/root ,/PUNCT/2/punct ";
        Assert.Equal("USA", Find(Texas + "Odessa/PROPN/2/conj", ("Dallas", NameType.Place), ("Odessa", NameType.Place))[1].Country);
        Assert.Equal("FRA", Find(Texas + "and/CCONJ/5/cc Paris/PROPN/2/conj", ("Dallas", NameType.Place), ("Paris", NameType.Place))[1].Country);
    }

    [Fact]
    public void APlaceWithinTheNameOfABodyIsNone() =>
        Assert.Empty(Find("work/VERB/0/root in/ADP/3/case Bank/PROPN/1/obl of/ADP/5/case China/PROPN/3/nmod", ("Bank of China", NameType.Organization)));

    [Fact]
    public void TheNameAfterACommaDecides()
    {
        var places = Find("met/VERB/0/root in/ADP/3/case Tripoli/PROPN/1/obl ,/PUNCT/5/punct Lebanon/PROPN/3/appos", ("Tripoli", NameType.Place), ("Lebanon", NameType.Place));
        Assert.Equal(["LBN", "LBN"], places.Select(p => p.Country));
    }

    [Fact]
    public void WithoutMoreTheBiggerOneIsTaken() =>
        Assert.Equal("LBY", Assert.Single(Find("met/VERB/0/root in/ADP/3/case Tripoli/PROPN/1/obl", ("Tripoli", NameType.Place))).Country);

    [Fact]
    public void ACommonWordThatLooksLikeAPlaceIsNone() =>
        Assert.Empty(Find("Reading/NOUN/2/nsubj helps/VERB/0/root", []));

    [Fact]
    public void PlacesHaveIdsInTextOrderAndEvidence()
    {
        var places = Find("from/ADP/2/case Nairobi/PROPN/0/root to/ADP/4/case Kampala/PROPN/2/nmod", ("Nairobi", NameType.Place), ("Kampala", NameType.Place));
        Assert.Equal(["p1 Nairobi", "p2 Kampala"], places.Select(p => $"{p.Id} {p.Name}"));
        Assert.All(places, p => Assert.Equal(p.Span, Assert.Single(p.Evidence.Words)));
    }

    private static ImmutableArray<PlaceMention> Find(string words, params (string Words, NameType Type)[] named)
    {
        string text = "";
        var tokens = new List<TokenAnalysis>();
        foreach (string[] p in words.Split(' ').Select(w => w.Split('/')))
        {
            tokens.Add(new TokenAnalysis(new TextSpan(text.Length, p[0].Length), p[0], Enum.Parse<Upos>(p[1]), "X", int.Parse(p[2]) - 1, p[3]));
            text += p[0] + " ";
        }
        var report = new Report("r", text);
        ImmutableArray<Name> names = [.. named.Select(n => new TextSpan(text.IndexOf(n.Words, StringComparison.Ordinal), n.Words.Length))
            .Zip(named, (span, n) => new Name(span, n.Type, new Evidence("r", SpanList.Of(span), "test", 1)))];
        return Finder.Find(report, [new Sentence(report, 0, 0, tokens)], names, new Cast([], []), []);
    }
}
