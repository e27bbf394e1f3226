using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>The day of an event: from a time expression on its own words, in its own clause, or the only one of a plain sentence; else open.</summary>
internal static class Dating
{
    public static void Date(Candidate candidate, ImmutableArray<TimeExpression> times, DateOnly? published)
    {
        if (Find(candidate.Trigger, times, published) is not { } time)
            return;
        (candidate.From, candidate.To) = (time.From, time.To);
    }

    /// <summary>What took place cannot lie after the day it is reported on: such a day belongs to something else, and none is better than that.</summary>
    public static void DropImpossible(Candidate candidate, DateOnly? published)
    {
        bool tookPlace = candidate.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Failed;
        if (tookPlace && candidate.From is { } from && published is { } day && from > day)
            (candidate.From, candidate.To) = (null, null);
    }

    private static TimeExpression? Find(Trigger trigger, ImmutableArray<TimeExpression> times, DateOnly? published)
    {
        bool perfect = IsPresentPerfect(trigger.Head);
        Sentence sentence = trigger.Head.Sentence;
        TimeExpression? best = null;
        int bestRank = int.MaxValue;
        foreach (TimeExpression time in times)
        {
            if (time.From is null || time.To is null || time.Type == TimeType.Set || !sentence.Span.Contains(time.Span) || Head(sentence, time.Span) is not { } head)
                continue;
            // "has been arrested over the bombings last year": English has no "has been arrested last year", so the year is the bombings'.
            if (perfect && published is { } day && time.To < day)
                continue;
            int rank = Rank(trigger, head);
            if (rank < bestRank)
                (best, bestRank) = (time, rank);
        }
        return best;
    }

    // 0: on the trigger's own words; 1: in its clause; 2: in a clause that its clause completes, or in an infinitive or noun phrase
    // below it, where parsers often put "on Friday" at the end of the sentence; not found: it belongs to another clause.
    private static int Rank(Trigger trigger, Token time)
    {
        // "on 26 April, when crowds poured into the streets"
        if (!trigger.IsNoun && trigger.Head.Children.FirstOrDefault(c => c.Is("advmod") && c.IsLemma("when")) is { } when && IsRightBefore(time, when))
            return 0;
        foreach (Token word in trigger.Words)
        {
            if ((time.Head is { } head && ReferenceEquals(head, word)) || (ReferenceEquals(word.Head, time) && word.Upos == Upos.VERB))
                return 0;
        }
        Token clause = Clauses.Clause(trigger.Head), its = Clauses.Clause(time);
        if (ReferenceEquals(clause, its))
            return trigger.IsNoun && !SharesTime(trigger.Head) ? 3 : 1;
        if (IsChain(its, clause) || IsChain(clause, its))
            return 2;
        return !trigger.IsNoun && IsBeside(clause, its) ? 4 : int.MaxValue;
    }

    private static bool IsRightBefore(Token time, Token when) =>
        when.Previous is { } before && (before.Text == "," ? before.Previous : before) is { } last && (ReferenceEquals(last, time) || last.IsWithin(time));

    private static bool IsPresentPerfect(Token verb) =>
        verb.Upos == Upos.VERB && verb.Children.Any(c => c.Is("aux") && c.IsLemma("have") && c.Xpos is "VBZ" or "VBP");

    // The subject or object of a verb happens when the verb says ("talks were held on Tuesday"); what else is named need not ("criticised the invasion on Tuesday").
    private static bool SharesTime(Token noun) => noun.Is("obj") || noun.Is("nsubj") || noun.Is("obl") || noun.Is("root");

    // Clauses without a tense of their own lie in the time of the clause above.
    private static bool IsChain(Token lower, Token upper)
    {
        for (Token? at = lower; at is not null; at = at.Head)
        {
            if (ReferenceEquals(at, upper))
                return true;
            if (at.Is("conj") ? at.Child("nsubj") is not null : (at.Is("ccomp") || at.Is("advcl") || at.Is("acl") || at.Is("parataxis")) && IsFinite(at))
                return false;
        }
        return false;
    }

    private static bool IsFinite(Token verb) =>
        verb.Xpos is "VBD" or "VBZ" or "VBP" || verb.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.Xpos is "VBD" or "VBZ" or "VBP" or "MD");

    // "fired tear gas on Thursday as thousands marched": clauses side by side, or told as going on together, share a day.
    private static bool IsBeside(Token clause, Token its)
    {
        if (!ReferenceEquals(clause.Head, its) || clause.Xpos is not ("VBD" or "VBG" or "VBN") || clause.Children.Any(c => c.Is("aux") && c.Xpos == "MD"))
            return false;
        return clause.Is("conj") || (clause.Is("advcl") && clause.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "as" or "while" or "when"));
    }

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
