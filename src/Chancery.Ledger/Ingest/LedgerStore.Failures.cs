using Chancery.Text;

namespace Chancery.Ledger;

/// <summary>Something that could not be read.</summary>
/// <param name="Place">File and line.</param>
public sealed record FailureRow(string Place, string Reason, DateTimeOffset Noted);

public sealed partial class LedgerStore
{
    /// <summary>What could not be read so far, in the order it was met.</summary>
    public IReadOnlyList<FailureRow> Failures() => Query(connection => (IReadOnlyList<FailureRow>)Sql.List(connection,
        "SELECT place, reason, noted FROM failures ORDER BY id", row => new FailureRow(row.GetString(0), row.GetString(1), Days.ParseInstant(row.GetString(2)))));

    /// <summary>Whether the ledger has this text of this day, so that it need not be read.</summary>
    internal bool Has(Report report) => Query(connection =>
        Sql.Number(connection, "SELECT id FROM reports WHERE digest = $digest", ("$digest", LedgerWriter.Digest(report))) > 0);

    /// <summary>How many reports of a file were taken; -1 when all of it was.</summary>
    internal long TakenOf(string path, string stamp) => Query(connection => Sql.List(connection,
        "SELECT CASE WHEN finished THEN -1 ELSE taken END FROM inputs WHERE path = $path AND stamp = $stamp", row => row.GetInt64(0), ("$path", path), ("$stamp", stamp)).FirstOrDefault());

    /// <summary>Reports whose reading was made by other versions, in the order they came.</summary>
    internal IEnumerable<Report> ReadByOthers(string versions)
    {
        long last = 0;
        while (true)
        {
            List<long> ids = Query(connection => Sql.List(connection,
                "SELECT r.id FROM reports r JOIN readings g ON g.report = r.id AND g.superseded_by IS NULL JOIN versions v ON v.id = g.versions WHERE v.label <> $versions AND r.id > $last ORDER BY r.id LIMIT 100",
                row => row.GetInt64(0), ("$versions", versions), ("$last", last)));
            if (ids.Count == 0)
                yield break;
            foreach (long id in ids)
                yield return Text(new EntryId(EntryKind.Report, id))!;
            last = ids[^1];
        }
    }
}
