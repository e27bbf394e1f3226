using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

public class LedgerStoreTests
{
    [Fact]
    public void EveryEntryOfEveryReadingIsStoredOnce()
    {
        using LedgerFile file = LedgerFile.OfSamples();
        Reading[] readings = [.. Some.Samples.Select(Some.Reader.Read)];
        LedgerSummary summary = file.Store.Summary();
        Assert.Equal(readings.Length, summary.Reports);
        Assert.Equal(readings.Sum(r => r.Statements.Length), summary.Statements);
        Assert.Equal(readings.Sum(r => r.Events.Length), summary.Accounts);
        Assert.Equal(readings.Sum(r => r.Commitments.Length), summary.Commitments);
        Assert.Equal("ok", file.Store.CheckIntegrity());
    }

    [Fact]
    public void AReportIsStoredOnceByItsIdOrByItsTextAndDay()
    {
        using var file = new LedgerFile();
        var first = new Report("a", "Russia attacked Ukraine on Monday.", new DateOnly(2025, 8, 17));
        using LedgerWriter writer = file.Store.Write();
        Assert.Equal(StoreOutcome.New, writer.Add(Some.Reader.Read(first)).Outcome);
        Assert.Equal(StoreOutcome.Known, writer.Add(Some.Reader.Read(first)).Outcome);
        Assert.Equal(StoreOutcome.Known, writer.Add(Some.Reader.Read(new Report("b", first.Text, first.Published))).Outcome);
        Assert.Equal(StoreOutcome.OtherText, writer.Add(Some.Reader.Read(new Report("a", "Ukraine attacked Russia.", first.Published))).Outcome);
        Assert.Equal(StoreOutcome.New, writer.Add(Some.Reader.Read(new Report("c", first.Text, new DateOnly(2025, 8, 24)))).Outcome);
        writer.Commit();
        Assert.Equal(2, file.Store.Summary().Reports);
    }

    [Fact]
    public void WhatIsNotCommittedIsNotThere()
    {
        using var file = new LedgerFile();
        using (LedgerWriter writer = file.Store.Write())
            writer.Add(Some.Read("Russia attacked Ukraine on Monday."));
        Assert.Equal(0, file.Store.Summary().Reports);
    }

    [Fact]
    public void PagesGiveEveryRowOnceInOrder()
    {
        using LedgerFile file = LedgerFile.OfSamples();
        foreach (bool oldestFirst in new[] { false, true })
        {
            foreach (string? actor in new[] { null, "russia", "united-states" })
            {
                var filter = new EntryFilter { Actor = actor };
                var all = file.Store.Events(filter, new PageRequest(1000, null, oldestFirst)).Items.Select(e => e.Id).ToList();
                var paged = new List<EntryId>();
                string? after = null;
                do
                {
                    Page<EventRow> page = file.Store.Events(filter, new PageRequest(3, after, oldestFirst));
                    Assert.True(page.Items.Count <= 3);
                    paged.AddRange(page.Items.Select(e => e.Id));
                    after = page.Next;
                }
                while (after is not null);
                Assert.Equal(all, paged);
                Assert.Equal(all.Distinct(), all);
                Assert.Equal(file.Store.Count(EntryKind.Event, filter), all.Count);
            }
        }
    }

    [Fact]
    public void EveryEntryIsExplainedByWordsOfItsReport()
    {
        using LedgerFile file = LedgerFile.OfSamples();
        var page = new PageRequest(1000);
        IEnumerable<EntryId> ids = file.Store.Events(new EntryFilter(), page).Items.Select(e => e.Id)
            .Concat(file.Store.Statements(new EntryFilter(), page).Items.Select(s => s.Id))
            .Concat(file.Store.Commitments(new EntryFilter { AsOf = new DateOnly(2030, 1, 1) }, page).Items.Select(c => c.Id));
        int count = 0;
        foreach (EntryId id in ids)
        {
            Explained why = file.Store.Explain(id)!;
            Report report = file.Store.Text(why.Source.Report)!;
            Assert.NotEmpty(why.Words);
            Assert.Contains(why.Sentence, report.Text, StringComparison.Ordinal);
            Assert.All(why.Words, w => Assert.Equal(string.Join(" … ", w.Spans.Select(s => report[s].ToString())), w.Words));
            Assert.Equal(Some.Reader.Versions.ToString(), why.Versions);
            count++;
        }
        Assert.True(count > 100);
    }

    [Fact]
    public void AReportComesBackAsItWasReceived()
    {
        using var file = new LedgerFile();
        var report = new Report("odd", "A\0b \uD800 \U0001F600\r\n\tRussia attacked Ukraine.", new DateOnly(2025, 8, 17)) { Title = "T", Publisher = "P", Url = "u" };
        file.Add(report);
        Report back = file.Store.Text(file.Store.ReportNamed("odd")!.Id)!;
        Assert.Equal(report.Text.Replace('\uD800', '\uFFFD'), back.Text);
        Assert.Equal((report.Id, report.Published, report.Title, report.Publisher, report.Url), (back.Id, back.Published, back.Title, back.Publisher, back.Url));
    }

    [Fact]
    public void AQuestionEndsWhenWhoAskedWillNotWait()
    {
        using var file = new LedgerFile();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        LedgerStore.AskUntil(patience.Token);
        // Counts without an end.
        Assert.ThrowsAny<OperationCanceledException>(() => file.Store.Query(connection => Sql.Number(connection, "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n) SELECT count(*) FROM n")));
        Assert.ThrowsAny<OperationCanceledException>(() => file.Store.Summary());
        LedgerStore.AskUntil(CancellationToken.None);
        Assert.Equal(0, file.Store.Summary().Reports);
    }
}
