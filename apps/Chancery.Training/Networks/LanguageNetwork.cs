using System.Runtime.InteropServices;
using Chancery.Language.Encoding;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>How large the encoder is.</summary>
/// <param name="Embedding">Numbers in a row of the word table.</param>
/// <param name="Units">Recurrent units in each direction; the encoder's vectors are twice as long.</param>
internal sealed record NetworkSize(int Embedding, int Units, int Layers, int Arc, int Label);

/// <summary>What is trained: the shared encoder, and on it the heads for tags, trees and names, those of CoreNLP's annotation too.</summary>
internal sealed class LanguageNetwork
{
    private const float InputDropout = 0.2f, LayerDropout = 0.33f, HeadDropout = 0.33f;

    // How much each part counts, beside 1 for the arcs and their labels.
    private const float Tags = 0.5f, SilverTags = 0.3f, GoldNames = 0.6f, SilverNames = 0.3f;

    /// <summary>Begins the names of what is learned from CoreNLP's trees only.</summary>
    public const string SilverPrefix = "silver.";

    private readonly List<Parameter> _all = [];

    public LanguageNetwork(NetworkSize size, int rows, LanguageCorpus corpus, Shuffle random)
    {
        Size = size;
        int width = 2 * size.Units;
        Words = Add(new Parameter("words", rows, size.Embedding, sparse: true).Even(random, 0.15f));
        WordGain = Add(new Parameter("words.gain", 1, size.Embedding).All(1));
        WordShift = Add(new Parameter("words.shift", 1, size.Embedding));
        Window = Add(new Parameter("window", size.Embedding, 3 * width).Glorot(random));
        WindowBias = Add(new Parameter("window.bias", 1, width));
        Marks = Add(new Parameter("marks", NameLists.Marks + WordCase.Marks, width).Even(random, 0.1f));
        for (int layer = 0; layer < size.Layers; layer++)
        {
            Layers.Add((
                Add(new Parameter($"layer{layer}.gain", 1, width).All(1)), Add(new Parameter($"layer{layer}.shift", 1, width)),
                Add(new Parameter($"layer{layer}.gates", width, 6 * size.Units).Glorot(random)), Add(new Parameter($"layer{layer}.bias", 1, 6 * size.Units)),
                Add(new Parameter($"layer{layer}.state", 4, size.Units).Even(random, 0.3f))));
        }
        Gain = Add(new Parameter("gain", 1, width).All(1));
        Shift = Add(new Parameter("shift", 1, width));
        Xpos = new Classes(this, "xpos", width, corpus.XposNames.Length, random);
        Upos = new Classes(this, "upos", width, Tagger.UposNames.Length, random);
        Names = new Classes(this, "names", width, NameLabels.Count, random);
        Gold = new Tree(this, "", size, corpus.Labels.Length, random);
        Silver = new Tree(this, SilverPrefix, size, corpus.SilverLabels.Length, random);
    }

    public NetworkSize Size { get; }
    public IReadOnlyList<Parameter> All => _all;
    public Parameter Words { get; }
    public Parameter WordGain { get; }
    public Parameter WordShift { get; }
    public Parameter Window { get; }
    public Parameter WindowBias { get; }
    public Parameter Marks { get; }
    public List<(Parameter Gain, Parameter Shift, Parameter Gates, Parameter Bias, Parameter State)> Layers { get; } = [];
    public Parameter Gain { get; }
    public Parameter Shift { get; }
    public Classes Xpos { get; }
    public Classes Upos { get; }
    public Classes Names { get; }
    public Tree Gold { get; }
    public Tree Silver { get; }

    private Parameter Add(Parameter parameter)
    {
        _all.Add(parameter);
        return parameter;
    }

    /// <summary>The weights of all parameters.</summary>
    public void Save(Stream stream)
    {
        foreach (Parameter parameter in _all)
            stream.Write(MemoryMarshal.AsBytes(parameter.Weights.AsSpan()));
    }

    public void Load(Stream stream)
    {
        foreach (Parameter parameter in _all)
            stream.ReadExactly(MemoryMarshal.AsBytes(parameter.Weights.AsSpan()));
    }

    /// <summary>Vectors of words, one row a word.</summary>
    public Node Encode(Tape tape, WordBatch batch)
    {
        Node words = tape.SumRows(Words, batch.Distinct);
        words = tape.Dropout(tape.Normalize(words, WordGain, WordShift), InputDropout);
        Node parts = tape.Linear(words, Window, null);
        Node x = tape.Swish(tape.Window(parts, batch.Words, batch.Sentences, WindowBias, Marks, batch.Marks));
        foreach (var layer in Layers)
        {
            Node input = tape.Dropout(tape.Normalize(x, layer.Gain, layer.Shift), LayerDropout);
            x = tape.Recur(x, tape.Linear(input, layer.Gates, layer.Bias), layer.State, batch.Sentences);
        }
        return tape.Dropout(tape.Normalize(x, Gain, Shift), LayerDropout);
    }

