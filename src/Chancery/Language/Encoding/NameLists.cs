using System.Runtime.InteropServices;
using Chancery.Data;
using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>Lists of names. Their numbers are part of the model's features.</summary>
[Flags]
internal enum NameList : ushort
{
    None = 0,
    Country = 1 << 0,
    City = 1 << 1,
    Division = 1 << 2,
    Organization = 1 << 3,
    Group = 1 << 4,
    Nationality = 1 << 5,
    GivenName = 1 << 6,
    OrganizationWord = 1 << 7,
    Surname = 1 << 8,
    Person = 1 << 9,
    Area = 1 << 10,
    Venue = 1 << 11,
    PlaceWord = 1 << 12,

    /// <summary>Of offices, ranks and courtesy, which stand before a name and are no part of it. Not among the model's features.</summary>
    Title = 1 << 13,
}

/// <summary>A word as <see cref="NameLists"/> compares it: as written, and the same for small and capital letters.</summary>
internal readonly record struct WordKeys(uint Form, uint Any)
{
    public static WordKeys Of(ReadOnlySpan<char> word) => new(WordRows.FormKey(word), WordRows.Key(word));

    /// <summary>The key of the words so far and this one.</summary>
    public WordKeys After(WordKeys words) => new(FeatureHash.Of(words.Form, Form), FeatureHash.Of(words.Any, Any));
}

/// <summary>Names of people, places and bodies from the data tables: hints for the finder, never answers by themselves.</summary>
/// <remarks>Reads what <see cref="NameListsBuilder"/> compiled as it lies. Immutable; safe to use from many threads.</remarks>
internal sealed class NameLists
{
    /// <summary>The name of the compiled lists in the data file.</summary>
    public const string Part = "names/lists.bin";

    /// <summary>How many lists the model knows.</summary>
    public const int Count = 13;

    /// <summary>Rows of the table of marks: for each list one for each place in the name, as written in the list and otherwise.</summary>
    public const int Marks = 4 * Count;

    /// <summary>Beside the lists of some words: longer names begin with these words.</summary>
    public const NameList Beginning = (NameList)(1 << 15);

    private const NameList Known = (NameList)((1 << Count) - 1);

    private const int LongestName = 6;

    private readonly Keys _written, _any;

    /// <exception cref="InvalidDataException">The data file has no lists, or those of another version.</exception>
    public NameLists(DataPack data)
    {
        ReadOnlyMemory<byte> file = data.Bytes(Part);
        _written = new Keys(ref file);
        _any = new Keys(ref file);
        if (file.Length != 0)
            throw Damaged();
    }

    private static InvalidDataException Damaged() => new($"CHY0103: the data file has no {Part} of this version; program and data are of different versions");

    /// <summary>The rows of the table of marks that a word stands for.</summary>
    /// <param name="lists">What <see cref="Mark"/> wrote for the word.</param>
    /// <param name="place">Likewise.</param>
    /// <param name="rows">Written; at least as long as there are lists.</param>
    /// <returns>How many rows.</returns>
    public static int Rows(NameList lists, byte place, Span<int> rows)
    {
        int count = 0;
        for (int left = (int)(lists & Known); left != 0; left &= left - 1)
            rows[count++] = 4 * int.TrailingZeroCount(left) + place - 1;
        return count;
    }

    /// <returns>The lists that hold a name of these words, no shorter and no longer one, written so.</returns>
    public NameList Holding(ReadOnlySpan<WordKeys> words) => _written.Of(Together(words).Form);

    /// <returns>The same, in small or in capital letters.</returns>
    public NameList HoldingAnyhow(ReadOnlySpan<WordKeys> words) => _any.Of(Together(words).Any) & ~Beginning;

    private static WordKeys Together(ReadOnlySpan<WordKeys> words)
    {
        WordKeys keys = default;
        foreach (WordKeys word in words)
            keys = word.After(keys);
        return keys;
    }

    /// <param name="words">The words of a sentence.</param>
    /// <param name="marks">Written, one for each word: the lists that the longest name there stands in.</param>
    /// <param name="places">
    /// Written, one for each word: 0 outside; 1 first, 2 later word of such a name; 3 and 4 the same where the lists write it otherwise, in
    /// small or in capital letters.
    /// </param>
    public void Mark(ReadOnlySpan<WordKeys> words, Span<NameList> marks, Span<byte> places)
    {
        marks.Clear();
        places.Clear();
        for (int i = 0; i < words.Length; i++)
        {
            if (places[i] != 0)
                continue;
            WordKeys keys = default;
            int length = 0;
            bool written = false;
            NameList lists = NameList.None;
            for (int j = i; j < words.Length && j < i + LongestName; j++)
            {
                keys = words[j].After(keys);
                NameList any = _any.Of(keys.Any);
                if ((any & Known) != 0)
                {
                    NameList found = _written.Of(keys.Form) & Known;
                    written = found != 0;
                    (length, lists) = (j - i + 1, written ? found : any & Known);
                }
                if ((any & Beginning) == 0)
                    break;
            }
            for (int j = 0; j < length; j++)
                (marks[i + j], places[i + j]) = (lists, (byte)((j == 0 ? 1 : 2) + (written ? 0 : 2)));
        }
    }

    /// <summary>Lists by key, searched as they lie: how many, the keys in order, the lists of each.</summary>
    private readonly struct Keys
    {
        private readonly ReadOnlyMemory<byte> _keys, _lists;

        public Keys(ref ReadOnlyMemory<byte> file)
        {
            if (file.Length < sizeof(int))
                throw Damaged();
            int count = MemoryMarshal.Read<int>(file.Span), keys = sizeof(int) + count * sizeof(uint), end = keys + count * sizeof(ushort);
            if (count < 0 || file.Length < end)
                throw Damaged();
            (_keys, _lists, file) = (file[sizeof(int)..keys], file[keys..end], file[end..]);
        }

        public NameList Of(uint key)
        {
            int at = MemoryMarshal.Cast<byte, uint>(_keys.Span).BinarySearch(key);
            return at < 0 ? NameList.None : (NameList)MemoryMarshal.Cast<byte, ushort>(_lists.Span)[at];
        }
    }
}
