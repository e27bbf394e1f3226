using System.Collections.Immutable;
using Chancery.Language.Tags;
using Chancery.Learning;

namespace Chancery.Language.Trees;

/// <summary>Builds the tree of one sentence, left to right, taking the best move each time.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class Parser
{
    private readonly LinearScorer _moves;
    private readonly LinearScorer _labels;
    private readonly byte _root;

    public Parser(ModelFile model) : this(model.Weights("moves"), model.Weights("labels"), model.Labels("labels"))
    {
    }

    internal Parser(LinearScorer moves, LinearScorer labels, ImmutableArray<string> labelNames)
    {
        if (labels.Stride < labelNames.Length || labelNames.Length > 64 || !labelNames.Contains("root"))
            throw new InvalidDataException("CHY0203: not a model this version can use: its labels are not those of trees with a root");
        (_moves, _labels, LabelNames) = (moves, labels, labelNames);
        _root = (byte)labelNames.IndexOf("root");
    }

    public const string Kind = TreeFeatures.Kind;

    /// <summary>Relations by the number the model gives them; at most 64.</summary>
    public ImmutableArray<string> LabelNames { get; }

    /// <param name="words">One sentence, at least one word.</param>
    /// <param name="xpos">One for each word.</param>
    /// <param name="upos">One for each word.</param>
    /// <param name="heads">Written: for each word the index of its head, -1 for the root. One root, no cycle.</param>
    /// <param name="labels">Written: indexes into <see cref="LabelNames"/>.</param>
    public void Parse(ReadOnlySpan<WordCodes> words, ReadOnlySpan<byte> xpos, ReadOnlySpan<byte> upos, Span<int> heads, Span<byte> labels) =>
        Parse(new ParserState(), words, xpos, upos, heads, labels);

    internal void Parse(ParserState state, ReadOnlySpan<WordCodes> words, ReadOnlySpan<byte> xpos, ReadOnlySpan<byte> upos,
        Span<int> heads, Span<byte> labels)
    {
        Span<uint> features = stackalloc uint[TreeFeatures.Most];
        Span<float> scores = stackalloc float[Math.Max(_moves.Stride, _labels.Stride)];
        state.Start(words, xpos, upos);
        while (!state.IsDone)
        {
            _moves.Score(features[..TreeFeatures.Move(state, features)], scores);
            ParserMove move = BestMove(state, scores);
            state.Do(move, move == ParserMove.Shift ? ParserState.NoLabel : BestLabel(state, move, features, scores));
        }
        for (int i = 0; i < words.Length; i++)
        {
            heads[i] = state.Heads[i + 1] - 1;
            labels[i] = state.Labels[i + 1];
        }
    }

    internal static ParserMove BestMove(ParserState state, ReadOnlySpan<float> scores)
    {
        int best = -1;
        for (int m = 0; m < 3; m++)
        {
            if (state.May((ParserMove)m) && (best < 0 || scores[m] > scores[best]))
                best = m;
        }
        return (ParserMove)best;
    }

    private byte BestLabel(ParserState state, ParserMove move, Span<uint> features, Span<float> scores)
    {
        (int head, int word) = state.Arc(move);
        if (head == 0)
            return _root;
        _labels.Score(features[..TreeFeatures.Arc(state, head, word, features)], scores);
        scores[_root] = float.NegativeInfinity;
        return (byte)LinearScorer.Best(scores, LabelNames.Length);
    }
}
