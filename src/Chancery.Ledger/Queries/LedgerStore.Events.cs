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
            Selection selection = EventSelection(connection, filter, isWhole: true).JoinEvents();
            selection.From += EventJoins;
            EntryId? last = null; // an event that an actor stands on both sides of comes twice
            foreach (EventRow row in selection.Stream(EventColumns, $"ORDER BY {selection.Order.Day}, {selection.Order.Id}", ToEvent))
            {
                if (row.Id != last)
                    yield return row;
                last = row.Id;
            }
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
            Selection selection = EventSelection(connection, filter, isWhole: true).JoinEvents();
            selection.From += " JOIN accounts a ON a.event = e.id" + AccountJoins;
            selection.Where("g.superseded_by IS NULL");
            long last = 0;
            foreach (var row in selection.Stream(AccountColumns + ", e.first_seen, a.id", $"ORDER BY {selection.Order.Day}, {selection.Order.Id}, a.id", row => (Account: ToAccount(row), FirstSeen: row.Day(35), Id: row.GetInt64(36))))
            {
                if (row.Id != last)
                    yield return (row.Account, row.FirstSeen);
                last = row.Id;
            }
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
        Selection selection = EventSelection(connection, filter, isWhole: true);
        selection.Where($"{selection.Order.Day} <> ''");
        var counts = selection.List($"substr({selection.Order.Day}, 1, {letters}) span, {selection.Column("type")}, count({selection.Each})", "GROUP BY 1, 2 ORDER BY 1",
            row => (Span: row.GetString(0), Type: row.GetString(1), Count: row.GetInt32(2)));
        return ToTimeline(counts, most);
    });

    private static IReadOnlyList<TimelineRow> ToTimeline(List<(string Span, string Type, int Count)> counts, int most) =>
        [.. counts.GroupBy(c => c.Span, StringComparer.Ordinal).Take(most).Select(g => new TimelineRow(
            Days.Parse((g.Key + "-01-01")[..10])!.Value, g.Sum(c => c.Count),
            [.. g.OrderByDescending(c => c.Count).ThenBy(c => c.Type, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Type, c.Count))]))];

    /// <summary>So few events can be put in order before the first is shown; of more, the newest are gone through until enough fit.</summary>
    private const int Sortable = 5000;

    private const int LookupCost = 4;

    /// <summary>Anyone of these, on this side or on any.</summary>
    /// <param name="Events">How many events they are in, those with several of them counted more than once.</param>
    private sealed record Role(List<long> Ids, string? Side, long Events)
    {
        public string In(Selection selection, string table) =>
            (Ids.Count == 1 ? $"{table}.actor = {selection.Value(Ids[0])}" : $"{table}.actor IN ({selection.Values(Ids)})") + (Side is null ? "" : $" AND {table}.side = {selection.Value(Side)}");
    }

    private static List<Role> Roles(Selection selection, EntryFilter filter)
    {
        var roles = new List<Role>();
        void Add(List<long> ids, string? side)
        {
            selection.IsEmpty |= ids.Count == 0;
            roles.Add(new Role(ids, side, Sql.Number(selection.Connection, $"SELECT sum(events) FROM actors WHERE id IN ({string.Join(",", ids)})")));
        }
        foreach ((string? name, string? side) in new[] { (filter.Actor, null), (filter.With, null), (filter.By, "source"), (filter.Toward, (string?)"target") })
        {
            if (name is { Length: > 0 })
                Add(ActorIds(selection.Connection, name), side);
        }
        if (filter.AnyActor.Count > 0)
            Add([.. filter.AnyActor.SelectMany(a => ActorIds(selection.Connection, a)).Distinct()], null);
        return roles;
    }

    /// <summary>The narrowest index leads: the rarest actor, a country, a publisher, else the days.</summary>
    /// <param name="isWhole">All that fits will be gone through, as for counting; false: from the newest on, until a page is full.</param>
    private static Selection EventSelection(SqliteConnection connection, EntryFilter filter, bool isWhole = false)
    {
        var selection = new Selection(connection);
        List<Role> roles = Roles(selection, filter);
        string? country = filter.Country is { Length: > 0 } given ? given.ToUpperInvariant() : null;
        long? publisher = filter.Publisher is { Length: > 0 } name ? Sql.Number(connection, "SELECT id FROM publishers WHERE name = $name COLLATE NOCASE", ("$name", name)) : null;
        selection.IsEmpty |= publisher == 0;
        Role? rarest = roles.Where(r => isWhole || r.Ids.Count == 1 || r.Events <= Sortable).MinBy(r => r.Events);
        if (rarest is not null)
        {
            roles.Remove(rarest);
            selection.LedBy("event_actors");
            selection.Where(rarest.In(selection, "x0"));
        }
        else if (country is not null)
        {
            selection.LedBy("event_countries");
            selection.Where($"x0.country = {selection.Value(country)}");
            country = null;
        }
        else if (publisher is not null)
        {
            selection.LedBy("event_publishers");
            selection.Where($"x0.publisher = {selection.Value(publisher)}");
            publisher = null;
        }
        else
        {
            selection.LedBy("events");
            selection.Where("e.accounts > 0");
        }
        (string day, string id) = selection.Order;
        foreach (Role role in roles)
        {
            // Looking up each row costs several times as much as finding all events of an actor who is in few more.
            string events = $"SELECT y.event FROM event_actors y WHERE {role.In(selection, "y")}";
            selection.Where(rarest is not null && role.Events < LookupCost * rarest.Events ? $"{id} IN ({events}{Between(selection, filter, "y.day")})" : $"EXISTS ({events} AND y.day = {day} AND y.event = {id})");
        }
        if (country is not null)
            selection.Where($"EXISTS (SELECT 1 FROM event_countries c WHERE c.country = {selection.Value(country)} AND c.day = {day} AND c.event = {id})");
        if (publisher is not null)
            selection.Where($"EXISTS (SELECT 1 FROM event_publishers p WHERE p.publisher = {selection.Value(publisher)} AND p.day = {day} AND p.event = {id})");
        if (filter.Types.Count > 0)
            selection.Where($"{selection.Column("type")} IN ({selection.Values(filter.Types.Select(t => t.ToUpperInvariant()))})");
        if (filter.Statuses.Count > 0)
            selection.Where($"{selection.Column("status")} IN ({selection.Values(filter.Statuses)})");
        if (filter.Place is { Length: > 0 } place)
            At(selection, [place]);
        if (filter.AnyPlace.Count > 0)
            At(selection, filter.AnyPlace);
        Period(selection, filter, day);
        WithEventWords(selection, filter, id);
        if (filter.AfterReport > 0)
            selection.Where($"{id} IN (SELECT a2.event FROM readings g2 JOIN accounts a2 ON a2.reading = g2.id WHERE g2.report > {selection.Value(filter.AfterReport)} AND g2.superseded_by IS NULL)");
        if (filter.Report is { } report)
            selection.Where($"{id} IN (SELECT a1.event FROM readings g1 JOIN accounts a1 ON a1.reading = g1.id WHERE g1.report = {selection.Value(report.Number)} AND g1.superseded_by IS NULL)");
        return selection;
    }

    private static void At(Selection selection, IEnumerable<string> places)
    {
        selection.JoinEvents();
        string named = selection.Values(places.Select(p => p.ToLowerInvariant()));
        selection.Where($"e.place IN (SELECT id FROM places WHERE lower(name) IN ({named}) OR lower(city) IN ({named}) OR lower(division) IN ({named}))");
    }

    private static void Period(Selection selection, EntryFilter filter, string day)
    {
        if (Between(selection, filter, day) is { Length: > 0 } period)
            selection.Where(period[" AND ".Length..]);
    }

    /// <summary>The filter's period as conditions to put behind others: "" or " AND …".</summary>
    private static string Between(Selection selection, EntryFilter filter, string day)
    {
        string period = filter.From is null ? "" : $" AND {day} >= {selection.Value(Days.Text(filter.From))}";
        if (filter.To is not null)
            period += $" AND {day} <= {selection.Value(Days.Text(filter.To))}";
        // What has no day sorts before all.
        return filter.To is not null && filter.From is null ? period + $" AND {day} <> ''" : period;
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
