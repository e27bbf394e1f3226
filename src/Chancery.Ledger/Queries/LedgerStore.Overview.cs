using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>Events of a span of time, and how they lean.</summary>
/// <param name="From">First day, included.</param>
/// <param name="Cooperation">Those of the two cooperative quad classes; <paramref name="Conflict"/> the others.</param>
/// <param name="Goldstein">Mean of their Goldstein scores, -10 to 10.</param>
public sealed record TensionRow(DateOnly From, int Events, int Cooperation, int Conflict, double Goldstein);

/// <summary>What someone who begins to type may mean.</summary>
/// <param name="Kind">The actor's kind, or "place".</param>
/// <param name="Key">The actor's key; the place's name.</param>
public sealed record Suggestion(string Kind, string Key, string Name, string? Country);

public sealed partial class LedgerStore
{
    private static readonly HashSet<string> CooperativeTypes = Enum.GetValues<Chancery.Events.EventType>()
        .Where(t => Chancery.Events.EventOntology.Quad(t).EndsWith("cooperation", StringComparison.Ordinal)).Select(t => Labels.Of(t)).ToHashSet(StringComparer.Ordinal);

    private static readonly string Cooperative = string.Join(", ", CooperativeTypes.Order(StringComparer.Ordinal).Select(t => $"'{t}'"));

    internal static bool IsCooperative(string type) => CooperativeTypes.Contains(type);

    /// <summary>Cooperation and conflict by day, month or year, in the order of time: the latest so many steps.</summary>
    /// <param name="unit">"day", "month" or "year".</param>
    public IReadOnlyList<TensionRow> Tension(EntryFilter filter, string unit = "day", int most = 1000) => Query(connection =>
    {
        int letters = unit switch
        {
            "day" => 10,
            "month" => 7,
            "year" => 4,
            _ => throw new LedgerException(LedgerFault.Misuse, $"\"{unit}\" is no step of a timeline; expected day, month or year"),
        };
        if (IsTallied(filter))
            return TensionOfAll(connection, filter, letters, most);
        Selection selection = EventSelection(connection, filter, isWhole: true).JoinEvents();
        selection.Where($"{selection.Order.Day} <> ''");
        // An event on both sides of which an actor stands comes twice from that actor's index; both rows weigh alike in the mean.
        (string all, string cooperative) = selection.Order.Id == "e.id"
            ? ("count(*)", $"sum(e.type IN ({Cooperative}))")
            : ($"count(DISTINCT {selection.Order.Id})", $"count(DISTINCT CASE WHEN e.type IN ({Cooperative}) THEN {selection.Order.Id} END)");
        // Days stand in the index in their order, and need no sorting.
        string span = unit == "day" ? selection.Order.Day : $"substr({selection.Order.Day}, 1, {letters})";
        var rows = selection.List($"{span} span, {all}, {cooperative}, avg(e.goldstein)",
            $"GROUP BY 1 ORDER BY 1 DESC LIMIT {Math.Clamp(most, 1, 10_000)}", row => (Span: row.GetString(0), Events: row.GetInt32(1), Cooperation: row.GetInt32(2), Goldstein: row.GetDouble(3)));
        return ToTension(rows);
    });

    private static IReadOnlyList<TensionRow> ToTension(IEnumerable<(string Span, int Events, int Cooperation, double Goldstein)> rows) => [.. rows.Reverse().Select(r =>
        new TensionRow(Days.Parse((r.Span + "-01-01")[..10])!.Value, r.Events, r.Cooperation, r.Events - r.Cooperation, Math.Round(r.Goldstein, 2)))];

    /// <summary>Places and how many events of a period are at them, the most first.</summary>
    public IReadOnlyList<CountRow> Where(DateOnly from, DateOnly to, int most = 10) => Query(connection => (IReadOnlyList<CountRow>)Sql.List(connection, """
        SELECT p.name, p.country, (SELECT count(*) FROM events e WHERE e.place = p.id AND e.day BETWEEN $from AND $to) n FROM places p WHERE n > 0 ORDER BY n DESC, p.name LIMIT $most
        """, row => new CountRow(row.GetString(0), row.TextOrNull(1), row.GetInt32(2)), ("$from", Days.Text(from)), ("$to", Days.Text(to)), ("$most", most)));

