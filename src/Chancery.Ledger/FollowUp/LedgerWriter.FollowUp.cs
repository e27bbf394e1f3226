namespace Chancery.Ledger;

/// <summary>What a new report says of commitments that the ledger holds, and what the ledger holds for commitments that are new.</summary>
public sealed partial class LedgerWriter
{
    private const string MostPromises = "200";
    private const string MostDeeds = "300";
    private const int DaysBetween = 400;

    private const string LoadPromise = """
        SELECT c.id, g.report, c.kind, c.day, ifnull(r.published, c.day), c.due_to, c.makers, c.toward, c.lemmas, ac.type, c.made, c.outcome
        FROM commitments c JOIN readings g ON g.id = c.reading JOIN reports r ON r.id = g.report LEFT JOIN accounts ac ON ac.id = c.account WHERE c.id = ?1
        """;

    private const string LoadDeed = """
        SELECT e.id, g.report, e.type, e.status, e.day, ifnull(e.first_seen, e.day), e.sources, e.targets, l.lemmas
        FROM events e JOIN accounts l ON l.id = e.lead JOIN readings g ON g.id = l.reading WHERE e.id = ?1
        """;

    // What was compared lately: reports of one time speak of the same few hundred again and again. The indexes say which are meant.
    private readonly Memory<Promise> _promises = new();
    private readonly Memory<Deed> _deeds = new();

    private Promise PromiseOf(long id) => _promises.Get(id, number => On(LoadPromise, 1).List(ToPromise, number)[0]);

    private Deed DeedOf(long id) => _deeds.Get(id, number => On(LoadDeed, 1).List(ToDeed, number)[0]);

    private void Follow(Entries entries)
    {
        var changed = new HashSet<long>(entries.Commitments);
        foreach (long id in entries.Commitments)
        {
            Promise promise = PromiseOf(id);
            changed.UnionWith(Link(promise));
            foreach (Deed deed in DeedsFor(promise))
                Note(promise, deed);
        }
        foreach (long id in entries.Events.Order())
        {
            Deed deed = DeedOf(id);
            if (deed.Status is "planned" or "possible" or "demanded")
                continue;
            foreach (Promise promise in PromisesFor(deed))
            {
                if (Note(promise, deed))
                    changed.Add(promise.Id);
            }
        }
        _toTell.UnionWith(changed);
    }

    /// <returns>Whether the commitment's state may be another now.</returns>
    private bool Note(Promise promise, Deed deed)
    {
        if (Match.Of(promise, deed) is not { } match)
            return false;
        On("""
            INSERT INTO candidates (commitment, event, effect, score, reason) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (commitment, event) DO UPDATE SET effect = excluded.effect, score = excluded.score, reason = excluded.reason
            """, 5).Run(promise.Id, deed.Id, match.Effect, match.Score, match.Reason);
        return match.Score >= StateKeeper.Likely;
    }

    /// <summary>Links a new commitment with those of other reports that are the same. Returns the others whose state that may change.</summary>
    private HashSet<long> Link(Promise promise)
    {
        var changed = new HashSet<long>();
        var seen = new HashSet<long> { promise.Id };
        foreach (string by in Known(promise.By))
        {
            foreach (long id in Numbers($"""
                SELECT x.commitment FROM commitment_actors x
                WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.side = 'by' AND x.day BETWEEN ?2 AND ?3 ORDER BY x.day DESC, x.commitment LIMIT {MostPromises}
                """, by, Around(promise.Day, -DaysBetween), Around(promise.Day, DaysBetween)))
            {
                if (!seen.Add(id))
                    continue;
                Promise other = PromiseOf(id);
                bool isLater = string.CompareOrdinal(promise.Published, other.Published) > 0 || (promise.Published == other.Published && promise.Id > other.Id);
                (Promise earlier, Promise later) = isLater ? (other, promise) : (promise, other);
                if (Chains.Of(earlier, later) is not { } link)
                    continue;
                On("""
                    INSERT INTO commitment_links (later, earlier, relation, score) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (later, earlier) DO UPDATE SET relation = excluded.relation, score = excluded.score
                    """, 4).Run(later.Id, earlier.Id, link.Relation, link.Score);
                // That the same is said again changes nothing, unless what came of it is told too.
                if (link.Relation != Chains.Repeats || later.Outcome is not null)
                    changed.Add(earlier.Id);
                JoinChains(promise.Id, other.Id);
            }
        }
        return changed;
    }

    private void JoinChains(long one, long other)
    {
        (long a, long b) = (Chain(one), Chain(other));
        if (a != b)
            On("UPDATE commitments SET chain = ?1 WHERE chain = ?2", 2).Run(Math.Min(a, b), Math.Max(a, b));
    }

    private long Chain(long commitment) => (long)On("SELECT chain FROM commitments WHERE id = ?1", 1).Number(commitment)!;

    private void Unlink(long commitment)
    {
        var waiting = On("SELECT earlier FROM commitment_links WHERE later = ?1", 1).List(row => row.GetInt64(0), commitment);
        On("DELETE FROM commitment_links WHERE later = ?1 OR earlier = ?1", 1).Run(commitment);
        foreach (long earlier in waiting)
            _toTell.Add(earlier);
    }

    private IEnumerable<Deed> DeedsFor(Promise promise)
    {
        string until = Around(promise.Due ?? promise.Day, promise.Due is null ? Match.DaysWithoutDue : Match.DaysLate);
        return Known(promise.Doers).SelectMany(key => Numbers($"""
            SELECT x.event FROM event_actors x
            WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.day BETWEEN ?2 AND ?3 AND x.status IN ('happened', 'ongoing', 'failed', 'denied') ORDER BY x.day, x.event LIMIT {MostDeeds}
            """, key, promise.Day, until)).Distinct().Select(DeedOf);
    }

    private IEnumerable<Promise> PromisesFor(Deed deed) => Known(deed.Parties).SelectMany(key => Numbers($"""
        SELECT x.commitment FROM commitment_actors x
        WHERE x.actor = (SELECT id FROM actors WHERE key = ?1) AND x.day BETWEEN ?2 AND ?3 AND ?4 IN (x.type, '') ORDER BY x.day DESC, x.commitment LIMIT {MostPromises}
        """, key, Around(deed.Day, -DaysBetween), deed.Day, Match.IsOfItsTypeOnly(deed) ? deed.Type : "")).Distinct().Select(PromiseOf);

    // Nobody in particular is never the same as somebody elsewhere.
    private static IEnumerable<string> Known(IReadOnlyList<Party> parties) => parties.Where(p => !IsNobody(p)).Select(p => p.Key).Distinct();

    private List<long> Numbers(string sql, params ReadOnlySpan<object?> values) => On(sql, values.Length).Numbers(values);

    private static string Around(string day, int days) => Days.Parse(day) is { } known ? Days.Text(Shift(known, days))! : day;

    private Promise ToPromise(Prepared.Row row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5),
        Parties(row.GetString(6)), Parties(row.GetString(7)), row.GetString(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11));

    private Deed ToDeed(Prepared.Row row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Parties(row.GetString(6)), Parties(row.GetString(7)), row.GetString(8));
}
