using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
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
    private readonly Locating _locating;

    /// <summary>The chance of being right below which an event is left out: false events are what users of event data complain of most.</summary>
    /// <param name="betweenStates">It goes on between states, bodies of states or armed groups: little of that is to be lost.</param>
    internal static float CutOff(Subject subject, bool betweenStates) => (subject, betweenStates) switch
    {
        (Subject.Campaign, false) => 0.7f,
        (Subject.Campaign, true) => 0.6f,
        (Subject.Other, false) => 0.65f,
        (Subject.Other, true) => 0.55f,
        (_, false) => 0.5f,
        (_, true) => 0.35f,
    };

    // Of four events in a report of world affairs one at least is of world affairs.
    private const int FewestOfWorldAffairs = 4;

    // News is of days and weeks; what is older is told to explain it.
    private const int BackgroundDays = 31;

    private readonly EventModel? _model;

    /// <exception cref="TableException">A table of data/events is wrong; the message says where.</exception>
    /// <exception cref="InvalidDataException">The model en-events is missing, damaged or of another version.</exception>
    public EventExtractor(DataPack data, Models models)
        : this(data, new EventModel(models[EventModel.Name]))
    {
    }

    /// <param name="model">Null: words and rules only.</param>
    internal EventExtractor(DataPack data, EventModel? model)
    {
        _model = model;
        _classes = new WordClasses(data);
        _lexicon = new EventLexicon(data, _classes);
        _status = new StatusRules(data, _classes);
        _complements = new Complements(data, _classes);
        _locating = new Locating(_classes);
    }

    /// <returns>In text order of their first triggers; one for each interaction.</returns>
    public ImmutableArray<Event> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var work = new Work(this, report, sentences, cast, times, places, statements);
        var found = new List<List<Candidate>>();
        foreach (Sentence sentence in sentences)
        {
            Pair? pair = _model is null ? null : PairCoder.Marked(report.Mentions, sentence);
            List<Candidate> here = work.Propose(sentence, marked: pair is not null);
            if (pair is { } marked)
                new PairCoder(_model!, new PairFeatures(_lexicon, cast), report.Mentions, cast).Code(marked, here);
            found.Add(work.Select(here, isMarked: pair is not null));
        }
        if (report.Mentions.IsEmpty)
            work.Attackers.Fill([.. found.SelectMany(h => h)]);
        if (_model is not null && report.Mentions.IsEmpty)
            work.Judge(found);
        List<Candidate> all = [.. found.SelectMany(h => h)];
        all.ForEach(work.Dating.Carry);
        all.Sort((a, b) => a.Words.Min().CompareTo(b.Words.Min()));
        List<Candidate> merged = new Merging(work.Actors, _classes).Merge(all);
        foreach (Candidate candidate in merged)
        {
            Dating.DropImpossible(candidate, report.Published);
            // Nobody does anything to themselves, but a group ("the two men") may to each other; between marked actors the coder's word stands.
            if (report.Mentions.IsEmpty)
                candidate.Targets.RemoveAll(t => candidate.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity)) && !((EventOntology.IsMutual(candidate.Type) || candidate.Frame.Mutual || candidate.Frame.Name == "sanction.relations") && IsGroup(t.Entity)));
        }
        return [.. merged.Select((c, i) => Make(report, c, i + 1))];
    }

    /// <summary>What the lexicon finds between marked actors, and what the model sees of it: for training.</summary>
    internal IEnumerable<(Pair Pair, List<Candidate> Candidates, PairFeatures Features)> Marked(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var work = new Work(this, report, sentences, cast, times, places, statements);
        foreach (Sentence sentence in sentences)
        {
            if (PairCoder.Marked(report.Mentions, sentence) is { } pair)
                yield return (pair, work.Propose(sentence, marked: true), new PairFeatures(_lexicon, cast));
        }
    }

    /// <summary>What words and rules find, and what the model sees of it: for training.</summary>
    internal IEnumerable<(Candidate Candidate, List<uint> Features, Subject Subject)> Unmarked(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var work = new Work(this, report, sentences, cast, times, places, statements);
        List<List<Candidate>> found = [.. sentences.Select(s => work.Select(work.Propose(s, marked: false), isMarked: false))];
        List<Candidate> all = [.. found.SelectMany(h => h)];
        work.Attackers.Fill(all);
        Subject subject = work.SubjectOf(all);
        foreach (List<Candidate> here in found)
        {
            // What only joins an event told elsewhere is none by itself.
            foreach (Candidate candidate in here.Where(c => c.HasActors && !c.IsPurpose))
                yield return (candidate, work.Features.Of(candidate, here, all), subject);
        }
    }

    /// <summary>What words and rules find before anything is left out, and what tells who has a role in it: for training.</summary>
    internal IEnumerable<(Candidate Candidate, List<(Token Word, Filler Filler)> Actors, Func<Token, Filler, bool, List<uint>> Features)> Linking(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var work = new Work(this, report, sentences, cast, times, places, statements);
        foreach (Sentence sentence in sentences)
        {
            List<Candidate> here = work.Propose(sentence, marked: false);
            List<(Token Word, Filler Filler)> all = [.. work.Actors.In(sentence)];
            foreach (Candidate candidate in here)
                yield return (candidate, all, (word, filler, isSource) => work.Links.Of(candidate, word, filler, isSource, here, all));
        }
    }

    /// <summary>
    /// The words that may tell an event though no construction of the lexicon fits them, and those whose construction fits, with the types that the
    /// lexicon gives each in any construction: for training.
    /// </summary>
    internal IEnumerable<(Token Word, bool IsKnown, ImmutableArray<EventType> Types, Func<List<uint>> Features)> Guessing(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        var work = new Work(this, report, sentences, cast, times, places, statements);
        var finder = new TriggerFinder(_lexicon, _classes, work.Actors);
        foreach (Sentence sentence in sentences)
        {
            foreach (var (word, pos, isKnown) in finder.Words(sentence))
            {
                if (work.Guesses.IsOpen(word, pos))
                    yield return (word, isKnown, [.. _lexicon.TypesOf(word.Lemma, pos)], () => work.Guesses.Features(word, pos));
            }
        }
    }

    /// <summary>The chance that a careful coder would write down what has these features; 1 without a model.</summary>
    internal float Right(List<uint> features) => _model?.Right(features) ?? 1;

    /// <summary>The work on one report; dies with the call.</summary>
    private sealed class Work(
        EventExtractor owner, Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements)
    {
        private readonly Frame _accuse = owner._lexicon.Frame("accuse.criticise");

        public Dating Dating { get; } = new(times, sentences, owner._classes, report.Published);

        public ActorFinder Actors { get; } = new(owner._classes, cast, report.Mentions);

        public Senses Senses { get => field ??= new Senses(owner._classes, Actors, sentences); }

        public Answers Answers { get => field ??= new Answers(Actors, owner._classes, sentences, statements); }

        public Attackers Attackers { get => field ??= new Attackers(Actors, owner._classes, sentences, places); }

        private Generalities Generalities { get => field ??= new Generalities(owner._classes, Actors); }

        public TypeGuesses Guesses { get => field ??= new TypeGuesses(owner._model, owner._lexicon, owner._classes, Actors, Senses.IsOfCampaign); }

        public RoleLinks Links { get => field ??= new RoleLinks(owner._model, Actors, owner._classes); }

        public CandidateFeatures Features { get => field ??= new CandidateFeatures(new PairFeatures(owner._lexicon, cast), owner._model, Links, Guesses, Actors, owner._classes, sentences, Senses.IsOfCampaign); }

        /// <summary>What of the proposals for a sentence may be an event; those for the sentences before it were given earlier.</summary>
        public List<Candidate> Select(List<Candidate> proposed, bool isMarked)
        {
            List<Candidate> here = proposed.FindAll(c => c.IsMarked || (Selection.IsEvent(c, proposed) && !(report.Mentions.IsEmpty && Generalities.IsHabitual(c, proposed))));
            foreach (Candidate candidate in here.Where(c => !c.IsMarked))
                candidate.Doubt = (report.Mentions.IsEmpty ? Generalities.Doubt(candidate, proposed) : null) ?? Selection.Doubt(candidate, proposed);
            // Where no score decides, only the lesser doubts are let through.
            if (owner._model is null || !report.Mentions.IsEmpty)
                here.RemoveAll(c => !c.IsMarked && c.Doubt is not (null or Selection.Private or Selection.Unaddressed));
            if (!isMarked)
                Answers.Aim(here, proposed);
            return here;
        }

        /// <summary>Scores what was found, and drops what is far likelier wrong than right.</summary>
        /// <param name="found">By sentence.</param>
        public void Judge(List<List<Candidate>> found)
        {
            List<Candidate> all = [.. found.SelectMany(h => h)];
            float[] chances = [.. found.SelectMany(h => h.Select(c => owner._model!.Right(Features.Of(c, h, all))))];
            for (int i = 0; i < chances.Length; i++)
                all[i].Score = chances[i];
            Subject subject = SubjectOf(all);
            foreach (List<Candidate> here in found)
            {
                // "The attack killed twelve": a word that only points to a deed told before is no event of its own.
                here.RemoveAll(c => c.Score < Least(c, subject) && !(c.PointsBack && !c.HasActors));
            }
        }

        private float Least(Candidate candidate, Subject subject) => CutOff(subject, Actors.IsBetweenStates(candidate));

        /// <param name="all">All that may be events.</param>
        // A sentence by itself was picked because something happens in it.
        public Subject SubjectOf(List<Candidate> all) =>
            sentences.Length == 1 ? Subject.WorldAffairs
                : Senses.IsOfCampaign ? Subject.Campaign
                : FewestOfWorldAffairs * all.Count(IsOfWorldAffairs) >= all.Count ? Subject.WorldAffairs
                : Subject.Other;

        // Protests, arrests, attacks and deployments that a state, a party or a body of either has a part in are so too, in one country as well as between two.
        private bool IsOfWorldAffairs(Candidate candidate) =>
            Actors.IsBetweenStates(candidate) || candidate.Sources.Concat(candidate.Targets)
                .Any(f => Actors.IsArmed(f.Entity) || (candidate.Type is EventType.Protest or EventType.Coerce or EventType.Assault or EventType.Mobilize && Actors.IsPublic(f.Entity)));

        /// <param name="marked">Two actors are marked: their roles are decided later.</param>
        public List<Candidate> Propose(Sentence sentence, bool marked)
        {
            var arguments = new Arguments(owner._classes, Actors);
            var marks = new Marks(report.Mentions, cast);
            var here = new List<Candidate>();
            foreach (Trigger trigger in new TriggerFinder(owner._lexicon, owner._classes, Actors).Find(sentence, marked ? null : Guesses))
            {
                var candidate = new Candidate(trigger) { Status = owner._status.Of(trigger), PointsBack = Merging.PointsBack(trigger) };
                candidate.IsPurpose = candidate.Status == EventStatus.Possible && report.Mentions.IsEmpty && StatusRules.IsPurpose(trigger.Head);
                arguments.Fill(candidate);
                if (!marked)
                    marks.Apply(candidate);
                Dating.Date(candidate);
                owner._locating.Place(candidate, places);
                candidate.Statement = Inside(trigger.Head, statements);
                if (!marked)
                    Senses.Reinterpret(candidate, _accuse);
                here.Add(candidate);
            }
            Reactions.Aim(here);
            if (!marked)
                Effects.Attach(here);
            if (report.Mentions.IsEmpty)
                here.RemoveAll(Senses.IsOther);
            Complements.Attribute(here);
            owner._complements.Refine(here);
            foreach (Candidate candidate in here)
                owner._complements.Refuse(candidate);
            here.AddRange(here.Select(owner._complements.Threat).Concat(here.Select(c => owner._complements.Announcement(c, Actors))).OfType<Candidate>().ToList());
            if (!marked)
                here.ForEach(c => Links.Fill(c, here));
            return here;
        }
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
            IsBackground = candidate.To is { } last && report.Published is { } published && last.AddDays(BackgroundDays) < published,
            Statement = candidate.Statement,
            Evidence = new Evidence(report.Id, words, candidate.Rule, MathF.Round(Math.Clamp(candidate.Score, 0f, 1f), 3)),
        };
    }
}
