using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Ledger;

/// <summary>SQL that is compiled once and run many times, its values by position: ?1, ?2, …</summary>
/// <remarks>
/// What changes rows goes to SQLite directly: a report is some hundred rows, and the provider spends as long on their parameters as
/// SQLite on the rows. What asks for whole rows, and what may have to wait for another process, goes through the provider.
/// </remarks>
internal sealed class Prepared : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _sql;
    private readonly int _values;
    private SqliteCommand? _command;
    private sqlite3_stmt? _statement;

    public Prepared(SqliteConnection connection, string sql, int values) => (_connection, _sql, _values) = (connection, sql, values);

    /// <summary>INSERT of one row with these columns.</summary>
    public static Prepared Insert(SqliteConnection connection, string table, string columns)
    {
        int count = columns.Split(',').Length;
        return new Prepared(connection, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => $"?{i}"))})", count);
    }

    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        if (_values == 0)
            return Command(values).ExecuteNonQuery();
        Bind(values);
        int code = raw.sqlite3_step(_statement);
        while (code == raw.SQLITE_ROW)
            code = raw.sqlite3_step(_statement);
        End(code);
        return raw.sqlite3_changes(_connection.Handle!);
    }

    /// <summary>Null for NULL and for no row.</summary>
    public object? Value(params ReadOnlySpan<object?> values) => Command(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public List<T> List<T>(Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using SqliteDataReader reader = Command(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first column, whole numbers.</summary>
    public List<long> Numbers(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var numbers = new List<long>();
        int code;
        while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            numbers.Add(raw.sqlite3_column_int64(_statement, 0));
        End(code);
        return numbers;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        sqlite3 handle = _connection.Handle!;
        if (_statement is null)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, _sql, out _statement), handle);
        for (int i = 0; i < _values; i++)
            SqliteException.ThrowExceptionForRC(Bind(_statement!, i + 1, values[i]), handle);
    }

    private void End(int code)
    {
        int reset = raw.sqlite3_reset(_statement);
        SqliteException.ThrowExceptionForRC(code == raw.SQLITE_DONE ? reset : code, _connection.Handle!);
    }

    private SqliteCommand Command(ReadOnlySpan<object?> values)
    {
        if (_command is null)
        {
            _command = _connection.CreateCommand();
            _command.CommandText = _sql;
            for (int i = 1; i <= _values; i++)
                _command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        }
        for (int i = 0; i < _values; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => Bind(statement, at, text),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        double number => raw.sqlite3_bind_double(statement, at, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        _ => throw new NotSupportedException($"{value.GetType().Name} is no type of a column"),
    };

    // With its length: a text may hold a null character. An empty span would be taken for NULL.
    private static int Bind(sqlite3_stmt statement, int at, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, at, "");
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        int code = raw.sqlite3_bind_text(statement, at, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return code;
    }

    public void Dispose()
    {
        _command?.Dispose();
        _statement?.Dispose();
    }
}
