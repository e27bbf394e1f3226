using System.Collections.Immutable;
using System.Globalization;
using Chancery.Language;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>Days counted from another deed: "arrested two men on Friday, four days after the rebels attacked".</summary>
/// <param name="named">By sentence.</param>
internal sealed class DaysAround(ImmutableArray<TimeExpression> times, ILookup<int, NamedDays> named, Narration narration)
{
    /// <returns>Null when the sentence does not say.</returns>
    public DateOnly? Of(Trigger trigger)
    {
        if (Connector(trigger) is not var (word, clause) || clause.Head is not { } above || Steps(word) is not { } steps || Day(Clauses.Clause(above)) is not { } day)
            return null;
        return word.IsLemma("after") ? day.AddDays(-steps) : day.AddDays(steps);
    }

    // "after" or "before", and the clause or noun that it leads in.
    private static (Token Word, Token Clause)? Connector(Trigger trigger)
    {
        Token at = trigger.Head;
        if (trigger.IsNoun && !at.Children.Any(IsConnector) && (at.Is("nsubj") || at.Is("obj")))
            at = Clauses.Clause(at);
        while (at.Is("conj") && at.Child("nsubj") is null && at.Head is { } first)
            at = first;
        return at.Children.FirstOrDefault(IsConnector) is { } word ? (word, at) : null;
    }

    private static bool IsConnector(Token word) => (word.Is("mark") || word.Is("case") || word.Is("advmod")) && word.Lemma.ToLowerInvariant() is "after" or "before";

    /// <summary>How many days: "four days after", "the morning after", "hours before"; null when it does not say.</summary>
    private int? Steps(Token word)
    {
        if (word.Previous is not { } measure)
            return null;
        if (measure.Lemma.ToLowerInvariant() is "day" or "morning" or "night" or "evening" && measure.Xpos == "NN" && measure.Previous is { Lemma: "the" or "a" or "one" or "The" or "A" or "One" })
            return 1;
        foreach (TimeExpression time in times)
        {
            if (time.Type != TimeType.Duration || !time.Span.Overlaps(measure.Span) || time.Span.Start < word.Sentence.Span.Start)
                continue;
            if (time.Value.StartsWith("PT", StringComparison.Ordinal))
                return 0;
            return time.Value is ['P', .. var days, 'D'] && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
        }
        return null;
    }

    private DateOnly? Day(Token clause)
    {
        NamedDays[] own = [.. named[clause.Sentence.Index].Where(n => Clauses.Clause(n.Head) is var its && (ReferenceEquals(its, clause) || Dating.IsChain(its, clause)))];
        if (own.Length == 0)
            return ReferenceEquals(clause, clause.Sentence.Root) ? narration.Of(clause.Sentence) : null;
        return own.All(n => n.IsOneDay && n.From == own[0].From) ? own[0].From : null;
    }
}
