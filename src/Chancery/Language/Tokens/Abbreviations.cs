using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Language.Tokens;

/// <summary>Whether the full stop after a word belongs to the word, and whether the sentence ends there all the same.</summary>
internal sealed class Abbreviations
{
    private const int LongestName = 40, LongestTitle = 5, LongestShort = 5;

    private readonly record struct Entry(bool MayEnd, bool BeforeNumber, bool AnyCapitalEnds, bool AfterComma);

    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordList _openers;
    private readonly int _longest;

    public Abbreviations(DataPack data)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (TableRow row in data.Table("language/abbreviations.tsv").Rows)
        {
            string form = row["form"];
            var entry = new Entry(row["ends"] != "no", row["before"] == "number", row["ends"] == "capital", row["after"] == "comma");
            entries.TryAdd(form, entry);
            if (char.IsAsciiLetterLower(form[0]) && form.Length > 1)
                entries.TryAdd(char.ToUpperInvariant(form[0]) + form[1..], entry);
            if (row["kind"] is "title" or "company" or "name") // headlines shout: GEN. SMITH
                entries.TryAdd(form.ToUpperInvariant(), entry);
        }
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _entries.Keys.Max(k => k.Length);
        _openers = new WordList(data.Table("language/sentence-openers.tsv"), "word");
    }

    /// <summary>Whether the full stop at <paramref name="stop"/> is part of the word that begins at <paramref name="start"/>.</summary>
    /// <param name="acronym">The word has full stops inside, as U.S has.</param>
    public bool TakesStop(string text, int start, int stop, bool acronym)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, stop - start);
        Entry entry = default;
        bool known = word.Length <= _longest && _lookup.TryGetValue(word, out entry);
        if (stop + 1 < text.Length && text[stop + 1] is ',' or ';')
            return word.Length <= LongestShort && char.IsLetter(word[0]); // "Cal., Nev.": no sentence ends in front of a comma
        if (word.Length == 1 && !char.IsUpper(word[0]) && start > 0 && text[start - 1] == '(')
            return true; // "(b. May 1948)"
        if (known && entry.AfterComma && !FollowsComma(text, start))
            known = false;
        if (!known && acronym)
            entry = new Entry(MayEnd: true, BeforeNumber: false, AnyCapitalEnds: false, AfterComma: false);
        else if (!known)
            return word.Length == 1 && char.IsUpper(word[0]) && IsInitial(text, start, stop);
        int next = Following(text, stop + 1, out bool ends);
        if (ends)
            return !entry.MayEnd && known && !entry.BeforeNumber;
        if (entry.AnyCapitalEnds && next < text.Length && char.IsUpper(text[next]))
            return false;
        if (entry.BeforeNumber)
            return next < text.Length && char.IsAsciiDigit(text[next]);
        return !entry.MayEnd || !OpensSentence(text, next);
    }

    private static bool FollowsComma(string text, int start)
    {
        int i = start - 1;
        while (i >= 0 && text[i] == ' ')
            i--;
        return i >= 0 && (text[i] == ',' || Characters.IsHyphen(text[i])); // "Boston, Mass.", "(R-Mo.)"
    }

    /// <summary>"Harold I. Moss", "J. Smith", "E. coli": one capital in front of a name; "vitamin C. The" and "so do I." are none.</summary>
    private bool IsInitial(string text, int start, int stop)
    {
        int next = Following(text, stop + 1, out bool ends);
        if (ends || next >= text.Length || !(char.IsLetter(text[next]) || char.IsAsciiDigit(text[next])) || OpensSentence(text, next))
            return false;
        if (text[start] != 'I')
            return true;
        // "I" is a word too: only after a name, or before anything else, is it an initial.
        int before = start - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        int first = before;
        while (first > 0 && before - first < LongestName && !char.IsWhiteSpace(text[first - 1]))
            first--;
        bool name = before > first && char.IsUpper(text[first]) && char.IsLetter(text[before]);
        bool titleOrInitial = before > first && char.IsUpper(text[first]) && text[before] == '.' && before - first < LongestTitle;
        return before < 0 || name || titleOrInitial;
    }

    private bool OpensSentence(string text, int next)
    {
        if (next >= text.Length || !char.IsUpper(text[next]))
            return false;
        int end = Characters.WordEnd(text, next, Math.Min(text.Length, next + _openers.Longest + 1));
        bool initial = end == next + 1 && end < text.Length && text[end] == '.';
        return !initial && _openers.Contains(text.AsSpan(next, end - next));
    }

    /// <returns>Where the next word or mark stands; <paramref name="ends"/>: the paragraph ends before it.</returns>
    private static int Following(string text, int i, out bool ends)
    {
        while (i < text.Length && text[i] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
            i++;
        int breaks = 0;
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            breaks += text[i++] is '\n' or '\u2029' ? 1 : 0;
        ends = i >= text.Length || breaks > 1;
        return i;
    }
}
