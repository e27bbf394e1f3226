using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Identifies entities that the report does not name: "the US president", "top Russian officials", "its fighters"; dies with the call.</summary>
internal sealed class RoleIdentification
{
    /// <summary>Nouns for a body as a whole: "the M23 rebel group" is the M23.</summary>
    private static readonly HashSet<string> WholeBody = ["group", "movement", "organisation", "organization", "party", "militia", "alliance", "bloc", "agency", "network", "coalition", "union", "faction"];

    /// <summary>Nouns for those who fight in an armed group.</summary>
    private static readonly HashSet<string> Fighters = ["rebel", "militant", "paramilitary", "insurgent", "guerrilla", "jihadist", "islamist", "fighter", "separatist", "extremist"];

    /// <summary>Words that make an office one that is held no more.</summary>
    private static readonly HashSet<string> HeldBefore = ["former", "ex", "ex-", "onetime", "one-time", "deposed", "ousted", "toppled", "erstwhile", "late", "then"];

    private readonly ActorRegistry _registry;
    private readonly Report _report;
    private readonly Dictionary<Entity, List<Finding>> _findings;
    private readonly ICollection<Warning> _warnings;
    private readonly ReportCountries _countries;
    private readonly EntityIndex _index;
    private readonly List<(Actor Person, int Start)> _named = [];
    private readonly List<(Finding Group, int Start)> _groups = [];
    private readonly HashSet<string> _namedIds = new(StringComparer.Ordinal);

