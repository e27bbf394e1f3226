namespace Chancery.Tests.Times;

/// <summary>Times counted from the report, of Sunday, 17 August 2025, or from a time named before.</summary>
public class RelativeTests
{
    [Theory]
    [InlineData("They met/VBD on Saturday .", "Saturday Date 2025-08-16 2025-08-16")]
    [InlineData("They met/VBD on Sunday .", "Sunday Date 2025-08-17 2025-08-17")]
    [InlineData("They will/MD meet on Monday .", "Monday Date 2025-08-18 2025-08-18")]
    [InlineData("They met/VBD last Friday .", "last Friday Date 2025-08-15 2025-08-15")]
    [InlineData("They will/MD meet next Friday .", "next Friday Date 2025-08-22 2025-08-22")]
    [InlineData("They will/MD meet this Thursday .", "this Thursday Date 2025-08-21 2025-08-21")]
    public void AWeekdayFollowsTheTense(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("They met/VBD on Friday evening .", "Friday evening Time 2025-08-15TEV 2025-08-15")]
    [InlineData("They met/VBD at 10:30 a.m. Friday .", "10:30 a.m. Friday Time 2025-08-15T10:30 2025-08-15")]
    [InlineData("They met/VBD last night .", "last night Time 2025-08-16TNI 2025-08-16")]
    [InlineData("They met/VBD this morning .", "this morning Time 2025-08-17TMO 2025-08-17")]
    public void ATimeOfDayIsOfItsDay(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Fact]
    public void AClockTimeAloneIsOfTheDayNamedJustBeforeOrOpen()
    {
        Assert.Equal(["Friday Date 2025-08-15 2025-08-15", "1400 GMT Time 2025-08-15T14:00 2025-08-15"],
            TimeReport.Read("They met/VBD on Friday .\nIt began/VBD at 1400 GMT ."));
        Assert.Equal(["1400 GMT Time XXXX-XX-XXT14:00"], TimeReport.Read("It began/VBD at 1400 GMT ."));
    }

    [Theory]
    [InlineData("They met/VBD yesterday .", "yesterday Date 2025-08-16 2025-08-16")]
    [InlineData("They met/VBD the day before yesterday .", "the day before yesterday Date 2025-08-15 2025-08-15")]
    [InlineData("They met/VBD last week .", "last week Date 2025-W32 2025-08-04..2025-08-10")]
    [InlineData("They meet later this month .", "later this month Date 2025-08 2025-08-17..2025-08-31")]
    [InlineData("They met/VBD this year .", "this year Date 2025 2025-01-01..2025-12-31")]
    [InlineData("They met/VBD two days ago .", "two days ago Date 2025-08-15 2025-08-15")]
    [InlineData("They met/VBD three weeks ago .", "three weeks ago Date 2025-W30 2025-07-21..2025-07-27")]
    [InlineData("They met/VBD a decade ago .", "a decade ago Date 2015 2015-01-01..2015-12-31")]
    public void UnitsAreCountedFromTheReport(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("that day", "that day Date 2024-03-05 2024-03-05")]
    [InlineData("the next day", "the next day Date 2024-03-06 2024-03-06")]
    [InlineData("the previous day", "the previous day Date 2024-03-04 2024-03-04")]
    [InlineData("a week earlier", "a week earlier Date 2024-W09 2024-02-26..2024-03-03")]
    [InlineData("two months later", "two months later Date 2024-05 2024-05-01..2024-05-31")]
    [InlineData("the following year", "the following year Date 2025 2025-01-01..2025-12-31")]
    public void WhatPointsBackIsCountedFromTheTimeLastNamed(string words, string time) =>
        Assert.Equal(time, TimeReport.Read($"They met/VBD on March 5 , 2024 .\nIt failed/VBD {words} .")[1]);

    [Theory]
    [InlineData("It failed/VBD that day .", "that day Date XXXX-XX-XX")]
    [InlineData("Seven months later , it failed/VBD .", "Seven months later Duration P7M")]
    [InlineData("It failed/VBD three days after the summit .", "three days Duration P3D")]
    [InlineData("The war , now in its fourth year", "now Date PRESENT_REF|its fourth year Date XXXX")]
    public void WhatHasNothingToCountFromStaysOpen(string text, string times) => Assert.Equal(times.Split('|'), TimeReport.Read(text));

    [Theory]
    [InlineData("They met/VBD on Friday .", "Friday Date XXXX-WXX-5")]
    [InlineData("They met/VBD yesterday .", "yesterday Date XXXX-XX-XX")]
    [InlineData("They met/VBD last week .", "last week Date XXXX-WXX")]
    [InlineData("They met/VBD on Aug. 15 .", "Aug. 15 Date XXXX-08-15")]
    [InlineData("They met/VBD two years ago .", "two years ago Date XXXX")]
    public void WithoutAPublicationDateRelativeTimesStayOpenWithOneWarning(string text, string time)
    {
        Assert.Equal([time], TimeReport.Read(text, published: null));
        Assert.Equal("CHY1002", Assert.Single(TimeReport.Warnings(text, published: null)).Id);
    }

    [Fact]
    public void WithoutAPublicationDateFullDatesNeedNoWarning() =>
        Assert.Empty(TimeReport.Warnings("They met/VBD on Aug. 15 , 2025 , for three days .", published: null));

    [Fact]
    public void ADatelineWithItsYearIsCountedFromWhereThereIsNoPublicationDate()
    {
        const string Text = "GENEVA , Aug. 15 , 2025 ( Agency ) — They met/VBD on Wednesday .";
        Assert.Equal(["Aug. 15 , 2025 Date 2025-08-15 2025-08-15", "Wednesday Date 2025-08-13 2025-08-13"], TimeReport.Read(Text, published: null));
        Assert.Empty(TimeReport.Warnings(Text, published: null));
    }

    [Fact]
    public void ADatelineOfAnotherDayGivesAWarning()
    {
        const string Text = "GENEVA , Aug. 15 ( Agency ) — They met/VBD on Wednesday .";
        Assert.Equal("CHY1010", Assert.Single(TimeReport.Warnings(Text, "2025-08-17")).Id);
        Assert.Empty(TimeReport.Warnings(Text, "2025-08-15"));
    }
}
