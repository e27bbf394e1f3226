namespace Chancery.Events;

/// <summary>A condition on the noun in one place of a construction; empty: whatever stands there, or nothing.</summary>
internal sealed class WordTest
{
    private readonly IReadOnlyList<IReadOnlySet<string>> _words;

    /// <param name="words">Nouns (lemmas): those named and those of classes; no set is empty.</param>
    public WordTest(IReadOnlyList<IReadOnlySet<string>> words, bool any, bool none, bool actor, bool clause)
    {
        _words = words;
        (Any, None, Actor, Clause) = (any, none, actor, clause);
    }

    /// <summary>Something must stand there.</summary>
    public bool Any { get; }

    /// <summary>Nothing may stand there.</summary>
    public bool None { get; }

    /// <summary>Someone who acts.</summary>
    public bool Actor { get; }

    /// <summary>A clause.</summary>
    public bool Clause { get; }

    /// <summary>A clause that says what is to be done, not what is so.</summary>
    public bool Deed { get; init; }

    /// <summary>A clause that says what somebody must do.</summary>
    public bool Must { get; init; }

    /// <summary>A clause that says who did wrong.</summary>
    public bool Guilt { get; init; }

    /// <summary>A place on the map.</summary>
    public bool Place { get; init; }

    /// <summary>No clause or second object beside the object.</summary>
    public bool Alone { get; init; }

    /// <summary>Someone who bears arms.</summary>
    public bool Armed { get; init; }

    /// <summary>A bare number of people: "arrested 25".</summary>
    public bool Number { get; init; }

    public bool IsEmpty => _words.Count == 0 && !Any && !None && !Actor && !Clause && !Deed && !Must && !Guilt && !Place && !Armed && !Number;

    /// <summary>Whether it names words.</summary>
    public bool Names => _words.Count > 0;

    /// <summary>Named words say most of the sense, then that an actor stands there, then that anything does.</summary>
    public int Weight => IsEmpty ? 0 : _words.Count > 0 ? 4 : Actor || Place || Armed || Number ? 3 : 2;

    /// <remarks>Plurals that stand for themselves ("troops") are found as their singular.</remarks>
    public bool Holds(string lemma)
    {
        foreach (IReadOnlySet<string> words in _words)
        {
            if (words.Contains(lemma) || (lemma is [.. var one, 's'] && words.Contains(one)))
                return true;
        }
        return false;
    }
}
