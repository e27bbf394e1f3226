using System.Collections.Immutable;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;

namespace Chancery.Training;

/// <summary>Trains the parser along its own moves, wrong ones too, so that it learns to make the best of them.</summary>
internal sealed class TreeTraining
{
    private const int MoveRows = 1 << 23, LabelRows = 1 << 20;

    private readonly ImmutableArray<string> _labelNames;
    private readonly Perceptron _moves;
    private readonly Perceptron _labels;
    private readonly TreeExample[] _examples;
    private readonly Shuffle _shuffle;
    private readonly ParserState _state = new();

    public TreeTraining(IEnumerable<TreeExample> examples, ImmutableArray<string> labelNames, int seed, int shrink = 0)
    {
        _labelNames = labelNames;
        _moves = new Perceptron(MoveRows >> shrink, 3);
        _labels = new Perceptron(LabelRows >> shrink, labelNames.Length);
        _examples = [.. examples];
        _shuffle = new Shuffle(seed);
    }

    public static ImmutableArray<string> LabelsOf(IEnumerable<ConlluSentence> sentences) =>
        [.. sentences.SelectMany(s => s.Deprels).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="explore">Of a hundred wrong moves, how many are followed all the same.</param>
    public void Epoch(int explore)
    {
        _shuffle.Order(_examples.AsSpan());
        foreach (TreeExample example in _examples)
            Learn(example, explore);
    }

    private void Learn(TreeExample example, int explore)
    {
        Span<uint> features = stackalloc uint[TreeFeatures.Most];
        Span<float> scores = stackalloc float[_labels.Stride];
        ParserState s = _state;
        s.Start(example.Words, example.Xpos, example.Upos);
        while (!s.IsDone)
        {
            Span<uint> of = features[..TreeFeatures.Move(s, features)];
            _moves.Score(of, scores);
            ParserMove guess = Parser.BestMove(s, scores);
            ParserMove right = BestOfRight(s, example.Heads, scores);
            if (guess != right)
                _moves.Change(of, (int)right, (int)guess);
            _moves.Step();
            ParserMove move = guess == right || _shuffle.Next(100) < explore ? guess : right;
            s.Do(move, move == ParserMove.Shift ? ParserState.NoLabel : Label(example, move, features, scores));
        }
    }

    private static ParserMove BestOfRight(ParserState s, int[] heads, ReadOnlySpan<float> scores)
    {
        int best = -1, lowest = int.MaxValue;
        for (int m = 0; m < 3; m++)
        {
            if (!s.May((ParserMove)m))
                continue;
            int cost = TreeOracle.Cost(s, heads, (ParserMove)m);
            if (cost < lowest || (cost == lowest && scores[m] > scores[best]))
                (best, lowest) = (m, cost);
        }
        return (ParserMove)best;
    }

    private byte Label(TreeExample example, ParserMove move, Span<uint> features, Span<float> scores)
    {
        (int head, int word) = _state.Arc(move);
        byte right = example.Labels[word], root = TagExample.Index(_labelNames, "root");
        if (head == 0)
            return root;
        Span<uint> of = features[..TreeFeatures.Arc(_state, head, word, features)];
        _labels.Score(of, scores);
        scores[root] = float.NegativeInfinity;
        byte guess = (byte)LinearScorer.Best(scores, _labelNames.Length);
        if (example.Heads[word] == head)
        {
            if (guess != right)
                _labels.Change(of, right, guess);
            _labels.Step();
        }
        return guess;
    }

    /// <summary>The model as it stands, rounded as it will be used.</summary>
    public byte[] Write(IReadOnlyList<string> trainedOn, int moveBuckets = 1 << 16) => ModelFile.Write(Parser.Kind, "1",
        [new("labels", _labelNames)], trainedOn, [_moves.Table("moves", moveBuckets), _labels.Table("labels", 1 << 14)]);

    /// <returns>Shares of right heads, and of right heads with the right label (whole, and without subtype).</returns>
    public static (double Uas, double Las, double Clear) Measure(Parser parser, IEnumerable<(TreeExample Example, ConlluSentence Sentence)> dev)
    {
        int words = 0, heads = 0, both = 0, clear = 0;
        var state = new ParserState();
        foreach ((TreeExample example, ConlluSentence sentence) in dev)
        {
            var (found, labels) = (new int[example.Count], new byte[example.Count]);
            parser.Parse(state, example.Words, example.Xpos, example.Upos, found, labels);
            for (int i = 0; i < example.Count; i++)
            {
                words++;
                if (found[i] + 1 != sentence.Heads[i])
                    continue;
                heads++;
                string label = parser.LabelNames[labels[i]], right = sentence.Deprels[i];
                both += label == right ? 1 : 0;
                clear += label.Split(':')[0] == right.Split(':')[0] ? 1 : 0;
            }
        }
        return ((double)heads / words, (double)both / words, (double)clear / words);
    }
}
