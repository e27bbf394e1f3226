using System.Security.Cryptography;
using System.Text;
using Chancery.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Ledger;

/// <summary>What storing a report came to.</summary>
public enum StoreOutcome : byte
{
    /// <summary>It is in the ledger now.</summary>
    New,

    /// <summary>It was there: the same id, or the same text and day, read by the same versions. Nothing was changed.</summary>
    Known,

    /// <summary>It was there, read by other versions; this reading supersedes that one.</summary>
    Superseded,

    /// <summary>Its id was there with another text; the first is kept and this one is not stored.</summary>
    OtherText,
}

/// <summary>One transaction that stores reports. Not safe to use from several threads.</summary>
public sealed partial class LedgerWriter : IDisposable
{
    private readonly LedgerStore _ledger;
    private readonly sqlite3 _database;
    private readonly TimeProvider _time;
    private readonly StateKeeper _states;
    private readonly HashSet<long> _toTell = []; // commitments whose state may be another at the end of the transaction
    private readonly Dictionary<string, Prepared> _prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<object, Prepared> _literals = new(ReferenceEqualityComparer.Instance); // the same by the text as an object: hashing the text takes longer than to insert a row
    private bool _begun;
    private bool _broken;

    internal LedgerWriter(LedgerStore ledger, sqlite3 database, TimeProvider time)
    {
        (_ledger, _database, _time) = (ledger, database, time);
        _chains = new JoinedChains(commitment => On("SELECT chain FROM commitments WHERE id = ?1", 1).Number(commitment)!.Value);
        _states = new StateKeeper(On, PromiseOf);
    }

    /// <summary>Stores a report with its reading.</summary>
    /// <param name="name">The id to keep it under; null: the report's own.</param>
    /// <returns>The report's id in the ledger, and what it came to.</returns>
    /// <exception cref="LedgerException">The disk is full or failed, or another process writes for long; what was committed before is kept.</exception>
    public (EntryId Report, StoreOutcome Outcome) Add(Reading reading, string? name = null) => Guard(() =>
    {
        ArgumentNullException.ThrowIfNull(reading);
        name ??= reading.Report.Id;
        byte[] digest = Digest(reading.Report);
        long? known = On("SELECT id FROM reports WHERE digest = ?1", 1).Number(digest);
        if (known is null && On("SELECT id FROM reports WHERE name = ?1", 1).Number(name) is long other)
            return (new EntryId(EntryKind.Report, other), StoreOutcome.OtherText);
        long versions = Versions(reading.Versions);
        if (known is long report)
        {
            long current = (long)On("SELECT id FROM readings WHERE report = ?1 AND superseded_by IS NULL", 1).Number(report)!;
            if ((long)On("SELECT versions FROM readings WHERE id = ?1", 1).Number(current)! == versions)
                return (new EntryId(EntryKind.Report, report), StoreOutcome.Known);
            Supersede(report, current, reading, versions);
            return (new EntryId(EntryKind.Report, report), StoreOutcome.Superseded);
        }
        report = StoreReport(reading, name, digest);
        StoreEntries(report, StoreReading(report, reading, versions), reading);
        return (new EntryId(EntryKind.Report, report), StoreOutcome.New);
    });

    /// <summary>Keeps all that was stored since the last commit. Others may write until the next report comes.</summary>
    /// <exception cref="LedgerException">The disk is full or failed; what was committed before is kept.</exception>
    public void Commit()
    {
        if (!_begun)
            return;
        Guard(() =>
        {
            WriteCounts();
            WriteChains();
            foreach (long commitment in _toTell.Order())
                _states.Tell(commitment, isNew: commitment >= _firstNew);
            _toTell.Clear();
            return On("COMMIT", 0).Run();
        });
        _begun = false;
    }

    /// <summary>Notes what could not be read, once for each place.</summary>
    /// <param name="place">File and line: "reports.jsonl(12)".</param>
    public void NoteFailure(string place, string reason) => Guard(() => On(
        "INSERT INTO failures (place, reason, noted) VALUES (?1, ?2, ?3) ON CONFLICT (place) DO UPDATE SET reason = excluded.reason, noted = excluded.noted", 3)
        .Run(place, reason, Days.Instant(_time.GetUtcNow())));

    /// <summary>Takes a place off the list of failures: what stands there was read after all.</summary>
    public void ClearFailure(string place) => Guard(() => On("DELETE FROM failures WHERE place = ?1", 1).Run(place));

