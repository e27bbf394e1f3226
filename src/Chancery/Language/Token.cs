using System.Collections.Immutable;
using Chancery.Language.Morphology;
using Chancery.Text;

namespace Chancery.Language;

/// <summary>The smallest unit: a word, number or punctuation mark with its tags and its place in the tree.</summary>
/// <remarks>Immutable once its <see cref="Sentence"/> stands.</remarks>
public sealed class Token
{
    // Above the bits of any features; set once they are told. Most tokens are never asked.
    private const ulong Told = 1UL << 63;
    private ulong _features;

    internal Token(Sentence sentence, int index, TextSpan span, string text, string lemma, Upos upos, string xpos)
    {
        (Sentence, Index, Span, Text, Lemma, Upos, Xpos) = (sentence, index, span, text, lemma, upos, xpos);
    }

    public Sentence Sentence { get; }

    /// <summary>Position in the sentence, counted from 0.</summary>
    public int Index { get; }
    public TextSpan Span { get; }

    /// <summary>The token's characters as they stand in the report.</summary>
    public string Text { get; }

    /// <summary>Dictionary form; proper nouns keep their capitals.</summary>
    public string Lemma { get; }
    public Upos Upos { get; }

    /// <summary>Penn Treebank tag: "VBD", "NNP".</summary>
    public string Xpos { get; }

    /// <summary>The word this one depends on; null for the root.</summary>
    public Token? Head { get; internal set; }

    /// <summary>Relation to <see cref="Head"/> in Universal Dependencies v2 with subtypes: "nsubj:pass"; "root" for the root.</summary>
    public string Deprel { get; internal set; } = "dep";

    /// <summary>Dependents in text order.</summary>
    public ImmutableArray<Token> Children { get; internal set; } = [];

    /// <summary>Number, person, tense and the like, told by rules from the form, the tags and the tree.</summary>
    public Features Features
    {
        get
        {
            ulong told = Volatile.Read(ref _features);
            if (told == 0)
                Volatile.Write(ref _features, told = FeatureRules.Of(this).Bits | Told); // two threads would write the same
            return new Features(told & ~Told);
        }
    }

    /// <summary>Relation without its subtype: "nsubj" for "nsubj:pass".</summary>
    public ReadOnlySpan<char> Relation
    {
        get
        {
            int colon = Deprel.IndexOf(':');
            return colon < 0 ? Deprel : Deprel.AsSpan(0, colon);
        }
    }

    /// <summary>Whether the relation is this one, subtypes included: Is("nsubj") holds for "nsubj:pass".</summary>
    public bool Is(string relation)
    {
        string own = Deprel;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>Whether the lemma is this one, without regard to case.</summary>
    public bool IsLemma(string lemma) => string.Equals(Lemma, lemma, StringComparison.OrdinalIgnoreCase);

    public Token? Next => Index + 1 < Sentence.Tokens.Length ? Sentence.Tokens[Index + 1] : null;
    public Token? Previous => Index > 0 ? Sentence.Tokens[Index - 1] : null;

    /// <summary>The first dependent with this relation (subtypes included), null when none has it.</summary>
    public Token? Child(string relation)
    {
        foreach (Token child in Children)
        {
            if (child.Is(relation))
                return child;
        }
        return null;
    }

    /// <summary>Heads from the nearest to the root.</summary>
    public IEnumerable<Token> Ancestors()
    {
        for (Token? up = Head; up is not null; up = up.Head)
            yield return up;
    }

    /// <summary>This word and all below it, in text order.</summary>
    public IEnumerable<Token> Subtree()
    {
        var below = new List<Token> { this };
        for (int i = 0; i < below.Count; i++)
            below.AddRange(below[i].Children);
        below.Sort((a, b) => a.Index.CompareTo(b.Index));
        return below;
    }

    /// <summary>Whether this word is, or stands below, <paramref name="other"/>.</summary>
    public bool IsWithin(Token other)
    {
        for (Token? at = this; at is not null; at = at.Head)
        {
            if (ReferenceEquals(at, other))
                return true;
        }
        return false;
    }

    public override string ToString() => $"{Text}/{Upos}";
}
