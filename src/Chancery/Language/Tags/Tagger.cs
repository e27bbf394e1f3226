using System.Collections.Immutable;
using Chancery.Language.Encoding;
using Chancery.Learning;

namespace Chancery.Language.Tags;

/// <summary>Reads off the encoder's vectors the Penn Treebank tag and the universal tag of each word, and how it stands in names.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed unsafe class Tagger
{
    private readonly Layer _layer;
    private readonly int _names;

    public Tagger(ModelFile model, int width)
    {
        (XposNames, _names) = (model.Labels("xpos"), model.Labels("names").Length);
        if (!model.Labels("upos").SequenceEqual(UposNames) || XposNames.Length > 255)
            throw ModelFile.Unfit("its universal tags are others");
        _layer = new Layer(model, width, [("xpos", "xpos.bias", XposNames.Length), ("upos", "upos.bias", UposNames.Length), ("names", "names.bias", _names)]);
    }

    /// <summary>Penn Treebank tags by the number the model gives them.</summary>
    public ImmutableArray<string> XposNames { get; }

    /// <summary>The number of the Penn tag JJ; 0 for a model that has none.</summary>
    public byte Adjective => (byte)Math.Max(0, XposNames.IndexOf("JJ"));

    /// <summary>In the order of <see cref="Language.Upos"/>.</summary>
    public static ImmutableArray<string> UposNames { get; } = [.. Enum.GetNames<Upos>()];

    /// <param name="vectors">One for each word.</param>
    /// <param name="xpos">Written: indexes into <see cref="XposNames"/>.</param>
    /// <param name="upos">Written: values of <see cref="Language.Upos"/>.</param>
    /// <param name="names">Written: for each word the score of each label of names, higher is better.</param>
    public void Tag(Workspace space, float* vectors, int words, Span<byte> xpos, Span<byte> upos, Span<float> names)
    {
        float* scores = _layer.Apply(space, vectors, _layer.Inner, words);
        for (int i = 0; i < words; i++, scores += _layer.Columns)
        {
            xpos[i] = (byte)Best(scores, XposNames.Length);
            upos[i] = (byte)Best(scores + XposNames.Length, UposNames.Length);
            new ReadOnlySpan<float>(scores + XposNames.Length + UposNames.Length, _names).CopyTo(names.Slice(i * _names, _names));
        }
    }

    /// <summary>The place of the highest number, the first of equals.</summary>
    internal static int Best(float* scores, int count)
    {
        int best = 0;
        for (int i = 1; i < count; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }
}
