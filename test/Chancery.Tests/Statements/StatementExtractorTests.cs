using Chancery.Statements;

namespace Chancery.Tests.Statements;

public class StatementExtractorTests
{
    [Theory]
    [InlineData("“We will leave the valley by spring,” Colonel Adeyemi said.", "Colonel Adeyemi | said | “We will leave the valley by spring,”")]
    [InlineData("“We will leave the valley by spring,” said Colonel Adeyemi.", "Colonel Adeyemi | said | “We will leave the valley by spring,”")]
    [InlineData("\"The bridge is closed,\" the ministry said on Friday.", "the ministry | said | \"The bridge is closed,\"")]
    [InlineData("The minister said: “The bridge is closed.”", "The minister | said | “The bridge is closed.”")]
    public void Direct(string text, string expected) => Assert.Equal([expected], Stated.Lines(text));

    [Theory]
    [InlineData("The minister said that the bridge was closed.", "The minister | said | that the bridge was closed")]
    [InlineData("The minister said the bridge was closed.", "The minister | said | the bridge was closed")]
    [InlineData("The bridge was closed, the minister said.", "the minister | said | The bridge was closed")]
    [InlineData("The bridge, the minister said, was closed for repairs.", "the minister | said | The bridge … was closed for repairs")]
    [InlineData("The envoy told reporters that talks would resume.", "The envoy | told | that talks would resume")]
    [InlineData("According to the United Nations, thousands have fled.", "the United Nations | According to | thousands have fled")]
    [InlineData("Thousands have fled the city, according to the United Nations.", "the United Nations | according to | Thousands have fled the city")]
    public void Indirect(string text, string expected) => Assert.Equal([expected], Stated.Lines(text));

    [Theory]
    [InlineData("The president condemned the attack on the embassy.", "The president | condemned | the attack on the embassy")]
    [InlineData("The president accused the rebels of breaking the truce.", "The president | accused | the rebels of breaking the truce")]
    [InlineData("The government vowed to rebuild the port.", "The government | vowed | to rebuild the port")]
    [InlineData("The ministers called for an immediate ceasefire.", "The ministers | called for | an immediate ceasefire")]
    [InlineData("A senior official described the meeting as “hard but useful” for all.", "A senior official | described | the meeting as “hard but useful” for all")]
    [InlineData("The army accused border guards of shelling a village.", "The army | accused | border guards of shelling a village")]
    public void ContentWithoutAClause(string text, string expected) => Assert.Equal([expected], Stated.Lines(text));

    [Fact]
    public void ADatelineIsNoPartOfWhatIsSaid() => Assert.Equal(
        ["the ministry | said | The talks on the border have failed"],
        Stated.Lines("LAGOS, March 4 (Meridian) — The talks on the border have failed, the ministry said."));

    [Fact]
    public void ADayIsNoPartOfASource() => Assert.Equal(
        ["Congo's army | accused | Rwanda of shelling a village"], Stated.Lines("Congo's army on Tuesday accused Rwanda of shelling a village."));

    [Fact]
    public void TwoWhoSpeakTogetherAreOneSource() => Assert.Equal(
        ["Japan and Britain | said | that the road was safe"], Stated.Lines("Japan and Britain said that the road was safe."));

    [Theory]
    [InlineData("“We are leaving the valley,” said the spokesman, who declined to give his name.")]
    [InlineData("“We are leaving the valley,” said the spokesman, who asked not to be identified.")]
    public void AccountsOfASourceAreNoStatements(string text) => Assert.Single(Stated.Lines(text));

    [Theory]
    [InlineData("The minister declined to comment on the report.")]
    [InlineData("The minister refused to answer.")]
    public void NotSpeakingIsNoStatement(string text) => Assert.Empty(Stated.Lines(text));

    [Fact]
    public void AQuotationBelongsToTheCueThatLeadsToIt() => Assert.Equal(
        ["Turkish officials | labelled | the proposal by the envoy as “an insult to the nation”"],
        Stated.Lines("Turkish officials labelled the proposal by the envoy as “an insult to the nation”."));

    [Fact]
    public void AShortQuotationBesideAnotherGoesOnWithIt() => Assert.Equal(
        ["Maria Silva | said | “We are tired,” … “Nobody asks us.”"], Stated.Lines("“We are tired,” said Maria Silva. “Nobody asks us.”"));

