using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>Works out in which state a commitment is on which days, from all that the ledger holds, and writes it down.</summary>
/// <remarks>The outcome does not depend on the order in which reports came.</remarks>
/// <param name="promiseOf">Commitments that the caller has at hand; null: they are read.</param>
internal sealed class StateKeeper(Func<string, int, Prepared> on, Func<long, Promise>? promiseOf = null)
{
    /// <summary>A candidate of this score and more makes a commitment likely kept or likely unkept.</summary>
    public const double Likely = 0.7;

    /// <summary>What of several things that hold on one day goes first; of equals, the latest or best.</summary>
    private enum Rank
    {
        Open,
        Overdue,
        Candidate,
        Renewed,
        Told,
        Decided,
    }

    /// <summary>From a day on, something holds.</summary>
    private readonly record struct Fact(string Day, Rank Rank, string Order, string State, string Reason);

    /// <summary>For one commitment outside of a writer.</summary>
    public static void TellOnce(SqliteConnection connection, long commitment)
    {
        var prepared = new List<Prepared>();
        try
        {
            new StateKeeper((sql, values) =>
            {
                prepared.Add(new Prepared(connection.Handle!, sql, values));
                return prepared[^1];
            }).Tell(commitment);
        }
        finally
        {
            prepared.ForEach(p => p.Dispose());
        }
    }

    /// <param name="isNew">It came in this transaction, and no state of it is written.</param>
    public void Tell(long commitment, bool isNew = false)
    {
        var facts = new List<Fact>();
        (string made, string? due, string? outcome, string published) = promiseOf?.Invoke(commitment) is { } promise ? (promise.Day, promise.Due, promise.Outcome, promise.Published) : on(
            "SELECT c.day, c.due_to, c.outcome, ifnull(r.published, c.day) FROM commitments c JOIN readings g ON g.id = c.reading JOIN reports r ON r.id = g.report WHERE c.id = ?1", 1)
            .List(row => (row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.GetString(3)), commitment)[0];
        void Add(string day, Rank rank, string order, string state, string reason) => facts.Add(new Fact(Later(day, made), rank, order, state, reason));

        Add(made, Rank.Open, "", CommitmentStates.Open, due is null ? "no day is set" : $"due by {due}");
        if (due is not null && Days.Parse(due) is { } last && last < DateOnly.MaxValue)
            Add(Days.Text(last.AddDays(1))!, Rank.Overdue, "", CommitmentStates.Overdue, $"was due by {due}, and nothing tells what came of it");
        foreach (var k in on("SELECT k.effect, k.score, k.reason, k.event, e.day FROM candidates k JOIN events e ON e.id = k.event WHERE k.commitment = ?1 AND k.score >= ?2", 2)
            .List(row => (Effect: row.GetString(0), Score: row.GetDouble(1), Reason: row.GetString(2), Event: row.GetInt64(3), Day: row.GetString(4)), commitment, Likely))
        {
            bool keeps = k.Effect == Match.Keeps;
            // Of two of one score the one that happened first.
            string order = string.Create(CultureInfo.InvariantCulture, $"{k.Score:0.000} {string.Concat(k.Day.Select(c => char.IsDigit(c) ? (char)('9' - c + '0') : c))}");
            Add(k.Day, Rank.Candidate, order, keeps ? CommitmentStates.LikelyKept : CommitmentStates.LikelyUnkept,
                string.Create(CultureInfo.InvariantCulture, $"v{k.Event} may have {(keeps ? "kept" : "broken")} it (score {k.Score:0.00}): {k.Reason}"));
        }
        foreach (var l in on("""
            SELECT l.relation, l.later, ifnull(r.published, c.day), c.outcome, c.due_to, r.name FROM commitment_links l JOIN commitments c ON c.id = l.later JOIN readings g ON g.id = c.reading JOIN reports r ON r.id = g.report
            WHERE l.earlier = ?1 AND (l.relation <> 'repeats' OR c.outcome IS NOT NULL)
            """, 1).List(row => (Relation: row.GetString(0), Id: row.GetInt64(1), Day: row.GetString(2), Outcome: row.TextOrNull(3), Due: row.TextOrNull(4), Report: row.GetString(5)), commitment))
        {
            if (l.Relation is Chains.Postpones or Chains.Renews)
                Add(l.Day, Rank.Renewed, l.Day, l.Relation == Chains.Renews ? CommitmentStates.Renewed : CommitmentStates.Postponed, $"{l.Report} has it anew as c{l.Id}{(l.Due is null ? "" : $", due by {l.Due}")}");
            if (l.Relation == Chains.Repeats && l.Outcome is not null and not CommitmentStates.Open)
                Add(l.Day, Rank.Told, l.Day, l.Outcome, $"{l.Report} tells so (c{l.Id})");
        }
        if (outcome is not null and not CommitmentStates.Open)
            Add(published, Rank.Told, published, outcome, "the report itself tells so");
        foreach (var d in on("SELECT id, state, effective, note, author FROM decisions WHERE commitment = ?1 AND undone IS NULL", 1)
            .List(row => (Id: row.GetInt64(0), State: row.GetString(1), Effective: row.GetString(2), Note: row.GetString(3), Author: row.GetString(4)), commitment))
        {
            Add(d.Effective, Rank.Decided, d.Id.ToString("D19", CultureInfo.InvariantCulture), d.State, $"decided{(d.Author.Length > 0 ? " by " + d.Author : "")}{(d.Note.Length > 0 ? ": " + d.Note : "")}");
        }
        if (!isNew)
            on("DELETE FROM commitment_states WHERE commitment = ?1", 1).Run(commitment);
        Write(commitment, facts);
    }

    private static string Later(string day, string other) => string.CompareOrdinal(day, other) < 0 ? other : day;

    private void Write(long commitment, List<Fact> facts)
    {
        var spans = new List<Fact>();
        foreach (string day in facts.Select(f => f.Day).Distinct().Order(StringComparer.Ordinal))
        {
            Fact now = facts.Where(f => string.CompareOrdinal(f.Day, day) <= 0).OrderBy(f => f.Rank).ThenBy(f => f.Order, StringComparer.Ordinal).Last();
            if (spans.Count == 0 || (spans[^1].State, spans[^1].Reason) != (now.State, now.Reason))
                spans.Add(now with { Day = day });
        }
        for (int i = 0; i < spans.Count; i++)
        {
            on("INSERT INTO commitment_states (commitment, from_day, until_day, state, reason) VALUES (?1, ?2, ?3, ?4, ?5)", 5)
                .Run(commitment, spans[i].Day, i + 1 < spans.Count ? spans[i + 1].Day : FollowUpDays.Never, spans[i].State, spans[i].Reason);
        }
    }
}
