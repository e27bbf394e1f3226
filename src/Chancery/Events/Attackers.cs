using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;

namespace Chancery.Events;

/// <summary>
/// "Idris Sall shot nine people in Lyon. … After the Lyon attack": whoever the report says struck a town did so wherever it speaks of that again.
/// Where it knows of two, neither is taken.
/// </summary>
/// <param name="sentences">All of the report.</param>
internal sealed class Attackers(ActorFinder actors, WordClasses classes, ImmutableArray<Sentence> sentences, ImmutableArray<PlaceMention> places)
{
    /// <summary>Gives the attacks and killings that leave it open the doer that another sentence names.</summary>
    /// <param name="all">What may be events, of the whole report.</param>
    public void Fill(List<Candidate> all)
    {
        List<Candidate> deeds = all.FindAll(c => c.Type == EventType.Assault && c.Status is EventStatus.Happened or EventStatus.Ongoing && !c.Frame.Mutual && c.Frame.Name != "assault.war");
        List<Candidate> open = deeds.FindAll(IsOpen);
        if (open.Count == 0)
            return;
        List<Candidate> told = deeds.FindAll(IsTold);
        List<string> towns = [.. deeds.Select(Town).OfType<string>()];
        // A report that knows of one town struck, and of one who killed a number of people somewhere, tells of one attack.
        bool one = towns.Distinct().Count() == 1;
        // "claimed responsibility for the attacks": for those that most is told of.
        string? main = towns.GroupBy(t => t).Where(g => 2 * g.Count() > towns.Count).Select(g => g.Key).FirstOrDefault();
        List<(string Town, List<Filler> Doers)> named = [.. Named(main)];
        var answers = new List<(Candidate Open, List<Filler> Doers)>();
        foreach (Candidate deed in open)
        {
            string? town = Town(deed);
            bool IsOfIt(Candidate t) => Town(t) is { } struck ? struck == town
                : (one && t.Targets.Exists(f => IsNumber(f.Entity))) || (town == main && t.Trigger.IsNoun && t.PointsBack && t.Targets.Count == 0);
            IEnumerable<List<Filler>> doers = told.Where(t => !AreApart(t, deed) && (SameDead(t, deed) || (town is not null && IsOfIt(t)))).Select(t => t.Sources);
            if (town is not null)
                doers = doers.Concat(named.Where(n => n.Town == town).Select(n => n.Doers));
            if (One([.. doers]) is { } doer && !doer.Exists(d => deed.Targets.Exists(t => actors.AreOne(t.Entity, d.Entity))))
                answers.Add((deed, doer));
        }
        foreach ((Candidate deed, List<Filler> doers) in answers)
        {
            deed.Sources.AddRange(doers);
            deed.IsAnswer = true;
        }
    }

    // "the Lyon attack", "nine people were killed"; "the second attack" and "another attack" are told to set them apart.
    private bool IsOpen(Candidate deed) =>
        deed.Sources.Count == 0 && deed.HasActors && (deed.Trigger.IsNoun ? !deed.Trigger.Head.Children.Any(c => c.Index < deed.Trigger.Head.Index && (c.Is("amod") || c.Is("det")) && classes.Is("another", c.Lemma.ToLowerInvariant())) : Effects.IsByNobody(deed));

    // Police who shoot an attacker, and statesmen and parties in whose words an attack stands, have not struck the town.
    private bool IsTold(Candidate deed) =>
        deed.Sources.Count > 0 && !deed.IsAnswer && deed.LinkChance >= 1 && deed.Sources.TrueForAll(s => s.Entity.Type != NameType.Place && !IsOfPolice(s.Entity) && (!actors.IsPublic(s.Entity) || actors.IsArmed(s.Entity) || (s.Entity.Type != NameType.Person && actors.IsOfState(s.Entity))));

    private bool IsOfPolice(Entity entity) => actors.Code(entity) is { } code && code.Contains("COP", StringComparison.Ordinal);

    private static bool AreApart(Candidate first, Candidate second) =>
        first.From is { } from && first.To is { } to && second.From is { } from2 && second.To is { } to2 && (from > to2 || from2 > to);

    // One by name, or a number of them: "the nine people", who are killed once.
    private static bool SameDead(Candidate first, Candidate second) =>
        first.Targets.Exists(f => second.Targets.Exists(s => ReferenceEquals(f.Entity, s.Entity)) && f.Entity.Mentions.Any(m => f.Entity.Type == NameType.Person && m.Kind == MentionKind.Name || IsNumber(f.Entity)));

    private static bool IsNumber(Entity entity) => entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && m.Head.Child("nummod") is not null);

    private string? Town(Candidate deed)
    {
        List<Filler> struck = deed.Targets.FindAll(t => t.Entity.Type == NameType.Place);
        // "the attacks in Lyon and Lille" are two.
        return struck.Count > 1 ? null : struck.Select(t => Town(t.Entity)).FirstOrDefault() ?? Key(deed.Place);
    }

    private string? Town(Entity place) => Key(places.FirstOrDefault(p => place.Mentions.Any(m => m.Span.Overlaps(p.Span))));

    private static string? Key(PlaceMention? place) => place is { City: { } city } ? place.Country + "/" + city : null;

    // "the Lyon gunman, Idris Sall", "Lyon bomber Idris Sall", "the gunman, Idris Sall"
    private IEnumerable<(string Town, List<Filler> Doers)> Named(string? main)
    {
        foreach (Token doer in sentences.SelectMany(s => s.Tokens).Where(t => t.Upos == Upos.NOUN && classes.Is("attacker", t.Lemma)))
        {
            foreach (Token where in doer.Children.Where(c => c.Upos == Upos.PROPN && c.Index < doer.Index && (c.Is("compound") || c.Is("amod"))))
            {
                if (Key(places.FirstOrDefault(p => p.Name == where.Text || p.Name.EndsWith(' ' + where.Text, StringComparison.Ordinal))) is { } town && actors.Resolve(doer, strict: true) is { Count: > 0 } found)
                    yield return (town, found);
            }
            if (main is not null && !doer.Children.Any(c => c.Upos == Upos.PROPN && c.Is("compound")) && doer.Children.Any(c => c.Is("det") && c.IsLemma("the")) && doer.Children.Any(c => c.Is("appos")) && actors.Resolve(doer, strict: true) is [var gunman] && gunman.Entity.Type == NameType.Person && IsNamed(gunman.Entity))
                yield return (main, [gunman]);
        }
    }

    // People known by name before bodies that claim the deed, and those before "a gunman", who may be one of them.
    private List<Filler>? One(List<List<Filler>> doers)
    {
        foreach (Func<Entity, bool> kind in new Func<Entity, bool>[] { e => IsNamed(e) && e.Type == NameType.Person, IsNamed, _ => true })
        {
            List<List<Filler>> those = doers.FindAll(d => d.Exists(f => kind(f.Entity)));
            if (those.Count > 0)
                return those.TrueForAll(d => d.Exists(f => those[0].Exists(o => actors.AreOne(o.Entity, f.Entity)))) ? those.MaxBy(d => d.Count) : null;
        }
        return null;
    }

    private static bool IsNamed(Entity entity) => entity.Mentions.Any(m => m.Kind == MentionKind.Name);
}
