using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>Works out in which state a commitment is on which days, from all that the ledger holds, and writes it down.</summary>
/// <remarks>The outcome does not depend on the order in which reports came.</remarks>
internal static class StateKeeper
{
    /// <summary>A likelihood of this much and more makes a commitment likely kept or likely unkept.</summary>
    public const double Likely = 0.6;

    /// <summary>From a day on, something holds. Of several the highest rank holds, and of equals the latest.</summary>
    private readonly record struct Fact(string Day, int Rank, long Order, string State, string Reason);

    public static void Tell(SqliteConnection connection, long commitment)
    {
        var facts = new List<Fact>();
        var made = Sql.List(connection, """
            SELECT c.day, c.due_to, c.outcome, ifnull(r.published, c.day), c.kind FROM commitments c JOIN readings g ON g.id = c.reading JOIN reports r ON r.id = g.report WHERE c.id = $id
            """, row => (Day: row.GetString(0), Due: row.TextOrNull(1), Outcome: row.TextOrNull(2), Published: row.GetString(3), Kind: row.GetString(4)), ("$id", commitment))[0];
        facts.Add(new Fact(made.Day, 0, 0, CommitmentStates.Open, made.Due is null ? "no day is set" : $"due by {made.Due}"));
        if (made.Due is { } due && Days.Parse(due) is { } last && last < DateOnly.MaxValue)
            facts.Add(new Fact(Later(Days.Text(last.AddDays(1))!, made.Day), 1, 0, CommitmentStates.Overdue, $"was due by {due}, and nothing tells what came of it"));
        foreach (var candidate in Sql.List(connection, """
            SELECT k.effect, k.score, k.reason, k.event, ifnull(e.first_seen, e.day), e.day FROM candidates k JOIN events e ON e.id = k.event WHERE k.commitment = $id AND k.score >= $likely ORDER BY k.score, k.event DESC
            """, row => (Effect: row.GetString(0), Score: row.GetDouble(1), Reason: row.GetString(2), Event: row.GetInt64(3), Day: row.GetString(4)), ("$id", commitment), ("$likely", Likely)))
        {
            string state = candidate.Effect == "keeps" ? CommitmentStates.LikelyKept : CommitmentStates.LikelyUnkept;
            facts.Add(new Fact(Later(candidate.Day, made.Day), 2, (long)(candidate.Score * 1000), state,
                string.Create(CultureInfo.InvariantCulture, $"v{candidate.Event} may have {(candidate.Effect == "keeps" ? "kept" : "broken")} it (score {candidate.Score:0.00}): {candidate.Reason}")));
        }
        // The report that tells of the promise tells what came of it: known from the day of that report.
        if (made.Outcome is { } outcome and not CommitmentStates.Open)
            facts.Add(new Fact(Later(made.Published, made.Day), 3, 0, outcome, "the report itself tells"));
        foreach (var decision in Sql.List(connection, "SELECT id, state, effective, note, author FROM decisions WHERE commitment = $id AND undone IS NULL ORDER BY id",
            row => (Id: row.GetInt64(0), State: row.GetString(1), Effective: row.GetString(2), Note: row.GetString(3), Author: row.GetString(4)), ("$id", commitment)))
        {
            string by = decision.Author.Length > 0 ? $" by {decision.Author}" : "";
            facts.Add(new Fact(Later(decision.Effective, made.Day), 9, decision.Id, decision.State, $"decided{by}{(decision.Note.Length > 0 ? ": " + decision.Note : "")}"));
        }
        Write(connection, commitment, facts);
    }

    private static string Later(string day, string other) => string.CompareOrdinal(day, other) < 0 ? other : day;

    private static void Write(SqliteConnection connection, long commitment, List<Fact> facts)
    {
        Sql.Run(connection, "DELETE FROM commitment_states WHERE commitment = $id", ("$id", commitment));
        string[] days = [.. facts.Select(f => f.Day).Distinct().Order(StringComparer.Ordinal)];
        Fact? last = null;
        var spans = new List<(string From, Fact Fact)>();
        foreach (string day in days)
        {
            Fact now = facts.Where(f => string.CompareOrdinal(f.Day, day) <= 0).OrderBy(f => f.Rank).ThenBy(f => f.Order).Last();
            if (last is { } before && before == now)
                continue;
            spans.Add((day, now));
            last = now;
        }
        for (int i = 0; i < spans.Count; i++)
        {
            Sql.Run(connection, "INSERT INTO commitment_states (commitment, from_day, until_day, state, reason) VALUES ($id, $from, $until, $state, $reason)",
                ("$id", commitment), ("$from", spans[i].From), ("$until", i + 1 < spans.Count ? spans[i + 1].From : FollowUpDays.Never), ("$state", spans[i].Fact.State), ("$reason", spans[i].Fact.Reason));
        }
    }
}
