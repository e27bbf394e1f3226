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

    private readonly ActorRegistry _registry;
    private readonly Report _report;
    private readonly Dictionary<Entity, List<Finding>> _findings;
    private readonly ICollection<Warning> _warnings;
    private readonly ReportCountries _countries;
    private readonly ImmutableArray<Entity> _entities;
    private EntityIndex? _index;
    private readonly List<(Finding Group, int Start)> _groups = [];
    private readonly HolderFinder _holders;

    public RoleIdentification(ActorRegistry registry, Report report, ReportCountries countries, ClauseDays days, ImmutableArray<Entity> entities, Dictionary<Entity, List<Finding>> findings, ICollection<Warning> warnings)
    {
        (_registry, _report, _countries, _findings, _warnings, _entities) = (registry, report, countries, findings, warnings, entities);
        var named = new List<(Actor, int)>();
        foreach (Finding finding in findings.Values.SelectMany(f => f))
        {
            if (finding.Actor is { Kind: ActorKind.Person } person)
                named.AddRange(finding.Mentions.Select(m => (person, m.Span.Start)));
            // Parties are groups of the registry too, but "the group" is none.
            else if (finding.Actor is { Kind: ActorKind.Group } group && (!group.Sectors.Contains("PTY") || group.Sectors.Any(s => s is "REB" or "UAF" or "MIL")))
                _groups.AddRange(finding.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => (finding, m.Span.Start)));
        }
        _holders = new HolderFinder(registry, report, countries, days, named);
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
            HoldersFound holders = _holders.Find(description, country);
            if (holders.All is [var tenure])
                return OfHolder(entity, tenure, Because(holders.Rule, holders.Score, description));
            if (holders.All.Length > 1)
                return OfSeveral(entity, holders, description);
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
        if (possessor is null || (_index ??= new EntityIndex(_entities)).At(possessor) is not { } of || of == entity || !_findings.TryGetValue(of, out List<Finding>? found))
            return null;
        return found.Find(f => f.Code is not null) ?? found[0];
    }

    private Finding OfHolder(Entity entity, Tenure tenure, Evidence because)
    {
        Actor person = _registry[tenure.Actor]!;
        // Who held or will hold the office may hold another one on the day of the report.
        Tenure? held = tenure.Holds(_report.Published!.Value) ? tenure : _registry.TenuresOf(person.Id, _report.Published.Value).FirstOrDefault();
        return held is not null
            ? new Finding(entity, entity.Mentions, person, _registry.CodeOf(held), held.Country ?? _registry[held.Body ?? ""]?.Country, held.Sectors, held.Role, because)
            : new Finding(entity, entity.Mentions, person, ActorCode.Compose(tenure.Country, ["ELI"]), tenure.Country, ["ELI"], null, because);
    }

    /// <summary>Several fit: none is chosen, what all have in common is said.</summary>
    private Finding OfSeveral(Entity entity, HoldersFound holders, Description description)
    {
        _warnings.Add(Warnings.SeveralHolders(_report[description.Words].ToString(), string.Join(", ", holders.All.Select(t => _registry[t.Actor]!.Name)), description.Words));
        Finding[] each = [.. holders.All.Select(t => OfHolder(entity, t, Because(holders.Rule, holders.Score / holders.All.Length, description)))];
        T? Same<T>(Func<Finding, T?> of)
            where T : class => each.Select(of).Distinct().ToArray() is [var only] ? only : null;
        return each[0] with
        {
            Actor = null,
            Code = Same(f => f.Code),
            Country = Same(f => f.Country),
            Sectors = Same(f => string.Join('|', f.Sectors)) is null ? [] : each[0].Sectors,
            Role = Same(f => f.Role),
            Candidates = [.. each.Select(f => f.Actor!)],
        };
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

    private Evidence Because(string rule, float score, Description description) => new(_report.Id, SpanList.Of(description.Words), rule, score);
}
