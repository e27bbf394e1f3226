using Chancery.Web.Tests.Support;
using Microsoft.Playwright;

namespace Chancery.Web.Tests.Browsing;

/// <summary>Every page of the ledger, looked at in a real browser.</summary>
public class LedgerPagesTests(SharedRoom shared, Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Name, string Address)[] Pages =
    [
        ("home", "/"), ("search", "/search?words=talks"), ("events", "/events"), ("statements", "/statements?words=talks"), ("reports", "/reports"), ("board", "/commitments"),
        ("commitments", "/commitments?status=overdue"), ("timeline", "/timeline?from=2024-01-01&to=2025-12-31&by-step=month"), ("relations", "/relations?from=2024-01-01&to=2025-12-31"),
        ("actor", "/actors/ramtane-lamamra"), ("event", "/events/v1"), ("statement", "/statements/s1"), ("commitment", "/commitments/c1"), ("kept-report", "/reports/r5?at=120-200"), ("dossiers", "/dossiers"), ("dossier", "/dossiers/sudan-talks"),
    ];

    public static TheoryData<string, string, ColorScheme, int> Looks()
    {
        var looks = new TheoryData<string, string, ColorScheme, int>();
        foreach ((string name, string address) in Pages)
        {
            looks.Add(name, address, ColorScheme.Light, 1280);
            looks.Add(name, address, ColorScheme.Dark, 360);
            if (Window.IsShot)
                looks.Add(name, address, ColorScheme.Dark, 1280);
        }
        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task APageFitsAndIsAccessible(string name, string address, ColorScheme scheme, int width)
    {
        await using Window window = await browser.OpenAsync(shared.WithLedger, scheme, width);
        IResponse? answer = await window.Page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await window.ShootAsync(name);
        await window.FitsAsync();
        await window.IsAccessibleAsync();
        Assert.Empty(window.Faults);
    }
}
