using Chancery.Actors;
using Chancery.Data;
using Chancery.Tests.Support;

namespace Chancery.Tests.Actors;

public class ActorRegistryTests
{
    private static readonly ActorRegistry Registry = new(HandMade.Data);

    [Theory]
    [InlineData("president", "USA", "2001-09-11", "George W. Bush")]
    [InlineData("president", "USA", "2009-06-01", "Barack Obama")]
    [InlineData("president", "USA", "2018-06-01", "Donald Trump")]
    [InlineData("president", "USA", "2024-08-17", "Joe Biden")]
    [InlineData("president", "USA", "2025-08-17", "Donald Trump")]
    [InlineData("foreign-minister", "USA", "2003-03-01", "Colin Powell")]
    [InlineData("foreign-minister", "USA", "2011-05-01", "Hillary Clinton")]
    [InlineData("foreign-minister", "USA", "2023-10-10", "Antony Blinken")]
    [InlineData("foreign-minister", "USA", "2025-03-05", "Marco Rubio")]
    [InlineData("defence-minister", "USA", "2004-05-01", "Donald Rumsfeld")]
    [InlineData("president", "RUS", "2009-01-15", "Dmitry Medvedev")]
    [InlineData("president", "RUS", "2022-02-24", "Vladimir Putin")]
    [InlineData("prime-minister", "RUS", "2010-06-01", "Vladimir Putin")]
    [InlineData("foreign-minister", "RUS", "2014-03-18", "Sergei Lavrov")]
    [InlineData("defence-minister", "RUS", "2022-02-24", "Sergei Shoigu")]
    [InlineData("prime-minister", "GBR", "2003-03-20", "Tony Blair")]
    [InlineData("prime-minister", "GBR", "2016-06-23", "David Cameron")]
    [InlineData("prime-minister", "GBR", "2019-12-12", "Boris Johnson")]
    [InlineData("prime-minister", "GBR", "2022-10-01", "Liz Truss")]
    [InlineData("prime-minister", "GBR", "2025-01-01", "Keir Starmer")]
    [InlineData("president", "FRA", "2005-05-29", "Jacques Chirac")]
    [InlineData("president", "FRA", "2010-01-01", "Nicolas Sarkozy")]
    [InlineData("president", "FRA", "2015-11-13", "François Hollande")]
    [InlineData("president", "FRA", "2023-01-01", "Emmanuel Macron")]
    [InlineData("chancellor", "DEU", "2004-01-01", "Gerhard Schröder")]
    [InlineData("chancellor", "DEU", "2015-09-04", "Angela Merkel")]
    [InlineData("chancellor", "DEU", "2023-01-01", "Olaf Scholz")]
    [InlineData("chancellor", "DEU", "2025-06-01", "Friedrich Merz")]
    [InlineData("president", "UKR", "2014-09-01", "Petro Poroshenko")]
    [InlineData("president", "UKR", "2022-02-24", "Volodymyr Zelenskyy")]
    [InlineData("prime-minister", "ISR", "2002-06-01", "Ariel Sharon")]
    [InlineData("prime-minister", "ISR", "2023-10-07", "Benjamin Netanyahu")]
    [InlineData("prime-minister", "IND", "2010-01-01", "Manmohan Singh")]
    [InlineData("prime-minister", "IND", "2020-06-15", "Narendra Modi")]
    [InlineData("president", "CHN", "2008-08-08", "Hu Jintao")]
    [InlineData("president", "CHN", "2020-01-23", "Xi Jinping")]
    [InlineData("prime-minister", "JPN", "2015-01-01", "Shinzo Abe")]
    [InlineData("president", "IRN", "2007-01-01", "Mahmoud Ahmadinejad")]
    [InlineData("president", "TUR", "2016-07-15", "Recep Tayyip Erdoğan")]
    [InlineData("secretary-general", "united-nations", "2003-01-01", "Kofi Annan")]
    [InlineData("secretary-general", "united-nations", "2012-01-01", "Ban Ki-moon")]
    [InlineData("secretary-general", "united-nations", "2022-01-01", "António Guterres")]
    public void TheRegistryKnowsWhoHeldAnOfficeOnADay(string office, string of, string day, string name) =>
        Assert.Equal(name, Registry[Registry.HoldersOf(office, of, Day(day)).Single().Actor]?.Name);

    [Fact]
    public void OnTheDayOfAHandoverBothHoldersAreFound()
    {
        RoleHolders holders = Registry.HoldersOf("president", "USA", Day("2021-01-20"));
        Assert.Equal(["donald-trump", "joe-biden"], holders.All.Select(t => t.Actor).Order());
        Assert.Equal(2, Assert.Throws<UnresolvedRoleException>(holders.Single).Found.Length);
    }

    [Fact]
    public void TenuresComeInOrderOfTimeWithTheExactFirstDay()
    {
        var trump = Registry.TenuresOf("donald-trump").Where(t => t.Office == "president").ToList();
        Assert.Equal([Day("2017-01-20"), Day("2025-01-20")], trump.Select(t => t.From!.Value));
        Assert.All(trump, t => Assert.True(t.FromIsExact));
    }

    [Theory]
    [InlineData("Russia", "RUS", CountryWordKind.Name)]
    [InlineData("U.S.", "USA", CountryWordKind.Name)]
    [InlineData("French", "FRA", CountryWordKind.Adjective)]
    [InlineData("Russians", "RUS", CountryWordKind.Demonym)]
    [InlineData("Kyiv", "UKR", CountryWordKind.Metonym)]
    [InlineData("Downing Street", "GBR", CountryWordKind.Metonym)]
    public void WordsPointToCountries(string word, string country, CountryWordKind kind) =>
        Assert.Contains(new CountryWord(country, kind), Registry.CountryWords(word));

    [Fact]
    public void AnAcronymIsNotTheWordOfTheSameLetters()
    {
        Assert.NotEmpty(Registry.Named("US"));
        Assert.Empty(Registry.Named("us"));
        Assert.Empty(Registry.Named("who"));
    }

    [Fact]
    public void AUsersTableComesBeforeTheBuiltInOnes()
    {
        Table mine = Table.Parse("mine.tsv", "id\tname\taliases\tcountry\tsectors\nmy-hamas\tHamas\t\tPSE\tPTY\n");
        Assert.Equal("my-hamas", new ActorRegistry(HandMade.Data, mine).Named("Hamas")[0].Id);
    }

    [Theory]
    [InlineData("USA", new[] { "GOV", "MIL" }, "USAMIL")]
    [InlineData("USA", new[] { "GOV", "GOV" }, "USAGOV")]
    [InlineData("GEO", new[] { "LEG", "OPP" }, "GEOLEGOPP")]
    [InlineData("SYR", new[] { "REB", "MIL" }, "SYRREB")]
    [InlineData(null, new[] { "CVL" }, "CVL")]
    [InlineData(null, new string[0], null)]
    public void CodesRepeatAndContradictNothing(string? country, string[] sectors, string? code) => Assert.Equal(code, ActorCode.Compose(country, sectors));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
