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
    private readonly HashSet<string> _verbs, _waiting, _done, _moving, _meetings, _ahead, _behind;

    public ClauseTense(Table cues)
    {
        HashSet<string> Words(string role) =>
            cues.Rows.Where(r => r["role"] == role).SelectMany(r => r.List("words")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        (_verbs, _waiting, _done, _moving) = (Words("verb"), Words("waiting"), Words("done"), Words("moving"));
        (_meetings, _ahead, _behind) = (Words("meeting"), Words("ahead"), Words("behind"));
        _verbs.UnionWith(_waiting);
    }

    /// <param name="start">First atom of the time.</param>
    /// <param name="end">The atom after its last.</param>
    public Direction Of(ImmutableArray<Atom> atoms, int start, int end)
    {
        Token first = atoms[start].Token, last = atoms[end - 1].Token;
        Token head = Head(first, last);
        Token? before = first.Previous;
        if (before is { Text: "the" or "of" or "its" or "The" })
            before = before.Previous;
        // "said Friday that it would", "was killed on Friday": what follows a verb at once belongs to it, whatever the tree says.
        Token? verb = before is { Text: "on" } ? before.Previous : before;
        if (ReferenceEquals(before, first.Previous) && verb is { Xpos: "VBD" or "VBN" } && !_waiting.Contains(verb.Lemma))
            return Verb(verb) is Direction.Future ? Direction.Future : Direction.Past;
        if (Noun(head, first, last) is { } noun)
        {
            if (before is not null && _behind.Contains(before.Lemma))
                return Direction.Past;
            if (!_meetings.Contains(noun.Lemma))
            {
                // "Friday's attack" has been, and so have "the attacks Friday"; in "will hold exercises on Friday" the clause tells.
                return noun.Index > last.Index ? Direction.Past : Clause(noun, first, weakPresent: ReferenceEquals(first.Previous, noun));
            }
            if (before?.Lemma.ToLowerInvariant() is "for" or "before" or "ahead" || before is { Text: "of", Previous.Lemma: "ahead" })
                return Direction.Future;
        }
        else if (before is not null && _behind.Contains(before.Lemma))
        {
            return Direction.Past;
        }
        Direction clause = Clause(head, first, weakPresent: false);
        return before is not null && _ahead.Contains(before.Lemma) && clause is not Direction.Past ? Direction.Future : clause;
    }

    /// <summary>The noun that the time tells of: "attack" in "Friday's attack", "the Friday attack", "the attack on Friday".</summary>
    private static Token? Noun(Token head, Token first, Token last) =>
        head.Head is { } noun && ((noun.Index < first.Index && noun.Upos is Upos.NOUN) || (noun.Index > last.Index && noun.Upos is Upos.NOUN or Upos.PROPN))
            ? noun : null;

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

    /// <param name="weakPresent">Whether a present tense says nothing, since it is not the time's own clause.</param>
    private Direction Clause(Token head, Token first, bool weakPresent)
    {
        foreach (Token up in head.Ancestors())
        {
            if (up.Upos is Upos.VERB or Upos.AUX || up.Children.Any(c => c.Is("cop")))
            {
                if (_moving.Contains(up.Lemma) && first.Previous is { Text: "until" or "till" or "to" or "for" })
                    return Direction.Future;
                // "scheduled a meeting for Monday", "has set Friday as the deadline"; but "scheduled for", "expected" are participles
                if (_waiting.Contains(up.Lemma) && up.Index < first.Index && up.Xpos is "VBD" or "VBN"
                    && (up.Child("obj") is not null || ReferenceEquals(first.Previous, up)))
                    return Direction.Future;
                return weakPresent && up.Xpos is "VBZ" or "VBP" ? Direction.Past : Verb(up);
            }
            if (up.Upos is Upos.ADJ && _verbs.Contains(up.Lemma))
                return Direction.Future;
        }
        return Nearest(first);
    }

    private Direction Verb(Token verb)
    {
        bool had = false, will = false, may = false, to = false, have = false, not = false, could = false;
        string finite = verb.Xpos;
        foreach (Token child in verb.Children)
        {
            if (child.Is("mark") && child.IsLemma("to"))
                to = true;
            not |= child.Lemma is "not" or "never" || child.Children.Any(c => c.Lemma is "neither" or "no");
            if (!child.Is("aux") && !child.Is("cop"))
                continue;
            string form = child.Text.ToLowerInvariant();
            will |= form is "will" or "'ll" or "’ll" or "shall" or "wo" or "would" or "'d";
            may |= child.Xpos is "MD";
            could |= form is "could";
            have |= child.IsLemma("have");
            had |= form is "had";
            if (child.Xpos is "VBD" or "VBP" or "VBZ" && finite is not ("VBD" or "VBZ" or "VBP"))
                finite = child.Xpos;
        }
        if (have)
            return Direction.Past;
        if (will)
            return Direction.Future;
        if (verb.Xpos is "VBN" or "JJ" && _waiting.Contains(verb.Lemma))
            return had ? Direction.Past : Direction.Future;
        if (may)
            return could && not ? Direction.Past : Direction.Future; // "could not bring him to": it was tried
        if (to)
            return Infinitive(verb);
        return finite switch
        {
            "VBD" => Direction.Past,
            "VBZ" or "VBP" => Present(verb),
            "VB" when verb.Head is null => Present(verb), // "leaders meet Wednesday": no infinitive without "to" or "will"
            "VBN" => Direction.Past,
            _ => verb.Head is not null && Above(verb) is { } above ? Verb(above) : Direction.Unknown,
        };
    }

    /// <summary>"The summit opens Monday, he said". Below another past tense than that of "said" a present one is rarely the time's.</summary>
    private static Direction Present(Token verb) =>
        !verb.IsLemma("be") && verb.Sentence.Root is { Xpos: "VBD" } root && root != verb && !root.IsLemma("say") && !root.IsLemma("tell") && !root.IsLemma("announce")
            ? Direction.Past : Direction.Future;

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
