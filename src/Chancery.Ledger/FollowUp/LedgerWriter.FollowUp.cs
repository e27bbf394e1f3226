namespace Chancery.Ledger;

/// <summary>What a new report says of commitments that the ledger holds, and what the ledger holds for commitments that are new.</summary>
public sealed partial class LedgerWriter
{
    private const string MostDeeds = "300";
    private const int DaysBetween = 400;

    private const string CommitmentColumns =
        "commitments (id, reading, local, kind, day, made, due_from, due_to, maker, actor, country, makers, toward, account, statement, publisher, outcome, content, condition, outcome_words, lemmas, content_spans, condition_spans, outcome_spans, sentence_start, sentence_end, rule, score, chain)";

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
    private readonly JoinedChains _chains;

    private Promise PromiseOf(long id) => _promises.Get(id, number => On(LoadPromise, 1).List(ToPromise, number)[0]);

    private Deed DeedOf(long id) => _deeds.Get(id, number => On(LoadDeed, 1).List(ToDeed, number)[0]);

    private void Follow(Entries entries)
    {
        var changed = new HashSet<long>();
        foreach ((Promise promise, object?[] row) in entries.Commitments)
        {
            changed.Add(promise.Id);
            changed.UnionWith(Link(promise));
            row[^1] = _chains.Of(promise.Id);
            Insert(CommitmentColumns, row);
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
        _chains.Add(promise.Id);
        foreach (long by in Known(promise.By))
        {
            foreach (long id in CommitmentsOf(by).Latest(Around(promise.Day, -DaysBetween), Around(promise.Day, DaysBetween), c => c.IsBy))
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
                _chains.Join(promise.Id, other.Id);
            }
        }
        return changed;
    }

    /// <summary>Chains that became one are so in the table from here on.</summary>
    private void WriteChains()
    {
        foreach ((long chain, long into) in _chains.Joined())
            On("UPDATE commitments SET chain = ?1 WHERE chain = ?2", 2).Run(into, chain);
        _chains.Clear();
    }

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
        return Known(promise.Doers).SelectMany(actor => Numbers($"""
            SELECT x.event FROM event_actors x
            WHERE x.actor = ?1 AND x.day BETWEEN ?2 AND ?3 AND x.status IN ('happened', 'ongoing', 'failed', 'denied') ORDER BY x.day, x.event LIMIT {MostDeeds}
            """, actor, promise.Day, until)).Distinct().Select(DeedOf);
    }

    private IEnumerable<Promise> PromisesFor(Deed deed)
    {
        string? type = Match.IsOfItsTypeOnly(deed) ? deed.Type : null;
        string from = Around(deed.Day, -DaysBetween);
        return Known(deed.Parties).SelectMany(actor => CommitmentsOf(actor).Latest(from, deed.Day, c => type is null || c.Type == type)).Distinct().Select(PromiseOf);
    }

    // Nobody in particular is never the same as somebody elsewhere.
    private IEnumerable<long> Known(Party[] parties) =>
        parties.Where(p => !IsNobody(p)).Select(p => p.Key).Distinct().Select(key => _actors.TryGetValue(key, out long id) ? id : On("SELECT id FROM actors WHERE key = ?1", 1).Number(key) ?? 0);

    private readonly Dictionary<long, CommitmentsOfActor> _commitmentsOf = [];
    private int _commitmentsKnown;
    private const int MostCommitmentsKnown = 4_000_000;

    private CommitmentsOfActor CommitmentsOf(long actor)
    {
        if (_commitmentsOf.TryGetValue(actor, out CommitmentsOfActor? known))
            return known;
        if (_commitmentsKnown > MostCommitmentsKnown)
            ForgetCommitments();
        known = new CommitmentsOfActor(On("SELECT day, commitment, side, type FROM commitment_actors WHERE actor = ?1 ORDER BY day, commitment DESC, side DESC", 1)
            .List(row => new CommitmentOfActor(row.GetString(0), row.GetInt64(1), row.GetString(2) == "by", row.GetString(3)), actor));
        _commitmentsKnown += known.Count;
        return _commitmentsOf[actor] = known;
    }

    private void PutCommitment(long actor, string day, long commitment, string side, string type)
    {
        Insert("commitment_actors (actor, day, commitment, side, type)", actor, day, commitment, side, type);
        if (_commitmentsOf.TryGetValue(actor, out CommitmentsOfActor? known))
        {
            known.Put(new CommitmentOfActor(day, commitment, side == "by", type));
            _commitmentsKnown++;
        }
    }

    private void ForgetCommitments()
    {
        _commitmentsOf.Clear();
        _commitmentsKnown = 0;
    }

    private List<long> Numbers(string sql, params ReadOnlySpan<object?> values) => On(sql, values.Length).Numbers(values);

    private static string Around(string day, int days) => Days.Parse(day) is { } known ? Days.Text(Shift(known, days))! : day;

    private Promise ToPromise(Prepared.Row row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5),
        Parties(row.GetString(6)), Parties(row.GetString(7)), row.GetString(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11));

    private Deed ToDeed(Prepared.Row row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Parties(row.GetString(6)), Parties(row.GetString(7)), row.GetString(8));
}
