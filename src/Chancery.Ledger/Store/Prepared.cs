using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>SQL that is compiled once and run many times, its values by position: ?1, ?2, …</summary>
internal sealed class Prepared : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _values;

    public Prepared(SqliteConnection connection, string sql, int values)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _values = new SqliteParameter[values];
        for (int i = 0; i < values; i++)
            _command.Parameters.Add(_values[i] = new SqliteParameter { ParameterName = $"?{i + 1}" });
    }

    /// <summary>INSERT of one row with these columns.</summary>
    public static Prepared Insert(SqliteConnection connection, string table, string columns)
    {
        int count = columns.Split(',').Length;
        return new Prepared(connection, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => $"?{i}"))})", count);
    }

    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Null for NULL and for no row.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public List<T> List<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using SqliteDataReader reader = _command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < _values.Length; i++)
            _values[i].Value = values[i] ?? DBNull.Value;
    }

    public void Dispose() => _command.Dispose();
}
