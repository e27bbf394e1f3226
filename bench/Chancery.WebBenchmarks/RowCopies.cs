using System.Globalization;
using Chancery.Ledger;
using Microsoft.Data.Sqlite;

namespace Chancery.WebBenchmarks;

/// <summary>Lays the rows of a small ledger in again and again, with other ids and later days: what would take an hour through the writer.</summary>
internal static class RowCopies
{
    /// <summary>Columns that hold the id of a row of a table.</summary>
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["stories.id"] = "stories",
        ["stories.lead"] = "reports",
        ["reports.id"] = "reports",
        ["reports.story"] = "stories",
        ["readings.id"] = "readings",
        ["readings.report"] = "reports",
        ["entities.id"] = "entities",
        ["entities.reading"] = "readings",
        ["statements.id"] = "statements",
        ["statements.reading"] = "readings",
        ["statements.speaker"] = "entities",
        ["events.id"] = "events",
        ["events.lead"] = "accounts",
        ["accounts.id"] = "accounts",
        ["accounts.reading"] = "readings",
        ["accounts.event"] = "events",
        ["accounts.statement"] = "statements",
        ["event_actors.event"] = "events",
        ["event_countries.event"] = "events",
        ["event_publishers.event"] = "events",
        ["commitments.id"] = "commitments",
        ["commitments.reading"] = "readings",
        ["commitments.maker"] = "entities",
        ["commitments.account"] = "accounts",
        ["commitments.statement"] = "statements",
        ["commitments.chain"] = "commitments",
        ["commitments.succeeds"] = "commitments",
        ["commitment_actors.commitment"] = "commitments",
        ["candidates.commitment"] = "commitments",
        ["candidates.event"] = "events",
        ["commitment_links.later"] = "commitments",
        ["commitment_links.earlier"] = "commitments",
        ["commitment_states.commitment"] = "commitments",
    };

    private static readonly string[] Days = ["day", "day_from", "day_to", "published", "said", "made", "due_from", "due_to", "first_seen", "last_seen", "from_day", "until_day"];

    public static void Lay(string path, int times, int days)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA journal_mode = OFF;");
        string[] tables = [.. Ids.Keys.Select(k => k.Split('.')[0]).Distinct()];
        var highest = Ids.Values.Distinct().ToDictionary(t => t, t => Number(connection, $"SELECT max(id) FROM {t}"));
        foreach (string table in tables)
        {
            string[] columns = Columns(connection, table);
            Run(connection, "BEGIN");
            for (int i = 1; i < times; i++)
            {
                string values = string.Join(", ", columns.Select(c => Value(table, c, i, highest, days)));
                Run(connection, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {values} FROM {table}{(highest.TryGetValue(Leading(table), out long last) ? $" WHERE {Key(table)} <= {last}" : "")}");
            }
            Run(connection, "COMMIT");
            Console.WriteLine($"{table}: {Number(connection, $"SELECT count(*) FROM {table}"):N0} rows");
        }
        foreach (string words in new[] { "report_words", "statement_words", "account_words", "commitment_words" })
            Run(connection, $"INSERT INTO {words} ({words}) VALUES ('rebuild')");
        Run(connection, Schema.CountAll);
        Run(connection, "PRAGMA journal_mode = WAL; ANALYZE;");
    }

    /// <summary>The column by which the rows that were there first are told, and the table whose id it is.</summary>
    private static string Key(string table) => Ids.ContainsKey(table + ".id") ? "id" : Ids.Keys.First(k => k.StartsWith(table + ".", StringComparison.Ordinal)).Split('.')[1];

    private static string Leading(string table) => Ids[$"{table}.{Key(table)}"];

    private static string Value(string table, string column, int turn, Dictionary<string, long> highest, int days)
    {
        if (Ids.TryGetValue($"{table}.{column}", out string? of))
            return string.Create(CultureInfo.InvariantCulture, $"{column} + {turn * highest[of]}");
        if (table == "reports" && column == "name")
            return $"name || '~{turn}'";
        if (table == "reports" && column == "digest")
            return "randomblob(16)";
        return Days.Contains(column) && !(table == "readings")
            ? string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {column} IS NULL OR {column} = '' OR {column} >= '9000' THEN {column} ELSE date({column}, '+{turn * days} days') END")
            : column;
    }

    private static string[] Columns(SqliteConnection connection, string table)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using SqliteDataReader reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return [.. names];
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
