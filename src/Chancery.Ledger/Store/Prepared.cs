using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Ledger;

/// <summary>SQL that is compiled once and run many times, its values by position: ?1, ?2, …</summary>
/// <remarks>
/// Goes to SQLite directly: a report is some hundred rows of some ten values, and the provider spends longer on their parameters than
/// SQLite on the rows.
/// </remarks>
internal sealed unsafe partial class Prepared : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _owner;
    private readonly nint _statement;
    private readonly int _values;

    // The texts bound last, where SQLite reads them until the next are bound.
    private byte[] _texts = [];

    public Prepared(sqlite3 database, string sql, int values)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _owner), database);
        (_database, _statement, _values) = (database, _owner.DangerousGetHandle(), values);
    }

    /// <summary>INSERT of one row.</summary>
    /// <param name="into">Table and columns: "stories (lead, reports)".</param>
    public static Prepared Insert(sqlite3 database, string into)
    {
        int count = into.Count(c => c == ',') + 1;
        return new Prepared(database, $"INSERT INTO {into} VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => $"?{i}"))})", count);
    }

    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        int code;
        do
            code = Step(_statement);
        while (code == raw.SQLITE_ROW);
        End(code);
        return raw.sqlite3_changes(_database);
    }

    /// <summary>The first column of the first row, a whole number; null for NULL and for no row.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        int code = Step(_statement);
        long? number = code == raw.SQLITE_ROW ? new Row(_statement).NumberOrNull(0) : null;
        End(code);
        return number;
    }

    public List<T> List<T>(Func<Row, T> row, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var rows = new List<T>();
        int code = raw.SQLITE_ABORT;
        try
        {
            while ((code = Step(_statement)) == raw.SQLITE_ROW)
                rows.Add(row(new Row(_statement)));
        }
        finally
        {
            End(code);
        }
        return rows;
    }

    /// <summary>The first column, whole numbers.</summary>
    public List<long> Numbers(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var numbers = new List<long>();
        int code;
        while ((code = Step(_statement)) == raw.SQLITE_ROW)
            numbers.Add(ColumnNumber(_statement, 0));
        End(code);
        return numbers;
    }

    public void Dispose() => _owner.Dispose();

    private void End(int code)
    {
        int reset = Reset(_statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW) || reset != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code is raw.SQLITE_DONE or raw.SQLITE_ROW ? reset : code, _database);
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        int most = 0;
        for (int i = 0; i < _values; i++)
            most += values[i] is string text ? Encoding.UTF8.GetMaxByteCount(text.Length) : values[i] is byte[] bytes ? bytes.Length : 0;
        if (most > _texts.Length)
            _texts = GC.AllocateUninitializedArray<byte>(Math.Max(most, 2 * _texts.Length), pinned: true);
        int used = 0;
        for (int i = 0; i < _values; i++)
        {
            int code = values[i] switch
            {
                null => BindNull(_statement, i + 1),
                string text => BindText(i + 1, Encoding.UTF8.GetBytes(text, _texts.AsSpan(used)), ref used),
                long number => BindNumber(_statement, i + 1, number),
                int number => BindNumber(_statement, i + 1, number),
                double number => BindReal(_statement, i + 1, number),
                byte[] bytes => BindBytes(i + 1, bytes, ref used),
                { } other => throw new NotSupportedException($"{other.GetType().Name} is no type of a column"),
            };
            if (code != raw.SQLITE_OK)
                SqliteException.ThrowExceptionForRC(code, _database);
        }
    }

    // With its length: a text may hold a null character.
    private int BindText(int at, int length, ref int used)
    {
        byte* text = length == 0 ? Nothing : (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_texts, used);
        used += length;
        return BindText(_statement, at, text, length, 0);
    }

    private int BindBytes(int at, byte[] bytes, ref int used)
    {
        bytes.CopyTo(_texts, used);
        byte* start = bytes.Length == 0 ? Nothing : (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_texts, used);
        used += bytes.Length;
        return BindBytes(_statement, at, start, bytes.Length, 0);
    }

    // No address at all would be taken for NULL.
    private static readonly byte* Nothing = (byte*)Marshal.AllocHGlobal(1);

    /// <summary>The row that SQLite stands on.</summary>
    internal readonly struct Row(nint statement)
    {
        public bool IsNull(int column) => ColumnType(statement, column) == raw.SQLITE_NULL;

        public long GetInt64(int column) => ColumnNumber(statement, column);

        public double GetDouble(int column) => ColumnReal(statement, column);

        public string GetString(int column)
        {
            byte* text = ColumnText(statement, column);
            return Encoding.UTF8.GetString(text, ColumnBytes(statement, column));
        }

        public byte[] GetBytes(int column)
        {
            byte* start = ColumnBlob(statement, column);
            return new ReadOnlySpan<byte>(start, ColumnBytes(statement, column)).ToArray();
        }

        public string? TextOrNull(int column) => IsNull(column) ? null : GetString(column);

        public long? NumberOrNull(int column) => IsNull(column) ? null : GetInt64(column);

        public double? RealOrNull(int column) => IsNull(column) ? null : GetDouble(column);

        public DateOnly? Day(int column) => IsNull(column) ? null : Days.Parse(GetString(column));
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    // These take less time than to tell the garbage collector of them.
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    private static partial int BindNull(nint statement, int at);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    private static partial int BindNumber(nint statement, int at, long number);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    private static partial int BindReal(nint statement, int at, double number);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    private static partial int BindText(nint statement, int at, byte* text, int length, nint isStatic);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    private static partial int BindBytes(nint statement, int at, byte* bytes, int length, nint isStatic);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    private static partial long ColumnNumber(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    private static partial double ColumnReal(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    private static partial byte* ColumnText(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);
}
