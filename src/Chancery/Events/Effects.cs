using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>"The attack killed twelve people and wounded thirty": what a deed did to people and things is told with the deed, as one event.</summary>
internal static class Effects
{
    /// <summary>Says of each killing and destruction which deed of the same sentence it is the effect of, and gives it that deed's doer.</summary>
    /// <param name="sentence">All candidates of the sentence, in text order.</param>
    public static void Attach(List<Candidate> sentence)
    {
        foreach (Candidate effect in sentence)
        {
            bool breach = effect.Frame.Name == "assault.truce-breach";
            if (effect.Trigger.IsNoun || !(IsHarm(effect) || breach) || Cause(effect, sentence) is not { } cause)
                continue;
            effect.Cause = cause;
            // "exploded in Quetta, killing nine": the one says where and when, the other whom it hit.
            effect.Place ??= cause.Place;
            if (effect.From is null && effect.To is null)
                (effect.From, effect.To) = (cause.From, cause.To);
            if (IsHarm(effect) && !cause.Trigger.IsNoun && cause.Targets.Count > 0 && effect.Targets.Count > 0 && cause.Targets.TrueForAll(t => IsScene(cause, t)))
            {
                cause.Targets.Clear();
                cause.Targets.AddRange(effect.Targets);
            }
            // "shelled the village, breaking the truce that the two sides had agreed": whom it hit, the shelling says.
            if (breach)
                effect.Targets.Clear();
            effect.Sources.Clear();
            // "were killed in clashes with the police": the other side did it.
            List<Filler> doers = cause.Frame.Mutual && (cause.Sources.Count == 0 || cause.Sources.Exists(s => effect.Targets.Exists(t => ReferenceEquals(t.Entity, s.Entity)))) ? cause.Targets : cause.Sources;
            effect.Sources.AddRange(doers.Where(s => !effect.Targets.Exists(t => ReferenceEquals(t.Entity, s.Entity))));
        }
    }

    // "exploded in Quetta"
    private static bool IsScene(Candidate deed, Filler target) => target.Entity.Type == NameType.Place
        && Dating.Head(deed.Trigger.Head.Sentence, target.Span)?.Child("case")?.Lemma.ToLowerInvariant() is "in" or "at" or "near" or "outside";

    /// <summary>Whether somebody is said to be killed, hurt or destroyed by nobody.</summary>
    public static bool IsByNobody(Candidate effect) =>
        IsHarm(effect) && effect.Sources.Count == 0 && !effect.Trigger.IsNoun && effect.Trigger.Head is var verb
        && (effect.Frame.Name == "assault.die" || (Clauses.IsPassive(verb) && verb.Child("nsubj") is not null)) && Clauses.ByPhrase(verb) is null;

    public static bool IsHarm(Candidate candidate) => candidate.Frame.Name is "assault.kill" or "assault.destroy" or "assault.die";

    private static Candidate? Cause(Candidate effect, List<Candidate> sentence)
    {
        Token verb = effect.Trigger.Head;
        Token? doer = Clauses.Agent(verb);
        // "the shelling", "bombs planted by the rebels", "four months of shelling"
        Candidate? Deed(Token? noun) => noun is null ? null
            : sentence.Find(c => c.Type == EventType.Assault && !ReferenceEquals(c, effect) && (c.Trigger.IsNoun ? ReferenceEquals(c.Trigger.Head, noun) : ReferenceEquals(c.Trigger.Object, noun) && !IsHarm(c)))
                ?? noun.Children.Where(c => c.Is("nmod") && Clauses.Preposition(c, "of")).Select(Deed).FirstOrDefault(d => d is not null);
        if (Deed(doer) is { } named)
            return named;
        // "were killed in an attack", "by a bombing"
        if ((Clauses.IsPassive(verb) || effect.Frame.Name == "assault.die") && verb.Children.Where(c => c.Index > verb.Index && (Clauses.Preposition(c, "in") || Clauses.Preposition(c, "by") || Clauses.Preposition(c, "during"))).Select(Deed).FirstOrDefault(d => d is not null) is { } around)
            return around;
        // "the bombings at embassies in Kenya and Tanzania, which killed 250": places kill nobody.
        if (verb.Deprel == "acl:relcl" && verb.Child("nsubj") is { } relative && Clauses.IsRelative(relative) && relative.Xpos == "WDT")
        {
            for (Token? at = verb.Head; at is { Upos: Upos.NOUN or Upos.PROPN }; at = at.Head)
            {
                if (Deed(at) is { } above)
                    return above;
            }
        }
        // "an assault in which six people were killed"
        if (verb.Deprel == "acl:relcl" && (Clauses.IsPassive(verb) || effect.Frame.Name == "assault.die") && verb.Children.Any(c => Clauses.IsRelative(c) && Clauses.Preposition(c, "in")))
        {
            for (Token? at = verb.Head; at is { Upos: Upos.NOUN or Upos.PROPN }; at = at.Head)
            {
                if (Deed(at) is { } scene)
                    return scene;
            }
        }
        // "were killed when a bomber blew himself up", "opened fire, and three were killed"
        if (Clauses.IsPassive(verb) && Clauses.ByPhrase(verb) is null && Around(effect, sentence) is { } occasion)
            return occasion;
        // "shelled the market, killing six", "killed six and wounded nine", "a blast damaged the embassy, killing forty"
        if (verb.Head is { } first && (verb.Is("conj") || (verb.Is("advcl") && verb.Xpos == "VBG" && !verb.Children.Any(c => c.Is("mark"))))
            && verb.Child("nsubj") is null
            && sentence.Find(c => c.Type == EventType.Assault && !c.Trigger.IsNoun && (ReferenceEquals(c.Trigger.Head, first) || c.Trigger.Object is { } o && ReferenceEquals(o, first))) is { } same
            && (verb.Is("advcl") || IsHarm(same)))
        {
            return same.Cause ?? same;
        }
        return null;
    }

    // The attack that is told beside a killing by nobody: in the clause that says when, or in the one before it.
    private static Candidate? Around(Candidate effect, List<Candidate> sentence)
    {
        Token verb = effect.Trigger.Head;
        return sentence.Find(c => c.Type == EventType.Assault && !IsHarm(c) && !c.Frame.Mutual && !c.Trigger.IsNoun && c.Sources.Count > 0 && c.Status == effect.Status
            && (ReferenceEquals(c.Trigger.Head.Head, verb) && (Clauses.IsMarked(c.Trigger.Head, "when", "as") || c.Trigger.Head.Children.Any(w => w.Is("advmod") && w.IsLemma("when")))
                || verb.Is("conj") && ReferenceEquals(verb.Head, c.Trigger.Head) && verb.Child("nsubj") is not null));
    }
}
