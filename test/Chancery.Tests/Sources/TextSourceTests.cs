using System.Text;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Tests.Sources;

public class TextSourceTests
{
    private static readonly DateOnly Day = new(2025, 8, 17);

    [Theory]
    [InlineData(" date 2025-08-17 The text.", "The text.")]
    [InlineData("date 2025-08-17 The text.", "The text.")]
    [InlineData("date 2025-08-17\nThe text.", "The text.")]
    [InlineData("\t\r\n date 2025-08-17  \t\r\nThe text.", "The text.")]
    [InlineData("date 2025-08-17\rThe text.", "The text.")]
    [InlineData("date 2025-08-17\n\nThe text.", "\nThe text.")]
    [InlineData("date 2025-08-17", "")]
    public void TheFirstLineMayGiveTheDay(string given, string text)
    {
        Report report = Read(given);
        Assert.Equal(Day, report.Published);
        Assert.Equal(text, report.Text);
    }

    [Theory]
    [InlineData("The date 2025-08-17 is in the text.")]
    [InlineData("date 2025-02-30 is no day.")]
    [InlineData("date 17-08-2025 is written otherwise.")]
    [InlineData("date 2025-08-17: a colon follows.")]
    [InlineData("Date 2025-08-17 begins with a capital.")]
    [InlineData("dated 2025-08-17.")]
    public void WhatOnlyLooksLikeADateLineIsText(string text)
    {
        Report report = Read(text);
        Assert.Null(report.Published);
        Assert.Equal(text, report.Text);
    }

    [Fact]
    public void TheDayOfTheTextGoesBeforeTheOneGiven()
    {
        Assert.Equal(Day, TextSource.Read("r", "date 2025-08-17 x"u8, new DateOnly(2001, 1, 1)).Published);
        Assert.Equal(new DateOnly(2001, 1, 1), TextSource.Read("r", "x"u8, new DateOnly(2001, 1, 1)).Published);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void AByteOrderMarkSaysHowAndIsNoPartOfTheText(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        Report report = TextSource.Read("r", [.. encoding.GetPreamble(), .. encoding.GetBytes("date 2025-08-17 Erdoğan \U0001F600")]);
        Assert.Equal("Erdoğan \U0001F600", report.Text);
        Assert.Equal(Day, report.Published);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void UndecodableBytesBecomeReplacementsAndAWarningThatSaysWhere()
    {
        Report report = TextSource.Read("r", [.. "date 2025-08-17 ab"u8, 0xFF, .. "cd"u8, 0xC3]);
        Assert.Equal("ab\uFFFDcd\uFFFD", report.Text);
        Warning warning = Assert.Single(report.Warnings);
        Assert.Equal(("CHY1001", new TextSpan(2, 1)), (warning.Id, warning.Span));
        Assert.StartsWith("2 undecodable", warning.Message);
    }

    [Fact]
    public void HalfACodeUnitAtTheEndOfUtf16IsUndecodable()
    {
        Report report = TextSource.Read("r", [0xFF, 0xFE, (byte)'a', 0, (byte)'b']);
        Assert.Equal("a\uFFFD", report.Text);
        Assert.Equal("CHY1001", Assert.Single(report.Warnings).Id);
    }

    [Fact]
    public void NothingIsNormalised() =>
        Assert.Equal("a\r\nb\0c\u00A0é e\u0301 ", Read("a\r\nb\0c\u00A0é e\u0301 ").Text);

    private static Report Read(string text) => TextSource.Read("r", Encoding.UTF8.GetBytes(text));
}
