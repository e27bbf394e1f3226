using Chancery.Language.Tags;
using Chancery.Learning;

namespace Chancery.Names;

/// <summary>One sentence as the name finder sees it.</summary>
/// <param name="marks">See <see cref="NameLists.Mark"/>.</param>
/// <param name="heads">Index of each word's head, -1 for the root.</param>
internal readonly ref struct NameSentence(ReadOnlySpan<WordCodes> words, ReadOnlySpan<uint> tags, ReadOnlySpan<uint> relations,
    ReadOnlySpan<int> heads, ReadOnlySpan<byte> marks, ReadOnlySpan<byte> places)
{
    public readonly ReadOnlySpan<WordCodes> Words = words;
    public readonly ReadOnlySpan<uint> Tags = tags;
    public readonly ReadOnlySpan<uint> Relations = relations;
    public readonly ReadOnlySpan<int> Heads = heads;
    public readonly ReadOnlySpan<byte> Marks = marks;
    public readonly ReadOnlySpan<byte> Places = places;

    public WordCodes Word(int i) => (uint)i < (uint)Words.Length ? Words[i] : WordCodes.Outside;

    public uint Tag(int i) => (uint)i < (uint)Tags.Length ? Tags[i] : 0xFFFF;

    public uint Mark(int i) => (uint)i < (uint)Marks.Length ? Marks[i] | (uint)Places[i] << 8 : 0xFFFF;
}

/// <summary>What the name finder looks at. A change here makes trained models useless: raise <see cref="Kind"/>.</summary>
internal static class NameFeatures
{
    public const string Kind = "names/1";
    public const int Count = 49 + 8 * 2;

    /// <param name="last">Label of the word before, <paramref name="last2"/> of the one before that; 255 at the beginning.</param>
    /// <param name="features">Written; <see cref="Count"/> long.</param>
    public static void Of(in NameSentence s, int i, bool shouted, uint last, uint last2, Span<uint> features)
    {
        WordCodes word = s.Words[i], before = s.Word(i - 1), before2 = s.Word(i - 2), after = s.Word(i + 1), after2 = s.Word(i + 2);
        int head = s.Heads[i];
        uint headWord = s.Word(head).Lower, headTag = s.Tag(head), relation = s.Relations[i];
        uint tag = s.Tag(i), tagBefore = s.Tag(i - 1), tagAfter = s.Tag(i + 1), mark = s.Mark(i);
        uint form = shouted ? word.Lower : word.Form, shape = shouted ? FeatureHash.Of(word.Shape, 7) : word.Shape;
        uint start = i == 0 ? 1u : 0u;
        uint t = 5000;
        int n = 0;
        void Add(Span<uint> to, uint a) => to[n++] = FeatureHash.Of(++t, a);
        void Add2(Span<uint> to, uint a, uint b) => to[n++] = FeatureHash.Of(++t, a, b);
        void Add3(Span<uint> to, uint a, uint b, uint c) => to[n++] = FeatureHash.Of(++t, a, b, c);

        Add(features, 0);
        Add(features, form);
        Add(features, word.Lower);
        Add2(features, word.Lower, start);
        Add(features, word.Suffix2);
        Add(features, word.Suffix3);
        Add(features, word.Suffix4);
        Add(features, word.Prefix2);
        Add(features, word.Prefix3);
        Add(features, shape);
        Add2(features, shape, start);
        Add2(features, shape, word.Suffix3);
        Add(features, tag);
        Add2(features, tag, shape);
        Add2(features, tag, mark);
        Add(features, mark);
        Add2(features, mark, shape);
        Add2(features, mark, last);
        Add(features, s.Mark(i - 1));
        Add(features, s.Mark(i + 1));
        Add2(features, s.Mark(i - 1), mark);
        Add2(features, mark, s.Mark(i + 1));

        Add(features, last);
        Add2(features, last, last2);
        Add2(features, last, form);
        Add2(features, last, shape);
        Add2(features, last, tag);
        Add3(features, last, tag, tagAfter);
        Add2(features, last, before.Lower);
        Add3(features, last, before.Lower, shape);

        Add(features, before.Lower);
        Add2(features, before.Lower, shape);
        Add(features, before2.Lower);
        Add2(features, before2.Lower, before.Lower);
        Add(features, before.Shape);
        Add(features, after.Form);
        Add2(features, after.Lower, shape);
        Add(features, after2.Lower);
        Add2(features, after.Lower, after2.Lower);
        Add(features, after.Shape);
        Add2(features, shape, after.Shape);
        Add3(features, before.Shape, shape, after.Shape);
        Add2(features, tagBefore, tag);
        Add2(features, tag, tagAfter);
        Add2(features, after.Suffix3, shape);
        Add2(features, form, after.Form);

        // Each list by itself too: a table that grows must not make all its names look unheard of.
        for (int list = 0; list < 8; list++)
        {
            uint here = (uint)s.Marks[i] >> list & 1, around = here * (s.Places[i] + 1u);
            Add2(features, around, last);
            Add3(features, around, (s.Mark(i - 1) & 0xFF) >> list & 1, (s.Mark(i + 1) & 0xFF) >> list & 1);
        }

        Add2(features, relation, headTag);
        Add2(features, relation, headWord);
        Add2(features, relation, shape);
    }
}
