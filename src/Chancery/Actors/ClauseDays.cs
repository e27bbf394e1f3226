using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Times;

namespace Chancery.Actors;

/// <summary>Which days a word's clause speaks of, where the report says so: "In 2015 the then chancellor".</summary>
internal sealed class ClauseDays
{
    /// <summary>How many sentences on "then" can still mean a day named before.</summary>
    private const int FarthestBack = 2;

    /// <summary>A longer time says too little of who held an office in it.</summary>
    private const int LongestTime = 366;

    private static readonly HashSet<string> Clauses = ["root", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj"];

    private readonly List<(Token Head, DateOnly From, DateOnly To)> _times = [];

    public ClauseDays(ImmutableArray<Sentence> sentences, ImmutableArray<TimeExpression> times)
    {
        int at = 0;
        foreach (Sentence sentence in sentences)
        {
            for (; at < times.Length && times[at].Span.Start < sentence.Span.End; at++)
            {
                TimeExpression time = times[at];
                if (time is { Type: TimeType.Date or TimeType.Time, From: { } from, To: { } to } && to.DayNumber - from.DayNumber < LongestTime
                    && sentence.Tokens.FirstOrDefault(t => t.Span.Overlaps(time.Span) && (t.Head is null || !t.Head.Span.Overlaps(time.Span))) is { } head)
                {
                    _times.Add((head, from, to));
                }
            }
        }
    }

    /// <summary>The days named in the word's own clause; null when there are none, or several.</summary>
    public (DateOnly From, DateOnly To)? Of(Token word)
    {
        Token clause = ClauseOf(word);
        return _times.FindAll(t => t.Head.Sentence == word.Sentence && ClauseOf(t.Head) == clause).DistinctBy(t => (t.From, t.To)).ToArray() is [var only] ? (only.From, only.To) : null;
    }

    /// <summary>The days of the word's own clause, else those of the only time in its sentence, else those named last before it.</summary>
    public (DateOnly From, DateOnly To)? Around(Token word)
    {
        if (Of(word) is { } own)
            return own;
        var (sentence, start) = (word.Sentence.Index, word.Span.Start);
        (Token, DateOnly From, DateOnly To)[] here = [.. _times.Where(t => t.Head.Sentence == word.Sentence)];
        (Token, DateOnly From, DateOnly To)[] before = [.. _times.Where(t => t.Head.Span.Start < start && t.Head.Sentence.Index >= sentence - FarthestBack)];
        return here is [var only] ? (only.From, only.To) : before is [.., var last] ? (last.From, last.To) : null;
    }

    private static Token ClauseOf(Token word)
    {
        while (word.Head is { } head && !Clauses.Contains(word.Deprel) && !(word.Deprel == "conj" && word.Upos is Upos.VERB or Upos.AUX))
            word = head;
        return word;
    }
}
