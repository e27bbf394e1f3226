using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>What a new report says of commitments that the ledger holds, and what the ledger holds for commitments that are new.</summary>
public sealed partial class LedgerWriter
{
    private const int MostPromises = 200;
    private const int MostDeeds = 300;
    private const int DaysBetween = 400;

    private const string PromiseColumns = """
        c.id, g.report, c.kind, c.day, ifnull(r.published, c.day), c.due_to, c.makers, c.toward, c.lemmas, ac.type, c.made, c.outcome
        """;

    private const string PromiseJoins = """
         JOIN readings g ON g.id = c.reading AND g.superseded_by IS NULL JOIN reports r ON r.id = g.report LEFT JOIN accounts ac ON ac.id = c.account
        """;

    private const string DeedColumns = "e.id, g.report, e.type, e.status, e.day, ifnull(e.first_seen, e.day), e.sources, e.targets, l.lemmas";
    private const string DeedJoins = " JOIN accounts l ON l.id = e.lead JOIN readings g ON g.id = l.reading";

    private void Follow(Entries entries)
    {
        var changed = new HashSet<long>(entries.Commitments);
        foreach (long id in entries.Commitments)
        {
            Promise promise = On($"SELECT {PromiseColumns} FROM commitments c{PromiseJoins} WHERE c.id = ?1", 1).List(ToPromise, id)[0];
            changed.UnionWith(Link(promise));
            foreach (Deed deed in DeedsFor(promise))
                Note(promise, deed);
        }
        foreach (long id in entries.Events.Order())
        {
            Deed deed = On($"SELECT {DeedColumns} FROM events e{DeedJoins} WHERE e.id = ?1", 1).List(ToDeed, id)[0];
            if (deed.Status is "planned" or "possible" or "demanded")
                continue;
            foreach (Promise promise in PromisesFor(deed))
            {
                if (Note(promise, deed))
                    changed.Add(promise.Id);
            }
        }
        foreach (long id in changed.Order())
            _states.Tell(id);
    }

    private bool Note(Promise promise, Deed deed)
    {
        if (Match.Of(promise, deed) is not { } match)
            return false;
        On("INSERT OR REPLACE INTO candidates (commitment, event, effect, score, reason) VALUES (?1, ?2, ?3, ?4, ?5)", 5).Run(promise.Id, deed.Id, match.Effect, match.Score, match.Reason);
        return true;
    }

    /// <summary>Links a new commitment with those of other reports that are the same. Returns the others whose state that may change.</summary>
    private HashSet<long> Link(Promise promise)
    {
        var changed = new HashSet<long>();
        foreach (Promise other in promise.By.SelectMany(by => On($"""
            SELECT {PromiseColumns} FROM commitment_actors x CROSS JOIN commitments c ON c.id = x.commitment{PromiseJoins}
            WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.side = 'by' AND x.day BETWEEN ?2 AND ?3 AND c.id <> ?4 ORDER BY x.day DESC, c.id LIMIT {MostPromises}
            """, 4).List(ToPromise, by.Key, Around(promise.Day, -DaysBetween), Around(promise.Day, DaysBetween), promise.Id)).DistinctBy(o => o.Id))
        {
            bool isLater = string.CompareOrdinal(promise.Published, other.Published) > 0 || (promise.Published == other.Published && promise.Id > other.Id);
            (Promise earlier, Promise later) = isLater ? (other, promise) : (promise, other);
            if (Chains.Of(earlier, later) is not { } link)
                continue;
            On("INSERT OR REPLACE INTO commitment_links (later, earlier, relation, score) VALUES (?1, ?2, ?3, ?4)", 4).Run(later.Id, earlier.Id, link.Relation, link.Score);
            changed.Add(earlier.Id);
            On("""
                UPDATE commitments SET chain = (SELECT min(chain) FROM commitments WHERE id IN (?1, ?2))
                WHERE chain IN (SELECT chain FROM commitments WHERE id IN (?1, ?2))
                """, 2).Run(promise.Id, other.Id);
        }
        return changed;
    }

    private void Unlink(long commitment)
    {
        var waiting = On("SELECT earlier FROM commitment_links WHERE later = ?1", 1).List(row => row.GetInt64(0), commitment);
        On("DELETE FROM commitment_links WHERE later = ?1 OR earlier = ?1", 1).Run(commitment);
        foreach (long earlier in waiting)
            _states.Tell(earlier);
    }

    private List<Deed> DeedsFor(Promise promise)
    {
        var deeds = new List<Deed>();
        string until = Around(promise.Due ?? promise.Day, promise.Due is null ? Match.DaysWithoutDue : Match.DaysLate);
        foreach (Party doer in promise.Kind switch { "demand" => promise.Toward, "agreement" => [.. promise.By, .. promise.Toward], _ => promise.By })
        {
            deeds.AddRange(On($"""
                SELECT {DeedColumns} FROM event_actors x CROSS JOIN events e ON e.id = x.event{DeedJoins}
                WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.day BETWEEN ?2 AND ?3 AND x.status IN ('happened', 'ongoing', 'failed', 'denied') AND e.accounts > 0
                ORDER BY x.day, x.event LIMIT {MostDeeds}
                """, 3).List(ToDeed, doer.Key, promise.Day, until));
        }
        return deeds;
    }

    private List<Promise> PromisesFor(Deed deed)
    {
        var promises = new List<Promise>();
        foreach (string key in deed.Sources.Concat(deed.Targets).Select(p => p.Key).Distinct())
        {
            promises.AddRange(On($"""
                SELECT {PromiseColumns} FROM commitment_actors x CROSS JOIN commitments c ON c.id = x.commitment{PromiseJoins}
                WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.day BETWEEN ?2 AND ?3 ORDER BY x.day DESC, c.id LIMIT {MostPromises}
                """, 3).List(ToPromise, key, Around(deed.Day, -DaysBetween), deed.Day));
        }
        return promises;
    }

    private static string Around(string day, int days) => Days.Parse(day) is { } known ? Days.Text(Shift(known, days))! : day;

    private static Promise ToPromise(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5),
        Json.ToParties(row.GetString(6)), Json.ToParties(row.GetString(7)), row.GetString(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11));

    private static Deed ToDeed(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Json.ToParties(row.GetString(6)), Json.ToParties(row.GetString(7)), row.GetString(8));
}
