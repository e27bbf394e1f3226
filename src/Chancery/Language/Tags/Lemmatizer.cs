using System.Collections.Frozen;
using System.Globalization;
using Chancery.Data;

namespace Chancery.Language.Tags;

/// <summary>Dictionary forms as Universal Dependencies English (EWT) gives them: went, go; talks, talk; 's, be; 15,000, 15000.</summary>
/// <remarks>Irregular forms and the endings of regular ones are tables of data/language. Immutable; one instance serves all threads.</remarks>
public sealed class Lemmatizer
{
    private const int LongestAbbreviation = 2; // TV, IT; of longer ones, as of words that are shouted, the lemma is in small letters
    private const int LongestMixed = 3; // PhD
    private const int LongestWord = 40;
    private static readonly string[] VerbPrefixes = ["re-", "re", "un", "over", "under", "out", "mis", "fore", "pre", "up", "with"];
    private const int ShortestShout = 6; // WASHINGTON, but not NATO

    private readonly FrozenDictionary<(string Form, string Tag), string> _forms;
    private readonly FrozenDictionary<(string Form, string Tag), string> _irregular;
    private readonly FrozenDictionary<(string Ending, string Kind), string> _endings;
    private readonly FrozenSet<string> _capitalised;
    private readonly FrozenDictionary<string, string> _capitalOf; // by the word in small letters, for nouns and adjectives
    private readonly FrozenDictionary<string, string> _nameOf;    // the same for names
    private readonly int _longestEnding;

    public Lemmatizer(DataPack data)
    {
        var forms = new Dictionary<(string, string), string>();
        foreach (TableRow row in data.Table("language/function-words.tsv").Rows)
        {
            foreach (string tag in row.List("tags"))
                forms.TryAdd((row["form"], tag), row["lemma"]);
        }
        _forms = forms.ToFrozenDictionary();
        _irregular = Irregular(data).ToFrozenDictionary();
        _endings = data.Table("language/endings.tsv").Rows
            .SelectMany(row => row.List("endings"), (row, ending) => (Key: (ending, row["kind"]), Becomes: Becomes(ending, row["becomes"])))
            .ToFrozenDictionary(e => e.Key, e => e.Becomes);
        _longestEnding = _endings.Keys.Max(k => k.Ending.Length);
        Table capitals = data.Table("language/capital-words.tsv");
        _capitalised = capitals.Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
        _capitalOf = BySmall(capitals.Rows.Where(row => row["small"] != "yes").Select(row => row["word"]));
        _nameOf = BySmall(data.Table("language/common-names.tsv").Rows.Select(row => row["name"]).Concat(_capitalised));
    }

