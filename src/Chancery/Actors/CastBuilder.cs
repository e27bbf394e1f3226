using System.Collections.Immutable;
using System.Globalization;
using Chancery.Entities;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>What was found of one entity, or of part of one, before entities that are one actor are joined.</summary>
internal sealed record Finding(
    Entity Entity, ImmutableArray<Mention> Mentions, Actor? Actor, string? Code, string? Country, ImmutableArray<string> Sectors, string? Role, Evidence? Evidence)
{
    /// <summary>Who may be meant, where several fit alike and <see cref="Actor"/> is null for that.</summary>
    public ImmutableArray<Actor> Candidates { get; init; } = [];
}

/// <summary>Joins findings of one actor into one entity and numbers the entities anew; dies with the call.</summary>
internal static class CastBuilder
{
    public static Cast Build(IReadOnlyList<Finding> findings)
    {
        var groups = new List<List<Finding>>();
        var byActor = new Dictionary<string, List<Finding>>(StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            if (finding.Actor is { } actor && byActor.TryGetValue(actor.Id, out List<Finding>? same))
            {
                same.Add(finding);
                continue;
            }
            var group = new List<Finding> { finding };
            groups.Add(group);
            if (finding.Actor is not null)
                byActor[finding.Actor.Id] = group;
        }
        var ordered = groups.OrderBy(First).ToList();
        var entities = new Dictionary<Entity, Entity>();
        var made = new Entity[ordered.Count];
        // Members first: a group of entities points to finished ones.
        foreach (int i in Enumerable.Range(0, ordered.Count).OrderBy(i => ordered[i].Any(f => f.Entity.Members.Length > 0)))
        {
            List<Finding> group = ordered[i];
            ImmutableArray<Mention> mentions = group is [{ Mentions: var own }] && IsInOrder(own) ? own
                : [.. group.SelectMany((f, at) => at == 0 ? f.Mentions : f.Mentions.Select(m => Joined(m, f))).DistinctBy(m => (m.Span, m.Kind)).OrderBy(m => m.Span)];
            made[i] = new Entity(string.Create(CultureInfo.InvariantCulture, $"e{i + 1}"), NameOf(group), TypeOf(group), mentions)
            {
                Members = group.TrueForAll(f => f.Entity.Members.IsEmpty) ? [] : [.. group.SelectMany(f => f.Entity.Members).Where(entities.ContainsKey).Select(m => entities[m]).Distinct()],
            };
            foreach (Finding finding in group)
                entities.TryAdd(finding.Entity, made[i]);
        }
        return new Cast([.. made], Enumerable.Range(0, ordered.Count)
            .Where(i => ordered[i].Exists(f => f.Evidence is not null))
            .Select(i => Reading(made[i], Telling(ordered[i]))));
    }

    private static TextSpan First(List<Finding> group)
    {
        TextSpan first = group[0].Mentions[0].Span;
        foreach (Finding finding in group)
        {
            foreach (Mention mention in finding.Mentions)
            {
                if (mention.Span.CompareTo(first) < 0)
                    first = mention.Span;
            }
        }
        return first;
    }

    private static bool IsInOrder(ImmutableArray<Mention> mentions)
    {
        for (int i = 1; i < mentions.Length; i++)
        {
            if (mentions[i - 1].Span.CompareTo(mentions[i].Span) >= 0)
                return false;
        }
        return true;
    }

    /// <summary>What was an entity of its own is a mention of this one because of what made both the same actor.</summary>
    private static Mention Joined(Mention mention, Finding finding) => mention.Evidence.Rule is "entities.noun" or "entities.name" && finding.Evidence is { } why
        ? mention with { Evidence = mention.Evidence with { Rule = why.Rule, Score = why.Score } }
        : mention;

    private static ActorReading Reading(Entity entity, Finding finding) =>
        new(entity, finding.Actor?.Id, finding.Code, finding.Country, finding.Sectors, finding.Role, finding.Evidence!) { Candidates = [.. finding.Candidates.Select(c => c.Id)] };

    /// <summary>Of a state that the report also calls by its capital, what its name says: the whole state.</summary>
    private static Finding Telling(List<Finding> group) =>
        group.Find(f => f.Evidence is { Rule: not "actors.metonym" }) ?? group.First(f => f.Evidence is not null);

    /// <summary>The registry's name for a registered actor, else the name met in the report.</summary>
    private static string NameOf(List<Finding> group) => group[0].Actor?.Name ?? group[0].Entity.Name;

    private static NameType TypeOf(List<Finding> group) => group[0].Actor?.Kind switch
    {
        ActorKind.Person => NameType.Person,
        ActorKind.State or ActorKind.Region => NameType.Place,
        ActorKind.Organisation or ActorKind.Group => NameType.Organization,
        _ => group[0].Entity.Type,
    };
}
