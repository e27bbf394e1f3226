using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>The day that sentences without one go on telling of.</summary>
/// <remarks>
/// News names a day once and tells on in the past tense: "On Tuesday the police arrested 11 men. They beat two of them." A sentence that
/// names another day, looks back ("earlier", "had left") or stands in another tense ends that.
/// </remarks>
internal sealed class Narration
{
    private readonly ILookup<int, NamedDays> _named;
    private readonly ILookup<int, TimeExpression> _spans;
    private readonly WordClasses _classes;
    private readonly DateOnly? _published;
    private readonly DateOnly?[] _days;

    /// <param name="named">By sentence.</param>
    public Narration(ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times, ILookup<int, NamedDays> named, WordClasses classes, DateOnly? published)
    {
        (_named, _classes, _published) = (named, classes, published);
        int at = 0;
        _spans = times.ToLookup(t =>
        {
            while (at < sentences.Length && sentences[at].Span.End <= t.Span.Start)
                at++;
            return at;
        });
        _days = new DateOnly?[sentences.Length];
        for (int i = 0; i < sentences.Length; i++)
            _days[i] = Day(sentences[i], i > 0 ? sentences[i - 1] : null);
    }

    /// <summary>The day that the main clause of the sentence tells of; null when it tells of none.</summary>
    public DateOnly? Of(Sentence sentence) => _days[sentence.Index];

    /// <summary>The day that the event takes from sentences before its own; null when it takes none.</summary>
    public DateOnly? Of(Candidate candidate)
    {
        Token head = candidate.Trigger.Head, clause = Clauses.Clause(head), root = head.Sentence.Root;
        if (candidate.Status is not (EventStatus.Happened or EventStatus.Ongoing or EventStatus.Failed) || candidate.Statement is not null || _days[head.Sentence.Index] is not { } day)
            return null;
        if (candidate.Trigger.IsNoun && !(head.Is("obj") || head.Is("nsubj") || head.Is("root")))
            return null;
        return ReferenceEquals(clause, root) || Dating.IsChain(clause, root) || (!candidate.Trigger.IsNoun && Dating.IsBeside(clause, root)) ? day : null;
    }

    private DateOnly? Day(Sentence sentence, Sentence? before)
    {
        Token root = sentence.Root;
        if (!IsPast(root))
            return null;
        NamedDays[] own = [.. _named[sentence.Index].Where(n => Clauses.Clause(n.Head) is var clause && (ReferenceEquals(clause, root) || Dating.IsChain(clause, root)))];
        if (own.Length > 0)
            return own.All(n => n.IsOneDay && n.From == own[0].From) ? own[0].From : null;
        if (before is null || _days[before.Index] is not { } day || LooksAway(sentence, root))
            return null;
        return IsSameStory(root, before, day) ? day : null;
    }

    private static bool IsPast(Token verb) =>
        !verb.Children.Any(c => c.Is("aux") && (c.IsLemma("have") || c.Xpos == "MD"))
        && (verb.Xpos == "VBD" || verb.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.Xpos == "VBD"));

    // "earlier", "for years", "every day", "since then": another time, though no day of it is known.
    private bool LooksAway(Sentence sentence, Token root)
    {
        if (root.Children.Any(c => (c.Is("advmod") || c.Is("obl")) && _classes.Is("elsewhen", c.Lemma)))
            return true;
        // "After the vote he condemned the violence"
        if (sentence.Tokens.Take(root.Index).Any(t => (t.Is("case") || t.Is("mark")) && t.Lemma.ToLowerInvariant() is "after" or "before" or "since" or "until" or "following"))
            return true;
        return _spans[sentence.Index].Any(t => (t.Type == TimeType.Set || (t.From is null && !t.Value.Contains('T', StringComparison.Ordinal)))
            && Dating.Head(sentence, t.Span) is { } head && ReferenceEquals(Clauses.Clause(head), root));
    }

    // A paragraph tells one story. Another one goes on with it when it speaks of the same actor, or when the day is that of the news, which all
    // paragraphs tell. What is said on a day need not have happened then: after "said on Friday" only what the same one goes on to do counts.
    private bool IsSameStory(Token root, Sentence before, DateOnly day)
    {
        bool told = root.Sentence.Paragraph == before.Paragraph || day.AddDays(1) >= _published;
        if (told && !_classes.Is("telling", before.Root.Lemma))
            return true;
        return Clauses.Surface(root) is { } subject && Clauses.Surface(before.Root) is { } earlier
            && (subject is { Upos: Upos.PRON, Lemma: "he" or "she" or "they" or "He" or "She" or "They" } || subject.Text == earlier.Text);
    }
}
