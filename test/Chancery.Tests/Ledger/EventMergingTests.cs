using Chancery.Ledger;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

public sealed class EventMergingTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    private IReadOnlyList<EventRow> Events(string type, params (string Text, string Day)[] reports)
    {
        int number = 0;
        _file.Add(reports.Select(r => new Report($"r{++number}", r.Text, DateOnly.ParseExact(r.Day, "yyyy-MM-dd"))));
        return _file.Store.Events(new EntryFilter { Types = [type] }, new PageRequest(100, null, true)).Items;
    }

    [Fact]
    public void TheSameMeetingInTwoReportsIsOne()
    {
        var events = Events("CONSULT",
            ("French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.", "2024-05-28"),
            ("Olaf Scholz and Emmanuel Macron met in Berlin on Monday to talk about defence.", "2024-05-28"));
        EventRow meeting = Assert.Single(events);
        Assert.Equal(2, meeting.Reports);
        Assert.Equal(["r1", "r2"], _file.Store.Accounts(meeting.Id).Select(a => a.Source.ReportName));
    }

    [Theory]
    [InlineData("French President Emmanuel Macron met Spanish Prime Minister Pedro Sánchez in Berlin on Monday.", "2024-05-28")]
    [InlineData("French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Friday.", "2024-05-25")]
    [InlineData("French President Emmanuel Macron will meet German Chancellor Olaf Scholz in Berlin on Monday.", "2024-05-26")]
    public void OtherPeopleAnotherDayOrAPlanIsAnotherEvent(string other, string day)
    {
        var events = Events("CONSULT", ("French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.", "2024-05-28"), (other, day));
        Assert.Equal(2, events.Count);
        Assert.All(events, e => Assert.Equal(1, e.Reports));
    }

    [Fact]
    public void AttacksOnTwoTownsOnOneDayAreTwo()
    {
        var events = Events("ASSAULT",
            ("Russia shelled Kharkiv in Ukraine on Monday.", "2024-05-28"),
            ("Russia shelled Odesa in Ukraine on Monday.", "2024-05-28"));
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public void AccountsThatDifferStandSideBySide()
    {
        var events = Events("ASSAULT",
            ("Russia bombed the Ukrainian city of Kharkiv on Monday, killing 12 people in a market.", "2024-05-28"),
            ("Russian forces bombed a market in the Ukrainian city of Kharkiv on Monday, killing 15 people.", "2024-05-29"));
        Assert.All(events, e => Assert.Equal(2, e.Reports));
        EventRow attack = events[0];
        Assert.Equal((new DateOnly(2024, 5, 28), new DateOnly(2024, 5, 29)), (attack.FirstSeen, attack.LastSeen));
        Assert.Equal(2, _file.Store.Accounts(attack.Id).Select(a => a.Words).Distinct().Count());
    }
}
