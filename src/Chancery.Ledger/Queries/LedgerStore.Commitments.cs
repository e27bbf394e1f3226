using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    private const string CommitmentColumns = """
        c.id, c.kind, ma.key, me.name, me.code, me.country, c.toward, c.content, c.condition, c.made, c.due_from, c.due_to, st.state, st.reason, c.outcome, ac.event, c.chain,
        (SELECT count(*) FROM candidates k WHERE k.commitment = c.id), r.id, r.name, r.published, pu.name, r.title, r.url, c.sentence_start, c.sentence_end, c.rule, c.score
        """;

    private const string CommitmentFrom = """
        commitments c JOIN readings g ON g.id = c.reading LEFT JOIN reports r ON r.id = g.report LEFT JOIN commitment_states st ON st.commitment = c.id AND st.from_day <= $asof AND st.until_day > $asof
        LEFT JOIN publishers pu ON pu.id = r.publisher LEFT JOIN entities me ON me.id = c.maker LEFT JOIN actors ma ON ma.id = c.actor LEFT JOIN accounts ac ON ac.id = c.account
        """;

    private const int ManyInAState = 2000;

    /// <summary>Commitments with their state as of a day, the newest first; those made later are not there yet.</summary>
    public Page<CommitmentRow> Commitments(EntryFilter filter, PageRequest? page = null) => Query(connection =>
    {
        Selection selection = CommitmentSelection(connection, filter);
        return selection.Page(CommitmentColumns, CommitmentFrom, "c.id", page, ToCommitment);
    });

    /// <param name="asOf">Null: the day of asking.</param>
    public CommitmentRow? Commitment(EntryId id, DateOnly? asOf = null) => Query(connection => Commitment(connection, id.Number, asOf ?? Today));

    private static CommitmentRow? Commitment(SqliteConnection connection, long id, DateOnly asOf) => Sql.List(connection,
        $"SELECT {CommitmentColumns} FROM {CommitmentFrom} WHERE c.id = $id", ToCommitment, ("$id", id), ("$asof", Days.Text(asOf))).FirstOrDefault();

    /// <summary>The commitment and those that renew or postpone it, or that it renews, in the order of days.</summary>
    public IReadOnlyList<CommitmentRow> Chain(EntryId id, DateOnly? asOf = null) => Query(connection => (IReadOnlyList<CommitmentRow>)Sql.List(connection,
        $"SELECT {CommitmentColumns} FROM {CommitmentFrom} WHERE c.chain = (SELECT chain FROM commitments WHERE id = $id) AND g.superseded_by IS NULL ORDER BY r.published, c.id",
        ToCommitment, ("$id", id.Number), ("$asof", Days.Text(asOf ?? Today))));

    /// <summary>Events of other reports that may have kept or broken a commitment, the likeliest first.</summary>
    public IReadOnlyList<Candidate> Candidates(EntryId commitment) => Query(connection =>
    {
        var found = Sql.List(connection, "SELECT event, effect, score, reason FROM candidates WHERE commitment = $id ORDER BY score DESC, event",
            row => (Event: row.GetInt64(0), Effect: row.GetString(1), Score: row.GetDouble(2), Reason: row.GetString(3)), ("$id", commitment.Number));
        return (IReadOnlyList<Candidate>)[.. found.Select(f => (f, Event: Event(connection, f.Event))).Where(f => f.Event is not null).Select(f => new Candidate(commitment, f.Event!, f.f.Effect, f.f.Score, f.f.Reason))];
    });

    /// <summary>The states a commitment has been in and will be in, in the order of days.</summary>
    public IReadOnlyList<StateSpan> States(EntryId commitment) => Query(connection => (IReadOnlyList<StateSpan>)Sql.List(connection,
        "SELECT from_day, until_day, state, reason FROM commitment_states WHERE commitment = $id ORDER BY from_day",
        row => new StateSpan(row.Day(0), row.GetString(1) == FollowUpDays.Never ? null : row.Day(1), row.GetString(2), row.GetString(3)), ("$id", commitment.Number)));

    private Selection CommitmentSelection(SqliteConnection connection, EntryFilter filter)
    {
        var selection = new Selection(connection) { From = CommitmentFrom.Replace("LEFT JOIN commitment_states", "JOIN commitment_states", StringComparison.Ordinal), Order = ("c.day", "c.id") };
        selection.Bind("$asof", Days.Text(filter.AsOf ?? Today));
        selection.Where("g.superseded_by IS NULL");
        if (filter.By is { Length: > 0 } by)
            AnyOf(selection, "c.actor", ActorIds(connection, by));
        foreach ((string? name, string side) in new[] { (filter.Actor, ""), (filter.With, ""), (filter.Toward, " AND x.side = 'toward'") })
        {
            if (name is { Length: > 0 })
                Takes(selection, ActorIds(connection, name), side);
        }
        if (filter.AnyActor.Count > 0)
            Takes(selection, [.. filter.AnyActor.SelectMany(a => ActorIds(connection, a)).Distinct()], "");
        if (filter.Country is { Length: > 0 } country)
            selection.Where($"c.country = {selection.Value(country.ToUpperInvariant())}");
        OfPublisher(selection, filter, "c.publisher");
        if (filter.Types.Count > 0)
            selection.Where($"c.kind IN ({selection.Values(filter.Types)})");
        if (filter.Statuses.Count > 0)
        {
            // A state that many are in is no way to find the newest: then the days lead (the plus keeps SQLite from the states' index).
            bool many = filter.Statuses.Sum(state => Sql.Number(connection, $"SELECT count(*) FROM (SELECT 1 FROM commitment_states st WHERE {CurrentState} LIMIT {ManyInAState})", ("$state", state), ("$asof", Days.Text(filter.AsOf ?? Today)))) >= ManyInAState;
            selection.Where($"{(many ? "+" : "")}st.state IN ({selection.Values(filter.Statuses)})");
            if (many)
                selection.Where("c.day <= $asof"); // what was made later is in no state yet, and need not be gone through
        }
        Period(selection, filter, "c.day");
        if (filter.DueFrom is not null)
            selection.Where($"c.due_to >= {selection.Value(Days.Text(filter.DueFrom))}");
        if (filter.DueTo is not null)
            selection.Where($"c.due_to <= {selection.Value(Days.Text(filter.DueTo))}");
        WithWords(selection, filter, "c.id", "commitment_words");
        if (filter.AfterReport > 0)
            selection.Where($"g.report > {selection.Value(filter.AfterReport)}");
        if (filter.Report is { } report)
            selection.Where($"c.reading IN (SELECT id FROM readings WHERE report = {selection.Value(report.Number)})");
        return selection;
    }

    private static void Takes(Selection selection, List<long> ids, string side)
    {
        selection.IsEmpty |= ids.Count == 0;
        string commitments = $"SELECT x.commitment FROM commitment_actors x WHERE x.actor IN ({string.Join(",", ids)}){side}";
        selection.Where(IsMore(selection.Connection, commitments, Sortable) ? $"EXISTS ({commitments} AND x.day = c.day AND x.commitment = c.id)" : $"c.id IN ({commitments})");
    }

    private static CommitmentRow ToCommitment(SqliteDataReader row) => new(
        new EntryId(EntryKind.Commitment, row.GetInt64(0)), SourceAt(row, 18), row.GetString(1), PartyAt(row, 2), Json.ToParties(row.GetString(6)), row.GetString(7),
        row.GetString(8) is { Length: > 0 } condition ? condition : null, row.Day(9), row.Day(10), row.Day(11), row.TextOrNull(12) ?? CommitmentStates.Open, row.TextOrNull(13) ?? "not made yet on that day", row.TextOrNull(14),
        row.NumberOrNull(15) is { } @event ? new EntryId(EntryKind.Event, @event) : null, new EntryId(EntryKind.Commitment, row.GetInt64(16)), row.GetInt32(17));
}
