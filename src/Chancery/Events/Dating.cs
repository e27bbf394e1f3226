using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>Days that words of a sentence name.</summary>
/// <param name="Head">The word of the time that the others in it hang on.</param>
/// <param name="IsSince">"since May": from then to the day of the report.</param>
internal sealed record NamedDays(Token Head, DateOnly From, DateOnly To, bool IsSince)
{
    public bool IsOneDay => From == To;
    public int Length => To.DayNumber - From.DayNumber;
}

/// <summary>The day of an event: from a time expression on its own words, in its own clause, or the only one of a plain sentence; else open.</summary>
internal sealed class Dating
{
    private readonly DateOnly? _published;
    private readonly ILookup<int, NamedDays> _named;
    private readonly DaysAround _around;
    private readonly Narration _narration;

    public Dating(ImmutableArray<TimeExpression> times, ImmutableArray<Sentence> sentences, WordClasses classes, DateOnly? published)
    {
        _published = published;
        _named = Named(times, sentences).ToLookup(n => n.Head.Sentence.Index);
        _narration = new Narration(sentences, times, _named, classes, published);
        _around = new DaysAround(times, _named, _narration);
    }

    /// <summary>Gives the event the day that its own sentence tells.</summary>
    public void Date(Candidate candidate)
    {
        if (Find(candidate) is { } days)
            (candidate.From, candidate.To) = (days.From, days.To);
        else if (_around.Of(candidate.Trigger) is { } day)
            (candidate.From, candidate.To) = (day, day);
        DropImpossible(candidate, _published);
    }

    /// <summary>Gives an event whose own sentence names no day the one that the report goes on telling of.</summary>
    public void Carry(Candidate candidate)
    {
        if (candidate.From is null && _narration.Of(candidate) is { } day && !(_published < day))
            (candidate.From, candidate.To) = (day, day);
    }

    /// <summary>What took place cannot lie after the day it is reported on: such a day belongs to something else, and none is better than that.</summary>
    public static void DropImpossible(Candidate candidate, DateOnly? published)
    {
        bool tookPlace = candidate.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Failed;
        if (tookPlace && candidate.From is { } from && published is { } day && from > day)
            (candidate.From, candidate.To) = (null, null);
    }

    private IEnumerable<NamedDays> Named(ImmutableArray<TimeExpression> times, ImmutableArray<Sentence> sentences)
    {
        int at = 0;
        foreach (TimeExpression time in times)
        {
            while (at < sentences.Length && sentences[at].Span.End <= time.Span.Start)
                at++;
            if (at == sentences.Length)
                yield break;
            // The day in "OSLO, May 3 (Agency) —" is that of the report.
            if (time.From is not { } from || time.To is not { } to || time.Type == TimeType.Set
                || Head(sentences[at], time.Span) is not { } head || head.Index < sentences[at].Dateline)
            {
                continue;
            }
            bool since = Clauses.Preposition(head, "since") || First(sentences[at], time.Span).Previous is { Lemma: "since" or "Since" };
            yield return new NamedDays(head, from, since && _published > to ? _published.Value : to, since);
        }
    }

    private static Token First(Sentence sentence, TextSpan span) => sentence.Tokens.First(t => t.Span.Overlaps(span));

    private NamedDays? Find(Candidate candidate)
    {
        Trigger trigger = candidate.Trigger;
        Token verb = trigger.IsNoun ? Clauses.Clause(trigger.Head) : trigger.Head;
        bool perfect = IsPerfect(verb), present = IsPresentPerfect(verb);
        NamedDays? best = null;
        int bestRank = int.MaxValue;
        foreach (NamedDays days in _named[trigger.Head.Sentence.Index])
        {
            int rank = Rank(trigger, days);
            // What lasts "since May" is told in a perfect tense.
            if (rank == int.MaxValue || (days.IsSince && !perfect))
                continue;
            // "has been arrested over the bombings last year": English has no "has been arrested last year", so the year is the bombings'.
            if (present && _published is { } day && days.To < day && !(trigger.IsNoun && rank == 0))
                continue;
            // "agreed on Monday to close the port": what is still to come has not the day on which it was said to.
            bool isAhead = candidate.Status is EventStatus.Planned or EventStatus.Possible or EventStatus.Demanded;
            if (isAhead && rank >= 2 && days.To < _published && !days.Head.IsWithin(trigger.Head))
                continue;
            if (rank < bestRank || (rank == bestRank && days.Length < best!.Length))
                (best, bestRank) = (days, rank);
        }
        return best;
    }

    // 0: on the trigger's own words; 1: in its clause; 2: in a clause that its clause completes, or in an infinitive or noun phrase
    // below it, where parsers often put "on Friday" at the end of the sentence; not found: it belongs to another clause.
    private static int Rank(Trigger trigger, NamedDays days)
    {
        Token time = days.Head;
        // "on 26 April, when crowds poured into the streets"
        if (!trigger.IsNoun && trigger.Head.Children.FirstOrDefault(c => c.Is("advmod") && c.IsLemma("when")) is { } when && IsRightBefore(time, when))
            return 0;
        foreach (Token word in trigger.Words)
        {
            if ((time.Head is { } head && ReferenceEquals(head, word)) || (ReferenceEquals(word.Head, time) && word.Upos == Upos.VERB))
                return 0;
        }
        // "a 1951 treaty binds Washington to defend the islands": the year of a thing is not that of what is done.
        if (!days.IsOneDay && Thing(time) is { } thing && !thing.Is("obl"))
            return int.MaxValue;
        Token clause = Clauses.Clause(trigger.Head), its = Clauses.Clause(time);
        if (ReferenceEquals(clause, its))
            return !trigger.IsNoun || SharesTime(trigger.Head) ? 1 : int.MaxValue;
        if (IsChain(its, clause) || (IsChain(clause, its) && !IsDone(clause)))
            return 2;
        return !trigger.IsNoun && IsBeside(clause, its) ? 4 : int.MaxValue;
    }