    private static FrozenDictionary<string, string> BySmall(IEnumerable<string> words) =>
        words.Distinct(StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(word => word.ToLowerInvariant(), StringComparer.Ordinal);

    /// <param name="change">"~" is the ending itself, "&lt;" the ending without its last letter.</param>
    private static string Becomes(string ending, string change)
    {
        string bare = ending.TrimStart('^');
        return change.Replace("~", bare, StringComparison.Ordinal).Replace("<", bare[..^1], StringComparison.Ordinal);
    }

    private static Dictionary<(string, string), string> Irregular(DataPack data)
    {
        var all = new Dictionary<(string, string), string>();
        void Add(TableRow row, string column, string tag)
        {
            foreach (string form in row.List(column))
                all.TryAdd((form, tag), row["lemma"]);
        }
        foreach (TableRow row in data.Table("language/irregular-verbs.tsv").Rows)
        {
            Add(row, "third", "VBZ");
            Add(row, "past", "VBD");
            Add(row, "participle", "VBN");
            Add(row, "gerund", "VBG");
        }
        foreach (TableRow row in data.Table("language/irregular-nouns.tsv").Rows)
            Add(row, "plural", "NNS");
        foreach (TableRow row in data.Table("language/irregular-adjectives.tsv").Rows)
        {
            Add(row, "comparative", row["adverb"] == "yes" ? "RBR" : "JJR");
            Add(row, "superlative", row["adverb"] == "yes" ? "RBS" : "JJS");
        }
        return all;
    }

    /// <param name="form">The token as it stands in the text.</param>
    /// <param name="xpos">Penn Treebank tag; "" where unknown.</param>
    /// <returns>At least one character where the form has one.</returns>
    public string Lemma(string form, Upos upos, string xpos)
    {
        string word = Plain(form);
        string lower = word.ToLowerInvariant();
        if (_forms.TryGetValue((lower, xpos), out string? lemma) || _forms.TryGetValue((lower, upos.ToString()), out lemma))
            return lemma;
        if (upos is Upos.ADJ or Upos.ADV or Upos.INTJ && WithoutLengthening(lower) is var brief && brief.Length < lower.Length)
            return Lemma(brief, upos, xpos);
        lemma = upos switch
        {
            Upos.PROPN => ProperNoun(word, lower, xpos),
            Upos.NOUN => Noun(word, lower, xpos),
            Upos.VERB or Upos.AUX => Verb(word, lower, xpos),
            Upos.ADJ or Upos.ADV => Adjective(word, lower, xpos),
            Upos.NUM => Number(word, lower),
            Upos.X when xpos == "GW" => lower, // a piece of a word that was divided
            Upos.X or Upos.SYM or Upos.PUNCT => word,
            _ => lower,
        };
        return lemma.Length > 0 ? lemma : word; // of a lone "s" an ending leaves nothing
    }

    /// <summary>The same with the word's place in the tree: 's is "have" where it makes the perfect (it 's been), else "be".</summary>
    /// <param name="headXpos">Penn tag of the word it depends on; "" for the root.</param>
    internal string Lemma(string form, Upos upos, string xpos, string deprel, string headXpos)
    {
        string lemma = Lemma(form, upos, xpos);
        bool clitic = lemma == "be" && form.Length > 0 && form[^1] is 's' or 'S' && (form.Length == 1 || (form.Length == 2 && !char.IsLetter(form[0])));
        return clitic && deprel == "aux" && headXpos != "VBG" ? "have" : lemma;
    }

    /// <summary>Without characters that have no width; ’ as '. A form of nothing else stays as it is.</summary>
    private static string Plain(string form)
    {
        if (!form.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return form;
        string kept = string.Concat(form.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Replace('’', '\'');
        return kept.Length == 0 ? form : kept;
    }

    /// <summary>"sooooo" is "so", "hmmm" is "hmm": no word has the same letter three times in a row.</summary>
    private static string WithoutLengthening(string word)
    {
        if (word.Length > LongestWord)
            return word;
        for (int i = 0; i + 2 < word.Length; i++)
        {
            if (word[i] != word[i + 1] || word[i] != word[i + 2] || !char.IsAsciiLetterLower(word[i]))
                continue;
            int end = i + 3;
            while (end < word.Length && word[end] == word[i])
                end++;
            bool hum = i > 0 && word[i] is 'm' or 'r' && word[i - 1] is 'h' or 'g' or 'b';
            bool slip = end == i + 3 && word[i] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w'); // "litttle"
            return WithoutLengthening(word[..(i + (hum || slip ? 2 : 1))] + word[end..]);
        }
        return word;
    }

    private string ProperNoun(string word, string lower, string xpos)
    {
        if (_nameOf.TryGetValue(word, out string? name)) // "paris" in web text
            word = name;
        if (word.Length >= ShortestShout && word.All(char.IsAsciiLetterUpper) && !_capitalised.Contains(word))
            word = word[0] + lower[1..];
        if (xpos != "NNPS")
            return word;
        return WithCaseOf(word, _irregular.TryGetValue((lower, "NNS"), out string? irregular) ? irregular : Rewrite(lower, "plural"));
    }

    private string Noun(string word, string lower, string xpos)
    {
        bool plural = xpos is "NNS" or "NNPS";
        if (plural && lower.Length > 2 && lower.EndsWith("'s", StringComparison.Ordinal)) // the greengrocer's plural; the 1980's
            return lower.Length > 3 && lower[^3] == '0' && char.IsAsciiDigit(lower[^4]) ? lower[..^2] + "s" : Noun(word[..^2], lower[..^2], "NN");
        if (plural && lower.Length > 2 && lower.EndsWith("s.", StringComparison.Ordinal))
            return lower[..^2] + "."; // "Reps."
        string lemma = !plural || char.IsAsciiDigit(word[0]) ? lower // "1990s" stays
            : _irregular.TryGetValue((lower, "NNS"), out string? irregular) ? irregular : Rewrite(lower, "plural");
        if (Capitalised(word, lemma) is { } name)
            return name;
        return IsAbbreviation(plural && word[^1] == 's' ? word[..^1] : word) ? WithCaseOf(word, lemma) : lemma;
    }

    /// <returns>The lemma with its capital where it always has one, however the word stands in the text: Islamist, French.</returns>
    private string? Capitalised(string word, string lemma)
    {
        if (char.IsUpper(word[0]) && WithCaseOf(word, lemma) is var asWritten && _capitalised.Contains(asWritten))
            return asWritten;
        return char.IsUpper(word[0]) ? null : _capitalOf.GetValueOrDefault(lemma);
    }

    private string Verb(string word, string lower, string xpos)
    {
        if (xpos == "NNP") // in a name: United, Breaking
            return WithCaseOf(word, Verb(lower, lower, lower.EndsWith("ing", StringComparison.Ordinal) ? "VBG" : "VBN"));
        if (_irregular.TryGetValue((lower, xpos), out string? irregular))
            return irregular;
        foreach (string prefix in VerbPrefixes) // overthrew, resold, misread
        {
            if (lower.StartsWith(prefix, StringComparison.Ordinal) && _irregular.TryGetValue((lower[prefix.Length..], xpos), out irregular))
                return prefix + irregular;
        }
        return xpos switch
        {
            "VBZ" => Rewrite(lower, "third"),
            "VBG" when lower.Length > 4 && lower.EndsWith("ing", StringComparison.Ordinal) => Rewrite(lower[..^3], "stem"),
            "VBG" when lower.Length > 4 && lower.EndsWith("in'", StringComparison.Ordinal) => Rewrite(lower[..^3], "stem"),
            "VBD" or "VBN" when lower.Length > 3 && lower.EndsWith("ed", StringComparison.Ordinal) => Rewrite(lower[..^2], "stem"),
            _ => lower,
        };
    }

    private string Adjective(string word, string lower, string xpos)
    {
        if (_irregular.TryGetValue((lower, xpos), out string? irregular))
            return irregular;
        return xpos switch
        {
            "JJR" or "RBR" when lower.Length > 4 && lower.EndsWith("er", StringComparison.Ordinal) => Rewrite(lower[..^2], "degree"),
            "JJS" or "RBS" when lower.Length > 5 && lower.EndsWith("est", StringComparison.Ordinal) => Rewrite(lower[..^3], "degree"),
            "NNP" => InAName(word, lower),
            _ when IsOfAName(word) => word,
            _ => Capitalised(word, lower) ?? lower,
        };
    }

    /// <summary>An adjective that is part of a name: "Greater Manchester", UNITED.</summary>
    private string InAName(string word, string lower)
    {
        if (lower == "greater" || _irregular.ContainsKey((lower, "JJR")) || _irregular.ContainsKey((lower, "JJS")))
            return WithCaseOf(word, Adjective(lower, lower, lower[^1] == 'r' ? "JJR" : "JJS"));
        return word.Length > LongestAbbreviation && word.All(char.IsAsciiLetterUpper) ? word[0] + lower[1..] : word;
    }

    private static string Number(string word, string lower) =>
        char.IsAsciiDigit(word[0]) ? word.Replace(",", "", StringComparison.Ordinal) : word.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C') ? word : lower;

    /// <summary>Rewrites the longest ending the table has; "^" in front of an ending means the whole word.</summary>
    private string Rewrite(string word, string kind)
    {
        int part = word.LastIndexOf('-') + 1;
        if (_endings.TryGetValue(("^" + word[part..], kind), out string? whole))
            return word[..part] + whole;
        for (int length = Math.Min(word.Length, _longestEnding); length > 0; length--)
        {
            if (_endings.TryGetValue((word[^length..], kind), out string? becomes))
                return word[..^length] + becomes;
        }
        return word;
    }

    /// <summary>TV, GDP, CO2, CoM; four capitals and more are mostly a word that is shouted.</summary>
    private static bool IsAbbreviation(string word)
    {
        int upper = word.Count(char.IsUpper), digits = word.Count(char.IsAsciiDigit);
        return upper > 0 && (word.Length <= LongestAbbreviation ? upper + digits == word.Length : digits > 0 && upper + digits == word.Length)
            || (upper > 1 && upper < word.Length && word.Length <= LongestMixed);
    }

    /// <summary>Adjectives of names keep their capital wherever they stand: Russian, pro-Western, Islamic.</summary>
    private bool IsOfAName(string word)
    {
        int part = word.LastIndexOf('-') + 1;
        return part < word.Length && char.IsUpper(word[part]) && (part > 0 || _capitalised.Contains(word));
    }

    /// <summary>Takes from the word the capitals of the letters that stay.</summary>
    private static string WithCaseOf(string word, string lemma)
    {
        int kept = 0;
        while (kept < lemma.Length && kept < word.Length && char.ToLowerInvariant(word[kept]) == lemma[kept])
            kept++;
        return kept == 0 && lemma.Length > 0 && char.IsUpper(word[0]) ? char.ToUpperInvariant(lemma[0]) + lemma[1..] : word[..kept] + lemma[kept..];
    }
}
