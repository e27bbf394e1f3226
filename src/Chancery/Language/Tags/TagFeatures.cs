using Chancery.Learning;

namespace Chancery.Language.Tags;

/// <summary>What the tagger looks at. A change here makes trained models useless: raise <see cref="Kind"/>.</summary>
internal static class TagFeatures
{
    public const string Kind = "tags/1";
    public const int XposCount = 38;
    public const int UposCount = 22;

    private static WordCodes At(ReadOnlySpan<WordCodes> words, int i) =>
        (uint)i < (uint)words.Length ? words[i] : WordCodes.Outside;

    private static uint TagAt(ReadOnlySpan<byte> tags, int i) => (uint)i < (uint)tags.Length ? tags[i] : 255u;

    /// <summary>Whether the sentence is written in capitals throughout, as headlines and shouting are.</summary>
    public static bool IsShouted(ReadOnlySpan<WordCodes> words)
    {
        int loud = 0, capital = 0;
        foreach (ref readonly WordCodes word in words)
        {
            loud += word.IsAllCapitals ? 1 : 0;
            capital += word.IsCapital && !word.IsAllCapitals ? 1 : 0;
        }
        return loud >= 2 && loud > 4 * capital && loud * 2 > words.Length;
    }

    /// <param name="xpos">Tags of the words before <paramref name="i"/>.</param>
    /// <param name="features">Written; <see cref="XposCount"/> long.</param>
    public static void Xpos(ReadOnlySpan<WordCodes> words, ReadOnlySpan<byte> xpos, int i, bool shouted, Span<uint> features)
    {
        ref readonly WordCodes word = ref words[i];
        WordCodes before = At(words, i - 1), before2 = At(words, i - 2), after = At(words, i + 1), after2 = At(words, i + 2);
        uint tag = TagAt(xpos, i - 1), tag2 = TagAt(xpos, i - 2), tags = tag << 8 | tag2;
        // In a shouted sentence capitals say nothing.
        uint form = shouted ? word.Lower : word.Form, shape = shouted ? FeatureHash.Of(word.Shape, 7) : word.Shape;
        uint place = i == 0 ? 1u : 0u;
        uint t = 0;
        int n = 0;
        void Add(Span<uint> to, uint a) => to[n++] = FeatureHash.Of(++t, a);
        void Add2(Span<uint> to, uint a, uint b) => to[n++] = FeatureHash.Of(++t, a, b);
        void Add3(Span<uint> to, uint a, uint b, uint c) => to[n++] = FeatureHash.Of(++t, a, b, c);

        Add(features, 0);
        Add(features, form);
        Add(features, word.Lower);
        Add(features, word.Suffix1);
        Add(features, word.Suffix2);
        Add(features, word.Suffix3);
        Add(features, word.Suffix4);
        Add(features, word.Prefix1);
        Add(features, word.Prefix2);
        Add(features, word.Prefix3);
        Add(features, shape);
        Add2(features, shape, place);
        Add2(features, shape, word.Suffix2);
        Add2(features, shape, tag);
        Add(features, tag);
        Add(features, tags);
        Add2(features, tag, word.Lower);
        Add2(features, tags, word.Lower);
        Add2(features, tag, word.Suffix3);
        Add2(features, tags, word.Suffix2);
        Add(features, before.Lower);
        Add(features, before2.Lower);
        Add(features, after.Lower);
        Add(features, after2.Lower);
        Add2(features, before.Lower, word.Lower);
        Add2(features, word.Lower, after.Lower);
        Add2(features, before.Lower, after.Lower);
        Add2(features, tag, after.Lower);
        Add2(features, after.Lower, after2.Lower);
        Add(features, before.Suffix3);
        Add(features, after.Suffix3);
        Add(features, after.Suffix2);
        Add2(features, tag, after.Suffix3);
        Add3(features, tag, word.Suffix2, after.Suffix2);
        Add(features, before.Shape);
        Add(features, after.Shape);
        Add2(features, word.Suffix3, after.Suffix3);
        Add3(features, before.Shape, shape, after.Shape);
    }

    /// <param name="xpos">Tags of all words.</param>
    /// <param name="upos">Tags of the words before <paramref name="i"/>.</param>
    /// <param name="features">Written; <see cref="UposCount"/> long.</param>
    public static void Upos(ReadOnlySpan<WordCodes> words, ReadOnlySpan<byte> xpos, ReadOnlySpan<byte> upos, int i, Span<uint> features)
    {
        ref readonly WordCodes word = ref words[i];
        WordCodes before = At(words, i - 1), after = At(words, i + 1), after2 = At(words, i + 2);
        uint x = xpos[i], next = TagAt(xpos, i + 1), next2 = TagAt(xpos, i + 2), next3 = TagAt(xpos, i + 3);
        uint previous = TagAt(xpos, i - 1), u = TagAt(upos, i - 1), u2 = TagAt(upos, i - 2);
        uint t = 100;
        int n = 0;
        void Add2(Span<uint> to, uint a, uint b) => to[n++] = FeatureHash.Of(++t, a, b);
        void Add3(Span<uint> to, uint a, uint b, uint c) => to[n++] = FeatureHash.Of(++t, a, b, c);

        Add2(features, x, 0);
        Add2(features, x, word.Lower);
        Add2(features, x, word.Form);
        Add2(features, 0, word.Lower);
        Add2(features, x, word.Suffix3);
        Add2(features, x, word.Shape);
        Add2(features, x, next);
        Add2(features, x, previous);
        Add3(features, x, next, next2);
        Add3(features, x, next, previous);
        Add2(features, x, u);
        Add3(features, x, u, u2);
        Add3(features, x, u, word.Lower);
        Add3(features, x, next, word.Lower);
        Add3(features, word.Lower, next, next2);
        Add3(features, word.Lower, next2, next3);
        Add3(features, x, word.Lower, before.Lower);
        Add3(features, x, word.Lower, after.Lower);
        Add3(features, x, next, after.Lower);
        Add3(features, word.Lower, after.Lower, after2.Lower);
        Add3(features, x, previous, before.Lower);
        Add3(features, x, word.Lower, (uint)Math.Min(i, 2));
    }
}
