using Chancery.Data;
using Chancery.DataCompiler;

namespace Chancery.Tests.Data;

public class ActorChecksTests
{
    private const string TenureColumns = "name\toffice\tfrom\tto\ttitle\tgender\taliases\tid\n";

    private static readonly Table Countries = Table.Parse("actors/countries.tsv",
        "code\tiso2\tname\taliases\tadjectives\tdemonyms\tcapital\tmetonyms\tregion\nFRA\tFR\tFrance\t\tFrench\tFrench\tParis\tParis\tEurope\n");

    private static readonly Table Offices = Table.Parse("actors/offices.tsv",
        "office\ttitle\tsector\tsingle\twords\tleader\npresident\tPresident\tGOV\tyes\tpresident\tyes\nminister\tMinister\tGOV\t\tminister\t\n");

    [Theory]
    [InlineData("Ann\tprezident\t2001\t2002\t\tf\t\t\n", "actors/tenures/FRA.tsv(2,5): error CHY0211: no office \"prezident\"; expected one of offices.tsv")]
    [InlineData("Ann\tpresident\t2001-13\t2002\t\tf\t\t\n", "actors/tenures/FRA.tsv(2,15): error CHY0212: \"2001-13\" is no date; expected YYYY-MM-DD, YYYY-MM or YYYY")]
    [InlineData("Ann\tpresident\t2021-06-15\t2019-03-01\t\tf\t\t\n", "actors/tenures/FRA.tsv(2,26): error CHY0213: Ann leaves on 2019-03-01, before coming on 2021-06-15; expected an end on or after the start, or none while it runs")]
    [InlineData("Ann\tpresident\t2001\t2002\t\tx\t\t\n", "actors/tenures/FRA.tsv(2,26): error CHY0218: \"x\" is no gender; expected m, f or nothing")]
    [InlineData("Ann\tpresident\t2001-01-01\t2005-01-01\t\tf\t\t\nBen\tpresident\t2004-12-01\t\t\tm\t\t\n",
        "actors/tenures/FRA.tsv(3,15): error CHY0214: Ben is \"president\" from 2004-12-01, while Ann (line 2) is until 2005-01-01; expected one holder at a time")]
    [InlineData("\tpresident\t2001\t2002\t\tf\t\t\n", "actors/tenures/FRA.tsv(2,1): error CHY0220: no name; expected one, as news writes it")]
    [InlineData("Ann\tpresident\t\t2002\t\tf\t\t\n", "actors/tenures/FRA.tsv(2,15): error CHY0226: Ann has no first day; expected one, if only the year")]
    [InlineData("Ann\tminister\t2001\t2005\t\tf\t\t\nAnn\tminister\t2003\t2006\t\tf\t\t\n",
        "actors/tenures/FRA.tsv(3,14): error CHY0227: Ann is \"minister\" from 2003 and is so already by line 2; expected one row for it, or days apart")]
    public void AFaultyTenureIsRefusedWithPlaceAndReason(string rows, string message) =>
        Assert.Equal(message, Assert.Throws<TableException>(() => ActorChecks.Check([Countries, Offices, Table.Parse("actors/tenures/FRA.tsv", TenureColumns + rows)])).Message);

    [Theory]
    [InlineData("Ann\tpresident\t2001-01-01\t2005-01-01\t\tf\t\t\nBen\tpresident\t2005-01-01\t\t\tm\t\t\n")]
    [InlineData("Ann\tpresident\t2001\t2005\t\tf\t\t\nBen\tpresident\t2005\t\t\tm\t\t\n")]
    [InlineData("Ann\tminister\t2001-01-01\t2005-01-01\t\tf\t\t\nBen\tminister\t2004-01-01\t\t\tm\t\t\n")]
    public void AHandoverOnOneDayOrInOneYearIsNoOverlap(string rows) =>
        ActorChecks.Check([Countries, Offices, Table.Parse("actors/tenures/FRA.tsv", TenureColumns + rows)]);

