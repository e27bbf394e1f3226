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
}
