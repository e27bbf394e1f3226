using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

public class DossierTests
{
    [Fact]
    public void ADossierShowsWhatTouchesItsActorsAndWhatCameInSince()
    {
        using var file = new LedgerFile();
        file.Add(new Report("one", "Russia and Ukraine held talks in Istanbul on Monday. France attacked nobody. Spain met Italy on Monday.", new DateOnly(2025, 6, 3)));
        Dossier made = file.Store.CreateDossier("talks", "Talks", actors: ["russia"]);
        Assert.Null(made.Seen);
        DossierView view = file.Store.View("talks");
        Assert.NotEmpty(view.Timeline);
        Assert.All(view.Timeline, e => Assert.Contains(e.Sources.Concat(e.Targets), p => p.Key == "russia"));
        Assert.Equal(view.Timeline.Count, view.New.Events.Count);
        Assert.NotEmpty(view.Met);

        file.Store.MarkSeen("talks");
        Assert.Empty(file.Store.View("talks").New.Events);
        Assert.NotNull(file.Store.Dossier("talks").Seen);
        file.Add(new Report("two", "Russia attacked Ukraine on Tuesday.", new DateOnly(2025, 6, 4)));
        EventRow news = Assert.Single(file.Store.View("talks").New.Events);
        Assert.Equal("two", news.Source.ReportName);

        file.Store.AddToDossier("talks", actors: ["spain"]);
        Assert.Contains(file.Store.View("talks").Timeline, e => e.Sources.Any(p => p.Key == "spain"));
        Assert.Equal(["talks"], file.Store.Dossiers().Select(d => d.Name));
        file.Store.RemoveDossier("talks");
        Assert.Empty(file.Store.Dossiers());
    }

    [Fact]
    public void NamesOfDossiersAreCheckedAndUnique()
    {
        using var file = new LedgerFile();
        file.Store.CreateDossier("a");
        Assert.Equal(LedgerFault.Misuse, Assert.Throws<LedgerException>(() => file.Store.CreateDossier("a")).Fault);
        Assert.Equal(LedgerFault.Misuse, Assert.Throws<LedgerException>(() => file.Store.CreateDossier("a b")).Fault);
        Assert.Equal(LedgerFault.NotFound, Assert.Throws<LedgerException>(() => file.Store.View("b")).Fault);
    }
}