    [Theory]
    [InlineData("g\tGroup\t\tXXX\tREB\n", "actors/groups.tsv(2,10): error CHY0215: no country \"XXX\"; expected an ISO 3166 alpha-3 code of countries.tsv, or none")]
    [InlineData("g\tGroup\t\tFRA\tREBEL\n", "actors/groups.tsv(2,14): error CHY0216: no sector \"REBEL\"; expected one of ")]
    [InlineData("g\tGroup\t\tFRA\tREB\ng\tOther\t\tFRA\tREB\n", "actors/groups.tsv(3,1): error CHY0217: \"g\" stands already at actors/groups.tsv(2,1); expected every id once")]
    public void AFaultyGroupIsRefusedWithPlaceAndReason(string rows, string message) => Assert.StartsWith(message, Assert.Throws<TableException>(() =>
        ActorChecks.Check([Countries, Offices, Table.Parse("actors/groups.tsv", "id\tname\taliases\tcountry\tsectors\n" + rows)])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("fr\tFR\tFrance\n", "actors/countries.tsv(2,1): error CHY0222: \"fr\" is no code of France; expected three capital letters, as FRA")]
    [InlineData("FRA\tFRA\tFrance\n", "actors/countries.tsv(2,5): error CHY0222: \"FRA\" is no code of France; expected two capital letters, as FR")]
    [InlineData("FRA\tFR\t\n", "actors/countries.tsv(2,8): error CHY0220: no name; expected one, as news writes it")]
    public void AFaultyCountryIsRefusedWithPlaceAndReason(string rows, string message) => Assert.Equal(message, Assert.Throws<TableException>(() =>
        ActorChecks.Check([Table.Parse("actors/countries.tsv", "code\tiso2\tname\tdemonyms\n" + rows.Replace("\n", "\t\n"))])).Message);

    [Theory]
    [InlineData("\t\tIGO", "(2,11): error CHY0221: Council has no code; expected IGO, NGO, MED, MNC or a country, then its own letters or a sector")]
    [InlineData("IGOUN\t\tIGO", "(2,11): error CHY0222: \"IGOUN\" is no code; expected IGO, NGO, MED, MNC or a country, then three capital letters a part")]
    [InlineData("XXXGOV\t\tGOV", "(2,11): error CHY0222: \"XXXGOV\" is no code; expected IGO, NGO, MED, MNC or a country, then three capital letters a part")]
    [InlineData("FRAGOVGOV\tFRA\tGOV", "(2,11): error CHY0223: \"FRAGOVGOV\" has a part twice; expected each once")]
    [InlineData("FRAGOV\tFRA\t", "(2,22): error CHY0221: Council has no sector; expected one at least")]
    [InlineData("FRAGOV\tFRA\tGOV|GOV", "(2,22): error CHY0223: the sector GOV stands twice; expected each once, the most telling first")]
    public void AFaultyOrganisationIsRefusedWithPlaceAndReason(string cells, string message) => Assert.Equal("actors/organisations.tsv" + message, Assert.Throws<TableException>(() =>
        ActorChecks.Check([Countries, Offices, Table.Parse("actors/organisations.tsv", "id\tname\tcode\tcountry\tsectors\nc\tCouncil\t" + cells + "\n")])).Message);

    [Fact]
    public void AGroupWithoutASectorIsRefused() => Assert.Equal("actors/groups.tsv(2,14): error CHY0221: Group has no sector; expected one at least, for its code", Assert.Throws<TableException>(() =>
        ActorChecks.Check([Countries, Offices, Table.Parse("actors/groups.tsv", "id\tname\taliases\tcountry\tsectors\ng\tGroup\t\tFRA\t\n")])).Message);

    [Theory]
    [InlineData("troops\tMIL\tgroup\nTroops\tUAF\tgroup\n", "(3,1): error CHY0224: \"Troops\" stands already at actors/sectors.tsv(2,1); expected every word once, with the sector that news most often means")]
    [InlineData("troops\tMIL\tgroups\n", "(2,12): error CHY0225: no kind \"groups\"; expected person, group, body or adjective")]
    [InlineData("troops\t\tgroup\n", "(2,8): error CHY0221: \"troops\" has no sector; expected one")]
    public void AFaultyWordIsRefusedWithPlaceAndReason(string rows, string message) => Assert.Equal("actors/sectors.tsv" + message, Assert.Throws<TableException>(() =>
        ActorChecks.Check([Countries, Offices, Table.Parse("actors/sectors.tsv", "words\tsector\tkind\n" + rows)])).Message);

    [Fact]
    public void ATableNamedAfterNothingIsRefused() => Assert.Equal(
        "actors/tenures/QQQ.tsv(1,1): error CHY0210: the file is named after no country, organisation or group; expected \"RUS.tsv\", \"org-ID.tsv\" or \"group-ID.tsv\"",
        Assert.Throws<TableException>(() => new Chancery.Actors.ActorRegistry([Countries, Offices, Table.Parse("actors/tenures/QQQ.tsv", TenureColumns)])).Message);
}
