using System.Collections.Immutable;
using Chancery.Language.Tags;

namespace Chancery.Training;

/// <summary>A sentence as the models see it.</summary>
internal sealed class TagExample
{
    public required WordCodes[] Words { get; init; }
    public required byte[] Xpos { get; init; }
    public required byte[] Upos { get; init; }

    /// <summary>How far the example moves the weights: 1 for tags made by people, less for those made by programs.</summary>
    public float Weight { get; init; } = 1;

    public static WordCodes[] Codes(IEnumerable<string> forms) => [.. forms.Select(f => WordCodes.Of(f))];

    /// <summary>Tags unknown to <paramref name="xposNames"/> become 255, which no model predicts.</summary>
    public static TagExample Of(ConlluSentence sentence, ImmutableArray<string> xposNames) => new()
    {
        Words = Codes(sentence.Forms),
        Xpos = [.. sentence.Xpos.Select(x => Index(xposNames, x))],
        Upos = [.. sentence.Upos.Select(u => (byte)(Enum.TryParse(u, out Language.Upos upos) ? upos : Language.Upos.X))],
    };

    /// <summary>The sentence as a headline: words of four letters and more begin with a capital.</summary>
    public static TagExample Titled(ConlluSentence sentence, ImmutableArray<string> xposNames) => Of(sentence with
    {
        Forms = [.. sentence.Forms.Select(f => f.Length > 3 ? char.ToUpperInvariant(f[0]) + f[1..] : f)],
    }, xposNames);

    /// <summary>CoreNLP's tags of news. It has no universal tags, and calls every "to" TO: these are left unknown.</summary>
    public static TagExample Silver(ConlluSentence sentence, ImmutableArray<string> xposNames) => new()
    {
        Words = Codes(sentence.Forms),
        Xpos = [.. sentence.Xpos.Select(x => x is "TO" or "#" ? (byte)255 : Index(xposNames, x))],
        Upos = [.. sentence.Forms.Select(_ => (byte)255)],
        Weight = 0.2f,
    };

    public static byte Index(ImmutableArray<string> names, string name)
    {
        int index = names.BinarySearch(name, StringComparer.Ordinal);
        return index < 0 ? (byte)255 : (byte)index;
    }
}

/// <summary>A sentence with its tree; words count from 1, 0 is the root.</summary>
internal sealed class TreeExample
{
    public required WordCodes[] Words { get; init; }

    /// <summary>As the tagger gives them, not as the corpus does: the parser must learn to live with the tagger's mistakes.</summary>
    public required byte[] Xpos { get; init; }
    public required byte[] Upos { get; init; }
    public required int[] Heads { get; init; }
    public required byte[] Labels { get; init; }

    public int Count => Words.Length;

    public static TreeExample Of(ConlluSentence sentence, Tagger tagger, ImmutableArray<string> labels)
    {
        WordCodes[] words = TagExample.Codes(sentence.Forms);
        var (xpos, upos) = (new byte[words.Length], new byte[words.Length]);
        tagger.Tag(words, xpos, upos);
        return new TreeExample
        {
            Words = words,
            Xpos = xpos,
            Upos = upos,
            Heads = [-1, .. sentence.Heads],
            Labels = [255, .. sentence.Deprels.Select(d => TagExample.Index(labels, d))],
        };
    }
}

/// <summary>A shuffle of our own, so that a seed means the same order for ever.</summary>
internal sealed class Shuffle(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15 + 0xD1B54A32D192ED03;

    public uint Next(uint below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (uint)((_state >> 32) * below >> 32);
    }

    public void Order<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)Next((uint)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
