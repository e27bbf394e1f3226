using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    /// <summary>Keeps a person's word on what became of a commitment. It goes before everything the reports tell, until undone or decided anew.</summary>
    /// <param name="state">One of <see cref="CommitmentStates.ForDecisions"/>.</param>
    /// <param name="effective">From which day; null: the day of the decision.</param>
    /// <exception cref="LedgerException">There is no such commitment or state.</exception>
    public Decision Confirm(EntryId commitment, string state, string note = "", string author = "", DateOnly? effective = null)
    {
        if (!CommitmentStates.ForDecisions.Contains(state))
            throw new LedgerException(LedgerFault.Misuse, $"\"{state}\" is no state to decide on; expected one of {string.Join(", ", CommitmentStates.ForDecisions)}");
        return Change(connection =>
        {
            Known(connection, commitment);
            Sql.Run(connection, "INSERT INTO decisions (commitment, state, effective, note, author, made) VALUES ($c, $state, $effective, $note, $author, $made)",
                ("$c", commitment.Number), ("$state", state), ("$effective", Days.Text(effective ?? Today)), ("$note", note), ("$author", author), ("$made", Days.Instant(_time.GetUtcNow())));
            long id = Sql.Number(connection, "SELECT last_insert_rowid()");
            StateKeeper.TellOnce(connection, commitment.Number);
            return Decisions(connection, "d.id = $id", id)[0];
        });
    }

    /// <summary>Takes back the last decision on a commitment that holds; it stays in the history.</summary>
    /// <exception cref="LedgerException">There is no such commitment, or no decision on it that holds.</exception>
    public Decision Undo(EntryId commitment, string author = "") => Change(connection =>
    {
        Known(connection, commitment);
        long last = Sql.Number(connection, "SELECT max(id) FROM decisions WHERE commitment = $c AND undone IS NULL", ("$c", commitment.Number));
        if (last == 0)
            throw new LedgerException(LedgerFault.NotFound, $"{commitment}: there is no decision to undo");
        Sql.Run(connection, "UPDATE decisions SET undone = $at, undone_by = $by WHERE id = $id", ("$at", Days.Instant(_time.GetUtcNow())), ("$by", author), ("$id", last));
        StateKeeper.TellOnce(connection, commitment.Number);
        return Decisions(connection, "d.id = $id", last)[0];
    });

    /// <summary>Every decision on a commitment, in the order they were made, undone ones too.</summary>
    public IReadOnlyList<Decision> Decisions(EntryId commitment) => Query(connection => Decisions(connection, "d.commitment = $id", commitment.Number));

    private static IReadOnlyList<Decision> Decisions(SqliteConnection connection, string which, long id) => Sql.List(connection,
        $"SELECT d.id, d.commitment, d.state, d.effective, d.note, d.author, d.made, d.undone, d.undone_by FROM decisions d WHERE {which} ORDER BY d.id",
        row => new Decision(row.GetInt64(0), new EntryId(EntryKind.Commitment, row.GetInt64(1)), row.GetString(2), row.Day(3)!.Value, row.GetString(4), row.GetString(5),
            Days.ParseInstant(row.GetString(6)), row.TextOrNull(7) is { } undone ? Days.ParseInstant(undone) : null, row.TextOrNull(8)), ("$id", id));

    private static void Known(SqliteConnection connection, EntryId commitment)
    {
        if (commitment.Kind != EntryKind.Commitment || Sql.Number(connection, "SELECT count(*) FROM commitments WHERE id = $id", ("$id", commitment.Number)) == 0)
            throw new LedgerException(LedgerFault.NotFound, $"{commitment}: no such commitment; expected an id such as c12, as \"chancery commitments\" shows them");
    }
}
