using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    /// <summary>So many matches are ordered by how well they fit; of more, the latest to come in are given, since ordering all would take long.</summary>
    private const int MostRanked = 5000;

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
        (string index, Selection selection, string id, string source) = kind switch
        {
            EntryKind.Report => ("report_words", ReportSelection(connection, filter), "r.id", "0, length(r.text), 'report', 1.0"),
            EntryKind.Statement => ("statement_words", StatementSelection(connection, filter), "s.id", "s.sentence_start, s.sentence_end, s.rule, s.score"),
            EntryKind.Event => ("account_words", EventSelection(connection, filter), "a.id", "a.sentence_start, a.sentence_end, a.rule, a.score"),
            _ => ("commitment_words", CommitmentSelection(connection, filter), "c.id", "c.sentence_start, c.sentence_end, c.rule, c.score"),
        };
        bool many = Sql.Number(connection, $"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH $query LIMIT {MostRanked + 1})", ("$query", query)) > MostRanked;
        string order = many ? "rowid DESC" : "rank";
        // With a filter that few entries meet, more matches must be looked at than are shown.
        string matches = $"(SELECT rowid AS id, {(many ? "-1.0" : "rank")} AS rank FROM {index} WHERE {index} MATCH {selection.Value(query)} ORDER BY {order}{(many ? $" LIMIT {4 * MostRanked}" : "")}) m";
        if (kind == EntryKind.Event)
            selection.From = matches + " CROSS JOIN accounts a ON a.id = m.id JOIN events e ON e.id = a.event JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report LEFT JOIN publishers pu ON pu.id = r.publisher" + Extra(selection, filter);
        else
            selection.From = matches + $" CROSS JOIN {selection.From}";
        selection.Where($"{id} = m.id");
        if (kind == EntryKind.Event)
            selection.Where("g.superseded_by IS NULL");
        string key = kind == EntryKind.Event ? "e.id" : id;
        var found = selection.List($"m.rank, {key}, r.id, r.name, r.published, pu.name, r.title, r.url, {source}, m.id", $"ORDER BY m.rank, m.id DESC LIMIT {most}",
            row => (Rank: row.GetDouble(0), Entry: row.GetInt64(1), Source: SourceAt(row, 2), Match: row.GetInt64(12)));
        return [.. found.Select(f => (f.Rank, new SearchHit(new EntryId(kind, f.Entry), f.Source, Snippet(connection, index, query, f.Match))))];
    }

    // Where an index over actors, countries or publishers leads, its table stands beside the matches.
    private static string Extra(Selection selection, EntryFilter filter) =>
        selection.From.StartsWith("events", StringComparison.Ordinal) ? "" : " JOIN " + selection.From[..selection.From.IndexOf(' ', StringComparison.Ordinal)] + " x0 ON x0.event = e.id AND x0.day = e.day";

    private static string Snippet(SqliteConnection connection, string index, string query, long id) =>
        Sql.Text(connection, $"SELECT snippet({index}, -1, '«', '»', '…', 24) FROM {index} WHERE {index} MATCH $query AND rowid = $id", ("$query", query), ("$id", id)) ?? "";
}
