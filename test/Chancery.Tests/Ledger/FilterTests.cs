using Chancery.Ledger;
using Chancery.Tests.Support;

namespace Chancery.Tests.Ledger;

/// <summary>A filter gives exactly the entries that a look at each of them would pick.</summary>
public sealed class FilterTests : IClassFixture<FilterTests.Samples>
{
    public sealed class Samples : IDisposable
    {
        public LedgerFile File { get; } = LedgerFile.OfSamples();
        public void Dispose() => File.Dispose();
    }

    private static readonly PageRequest All = new(10_000);
    private readonly LedgerStore _ledger;
    private readonly IReadOnlyList<EventRow> _events;

    public FilterTests(Samples samples)
    {
        _ledger = samples.File.Store;
        _events = _ledger.Events(new EntryFilter(), All).Items;
    }

    private void Same(EntryFilter filter, Func<EventRow, bool> picked, bool some = true)
    {
        EntryId[] expected = [.. _events.Where(picked).Select(e => e.Id)];
        Assert.Equal(expected, _ledger.Events(filter, All).Items.Select(e => e.Id));
        Assert.Equal(expected.Length, _ledger.Count(EntryKind.Event, filter));
        Assert.Equal(some, expected.Length > 0);
        Assert.Equal(expected.Length, _ledger.Counts(EntryKind.Event, filter, "type").Sum(c => c.Count));
    }

    private static DateOnly? Day(EventRow e) => e.From ?? e.To ?? e.FirstSeen;
    private static bool Has(EventRow e, string key) => e.Sources.Concat(e.Targets).Any(p => p.Key == key);

    [Fact]
    public void ByTypeAndStatus()
    {
        Same(new EntryFilter { Types = ["CONSULT"] }, e => e.Type == "CONSULT");
        Same(new EntryFilter { Types = ["consult", "ASSAULT"] }, e => e.Type is "CONSULT" or "ASSAULT");
        Same(new EntryFilter { Statuses = ["planned", "ongoing"] }, e => e.Status is "planned" or "ongoing");
        Same(new EntryFilter { Types = ["CONSULT"], Statuses = ["planned"] }, e => e.Type == "CONSULT" && e.Status == "planned");
        Same(new EntryFilter { Types = ["DANCE"] }, _ => false, some: false);
    }

