namespace Chancery.Tests.Times;

/// <summary>Days, months and years by the calendar. The reports are of Sunday, 17 August 2025.</summary>
public class DateTests
{
    [Theory]
    [InlineData("The talks began/VBD on August 15, 2025 .", "August 15, 2025 Date 2025-08-15 2025-08-15")]
    [InlineData("The talks began/VBD on 15 August 2025 .", "15 August 2025 Date 2025-08-15 2025-08-15")]
    [InlineData("The talks began/VBD on the 15th of August , 2025 .", "the 15th of August , 2025 Date 2025-08-15 2025-08-15")]
    [InlineData("The talks began/VBD on Friday , Aug. 15 .", "Friday , Aug. 15 Date 2025-08-15 2025-08-15")]
    [InlineData("Signed on 2025-08-15 .", "2025-08-15 Date 2025-08-15 2025-08-15")]
    [InlineData("It ended/VBD in October 1998 .", "October 1998 Date 1998-10 1998-10-01..1998-10-31")]
    [InlineData("The war broke/VBD out in 2022 .", "2022 Date 2022 2022-01-01..2022-12-31")]
    [InlineData("The treaty of 1648 held/VBD .", "1648 Date 1648 1648-01-01..1648-12-31")]
    public void ADateWithItsYearStandsForItself(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("They met/VBD on Oct. 19 .", "Oct. 19 Date 2024-10-19 2024-10-19")]
    [InlineData("They will/MD meet on Oct. 19 .", "Oct. 19 Date 2025-10-19 2025-10-19")]
    [InlineData("They met/VBD in June .", "June Date 2025-06 2025-06-01..2025-06-30")]
    [InlineData("They will/MD meet in June .", "June Date 2026-06 2026-06-01..2026-06-30")]
    [InlineData("They met/VBD last October .", "last October Date 2024-10 2024-10-01..2024-10-31")]
    [InlineData("They met/VBD on the 15th .", "the 15th Date 2025-08-15 2025-08-15")]
    public void ADateWithoutItsYearFollowsTheTense(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Fact]
    public void ADateAlmostAYearAwayWouldCarryItsYear() =>
        Assert.Equal(["Sept. 10 Date 2025-09-10 2025-09-10"], TimeReport.Read("They were/VBD asked to testify on Sept. 10 ."));

    [Fact]
    public void ADayThatADeedWasAboutIsTheClosest() =>
        Assert.Equal(["Sept. 20 Date 2025-09-20 2025-09-20"], TimeReport.Read("They extended/VBD the offer to Sept. 20 ."));

    [Theory]
    [InlineData("It began/VBD in early May .", "early May Date 2025-05 2025-05-01..2025-05-10", "START")]
    [InlineData("It began/VBD in mid-July .", "mid-July Date 2025-07 2025-07-11..2025-07-21", "MID")]
    [InlineData("It began/VBD at the end of 2024 .", "the end of 2024 Date 2024 2024-09-01..2024-12-31", "END")]
    public void EarlyMidAndLateMeanAThird(string text, string time, string mod)
    {
        var found = Assert.Single(TimeReport.Times(text, "2025-08-17", []));
        Assert.Equal((time, mod), (found.Text, found.Time.Mod));
    }

    [Fact]
    public void ADateInSlashesStaysOpenWhereBothReadingsArePossible()
    {
        Assert.Equal(["03/04/2021 Date 2021-XX-XX"], TimeReport.Read("Signed on 03/04/2021 ."));
        Assert.Equal("CHY1009", Assert.Single(TimeReport.Warnings("Signed on 03/04/2021 .", "2025-08-17")).Id);
    }

    [Theory]
    [InlineData("Signed on 25/04/2021 .", "25/04/2021 Date 2021-04-25 2021-04-25")]
    [InlineData("Signed on 08/11/2025 .", "08/11/2025 Date 2025-08-11 2025-08-11")]
    public void ADateInSlashesIsReadWhereOneReadingIsImpossibleOrFarFromTheReport(string text, string time)
    {
        Assert.Equal([time], TimeReport.Read(text));
        Assert.Empty(TimeReport.Warnings(text, "2025-08-17"));
    }

    [Theory]
    [InlineData("Sales fell/VBD in the third quarter of 2024 .", "the third quarter of 2024 Date 2024-Q3 2024-07-01..2024-09-30")]
    [InlineData("Sales fell/VBD in the second quarter .", "the second quarter Date 2025-Q2 2025-04-01..2025-06-30")]
    [InlineData("It grew/VBD in the first half of 2024 .", "the first half of 2024 Date 2024-H1 2024-01-01..2024-06-30")]
    [InlineData("It grew/VBD last fall .", "last fall Date 2024-FA 2024-09-01..2024-11-30")]
    [InlineData("It ended/VBD in the 1990s .", "the 1990s Date 199 1990-01-01..1999-12-31")]
    [InlineData("It ended/VBD in the early 1980s .", "the early 1980s Date 198 1980-01-01..1983-05-01")]
    [InlineData("It began/VBD in the 20th century .", "the 20th century Date 19 1900-01-01..1999-12-31")]
    [InlineData("They met/VBD last Christmas .", "last Christmas Date 2024-12-25 2024-12-25")]
    [InlineData("They met/VBD on Good Friday .", "Good Friday Date 2025-04-18 2025-04-18")]
    [InlineData("They will/MD meet on Thanksgiving .", "Thanksgiving Date 2025-11-27 2025-11-27")]
    public void PartsOfTheYearDecadesAndHolidaysHaveTheirDays(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("He ruled/VBD 2010-2014 .", "2010-2014 Duration P5Y 2010-01-01..2014-12-31")]
    [InlineData("They met/VBD on Aug. 15-17 .", "Aug. 15-17 Duration P3D 2025-08-15..2025-08-17")]
    public void ARangeLastsFromItsFirstDayToItsLast(string text, string time) => Assert.Equal([time], TimeReport.Read(text));

    [Theory]
    [InlineData("He may/MD march/VB on .")]
    [InlineData("It cost/VBD $ 2000 .")]
    [InlineData("A 6-year-old boy , his brother 12 years old .")]
    [InlineData("An F-16 and 1,990 men/NNS , 45.5 percent .")]
    [InlineData("A quarter of the 30s .")]
    public void WhatOnlyLooksLikeATimeIsNone(string text) => Assert.Empty(TimeReport.Read(text));
}
