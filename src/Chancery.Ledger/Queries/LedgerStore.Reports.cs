using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    private const string ReportColumns = """
        r.id, r.name, r.published, r.title, pu.name, r.url, r.language, y.lead, y.reports, r.added, ve.label,
        (SELECT count(*) FROM statements s WHERE s.reading = g.id), (SELECT count(DISTINCT a.event) FROM accounts a WHERE a.reading = g.id), (SELECT count(*) FROM commitments c WHERE c.reading = g.id)
        """;

    private const string ReportFrom = """
        reports r JOIN readings g ON g.report = r.id AND g.superseded_by IS NULL JOIN versions ve ON ve.id = g.versions JOIN stories y ON y.id = r.story LEFT JOIN publishers pu ON pu.id = r.publisher
        """;

    /// <summary>Reports, the newest first.</summary>
    public Page<ReportRow> Reports(EntryFilter filter, PageRequest? page = null) => Query(connection =>
    {
        Selection selection = ReportSelection(connection, filter);
        return selection.Page(ReportColumns, ReportFrom, "r.id", page, ToReport);
    });

    public ReportRow? Report(EntryId id) => Query(connection => Sql.List(connection, $"SELECT {ReportColumns} FROM {ReportFrom} WHERE r.id = $id", ToReport, ("$id", id.Number)).FirstOrDefault());

    /// <summary>By the id that the report's source gave it.</summary>
    public ReportRow? ReportNamed(string name) => Query(connection => Sql.List(connection, $"SELECT {ReportColumns} FROM {ReportFrom} WHERE r.name = $name", ToReport, ("$name", name)).FirstOrDefault());

    /// <summary>The report as it was received, to be read again; null when there is none.</summary>
    /// <remarks>Half a surrogate pair comes back as U+FFFD, which moves no offset. Known mentions are not kept.</remarks>
    public Report? Text(EntryId report) => Query(connection => Sql.List(connection,
        "SELECT r.name, r.text, r.published, r.title, pu.name, r.url, r.language FROM reports r LEFT JOIN publishers pu ON pu.id = r.publisher WHERE r.id = $id",
        row => new Report(row.GetString(0), row.GetString(1), row.Day(2)) { Title = row.TextOrNull(3), Publisher = row.TextOrNull(4), Url = row.TextOrNull(5), Language = row.GetString(6) },
        ("$id", report.Number)).FirstOrDefault());

    /// <summary>The other reports of a report's story: near-copies of one text.</summary>
    public IReadOnlyList<ReportRow> Copies(EntryId report) => Query(connection => (IReadOnlyList<ReportRow>)Sql.List(connection,
        $"SELECT {ReportColumns} FROM {ReportFrom} WHERE r.story = (SELECT story FROM reports WHERE id = $id) AND r.id <> $id ORDER BY r.id", ToReport, ("$id", report.Number)));

    /// <summary>Whether a report is in the ledger: the same id, or the same text and day.</summary>
    public EntryId? Find(Report report) => Query(connection =>
        Sql.Number(connection, "SELECT id FROM reports WHERE digest = $digest UNION ALL SELECT id FROM reports WHERE name = $name LIMIT 1", ("$digest", LedgerWriter.Digest(report)), ("$name", report.Id)) is > 0 and long id
            ? new EntryId(EntryKind.Report, id) : (EntryId?)null);

    /// <summary>What the ledger holds, counted.</summary>
    public LedgerSummary Summary() => Query(connection => Sql.List(connection, """
        WITH old AS (SELECT id FROM readings WHERE superseded_by IS NOT NULL)
        SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM stories), (SELECT count(*) FROM statements) - (SELECT count(*) FROM statements WHERE reading IN old),
            (SELECT ifnull(sum(events), 0) FROM day_tallies), (SELECT count(*) FROM accounts) - (SELECT count(*) FROM accounts WHERE reading IN old),
            (SELECT count(*) FROM commitments) - (SELECT count(*) FROM commitments WHERE reading IN old), (SELECT count(*) FROM actors), (SELECT count(*) FROM failures),
            (SELECT min(published) FROM reports), (SELECT max(published) FROM reports), (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())
        """, row => new LedgerSummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.Day(8), row.Day(9), row.GetInt64(10), Schema.Version))[0]);

    /// <summary>What made the entries that hold: program, data and models, the most reports first.</summary>
    public IReadOnlyList<CountRow> Versions() => Query(connection => (IReadOnlyList<CountRow>)Sql.List(connection,
        "SELECT v.label, n FROM (SELECT versions, count(*) n FROM readings WHERE superseded_by IS NULL GROUP BY versions) JOIN versions v ON v.id = versions ORDER BY n DESC, v.label",
        row => new CountRow(row.GetString(0), null, row.GetInt32(1))));

    /// <summary>Who published how many reports, the most first.</summary>
    public IReadOnlyList<CountRow> Publishers() => Query(connection => (IReadOnlyList<CountRow>)Sql.List(connection,
        "SELECT p.name, count(*) FROM publishers p JOIN reports r ON r.publisher = p.id GROUP BY p.id ORDER BY 2 DESC, 1", row => new CountRow(row.GetString(0), null, row.GetInt32(1))));

    /// <summary>How many entries of a kind fit.</summary>
    public long Count(EntryKind kind, EntryFilter filter) => Query(connection => kind switch
    {
        EntryKind.Report => ReportSelection(connection, filter).Count(),
        EntryKind.Statement => StatementSelection(connection, filter).Count(),
        EntryKind.Event when IsTallied(filter) => CountOfAll(connection, filter),
        EntryKind.Event => EventSelection(connection, filter, isWhole: true) is var events ? events.Count(events.Each) : 0,
        _ => CommitmentSelection(connection, filter).Count(),
    });

    /// <summary>Entries counted by one of their values, the most frequent first.</summary>
    /// <param name="by">Events: "type", "status", "place"; statements: "kind", "form", "speaker"; commitments: "kind", "state", "by".</param>
    public IReadOnlyList<CountRow> Counts(EntryKind kind, EntryFilter filter, string by, int most = 100) => Query(connection =>
    {
        (Selection selection, string value, string name) = (kind, by) switch
        {
            (EntryKind.Event, "type" or "status") when EventSelection(connection, filter, isWhole: true) is var events => (events, events.Column(by), "NULL"),
            (EntryKind.Event, "place") => (EventSelection(connection, filter, isWhole: true).JoinEvents(), "(SELECT p.name FROM places p WHERE p.id = e.place)", "NULL"),
            (EntryKind.Statement, "kind" or "form") => (StatementSelection(connection, filter), $"s.{by}", "NULL"),
            (EntryKind.Statement, "speaker") => (StatementSelection(connection, filter), "sa.key", "sa.name"),
            (EntryKind.Commitment, "kind") => (CommitmentSelection(connection, filter), "c.kind", "NULL"),
            (EntryKind.Commitment, "state") => (CommitmentSelection(connection, filter), "st.state", "NULL"),
            (EntryKind.Commitment, "by") => (CommitmentSelection(connection, filter), "ma.key", "ma.name"),
            _ => throw new LedgerException(LedgerFault.Misuse, $"{kind} cannot be counted by \"{by}\""),
        };
        return (IReadOnlyList<CountRow>)selection.List($"{value} v, {name}, count({selection.Each}) n", $"GROUP BY v HAVING v IS NOT NULL ORDER BY n DESC, v LIMIT {Math.Clamp(most, 1, 10_000)}",
            row => new CountRow(row.GetString(0), row.TextOrNull(1), row.GetInt32(2)));
    });

    private static Selection ReportSelection(SqliteConnection connection, EntryFilter filter)
    {
        var selection = new Selection(connection) { From = ReportFrom, Order = ("ifnull(r.published, '')", "r.id") };
        foreach (string name in new[] { filter.Actor, filter.With, filter.By, filter.Toward }.OfType<string>().Where(n => n.Length > 0))
            Names(selection, ActorIds(connection, name));
        if (filter.AnyActor.Count > 0)
            Names(selection, [.. filter.AnyActor.SelectMany(a => ActorIds(connection, a)).Distinct()]);
        if (filter.Country is { Length: > 0 } country)
            selection.Where($"EXISTS (SELECT 1 FROM entities n WHERE n.reading = g.id AND n.country = {selection.Value(country.ToUpperInvariant())})");
        OfPublisher(selection, filter, "r.publisher");
        Period(selection, filter, selection.Order.Day);
        WithWords(selection, filter, "r.id", "report_words");
        if (filter.AfterReport > 0)
            selection.Where($"r.id > {selection.Value(filter.AfterReport)}");
        if (filter.Report is { } report)
            selection.Where($"r.id = {selection.Value(report.Number)}");
        return selection;
    }

    private static void Names(Selection selection, List<long> ids)
    {
        selection.IsEmpty |= ids.Count == 0;
        string readings = $"SELECT n.reading FROM entities n WHERE n.actor IN ({string.Join(",", ids)})";
        // Of actors whom very many reports name, the newest reports are gone through until enough do.
        bool isMore = IsMore(selection.Connection, readings, Sortable);
        if (isMore)
            selection.From = selection.From.Replace("reports r JOIN", "reports r CROSS JOIN", StringComparison.Ordinal);
        selection.Where(isMore ? $"EXISTS ({readings} AND n.reading = g.id)" : $"g.id IN ({readings})");
    }

    private static bool IsMore(SqliteConnection connection, string rows, int than) => Sql.Number(connection, $"SELECT count(*) FROM ({rows} LIMIT {than + 1})") > than;

    private static ReportRow ToReport(SqliteDataReader row) => new(
        new EntryId(EntryKind.Report, row.GetInt64(0)), row.GetString(1), row.Day(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.GetString(6),
        new EntryId(EntryKind.Report, row.GetInt64(7)), row.GetInt32(8), Days.ParseInstant(row.GetString(9)), row.GetString(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13));
}
