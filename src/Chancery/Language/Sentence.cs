using System.Collections.Immutable;
using Chancery.Text;

namespace Chancery.Language;

/// <summary>What the language models found for one token; the input of <see cref="Sentence"/>.</summary>
/// <param name="Head">Index of the head within the sentence, counted from 0; -1 for the root.</param>
public readonly record struct TokenAnalysis(TextSpan Span, string Lemma, Upos Upos, string Xpos, int Head, string Deprel);

/// <summary>A run of tokens with its tree.</summary>
/// <remarks>Every tree has exactly one root and no cycle. Immutable; safe to use from many threads.</remarks>
public sealed class Sentence
{
    /// <param name="index">Position among the report's sentences, from 0.</param>
    /// <param name="paragraph">Position of its paragraph, from 0; paragraphs are divided by blank or hard line breaks.</param>
    /// <exception cref="ArgumentException">No token, not exactly one root, a cycle, or a head outside the sentence.</exception>
    public Sentence(Report report, int index, int paragraph, IReadOnlyList<TokenAnalysis> analyses)
    {
        if (analyses.Count == 0)
            throw new ArgumentException("a sentence has at least one token", nameof(analyses));
        (Index, Paragraph) = (index, paragraph);
        var tokens = ImmutableArray.CreateBuilder<Token>(analyses.Count);
        for (int i = 0; i < analyses.Count; i++)
        {
            TokenAnalysis a = analyses[i];
            tokens.Add(new Token(this, i, a.Span, report[a.Span].ToString(), a.Lemma, a.Upos, a.Xpos));
        }
        Tokens = tokens.MoveToImmutable();
        Root = Link(analyses);
    }

    public int Index { get; }
    public int Paragraph { get; }
    public ImmutableArray<Token> Tokens { get; }
    public Token Root { get; }

    /// <summary>How many tokens at the start say where and by whom the report was filed: "GENEVA, March 4 (Agency) —". 0 in trees made by hand.</summary>
    internal int Dateline { get; init; }

    /// <summary>What the encoder says of each word as a part of a name: a score for each label, token by token. Empty in trees made by hand.</summary>
    internal float[] NameScores { get; init; } = [];

    /// <summary>From the first token's start to the last token's end.</summary>
    public TextSpan Span => Tokens[0].Span.Cover(Tokens[^1].Span);

    private Token Link(IReadOnlyList<TokenAnalysis> analyses)
    {
        Token? root = null;
        var children = new List<Token>?[Tokens.Length];
        foreach (Token token in Tokens)
        {
            TokenAnalysis a = analyses[token.Index];
            token.Deprel = a.Deprel;
            if (a.Head < 0)
            {
                if (root is not null)
                    throw new ArgumentException("a tree has one root", nameof(analyses));
                root = token;
                continue;
            }
            if (a.Head >= Tokens.Length)
                throw new ArgumentException("a head lies outside the sentence", nameof(analyses));
            token.Head = Tokens[a.Head];
            (children[a.Head] ??= []).Add(token);
        }
        foreach (Token token in Tokens)
        {
            if (children[token.Index] is { } below)
                token.Children = [.. below];
        }
        if (root is null || root.Subtree().Count() != Tokens.Length)
            throw new ArgumentException("every token must stand below the one root", nameof(analyses));
        return root;
    }

    public override string ToString() => string.Join(' ', Tokens.Select(t => t.Text));
}
