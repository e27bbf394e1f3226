using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Places;

namespace Chancery.Events;

/// <summary>The place of an event: in a phrase of place on its own words or in its clause; else open.</summary>
internal sealed class Locating(WordClasses classes)
{
    private static readonly string[] Where = ["in", "at", "near", "outside", "inside", "around", "off", "across", "along", "over", "on", "to", "through", "from", "into", "throughout", "within"];

    public void Place(Candidate candidate, ImmutableArray<PlaceMention> places)
    {
        Trigger trigger = candidate.Trigger;
        Sentence sentence = trigger.Head.Sentence;
        (int Rank, int Distance) best = (int.MaxValue, 0);
        foreach (PlaceMention place in places)
        {
            if (!sentence.Span.Contains(place.Span) || Dating.Head(sentence, place.Span) is not { } head)
                continue;
            Token phrase = Phrase(head) ?? head;
            if (ReferenceEquals(phrase, head) && !Where.Any(w => Clauses.Preposition(head, w)))
                continue;
            int near = Rank(trigger, phrase);
            if (near == int.MaxValue && Follows(trigger, head))
                near = 3;
            var rank = (near, Math.Abs(head.Index - trigger.Head.Index));
            // "to", "from" and "on" name places where the event need not be: they count when nothing else does.
            if (Clauses.Preposition(phrase, "to") || Clauses.Preposition(phrase, "from") || Clauses.Preposition(phrase, "on") || Clauses.Preposition(phrase, "into"))
                rank.Item1 += rank.Item1 == int.MaxValue ? 0 : candidate.Frame.Mode == "visit" ? 0 : 4;
            if (rank.Item1 < 7 && rank.CompareTo(best) < 0)
                (best, candidate.Place) = (rank, place);
        }
        candidate.Place ??= places.FirstOrDefault(p => sentence.Span.Contains(p.Span) && Dating.Head(sentence, p.Span) is { } head && (IsAntecedent(trigger, head) || IsStruck(candidate, head)));
    }

    // "Libya, where NATO bombed his forces"
    private static bool IsAntecedent(Trigger trigger, Token place) =>
        !trigger.IsNoun && trigger.Head.Deprel == "acl:relcl" && trigger.Head.Head is { } noun && (ReferenceEquals(noun, place) || place.IsWithin(noun) && place.Index < trigger.Head.Index)
        && trigger.Head.Children.Any(c => c.Is("advmod") && c.IsLemma("where"));

    // "pounded a quarter of Homs", "killed a man in Battal": what is attacked lies where it is attacked.
    private static bool IsStruck(Candidate candidate, Token place)
    {
        // "visited Islamabad"
        if (candidate.Frame.Mode == "visit" && !candidate.Trigger.IsNoun && Clauses.Patient(candidate.Trigger.Head) is { } visited && ReferenceEquals(visited, place))
            return true;
        if (candidate.Type != EventType.Assault)
            return false;
        if (candidate.Trigger.IsNoun)
            return place.Is("compound") && ReferenceEquals(place.Head, candidate.Trigger.Head);     // "the Kabul bombing"
        if (Clauses.Patient(candidate.Trigger.Head) is not { } struck)
            return false;
        return ReferenceEquals(place, struck) || ((place.Is("nmod") || place.Is("compound")) && ReferenceEquals(place.Head, struck)
            && (place.Is("compound") || Clauses.Preposition(place, "in") || Clauses.Preposition(place, "of") || Clauses.Preposition(place, "near")));
    }

    // "his talks with the president in Alaska": a few words on, with no verb or comma between.
    private static bool Follows(Trigger trigger, Token place)
    {
        Token? at = trigger.Words[^1].Next;
        for (int i = 0; i < 9 && at is not null; i++, at = at.Next)
        {
            if (ReferenceEquals(at, place))
                return Clauses.Preposition(place, "in") || Clauses.Preposition(place, "at") || Clauses.Preposition(place, "near");
            if (at.Upos is Upos.VERB or Upos.AUX or Upos.CCONJ || at.Text is "," or ";" or ":")
                return false;
        }
        return false;
    }

    private static int Rank(Trigger trigger, Token phrase)
    {
        foreach (Token word in trigger.Words)
        {
            if (phrase.Head is { } head && ReferenceEquals(head, word))
                return 0;
        }
        if (phrase.IsWithin(trigger.Head) && ReferenceEquals(Clauses.Clause(phrase), Clauses.Clause(trigger.Head)))
            return 1;
        if (ReferenceEquals(Clauses.Clause(phrase), Clauses.Clause(trigger.Head)) && phrase.Is("obl"))
            return trigger.IsNoun && !(trigger.Head.Is("obj") || trigger.Head.Is("nsubj") || trigger.Head.Is("obl")) ? int.MaxValue : 2;
        return !trigger.IsNoun && phrase.Is("obl") && phrase.Head is { } its && Shares(trigger.Head, its, phrase) ? 3 : int.MaxValue;
    }

    // A clause without a place of its own lies where the one beside it does: "met in Paris and signed a treaty", "in Nampula lorries were
    // ambushed and two drivers wounded", "speaking in Moscow, he blamed the army".
    private static bool Shares(Token verb, Token its, Token phrase)
    {
        if (verb.Children.Any(c => c.Is("aux") && (c.Xpos == "MD" || c.IsLemma("have"))))
            return false;
        if ((verb.Is("conj") || verb.Is("parataxis")) && ReferenceEquals(verb.Head, its))
        {
            bool isFirst = phrase.Index < its.Index && (its.Child("nsubj") is not { } subject || phrase.Index < subject.Index);
            return isFirst || (verb.Is("conj") && verb.Child("nsubj") is null && its.Child("obj") is null);
        }
        if (its.Xpos != "VBG" || its.Head is not { } above || its.Children.Any(c => c.Is("mark") || c.Is("case") || c.Is("aux")))
            return false;
        return (its.Deprel == "advcl" && ReferenceEquals(above, verb)) || (its.Deprel is "acl" or "advcl" && above.Is("nsubj") && ReferenceEquals(above.Head, verb));
    }

    /// <summary>The phrase of place that names it: itself, or what it belongs to ("at a base in Anchorage").</summary>
    private Token? Phrase(Token token)
    {
        Token? outer = null;
        for (Token at = token; at.Head is not null; at = at.Head)
        {
            if ((at.Is("obl") || at.Is("nmod")) && Where.Any(w => Clauses.Preposition(at, w)))
                outer = at;
            if (!(at.Is("nmod") || at.Is("appos") || at.Is("compound") || at.Is("flat") || at.Is("conj") || at.Is("obl")))
                break;
            if (at.Is("obl") || at.Head.Upos == Upos.VERB)
                break;
            // "in the capital of Peru" lies in Peru, "the president of Peru" does not.
            if (at.Is("nmod") && outer is null && !(Clauses.Preposition(at, "of") && classes.Is("area", at.Head.Lemma)))
                break;
            if (outer is not null && at.Head is { Upos: Upos.NOUN } noun && !(noun.Is("obl") || noun.Is("nmod")))
                break;
        }
        return outer;
    }
}