    [Fact]
    public void ASecondCueIsASecondStatementOfTheSameSpeaker() => Assert.Equal(
        ["The minister | said | the road was safe", "The minister | adding | that buses would run"],
        Stated.Lines("The minister said the road was safe, adding that buses would run."));

    [Fact]
    public void AQuotationIsSplitAroundItsCue()
    {
        string text = "“The road is safe,” the minister said. “Buses will run tomorrow.”";
        Statement only = Assert.Single(Stated.In(text));
        Assert.Equal("“The road is safe,” … “Buses will run tomorrow.”", Stated.Words(text, only.Content));
        Assert.Equal("The road is safe, … Buses will run tomorrow.", Stated.Words(text, only.Quotes));
        Assert.Equal(StatementForm.Direct, only.Form);
    }

    [Fact]
    public void AQuotationRunsOnInTheNextParagraph() => Assert.Equal(
        ["the minister | said | “The road is safe,” … “Buses will run tomorrow, and trains too.”"],
        Stated.Lines("“The road is safe,” the minister said.\n\n“Buses will run tomorrow, and trains too.”"));

    [Theory]
    [InlineData("GENEVA — “Enough,” said the envoy, who had waited for hours.", "the envoy, who had waited for hours | said | “Enough,”")]
    [InlineData("A mayor, who gave no name, warned that the well was dry.", "A mayor, who gave no name | warned | that the well was dry")]
    [InlineData("“We have no water left.” — Amina Diallo, farmer", "Amina Diallo, farmer | — | “We have no water left.”")]
    [InlineData("Fresh talks are close, the envoy told me on Friday, and both sides are ready.", "the envoy | told | Fresh talks are close … and both sides are ready")]
    public void SourcesAreWholeAndDatelinesAreNone(string text, string expected) => Assert.Equal([expected], Stated.Lines(text));

    [Fact]
    public void PartlyQuotedIsMixed()
    {
        Statement only = Assert.Single(Stated.In("The envoy said the talks were “frank and useful” for both sides."));
        Assert.Equal(StatementForm.Mixed, only.Form);
    }

    [Theory]
    [InlineData("The minister said the road was safe.", StatementKind.Says)]
    [InlineData("Villagers believe that the army will return.", StatementKind.Thinks)]
    [InlineData("The envoy hopes that the truce will hold.", StatementKind.Feels)]
    [InlineData("“No deal today,” she wrote.", StatementKind.Writes)]
    public void TheCueSaysTheKind(string text, StatementKind kind) => Assert.Equal(kind, Assert.Single(Stated.In(text)).Kind);

    [Fact]
    public void NotSayingIsNegated() => Assert.True(Assert.Single(Stated.In("The ministry did not say that talks had failed.")).Negated);

    [Fact]
    public void AStatementInAQuotationIsTwo() => Assert.Equal(2, Stated.In("“The rebels said they would free the hostages,” the mediator said.").Length);

    [Theory]
    [InlineData("The so-called “peace corridor” was shelled again.")]
    [InlineData("She starred in “The Long Winter” and two other films.")]
    [InlineData("The ship left the port on Friday with grain for Yemen.")]
    public void ScareQuotesAndTitlesAreNoStatements(string text) => Assert.Empty(Stated.In(text));

    [Theory]
    [InlineData("")]
    [InlineData("”")]
    [InlineData("“““‘‘'\"")]
    [InlineData("said said said, “said” said:")]
    [InlineData("according to")]
    [InlineData(": — “ ”, he")]
    public void OddTextIsRead(string text) => Assert.All(Stated.In(text), s =>
    {
        Assert.NotEmpty(s.Content);
        Assert.True(s.Content.Extent.End <= text.Length);
        Assert.NotEmpty(s.Evidence.Words);
    });

    [Fact]
    public void EveryStatementHasEvidenceAndContentWithinTheText()
    {
        string text = "GENEVA — “Enough,” said the envoy, who had waited for hours. The two sides, he added, “will meet again.” Nobody knew when.";
        Assert.All(Stated.In(text), s =>
        {
            Assert.True(s.Evidence.Rule == "en-statements" || s.Evidence.Rule.StartsWith("statements.", StringComparison.Ordinal), s.Evidence.Rule);
            Assert.InRange(s.Evidence.Score, 0f, 1f);
            Assert.DoesNotContain(s.Content, c => s.Source.Overlaps(c));
        });
    }
}
