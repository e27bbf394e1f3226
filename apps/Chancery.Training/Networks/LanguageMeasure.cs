using System.Globalization;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>What a network can do on sentences with given tokens.</summary>
internal sealed class LanguageMeasure
{
    private readonly LanguageCorpus _corpus;
    private readonly BatchMaker _batches;
    private readonly Workspace _space = new();
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
        var (ewt, gum) = (Trees(network, _ewt), Trees(network, _gum));
        double[] names = [.. new NameType?[] { null, NameType.Person, NameType.Place, NameType.Organization }.Select(type => Names(network, type))];
        return (ewt.Las + ewt.Upos + names[0] / 2, string.Create(CultureInfo.InvariantCulture,
            $"EWT dev XPOS {ewt.Xpos:P2} UPOS {ewt.Upos:P2} UAS {ewt.Uas:P2} LAS {ewt.Las:P2}; GUM dev XPOS {gum.Xpos:P2} UPOS {gum.Upos:P2} UAS {gum.Uas:P2} LAS {gum.Las:P2}; "
            + $"UNER EWT dev F1 {names[0]:P2} (person {names[1]:P2}, place {names[2]:P2}, organisation {names[3]:P2})"));
    }

    private IEnumerable<(Tape Tape, WordBatch Batch, Node Vectors)> Passes(LanguageNetwork network, LanguageExample[] all)
    {
        foreach (LanguageExample[] examples in all.Chunk(64))
        {
            _space.Reset();
            var tape = new Tape(_space, network.All, null, new Shuffle(1));
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

    private double Names(LanguageNetwork network, NameType? only)
    {
        int right = 0, found = 0, wanted = 0;
        foreach ((Tape tape, WordBatch batch, Node vectors) in Passes(network, _names))
        {
            Node scores = network.Names.Scores(tape, vectors);
            byte[] gold = [.. batch.Names.Select(n => n is < 0 or >= 1000 ? (byte)0 : (byte)n)];
            foreach ((int first, int count) in batch.Sentences)
            {
                var labels = new byte[count];
                NameDecoder.Decode(scores.Rows(first, count), labels, new float[count]);
                HashSet<(int, int, NameType)> ours = Spans(labels, only), theirs = Spans(gold[first..(first + count)], only);
                wanted += theirs.Count;
                found += ours.Count;
                right += ours.Intersect(theirs).Count();
            }
        }
        return 2.0 * right / Math.Max(1, found + wanted);
    }

    private static HashSet<(int First, int Last, NameType Type)> Spans(byte[] labels, NameType? only)
    {
        var spans = new HashSet<(int, int, NameType)>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (!NameLabels.Begins(labels[i]) || NameLabels.TypeOf(labels[i]) is var type && (type == NameType.Other || (only is not null && type != only)))
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
