using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Times;

/// <summary>Where a clause puts the time in it, seen from the day of the report.</summary>
internal enum Direction
{
    Unknown,
    Past,
    Future,
}

/// <summary>Tells from the words around a time, and from the tense and modality of its clause, whether it lies behind or ahead.</summary>
internal sealed class ClauseTense
{
    private readonly HashSet<string> _verbs, _done, _meetings, _ahead, _behind;

    public ClauseTense(Table cues)
    {
        HashSet<string> Words(string role) =>
            cues.Rows.Where(r => r["role"] == role).SelectMany(r => r.List("words")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        (_verbs, _done, _meetings, _ahead, _behind) = (Words("verb"), Words("done"), Words("meeting"), Words("ahead"), Words("behind"));
    }

    /// <param name="start">First atom of the time.</param>
    /// <param name="end">The atom after its last.</param>
    public Direction Of(ImmutableArray<Atom> atoms, int start, int end)
    {
        Token first = atoms[start].Token, last = atoms[end - 1].Token;
        Token head = Head(first, last);
        Direction clause = Clause(head, first);
        if (AheadOfIt(first, head, clause))
            return Direction.Future;
        if (first.Previous is { } before && _behind.Contains(before.Lemma))
            return Direction.Past;
        return clause;
    }

    /// <summary>The word of the time that the others in it hang on.</summary>
    private static Token Head(Token first, Token last)
    {
        Token head = last;
        for (Token? token = first; token is not null && token.Index <= last.Index; token = token.Next)
        {
            if (token.Head is null || token.Head.Index < first.Index || token.Head.Index > last.Index)
                head = token;
        }
        return head;
    }

    private bool AheadOfIt(Token first, Token head, Direction clause)
    {
        Token? before = first.Previous;
        if (before is { Text: "the" or "of" })
            before = before.Previous;
        if (before is null)
            return false;
        if (_ahead.Contains(before.Lemma))
            return clause is not Direction.Past || before.IsLemma("pending") || before.IsLemma("ahead");
        // "ahead of Monday's summit", "prepare for Friday's vote"
        return head.Head is { } noun && noun.Index > head.Index && _meetings.Contains(noun.Lemma)
            && before.Lemma.ToLowerInvariant() is "for" or "before" or "ahead";
    }

    private Direction Clause(Token head, Token first)
    {
        foreach (Token up in head.Ancestors())
        {
            if (up.Upos is Upos.VERB or Upos.AUX || up.Children.Any(c => c.Is("cop")))
                return Verb(up);
            if (_verbs.Contains(up.Lemma) && up.Upos is Upos.ADJ)
                return Direction.Future;
        }
        return Nearest(first);
    }

    private Direction Verb(Token verb)
    {
        bool had = false, will = false, may = false, to = false, have = false;
        string finite = verb.Xpos;
        foreach (Token child in verb.Children)
        {
            if (child.Is("mark") && child.IsLemma("to"))
                to = true;
            if (!child.Is("aux") && !child.Is("cop"))
                continue;
            string form = child.Text.ToLowerInvariant();
            will |= form is "will" or "'ll" or "’ll" or "shall" or "wo" or "would" or "'d";
            may |= child.Xpos is "MD";
            have |= child.IsLemma("have");
            had |= form is "had";
            if (child.Xpos is "VBD" or "VBP" or "VBZ" && finite is not ("VBD" or "VBZ" or "VBP"))
                finite = child.Xpos;
        }
        if (have)
            return Direction.Past;
        if (will)
            return Direction.Future;
        if (_verbs.Contains(verb.Lemma) && verb.Xpos is "VBN" or "JJ" && Waits(verb))
            return had ? Direction.Past : Direction.Future;
        if (may)
            return Direction.Future;
        if (to)
            return Infinitive(verb);
        return finite switch
        {
            "VBD" => Direction.Past,
            "VBZ" or "VBP" => Direction.Future,
            "VBN" => Direction.Past,
            _ => verb.Head is not null && Above(verb) is { } above ? Verb(above) : Direction.Unknown,
        };
    }

    /// <summary>"scheduled", "due", "set", "expected": said of what is to come; "decided", "ordered" are deeds done.</summary>
    private static bool Waits(Token verb) =>
        verb.Lemma.ToLowerInvariant() is "schedule" or "due" or "set" or "expect" or "slate" or "plan" or "likely" or "bound" or "ready" or "poised" or "intend";

    private Direction Infinitive(Token verb)
    {
        if (Above(verb) is not { } above)
            return Direction.Future;
        if (_done.Contains(above.Lemma))
            return Verb(above);
        if (_verbs.Contains(above.Lemma))
            return above.Children.Any(c => c.Is("aux") && c.Text.Equals("had", StringComparison.OrdinalIgnoreCase)) ? Direction.Past : Direction.Future;
        return Verb(above) is Direction.Past && verb.Is("advcl") ? Direction.Past : Direction.Future;
    }

    private static Token? Above(Token verb) =>
        verb.Ancestors().FirstOrDefault(a => a.Upos is Upos.VERB or Upos.AUX or Upos.ADJ);

    /// <summary>Without a verb above it in the tree: the nearest finite verb to the left, else to the right.</summary>
    private Direction Nearest(Token first)
    {
        for (Token? left = first.Previous; left is not null; left = left.Previous)
        {
            if (Finite(left) is var found and not Direction.Unknown)
                return found;
        }
        for (Token? right = first.Next; right is not null; right = right.Next)
        {
            if (Finite(right) is var found and not Direction.Unknown)
                return found;
        }
        return Direction.Unknown;
    }

    private static Direction Finite(Token token) => token.Xpos switch
    {
        "VBD" or "VBN" => Direction.Past,
        "MD" => Direction.Future,
        "VBZ" or "VBP" when !token.IsLemma("have") => Direction.Future,
        _ => Direction.Unknown,
    };
}
