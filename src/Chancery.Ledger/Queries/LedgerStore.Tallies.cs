using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>Questions about the whole ledger, answered from what is counted beforehand: they would else go through every event.</summary>
public sealed partial class LedgerStore
{
    /// <summary>Nothing but days, types and statuses of events is asked for.</summary>
    private static bool IsTallied(EntryFilter filter) => IsAll(filter with { From = null, To = null, Types = [], Statuses = [], AsOf = null, DueFrom = null, DueTo = null });

    /// <summary>Nothing is asked for: every entry fits.</summary>
    private static bool IsAll(EntryFilter filter) =>
        filter is { Actor: null or "", With: null or "", By: null or "", Toward: null or "", Country: null or "", Place: null or "", Publisher: null or "", Words: null or "" }
        && filter is { From: null, To: null, Report: null, AsOf: null, DueFrom: null, DueTo: null, AfterReport: 0 }
        && filter.Types.Count + filter.Statuses.Count + filter.AnyActor.Count + filter.AnyWords.Count + filter.AnyPlace.Count == 0;

    private static Selection TallySelection(SqliteConnection connection, EntryFilter filter)
    {
        var selection = new Selection(connection) { From = "day_tallies t" };
        if (filter.Types.Count > 0)
            selection.Where($"t.type IN ({selection.Values(filter.Types.Select(t => t.ToUpperInvariant()))})");
        if (filter.Statuses.Count > 0)
            selection.Where($"t.status IN ({selection.Values(filter.Statuses)})");
        Period(selection, filter, "t.day");
        return selection;
    }

    private static long CountOfAll(SqliteConnection connection, EntryFilter filter) => TallySelection(connection, filter).List("ifnull(sum(t.events), 0)", "", row => row.GetInt64(0))[0];

    private static IReadOnlyList<TensionRow> TensionOfAll(SqliteConnection connection, EntryFilter filter, int letters, int most)
    {
        Selection selection = TallySelection(connection, filter);
        selection.Where("t.day <> ''");
        return ToTension(selection.List($"substr(t.day, 1, {letters}) span, sum(t.events), sum(CASE WHEN t.type IN ({Cooperative}) THEN t.events ELSE 0 END), sum(t.goldstein_tenths) / 10.0 / sum(t.events)",
            $"GROUP BY 1 ORDER BY 1 DESC LIMIT {Math.Clamp(most, 1, 10_000)}", row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetDouble(3))));
    }

    private static IReadOnlyList<TimelineRow> TimelineOfAll(SqliteConnection connection, EntryFilter filter, int letters, int most)
    {
        Selection selection = TallySelection(connection, filter);
        selection.Where("t.day <> ''");
        return ToTimeline(selection.List($"substr(t.day, 1, {letters}) span, t.type, sum(t.events)", "GROUP BY 1, 2 ORDER BY 1", row => (row.GetString(0), row.GetString(1), row.GetInt32(2))), most);
    }

    private static IReadOnlyList<RelationRow> RelationsOfAll(SqliteConnection connection, EntryFilter filter, int most)
    {
        var selection = new Selection(connection) { From = "pair_tallies t" };
        Period(selection, filter, "t.day");
        var pairs = selection.List("t.one, t.other, sum(t.events) n, sum(t.cooperation), min(t.day), max(t.day)", $"GROUP BY t.one, t.other ORDER BY n DESC, t.one, t.other LIMIT {Math.Clamp(most, 1, 10_000)}", ToPair);
        return [.. pairs.Select(p => ToRelation(connection, p))];
    }
}
