namespace Chancery.Ledger;

/// <summary>A report read anew: the new reading holds, the old one stays until compacted.</summary>
public sealed partial class LedgerWriter
{
    private void Supersede(long report, long current, Reading reading, long versions)
    {
        long anew = StoreReading(report, reading, versions);
        On("UPDATE readings SET superseded_by = ?1 WHERE id = ?2", 2).Run(anew, current);
        Uncount(current, Days.Text(reading.Report.Published));
        var touched = On("SELECT DISTINCT event FROM accounts WHERE reading = ?1", 1).List(row => row.GetInt64(0), current);
        foreach (long id in touched)
        {
            Gather(id);
            if (On("SELECT accounts FROM events WHERE id = ?1", 1).Number(id) is 0L)
                Hide(id);
        }
        var before = On("SELECT id, kind, content_spans FROM commitments WHERE reading = ?1", 1).List(row => (Id: row.GetInt64(0), Kind: row.GetString(1), Spans: Json.ToSpans(row.GetString(2))), current);
        foreach (var old in before)
        {
            On("DELETE FROM candidates WHERE commitment = ?1", 1).Run(old.Id);
            On("DELETE FROM commitment_states WHERE commitment = ?1", 1).Run(old.Id);
            On("DELETE FROM commitment_actors WHERE commitment = ?1", 1).Run(old.Id);
            Unlink(old.Id);
        }
        ForgetCommitments();
        StoreEntries(report, anew, reading);
        // What people decided goes with the commitment: the one of the same kind in the same words.
        foreach (var now in On("SELECT id, kind, content_spans FROM commitments WHERE reading = ?1", 1).List(row => (Id: row.GetInt64(0), Kind: row.GetString(1), Spans: Json.ToSpans(row.GetString(2))), anew))
        {
            foreach (var old in before.Where(o => o.Kind == now.Kind && o.Spans.Any(now.Spans.Overlaps)).Take(1))
            {
                On("UPDATE commitments SET succeeds = ?1 WHERE id = ?2", 2).Run(old.Id, now.Id);
                if (On("UPDATE decisions SET commitment = ?1 WHERE commitment = ?2", 2).Run(now.Id, old.Id) > 0)
                    _toTell.Add(now.Id);
            }
        }
    }

    /// <summary>No report tells of the event any longer: no query finds it.</summary>
    private void Hide(long id)
    {
        var shown = On("SELECT day, type, status, goldstein FROM events WHERE id = ?1", 1).List(row => (Day: row.GetString(0), Type: row.GetString(1), Status: row.GetString(2), Goldstein: row.GetDouble(3)), id)[0];
        List<long> actors = On("SELECT DISTINCT actor FROM event_actors WHERE event = ?1", 1).Numbers(id);
        CountDay(shown.Day, shown.Type, shown.Status, shown.Goldstein, -1);
        CountPairs(shown.Day, shown.Type, actors, -1);
        foreach (long actor in actors)
            AddedTo(actor).Events--;
        On("DELETE FROM event_actors WHERE event = ?1", 1).Run(id);
        On("DELETE FROM event_countries WHERE event = ?1", 1).Run(id);
        On("DELETE FROM event_publishers WHERE event = ?1", 1).Run(id);
        var waiting = On("SELECT commitment FROM candidates WHERE event = ?1", 1).List(row => row.GetInt64(0), id);
        On("DELETE FROM candidates WHERE event = ?1", 1).Run(id);
        foreach (long commitment in waiting)
            _toTell.Add(commitment);
    }

    internal void RemoveSuperseded() => Guard(() =>
    {
        // A person's decision is kept for good, and with it what it was about.
        const string old = """
            SELECT id FROM readings WHERE superseded_by IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM commitments k JOIN decisions d ON d.commitment = k.id WHERE k.reading = readings.id)
            """;
        Sql.Run(_database, "PRAGMA defer_foreign_keys = ON");
        foreach ((string table, string words, string column) in new[] { ("statements", "statement_words", "content"), ("accounts", "account_words", "words"), ("commitments", "commitment_words", "content") })
            Sql.Run(_database, $"INSERT INTO {words} ({words}, rowid, {column}) SELECT 'delete', id, {column} FROM {table} WHERE reading IN ({old})");
        Sql.Run(_database, $"""
            UPDATE commitments SET succeeds = NULL WHERE succeeds IN (SELECT id FROM commitments WHERE reading IN ({old}));
            DELETE FROM commitments WHERE reading IN ({old});
            DELETE FROM accounts WHERE reading IN ({old});
            DELETE FROM statements WHERE reading IN ({old});
            DELETE FROM entities WHERE reading IN ({old});
            DELETE FROM events WHERE accounts = 0 AND id NOT IN (SELECT event FROM accounts);
            DELETE FROM readings WHERE id IN ({old});
            """);
        return true;
    });
}