    public RoleIdentification(ActorRegistry registry, Report report, ReportCountries countries, ImmutableArray<Entity> entities, Dictionary<Entity, List<Finding>> findings, ICollection<Warning> warnings)
    {
        (_registry, _report, _countries, _findings, _warnings, _index) = (registry, report, countries, findings, warnings, new EntityIndex(entities));
        foreach (Finding finding in findings.Values.SelectMany(f => f))
        {
            if (finding.Actor is { Kind: ActorKind.Person } person)
            {
                _named.AddRange(finding.Mentions.Select(m => (person, m.Span.Start)));
                _namedIds.Add(person.Id);
            }
            else if (finding.Actor is { Kind: ActorKind.Group } group)
            {
                _groups.AddRange(finding.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => (finding, m.Span.Start)));
            }
        }
        _named.Sort((a, b) => b.Start.CompareTo(a.Start));
    }

    public Finding Identify(Entity entity, List<Description> described)
    {
        foreach (Description description in described)
        {
            Finding? owner = Owner(entity, description);
            string? country = description.Country ?? owner?.Country;
            if (description.Body is { } body && WholeBody.Contains(description.HeadNoun) && !description.IsPlural)
                return new Finding(entity, entity.Mentions, body, body.Code, body.Country, body.Sectors, null, Because("actors.name", 0.8f, description));
            if (description.HeadNoun is "country" or "nation" && !description.IsPlural && owner?.Country is { } own && _registry.State(own) is { } state)
                return new Finding(entity, entity.Mentions, state, state.Code, own, [], null, Because("actors.own-country", 0.7f, description));
            if (Holder(description, country) is { } tenure)
            {
                return new Finding(entity, entity.Mentions, _registry[tenure.Actor], _registry.CodeOf(tenure), tenure.Country ?? _registry[tenure.Body ?? ""]?.Country,
                    tenure.Sectors, tenure.Role, Because("actors.role-on-date", 0.85f, description));
            }
            if (ElectHolder(description, country) is { } elect)
            {
                return new Finding(entity, entity.Mentions, _registry[elect.Actor], ActorCode.Compose(elect.Country, ["ELI"]), elect.Country, ["ELI"], null,
                    Because("actors.elect", 0.8f, description));
            }
            if (FormerHolder(description) is { } former)
            {
                return new Finding(entity, entity.Mentions, _registry[former.Actor], ActorCode.Compose(former.Country, ["ELI"]), former.Country, ["ELI"], null,
                    Because("actors.former-role", 0.8f, description));
            }
            if (Group(description, owner) is { } group)
                return new Finding(entity, entity.Mentions, group.Actor, group.Code, group.Country, group.Sectors, null, Because("actors.group-noun", 0.7f, description));
            if (Composed(entity, description, country, owner) is { } composed)
                return composed;
        }
        return new Finding(entity, entity.Mentions, null, null, null, [], null, null);
    }

    /// <summary>Whose: "its fighters", "Trump's envoy", "the group's leader".</summary>
    private Finding? Owner(Entity entity, Description description)
    {
        Mention mention = entity.Mentions.First(m => m.Span == description.Words || m.Kind == MentionKind.Nominal);
        Token? possessor = mention.Head.Children.FirstOrDefault(c => c.Deprel == "nmod:poss");
        if (possessor is null || _index.At(possessor) is not { } of || of == entity || !_findings.TryGetValue(of, out List<Finding>? found))
            return null;
        return found.Find(f => f.Code is not null) ?? found[0];
    }

    private Tenure? Holder(Description description, string? country)
    {
        if (_report.Published is not { } day || description.IsPast || description.IsPlural || !description.IsDefinite)
            return null;
        string? of = description.Body?.Id ?? country;
        if (of is null && FromReport(description, day) is { } met)
            return met;
        if ((of ?? _countries.Home) is not { } whose)
            return null;
        of = whose;
        if (description.HeadNoun == "leader")
            return Leader(description, of, day);
        foreach (Office office in description.Offices)
        {
            ImmutableArray<Tenure> holders = _registry.HoldersOf(office.Id, of, day).All;
            ImmutableArray<Tenure> named = [.. holders.Where(IsNamed)];
            if (office.IsSingle && holders is [var only])
                return only;
            if (named is [var one])
                return one;
            if (office.IsSingle && holders.Length > 1)
            {
                Warn(description, holders);
                return null;
            }
        }
        return null;
    }

    /// <summary>How long before the first day someone is called elect, in days.</summary>
    private const int ElectFor = 300;

    /// <summary>"The president-elect": who takes the office next.</summary>
    private Tenure? ElectHolder(Description description, string? country)
    {
        if (_report.Published is not { } day || description.IsPlural || !description.IsDefinite)
            return null;
        string[] words = Phrase.Flat(_report[description.Words]).ToLowerInvariant().Replace(" - ", "-").Split(' ');
        string? title = Array.Find(words, w => w.EndsWith("-elect", StringComparison.Ordinal))?[..^"-elect".Length];
        if (title is null || (country ?? _countries.Home) is not { } whose)
            return null;
        return _registry.OfficesCalled(title).Where(o => o.IsSingle).Select(o => _registry.NextHolder(o.Id, whose, day, ElectFor)).FirstOrDefault(t => t is not null);
    }

    /// <summary>"The former prime minister": whoever of those named before held the office once, the last named first.</summary>
    private Tenure? FormerHolder(Description description)
    {
        if (_report.Published is not { } day || description.IsPlural || !description.IsDefinite)
            return null;
        string[] words = Phrase.Flat(_report[description.Words]).ToLowerInvariant().Split(' ', '-');
        int former = Array.FindLastIndex(words, HeldBefore.Contains);
        if (former < 0)
            return null;
        // "Former prime minister" gives a sector by itself; the office is what stands behind "former".
        var offices = (description.Offices.Count > 0 ? description.Offices : _registry.OfficesCalled(string.Join(' ', words[(former + 1)..])))
            .Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return _named.Where(n => n.Start < description.Words.Start)
            .Select(n => _registry.TenuresOf(n.Person.Id).LastOrDefault(t => offices.Contains(t.Office) && t.To < day && (description.Country is not { } country || t.Country == country)))
            .FirstOrDefault(t => t is not null);
    }

    /// <summary>"The rebels", "the Iran-backed group": the armed group named last before.</summary>
    private Finding? Group(Description description, Finding? owner)
    {
        if (!description.IsDefinite || description.Country is not null || description.Body is not null || owner is not null)
            return null;
        bool isFighters = description.IsPlural && Fighters.Contains(description.HeadNoun);
        if (!isFighters && (description.IsPlural || description.HeadNoun is not ("group" or "movement" or "militia" or "faction" or "organisation" or "organization")))
            return null;
        return _groups.Where(g => g.Start < description.Words.Start && (!isFighters || g.Group.Sectors.Any(s => s is "REB" or "UAF" or "MIL")))
            .OrderByDescending(g => g.Start).Select(g => g.Group).FirstOrDefault();
    }

    /// <summary>"The Russian leader": whoever of those that lead the country the report names, else the only one there is.</summary>
    private Tenure? Leader(Description description, string of, DateOnly day)
    {
        ImmutableArray<Tenure> leaders = [.. _registry.Leaders.SelectMany(o => _registry.HoldersOf(o.Id, of, day).All).DistinctBy(t => t.Actor)];
        ImmutableArray<Tenure> named = [.. leaders.Where(IsNamed)];
        if (named is [var one])
            return one;
        if (leaders is [var only])
            return only;
        if (leaders.Length > 1)
            Warn(description, leaders);
        return null;
    }

    /// <summary>"The president" with no country: the holder of such an office whom the report named last.</summary>
    private Tenure? FromReport(Description description, DateOnly day)
    {
        var offices = description.Offices.Where(o => o.IsSingle).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        if (offices.Count == 0)
            return null;
        return _named.Where(n => n.Start < description.Words.Start)
            .SelectMany(n => _registry.TenuresOf(n.Person.Id, day)).FirstOrDefault(t => offices.Contains(t.Office));
    }

    private bool IsNamed(Tenure tenure) => _namedIds.Contains(tenure.Actor);

    private Finding? Composed(Entity entity, Description description, string? country, Finding? owner)
    {
        ImmutableArray<string> sectors = description.IsPast ? ["ELI"] : description.Sectors;
        Actor? body = description.Body ?? (owner?.Actor is { Kind: ActorKind.Organisation or ActorKind.Group } owning ? owning : null);
        if (body is { Code: { } code })
        {
            bool joins = code.StartsWith("IGO", StringComparison.Ordinal) && sectors is ["MIL" or "COP", ..];
            return new Finding(entity, entity.Mentions, null, joins ? ActorCode.Extend(code, sectors[0]) : code, body.Country,
                sectors.IsEmpty ? body.Sectors : sectors, null, Because("actors.composed", 0.75f, description));
        }
        if (country is null && owner is null && HomeOffice.Applies(sectors) && (description.IsDefinite || description.HeadNoun == "police") && _countries.Home is { } home)
            return new Finding(entity, entity.Mentions, null, ActorCode.Compose(home, sectors), home, sectors, null, Because("actors.home-country", 0.5f, description));
        if (ActorCode.Compose(country, sectors) is not { } composed)
            return null;
        return new Finding(entity, entity.Mentions, null, composed, country, sectors, null, Because("actors.composed", country is null ? 0.5f : 0.8f, description));
    }

    private void Warn(Description description, ImmutableArray<Tenure> holders) => _warnings.Add(Warnings.SeveralHolders(
        _report[description.Words].ToString(), string.Join(", ", holders.Select(t => _registry[t.Actor]?.Name ?? t.Actor)), description.Words));

    private Evidence Because(string rule, float score, Description description) => new(_report.Id, SpanList.Of(description.Words), rule, score);
}
