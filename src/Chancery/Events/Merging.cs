using Chancery.Entities;
using Chancery.Language;

namespace Chancery.Events;

/// <summary>One interaction told several times is one event: joins those of one type whose actors, days, places and status agree.</summary>
internal sealed class Merging(ActorFinder actors, WordClasses classes)
{
    // Nouns so general that with "the" they point back to what was told before.
    private static readonly string[] Definite = ["the", "this", "that", "these", "those"];

    /// <param name="candidates">In text order.</param>
    public List<Candidate> Merge(List<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        var tellings = new Dictionary<Candidate, Candidate>();
        foreach (Candidate candidate in candidates)
        {
            // "The attack killed 12 people": what an attack does is the attack.
            if (candidate.Cause is { } cause && (tellings.GetValueOrDefault(cause) ?? kept.Find(k => ReferenceEquals(k.Cause, cause))) is { } told)
            {
                Join(told, candidate);
                tellings[candidate] = told;
                // "killed six and wounded nine": all of them suffered it.
                if (Effects.IsHarm(cause) || !tellings.ContainsKey(cause))
                    told.Targets.AddRange(candidate.Targets.Where(t => !told.Targets.Concat(told.Sources).Any(o => ReferenceEquals(o.Entity, t.Entity))));
            }
            else if ((kept.Find(k => ReferenceEquals(k.Cause, candidate)) ?? Find(kept, candidate)) is { } same)
            {
                Join(same, candidate);
                tellings[candidate] = same;
                // "Two were killed when gunmen attacked the embassy": the embassy was attacked too.
                if (ReferenceEquals(same.Cause, candidate))
                    same.Targets.AddRange(candidate.Targets.Where(t => !same.Targets.Concat(same.Sources).Any(o => ReferenceEquals(o.Entity, t.Entity))));
            }
            else if (candidate.PointsBack && !candidate.HasActors && candidate.From is not null && candidate.Type == EventType.Consult && (kept.LastOrDefault(k => ReferenceEquals(k.Frame, candidate.Frame)) ?? kept.LastOrDefault(k => k.Type == candidate.Type)) is { } last && MayMean(candidate.Frame, last.Frame))
            {
                // "The talks will resume on Thursday": another round between the same.
                candidate.Sources.AddRange(last.Sources);
                candidate.Targets.AddRange(last.Targets);
                kept.Add(candidate);
            }
            else if ((!candidate.PointsBack || candidate.HasActors) && !candidate.IsPurpose)
            {
                kept.Add(candidate);
                tellings[candidate] = candidate;
            }
        }
        return kept;
    }

    public static bool PointsBack(Trigger trigger) =>
        trigger.IsNoun && trigger.Head.Children.Any(c => c.Is("det") && Definite.Contains(c.Lemma.ToLowerInvariant()));

    private Candidate? Find(List<Candidate> kept, Candidate candidate)
    {
        // The last told is the likeliest meant.
        for (int i = kept.Count - 1; i >= 0; i--)
        {
            if (kept[i].Type == candidate.Type && Same(kept[i], candidate))
                return kept[i];
        }
        return null;
    }

    private bool Same(Candidate first, Candidate second)
    {
        if (!SameStatus(first, second) || Disjoint(first, second) || (first.Place is { } a && second.Place is { } b && !SamePlace(a, b)))
            return false;
        if (SameSentence(first, second) && (IsAfter(first.Trigger, second.Trigger) || IsAfter(second.Trigger, first.Trigger)))
            return false;
        if (!second.HasActors)
            return second.Trigger.IsNoun && MayMean(second.Frame, first.Frame) && (SameSentence(first, second) || !IsAnother(second.Trigger.Head));
        // A deed in a war is not the war.
        if ((first.Frame.Name == War) != (second.Frame.Name == War))
            return false;
        // One is shot, killed, arrested, freed once: tellings that name the same one are the same unless they name different doers.
        if (IsDoneOnce(first) && IsDoneOnce(second) && first.Targets is [var once] && second.Targets is [var again] && ReferenceEquals(once.Entity, again.Entity)
            && once.Entity.Type == Names.NameType.Person && (Agreement(first.Sources, second.Sources) >= 0 || !IsNamed(first.Sources) || !IsNamed(second.Sources)))
        {
            return true;
        }
        int agreement = Agreement(first.Sources, second.Sources) + Agreement(first.Targets, second.Targets);
        if (first.Frame.Mutual)
            agreement = Math.Max(agreement, Agreement(first.Sources, second.Targets) + Agreement(first.Targets, second.Sources));
        if (agreement < 0)
            return false;
        // "A bomb exploded in a market. The government blamed the rebels for the bombing": one tells who suffered it, the other who did it.
        if (second.PointsBack && IsNear(first, second) && MayMean(second.Frame, first.Frame) && !IsAnother(second.Trigger.Head)
            && first.Sources.Count + second.Targets.Count == 0)
        {
            return true;
        }
        // Two tellings that share one actor and leave the other open are the same when one of them points back or names the same act.
        return agreement >= 2 || (agreement == 1 && (second.PointsBack || (SameWord(first, second) && IsNear(first, second)) || SameSentence(first, second)));
    }

