using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Who is meant by an office, by the day of the report or the day its clause speaks of.</summary>
/// <param name="All">None; one; or several who fit alike, as on the day of a handover.</param>
internal readonly record struct HoldersFound(ImmutableArray<Tenure> All, string Rule, float Score);

/// <summary>Finds the holders of offices that one report names: "the US president", "the then chancellor"; dies with the call.</summary>
internal sealed class HolderFinder
{
    /// <summary>How long before the first day someone is called elect, in days.</summary>
    private const int ElectFor = 300;

    /// <summary>Words that make an office one that is held no more.</summary>
    private static readonly HashSet<string> HeldBefore = ["former", "ex", "ex-", "onetime", "one-time", "deposed", "ousted", "toppled", "erstwhile", "late", "then"];

    private readonly ActorRegistry _registry;
    private readonly Report _report;
    private readonly ReportCountries _countries;
    private readonly ClauseDays _days;

    /// <summary>The people whom the report names, from its end.</summary>
    private readonly List<(Actor Person, int Start)> _named;
    private readonly HashSet<string> _namedIds;

    public HolderFinder(ActorRegistry registry, Report report, ReportCountries countries, ClauseDays days, IEnumerable<(Actor Person, int Start)> named)
    {
        (_registry, _report, _countries, _days) = (registry, report, countries, days);
        _named = [.. named.OrderByDescending(n => n.Start)];
        _namedIds = _named.Select(n => n.Person.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="country">Of the phrase or of whoever owns it; null when neither says.</param>
    public HoldersFound Find(Description description, string? country)
    {
        if (_report.Published is not { } day || description.IsPlural || !description.IsDefinite)
            return new([], "", 0);
        string[] words = Phrase.Flat(_report[description.Words]).ToLowerInvariant().Replace(" - ", "-").Split(' ');
        if (Elect(words, description, country, day) is { } elect)
            return new([elect], "actors.elect", 0.8f);
        if (Then(words, description, country, day) is { IsEmpty: false } then)
            return new(then, "actors.then-role", 0.8f);
        if (Former(words, description, day) is { } former)
            return new([former], "actors.former-role", 0.8f);
        return new(description.IsPast ? [] : Holders(description, description.Body?.Id ?? country, day), "actors.role-on-date", 0.85f);
    }

    private ImmutableArray<Tenure> Holders(Description description, string? of, DateOnly day)
    {
        if (of is null && FromReport(description, day) is { } met)
            return [met];
        if ((of ?? _countries.Home) is not { } whose)
            return [];
        if (description.HeadNoun == "leader")
            return Narrowed([.. _registry.Leaders.SelectMany(o => _registry.HoldersOf(o.Id, whose, day).All).DistinctBy(t => t.Actor)]);
        foreach (Office office in description.Offices)
        {
            ImmutableArray<Tenure> now = _registry.HoldersOf(office.Id, whose, day).All;
            ImmutableArray<Tenure> fitting = Narrowed(office.IsSingle ? [.. now.Concat(ThenRather(description, office, whose, now, day)).DistinctBy(t => t.Actor)] : now);
            if (fitting.Length == 1 || (office.IsSingle && fitting.Length > 1))
                return fitting;
        }
        return [];
    }

    /// <summary>"In 2008 the US president": whoever held it then may be meant as well as who holds it now.</summary>
    private IEnumerable<Tenure> ThenRather(Description description, Office office, string of, ImmutableArray<Tenure> now, DateOnly day) =>
        _days.Of(description.Head) is var (from, to) && to < day && !now.Any(t => !(t.From > to)) ? _registry.HoldersOf(office.Id, of, from, to) : [];

    /// <summary>"The president" with no country: the holder of such an office whom the report named last.</summary>
    private Tenure? FromReport(Description description, DateOnly day)
    {
        var offices = description.Offices.Where(o => o.IsSingle).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (offices.Count == 0)
            return null;
        return Before(description).SelectMany(p => _registry.TenuresOf(p.Id, day)).FirstOrDefault(t => offices.Contains(t.Office));
    }

    /// <summary>"The president-elect": who takes the office next.</summary>
    private Tenure? Elect(string[] words, Description description, string? country, DateOnly day)
    {
        string? title = Array.Find(words, w => w.EndsWith("-elect", StringComparison.Ordinal))?[..^"-elect".Length];
        if (title is null || (country ?? _countries.Home) is not { } whose)
            return null;
        DateOnly spoken = _days.Of(description.Head) is var (_, to) && to < day ? to : day;
        return _registry.OfficesCalled(title).Where(o => o.IsSingle).Select(o => _registry.NextHolder(o.Id, whose, spoken, ElectFor)).FirstOrDefault(t => t is not null);
    }

    /// <summary>"The then chancellor": who held the office on the days that the report speaks of there.</summary>
    private ImmutableArray<Tenure> Then(string[] words, Description description, string? country, DateOnly day)
    {
        int then = Array.FindLastIndex(words, w => w == "then" || w.StartsWith("then-", StringComparison.Ordinal));
        if (then < 0 || _days.Around(description.Head) is not var (from, to) || from > day)
            return [];
        foreach (Office office in OfficesAfter(words, then, description).Where(o => o.IsSingle))
        {
            IEnumerable<Tenure> holders = (description.Body?.Id ?? country ?? _countries.Home) is { } whose
                ? _registry.HoldersOf(office.Id, whose, from, to)
                : Before(description).Select(p => _registry.TenuresOf(p.Id).FirstOrDefault(t => t.Office == office.Id && t.Meets(from, to))).OfType<Tenure>().Take(1);
            if (Narrowed([.. holders]) is { IsEmpty: false } found)
                return found;
        }
        return [];
    }

    /// <summary>"The former prime minister": whoever of those named before held the office once, the last named first.</summary>
    private Tenure? Former(string[] words, Description description, DateOnly day)
    {
        int former = Array.FindLastIndex(words, w => HeldBefore.Contains(w.Split('-')[0]));
        if (former < 0)
            return null;
        var offices = OfficesAfter(words, former, description).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        DateOnly spoken = _days.Of(description.Head) is var (_, to) && to < day ? to : day;
        return Before(description)
            .Select(p => _registry.TenuresOf(p.Id).LastOrDefault(t => offices.Contains(t.Office) && t.To < spoken && (description.Country is not { } country || t.Country == country)))
            .FirstOrDefault(t => t is not null);
    }

    /// <summary>"Former prime minister" gives a sector by itself; the office is what stands behind "former".</summary>
    private IReadOnlyList<Office> OfficesAfter(string[] words, int at, Description description) => description.Offices.Count > 0
        ? description.Offices
        : _registry.OfficesCalled(string.Join(' ', words[at].IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? [words[at][(hyphen + 1)..], .. words[(at + 1)..]] : words[(at + 1)..]));

    private IEnumerable<Actor> Before(Description description) => _named.Where(n => n.Start < description.Words.Start).Select(n => n.Person);

    /// <summary>Of several the one whom the report names.</summary>
    private ImmutableArray<Tenure> Narrowed(ImmutableArray<Tenure> holders) =>
        holders.Where(t => _namedIds.Contains(t.Actor)).ToArray() is [var one] ? [one] : holders;
}
