namespace Chancery.Ledger;

/// <summary>
/// Counted beforehand for queries: how many entries each actor has and when it was first and last told of, how many events a day has,
/// and how many with two actors in them. Not by triggers, which make SQLite keep a journal for each statement.
/// </summary>
public sealed partial class LedgerWriter
{
    /// <summary>What a transaction adds to an actor's counts. Written at its end: the same few actors come again and again.</summary>
    private sealed class Added
    {
        public int Events, Statements, Commitments;
        public string? First, Last;
    }

    private readonly Dictionary<long, Added> _added = [];

    private readonly Dictionary<(string Day, string Type, string Status), (int Events, long Tenths)> _days = [];
    private readonly Dictionary<(string Day, long One, long Other), (int Events, int Cooperation)> _pairs = [];

    /// <summary>An event of the ledger comes (1) or goes (-1).</summary>
    private void CountDay(string day, string type, string status, double goldstein, int step)
    {
        (int events, long tenths) = _days.GetValueOrDefault((day, type, status));
        _days[(day, type, status)] = (events + step, tenths + step * (long)Math.Round(goldstein * 10, MidpointRounding.AwayFromZero));
    }

    /// <summary>Two actors take part in an event together from now on (1), or no longer (-1).</summary>
    private void CountPair(string day, string type, long one, long other, int step)
    {
        var key = (day, Math.Min(one, other), Math.Max(one, other));
        (int events, int cooperation) = _pairs.GetValueOrDefault(key);
        _pairs[key] = (events + step, cooperation + (LedgerStore.IsCooperative(type) ? step : 0));
    }

    private void CountPairs(string day, string type, IReadOnlyList<long> actors, int step)
    {
        for (int i = 0; i < actors.Count; i++)
        {
            for (int j = i + 1; j < actors.Count; j++)
                CountPair(day, type, actors[i], actors[j], step);
        }
    }

    private Added AddedTo(long actor)
    {
        if (!_added.TryGetValue(actor, out Added? added))
            _added[actor] = added = new Added();
        return added;
    }

    private void Seen(long actor, string? day)
    {
        if (day is null)
            return;
        Added added = AddedTo(actor);
        if (added.First is null || string.CompareOrdinal(day, added.First) < 0)
            added.First = day;
        if (added.Last is null || string.CompareOrdinal(day, added.Last) > 0)
            added.Last = day;
    }

    private void WriteCounts()
    {
        foreach ((long actor, Added added) in _added.OrderBy(a => a.Key))
        {
            On("""
                UPDATE actors SET events = events + ?2, statements = statements + ?3, commitments = commitments + ?4,
                    first_seen = CASE WHEN ?5 IS NULL THEN first_seen ELSE min(ifnull(first_seen, ?5), ?5) END, last_seen = CASE WHEN ?6 IS NULL THEN last_seen ELSE max(ifnull(last_seen, ?6), ?6) END
                WHERE id = ?1
                """, 6).Run(actor, added.Events, added.Statements, added.Commitments, added.First, added.Last);
        }
        _added.Clear();
        foreach (var ((day, type, status), (events, tenths)) in _days.OrderBy(d => d.Key))
        {
            On("""
                INSERT INTO day_tallies (day, type, status, events, goldstein_tenths) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (day, type, status) DO UPDATE SET events = events + excluded.events, goldstein_tenths = goldstein_tenths + excluded.goldstein_tenths
                """, 5).Run(day, type, status, events, tenths);
            if (events <= 0)
                On("DELETE FROM day_tallies WHERE day = ?1 AND type = ?2 AND status = ?3 AND events = 0", 3).Run(day, type, status);
        }
        _days.Clear();
        foreach (var ((day, one, other), (events, cooperation)) in _pairs.OrderBy(p => p.Key))
        {
            On("""
                INSERT INTO pair_tallies (day, one, other, events, cooperation) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (day, one, other) DO UPDATE SET events = events + excluded.events, cooperation = cooperation + excluded.cooperation
                """, 5).Run(day, one, other, events, cooperation);
            if (events <= 0)
                On("DELETE FROM pair_tallies WHERE day = ?1 AND one = ?2 AND other = ?3 AND events = 0", 3).Run(day, one, other);
        }
        _pairs.Clear();
    }

    /// <summary>Takes away what a reading counted for that is superseded now.</summary>
    private void Uncount(long reading, string? published)
    {
        WriteCounts();
        On("""
            UPDATE actors SET
                statements = statements - (SELECT count(*) FROM statements s WHERE s.reading = ?1 AND s.actor = actors.id),
                commitments = commitments - (SELECT count(*) FROM commitments c WHERE c.reading = ?1 AND c.actor = actors.id)
            WHERE id IN (SELECT actor FROM entities WHERE reading = ?1)
            """, 1).Run(reading);
        // Only who was first or last told of by this report may be first or last told of on another day now.
        On("""
            UPDATE actors SET (first_seen, last_seen) = (SELECT min(r.published), max(r.published) FROM entities e JOIN readings g ON g.id = e.reading JOIN reports r ON r.id = g.report
                WHERE e.actor = actors.id AND g.superseded_by IS NULL)
            WHERE id IN (SELECT actor FROM entities WHERE reading = ?1) AND ?2 IN (first_seen, last_seen)
            """, 2).Run(reading, published);
    }
}
