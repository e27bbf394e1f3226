using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Ledger;

/// <summary>Short ways to ask SQLite one thing.</summary>
internal static class Sql
{
    public static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>One or more statements without values.</summary>
    public static void Run(sqlite3 database, string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, sql), database);

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <returns>0 for NULL and for no row.</returns>
    public static long Number(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static string? Text(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return command.ExecuteScalar() as string;
    }

    public static List<T> List<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? NumberOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static double? RealOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public static DateOnly? Day(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : Days.Parse(reader.GetString(column));
}

/// <summary>Days as the ledger writes them: "2025-08-17". What has no day sorts before all: "".</summary>
internal static class Days
{
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset ParseInstant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