    /// <summary>The noun that the time stands before as a part of its name ("the 1951 treaty"); null when it does not.</summary>
    private static Token? Thing(Token time)
    {
        Token? thing = null;
        for (Token at = time; at.Head is { Upos: Upos.NOUN or Upos.PROPN } noun && noun.Index > at.Index; at = noun)
            thing = noun;
        return thing;
    }

    private static bool IsRightBefore(Token time, Token when) =>
        when.Previous is { } before && (before.Text == "," ? before.Previous : before) is { } last && (ReferenceEquals(last, time) || last.IsWithin(time));

    private static bool IsPresentPerfect(Token verb) => verb.Children.Any(c => c.Is("aux") && c.IsLemma("have") && c.Xpos is "VBZ" or "VBP");

    // In "have burned villages and shot farmers" the second verb has the first one's tense.
    private static bool IsPerfect(Token verb)
    {
        Token first = First(verb);
        return verb.Children.Concat(first.Children).Any(c => c.Is("aux") && c.IsLemma("have"));
    }

    /// <summary>Of verbs joined by "and" below one subject the first.</summary>
    private static Token First(Token verb)
    {
        while (verb is { Head: { } head } && verb.Is("conj") && verb.Child("nsubj") is null)
            verb = head;
        return verb;
    }

    // The subject or object of a verb happens when the verb says ("talks were held on Tuesday"); what else is named need not ("criticised the invasion on Tuesday").
    private static bool SharesTime(Token noun)
    {
        // "a day of talks broke up on Sunday"
        while (noun.Is("nmod") && Clauses.Preposition(noun, "of") && noun.Head is { } whole)
            noun = whole;
        return noun.Is("obj") || noun.Is("nsubj") || noun.Is("obl") || noun.Is("root");
    }

    /// <summary>Whether the lower clause has no time of its own, but lies in that of the upper one.</summary>
    public static bool IsChain(Token lower, Token upper)
    {
        for (Token? at = lower; at is not null; at = at.Head)
        {
            if (ReferenceEquals(at, upper))
                return true;
            // "the order, signed on Monday, brought crowds": before the verb no parser mistakes whose day it is.
            if (IsDone(at) && at.Index < upper.Index && !ReferenceEquals(at, upper))
                return false;
            if (at.Is("conj") ? at.Child("nsubj") is not null : (at.Is("ccomp") || at.Is("advcl") || at.Is("acl") || at.Is("parataxis")) && (IsFinite(at) || IsEarlier(at)))
                return false;
        }
        return false;
    }

    private static bool IsFinite(Token verb) =>
        verb.Xpos is "VBD" or "VBZ" or "VBP" || verb.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.Xpos is "VBD" or "VBZ" or "VBP" or "MD");

    // "the men arrested in March were freed on Monday": a noun has its passive participle from before.
    private static bool IsDone(Token verb) => verb is { Deprel: "acl", Xpos: "VBN" };

    // "accused the army on Monday of bombing the town", "abstained on Monday, having supported the text in May": what one is blamed or
    // thanked for came before.
    private static bool IsEarlier(Token verb) =>
        verb.Children.Any(c => c.Is("aux") && c.Xpos == "VBG")
        || (verb.Xpos == "VBG" && verb.Children.Any(c => (c.Is("mark") || c.Is("case")) && Before.Contains(c.Lemma, StringComparer.OrdinalIgnoreCase)));

    private static readonly string[] Before = ["of", "for", "over", "about", "after", "before", "since", "despite", "against", "with", "from"];

    /// <summary>"fired tear gas on Thursday as thousands marched": clauses side by side, or told as going on together, share a day.</summary>
    public static bool IsBeside(Token clause, Token its)
    {
        Token first = First(clause);
        if (clause.Xpos is not ("VBD" or "VBG" or "VBN") || first.Children.Any(c => c.Is("aux") && (c.Xpos == "MD" || c.IsLemma("have"))))
            return false;
        if (first.Deprel == "acl:relcl")
            return IsThere(first) && first.Head is { } noun && IsChain(Clauses.Clause(noun), its);
        if (!ReferenceEquals(first.Head, its) && !ReferenceEquals(clause.Head, its))
            return false;
        return first.Is("conj") || (first.Is("advcl") && first.Children.Any(c => (c.Is("mark") || c.Is("advmod")) && c.Lemma.ToLowerInvariant() is "as" or "while" or "when"));
    }

    // "flew to Flint, where she met the mayor", "gave an address in which he announced sanctions"
    private static bool IsThere(Token verb) =>
        verb.Children.Any(c => c.Is("advmod") && c.Lemma.ToLowerInvariant() is "where" or "when")
        || verb.Children.Any(c => c.Is("obl") && Clauses.IsRelative(c) && (Clauses.Preposition(c, "in") || Clauses.Preposition(c, "at") || Clauses.Preposition(c, "during")));

    internal static Token? Head(Sentence sentence, TextSpan span)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (token.Span.Overlaps(span) && (token.Head is null || !token.Head.Span.Overlaps(span)))
                return token;
        }
        return null;
    }
}