    [Fact]
    public void ByActorInAnyRoleOrOne()
    {
        string key = _events.SelectMany(e => e.Sources).GroupBy(p => p.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First(g => g.Key[0] is not '=').Key;
        Same(new EntryFilter { Actor = key }, e => Has(e, key));
        Same(new EntryFilter { By = key }, e => e.Sources.Any(p => p.Key == key));
        Same(new EntryFilter { AnyActor = [key, "european-union"] }, e => Has(e, key) || Has(e, "european-union"));
        string other = _events.Where(e => Has(e, key)).SelectMany(e => e.Sources.Concat(e.Targets)).First(p => p.Key != key).Key;
        Same(new EntryFilter { Actor = key, With = other }, e => Has(e, key) && Has(e, other));
        string target = _events.First(e => e.Targets.Count > 0).Targets[0].Key;
        Same(new EntryFilter { Toward = target }, e => e.Targets.Any(p => p.Key == target));
        Same(new EntryFilter { Actor = "Nobody Of This Name" }, _ => false, some: false);
    }

    [Fact]
    public void ByCountryOfAnActorOrOfThePlace()
    {
        string country = _events.SelectMany(e => e.Sources).First(p => p.Country is not null).Country!;
        Same(new EntryFilter { Country = country.ToLowerInvariant() }, e => e.Sources.Concat(e.Targets).Any(p => p.Country == country) || e.Place?.Country == country);
        string key = _events.SelectMany(e => e.Sources).First(p => p.Country == country).Key;
        Same(new EntryFilter { Country = country, Actor = key }, e => Has(e, key));
    }

    [Fact]
    public void ByPlacePeriodAndReport()
    {
        LedgerPlace place = _events.First(e => e.Place is not null).Place!;
        bool At(EventRow e) => new[] { e.Place?.Name, e.Place?.City, e.Place?.Division }.Contains(place.Name, StringComparer.OrdinalIgnoreCase);
        Same(new EntryFilter { Place = place.Name.ToUpperInvariant() }, At);
        Same(new EntryFilter { AnyPlace = [place.Name, "nowhere"] }, At);
        DateOnly middle = _events.Select(Day).OfType<DateOnly>().Order().ElementAt(_events.Count / 2);
        Same(new EntryFilter { From = middle }, e => Day(e) >= middle);
        Same(new EntryFilter { To = middle }, e => Day(e) <= middle);
        Same(new EntryFilter { From = middle, To = middle }, e => Day(e) == middle);
        EntryId report = _events[0].Source.Report;
        Same(new EntryFilter { Report = report }, e => e.Source.Report == report);
        Same(new EntryFilter { AfterReport = report.Number }, e => e.Source.Report.Number > report.Number, some: _events.Any(e => e.Source.Report.Number > report.Number));
    }

    [Fact]
    public void ByWords()
    {
        Same(new EntryFilter { Words = "ceasefire" }, e => e.Words.Contains("ceasefire", StringComparison.OrdinalIgnoreCase));
        Same(new EntryFilter { Words = "\"\u0000 (", }, _ => false, some: false);
        Same(new EntryFilter { AnyWords = ["ceasefire", "nosuchword"] }, e => e.Words.Contains("ceasefire", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void TimelinesCountEveryEventThatHasADay()
    {
        foreach (string unit in new[] { "day", "month", "year" })
            Assert.Equal(_events.Count(e => Day(e) is not null), _ledger.Timeline(new EntryFilter(), unit).Sum(t => t.Events));
        Assert.Throws<LedgerException>(() => _ledger.Timeline(new EntryFilter(), "week"));
    }

    [Fact]
    public void RelationsCountEachPairOnceAnEvent()
    {
        foreach (RelationRow relation in _ledger.Relations(new EntryFilter(), 1000))
        {
            Assert.Equal(_events.Count(e => Has(e, relation.One.Key) && Has(e, relation.Other.Key)), relation.Events);
            Assert.Equal(relation.Events, relation.Cooperation + relation.Conflict);
        }
    }

    [Fact]
    public void SearchFindsWordsInAnyForm()
    {
        Assert.NotEmpty(_ledger.Search("talks"));
        Assert.All(_ledger.Search("talks"), hit => Assert.Contains("«", hit.Words, StringComparison.Ordinal));
        Assert.Empty(_ledger.Search("zyxwvut"));
        Assert.Empty(_ledger.Search("*"));
        Assert.NotEmpty(_ledger.Search("talks", kinds: [EntryKind.Report]));
        Assert.All(_ledger.Search("talks", new EntryFilter { Types = ["CONSULT"] }, kinds: [EntryKind.Event]), hit => Assert.Equal("CONSULT", _ledger.Event(hit.Id)!.Type));
        string key = _events.First(e => e.Words.Contains("talks", StringComparison.Ordinal) && e.Sources.Count > 0).Sources[0].Key;
        Assert.NotEmpty(_ledger.Search("talks", new EntryFilter { Actor = key }, kinds: [EntryKind.Event]));
        foreach (string odd in new[] { "a OR", "NEAR(", "^x", "\"", "-", "a AND NOT b", "content:x", "'; DROP TABLE reports" })
            _ledger.Search(odd);
    }

    [Fact]
    public void ActorsAreFoundByKeyNameOrPartOfOne()
    {
        ActorRow actor = _ledger.Actors().First(a => a.Names.Any(n => n.Contains(' ', StringComparison.Ordinal)));
        Assert.Equal(actor.Key, _ledger.Actors(actor.Key).Single().Key);
        Assert.Contains(_ledger.Actors(actor.Names[0]), a => a.Key == actor.Key);
        Assert.Contains(_ledger.Actors(actor.Names.First(n => n.Contains(' ', StringComparison.Ordinal)).Split(' ')[^1]), a => a.Key == actor.Key);
        Assert.Equal(_events.Count(e => Has(e, actor.Key)), actor.Events);
    }

    [Fact]
    public void StatementsAndCommitmentsAreFilteredAlike()
    {
        var statements = _ledger.Statements(new EntryFilter(), All).Items;
        string speaker = statements.First(s => s.Speaker is not null).Speaker!.Key;
        Assert.Equal(statements.Where(s => s.Speaker?.Key == speaker).Select(s => s.Id), _ledger.Statements(new EntryFilter { By = speaker }, All).Items.Select(s => s.Id));
        Assert.Equal(statements.Where(s => s.Kind == "says").Select(s => s.Id), _ledger.Statements(new EntryFilter { Types = ["says"] }, All).Items.Select(s => s.Id));
        var late = new DateOnly(2030, 1, 1);
        var commitments = _ledger.Commitments(new EntryFilter { AsOf = late }, All).Items;
        foreach (IGrouping<string, CommitmentRow> kind in commitments.GroupBy(c => c.Kind))
            Assert.Equal(kind.Select(c => c.Id), _ledger.Commitments(new EntryFilter { AsOf = late, Types = [kind.Key] }, All).Items.Select(c => c.Id));
        foreach (IGrouping<string, CommitmentRow> state in commitments.GroupBy(c => c.State))
            Assert.Equal(state.Select(c => c.Id), _ledger.Commitments(new EntryFilter { AsOf = late, Statuses = [state.Key] }, All).Items.Select(c => c.Id));
        Party toward = commitments.First(c => c.Toward.Count > 0).Toward[0];
        Assert.Equal(commitments.Where(c => c.Toward.Any(t => t.Key == toward.Key)).Select(c => c.Id), _ledger.Commitments(new EntryFilter { AsOf = late, Toward = toward.Key }, All).Items.Select(c => c.Id));
        foreach ((EntryKind kind, string by) in new[] { (EntryKind.Statement, "kind"), (EntryKind.Statement, "form"), (EntryKind.Statement, "speaker"), (EntryKind.Commitment, "kind"), (EntryKind.Commitment, "state"), (EntryKind.Commitment, "by"), (EntryKind.Event, "status"), (EntryKind.Event, "place") })
            Assert.NotEmpty(_ledger.Counts(kind, new EntryFilter { AsOf = late }, by));
        Assert.Throws<LedgerException>(() => _ledger.Counts(EntryKind.Event, new EntryFilter(), "colour"));
    }

    [Fact]
    public void ReportsAreFilteredByWhoTheyName()
    {
        var reports = _ledger.Reports(new EntryFilter(), All).Items;
        Assert.Equal(Some.Samples.Count, reports.Count);
        Assert.Equal(reports.OrderByDescending(r => r.Published).Select(r => r.Id), reports.Select(r => r.Id));
        string key = _events.First(e => e.Sources.Count > 0).Sources[0].Key;
        Assert.NotEmpty(_ledger.Reports(new EntryFilter { Actor = key }).Items);
        Assert.NotEmpty(_ledger.Reports(new EntryFilter { Words = "talks" }).Items);
        Assert.Equal(_ledger.Count(EntryKind.Report, new EntryFilter { Words = "talks" }), _ledger.Reports(new EntryFilter { Words = "talks" }).Items.Count);
    }
}
