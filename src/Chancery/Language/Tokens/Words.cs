using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Language.Tokens;

/// <summary>How far a word reaches: contractions are divided, abbreviations keep their full stop, hyphens divide except after a prefix.</summary>
internal sealed class Words
{
    private const int LongestFragment = 12; // of a word broken off

    private static readonly WordList Clitics = new(["s", "re", "ve", "ll", "d", "m"]);

    private readonly record struct Contraction(int First, bool InClause);

    private readonly FrozenDictionary<string, Contraction>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly int _longestContraction;
    private readonly WordList _clauseWords;
    private readonly WordList _prefixes;
    private readonly WordList _wholeWords;
    private readonly WordList _currencies;
    private readonly Numbers _numbers;
    private readonly Abbreviations _abbreviations;

    public Words(DataPack data)
    {
        FrozenDictionary<string, Contraction> contractions = data.Table("language/contractions.tsv").Rows
            .ToFrozenDictionary(row => row["form"], row => new Contraction(row["first"].Length, row["before"] == "clause"), StringComparer.OrdinalIgnoreCase);
        _contractions = contractions.GetAlternateLookup<ReadOnlySpan<char>>();
        _clauseWords = new WordList(data.Table("language/clause-words.tsv"), "word");
        _currencies = new WordList(data.Table("language/currency-codes.tsv"), "code");
        _longestContraction = contractions.Keys.Max(k => k.Length);
        _prefixes = new WordList(data.Table("language/hyphen-prefixes.tsv"), "prefix");
        _wholeWords = new WordList(data.Table("language/whole-words.tsv"), "form");
        _numbers = new Numbers(new WordList(data.Table("language/units.tsv"), "unit"));
        _abbreviations = new Abbreviations(data);
    }

