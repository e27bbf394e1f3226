using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Chancery.Web.Tests.Support;

/// <summary>Debian's Chromium. Tests skip where there is none; with CHANCERY_REQUIRE_BROWSER=1, as on the build server, they fail.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Names.FirstOrDefault(File.Exists) is not { } program)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    /// <summary>A window of its own that fails the test when a page asks another server, breaks the policy or has a script error.</summary>
    public async Task<Window> OpenAsync(RoomProcess room, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool hasScript = true)
    {
        if (_browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CHANCERY_REQUIRE_BROWSER") == "1", "no Chromium here, and it is required");
            Assert.Skip($"no browser here: none of {string.Join(", ", Names)}");
        }
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            BaseURL = room.Address.ToString(),
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = hasScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Window(context, await context.NewPageAsync(), room.Address, $"{scheme}-{width}".ToLowerInvariant());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A browser window, and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _look;

    /// <param name="look">Scheme and width, for the names of screenshots.</param>
    public Window(IBrowserContext context, IPage page, Uri address, string look)
    {
        (_context, Page, _look) = (context, page, look);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                Faults.Add("asked elsewhere: " + request.Url);
        };
    }

    public IPage Page { get; }
    public List<string> Faults { get; } = [];

    /// <summary>Reads a sample report through the form.</summary>
    public async Task ReadSampleAsync(string name)
    {
        await Page.GotoAsync("/read");
        await Page.SetInputFilesAsync("#file", Repository.Sample(name));
        await Page.ClickAsync("button.main");
        await Page.WaitForSelectorAsync(".reading");
        await Page.WaitForLoadStateAsync(); // its script listens now
    }

    /// <summary>Nothing is wider than the window.</summary>
    public async Task FitsAsync()
    {
        int beyond = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"the page is {beyond} pixels wider than the window");
    }

    /// <summary>axe-core finds nothing serious or critical.</summary>
    public async Task IsAccessibleAsync()
    {
        AxeResult found = await Page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Take(5).Select(n => n.Html + " " + string.Join(' ', n.Any.Select(c => c.Message))))}"));
    }

    public static bool IsShot => Environment.GetEnvironmentVariable("CHANCERY_SCREENSHOTS") is { Length: > 0 };

    /// <summary>For who wants to look: CHANCERY_SCREENSHOTS names a folder.</summary>
    public async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CHANCERY_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{_look}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
