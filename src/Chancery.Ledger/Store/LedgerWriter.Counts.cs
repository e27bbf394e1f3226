namespace Chancery.Ledger;

/// <summary>How many entries each actor has, and when it was first and last told of, counted beforehand for queries.</summary>
public sealed partial class LedgerWriter
{
    /// <summary>What a transaction adds to an actor's counts. Written at its end: the same few actors come again and again.</summary>
    private sealed class Added
    {
        public int Events, Statements, Commitments;
        public string? First, Last;
    }

    private readonly Dictionary<long, Added> _added = [];

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