    /// <summary>How far the network is from what is right about a batch.</summary>
    /// <param name="weight">Of each word.</param>
    public double Loss(Tape tape, WordBatch batch, bool isSilver, float weight)
    {
        Node x = Encode(tape, batch);
        Tree tree = isSilver ? Silver : Gold;
        double loss = tree.ArcLoss(tape, x, batch.Sentences, batch.Heads, weight, batch.Chances);
        Node labels = tree.LabelScores(tape, x, batch.Sentences, batch.Heads), xpos = Xpos.Scores(tape, x), upos = Upos.Scores(tape, x), names = Names.Scores(tape, x);
        if (batch.Chances is { } chances)
        {
            return loss + tape.Loss(labels, chances.Select(c => c.Labels), weight) + tape.Loss(xpos, chances.Select(c => c.Xpos), weight * Tags)
                + tape.Loss(upos, chances.Select(c => c.Upos), weight * Tags) + tape.Loss(names, chances.Select(c => c.Names), weight * GoldNames);
        }
        loss += tape.Loss(labels, batch.Labels, tree.Labels.Count, weight) + tape.Loss(xpos, batch.Xpos, Xpos.Count, weight * (isSilver ? SilverTags : Tags));
        loss += isSilver ? 0 : tape.Loss(upos, batch.Upos, Upos.Count, weight * Tags);
        return loss + tape.Loss(names, batch.Names, Names.Count, weight * (isSilver ? SilverNames : GoldNames));
    }

    /// <summary>A layer that gives each class a score.</summary>
    internal sealed class Classes(LanguageNetwork network, string name, int width, int count, Shuffle random)
    {
        public int Count => count;
        public Parameter Weights { get; } = network.Add(new Parameter(name, width, count).Glorot(random));
        public Parameter Bias { get; } = network.Add(new Parameter(name + ".bias", 1, count));

        public Node Scores(Tape tape, Node x) => tape.Linear(x, Weights, Bias);
    }

    /// <summary>Scores arcs between words, bilinear after Dozat and Manning (2017), and labels of arcs by a layer over both ends.</summary>
    internal sealed class Tree
    {
        private readonly NetworkSize _size;

        public Tree(LanguageNetwork network, string name, NetworkSize size, int labels, Shuffle random)
        {
            _size = size;
            int width = 2 * size.Units;
            Parameter Make(string of, int rows, int columns) => network.Add(new Parameter(name + of, rows, columns).Glorot(random));
            (Dependent, DependentBias) = (Make("dependent", width, size.Arc), network.Add(new Parameter(name + "dependent.bias", 1, size.Arc)));
            (Head, HeadBias) = (Make("head", width, size.Arc), network.Add(new Parameter(name + "head.bias", 1, size.Arc)));
            (Between, BetweenBias) = (Make("between", size.Arc, size.Arc), network.Add(new Parameter(name + "between.bias", 1, size.Arc)));
            Root = Make("root", 1, size.Arc);
            (Distance, DistanceBias) = (Make("distance", size.Arc, TreeDistance.Count), network.Add(new Parameter(name + "distance.bias", 1, TreeDistance.Count)));
            (LabelDependent, LabelBias) = (Make("label.dependent", width, size.Label), network.Add(new Parameter(name + "label.bias", 1, size.Label)));
            LabelHead = Make("label.head", width, size.Label);
            LabelRoot = Make("label.root", 1, size.Label);
            LabelDistance = Make("label.distance", TreeDistance.Count, size.Label);
            Labels = new Classes(network, name + "labels", size.Label, labels, random);
        }

        public Parameter Dependent { get; }
        public Parameter DependentBias { get; }
        public Parameter Head { get; }
        public Parameter HeadBias { get; }
        public Parameter Between { get; }
        public Parameter BetweenBias { get; }
        public Parameter Root { get; }
        public Parameter Distance { get; }
        public Parameter DistanceBias { get; }
        public Parameter LabelDependent { get; }
        public Parameter LabelBias { get; }
        public Parameter LabelHead { get; }
        public Parameter LabelRoot { get; }
        public Parameter LabelDistance { get; }
        public Classes Labels { get; }

        /// <param name="heads">Counted from 1 within the sentence, 0 for the root; -1 where there is none.</param>
        public double ArcLoss(Tape tape, Node x, (int, int)[] sentences, int[] heads, float weight, Chances[]? chances = null, ScoresOfSentence? scored = null)
        {
            Node dependents = tape.Dropout(tape.Swish(tape.Linear(x, Dependent, DependentBias)), HeadDropout);
            Node asHeads = tape.Dropout(tape.Swish(tape.Linear(x, Head, HeadBias)), HeadDropout);
            Node between = tape.Linear(dependents, Between, BetweenBias);
            Node distances = tape.Linear(dependents, Distance, DistanceBias);
            return tape.ArcLoss(between, asHeads, Root, distances, sentences, heads, weight, chances, scored);
        }

        /// <summary>The best tree, its heads counted as in <see cref="ArcLoss"/>.</summary>
        public static void Decode(ReadOnlySpan<float> scores, Span<int> heads)
        {
            TreeDecoder.Decode(scores, heads);
            foreach (ref int head in heads)
                head++;
        }

        /// <returns>The heads of the best trees, counted as in <see cref="ArcLoss"/>.</returns>
        public int[] Heads(Tape tape, Node x, (int, int)[] sentences)
        {
            var heads = new int[x.RowCount];
            ArcLoss(tape, x, sentences, [.. heads.Select(_ => -1)], 0, scored: (first, count, scores) => Decode(scores, heads.AsSpan(first, count)));
            return heads;
        }

        public Node LabelScores(Tape tape, Node x, (int, int)[] sentences, int[] heads)
        {
            Node both = tape.Arcs(tape.Linear(x, LabelDependent, LabelBias), tape.Linear(x, LabelHead, null), LabelRoot, LabelDistance, sentences, heads);
            return Labels.Scores(tape, tape.Dropout(tape.Swish(both), HeadDropout));
        }
    }
}
