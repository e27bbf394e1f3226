using Chancery.Actors;
using Chancery.Data;

namespace Chancery.Tests.Actors;

public class ActorSearchTests
{
    private static readonly ActorRegistry Registry = new(
    [
        Table.Parse("countries.tsv", "code\tname\taliases\tadjectives\tdemonyms\tmetonyms\nFRA\tFrance\t\tFrench\tFrench\tParis\nJOR\tJordan\t\tJordanian\tJordanians\tAmman\n"),
        Table.Parse("groups.tsv", "id\tname\taliases\tcountry\tsectors\nfront\tNorthern Front\tNF\tFRA\tREB\n"),
        Table.Parse("offices.tsv", "office\ttitle\tsector\tsingle\twords\tleader\npresident\tPresident\tGOV\tyes\tpresident\tyes\nforeign-minister\tForeign Minister\tGOV\tyes\tforeign minister|top diplomat\t\nrebel-leader\tRebel Leader\tREB\t\trebel leader\tyes\n"),
        Table.Parse("FRA.tsv", "name\toffice\tfrom\tto\ttitle\tgender\taliases\tid\nAnne Moreau\tpresident\t2001-03-01\t2005-04\t\tf\t\t\nBen Élie\tpresident\t2005-04\t\t\tm\t\t\nBen Élie\tforeign-minister\t1999\t2001\t\tm\t\t\n"),
        Table.Parse("JOR.tsv", "name\toffice\tfrom\tto\ttitle\tgender\taliases\tid\nZaid Jordan\tforeign-minister\t2001\t2002\t\tm\t\t\n"),
        Table.Parse("group-front.tsv", "name\toffice\tfrom\tto\ttitle\tgender\taliases\tid\nCarl Ode\trebel-leader\t2001\t\t\tm\t\t\n"),
    ]);

    [Theory]
    [InlineData("moreau", null, "anne-moreau: president")]
    [InlineData("ANNE MOREAU", null, "anne-moreau: president")]
    [InlineData("elie", null, "ben-elie: foreign-minister president")]
    [InlineData("elie", "2000-01-01", "ben-elie: foreign-minister")]
    [InlineData("president of france", null, "anne-moreau: president; ben-elie: president")]
    [InlineData("French president", "2002-01-01", "anne-moreau: president")]
    [InlineData("France's top diplomat", null, "ben-elie: foreign-minister")]
    [InlineData("foreign minister", null, "ben-elie: foreign-minister; zaid-jordan: foreign-minister")]
    [InlineData("foreign minister elie", null, "ben-elie: foreign-minister")]
    [InlineData("nf", null, "front: ; carl-ode: rebel-leader")]
    [InlineData("leader of the northern front", null, "carl-ode: rebel-leader")]
    [InlineData("jordan", null, "jordan: ; zaid-jordan: foreign-minister")]
    [InlineData("front", null, "front: ")]
    [InlineData("more", null, "anne-moreau: president")]
    [InlineData("moreau", "1990-01-01", "")]
    [InlineData("nobody", null, "")]
    [InlineData("of the", null, "")]
    [InlineData("", null, "")]
    public void ASearchIsANameACountryAnOfficeOrSeveralOfThese(string search, string? day, string found) => Assert.Equal(found, string.Join("; ",
        new ActorSearch(Registry).Find(search, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"))
            .Select(f => $"{f.Actor.Id}: {string.Join(' ', f.Roles.Select(t => t.Office))}")));

    [Fact]
    public void ACountryFindsTheStateThenItsGroupsThenItsPeople() =>
        Assert.Equal(["france", "front", "anne-moreau", "ben-elie"], new ActorSearch(Registry).Find("france", null).Select(f => f.Actor.Id));

    [Fact]
    public void ANameMistypedIsNearTheRightOne() => Assert.Equal(["Anne Moreau"], new ActorSearch(Registry).Nearest("morau"));

    [Fact]
    public void DaysAreAsExactAsTheTableGivesThem() => Assert.Equal(["1999 2001", "2005-04 "],
        new ActorSearch(Registry).Find("elie", null)[0].Roles.Select(t => $"{t.FromText} {t.ToText}"));
}