    // "died in a shootout after the attack", "in the wake of the bombings they stepped up air strikes": what comes after a deed is another.
    private static bool IsAfter(Trigger deed, Trigger later)
    {
        if (!deed.IsNoun || deed.Head.Head is not { } above)
            return false;
        Token phrase = deed.Head;
        if (above.Lemma is "wake" or "aftermath" && Clauses.Preposition(phrase, "of"))
            phrase = above;
        else if (!Clauses.Preposition(phrase, "after") && !Clauses.Preposition(phrase, "following") && !Clauses.Preposition(phrase, "since"))
            return false;
        return phrase.Head is { } verb && (later.Words.Contains(verb) || later.Words.Any(w => ReferenceEquals(w.Head, verb)));
    }

    private const string War = "assault.war";

    // What the first lines of a report tell the others tell again; further down one who "denied" and later "denies" may deny another thing.
    private static bool IsNear(Candidate first, Candidate second) =>
        first.Trigger.Head.Sentence is var told && second.Trigger.Head.Sentence is var again && (told.Paragraph <= 1 || again.Index - told.Index <= 2);

    // "the second attack", "the only sanction", "the latest talks" are others than those told of.
    private bool IsAnother(Token noun) => noun.Children.Any(c => c.Is("amod") && c.Index < noun.Index && classes.Is("another", c.Lemma));

    private static bool IsNamed(List<Filler> role) => role.Exists(f => IsNamed(f.Entity));

    private static bool IsNamed(Entity entity) => entity.Mentions.Any(m => m.Kind == MentionKind.Name);

    private static bool IsDoneOnce(Candidate candidate) =>
        candidate.Frame.Name is "assault.kill" or "assault.shoot" or "assault.beat" or "assault.bomb" or "assault.assassinate" or "assault.execute" or "assault.attack" or "assault.abduct"
            or "coerce.arrest" or "retreat.release" or "coerce.deport";

    // "The attack" may mean a shelling told before, "the war" only a war or an invasion.
    private static bool MayMean(Frame noun, Frame told) =>
        ReferenceEquals(noun, told) || (noun.Type == EventType.Consult && told.Name != "consult.phone") || (noun.Name == "assault.attack" && told.Name != "assault.cyber") || (noun.Name == War && told.Name == "assault.attack");

    private static bool SameWord(Candidate first, Candidate second) => first.Frame == second.Frame;

    private static bool SameSentence(Candidate first, Candidate second) => ReferenceEquals(first.Trigger.Head.Sentence, second.Trigger.Head.Sentence);

    // 1: they share an actor; 0: one side leaves it open; -10: they name different actors.
    private int Agreement(List<Filler> first, List<Filler> second)
    {
        if (first.Count == 0 || second.Count == 0)
            return 0;
        return first.Any(f => second.Any(s => SameActor(f.Entity, s.Entity))) ? 1 : -10;
    }

    private bool SameActor(Entity first, Entity second)
    {
        if (ReferenceEquals(first, second) || first.Members.Contains(second) || second.Members.Contains(first))
            return true;
        if (actors.Country(first) is not { } country || country != actors.Country(second))
            return false;
        // Whoever acts for a state may be told as the state: "Russia", "the army", "Putin". Two with names of their own are two.
        bool named = IsNamed(first) && IsNamed(second);
        return (!named && actors.Code(first) == actors.Code(second))
            || (actors.IsOfState(first) && actors.IsOfState(second) && (!named || actors.Code(first) == country || actors.Code(second) == country));
    }

    private static bool SameStatus(Candidate first, Candidate second) =>
        first.Status == second.Status || (Real(first.Status) && Real(second.Status))
        || second.IsPurpose || (SameSentence(first, second) && second.Trigger.Head.IsWithin(first.Trigger.Head))
        || (!second.HasActors && second.PointsBack && !(second.Status == EventStatus.Planned && Real(first.Status)));

    private static bool Real(EventStatus status) => status is EventStatus.Happened or EventStatus.Ongoing;

    private static bool Disjoint(Candidate first, Candidate second) =>
        first.From is { } from1 && first.To is { } to1 && second.From is { } from2 && second.To is { } to2 && (from1 > to2 || from2 > to1);

    private static bool SamePlace(Places.PlaceMention first, Places.PlaceMention second) =>
        first.GeoNames == second.GeoNames || (first.Country is not null && first.Country == second.Country
        && (first.City is null || second.City is null || first.City == second.City));

    private static void Join(Candidate first, Candidate second)
    {
        first.Words.AddRange(second.Words);
        Add(first.Sources, second.Sources, first.Targets);
        Add(first.Targets, second.Targets, first.Sources);
        // The narrower day and the narrower place say more.
        if (first.From is null || (second.From is not null && Length(second) < Length(first)))
            (first.From, first.To) = (second.From ?? first.From, second.To ?? first.To);
        if (first.Place is null || (second.Place?.City is not null && first.Place.City is null))
            first.Place = second.Place ?? first.Place;
        first.Mode ??= second.Mode;
        first.Score = Math.Max(first.Score, second.Score);
    }

    private static int Length(Candidate candidate) => candidate.To!.Value.DayNumber - candidate.From!.Value.DayNumber;

    private static void Add(List<Filler> to, List<Filler> from, List<Filler> other)
    {
        if (to.Count > 0)
            return;
        to.AddRange(from.Where(f => !other.Any(o => ReferenceEquals(o.Entity, f.Entity))));
    }
}
