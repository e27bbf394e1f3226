using System.Collections.Immutable;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training;

/// <summary>A sentence with its names, tagged and parsed by our own models.</summary>
internal sealed class NameExample
{
    public required WordCodes[] Words { get; init; }
    public required uint[] Tags { get; init; }
    public required uint[] Relations { get; init; }
    public required int[] Heads { get; init; }
    public required byte[] Marks { get; init; }
    public required byte[] Places { get; init; }
    public required byte[] Labels { get; init; }

    /// <summary>Whether names of other things (works, events, peoples) are labelled too; else a word outside a name may be in one.</summary>
    public required bool HasOther { get; init; }

    public NameSentence Sentence => new(Words, Tags, Relations, Heads, Marks, Places);
}

/// <summary>Trains the name finder.</summary>
internal sealed class NameTraining(IEnumerable<NameExample> examples, int seed, int shrink = 0)
{
    private const int Rows = 1 << 20;

    private readonly Perceptron _perceptron = new(Rows >> shrink, NameLabels.Count);
    private readonly NameExample[] _examples = [.. examples];
    private readonly Shuffle _shuffle = new(seed);

    /// <summary>Makes examples: tags and trees come from the models, as they will in use.</summary>
    public static NameExample Example(ConlluSentence sentence, byte[] labels, bool hasOther, Tagger tagger, Parser parser, NameLists lists)
    {
        WordCodes[] words = TagExample.Codes(sentence.Forms);
        int n = words.Length;
        var (xpos, upos, heads, relations) = (new byte[n], new byte[n], new int[n], new byte[n]);
        tagger.Tag(words, xpos, upos);
        parser.Parse(words, xpos, upos, heads, relations);
        var (marks, places) = (new byte[n], new byte[n]);
        lists.Mark(words, marks, places);
        return new NameExample
        {
            Words = words,
            Tags = [.. xpos.Select(x => FeatureHash.Of(tagger.XposNames[x]))],
            Relations = [.. relations.Select(r => FeatureHash.Of(parser.LabelNames[r]))],
            Heads = heads,
            Marks = marks,
            Places = places,
            Labels = labels,
            HasOther = hasOther,
        };
    }

    public void Epoch(float weightOfSilver)
    {
        _shuffle.Order(_examples.AsSpan());
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        Span<float> scores = stackalloc float[_perceptron.Stride];
        foreach (NameExample example in _examples)
        {
            float weight = example.HasOther ? weightOfSilver : 1;
            bool shouted = TagFeatures.IsShouted(example.Words);
            byte last = 255, last2 = 255;
            for (int i = 0; i < example.Words.Length; i++)
            {
                NameFeatures.Of(example.Sentence, i, shouted, last, last2, features);
                _perceptron.Score(features, scores);
                byte guess = NameTagger.Best(scores, last == 255 ? (byte)0 : last).Label;
                byte right = example.Labels[i];
                bool unknown = right == 0 && !example.HasOther && guess != 0 && NameLabels.TypeOf(guess) == NameType.Other;
                bool possible = NameLabels.MayFollow(last == 255 ? 0 : last, right);
                if (guess != right && possible && !unknown)
                    _perceptron.Change(features, right, guess, weight);
                _perceptron.Step();
                (last2, last) = (last, guess);
            }
        }
    }

    /// <summary>The model as it stands, rounded as it will be used.</summary>
    public byte[] Write(IReadOnlyList<string> trainedOn) => ModelFile.Write(NameFeatures.Kind, "1",
        [new("labels", NameLabels.Names)], trainedOn, [_perceptron.Table("names", 1 << 14)]);

    /// <returns>Names right in both span and type, found, and to be found; names of other things do not count.</returns>
    public static (int Right, int Found, int Gold) Measure(NameTagger tagger, IEnumerable<NameExample> examples, NameType? only = null)
    {
        int right = 0, found = 0, gold = 0;
        foreach (NameExample example in examples)
        {
            var labels = new byte[example.Words.Length];
            tagger.Tag(example.Sentence, labels, new float[labels.Length]);
            var ours = Spans(labels).Where(s => s.Type != NameType.Other && (only is null || s.Type == only)).ToHashSet();
            var theirs = Spans(example.Labels).Where(s => s.Type != NameType.Other && (only is null || s.Type == only)).ToHashSet();
            found += ours.Count;
            gold += theirs.Count;
            right += ours.Intersect(theirs).Count();
        }
        return (right, found, gold);
    }

    private static IEnumerable<(int First, int Last, NameType Type)> Spans(byte[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (!NameLabels.Begins(labels[i]))
                continue;
            int last = i;
            while (last + 1 < labels.Length && NameLabels.Continues(labels[last + 1]))
                last++;
            yield return (i, last, NameLabels.TypeOf(labels[i]));
        }
    }
}
