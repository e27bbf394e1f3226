using Chancery.Actors;
using Chancery.Tests.Support;

namespace Chancery.Tests.Actors;

/// <summary>data/actors/sectors.tsv: nouns that give an actor its sector.</summary>
public class AgentLexiconTests
{
    private static readonly ActorRegistry Registry = new(HandMade.Data);

    private static readonly string[] Sectors =
    [
        "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "IGO", "MED", "EDU", "BUS", "CRM", "CVL", "UAF", "AGR", "ELI", "HLH", "LAB",
        "LEG", "MNC", "NGO", "REF", "REL", "SET",
    ];

    [Theory]
    [InlineData("troop", "MIL")]
    [InlineData("paratrooper", "MIL")]
    [InlineData("conscript", "MIL")]
    [InlineData("lawmaker", "LEG")]
    [InlineData("senator", "LEG")]
    [InlineData("farmer", "CVL")]
    [InlineData("villager", "CVL")]
    [InlineData("protester", "CVL")]
    [InlineData("rancher", "AGR")]
    [InlineData("militant", "REB")]
    [InlineData("guerrilla", "REB")]
    [InlineData("gunman", "UAF")]
    [InlineData("detective", "COP")]
    [InlineData("prosecutor", "JUD")]
    [InlineData("spy", "SPY")]
    [InlineData("dissident", "OPP")]
    [InlineData("bishop", "REL")]
    [InlineData("nurse", "HLH")]
    [InlineData("trade union", "LAB")]
    [InlineData("refugee", "REF")]
    [InlineData("settler", "SET")]
    [InlineData("professor", "EDU")]
    [InlineData("reporter", "MED")]
    [InlineData("trafficker", "CRM")]
    [InlineData("banker", "BUS")]
    [InlineData("aid worker", "NGO")]
    [InlineData("diplomat", "GOV")]
    public void ANounGivesTheSectorOfTheCodebook(string noun, string sector) => Assert.Equal(sector, Registry.Sector(noun)?.Sector);

    [Fact]
    public void EverySectorHasNouns() => Assert.All(Sectors, sector => Assert.Contains(sector, Registry.SectorWords.Where(w => w.Kind != "adjective").Select(w => w.Sector)));

    [Fact]
    public void FourHundredNounsAtLeast() => Assert.InRange(Registry.SectorWords.Count(w => w.Kind != "adjective"), 400, int.MaxValue);

    [Fact]
    public void WhateverSectorsMeetNoneIsRepeatedAndNoneContradictsAnother()
    {
        foreach (string one in Sectors)
        {
            foreach (string two in Sectors)
            {
                foreach (string three in Sectors)
                {
                    var kept = ActorCode.Reduce([one, two, three]);
                    Assert.InRange(kept.Length, 1, 2);
                    Assert.Equal(kept.Distinct(), kept);
                    Assert.False(kept.Contains("REB") && kept.Any(s => s is "GOV" or "MIL" or "UAF"), string.Join(' ', kept));
                    Assert.False(kept.Contains("GOV") && kept.Any(s => s is "MIL" or "COP" or "SPY" or "JUD" or "LEG"), string.Join(' ', kept));
                    Assert.False(kept.Length > 1 && kept.Any(s => s is "CVL" or "ELI"), string.Join(' ', kept));
                }
            }
        }
    }
}
