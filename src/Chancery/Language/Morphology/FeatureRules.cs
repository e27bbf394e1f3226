namespace Chancery.Language.Morphology;

/// <summary>Tells a word's features from its form, lemma, tags and place in the tree, by the guidelines of Universal Dependencies for English.</summary>
/// <remarks>Where the treebanks differ (gradable adverbs, number of "you"), UD English EWT is followed.</remarks>
internal static class FeatureRules
{
    private static readonly Features
        Singular = Features.Parse("Number=Sing"),
        Plural = Features.Parse("Number=Plur"),
        PluralOnly = Features.Parse("Number=Ptan"),
        Positive = Features.Parse("Degree=Pos"),
        Comparative = Features.Parse("Degree=Cmp"),
        Superlative = Features.Parse("Degree=Sup"),
        Negative = Features.Parse("Polarity=Neg"),
        ForeignWord = Features.Parse("Foreign=Yes"),
        Reciprocal = Features.Parse("PronType=Rcp");

    public static Features Of(Token token)
    {
        if (token.Upos == Upos.PUNCT)
            return default;
        Features features = ByClass(token);
        foreach (Token child in token.Children)
        {
            if (child.Deprel == "fixed")
                return Outward(token, features);
        }
        return features;
    }

    private static Features ByClass(Token token)
    {
        if (token.Upos is Upos.VERB or Upos.AUX)
            return VerbRules.Of(token);
        if (token.Upos is Upos.ADP or Upos.SCONJ)
            return default; // before the look-up, which has nothing on them: every sixth word is one
        if (WordFeatures.Of(token.Text, token.Upos, token.Xpos) is { } known)
            return token.Upos == Upos.PRON ? PronounRules.InPlace(token, known) : Numerals.InPlace(token, known);
        if (token.Xpos is "WP" or "WDT" or "WRB" or "WP$" && token.Upos is Upos.PRON or Upos.DET or Upos.ADV)
            return PronounRules.Asking(token);
        return token.Upos switch
        {
            Upos.NOUN or Upos.PROPN or Upos.SYM => Noun(token),
            Upos.ADJ => Adjective(token),
            Upos.ADV => token.Xpos switch { "RBR" => Comparative, "RBS" => Superlative, _ => Numerals.Ordinal(token) ?? default },
            Upos.NUM => Numerals.Number(token),
            Upos.PART => token.Xpos == "RB" ? Negative : default,
            // "teh", "thier": the lemma tells what was meant.
            Upos.DET or Upos.PRON => WordFeatures.Of(token.Lemma, token.Upos, token.Xpos) is { } meant ? PronounRules.InPlace(token, meant) : default,
            Upos.X => token.Xpos == "FW" ? ForeignWord : default,
            _ => default,
        };
    }

    private static Features Noun(Token token) => token.Xpos switch
    {
        "NN" => Numerals.Ordinal(token) ?? Singular,
        "NNP" or "AFX" => Singular,
        "NNPS" => Plural,
        "NNS" => Numerals.Decade(token) ?? (IsPluralOnly(token) ? PluralOnly : Plural),
        _ => default,
    };

    /// <summary>A plural that is its own dictionary form: "troops", "headquarters".</summary>
    private static bool IsPluralOnly(Token token) => token.Lemma.EndsWith('s') && token.IsLemma(token.Text);

    private static Features Adjective(Token token) => token.Xpos switch
    {
        "JJR" => Comparative,
        "JJS" => Superlative,
        "JJ" => Numerals.Ordinal(token) ?? Positive,
        "NNP" => Numerals.Ordinal(token) ?? Degree(token),
        "VBN" or "VBG" => default,
        _ => Positive,
    };

    /// <summary>In a name the tag does not tell: "Greater London".</summary>
    private static Features Degree(Token token) => token.IsLemma(token.Text) ? Positive
        : token.Text.EndsWith("er", StringComparison.OrdinalIgnoreCase) ? Comparative
        : token.Text.EndsWith("est", StringComparison.OrdinalIgnoreCase) ? Superlative : Positive;

    /// <summary>The first of several words that stand as one says what they are together: "because of" is an adposition.</summary>
    private static Features Outward(Token token, Features features)
    {
        Upos whole = token.Relation switch
        {
            "case" => Upos.ADP,
            "mark" => Upos.SCONJ,
            "cc" => Upos.CCONJ,
            "advmod" => Upos.ADV,
            _ => token.Upos is Upos.DET or Upos.PRON or Upos.NUM ? Upos.PRON : Upos.ADV,
        };
        return (whole == Upos.PRON ? Reciprocal : features).With(FeatureLayout.ExtPos, (int)whole);
    }
}
