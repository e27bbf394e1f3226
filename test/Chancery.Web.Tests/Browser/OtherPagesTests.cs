using Chancery.Web.Tests.Support;
using Microsoft.Playwright;

namespace Chancery.Web.Tests.Browsing;

/// <summary>Pages that need no ledger.</summary>
public class OtherPagesTests(SharedRoom shared, Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("/read", "read", ColorScheme.Light, 1280)]
    [InlineData("/read", "read", ColorScheme.Dark, 1280)]
    [InlineData("/read", "read", ColorScheme.Dark, 360)]
    [InlineData("/enter", "enter", ColorScheme.Light, 1280)]
    [InlineData("/enter", "enter", ColorScheme.Dark, 360)]
    [InlineData("/nothing", "problem", ColorScheme.Light, 1280)]
    [InlineData("/nothing", "problem", ColorScheme.Dark, 360)]
    public async Task APageFitsAndIsAccessible(string address, string name, ColorScheme scheme, int width)
    {
        await using Window window = await browser.OpenAsync(shared.Room, scheme, width);
        await window.Page.GotoAsync(address);
        await window.ShootAsync(name);
        await window.FitsAsync();
        await window.IsAccessibleAsync();
        Assert.DoesNotContain(window.Faults, f => !f.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFormThatLacksSomethingSaysSoAndKeepsWhatWasGiven()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.Page.GotoAsync("/read");
        await window.Page.FillAsync("#title", "On the talks");
        await window.Page.ClickAsync("button.main");
        Assert.Contains("There is no text", await window.Page.InnerTextAsync("[role=alert]"));
        Assert.Equal("On the talks", await window.Page.InputValueAsync("#title"));
    }

    [Fact]
    public async Task TheApiCanBeTriedWithoutAnythingFromElsewhere()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.Page.GotoAsync("/api/");
        await Assertions.Expect(window.Page.GetByText("Reads a report without storing it").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await window.ShootAsync("api");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task AReportIsPrintedWithoutTheFrame()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync("geneva-talks-2025-03-05");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Page.Locator(".top")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator("#v3")).ToBeVisibleAsync();
        byte[] paper = await window.Page.PdfAsync(new() { Format = "A4" });
        Assert.True(paper.Length > 10_000);
    }
}