    /// <returns>The end of the word that begins at <paramref name="i"/>; <paramref name="i"/> where none does.</returns>
    public int End(string text, int i, int end)
    {
        if (WholeWordEnd(text, i, end) is var whole && whole > i)
            return whole;
        if (Characters.IsApostrophe(text[i]))
            return AfterApostrophe(text, i, end);
        if (char.IsAsciiDigit(text[i]))
            return AfterNumber(text, i, _numbers.End(text, i, end), end);
        bool signed = text[i] is '.' or '+' && Characters.IsDigit(text, i + 1, end) && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '$' or '£' or '€' or '(');
        if (signed)
            return _numbers.End(text, i + 1, end);
        return Characters.IsWord(text, i) ? WordEnd(text, i, end) : i;
    }

    private int WholeWordEnd(string text, int i, int end)
    {
        if (i > 0 && Characters.IsWord(text, i - 1))
            return i;
        Span<char> window = stackalloc char[_wholeWords.Longest];
        window = window[..Math.Min(window.Length, end - i)];
        text.AsSpan(i, window.Length).CopyTo(window);
        window.Replace('’', '\'');
        for (int length = window.Length; length > 1; length--)
        {
            if ((i + length == end || !Characters.IsWord(text, i + length)) && _wholeWords.Contains(window[..length]))
                return i + length;
        }
        return i;
    }

    /// <summary>"'s" after what it belongs to, "'90s" as one token; otherwise the apostrophe is a quotation mark.</summary>
    private static int AfterApostrophe(string text, int i, int end)
    {
        int run = Characters.WordEnd(text, i + 1, end);
        ReadOnlySpan<char> word = text.AsSpan(i + 1, run - i - 1);
        bool clings = i > 0 && !char.IsWhiteSpace(text[i - 1]);
        if (clings && Clitics.Contains(word))
            return run;
        bool year = word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word[2] == 's');
        return year && !clings && (run == end || !Characters.IsApostrophe(text[run])) ? run : i;
    }

    /// <summary>"1930's", a decade, is one token; "2024's" is two.</summary>
    private static int AfterNumber(string text, int i, int at, int end)
    {
        bool decade = at - i is 2 or 4 && text[at - 1] == '0' && at + 1 < end && Characters.IsApostrophe(text[at]) && text[at + 1] == 's';
        return decade && Characters.WordEnd(text, at + 1, end) == at + 2 ? at + 2 : at;
    }

    private int WordEnd(string text, int i, int end)
    {
        int at = Characters.WordEnd(text, i, end);
        bool stops = false;
        while (!stops && at < end)
        {
            int joined = text[at] switch
            {
                '.' => AfterStop(text, i, at, end, out stops),
                '$' => at - i <= 3 && Characters.IsUpper(text, i, end) && Characters.IsDigit(text, at + 1, end) ? at + 1 : at,
                '&' => AfterAmpersand(text, i, at, end),
                '/' => DocumentEnd(text, i, at, end),
                '@' => Characters.IsLetter(text, at + 1, end) ? Characters.WordEnd(text, at + 1, end) : at,
                var c when Characters.IsHyphen(c) => AfterHyphen(text, i, at, end),
                var c when Characters.IsApostrophe(c) => AfterInnerApostrophe(text, i, at, end, out stops),
                _ => at,
            };
            if (joined == at)
                break;
            at = joined;
        }
        if (at - i <= _longestContraction && _contractions.TryGetValue(text.AsSpan(i, at - i), out Contraction contraction)
            && (!contraction.InClause || ClauseFollows(text, at)))
        {
            return i + contraction.First;
        }
        return CurrencyEnd(text, i, at);
    }

    /// <summary>"its the best": what follows stands after no possessive, so the form is the one whose apostrophe was left out.</summary>
    private bool ClauseFollows(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsWhiteSpace(text[at]))
            return false;
        int word = Characters.WordEnd(text, at + 1, Math.Min(text.Length, at + 2 + _clauseWords.Longest));
        return _clauseWords.Contains(text.AsSpan(at + 1, word - at - 1)) && (word == text.Length || !Characters.IsHyphen(text[word]));
    }

    /// <summary>"Rs500" and "EUR20m" are a currency and a number.</summary>
    private int CurrencyEnd(string text, int i, int at)
    {
        int letters = i;
        while (letters < at && char.IsAsciiLetter(text[letters]))
            letters++;
        bool digits = letters > i && letters < at && char.IsAsciiDigit(text[letters]);
        return digits && char.IsUpper(text[i]) && _currencies.Contains(text.AsSpan(i, letters - i)) ? letters : at;
    }

    /// <summary>"S/RES/2254" and "A/73/PV.6": symbols of documents, capitals and digits between slashes.</summary>
    private static int DocumentEnd(string text, int i, int slash, int end)
    {
        if (slash - i > 2 || !char.IsAsciiLetterUpper(text[i]))
            return slash;
        int at = slash, slashes = 0, digits = 0;
        while (at < end && (char.IsAsciiLetterUpper(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '/' or '.' or '-'))
        {
            slashes += text[at] == '/' ? 1 : 0;
            digits += char.IsAsciiDigit(text[at]) ? 1 : 0;
            at++;
        }
        while (at > slash && text[at - 1] is '.' or '-' or '/')
            at--;
        return slashes > 1 && digits > 0 || digits > 3 ? at : slash;
    }

    private int AfterHyphen(string text, int i, int at, int end)
    {
        if (at + 1 == end)
            return IsBrokenOff(text, i, at) ? end : at;
        bool goesOn = Characters.IsLetter(text, at + 1, end) || Characters.IsDigit(text, at + 1, end);
        if (!goesOn || !_prefixes.Contains(text.AsSpan(i, at - i)))
            return at;
        bool name = at - i > 1 && char.IsAsciiLetterUpper(text[at - 1]) && Characters.IsLower(text, at + 1, end); // "UN-backed", not "un-backed"
        return name ? at : Characters.WordEnd(text, at + 1, end);
    }

    /// <summary>"th- the", "W- we": a word broken off and begun again.</summary>
    private static bool IsBrokenOff(string text, int i, int hyphen)
    {
        int length = hyphen - i;
        if (hyphen + 1 < text.Length && text[hyphen + 1] != ' ')
            return false; // divided at the end of a line
        if (length <= 2 && char.IsAsciiLetterLower(text[hyphen - 1]))
            return true;
        int next = hyphen + 2;
        return length < LongestFragment && next + length < text.Length && Characters.IsWord(text, next + length)
            && text.AsSpan(i, length).Equals(text.AsSpan(next, length), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>AT&amp;T, R&amp;D and q&amp;a are one token; B &amp; W in mixed company and "salt&amp;pepper" are three.</summary>
    private static int AfterAmpersand(string text, int i, int at, int end)
    {
        int next = Characters.WordEnd(text, at + 1, end);
        if (next == at + 1 || next - at > 4 || at - i > 3)
            return at;
        if (at - i == 1 && next == at + 2 && char.IsAsciiLetterLower(text[i]) && char.IsAsciiLetterLower(text[at + 1]))
            return next;
        for (int k = i; k < next; k++)
        {
            if (k != at && !char.IsAsciiLetterUpper(text[k]))
                return at;
        }
        return next;
    }

    /// <summary>Joins O'Brien; ends before 's and, one letter back, before n't.</summary>
    private static int AfterInnerApostrophe(string text, int i, int at, int end, out bool stops)
    {
        int run = Characters.WordEnd(text, at + 1, end);
        ReadOnlySpan<char> word = text.AsSpan(at + 1, run - at - 1);
        stops = true;
        if (word.Length == 1 && word[0] is 't' or 'T' && text[at - 1] is 'n' or 'N')
            return at - i == 1 ? run : at - 1;
        if (word.IsEmpty || Clitics.Contains(word))
            return at;
        stops = false;
        return run;
    }

    private int AfterStop(string text, int i, int at, int end, out bool stops)
    {
        stops = true;
        if (AcronymEnd(text, i, end, out bool dotted) is var acronym && acronym > at)
        {
            // "U.S." at the end of a paragraph gives its full stop to the sentence.
            return dotted && !_abbreviations.TakesStop(text, i, acronym - 1, acronym: acronym - i > 2) ? acronym - 1 : acronym;
        }
        if (_abbreviations.TakesStop(text, i, at, acronym: false))
            return at + 1;
        return at;
    }

    /// <summary>Letters with a full stop after each: U.S., p.m., D.C; Ph.D. and the like.</summary>
    /// <param name="dotted">The last letter has its full stop.</param>
    private static int AcronymEnd(string text, int i, int end, out bool dotted)
    {
        int at = i, parts = 0;
        dotted = false;
        while (at < end && char.IsLetter(text[at]))
        {
            int run = Characters.WordEnd(text, at, end);
            bool shortPart = run - at == 1 || (run - at == 2 && char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterLower(text[at + 1]));
            if (!shortPart)
                break;
            dotted = run < end && text[run] == '.';
            if (!dotted && run - at > 1)
                break;
            parts++;
            at = dotted ? run + 1 : run;
            if (!dotted)
                break;
        }
        dotted = at > i && text[at - 1] == '.';
        bool lettersOnly = parts > 1 && (at - i > 3 || !dotted);
        return lettersOnly ? at : i;
    }
}
