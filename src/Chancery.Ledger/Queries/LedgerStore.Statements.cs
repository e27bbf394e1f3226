using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    private const string StatementColumns = """
        s.id, s.said, sa.key, se.name, se.code, se.country, s.audience, s.form, s.kind, s.negated, s.cue, s.content,
        r.id, r.name, r.published, pu.name, r.title, r.url, s.sentence_start, s.sentence_end, s.rule, s.score
        """;

    private const string StatementFrom = """
        statements s JOIN readings g ON g.id = s.reading LEFT JOIN reports r ON r.id = g.report
        LEFT JOIN publishers pu ON pu.id = r.publisher LEFT JOIN entities se ON se.id = s.speaker LEFT JOIN actors sa ON sa.id = s.actor
        """;

    /// <summary>Statements, the newest first.</summary>
    public Page<StatementRow> Statements(EntryFilter filter, PageRequest? page = null) => Query(connection =>
    {
        Selection selection = StatementSelection(connection, filter);
        return selection.Page(StatementColumns, StatementFrom, "s.id", page, ToStatement);
    });

    public StatementRow? Statement(EntryId id) => Query(connection =>
        Sql.List(connection, $"SELECT {StatementColumns} FROM {StatementFrom} WHERE s.id = $id", ToStatement, ("$id", id.Number)).FirstOrDefault());

    private static Selection StatementSelection(SqliteConnection connection, EntryFilter filter)
    {
        var selection = new Selection(connection) { From = StatementFrom, Order = ("s.day", "s.id") };
        selection.Where("g.superseded_by IS NULL");
        foreach (string name in new[] { filter.Actor, filter.By }.OfType<string>().Where(n => n.Length > 0))
            AnyOf(selection, "s.actor", ActorIds(connection, name));
        if (filter.AnyActor.Count > 0)
            AnyOf(selection, "s.actor", [.. filter.AnyActor.SelectMany(a => ActorIds(connection, a)).Distinct()]);
        foreach (string name in new[] { filter.With, filter.Toward }.OfType<string>().Where(n => n.Length > 0))
        {
            var keys = ActorIds(connection, name).Select(id => Party(connection, id).Key).ToList();
            selection.IsEmpty |= keys.Count == 0;
            selection.Where($"EXISTS (SELECT 1 FROM json_each(s.audience) WHERE value ->> 'key' IN ({selection.Values(keys)}))");
        }
        if (filter.Country is { Length: > 0 } country)
            selection.Where($"s.country = {selection.Value(country.ToUpperInvariant())}");
        OfPublisher(selection, filter, "s.publisher");
        if (filter.Types.Count > 0)
            selection.Where($"s.kind IN ({selection.Values(filter.Types)})");
        Period(selection, filter, "s.day");
        WithWords(selection, filter, "s.id", "statement_words");
        if (filter.AfterReport > 0)
            selection.Where($"g.report > {selection.Value(filter.AfterReport)}");
        if (filter.Report is { } report)
            selection.Where($"s.reading IN (SELECT id FROM readings WHERE report = {selection.Value(report.Number)})");
        return selection;
    }

    private static void AnyOf(Selection selection, string column, List<long> ids)
    {
        selection.IsEmpty |= ids.Count == 0;
        // Several actors' rows must be put in order, unless the days lead (the plus keeps SQLite from the index over actors).
        bool byDay = ids.Count > 1 && Sql.Number(selection.Connection, $"SELECT sum(statements + commitments) FROM actors WHERE id IN ({string.Join(",", ids)})") > Sortable;
        selection.Where(ids.Count == 1 ? $"{column} = {selection.Value(ids[0])}" : $"{(byDay ? "+" : "")}{column} IN ({selection.Values(ids)})");
    }

    private static void OfPublisher(Selection selection, EntryFilter filter, string column)
    {
        if (filter.Publisher is not { Length: > 0 } name)
            return;
        long publisher = Sql.Number(selection.Connection, "SELECT id FROM publishers WHERE name = $name COLLATE NOCASE", ("$name", name));
        selection.IsEmpty |= publisher == 0;
        selection.Where($"{column} = {selection.Value(publisher)}");
    }

    private static void WithWords(Selection selection, EntryFilter filter, string id, string index)
    {
        if (WordQuery.Of(filter, out bool hopeless) is { } query)
        {
            string value = selection.Value(query), matches = $"(SELECT rowid FROM {index} WHERE {index} MATCH {value})";
            // The plus keeps SQLite from looking up each match by its number, to sort them all.
            selection.WhereWords($"+{id} IN {matches}", $"{id} IN {matches}", AreMany(selection.Connection, index, query));
        }
        selection.IsEmpty |= hopeless;
    }

    /// <summary>The same for events, whose words are those of their accounts.</summary>
    private static void WithEventWords(Selection selection, EntryFilter filter, string id)
    {
        if (WordQuery.Of(filter, out bool hopeless) is { } query)
        {
            string matches = $"(SELECT rowid FROM account_words WHERE account_words MATCH {selection.Value(query)})";
            selection.WhereWords($"EXISTS (SELECT 1 FROM accounts aw WHERE aw.event = {id} AND +aw.id IN {matches})", $"{id} IN (SELECT event FROM accounts WHERE id IN {matches})",
                AreMany(selection.Connection, "account_words", query));
        }
        selection.IsEmpty |= hopeless;
    }

    private static bool AreMany(SqliteConnection connection, string index, string query, int many = 1000) =>
        Sql.Number(connection, $"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH $query LIMIT {many + 1})", ("$query", query)) > many;

    private static StatementRow ToStatement(SqliteDataReader row) => new(
        new EntryId(EntryKind.Statement, row.GetInt64(0)), SourceAt(row, 12), row.Day(1), PartyAt(row, 2), Json.ToParties(row.GetString(6)), row.GetString(7), row.GetString(8), row.GetInt32(9) != 0,
        row.GetString(10), row.GetString(11));
}
