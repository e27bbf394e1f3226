using System.Collections.Immutable;
using Chancery.Learning;

namespace Chancery.Language.Tags;

/// <summary>Gives each word its Penn Treebank tag, then from these its universal tag, left to right.</summary>
/// <remarks>Perceptrons over hashed features. Immutable; one instance serves all threads.</remarks>
public sealed class Tagger
{
    private readonly LinearScorer _xpos;
    private readonly LinearScorer _upos;

    public Tagger(ModelFile model) : this(model.Weights("xpos"), model.Weights("upos"), model.Labels("xpos"))
    {
        if (!model.Labels("upos").SequenceEqual(UposNames))
            throw new InvalidDataException("CHY0203: not a model this version can use: its universal tags are others");
    }

    internal Tagger(LinearScorer xpos, LinearScorer upos, ImmutableArray<string> xposNames)
    {
        if (xpos.Stride < xposNames.Length || upos.Stride < UposNames.Length)
            throw new InvalidDataException("CHY0203: not a model this version can use: it has fewer weights than tags");
        (_xpos, _upos, XposNames) = (xpos, upos, xposNames);
    }

    public const string Kind = TagFeatures.Kind;

    /// <summary>Penn Treebank tags by the number the model gives them.</summary>
    public ImmutableArray<string> XposNames { get; }

    /// <summary>The number of the Penn tag JJ; 0 for a model that has none.</summary>
    internal byte Adjective => (byte)Math.Max(0, XposNames.IndexOf("JJ"));

    /// <summary>In the order of <see cref="Language.Upos"/>.</summary>
    public static ImmutableArray<string> UposNames { get; } = [.. Enum.GetNames<Upos>()];

    /// <param name="words">One sentence.</param>
    /// <param name="xpos">Written: indexes into <see cref="XposNames"/>, one for each word.</param>
    /// <param name="upos">Written: values of <see cref="Language.Upos"/>, one for each word.</param>
    public void Tag(ReadOnlySpan<WordCodes> words, Span<byte> xpos, Span<byte> upos)
    {
        Span<float> scores = stackalloc float[Math.Max(_xpos.Stride, _upos.Stride)];
        Span<uint> features = stackalloc uint[TagFeatures.XposCount];
        bool shouted = TagFeatures.IsShouted(words);
        for (int i = 0; i < words.Length; i++)
        {
            TagFeatures.Xpos(words, xpos[..i], i, shouted, features);
            _xpos.Score(features, scores);
            xpos[i] = (byte)LinearScorer.Best(scores, XposNames.Length);
        }
        features = features[..TagFeatures.UposCount];
        for (int i = 0; i < words.Length; i++)
        {
            TagFeatures.Upos(words, xpos, upos[..i], i, features);
            _upos.Score(features, scores);
            upos[i] = (byte)LinearScorer.Best(scores, UposNames.Length);
        }
    }
}
