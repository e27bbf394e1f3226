using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    /// <summary>So many matches are ordered by how well they fit; of more, the latest to come in are given, since ordering all would take long.</summary>
    private const int MostRanked = 1000;

    /// <summary>With a filter that few entries meet, so many matches are looked at.</summary>
    private const int MostTried = 20_000;

    /// <summary>Entries in whose words all these words occur, the best fit first.</summary>
    /// <param name="words">As <see cref="EntryFilter.Words"/>.</param>
    /// <param name="filter">What else must hold; its own words are passed over.</param>
    /// <param name="kinds">Which kinds of entries; none: statements, events and commitments.</param>
    public IReadOnlyList<SearchHit> Search(string words, EntryFilter? filter = null, int most = 50, params IReadOnlyList<EntryKind> kinds) => Query(connection =>
    {
        if (WordQuery.Of(words) is not { } query)
            return (IReadOnlyList<SearchHit>)[];
        EntryFilter asked = (filter ?? new EntryFilter()) with { Words = null };
        most = Math.Clamp(most, 1, 10_000);
        var hits = new List<(double Rank, SearchHit Hit)>();
        foreach (EntryKind kind in kinds.Count == 0 ? [EntryKind.Statement, EntryKind.Event, EntryKind.Commitment] : kinds.Distinct())
            hits.AddRange(SearchIn(connection, kind, query, asked, most));
        return [.. hits.OrderBy(h => h.Rank).ThenBy(h => h.Hit.Id.Kind).ThenBy(h => h.Hit.Id.Number).Select(h => h.Hit).Take(most)];
    });

    private List<(double Rank, SearchHit Hit)> SearchIn(SqliteConnection connection, EntryKind kind, string query, EntryFilter filter, int most)
    {
        (string index, Selection selection, string id, string entry, string source) = kind switch
        {
            EntryKind.Report => ("report_words", ReportSelection(connection, filter), "r.id", "r.id", "0, length(r.text), 'report', 1.0"),
            EntryKind.Statement => ("statement_words", StatementSelection(connection, filter), "s.id", "s.id", "s.sentence_start, s.sentence_end, s.rule, s.score"),
            EntryKind.Event => ("account_words", AccountSelection(connection, filter), "a.id", "a.event", "a.sentence_start, a.sentence_end, a.rule, a.score"),
            _ => ("commitment_words", CommitmentSelection(connection, filter), "c.id", "c.id", "c.sentence_start, c.sentence_end, c.rule, c.score"),
        };
        bool many = AreMany(connection, index, query, MostRanked);
        var matches = Sql.List(connection, $"SELECT rowid, {(many ? "-1.0" : "rank")} AS fit FROM {index} WHERE {index} MATCH $query ORDER BY {(many ? "rowid DESC" : "fit, rowid DESC")} LIMIT {MostTried}",
            row => (Id: row.GetInt64(0), Rank: row.GetDouble(1)), ("$query", query));
        var hits = new List<(double, SearchHit)>();
        var told = new HashSet<long>();
        // A few at a time: most often the first few are all that is asked for.
        foreach (var some in matches.Chunk(4 * most))
        {
            var rows = selection.List($"{id}, {entry}, r.id, r.name, r.published, pu.name, r.title, r.url, {source}", $"AND {id} IN ({string.Join(',', some.Select(m => m.Id))})",
                row => (Match: row.GetInt64(0), Entry: row.GetInt64(1), Source: SourceAt(row, 2))).ToDictionary(row => row.Match);
            foreach (var match in some)
            {
                // Several accounts of one event may match.
                if (hits.Count < most && rows.TryGetValue(match.Id, out var row) && told.Add(row.Entry))
                    hits.Add((match.Rank, new SearchHit(new EntryId(kind, row.Entry), row.Source, Snippet(connection, index, query, match.Id))));
            }
            if (hits.Count >= most)
                break;
        }
        return hits;
    }

    /// <summary>Accounts that hold of events that fit.</summary>
    private Selection AccountSelection(SqliteConnection connection, EntryFilter filter)
    {
        Selection events = EventSelection(connection, filter);
        Selection accounts = events.With("accounts a JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report LEFT JOIN publishers pu ON pu.id = r.publisher", events.Test("a.event"));
        accounts.Where("g.superseded_by IS NULL");
        return accounts;
    }

    private static string Snippet(SqliteConnection connection, string index, string query, long id) =>
        Sql.Text(connection, $"SELECT snippet({index}, -1, '«', '»', '…', 24) FROM {index} WHERE {index} MATCH $query AND rowid = $id", ("$query", query), ("$id", id)) ?? "";
}
