using Chancery.Names;
using Chancery.Tests.Support;

namespace Chancery.Tests.Actors;

public class ActorIdentifierTests
{
    private static HandMade UsPresident(string published) =>
        new(published, "The/DET/3/det US/PROPN/3/compound president/NOUN/4/nsubj spoke/VERB/0/root/speak");

    [Theory]
    [InlineData("2025-08-17", "donald-trump")]
    [InlineData("2024-08-17", "joe-biden")]
    [InlineData("2012-08-17", "barack-obama")]
    public void ARoleIsHeldByWhoeverHeldItOnTheDay(string day, string actor) => Assert.Equal(actor, UsPresident(day).Actor("The US president")?.Actor);

    [Fact]
    public void OnTheDayOfAHandoverNobodyIsChosenAndAWarningSaysSo()
    {
        HandMade made = UsPresident("2025-01-20");
        Assert.Null(made.Actor("The US president")?.Actor);
        Assert.Contains(made.Warnings, w => w.Id == "CHY1007" && w.Message.Contains("Joe Biden") && w.Message.Contains("Donald Trump"));
    }

    [Fact]
    public void NameAndRoleOfOneActorAreOneEntity()
    {
        var made = new HandMade("2025-08-17", "Trump/PROPN/2/nsubj left/VERB/0/root/leave Washington/PROPN/2/obj",
            "The/DET/3/det US/PROPN/3/compound president/NOUN/4/nsubj spoke/VERB/0/root/speak").Named("Trump", NameType.Person).Named("Washington", NameType.Place);
        var cast = made.Identify();
        Assert.Equal("Donald Trump", cast.Entities.At(made.Sentences[1].Tokens[2])?.Name);
        Assert.Same(cast.Entities.At(made.Sentences[0].Tokens[0]), cast.Entities.At(made.Sentences[1].Tokens[2]));
        Assert.Equal("President of the United States", made.Actor("Trump")?.Role);
    }

    [Theory]
    [InlineData("Boris", null)]
    [InlineData("Angelika", "angela-merkel")]
    public void ASurnameIsNobodyWhomTheReportCallsOtherwise(string given, string? actor) => Assert.Equal(actor,
        new HandMade("2015-08-17", $"{given}/PROPN/3/nsubj Merkel/PROPN/1/flat spoke/VERB/0/root/speak", "Merkel/PROPN/2/nsubj left/VERB/0/root/leave Berlin/PROPN/2/obj")
            .Named(given + " Merkel", NameType.Person).Named("Merkel", NameType.Person).Named("Berlin", NameType.Place).Actor("Merkel")?.Actor);

    [Fact]
    public void AnOfficeOfOneCountryIsNoneOfAnother() => Assert.Null(
        new HandMade("2015-08-17", "Boris/PROPN/7/nsubj Merkel/PROPN/1/flat ,/PUNCT/5/punct American/ADJ/5/amod chancellor/NOUN/1/appos/chancellor/NN ,/PUNCT/5/punct left/VERB/0/root/leave", "Merkel/PROPN/2/nsubj spoke/VERB/0/root/speak")
            .Named("Boris Merkel", NameType.Person).Named("Merkel", NameType.Person).Actor("Merkel")?.Actor);

    [Fact]
    public void APartyIsNoGroupOfTrade() => Assert.Null(
        new HandMade("2016-08-17", "Republicans/PROPN/2/nsubj/Republican/NNPS met/VERB/0/root/meet", "The/DET/3/det trade/NOUN/3/compound/trade/NN group/NOUN/4/nsubj/group/NN left/VERB/0/root/leave")
            .Named("Republicans", NameType.Organization).Actor("The trade group")?.Actor);

    [Fact]
    public void AnOfficeSaysMoreThanAParty() => Assert.Equal("USALEG",
        new HandMade("2016-08-17", "Senator/PROPN/2/nmod:desc Ann/PROPN/8/nsubj Hale/PROPN/2/flat ,/PUNCT/7/punct an/DET/7/det Iowa/PROPN/7/compound Republican/PROPN/2/appos left/VERB/0/root/leave Washington/PROPN/8/obj",
            "Ohio/PROPN/2/nsubj voted/VERB/0/root/vote")
            .Named("Ann Hale", NameType.Person).Named("Republican", NameType.Organization).Named("Washington", NameType.Place).Named("Ohio", NameType.Place).Actor("Ann Hale")?.Code);

    [Theory]
    [InlineData("Russian/ADJ/2/amod troops/NOUN/3/nsubj/troop advanced/VERB/0/root/advance", "Russian troops", "RUSMIL")]
    [InlineData("French/ADJ/2/amod farmers/NOUN/3/nsubj/farmer marched/VERB/0/root/march", "French farmers", "FRACVL")]
    [InlineData("top/ADJ/3/amod Russian/ADJ/3/amod officials/NOUN/4/nsubj/official met/VERB/0/root/meet", "top Russian officials", "RUSGOV")]
    [InlineData("Hamas/PROPN/2/compound fighters/NOUN/3/nsubj/fighter fled/VERB/0/root/flee", "Hamas fighters", "PSEREB")]
    [InlineData("Ukrainian/ADJ/3/amod army/NOUN/3/compound officials/NOUN/4/nsubj/official spoke/VERB/0/root/speak", "Ukrainian army officials", "UKRMIL")]
    [InlineData("opposition/NOUN/2/compound lawmakers/NOUN/5/nsubj/lawmaker in/ADP/4/case Georgia/PROPN/2/nmod left/VERB/0/root/leave", "opposition lawmakers in Georgia", "GEOLEGOPP")]
    [InlineData("The/DET/4/det former/ADJ/4/amod French/ADJ/4/amod president/NOUN/5/nsubj spoke/VERB/0/root/speak", "The former French president", "FRAELI")]
    [InlineData("Kurdish/ADJ/2/amod militants/NOUN/5/nsubj/militant in/ADP/4/case Turkey/PROPN/2/nmod fled/VERB/0/root/flee", "Kurdish militants in Turkey", "TURREB")]
    [InlineData("Kurdish/ADJ/2/amod militants/NOUN/3/nsubj/militant fled/VERB/0/root/flee", "Kurdish militants", "REB")]
    public void CountryAndSectorMakeACode(string sentence, string words, string code)
    {
        var made = new HandMade("2025-08-17", sentence);
        Assert.Equal(code, made.Actor(words)?.Code);
        Assert.Null(made.Actor(words)?.Actor);
    }

