using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    private const string EventColumns = """
        e.id, e.type, e.mode, e.context, e.cameo, e.quad, e.goldstein, e.status, e.day_from, e.day_to, e.sources, e.targets, a.words, e.first_seen, e.last_seen, e.accounts, e.reports, e.stories,
        pl.name, pl.country, pl.division, pl.city, pl.latitude, pl.longitude, pl.geonames, r.id, r.name, r.published, pu.name, r.title, r.url, a.sentence_start, a.sentence_end, a.rule, a.score
        """;

    private const string EventJoins = """
         JOIN accounts a ON a.id = e.lead JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report
        LEFT JOIN publishers pu ON pu.id = r.publisher LEFT JOIN places pl ON pl.id = e.place
        """;

    /// <summary>Events, the newest first, each once however many reports tell it.</summary>
    public Page<EventRow> Events(EntryFilter filter, PageRequest? page = null) => Query(connection =>
    {
        Selection selection = EventSelection(connection, filter);
        return selection.Page(EventColumns, "events e" + EventJoins, "e.id", page, ToEvent);
    });

    /// <summary>All events that fit, by id, one after the other: for exports.</summary>
    internal IEnumerable<EventRow> StreamEvents(EntryFilter filter)
    {
        SqliteConnection connection = Rent();
        try
        {
            Selection selection = EventSelection(connection, filter);
            selection.From += EventJoins;
            foreach (EventRow row in selection.Stream(EventColumns, $"ORDER BY {selection.Order.Day}, {selection.Order.Id}", ToEvent))
                yield return row;
        }
        finally
        {
            Return(connection);
        }
    }

    public EventRow? Event(EntryId id) => Query(connection => Event(connection, id.Number));

    private static EventRow? Event(SqliteConnection connection, long id) =>
        Sql.List(connection, $"SELECT {EventColumns} FROM events e{EventJoins} WHERE e.id = $id", ToEvent, ("$id", id)).FirstOrDefault();

    /// <summary>What each report says of an event, in the order of their days.</summary>
    public IReadOnlyList<AccountRow> Accounts(EntryId @event) => Query(connection => Accounts(connection, "a.event = $id", @event.Number));

    private static IReadOnlyList<AccountRow> Accounts(SqliteConnection connection, string which, long id) => Sql.List(connection, $"""
        SELECT {AccountColumns} FROM accounts a{AccountJoins}
        WHERE {which} AND g.superseded_by IS NULL ORDER BY r.published, r.id, a.id
        """, row => ToAccount(row), ("$id", id));

    private const string AccountColumns = """
        a.event, r.id, r.name, r.published, pu.name, r.title, r.url, a.sentence_start, a.sentence_end, a.rule, a.score, a.type, a.mode, a.cameo, a.status, a.day_from, a.day_to,
        pl.name, pl.country, pl.division, pl.city, pl.latitude, pl.longitude, pl.geonames, a.sources, a.targets, a.numbers, a.words, a.trigger_spans, a.source_spans, a.target_spans,
        ta.key, te.name, te.code, te.country
        """;

    private const string AccountJoins = """
         JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report LEFT JOIN publishers pu ON pu.id = r.publisher LEFT JOIN places pl ON pl.id = a.place
        LEFT JOIN statements s ON s.id = a.statement LEFT JOIN entities te ON te.id = s.speaker LEFT JOIN actors ta ON ta.id = te.actor
        """;

    private static AccountRow ToAccount(SqliteDataReader row) => new(
        new EntryId(EntryKind.Event, row.GetInt64(0)), SourceAt(row, 1), row.GetString(11), row.TextOrNull(12), row.GetString(13), row.GetString(14), row.Day(15), row.Day(16),
        PlaceAt(row, 17), Json.ToParties(row.GetString(24)), Json.ToParties(row.GetString(25)), PartyAt(row, 31), Json.ToStrings(row.GetString(26)), row.GetString(27),
        Json.ToSpans(row.GetString(28)), Json.ToSpans(row.GetString(29)), Json.ToSpans(row.GetString(30)));

    /// <summary>All accounts of the events that fit, with the day the event was first told: for exports.</summary>
    internal IEnumerable<(AccountRow Account, DateOnly? FirstSeen)> StreamAccounts(EntryFilter filter)
    {
        SqliteConnection connection = Rent();
        try
        {
            Selection selection = EventSelection(connection, filter);
            selection.From += " JOIN accounts a ON a.event = e.id" + AccountJoins;
            selection.Where("g.superseded_by IS NULL");
            foreach (var row in selection.Stream(AccountColumns + ", e.first_seen", $"ORDER BY {selection.Order.Day}, {selection.Order.Id}, a.id", row => (ToAccount(row), row.Day(35))))
                yield return row;
        }
        finally
        {
            Return(connection);
        }
    }

    /// <summary>Events a day, month or year, in the order of time.</summary>
    /// <param name="unit">"day", "month" or "year".</param>
    public IReadOnlyList<TimelineRow> Timeline(EntryFilter filter, string unit = "day", int most = 1000) => Query(connection =>
    {
        int letters = unit switch
        {
            "day" => 10,
            "month" => 7,
            "year" => 4,
            _ => throw new LedgerException(LedgerFault.Misuse, $"\"{unit}\" is no step of a timeline; expected day, month or year"),
        };
        if (IsTallied(filter))
            return TimelineOfAll(connection, filter, letters, most);
        Selection selection = EventSelection(connection, filter);
        selection.Where("e.day <> ''");
        var counts = selection.List($"substr({selection.Order.Day}, 1, {letters}) span, e.type, count(DISTINCT e.id)", "GROUP BY 1, 2 ORDER BY 1",
            row => (Span: row.GetString(0), Type: row.GetString(1), Count: row.GetInt32(2)));
        return ToTimeline(counts, most);
    });

    private static IReadOnlyList<TimelineRow> ToTimeline(List<(string Span, string Type, int Count)> counts, int most) =>
        [.. counts.GroupBy(c => c.Span, StringComparer.Ordinal).Take(most).Select(g => new TimelineRow(
            Days.Parse((g.Key + "-01-01")[..10])!.Value, g.Sum(c => c.Count),
            [.. g.OrderByDescending(c => c.Count).ThenBy(c => c.Type, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Type, c.Count))]))];

    /// <summary>The narrowest index leads: an actor, a country, a publisher, a type, else the days.</summary>
    private Selection EventSelection(SqliteConnection connection, EntryFilter filter)
    {
        var selection = new Selection(connection);
        var roles = new List<(List<long> Ids, string? Side)>();
        foreach ((string? name, string? side) in new[] { (filter.Actor, null), (filter.With, null), (filter.By, "source"), (filter.Toward, (string?)"target") })
        {
            if (name is not { Length: > 0 })
                continue;
            List<long> ids = ActorIds(connection, name);
            selection.IsEmpty |= ids.Count == 0;
            roles.Add((ids, side));
        }
        if (filter.AnyActor.Count > 0)
        {
            List<long> ids = [.. filter.AnyActor.SelectMany(a => ActorIds(connection, a)).Distinct()];
            selection.IsEmpty |= ids.Count == 0;
            roles.Add((ids, null));
        }
        string? country = filter.Country is { Length: > 0 } given ? given.ToUpperInvariant() : null;
        long? publisher = filter.Publisher is { Length: > 0 } name2 ? Sql.Number(connection, "SELECT id FROM publishers WHERE name = $name COLLATE NOCASE", ("$name", name2)) : null;
        selection.IsEmpty |= publisher == 0;
        string lead = "e";
        if (roles.FirstOrDefault(r => r.Ids.Count == 1) is { Ids: not null } one)
        {
            roles.Remove(one);
            lead = "x0";
            selection.From = "event_actors x0 CROSS JOIN events e ON e.id = x0.event";
            selection.Where($"x0.actor = {selection.Value(one.Ids[0])}");
            if (one.Side is not null)
                selection.Where($"x0.side = {selection.Value(one.Side)}");
        }
        else if (country is not null)
        {
            lead = "x0";
            selection.From = "event_countries x0 CROSS JOIN events e ON e.id = x0.event";
            selection.Where($"x0.country = {selection.Value(country)}");
            country = null;
        }
        else if (publisher is not null)
        {
            lead = "x0";
            selection.From = "event_publishers x0 CROSS JOIN events e ON e.id = x0.event";
            selection.Where($"x0.publisher = {selection.Value(publisher)}");
            publisher = null;
        }
        else
        {
            selection.From = "events e";
        }
        if (lead == "e")
            selection.Where("e.accounts > 0");
        selection.Order = ($"{lead}.day", lead == "e" ? "e.id" : "x0.event");
        foreach ((List<long> ids, string? side) in roles)
            selection.Where($"e.id IN (SELECT event FROM event_actors WHERE actor IN ({selection.Values(ids)}){(side is null ? "" : $" AND side = {selection.Value(side)}")})");
        if (country is not null)
            selection.Where($"EXISTS (SELECT 1 FROM event_countries c WHERE c.country = {selection.Value(country)} AND c.day = e.day AND c.event = e.id)");
        if (publisher is not null)
            selection.Where($"EXISTS (SELECT 1 FROM event_publishers p WHERE p.publisher = {selection.Value(publisher)} AND p.day = e.day AND p.event = e.id)");
        if (filter.Types.Count > 0)
            selection.Where($"{lead}.type IN ({selection.Values(filter.Types.Select(t => t.ToUpperInvariant()))})");
        if (filter.Statuses.Count > 0)
            selection.Where($"{lead}.status IN ({selection.Values(filter.Statuses)})");
        if (filter.Place is { Length: > 0 } place)
            At(selection, [place]);
        if (filter.AnyPlace.Count > 0)
            At(selection, filter.AnyPlace);
        Period(selection, filter, $"{lead}.day");
        WithEventWords(selection, filter, selection.Order.Id);
        if (filter.AfterReport > 0)
            selection.Where($"e.id IN (SELECT a2.event FROM readings g2 JOIN accounts a2 ON a2.reading = g2.id WHERE g2.report > {selection.Value(filter.AfterReport)} AND g2.superseded_by IS NULL)");
        if (filter.Report is { } report)
            selection.Where($"e.id IN (SELECT a1.event FROM readings g1 JOIN accounts a1 ON a1.reading = g1.id WHERE g1.report = {selection.Value(report.Number)} AND g1.superseded_by IS NULL)");
        return selection;
    }

    private static void At(Selection selection, IEnumerable<string> places)
    {
        string named = selection.Values(places.Select(p => p.ToLowerInvariant()));
        selection.Where($"e.place IN (SELECT id FROM places WHERE lower(name) IN ({named}) OR lower(city) IN ({named}) OR lower(division) IN ({named}))");
    }

    private static void Period(Selection selection, EntryFilter filter, string day)
    {
        if (filter.From is not null)
            selection.Where($"{day} >= {selection.Value(Days.Text(filter.From))}");
        if (filter.To is not null)
            selection.Where($"{day} <= {selection.Value(Days.Text(filter.To))}");
        if (filter.To is not null && filter.From is null)
            selection.Where($"{day} <> ''");
    }

    private static EventRow ToEvent(SqliteDataReader row) => new(
        new EntryId(EntryKind.Event, row.GetInt64(0)), row.GetString(1), row.TextOrNull(2), Json.ToStrings(row.GetString(3)), row.GetString(4), row.GetString(5), row.GetDouble(6), row.GetString(7),
        row.Day(8), row.Day(9), PlaceAt(row, 18), Json.ToParties(row.GetString(10)), Json.ToParties(row.GetString(11)), row.GetString(12), row.Day(13), row.Day(14),
        row.GetInt32(15), row.GetInt32(16), row.GetInt32(17), SourceAt(row, 25));

    /// <summary>Columns: report id, name, day, publisher, title, address, sentence start, sentence end, rule, score.</summary>
    private static Source SourceAt(SqliteDataReader row, int at) => new(
        new EntryId(EntryKind.Report, row.GetInt64(at)), row.GetString(at + 1), row.Day(at + 2), row.TextOrNull(at + 3), row.TextOrNull(at + 4), row.TextOrNull(at + 5),
        TextSpan.FromBounds(row.GetInt32(at + 6), row.GetInt32(at + 7)), row.GetString(at + 8), row.GetDouble(at + 9));

    private static LedgerPlace? PlaceAt(SqliteDataReader row, int at) => row.IsDBNull(at)
        ? null
        : new LedgerPlace(row.GetString(at), row.TextOrNull(at + 1), row.TextOrNull(at + 2), row.TextOrNull(at + 3), row.RealOrNull(at + 4), row.RealOrNull(at + 5), (int?)row.NumberOrNull(at + 6));

    /// <summary>Columns: key, name, code, country.</summary>
    private static Party? PartyAt(SqliteDataReader row, int at) =>
        row.IsDBNull(at) ? null : new Party(row.GetString(at), row.GetString(at + 1), row.TextOrNull(at + 2), row.TextOrNull(at + 3));
}
