using Chancery.Ledger;
using Chancery.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Ledger;

/// <summary>What is counted beforehand is what a count from scratch gives.</summary>
public sealed class TallyTests : IDisposable
{
    private const string DaysKept = "SELECT day, type, status, events, goldstein_tenths FROM day_tallies ORDER BY 1, 2, 3";
    private const string DaysCounted = "SELECT day, type, status, count(*), sum(CAST(round(goldstein * 10) AS INTEGER)) FROM events WHERE accounts > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
    private const string PairsKept = "SELECT day, one, other, events, cooperation FROM pair_tallies ORDER BY 1, 2, 3";
    private const string PairsCounted = """
        SELECT e.day, x.actor, y.actor, count(DISTINCT e.id), count(DISTINCT CASE WHEN e.quad LIKE '%cooperation' THEN e.id END)
        FROM events e JOIN event_actors x ON x.event = e.id JOIN event_actors y ON y.event = e.id AND y.actor > x.actor WHERE e.accounts > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """;

    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void TalliesFollowWhatIsStoredReadAnewAndCompacted()
    {
        using (LedgerWriter writer = _file.Store.Write())
        {
            foreach (Reading reading in Some.Samples.Select(Some.Reader.Read))
                writer.Add(reading with { Versions = reading.Versions with { Program = "0.0.1" } });
            writer.Commit();
        }
        AreAsCounted();
        // A reading that no longer finds half of its events.
        using (LedgerWriter writer = _file.Store.Write())
        {
            foreach (Reading reading in Some.Samples.Select(Some.Reader.Read))
                writer.Add(reading with { Versions = reading.Versions with { Program = "0.0.2" }, Events = [.. reading.Events.Where((_, i) => i % 2 == 0)], Commitments = [] });
            writer.Commit();
        }
        AreAsCounted();
        _file.Store.Compact();
        AreAsCounted();
    }

    private const string ActorsKept = "SELECT key || ' ' || events || ' ' || statements || ' ' || commitments || ' ' || ifnull(first_seen, '') || ' ' || ifnull(last_seen, '') FROM actors ORDER BY key";

    [Fact]
    public void AnOlderLedgerIsCountedWhenOpened()
    {
        _file.Add(Some.Samples);
        string[] days = Rows(DaysKept), pairs = Rows(PairsKept), actors = Rows(ActorsKept);
        VersionTests.MakeVersionThree(_file.Path);
        Rows("""
            DROP TABLE day_tallies; DROP TABLE pair_tallies; DROP INDEX actors_events;
            ALTER TABLE actors DROP COLUMN events; ALTER TABLE actors DROP COLUMN statements; ALTER TABLE actors DROP COLUMN commitments;
            ALTER TABLE actors DROP COLUMN first_seen; ALTER TABLE actors DROP COLUMN last_seen; PRAGMA user_version = 1; SELECT 1
            """);
        using LedgerStore anew = LedgerStore.Open(_file.Path);
        Assert.Equal(days, Rows(DaysKept));
        Assert.Equal(pairs, Rows(PairsKept));
        Assert.Equal(actors, Rows(ActorsKept));
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("2025-01-01", null, null, null)]
    [InlineData("2024-01-01", "2025-03-05", "CONSULT", null)]
    [InlineData(null, "2025-03-05", null, "happened")]
    public void AnswersFromTalliesAreThoseOfTheEvents(string? from, string? to, string? type, string? status)
    {
        _file.Add(Some.Samples);
        LedgerStore ledger = _file.Store;
        var filter = new EntryFilter { From = Day(from), To = Day(to), Types = type is null ? [] : [type], Statuses = status is null ? [] : [status] };
        var events = ledger.Events(filter, new PageRequest(10_000)).Items;
        Assert.NotEmpty(events);
        Assert.Equal(events.Count, ledger.Count(EntryKind.Event, filter));
        Assert.Equal(Math.Min(events.Count, 4), ledger.CountUpTo(EntryKind.Event, filter, 3));
        // The same days; here and there an event has none of its own, and is told under its report's.
        var byDay = events.GroupBy(e => e.From ?? e.To ?? e.FirstSeen).Where(g => g.Key is not null).OrderBy(g => g.Key)
            .Select(g => new TensionRow(g.Key!.Value, g.Count(), g.Count(e => e.Quad.EndsWith("cooperation", StringComparison.Ordinal)), g.Count(e => e.Quad.EndsWith("conflict", StringComparison.Ordinal)), Math.Round(g.Average(e => e.Goldstein), 2)));
        Assert.Equal(byDay, ledger.Tension(filter));
        Assert.Equal(events.Count(e => (e.From ?? e.To ?? e.FirstSeen) is not null), ledger.Timeline(filter, "year").Sum(t => t.Events));
        var pairs = events.SelectMany(e => Pairs(e)).GroupBy(p => p).OrderByDescending(g => g.Count()).Select(g => g.Count()).Take(20);
        Assert.Equal(pairs, ledger.Relations(filter, 20).Select(r => r.Events));

        static IEnumerable<string> Pairs(EventRow e)
        {
            string[] keys = [.. e.Sources.Concat(e.Targets).Select(p => p.Key).Distinct().Order(StringComparer.Ordinal)];
            return keys.SelectMany((one, i) => keys.Skip(i + 1).Select(other => $"{one} {other}"));
        }
    }

    private void AreAsCounted()
    {
        Assert.NotEmpty(Rows(DaysKept));
        Assert.NotEmpty(Rows(PairsKept));
        Assert.Equal(Rows(DaysCounted), Rows(DaysKept));
        Assert.Equal(Rows(PairsCounted), Rows(PairsKept));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private string[] Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return [.. rows];
    }
}