    [Fact]
    public void ACapitalThatSpeaksIsTheGovernment()
    {
        var reading = new HandMade("2025-08-17", "Moscow/PROPN/2/nsubj denied/VERB/0/root/deny it/PRON/2/obj").Named("Moscow", NameType.Place).Actor("Moscow");
        Assert.Equal(("russia", "RUSGOV", "actors.metonym"), (reading?.Actor, reading?.Code, reading?.Evidence.Rule));
    }

    [Fact]
    public void ACapitalAfterInIsAPlace()
    {
        var reading = new HandMade("2025-08-17", "Talks/NOUN/2/nsubj/talk began/VERB/0/root/begin in/ADP/4/case Moscow/PROPN/2/obl").Named("Moscow", NameType.Place).Actor("Moscow");
        Assert.Equal((null, null, "RUS"), (reading?.Actor, reading?.Code, reading?.Country));
    }

    [Fact]
    public void SomeoneUnknownIsWhatTheTitleSays()
    {
        var reading = new HandMade("2025-08-17", "Norwegian/ADJ/3/amod Defence/PROPN/3/compound Minister/PROPN/4/nmod:desc Kari/PROPN/6/nsubj Fjordheim/PROPN/4/flat spoke/VERB/0/root/speak")
            .Named("Kari Fjordheim", NameType.Person).Actor("Kari Fjordheim");
        Assert.Equal((null, "NORGOV", "Defence Minister of Norway"), (reading?.Actor, reading?.Code, reading?.Role));
    }

    [Fact]
    public void ABareSurnameWithNothingAroundItIsNotTakenForALeader() => Assert.Null(
        new HandMade("2025-08-17", "Costa/PROPN/2/nsubj sang/VERB/0/root/sing").Named("Costa", NameType.Person).Actor("Costa"));

    [Fact]
    public void OfTitlesInARowTheOfficeCounts() => Assert.Equal("Foreign Minister of Saudi Arabia",
        new HandMade("2025-03-05", "Saudi/ADJ/4/amod Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Prince/PROPN/5/nmod:desc Faisal/PROPN/8/nsubj bin/PROPN/5/flat Farhan/PROPN/5/flat spoke/VERB/0/root/speak")
            .Named("Faisal bin Farhan", NameType.Person).Actor("Faisal bin Farhan")?.Role);

    [Fact]
    public void TheArmyOfAReportIsThatOfTheCountryItIsAbout()
    {
        var reading = new HandMade("2025-08-17", "Peru/PROPN/2/nsubj voted/VERB/0/root/vote", "Peruvian/ADJ/2/amod voters/NOUN/3/nsubj/voter waited/VERB/0/root/wait",
            "The/DET/2/det army/NOUN/3/nsubj advanced/VERB/0/root/advance").Named("Peru", NameType.Place).Actor("The army");
        Assert.Equal(("PERMIL", "actors.home-country"), (reading?.Code, reading?.Evidence.Rule));
    }

    [Fact]
    public void SpellingsOfOneNameMeetInOneActor() => Assert.Equal("volodymyr-zelenskyy",
        new HandMade("2025-08-17", "Volodymyr/PROPN/3/nsubj Zelensky/PROPN/1/flat spoke/VERB/0/root/speak").Named("Volodymyr Zelensky", NameType.Person).Actor("Volodymyr Zelensky")?.Actor);

    [Fact]
    public void HisCountryIsTheStateHeServes() => Assert.Equal("france",
        new HandMade("2025-08-17", "Emmanuel/PROPN/3/nsubj Macron/PROPN/1/flat defended/VERB/0/root/defend his/PRON/5/nmod:poss country/NOUN/3/obj")
            .Named("Emmanuel Macron", NameType.Person).Actor("his country")?.Actor);

    [Fact]
    public void EntitiesAreNumberedInOrderOfFirstMention()
    {
        var cast = Some.Read("Kyiv and Moscow traded drones. Ukraine said Russia began. Talks in Kyiv failed.").Cast;
        Assert.Equal(cast.Entities.Entities.Select((_, i) => $"e{i + 1}"), cast.Entities.Entities.Select(e => e.Id));
        Assert.Equal(cast.Entities.Entities.OrderBy(e => e.Mentions[0].Span), cast.Entities.Entities);
    }

    [Fact]
    public void EveryMentionOfTheSamplesLiesInTheReportAndHasEvidence()
    {
        foreach (var reading in Some.Samples.Select(Some.Reader.Read))
        {
            var whole = new Chancery.Text.TextSpan(0, reading.Report.Text.Length);
            foreach (var mention in reading.Cast.Entities.Entities.SelectMany(e => e.Mentions))
            {
                Assert.True(mention.Span.Length > 0 && whole.Contains(mention.Span));
                Assert.NotEmpty(mention.Evidence.Words);
            }
        }
    }
}
