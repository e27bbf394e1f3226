using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>Finds what was done by whom to whom, after the PLOVER codebook.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class EventExtractor
{
    private readonly WordClasses _classes;
    private readonly EventLexicon _lexicon;
    private readonly StatusRules _status;
    private readonly Complements _complements;

    /// <exception cref="TableException">A table of data/events is wrong; the message says where.</exception>
    public EventExtractor(DataPack data)
    {
        _classes = new WordClasses(data);
        _lexicon = new EventLexicon(data, _classes);
        _status = new StatusRules(data);
        _complements = new Complements(data);
    }

    /// <returns>In text order of their first triggers; one for each interaction.</returns>
    public ImmutableArray<Event> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var actors = new ActorFinder(_classes, cast, report.Mentions);
        var triggers = new TriggerFinder(_lexicon, _classes, actors);
        var arguments = new Arguments(_classes, actors);
        var marks = new Marks(report.Mentions, cast);
        var all = new List<Candidate>();
        foreach (Sentence sentence in sentences)
        {
            List<Trigger> found = triggers.Find(sentence);
            var here = new List<Candidate>();
            foreach (Trigger trigger in found)
            {
                var candidate = new Candidate(trigger) { Status = _status.Of(trigger), PointsBack = Merging.PointsBack(trigger) };
                candidate.IsPurpose = candidate.Status == EventStatus.Possible && report.Mentions.IsEmpty && StatusRules.IsPurpose(trigger.Head);
                arguments.Fill(candidate);
                marks.Apply(candidate);
                Dating.Date(candidate, times);
                Dating.DropImpossible(candidate, report.Published);
                Locating.Place(candidate, places);
                candidate.Statement = Inside(trigger.Head, statements);
                here.Add(candidate);
            }
            _complements.Refine(here);
            foreach (Candidate candidate in here)
                _complements.Refuse(candidate);
            here.AddRange(here.Select(_complements.Threat).OfType<Candidate>().ToList());
            here.RemoveAll(c => !Selection.IsEvent(c, here));
            all.AddRange(here);
        }
        all.Sort((a, b) => a.Words.Min().CompareTo(b.Words.Min()));
        List<Candidate> merged = new Merging(actors).Merge(all);
        foreach (Candidate candidate in merged)
        {
            Dating.DropImpossible(candidate, report.Published);
            // Nobody does anything to themselves, but a group ("the two men") may to each other; between marked actors the coder's word stands.
            if (report.Mentions.IsEmpty)
                candidate.Targets.RemoveAll(t => candidate.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity)) && !(EventOntology.IsMutual(candidate.Type) && IsGroup(t.Entity)));
        }
        return [.. merged.Select((c, i) => Make(report, c, i + 1))];
    }

    private static bool IsGroup(Entity entity) => entity.Mentions.All(m => m.Kind != MentionKind.Name) && entity.Mentions.Any(m => m.Head.Xpos is "NNS" or "CD");

    /// <summary>The innermost statement that the word is said in.</summary>
    private static Statement? Inside(Token word, ImmutableArray<Statement> statements)
    {
        Statement? best = null;
        foreach (Statement statement in statements)
        {
            if (statement.Content.Any(s => s.Contains(word.Span)) && !statement.Cue.Any(s => s.Contains(word.Span))
                && (best is null || statement.Content.Extent.Length < best.Content.Extent.Length))
            {
                best = statement;
            }
        }
        return best;
    }

    private static Event Make(Report report, Candidate candidate, int number)
    {
        SpanList words = SpanList.Of(candidate.Words);
        return new Event
        {
            Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v{number}"),
            Type = candidate.Type,
            Mode = candidate.Mode,
            Context = candidate.Context is { } context ? [context] : [],
            Cameo = candidate.Cameo,
            Sources = [.. candidate.Sources.Select(f => f.Entity)],
            Targets = [.. candidate.Targets.Select(f => f.Entity)],
            SourceSpans = SpanList.Of(candidate.Sources.Select(f => f.Span)),
            TargetSpans = SpanList.Of(candidate.Targets.Select(f => f.Span)),
            Trigger = words,
            Status = candidate.Status,
            From = candidate.From,
            To = candidate.To,
            Place = candidate.Place,
            Statement = candidate.Statement,
            Evidence = new Evidence(report.Id, words, candidate.Rule, MathF.Round(Math.Clamp(candidate.Score, 0f, 1f), 3)),
        };
    }
}
