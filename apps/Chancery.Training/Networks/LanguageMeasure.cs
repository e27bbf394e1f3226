using System.Globalization;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>What a network can do on sentences with given tokens.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class LanguageMeasure
{
    private readonly LanguageCorpus _corpus;
    private readonly BatchMaker _batches;
    private readonly LanguageExample[] _ewt, _gum, _names;

    /// <param name="names">With names that people annotated.</param>
    public LanguageMeasure(LanguageCorpus corpus, LanguageExample[] ewt, LanguageExample[] gum, LanguageExample[] names)
    {
        (_corpus, _ewt, _gum, _names) = (corpus, ewt, gum, names);
        _batches = new BatchMaker(corpus).Know(ewt.Concat(gum).Concat(names));
    }

    /// <returns>The score by which networks are compared, and all figures for a person.</returns>
    public (double Score, string Figures) Of(LanguageNetwork network)
    {
        (double Xpos, double Upos, double Uas, double Las) ewt = default, gum = default;
        double[] names = [];
        Parallel.Invoke(() => ewt = Trees(network, _ewt), () => gum = Trees(network, _gum), () => names = Names(network));
        return (ewt.Las + ewt.Upos + names[0] / 2, string.Create(CultureInfo.InvariantCulture,
            $"EWT dev XPOS {ewt.Xpos:P2} UPOS {ewt.Upos:P2} UAS {ewt.Uas:P2} LAS {ewt.Las:P2}; GUM dev XPOS {gum.Xpos:P2} UPOS {gum.Upos:P2} UAS {gum.Uas:P2} LAS {gum.Las:P2}; "
            + $"UNER EWT dev F1 {names[0]:P2} (person {names[1]:P2}, place {names[2]:P2}, organisation {names[3]:P2})"));
    }

    private IEnumerable<(Tape Tape, WordBatch Batch, Node Vectors)> Passes(LanguageNetwork network, LanguageExample[] all)
    {
        var space = new Workspace();
        foreach (LanguageExample[] examples in all.Chunk(64))
        {
            space.Reset();
            var tape = new Tape(space, network.All, null, new Shuffle(1));
            WordBatch batch = _batches.Make(examples, null);
            yield return (tape, batch, network.Encode(tape, batch));
        }
    }

    private (double Xpos, double Upos, double Uas, double Las) Trees(LanguageNetwork network, LanguageExample[] all)
    {
        int words = 0, xpos = 0, upos = 0, arcs = 0, both = 0;
        foreach ((Tape tape, WordBatch batch, Node vectors) in Passes(network, all))
        {
            int[] heads = network.Gold.Heads(tape, vectors, batch.Sentences);
            int[] labels = Best(network.Gold.LabelScores(tape, vectors, batch.Sentences, heads));
            int[] x = Best(network.Xpos.Scores(tape, vectors)), u = Best(network.Upos.Scores(tape, vectors));
            for (int i = 0; i < heads.Length; i++)
            {
                words++;
                xpos += x[i] == batch.Xpos[i] ? 1 : 0;
                upos += u[i] == batch.Upos[i] ? 1 : 0;
                if (heads[i] != batch.Heads[i])
                    continue;
                arcs++;
                both += batch.Labels[i] >= 0 && Bare(_corpus.Labels[labels[i]]) == Bare(_corpus.Labels[batch.Labels[i]]) ? 1 : 0;
            }
        }
        double all100 = Math.Max(1, words);
        return (xpos / all100, upos / all100, arcs / all100, both / all100);
    }

    // As the shared tasks score them: "nsubj" for "nsubj:pass".
    private static string Bare(string label) => label.Split(':')[0];

    // F1 of all names, and of people, places and bodies.
    private double[] Names(LanguageNetwork network)
    {
        NameType?[] kinds = [null, NameType.Person, NameType.Place, NameType.Organization];
        var (right, all) = (new int[kinds.Length], new int[kinds.Length]);
        foreach ((Tape tape, WordBatch batch, Node vectors) in Passes(network, _names))
        {
            Node scores = network.Names.Scores(tape, vectors);
            byte[] gold = [.. batch.Names.Select(n => n is < 0 or >= 1000 ? (byte)0 : (byte)n)];
            foreach ((int first, int count) in batch.Sentences)
            {
                var labels = new byte[count];
                NameDecoder.Decode(scores.Rows(first, count), labels, new float[count]);
                HashSet<(int, int, NameType Type)> ours = Spans(labels), theirs = Spans(gold[first..(first + count)]);
                for (int k = 0; k < kinds.Length; k++)
                {
                    all[k] += ours.Concat(theirs).Count(s => kinds[k] is null || s.Type == kinds[k]);
                    right[k] += ours.Intersect(theirs).Count(s => kinds[k] is null || s.Type == kinds[k]);
                }
            }
        }
        return [.. right.Zip(all, (r, a) => 2.0 * r / Math.Max(1, a))];
    }

    private static HashSet<(int First, int Last, NameType Type)> Spans(byte[] labels)
    {
        var spans = new HashSet<(int, int, NameType)>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (!NameLabels.Begins(labels[i]) || NameLabels.TypeOf(labels[i]) is var type && type == NameType.Other)
                continue;
            int last = i;
            while (last + 1 < labels.Length && NameLabels.Continues(labels[last + 1]))
                last++;
            spans.Add((i, last, type));
        }
        return spans;
    }

    internal static unsafe int[] Best(Node scores)
    {
        var best = new int[scores.RowCount];
        for (int i = 0; i < best.Length; i++)
            best[i] = Language.Tags.Tagger.Best(scores.Value + i * scores.Columns, scores.Columns);
        return best;
    }
}
