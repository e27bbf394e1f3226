namespace Chancery.Tests.Times;

public class DurationTests
{
    [Theory]
    [InlineData("It lasted/VBD three years .", "three years Duration P3Y")]
    [InlineData("It lasted/VBD several weeks .", "several weeks Duration PXW")]
    [InlineData("It lasted/VBD for decades .", "decades Duration PXE")]
    [InlineData("It lasted/VBD a few days .", "a few days Duration PXD")]
    [InlineData("A 10-year plan", "10-year Duration P10Y")]
    [InlineData("It lasted/VBD 2 1/2 hours .", "2 1/2 hours Duration PT2H30M")]
    [InlineData("It lasted/VBD half an hour .", "half an hour Duration PT30M")]
    [InlineData("It lasted/VBD twenty-four hours .", "twenty-four hours Duration PT24H")]
    [InlineData("It lasted/VBD a hundred days .", "a hundred days Duration P100D")]
    [InlineData("It held/VBD over the past two months .", "the past two months Duration P2M 2025-06-17..2025-08-17")]
    [InlineData("It will/MD hold for the next two weeks .", "the next two weeks Duration P2W 2025-08-17..2025-08-31")]
    public void ADurationSaysHowLong(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("It lasted/VBD about two years .", "APPROX")]
    [InlineData("It lasted/VBD more than two years .", "MORE_THAN")]
    [InlineData("It lasted/VBD nearly two years .", "LESS_THAN")]
    [InlineData("It lasted/VBD at least two years .", "EQUAL_OR_MORE")]
    [InlineData("It lasted/VBD up to two years .", "EQUAL_OR_LESS")]
    public void AWordBeforeItCanModifyIt(string text, string mod) =>
        Assert.Equal(mod, Assert.Single(TimeReport.Times(text, "2025-08-17", [])).Time.Mod);

    [Theory]
    [InlineData("They meet every week .", "every week Set P1W")]
    [InlineData("They meet every Monday .", "every Monday Set XXXX-WXX-1")]
    [InlineData("They meet twice a month .", "twice a month Set P1M")]
    [InlineData("They meet annually .", "annually Set P1Y")]
    [InlineData("It costs/VBZ $5 million/CD a year .", "a year Set P1Y")]
    public void ASetSaysHowOften(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("It is now open .", "now Date PRESENT_REF")]
    [InlineData("It recently opened/VBD .", "recently Date PAST_REF")]
    [InlineData("It will/MD open in the future .", "the future Date FUTURE_REF")]
    public void VagueTimesKeepTheirSide(string text, string time) => Assert.Equal([time], TimeReport.Read(text));
}
