using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Ledger;

/// <summary>A ledger: what many reports say, in one SQLite file. Any number may read while one writes, also from other processes.</summary>
/// <remarks>Safe to use from many threads. Writing goes through <see cref="Write"/>, one writer at a time.</remarks>
public sealed partial class LedgerStore : IDisposable
{
    private const int SecondsToWait = 60; // for another process that writes

    private readonly string _connectionString;
    private readonly SqliteOpenMode _mode;
    private readonly TimeProvider _time;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    // What a connection caches is memory that many at once would each hold; what it lacks, the system's own cache of the file mostly has.
    private const int IdleAtMost = 8, CacheOfReader = 8, CacheOfWriter = 256; // MB

    // A page that several transactions change is written into the file once: each transaction changes a thousand and more.
    private const int PagesOfLog = 8_000;
    private bool _disposed;

    // SQLite counts the memory it uses under a lock, each time it asks for some; nobody looks at the count.
    // Left as it is where a program that uses SQLite elsewhere has begun to.
    static LedgerStore()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private LedgerStore(string path, SqliteOpenMode mode, TimeProvider? time)
    {
        Path = path;
        _mode = mode;
        _time = time ?? TimeProvider.System;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = SecondsToWait }.ToString();
    }

    public string Path { get; }

    private long? _mostPages;

    /// <summary>Lets the file grow to so many pages only, as a small disk would.</summary>
    internal void Limit(long pages)
    {
        _mostPages = pages;
        while (_idle.TryTake(out SqliteConnection? connection))
            connection.Dispose();
    }

    /// <summary>Opens the ledger at a path, brought to this program's version.</summary>
    /// <param name="create">True: where there is no file, an empty ledger is made.</param>
    /// <param name="time">The clock that decisions and additions are stamped with; null: the system's.</param>
    /// <exception cref="LedgerException">There is none, it is something else, of a newer program, or damaged.</exception>
    public static LedgerStore Open(string path, bool create = false, TimeProvider? time = null)
    {
        if (!create && !File.Exists(path))
            throw new LedgerException(LedgerFault.Missing, $"{path}: no such ledger; \"chancery ingest\" makes one");
        var ledger = new LedgerStore(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, time);
        try
        {
            ledger.Guard(() =>
            {
                SqliteConnection connection = ledger.Rent();
                // Of a new file only. Rows are long, and with twice the page a tree of the larger tables is lower by one.
                Sql.Run(connection, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
                Schema.Migrate(connection, path);
                ledger.Return(connection);
                return true;
            });
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
        return ledger;
    }

    /// <summary>Opens a ledger that this process only reads; nothing is written, not even a newer version's tables.</summary>
    /// <exception cref="LedgerException">There is none, it is something else, of another version, or damaged.</exception>
    public static LedgerStore OpenToRead(string path, TimeProvider? time = null)
    {
        if (!File.Exists(path))
            throw new LedgerException(LedgerFault.Missing, $"{path}: no such ledger; \"chancery ingest\" makes one");
        var ledger = new LedgerStore(path, SqliteOpenMode.ReadOnly, time);
        try
        {
            ledger.Query(connection => { Schema.Check(connection, path); return true; });
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
        return ledger;
    }

    /// <summary>Begins a transaction that stores reports. Nothing is kept before <see cref="LedgerWriter.Commit"/>.</summary>
    /// <exception cref="LedgerException">Another process writes, or the file cannot be written.</exception>
    public LedgerWriter Write() => Guard(() => new LedgerWriter(this, OpenToWrite("OFF"), _time));

    public DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    /// <summary>Whether the file is sound: "ok", or what SQLite found.</summary>
    public string CheckIntegrity() => Query(connection => string.Join("; ", Sql.List(connection, "PRAGMA integrity_check", row => row.GetString(0))));

    /// <summary>Removes readings that newer ones supersede, and gives unused space back to the disk.</summary>
    public void Compact()
    {
        using (LedgerWriter writer = Guard(() => new LedgerWriter(this, OpenToWrite("ON"), _time)))
        {
            writer.RemoveSuperseded();
            writer.Commit();
        }
        Query(connection => { Sql.Run(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"); return true; });
    }

    private static readonly AsyncLocal<CancellationToken> Patience = new();

    /// <summary>From here on in this flow of calls, questions end with an <see cref="OperationCanceledException"/> when the token says so.</summary>
    public static void AskUntil(CancellationToken cancellation) => Patience.Value = cancellation;

    internal T Query<T>(Func<SqliteConnection, T> ask) => Guard(() =>
    {
        CancellationToken patience = Patience.Value;
        patience.ThrowIfCancellationRequested();
        SqliteConnection connection = Rent();
        try
        {
            using (patience.UnsafeRegister(asked => SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)asked!).Handle), connection))
                return ask(connection);
        }
        catch (SqliteException) when (patience.IsCancellationRequested)
        {
            throw new OperationCanceledException(patience);
        }
        finally
        {
            Return(connection);
        }
    });

    /// <summary>One change in a transaction of its own.</summary>
    internal T Change<T>(Func<SqliteConnection, T> change) => Query(connection =>
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        T result = change(connection);
        transaction.Commit();
        return result;
    });

    internal T Guard<T>(Func<T> ask)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return ask();
        }
        catch (SqliteException fault)
        {
            throw Explain(fault);
        }
    }

    internal LedgerException Explain(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => new LedgerException(LedgerFault.Busy, $"{Path}: another process writes to the ledger; try again when it is done", fault),
        8 => new LedgerException(LedgerFault.NotWritable, $"{Path}: the ledger cannot be written; is it, or its folder, read-only?", fault),
        10 => new LedgerException(LedgerFault.NotWritable, $"{Path}: the disk could not be read or written; what was committed before is kept", fault),
        11 => new LedgerException(LedgerFault.Damaged, $"{Path}: the file is damaged ({fault.Message}); restore a copy, or rescue what can be read with \"sqlite3 {Path} .recover\"", fault),
        13 => new LedgerException(LedgerFault.NotWritable, $"{Path}: the disk is full; what was committed before is kept; make room and run the same command again", fault),
        14 => new LedgerException(LedgerFault.NotWritable, $"{Path}: the file cannot be opened; is there such a folder, and may it be written?", fault),
        26 => new LedgerException(LedgerFault.NotALedger, $"{Path}: no ledger; expected a file that \"chancery ingest\" wrote", fault),
        _ => new LedgerException(LedgerFault.Damaged, $"{Path}: {fault.Message}", fault),
    };

    private SqliteConnection Rent()
    {
        if (_idle.TryTake(out SqliteConnection? connection))
            return connection;
        connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            Sql.Run(connection.Handle!, Settings(CacheOfReader));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection of one thread, which SQLite need not guard against others.</summary>
    /// <param name="foreignKeys">"OFF" where rows only come, which name rows that came just before: looking each up takes a tenth of the time.</param>
    private sqlite3 OpenToWrite(string foreignKeys)
    {
        int code = raw.sqlite3_open_v2(Path, out sqlite3 database, (_mode == SqliteOpenMode.ReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE) | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, database);
            raw.sqlite3_busy_timeout(database, 1000 * SecondsToWait);
            Sql.Run(database, Settings(CacheOfWriter, foreignKeys) + $"; PRAGMA wal_autocheckpoint = {PagesOfLog}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // FULL: what was committed outlives a power cut. No memory map: a disk that fails would end the process, not the query.
    private string Settings(int cache, string foreignKeys = "ON") =>
        $"PRAGMA foreign_keys = {foreignKeys}; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{1024 * cache};{(_mostPages is { } pages ? $" PRAGMA max_page_count = {pages}" : "")}";

    internal void Return(SqliteConnection connection)
    {
        if (_disposed || _idle.Count >= IdleAtMost)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out SqliteConnection? connection))
            connection.Dispose();
    }
}
