using Chancery.Ledger;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

public class DecisionTests
{
    private static LedgerFile WithPledge(out EntryId id)
    {
        var file = new LedgerFile();
        file.Add(new Report("p", "Russia pledged on Monday to release the prisoners by June 10.", new DateOnly(2025, 6, 3)));
        id = file.Store.Commitments(new EntryFilter()).Items.First(c => c.Kind == "pledge" && c.DueTo == new DateOnly(2025, 6, 10)).Id;
        return file;
    }

    [Fact]
    public void APledgeIsOpenUntilItsDayIsPastAndOverdueThen()
    {
        using LedgerFile file = WithPledge(out EntryId id);
        string On(int month, int day) => file.Store.Commitment(id, new DateOnly(2025, month, day))!.State;
        Assert.Equal("open", On(6, 3));
        Assert.Equal("open", On(6, 10));
        Assert.Equal("overdue", On(6, 11));
        Assert.Empty(file.Store.Commitments(new EntryFilter { AsOf = new DateOnly(2025, 5, 1) }).Items);
    }

    [Fact]
    public void ADecisionGoesFirstFromItsDayAndCanBeUndone()
    {
        using LedgerFile file = WithPledge(out EntryId id);
        file.Clock.Now = new DateTimeOffset(2025, 6, 20, 9, 0, 0, TimeSpan.Zero);
        Decision made = file.Store.Confirm(id, "kept", "seen on television", "ana");
        Assert.Equal(("kept", "seen on television", "ana", new DateOnly(2025, 6, 20)), (made.State, made.Note, made.Author, made.Effective));
        Assert.Equal("kept", file.Store.Commitment(id)!.State);
        Assert.Contains("ana", file.Store.Commitment(id)!.StateReason, StringComparison.Ordinal);
        Assert.Equal("overdue", file.Store.Commitment(id, new DateOnly(2025, 6, 15))!.State);

        file.Store.Confirm(id, "unkept", effective: new DateOnly(2025, 6, 12));
        Assert.Equal("unkept", file.Store.Commitment(id)!.State);
        Assert.Equal("unkept", file.Store.Commitment(id, new DateOnly(2025, 6, 15))!.State);
        file.Store.Undo(id, "ben");
        Assert.Equal("kept", file.Store.Commitment(id)!.State);
        file.Store.Undo(id, "ben");
        Assert.Equal("overdue", file.Store.Commitment(id)!.State);
        Assert.Equal(LedgerFault.NotFound, Assert.Throws<LedgerException>(() => file.Store.Undo(id)).Fault);

        var history = file.Store.Decisions(id);
        Assert.Equal(["kept", "unkept"], history.Select(d => d.State));
        Assert.All(history, d => Assert.Equal("ben", d.UndoneBy));
    }

    [Fact]
    public void OnlyStatesAndCommitmentsThatThereAreCanBeDecidedOn()
    {
        using LedgerFile file = WithPledge(out EntryId id);
        Assert.Equal(LedgerFault.Misuse, Assert.Throws<LedgerException>(() => file.Store.Confirm(id, "overdue")).Fault);
        Assert.Equal(LedgerFault.NotFound, Assert.Throws<LedgerException>(() => file.Store.Confirm(new EntryId(EntryKind.Commitment, 999), "kept")).Fault);
        Assert.Equal(LedgerFault.NotFound, Assert.Throws<LedgerException>(() => file.Store.Confirm(new EntryId(EntryKind.Event, 1), "kept")).Fault);
    }
}
