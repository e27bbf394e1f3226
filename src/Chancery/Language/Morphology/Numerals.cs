namespace Chancery.Language.Morphology;

/// <summary>Features of numbers, in digits and in words.</summary>
internal static class Numerals
{
    private static readonly Features
        Digits = Features.Parse("NumForm=Digit|NumType=Card"),
        Fraction = Features.Parse("NumForm=Digit|NumType=Frac"),
        Words = Features.Parse("NumForm=Word|NumType=Card"),
        Roman = Features.Parse("NumForm=Roman|NumType=Card"),
        OrdinalDigits = Features.Parse("NumForm=Combi|NumType=Ord"),
        Decades = Features.Parse("Number=Ptan|NumForm=Combi|NumType=Card");

    public static Features Number(Token token)
    {
        string text = token.Text;
        if (text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || text.AsSpan().IndexOfAny("½¼¾") >= 0)
            return token.Xpos == "CD" && IsFraction(text) ? Fraction : Digits;
        if (text.AsSpan().IndexOfAnyExcept("IVXLCDM") < 0 && (text != "I" || token.Is("flat") || token.Is("dep")))
            return Roman;
        return token.Xpos == "LS" && text.Length == 1 ? default : Words;
    }

    /// <summary>"3.5", "1/2", "½"; but "9/11" is a day.</summary>
    private static bool IsFraction(string text)
    {
        if (text.AsSpan().IndexOfAny("½¼¾") >= 0)
            return true;
        if (text is [>= '1' and <= '3', '/', >= '2' and <= '8'])
            return true;
        int point = text.LastIndexOf('.');
        return point >= 0 && point + 1 < text.Length
            && text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && text.AsSpan(0, point).TrimStart("+-").IndexOfAnyExcept("0123456789,") < 0;
    }

    /// <summary>"19th", "twenty-first" with what else their part of speech has; null when the word is no ordinal.</summary>
    public static Features? Ordinal(Token token)
    {
        string text = token.Text;
        if (text.Length > 2 && char.IsAsciiDigit(text[0]))
        {
            return text.AsSpan(0, text.Length - 2).IndexOfAnyExcept("0123456789,") < 0 && text[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th"
                ? OrdinalDigits.With(FeatureLayout.Number, token.Upos == Upos.NOUN ? (int)Morphology.Number.Sing : 0)
                    .With(FeatureLayout.Degree, token.Upos == Upos.ADJ ? (int)Morphology.Degree.Pos : 0)
                : null;
        }
        int hyphen = text.LastIndexOf('-');
        return hyphen > 0 && WordFeatures.Of(text[(hyphen + 1)..], token.Upos, token.Xpos) is { NumType: NumType.Ord } last ? last : null;
    }

    /// <summary>"a third of the seats" is a fraction, "the third of May" a day.</summary>
    public static Features InPlace(Token token, Features features) =>
        features is { NumType: NumType.Ord, Number: Morphology.Number.Sing } && token.Child("nmod") is not null
            && (token.Child("nummod") is not null || token.Child("det") is { } article && article.IsLemma("a"))
            ? features.With(FeatureLayout.NumType, (int)NumType.Frac) : features;

    /// <summary>"1990s", "80's", "mid-20s", "mid-nineties"; null when the word is none.</summary>
    public static Features? Decade(Token token)
    {
        ReadOnlySpan<char> text = token.Text;
        if (text.StartsWith("mid-", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        if (text.IndexOfAnyInRange('0', '9') < 0)
            return text.Length < token.Text.Length ? WordFeatures.Of(text.ToString(), token.Upos, token.Xpos) : null;
        ReadOnlySpan<char> digits = text.TrimStart("'’").TrimEnd("s").TrimEnd("'’");
        return text.EndsWith("s") && digits.EndsWith("0") && digits.IndexOfAnyExceptInRange('0', '9') < 0 ? Decades : null;
    }
}
