using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.WebBenchmarks;

/// <summary>A reading told of other actors, on another day, in other words of the same lengths.</summary>
internal sealed class Retelling
{
    private readonly Reading _old;
    private readonly int _shift;
    private readonly Dictionary<Entity, Entity> _entities = [];
    private readonly Dictionary<Statement, Statement> _statements = [];
    private readonly Dictionary<Event, Event> _events = [];

    public Retelling(Reading old, Random random, OtherWords words, Actor[] actors, DateOnly published, string id)
    {
        _old = old;
        _shift = published.DayNumber - (old.Report.Published ?? published).DayNumber;
        var readings = new List<ActorReading>();
        foreach (Entity entity in old.Cast.Entities.Entities)
        {
            ActorReading? actor = old.Cast[entity];
            // The square of a square: a few are named again and again, most seldom.
            Actor other = actors[(int)(Math.Pow(random.NextDouble(), 4) * actors.Length)];
            bool isOther = actor?.Actor is not null || random.Next(3) == 0;
            _entities[entity] = new Entity(entity.Id, isOther ? other.Name : entity.Name, entity.Type, entity.Mentions);
            if (isOther)
                readings.Add(new ActorReading(_entities[entity], other.Id, other.Code, other.Country, other.Sectors, actor?.Role, actor?.Evidence ?? entity.Mentions[0].Evidence));
            else if (actor is not null)
                readings.Add(actor with { Entity = _entities[entity] });
        }
        foreach (Statement s in old.Statements)
            _statements[s] = Told(s);
        foreach (Event e in old.Events)
            _events[e] = Told(e);
        Reading = old with
        {
            Report = new Report(id, words.In(old.Report.Text, random), published) { Title = words.In("On the talks that were held there between them", random), Publisher = $"Agency {random.Next(12) + 1}" },
            Cast = new Cast([.. old.Cast.Entities.Entities.Select(e => _entities[e])], readings),
            Statements = [.. old.Statements.Select(s => _statements[s])],
            Events = [.. old.Events.Select(e => _events[e])],
            Commitments = [.. old.Commitments.Select(Told)],
        };
    }

    public Reading Reading { get; }

    private Statement Told(Statement s) => new()
    {
        Id = s.Id,
        Speaker = Told(s.Speaker),
        Source = s.Source,
        Cue = s.Cue,
        Content = s.Content,
        Quotes = s.Quotes,
        Form = s.Form,
        Kind = s.Kind,
        Audience = Told(s.Audience),
        Time = s.Time is { } time ? time with { From = Told(time.From), To = Told(time.To) } : null,
        Negated = s.Negated,
        Evidence = s.Evidence,
    };

    private Event Told(Event e) => new()
    {
        Id = e.Id,
        Type = e.Type,
        Mode = e.Mode,
        Context = e.Context,
        Cameo = e.Cameo,
        Sources = Told(e.Sources),
        Targets = Told(e.Targets),
        SourceSpans = e.SourceSpans,
        TargetSpans = e.TargetSpans,
        Trigger = e.Trigger,
        Status = e.Status,
        From = Told(e.From),
        To = Told(e.To),
        Place = e.Place,
        Statement = e.Statement is { } said ? _statements[said] : null,
        Evidence = e.Evidence,
    };

    private Commitment Told(Commitment c) => new()
    {
        Id = c.Id,
        Kind = c.Kind,
        By = Told(c.By),
        Toward = Told(c.Toward),
        Content = c.Content,
        Event = c.Event is { } @event ? _events[@event] : null,
        Statement = c.Statement is { } said ? _statements[said] : null,
        MadeOn = Told(c.MadeOn),
        DueFrom = Told(c.DueFrom),
        DueTo = Told(c.DueTo),
        Condition = c.Condition,
        Outcome = c.Outcome,
        OutcomeEvidence = c.OutcomeEvidence,
        Evidence = c.Evidence,
    };

    private Entity? Told(Entity? entity) => entity is null ? null : _entities[entity];

    private ImmutableArray<Entity> Told(ImmutableArray<Entity> entities) => [.. entities.Select(e => _entities[e])];

    private DateOnly? Told(DateOnly? day) => day is { } known && known.DayNumber + _shift is > 0 and < 3_000_000 and var number ? DateOnly.FromDayNumber(number) : null;
}
