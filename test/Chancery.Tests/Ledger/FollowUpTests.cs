using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

/// <summary>The chain of reports in samples/prisoners: a pledge, its delay, its renewal, another's fulfilment, a breach, and the release at last.</summary>
public sealed class FollowUpTests : IDisposable
{
    private readonly LedgerFile _file = new();

    private static readonly Report[] Chain =
    [
        .. Directory.GetFiles(Repository.PathOf("samples", "prisoners"), "*.txt").Order(StringComparer.Ordinal)
            .Select(file => TextSource.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
    ];

    public void Dispose() => _file.Dispose();

    private CommitmentRow Of(string report, string content, DateOnly asOf) =>
        _file.Store.Commitments(new EntryFilter { AsOf = asOf }, new PageRequest(1000)).Items.Single(c => c.Source.ReportName.StartsWith(report, StringComparison.Ordinal) && c.Content.Contains(content, StringComparison.Ordinal));

    private static DateOnly Day(int month, int day) => new(2025, month, day);

    public static TheoryData<int> Orders => [0, 1, 2];

    private void AddIn(int order) => _file.Add(order switch
    {
        0 => Chain,
        1 => Chain.Reverse(),
        _ => Chain.OrderBy(r => r.Text.Length),
    });

    [Theory]
    [MemberData(nameof(Orders))]
    public void APledgeIsFollowedThroughDelayRenewalAndRelease(int order)
    {
        AddIn(order);
        string First(DateOnly day) => Of("1-", "release 20 Armenian prisoners", day).State;
        Assert.Equal("open", First(Day(3, 5)));
        Assert.Equal("postponed", First(Day(3, 13)));
        Assert.Equal("renewed", First(Day(4, 2)));
        string Second(DateOnly day) => Of("2-", "release the prisoners", day).State;
        Assert.Equal("open", Second(Day(3, 28)));
        Assert.Equal("overdue", Second(Day(3, 29)));
        Assert.Equal("renewed", Second(Day(4, 2)));
        string Third(DateOnly day) => Of("4-", "release 20 Armenian prisoners", day).State;
        Assert.Equal("open", Third(Day(4, 16)));
        Assert.Equal("likely-kept", Third(Day(4, 17)));

        CommitmentRow last = Of("4-", "release 20 Armenian prisoners", Day(5, 1));
        Assert.Equal(["1-", "2-", "4-"], _file.Store.Chain(last.Id).Select(c => c.Source.ReportName[..2]));
        Candidate release = _file.Store.Candidates(last.Id)[0];
        Assert.Equal(("keeps", "6-"), (release.Effect, release.Event.Source.ReportName[..2]));
        Assert.True(release.Score >= 0.9);
        Assert.Contains("release", release.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void WhatAnotherPromisedInReturnIsKeptAndTheCeasefireBroken(int order)
    {
        AddIn(order);
        Assert.Equal("open", Of("1-", "free two Azerbaijani soldiers", Day(3, 19)).State);
        Assert.Equal("likely-kept", Of("1-", "free two Azerbaijani soldiers", Day(3, 20)).State);
        CommitmentRow ceasefire = Of("1-", "a ceasefire", Day(4, 7));
        Assert.Equal(("agreement", "open"), (ceasefire.Kind, ceasefire.State));
        ceasefire = Of("1-", "a ceasefire", Day(4, 8));
        Assert.Equal("likely-unkept", ceasefire.State);
        Assert.Contains("Azerbaijan", ceasefire.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public void APersonConfirmsAndTheStateIsTheirs()
    {
        AddIn(0);
        EntryId id = Of("4-", "release 20 Armenian prisoners", Day(5, 1)).Id;
        _file.Store.Confirm(id, "kept", "seen at the bridge", "ana", Day(4, 17));
        Assert.Equal("kept", _file.Store.Commitment(id, Day(4, 17))!.State);
        Assert.Equal("open", _file.Store.Commitment(id, Day(4, 16))!.State);
        Assert.Contains(_file.Store.Commitments(new EntryFilter { AsOf = Day(5, 1), Statuses = ["kept"], By = "azerbaijan" }).Items, c => c.Id == id);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void OneAttackToldByTwoReportsIsOneEventWithBothAccounts(int order)
    {
        AddIn(order);
        EventRow attack = Assert.Single(_file.Store.Events(new EntryFilter { Country = "AZE", Types = ["ASSAULT"], From = Day(4, 8), To = Day(4, 8) }).Items);
        Assert.Equal((2, 2, 2), (attack.Accounts, attack.Reports, attack.Stories));
        Assert.Equal((Day(4, 9), Day(4, 9)), (attack.FirstSeen, attack.LastSeen));
        var accounts = _file.Store.Accounts(attack.Id);
        Assert.Equal(["5-", "7-"], accounts.Select(a => a.Source.ReportName[..2]).Order(StringComparer.Ordinal));
        Assert.Contains(accounts, a => a.Numbers.Contains("four soldiers") || a.Words.Contains("four soldiers", StringComparison.Ordinal));
    }
}
