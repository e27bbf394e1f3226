using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language.Encoding;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>A sentence as the network learns from it: numbers for words, marks and everything annotated; -1 where nothing is.</summary>
internal sealed record LanguageExample
{
    public required string[] Forms { get; init; }

    /// <summary>For each word its rows in the table of marks: the lists of names it stands in.</summary>
    public required int[][] Marks { get; init; }
    public required short[] Xpos { get; init; }
    public required short[] Upos { get; init; }

    /// <summary>Labels of names; <see cref="NotOfTheThree"/> where a word may still be in a name of another kind.</summary>
    public required short[] Names { get; init; }
    public required int[] Heads { get; init; }
    public required short[] Labels { get; init; }

    /// <summary>Whether people or programs marked the names; else all that is known is which words are in none.</summary>
    public bool HasNames { get; init; }

    /// <summary>Annotated by CoreNLP: its trees are of another kind, and all of it may be wrong.</summary>
    public bool IsSilver { get; init; }
    /// <summary>What teachers say of the sentence, to learn from in place of the best of it; null where people annotated it.</summary>
    public Chances? Chances { get; init; }
    public int Count => Forms.Length;

    /// <summary>Outside a name, or in the name of something that is no person, place or body; see <see cref="Tape.Loss"/>.</summary>
    public static short NotOfTheThree { get; } = (short)(1000 + NameLabels.Of(NameType.Other, begins: true));
}

/// <summary>What trained networks say of a sentence: for each word the chance of each tag, label of names, head, and label of its arc.</summary>
/// <param name="Arcs">n rows of n + 1 chances: of the root, and of each word.</param>
/// <param name="Labels">Of the arc to the head that the sentence has.</param>
internal sealed record Chances(float[] Xpos, float[] Upos, float[] Names, float[] Arcs, float[] Labels);

/// <summary>A sentence of a treebank with its names; null where they are not annotated.</summary>
internal sealed record NamedSentence(ConlluSentence Sentence, byte[]? Names);

/// <summary>What the network learns from, as numbers; and the meaning of the numbers.</summary>
internal sealed class LanguageCorpus
{
    /// <summary>Words of the longest sentence that is learned from, of those annotated by programs.</summary>
    public const int LongestSentence = 110;

    private readonly NameLists _lists;

    /// <param name="gold">Made by people.</param>
    /// <param name="silver">Made by CoreNLP.</param>
    public LanguageCorpus(DataPack data, IReadOnlyList<NamedSentence> gold, IReadOnlyList<NamedSentence> silver)
    {
        (_lists, OtherNames) = (new NameLists(data), new OtherNames(data));
        XposNames = [.. gold.SelectMany(s => s.Sentence.Xpos).Distinct().Order(StringComparer.Ordinal)];
        Labels = [.. gold.SelectMany(s => s.Sentence.Deprels).Distinct().Order(StringComparer.Ordinal)];
        SilverLabels = [.. silver.SelectMany(s => s.Sentence.Deprels).Append("dep").Distinct().Order(StringComparer.Ordinal)];
        foreach (string form in gold.Concat(silver).SelectMany(s => s.Sentence.Forms))
        {
            uint key = WordRows.Key(form);
            Counts[key] = Counts.GetValueOrDefault(key) + 1;
        }
        Known = [.. Counts.Where(c => c.Value >= 2).Select(c => c.Key).Order()];
        Gold = [.. gold.Select(s => Example(s))];
        Silver = [.. silver.Where(s => s.Sentence.Count <= LongestSentence).Select(s => Example(s, isSilver: true))];
    }

    public OtherNames OtherNames { get; }
    public ImmutableArray<string> XposNames { get; }
    public ImmutableArray<string> Labels { get; }
    public ImmutableArray<string> SilverLabels { get; }

    /// <summary>How often each key of a word stands in the training corpora.</summary>
    public Dictionary<uint, int> Counts { get; } = [];

    /// <summary>Keys of words that stand there more than once, sorted.</summary>
    public ImmutableArray<uint> Known { get; }
    public LanguageExample[] Gold { get; }
    public LanguageExample[] Silver { get; }

    public LanguageExample Example(NamedSentence named, bool isSilver = false)
    {
        ConlluSentence sentence = named.Sentence;
        return new LanguageExample
        {
            Forms = sentence.Forms,
            Marks = Marks(sentence.Forms),
            Xpos = [.. sentence.Xpos.Select(x => isSilver && x is "TO" or "#" ? (short)-1 : Index(XposNames, x))],
            Upos = [.. sentence.Upos.Select(u => Enum.TryParse(u, out Language.Upos upos) ? (short)upos : (short)-1)],
            Names = named.Names is null ? OutsideNames(sentence) : [.. Countries(sentence.Forms, named.Names).Select(n => n == 0 && !isSilver ? LanguageExample.NotOfTheThree : n)],
            Heads = sentence.Heads,
            Labels = [.. sentence.Deprels.Select(d => Index(isSilver ? SilverLabels : Labels, d))],
            HasNames = named.Names is not null,
            IsSilver = isSilver,
        };
    }

    /// <summary>A sentence of which nothing is known but its words.</summary>
    public LanguageExample Bare(string[] forms)
    {
        short[] nothing = [.. forms.Select(_ => (short)-1)];
        return new LanguageExample
        {
            Forms = forms,
            Marks = Marks(forms),
            Xpos = nothing,
            Upos = nothing,
            Names = nothing,
            Labels = nothing,
            Heads = [.. forms.Select(_ => -1)],
        };
    }

    private static short Index(ImmutableArray<string> names, string name) => (short)Math.Max(-1, names.BinarySearch(name, StringComparer.Ordinal));

    // GUM takes a country's name for its government or its team; here it stays a place, and who acts is found out later.
    private byte[] Countries(string[] forms, byte[] names)
    {
        byte[] corrected = [.. names];
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] != NameLabels.Of(NameType.Organization, begins: true))
                continue;
            int end = i + 1;
            while (end < names.Length && NameLabels.Continues(names[end]))
                end++;
            if ((_lists.Holding([.. forms[i..end].Select(f => WordKeys.Of(f))]) & NameList.Country) == 0)
                continue;
            for (int j = i; j < end; j++)
                corrected[j] = NameLabels.Of(NameType.Place, begins: j == i);
        }
        return corrected;
    }

    // A word that is no noun, adjective, number or the like is in no name: this much a treebank says without names.
    private static short[] OutsideNames(ConlluSentence sentence) =>
        [.. sentence.Upos.Select(u => u is "VERB" or "AUX" or "PRON" or "SCONJ" or "PUNCT" or "INTJ" or "ADV" ? (short)0 : (short)-1)];

    /// <returns>For each word its rows in the table of marks: the lists of names it stands in.</returns>
    public int[][] Marks(string[] forms)
    {
        var (marks, places) = (new NameList[forms.Length], new byte[forms.Length]);
        _lists.Mark([.. forms.Select(f => WordKeys.Of(f))], marks, places);
        var found = new int[forms.Length][];
        Span<int> rows = stackalloc int[NameLists.Marks];
        for (int i = 0; i < forms.Length; i++)
            found[i] = rows[..NameLists.Rows(marks[i], places[i], rows)].ToArray();
        return found;
    }
}
