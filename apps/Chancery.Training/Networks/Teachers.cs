using System.Collections.Concurrent;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>Trained networks that together annotate sentences for another to learn from: what they say is averaged.</summary>
internal sealed class Teachers(LanguageCorpus corpus, IReadOnlyList<LanguageNetwork> networks)
{
    private const int AtOnce = 64;

    /// <returns>The sentences, in the same order, with the trees that the networks think best, and with the chances of all else.</returns>
    public LanguageExample[] Annotate(LanguageExample[] examples) => [.. InChunks(examples, Annotate).SelectMany(e => e)];

    /// <returns>For each sentence, word after word, the chance of each label of names.</returns>
    public float[][] Names(LanguageExample[] examples) => [.. InChunks(examples, (chunk, batch, spaces) =>
    {
        float[] names = Average(Passes(batch, spaces).Select(p => p.Network.Names.Scores(p.Tape, p.Vectors)));
        return batch.Sentences.Select(s => Array.ConvertAll(names[(s.First * NameLabels.Count)..((s.First + s.Count) * NameLabels.Count)], c => c / networks.Count)).ToArray();
    }).SelectMany(n => n)];

    private T[] InChunks<T>(LanguageExample[] examples, Func<LanguageExample[], WordBatch, Workspace[], T> annotate)
    {
        var batches = new BatchMaker(corpus).Know(examples);
        LanguageExample[][] chunks = [.. examples.Chunk(AtOnce)];
        var done = new T[chunks.Length];
        var spaces = new ConcurrentBag<Workspace[]>();
        Parallel.For(0, chunks.Length, c =>
        {
            Workspace[] mine = spaces.TryTake(out Workspace[]? free) ? free : [.. networks.Select(_ => new Workspace())];
            done[c] = annotate(chunks[c], batches.Make(chunks[c], null), mine);
            spaces.Add(mine);
        });
        return done;
    }

    private (LanguageNetwork Network, Tape Tape, Node Vectors)[] Passes(WordBatch batch, Workspace[] spaces) => [.. networks.Select((network, i) =>
    {
        spaces[i].Reset();
        var tape = new Tape(spaces[i], network.All, null, new Shuffle(1));
        return (network, tape, network.Encode(tape, batch));
    })];

    private LanguageExample[] Annotate(LanguageExample[] examples, WordBatch batch, Workspace[] spaces)
    {
        var passes = Passes(batch, spaces);
        float[] xpos = Average(passes.Select(p => p.Network.Xpos.Scores(p.Tape, p.Vectors)));
        float[] upos = Average(passes.Select(p => p.Network.Upos.Scores(p.Tape, p.Vectors)));
        float[] names = Average(passes.Select(p => p.Network.Names.Scores(p.Tape, p.Vectors)));
        var arcs = new float[examples.Length][];
        foreach (var (network, tape, vectors) in passes)
        {
            int sentence = 0;
            network.Gold.ArcLoss(tape, vectors, batch.Sentences, batch.Heads, 0, scored: (first, count, scores) =>
                AddChances(scores, count + 1, arcs[sentence++] ??= new float[count * (count + 1)]));
        }
        var heads = new int[batch.Words.Length];
        for (int s = 0; s < examples.Length; s++)
            LanguageNetwork.Tree.Decode(Logarithms(arcs[s]), heads.AsSpan(batch.Sentences[s].First, batch.Sentences[s].Count));
        float[] labels = Average(passes.Select(p => p.Network.Gold.LabelScores(p.Tape, p.Vectors, batch.Sentences, heads)));
        return [.. examples.Select((example, s) =>
        {
            (int first, int count) = batch.Sentences[s];
            float[] Of(float[] sums, int classes) => Array.ConvertAll(sums[(first * classes)..((first + count) * classes)], c => c / networks.Count);
            return example with
            {
                Heads = heads[first..(first + count)],
                Chances = new Chances(Of(xpos, corpus.XposNames.Length), Of(upos, Language.Tags.Tagger.UposNames.Length), Of(names, NameLabels.Count),
                    Array.ConvertAll(arcs[s], c => c / networks.Count), Of(labels, corpus.Labels.Length)),
                IsSilver = false,
            };
        })];
    }

    private static float[] Average(IEnumerable<Node> scores)
    {
        float[]? sum = null;
        foreach (Node node in scores)
            AddChances(node.Rows(0, node.RowCount), node.Columns, sum ??= new float[node.Count]);
        return sum ?? [];
    }

    // Adds what each row of scores makes of chances.
    private static void AddChances(ReadOnlySpan<float> scores, int columns, Span<float> sums)
    {
        for (int start = 0; start < scores.Length; start += columns)
        {
            ReadOnlySpan<float> row = scores.Slice(start, columns);
            float top = float.NegativeInfinity, all = 0;
            foreach (float score in row)
                top = MathF.Max(top, score);
            foreach (float score in row)
                all += Functions.Exp(score - top);
            for (int j = 0; j < columns; j++)
                sums[start + j] += Functions.Exp(row[j] - top) / all;
        }
    }

    private static float[] Logarithms(float[] chances) => [.. chances.Select(c => MathF.Log(MathF.Max(c, 1e-9f)))];
}