    /// <summary>Notes how far a file was taken, so that the next run goes on there.</summary>
    internal void NoteInput(string path, string stamp, long taken, bool finished) => Guard(() => On(
        "INSERT INTO inputs (path, stamp, taken, finished) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp, taken = excluded.taken, finished = excluded.finished", 4)
        .Run(path, stamp, taken, finished ? 1 : 0));

    /// <summary>The report's text and day: two reports with the same are one.</summary>
    internal static byte[] Digest(Report report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes((Days.Text(report.Published) ?? "") + "\n" + report.Text));
        return hash.GetHashAndReset()[..16];
    }

    private long StoreReport(Reading reading, string id, byte[] digest)
    {
        Report report = reading.Report;
        long? publisher = report.Publisher is { Length: > 0 } name ? Publisher(name) : null;
        // The story of its own that a report begins with; joined to another's where it is a near-copy.
        long story = Insert("stories (lead, reports)", 0, 1);
        long number = Insert("reports (name, published, title, publisher, url, language, text, digest, story, added)",
            id, Days.Text(report.Published), report.Title, publisher, report.Url, reading.Language, report.Text, digest, story, Days.Instant(_time.GetUtcNow()));
        On("UPDATE stories SET lead = ?1 WHERE id = ?2", 2).Run(number, story);
        On("INSERT INTO report_words (rowid, title, text) VALUES (?1, ?2, ?3)", 3).Run(number, report.Title, report.Text);
        JoinStory(number, story, report);
        return number;
    }

    private long StoreReading(long report, Reading reading, long versions) =>
        Insert("readings (report, versions, made, warnings)", report, versions, Days.Instant(_time.GetUtcNow()), Json.Strings(reading.Warnings.Select(w => w.ToString())));

    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal), _publishers = new(StringComparer.Ordinal);

    private long Versions(ReaderVersions versions)
    {
        string label = versions.ToString();
        if (!_versions.TryGetValue(label, out long id))
            _versions[label] = id = On("SELECT id FROM versions WHERE label = ?1", 1).Number(label) ?? Insert("versions (label)", label);
        return id;
    }

    private long Publisher(string name)
    {
        if (!_publishers.TryGetValue(name, out long id))
            _publishers[name] = id = On("SELECT id FROM publishers WHERE name = ?1", 1).Number(name) ?? Insert("publishers (name)", name);
        return id;
    }

    /// <param name="sql">Best a text that stands in the code as it is.</param>
    private Prepared On(string sql, int values)
    {
        if (_literals.TryGetValue(sql, out Prepared? prepared) || _prepared.TryGetValue(sql, out prepared))
            return prepared;
        return _literals[sql] = _prepared[sql] = new Prepared(_database, sql, values);
    }

    /// <param name="into">Table and columns.</param>
    private long Insert(string into, params ReadOnlySpan<object?> values)
    {
        if (!_literals.TryGetValue(into, out Prepared? prepared) && !_prepared.TryGetValue(into, out prepared))
            _literals[into] = _prepared[into] = prepared = Prepared.Insert(_database, into);
        prepared.Run(values);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    private void Begin()
    {
        On("BEGIN IMMEDIATE", 0).Run();
        _begun = true;
        // Rows that name each other are written with the number the other will have.
        _nextAccount = (On("SELECT max(id) FROM accounts", 0).Number() ?? 0) + 1;
        _nextCommitment = _firstNew = (On("SELECT max(id) FROM commitments", 0).Number() ?? 0) + 1;
        // The number changes when another process has written since.
        long version = (long)On("PRAGMA data_version", 0).Number()!;
        if (version != _version)
            ForgetAll();
        _version = version;
    }

    private long _version, _nextAccount, _nextCommitment, _firstNew;

    private void ForgetAll()
    {
        _promises.Clear();
        _deeds.Clear();
        _likes.Clear();
        ForgetCommitments();
        _periods.Clear();
    }

    private T Guard<T>(Func<T> change)
    {
        if (_broken)
            throw new LedgerException(LedgerFault.NotWritable, $"{_ledger.Path}: nothing can be stored after a fault; open a new writer");
        try
        {
            // At once a writer's transaction: two that read first and write then could not both go on.
            if (!_begun)
                Begin();
            return change();
        }
        catch (SqliteException fault)
        {
            _broken = true;
            throw _ledger.Explain(fault);
        }
    }

    /// <summary>What was not committed is dropped.</summary>
    public void Dispose()
    {
        try
        {
            if (_begun)
                On("ROLLBACK", 0).Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as after a full disk.
        }
        foreach (Prepared prepared in _prepared.Values)
            prepared.Dispose();
        _database.Dispose();
    }
}
