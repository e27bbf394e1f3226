using Chancery.Learning;

namespace Chancery.Language.Tags;

/// <summary>What the models see of a word's letters: hashes of the word and of its parts. Made once, used by every model.</summary>
public readonly struct WordCodes
{
    /// <summary>The word as written, with every digit read as 0.</summary>
    public uint Form { get; private init; }
    public uint Lower { get; private init; }
    public uint Suffix1 { get; private init; }
    public uint Suffix2 { get; private init; }
    public uint Suffix3 { get; private init; }
    public uint Suffix4 { get; private init; }
    public uint Prefix1 { get; private init; }
    public uint Prefix2 { get; private init; }
    public uint Prefix3 { get; private init; }

    /// <summary>Kinds of letters in a row, each run once: "Xx" for "Paris", "0-x" for "12-year".</summary>
    public uint Shape { get; private init; }
    public bool IsCapital { get; private init; }

    /// <summary>More than one letter and none in lower case.</summary>
    public bool IsAllCapitals { get; private init; }

    /// <summary>Words beyond the sentence.</summary>
    public static WordCodes Outside { get; } = new() { Form = 1, Lower = 1 };

    public static WordCodes Of(ReadOnlySpan<char> word)
    {
        const int Longest = 48; // what stands beyond says nothing of the word class, save its ending
        if (word.Length > Longest)
            word = word[^Longest..];
        Span<char> form = stackalloc char[Longest], lower = stackalloc char[Longest], shape = stackalloc char[Longest];
        int shapeLength = 0, letters = 0, small = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = Plain(word[i]);
            form[i] = char.IsDigit(c) ? '0' : c;
            lower[i] = char.ToLowerInvariant(form[i]);
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            letters += char.IsLetter(c) ? 1 : 0;
            small += kind == 'x' ? 1 : 0;
            if (shapeLength == 0 || shape[shapeLength - 1] != kind)
                shape[shapeLength++] = kind;
        }
        form = form[..word.Length];
        lower = lower[..word.Length];
        return new WordCodes
        {
            Form = FeatureHash.Of(form),
            Lower = FeatureHash.Of(lower),
            Suffix1 = Ending(lower, 1),
            Suffix2 = Ending(lower, 2),
            Suffix3 = Ending(lower, 3),
            Suffix4 = Ending(lower, 4),
            Prefix1 = Beginning(lower, 1),
            Prefix2 = Beginning(lower, 2),
            Prefix3 = Beginning(lower, 3),
            Shape = FeatureHash.Of(shape[..shapeLength]),
            IsCapital = word.Length > 0 && char.IsUpper(word[0]),
            IsAllCapitals = letters > 1 && small == 0,
        };
    }

    // The corpora write straight quotation marks and hyphens, newspapers curved and long ones.
    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u00AD' => '-',
        '\u2012' or '\u2014' or '\u2015' => '\u2013',
        _ => c,
    };

    private static uint Ending(ReadOnlySpan<char> word, int length) => FeatureHash.Of(word[Math.Max(0, word.Length - length)..]);

    private static uint Beginning(ReadOnlySpan<char> word, int length) => FeatureHash.Of(word[..Math.Min(length, word.Length)]);
}
