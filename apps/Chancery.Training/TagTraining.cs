using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Tags;
using Chancery.Learning;

namespace Chancery.Training;

/// <summary>Trains the tagger: both classifiers see their own earlier guesses, as they will in use.</summary>
internal sealed class TagTraining
{
    private const int XposRows = 1 << 19, UposRows = 1 << 18;

    private readonly ImmutableArray<string> _xposNames;
    private readonly Perceptron _xpos;
    private readonly Perceptron _upos;
    private readonly TagExample[] _examples;
    private readonly Shuffle _shuffle;

    public TagTraining(IEnumerable<ConlluSentence> sentences, ImmutableArray<string> xposNames, int seed, int shrink = 0,
        IEnumerable<ConlluSentence>? silver = null)
    {
        _xposNames = xposNames;
        _xpos = new Perceptron(XposRows >> shrink, xposNames.Length);
        _upos = new Perceptron(UposRows >> shrink, Tagger.UposNames.Length);
        List<ConlluSentence> all = [.. sentences];
        _examples = [.. all.Select(s => TagExample.Of(s, xposNames)),
            .. all.Where((s, i) => i % 20 == 0 && s.Count is > 4 and < 20).Select(s => TagExample.Titled(s, xposNames)), .. (silver ?? []).Select(s => TagExample.Silver(s, xposNames))];
        _shuffle = new Shuffle(seed);
    }

    public static ImmutableArray<string> NamesOf(IEnumerable<ConlluSentence> sentences) =>
        [.. sentences.SelectMany(s => s.Xpos).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Goes once through the corpus.</summary>
    public void Epoch()
    {
        _shuffle.Order(_examples.AsSpan());
        Span<uint> features = stackalloc uint[TagFeatures.XposCount];
        Span<float> scores = stackalloc float[Math.Max(_xpos.Stride, _upos.Stride)];
        foreach (TagExample example in _examples)
        {
            int n = example.Words.Length;
            var (xpos, upos) = (new byte[n], new byte[n]);
            bool shouted = TagFeatures.IsShouted(example.Words);
            for (int i = 0; i < n; i++)
            {
                TagFeatures.Xpos(example.Words, xpos.AsSpan(0, i), i, shouted, features);
                xpos[i] = Learn(_xpos, features, scores, _xposNames.Length, example.Xpos[i], example.Weight);
            }
            if (example.Upos[0] == 255)
                continue;
            for (int i = 0; i < n; i++)
            {
                Span<uint> of = features[..TagFeatures.UposCount];
                TagFeatures.Upos(example.Words, xpos, upos.AsSpan(0, i), i, of);
                upos[i] = Learn(_upos, of, scores, Tagger.UposNames.Length, example.Upos[i], example.Weight);
            }
        }
    }

    private static byte Learn(Perceptron perceptron, Span<uint> features, Span<float> scores, int classes, byte right, float weight)
    {
        perceptron.Score(features, scores);
        int guess = LinearScorer.Best(scores, classes);
        if (guess != right && right != 255)
            perceptron.Change(features, right, guess, weight);
        perceptron.Step();
        return (byte)guess;
    }

    /// <summary>The model as it stands, rounded as it will be used.</summary>
    public byte[] Write(IReadOnlyList<string> trainedOn) => ModelFile.Write(Tagger.Kind, "1",
        [new("xpos", _xposNames), new("upos", Tagger.UposNames)], trainedOn, [_xpos.Table("xpos", 1 << 14), _upos.Table("upos", 1 << 12)]);

    /// <returns>Shares of right tags.</returns>
    public static (double Xpos, double Upos) Measure(Tagger tagger, IEnumerable<ConlluSentence> sentences)
    {
        int words = 0, xposRight = 0, uposRight = 0;
        foreach (ConlluSentence sentence in sentences)
        {
            WordCodes[] codes = TagExample.Codes(sentence.Forms);
            var (xpos, upos) = (new byte[codes.Length], new byte[codes.Length]);
            tagger.Tag(codes, xpos, upos);
            for (int i = 0; i < codes.Length; i++)
            {
                words++;
                xposRight += tagger.XposNames[xpos[i]] == sentence.Xpos[i] ? 1 : 0;
                uposRight += ((Upos)upos[i]).ToString() == sentence.Upos[i] ? 1 : 0;
            }
        }
        return ((double)xposRight / words, (double)uposRight / words);
    }
}
