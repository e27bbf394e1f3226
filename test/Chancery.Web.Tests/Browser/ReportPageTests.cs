using Chancery.Web.Tests.Support;
using Microsoft.Playwright;

namespace Chancery.Web.Tests.Browsing;

/// <summary>A report read, looked at and followed, in a real browser.</summary>
public class ReportPageTests(SharedRoom shared, Browser browser) : IClassFixture<Browser>
{
    private const string Sample = "geneva-talks-2025-03-05";

    public static TheoryData<string> Samples() => [.. Directory.GetFiles(Path.GetDirectoryName(Repository.Sample("x"))!, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task EverySampleIsReadAndEveryEntryLeadsToItsWords(string sample)
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(sample);
        Assert.True(await window.Page.Locator(".record .card").CountAsync() > 10);
        string[] lost = await window.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('.card .to-words')].filter(a => !document.querySelector(a.getAttribute('href'))
                || !document.querySelector(`.text [data-e~="${a.closest('.card').id}"]`)).map(a => a.hash)
            """);
        // Pronouns are not marked, so an actor whose mentions are all pronouns has no words to lead to.
        Assert.Empty(lost);
        Assert.Equal(0, await window.Page.Locator(".text a.m:not([href^='#'])").CountAsync());
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 2200)]
    public async Task AReportFitsItsWindow(ColorScheme scheme, int width)
    {
        await using Window window = await browser.OpenAsync(shared.Room, scheme, width);
        await window.ReadSampleAsync(Sample);
        await window.ShootAsync("report");
        Assert.Contains("Delegations from Sudan", await window.Page.InnerTextAsync(".text"));
        await window.FitsAsync();
        await window.IsAccessibleAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task WordsAndEntriesShowEachOther()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(Sample);
        ILocator word = window.Page.Locator(".text a.m.ev", new() { HasText = "met" }).First;
        string entry = (await word.GetAttributeAsync("data-e"))!.Split(' ')[0];
        await word.HoverAsync();
        await Assertions.Expect(window.Page.Locator("#" + entry)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\blit\b"));
        await window.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(window.Page.Locator(".lit")).ToHaveCountAsync(0);
        await window.Page.Locator("#" + entry).FocusAsync();
        await Assertions.Expect(word).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\blit\b"));
    }

    [Fact]
    public async Task AnEntryIsFollowedToItsWordsAndBack()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(Sample);
        string met = await EntryOf(window, "met");
        await window.Page.Locator($"#{met} .to-words").ClickAsync();
        Assert.Equal("w-" + met, await Focused(window));
        Assert.Equal("met", await window.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await window.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(met, await Focused(window));
        await Assertions.Expect(window.Page.Locator("#" + met)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task AnEntryTellsItsReason()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(Sample);
        string met = await EntryOf(window, "met");
        await window.Page.Locator($"#{met} summary").ClickAsync();
        string reason = await window.Page.InnerTextAsync($"#{met} .why");
        Assert.Contains("“met", reason);
        Assert.Contains("consult.meet", reason);
        Assert.Contains("score", reason);
        Assert.Contains("chancery 0.", reason);
        Assert.Contains("nsubj", reason);
        Assert.Contains("met", await window.Page.InnerTextAsync($"#{met} .tree mark"));
        await window.ShootAsync("report-reason");
    }

    [Fact]
    public async Task LayersAreSwitchedByKeyboard()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(Sample);
        ILocator statement = window.Page.Locator("#s1"), @event = window.Page.Locator("#v1");
        await window.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(statement).ToBeHiddenAsync();
        await Assertions.Expect(@event).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(statement).ToBeVisibleAsync();
        // And with the keys every page has: to the box, then the space bar.
        await window.Page.FocusAsync("#layer-ev");
        await window.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(@event).ToBeHiddenAsync();
        Assert.Equal("none", await window.Page.Locator(".text a.m.ev").First.EvaluateAsync<string>("e => getComputedStyle(e).textDecorationLine"));
    }

    [Fact]
    public async Task APageWorksWithoutScript()
    {
        await using Window window = await browser.OpenAsync(shared.Room, hasScript: false);
        await window.ReadSampleAsync(Sample);
        await window.Page.Locator("#layer-st").UncheckAsync();
        await Assertions.Expect(window.Page.Locator("#s1")).ToBeHiddenAsync();
        await window.Page.Locator("#v3 summary").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#v3 .tree")).ToBeVisibleAsync();
        await window.Page.Locator("#v3 .to-words").ClickAsync();
        Assert.EndsWith("#w-v3", window.Page.Url);
        await window.Page.GotoAsync("/read");
        await window.Page.SelectOptionAsync("#theme", "dark");
        await window.Page.ClickAsync("form.theme button");
        Assert.Equal("dark", await window.Page.GetAttributeAsync("html", "data-theme"));
    }

    [Fact]
    public async Task ColoursAreChosenAndKept()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.ReadSampleAsync(Sample);
        string light = await Paper(window);
        await window.Page.SelectOptionAsync("#theme", "dark");
        Assert.NotEqual(light, await Paper(window));
        await window.Page.GotoAsync("/read");
        Assert.NotEqual(light, await Paper(window));
        static Task<string> Paper(Window window) => window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    [Fact]
    public async Task HostileTextDoesNothing()
    {
        await using Window window = await browser.OpenAsync(shared.Room);
        await window.Page.GotoAsync("/read");
        await window.Page.FillAsync("#text", "<script>window.owned = 1</script><img src=x onerror='window.owned = 2'> \"<svg onload='window.owned = 3'>,\" President Putin said. </section></main><h1>Owned</h1>");
        await window.Page.ClickAsync("button.main");
        await window.Page.WaitForSelectorAsync(".reading");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.owned === undefined"));
        Assert.Equal(1, await window.Page.Locator("h1").CountAsync());
        Assert.Contains("<script>window.owned = 1</script><img src=x", await window.Page.InnerTextAsync(".text"));
        Assert.Empty(window.Faults);
    }

    private static Task<string> Focused(Window window) => window.Page.EvaluateAsync<string>("document.activeElement.id");

    /// <summary>The entry that rests on the words, whatever its number.</summary>
    private static Task<string> EntryOf(Window window, string words) =>
        window.Page.EvaluateAsync<string>("words => [...document.querySelectorAll('[id^=w-v]')].find(w => w.textContent.trim() === words)?.id.slice(2)", words);
}
