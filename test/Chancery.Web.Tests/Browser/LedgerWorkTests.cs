using System.Text.RegularExpressions;
using Chancery.Web.Tests.Support;
using Microsoft.Playwright;

namespace Chancery.Web.Tests.Browsing;

/// <summary>What an analyst does: finds, follows to the words, decides, comes back, prints.</summary>
public class LedgerWorkTests(SharedRoom shared, Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task ASearchIsFollowedToTheVeryWords()
    {
        await using Window window = await browser.OpenAsync(shared.WithLedger);
        await window.Page.GotoAsync("/");
        await window.Page.FillAsync("#words", "\"military solution\"");
        await window.Page.PressAsync("#words", "Enter");
        ILocator hit = window.Page.Locator(".item", new() { HasText = "There is no" }).First;
        Assert.Equal("military solution", Regex.Replace(string.Join(' ', await hit.Locator("mark").AllInnerTextsAsync()), @"\s+", " "));
        await hit.Locator("a.to-words").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#sought")).ToBeInViewportAsync();
        string sought = string.Concat(await window.Page.Locator("mark.sought").AllInnerTextsAsync());
        Assert.Contains("military solution", sought);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task WhoTypesIsShownWhatMayBeMeant()
    {
        await using Window window = await browser.OpenAsync(shared.WithLedger);
        await window.Page.GotoAsync("/");
        await window.Page.Locator("#words").PressSequentiallyAsync("lamam");
        await Assertions.Expect(window.Page.Locator("#suggested option").First).ToHaveAttributeAsync("value", "Ramtane Lamamra");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task ACommitmentIsDecidedOnKeptAfterLoadingAnewAndUndone()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        await using Window window = await browser.OpenAsync(room);
        await window.Page.GotoAsync("/commitments");
        await window.Page.Locator(".lane:has(#lane-overdue) .item .id").First.ClickAsync();
        string address = window.Page.Url;
        Assert.Equal("overdue", await window.Page.InnerTextAsync(".now .state"));
        await window.Page.SelectOptionAsync("#state", "kept");
        await window.Page.FillAsync("#author", "A. Reader");
        await window.Page.FillAsync("#note", "<b>seen</b> in the minutes");
        await window.Page.ClickAsync("text=Keep this decision");
        await Assertions.Expect(window.Page.Locator(".now .state")).ToHaveTextAsync("kept");
        await window.Page.GotoAsync("/");
        await window.Page.GotoAsync(address);
        await Assertions.Expect(window.Page.Locator(".now .state")).ToHaveTextAsync("kept");
        Assert.Contains("by A. Reader: <b>seen</b> in the minutes", await window.Page.InnerTextAsync("ol.history >> nth=1"));
        Assert.Equal("A. Reader", await window.Page.InputValueAsync("#author"));
        await window.Page.ClickAsync("text=Undo the last decision");
        await Assertions.Expect(window.Page.Locator(".now .state")).ToHaveTextAsync("overdue");
        Assert.Contains("undone", await window.Page.InnerTextAsync("ol.history >> nth=1"));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task ADossierIsMadeMarkedAndPrinted()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        await using Window window = await browser.OpenAsync(room);
        await window.Page.GotoAsync("/dossiers");
        await window.Page.FillAsync("#name", "iran-talks");
        await window.Page.FillAsync("#title", "Talks with Iran");
        await window.Page.FillAsync("#actors", "Iran, Abbas Araghchi");
        await window.Page.ClickAsync("text=Create");
        Assert.Equal("Talks with Iran", await window.Page.InnerTextAsync("h1"));
        Assert.True(await window.Page.Locator(".item.ev").CountAsync() > 3);
        await window.Page.ClickAsync("text=Mark all as seen");
        await Assertions.Expect(window.Page.GetByText("Nothing came in.")).ToBeVisibleAsync();
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(window.Page.Locator(".top")).ToBeHiddenAsync();
        Assert.Equal(0, await window.Page.Locator("form:visible, button:visible").CountAsync());
        await Assertions.Expect(window.Page.Locator(".item.ev").First).ToBeVisibleAsync();
        byte[] paper = await window.Page.PdfAsync(new() { Format = "A4" });
        Assert.True(paper.Length > 10_000);
        await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        // The same name again is refused, and says so.
        await window.Page.GotoAsync("/dossiers");
        await window.Page.FillAsync("#name", "iran-talks");
        await window.Page.ClickAsync("text=Create");
        Assert.Contains("there is a dossier", await window.Page.InnerTextAsync("[role=alert]"));
    }

    [Fact]
    public async Task AReportIsKeptOnlyIfAsked()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        await using Window window = await browser.OpenAsync(room);
        await window.Page.GotoAsync("/read");
        await window.Page.FillAsync("#text", "ANKARA, May 6 (Agency) — Turkish President Recep Tayyip Erdogan met Greek Prime Minister Kyriakos Mitsotakis on Tuesday.");
        await window.Page.FillAsync("#published", "2025-05-07");
        await window.Page.ClickAsync("button.main");
        await window.Page.WaitForSelectorAsync(".reading");
        Assert.Contains("not kept", await window.Page.InnerTextAsync(".note"));
        await window.Page.GotoAsync("/read");
        await window.Page.FillAsync("#text", "ANKARA, May 6 (Agency) — Turkish President Recep Tayyip Erdogan met Greek Prime Minister Kyriakos Mitsotakis on Tuesday.");
        await window.Page.FillAsync("#published", "2025-05-07");
        await window.Page.CheckAsync("[name=store]");
        await window.Page.ClickAsync("button.main");
        await window.Page.WaitForSelectorAsync(".reading");
        Assert.Contains("/reports/r", window.Page.Url);
        await window.Page.GotoAsync("/events?actor=Erdogan&with=Mitsotakis&from=2025-05-01");
        Assert.Equal(1, await window.Page.Locator(".item.ev").CountAsync());
    }

    [Fact]
    public async Task APointOfTheTimelineLeadsToItsEvents()
    {
        await using Window window = await browser.OpenAsync(shared.WithLedger);
        await window.Page.GotoAsync("/timeline?from=2024-01-01&to=2025-12-31&by-step=month");
        await Assertions.Expect(window.Page.Locator(".chart canvas")).ToBeVisibleAsync();
        await window.Page.Locator("table a").First.ClickAsync();
        Assert.Matches(@"/events\?.*from=20\d\d-\d\d-01", window.Page.Url);
        Assert.True(await window.Page.Locator(".item.ev").CountAsync() > 0);
    }

    [Fact]
    public async Task ListsAndTablesNeedNoScript()
    {
        await using Window window = await browser.OpenAsync(shared.WithLedger, hasScript: false);
        await window.Page.GotoAsync("/relations?from=2024-01-01&to=2025-12-31");
        await Assertions.Expect(window.Page.Locator("table").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".chart")).ToBeHiddenAsync();
        string someone = (await window.Page.Locator("table tbody td").First.InnerTextAsync()).Trim();
        int all = await window.Page.Locator("table tbody tr").CountAsync();
        await window.Page.FillAsync("#f-actor", someone);
        await window.Page.ClickAsync("form.filter button");
        Assert.Contains("actor=", window.Page.Url);
        Assert.Contains(someone, await window.Page.InnerTextAsync("table"));
        Assert.True(await window.Page.Locator("table tbody tr").CountAsync() < all);
    }
}
