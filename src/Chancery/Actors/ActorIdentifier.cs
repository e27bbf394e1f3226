using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Actors;

/// <summary>Says which actor each entity is on the report's day, and joins entities that are one actor.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class ActorIdentifier(ActorRegistry registry)
{
    private readonly DescriptionReader _descriptions = new(registry);
    private readonly PersonIdentifier _people = new(registry);

    public ActorRegistry Registry { get; } = registry;

    public Cast Identify(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Entity> entities, ImmutableArray<TimeExpression> times, ICollection<Warning> warnings)
    {
        if (entities.IsEmpty)
            return new Cast(entities, []);
        ReportCountries countries = ReportCountries.Of(Registry, report, sentences);
        var findings = new Dictionary<Entity, List<Finding>>();
        var described = entities.ToDictionary(e => e, e => DescriptionsOf(report, e, countries));
        var names = new NameIdentification(Registry, _people, _descriptions, report, countries, warnings);
        foreach (Entity entity in entities.Where(HasName))
            findings[entity] = names.Identify(entity, described[entity]);
        var roles = new RoleIdentification(Registry, report, countries, new ClauseDays(sentences, times), entities, findings, warnings);
        foreach (Entity entity in entities.Where(e => !HasName(e)))
            findings[entity] = [roles.Identify(entity, described[entity])];
        return CastBuilder.Build([.. entities.SelectMany(e => findings[e])]);
    }

    private static bool HasName(Entity entity) => NameOf(entity) is not null;

    private static Mention? NameOf(Entity entity)
    {
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Kind == MentionKind.Name)
                return mention;
        }
        return null;
    }

    /// <summary>What the entity's noun phrases say of it, in text order.</summary>
    private List<Description> DescriptionsOf(Report report, Entity entity, ReportCountries countries)
    {
        var found = new List<Description>();
        bool hasName = HasName(entity);
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Kind != MentionKind.Nominal)
                continue;
            Token? first = null, last = null;
            foreach (Token token in mention.Head.Sentence.Tokens)
            {
                if (token.Span.Start >= mention.Span.End)
                    break;
                if (!mention.Span.Overlaps(token.Span))
                    continue;
                first ??= token;
                last = token;
            }
            if (first is null || last is null)
                continue;
            Token head = mention.Head;
            if (hasName && entity.Mentions.FirstOrDefault(m => m.Kind == MentionKind.Name && mention.Span.Contains(m.Span) && m.Span != mention.Span && m.Head.Sentence == head.Sentence) is { } name)
            {
                // A title before the name: the phrase ends where the name begins.
                while (last.Span.End > name.Span.Start && last.Previous is { } before)
                    last = before;
                while (last.Upos == Upos.PUNCT && last.Index > first.Index)
                    last = last.Previous!;
                if (last.Index < first.Index)
                    continue;
                head = head.Index >= first.Index && head.Index <= last.Index ? head : last;
            }
            else if (head.Child("nmod") is { } counted && counted.Child("case")?.Text == "of" && mention.Span.Contains(counted.Span) && Registry.Sector(head.Lemma) is null && Registry.OfficesCalled(head.Lemma).Count == 0)
            {
                head = counted;
            }
            if (head.Index >= first.Index && head.Index <= last.Index)
                found.Add(_descriptions.Read(report, countries, first, last, head));
        }
        return found;
    }
}