    /// <summary>Actors and places one of whose words begins as the last word typed does, and has those before it.</summary>
    public IReadOnlyList<Suggestion> Suggest(string typed, int most = 8)
    {
        string[] words = [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length > 0).Take(6)];
        if (words.Length == 0)
            return [];
        string query = string.Join(' ', words.Select((w, i) => i == words.Length - 1 ? $"\"{w}\"*" : $"\"{w}\""));
        return Query(connection =>
        {
            // Those most is told of first; of the very many that one letter can mean, the first few hundred are weighed.
            var actors = Sql.List(connection, """
                SELECT a.kind, a.key, a.name, a.country FROM (SELECT DISTINCT n.actor FROM actor_words w JOIN actor_names n ON n.id = w.rowid WHERE actor_words MATCH $words LIMIT 300) m JOIN actors a ON a.id = m.actor
                ORDER BY a.key LIKE '=%', (SELECT count(*) FROM (SELECT 1 FROM event_actors x WHERE x.actor = a.id LIMIT 500)) DESC, a.key LIMIT $most
                """, row => new Suggestion(row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3)), ("$words", query), ("$most", most));
            string beginning = string.Join(' ', words);
            var places = Sql.List(connection, "SELECT DISTINCT p.name, p.country FROM places p WHERE p.name >= $from COLLATE NOCASE AND p.name < $to COLLATE NOCASE ORDER BY p.name LIMIT $most",
                row => new Suggestion("place", row.GetString(0), row.GetString(0), row.TextOrNull(1)), ("$from", beginning), ("$to", beginning + "\uFFFD"), ("$most", Math.Max(2, most / 2)));
            return (IReadOnlyList<Suggestion>)[.. actors.Take(places.Count == 0 ? most : Math.Max(1, most - places.Count)), .. places];
        });
    }

    /// <summary>How many entries of a kind fit, counted no further than asked for: that and one more means "more than that".</summary>
    public long CountUpTo(EntryKind kind, EntryFilter filter, int most) => Query(connection =>
    {
        if (kind == EntryKind.Event && IsTallied(filter))
            return Math.Min(CountOfAll(connection, filter), most + 1);
        if (kind == EntryKind.Commitment && filter.Statuses.Count > 0 && IsAll(filter with { Statuses = [], AsOf = null }))
        {
            return Math.Min(most + 1, filter.Statuses.Distinct().Sum(state => Sql.Number(connection, $"SELECT count(*) FROM (SELECT 1 FROM commitment_states st WHERE {CurrentState} LIMIT $most)",
                ("$state", state), ("$asof", Days.Text(filter.AsOf ?? Today)), ("$most", most + 1))));
        }
        Selection selection = kind switch
        {
            EntryKind.Report => ReportSelection(connection, filter),
            EntryKind.Statement => StatementSelection(connection, filter),
            EntryKind.Event => EventsFromWords(connection, filter) ?? EventSelection(connection, filter, isWhole: true),
            _ => CommitmentSelection(connection, filter),
        };
        bool isTwice = kind == EntryKind.Event && selection.Order.Id != "e.id";
        return selection.Stream(isTwice ? $"DISTINCT {selection.Order.Id}" : "1", $"LIMIT {most + 1}", _ => true).LongCount();
    });

    /// <summary>Where very many events hold the words: led by the words, so that a count may end early. The event's number is "a.event".</summary>
    private Selection? EventsFromWords(SqliteConnection connection, EntryFilter filter)
    {
        if (WordQuery.Of(filter, out _) is not { } query || !AreMany(connection, "account_words", query))
            return null;
        Selection events = EventSelection(connection, filter with { Words = null, AnyWords = [] });
        Selection led = events.With("account_words w CROSS JOIN accounts a ON a.id = w.rowid", events.Test("a.event"));
        led.Order = ("", "a.event");
        led.Where($"w.account_words MATCH {led.Value(query)}");
        return led;
    }

    /// <summary>All commitments of the ledger by their state on a day, each state counted no further than asked for.</summary>
    public IReadOnlyList<CountRow> StateCounts(DateOnly asOf, int most) => Query(connection => (IReadOnlyList<CountRow>)[.. CommitmentStates.All
        .Select(state => new CountRow(state, null, (int)Sql.Number(connection, $"SELECT count(*) FROM (SELECT 1 FROM commitment_states st WHERE {CurrentState} LIMIT $most)", ("$state", state), ("$asof", Days.Text(asOf)), ("$most", most + 1))))
        .Where(row => row.Count > 0)]);

    /// <summary>Commitments in any of these states on a day, the newest first.</summary>
    /// <param name="isSeldom">Few commitments are in them: those are looked up; else the newest are gone through until enough are found.</param>
    public IReadOnlyList<CommitmentRow> InState(IReadOnlyList<string> states, DateOnly asOf, int most, bool isSeldom) => Query(connection =>
    {
        string found = isSeldom
            ? $"SELECT c.id FROM commitment_states st CROSS JOIN commitments c ON c.id = st.commitment WHERE {CurrentState} ORDER BY c.day DESC, c.id DESC LIMIT $most"
            : $"SELECT c.id FROM commitments c INDEXED BY commitments_day CROSS JOIN commitment_states st ON st.commitment = c.id WHERE c.day <= $asof AND {CurrentState} ORDER BY c.day DESC, c.id DESC LIMIT $most";
        return (IReadOnlyList<CommitmentRow>)[.. states.SelectMany(state => Sql.List(connection, $"SELECT {CommitmentColumns} FROM {CommitmentFrom} WHERE c.id IN ({found}) AND g.superseded_by IS NULL",
                ToCommitment, ("$state", state), ("$asof", Days.Text(asOf)), ("$most", most)))
            .OrderByDescending(c => c.Made ?? c.Source.Published).ThenByDescending(c => c.Id.Number).Take(most)];
    });

    // Told by the index alone.
    private const string CurrentState = "st.state = $state AND st.from_day <= $asof AND st.until_day > $asof";
}
