using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace Chancery.Language.Morphology;

/// <summary>Where in the bits of <see cref="Features"/> one feature lies.</summary>
/// <param name="Mask">All its bits, before the shift.</param>
/// <param name="Values">By number; the one at 0 means that the word has no such feature.</param>
internal sealed record FeatureField(string Name, int Shift, int Mask, ImmutableArray<string> Values);

/// <summary>All features in the order in which Universal Dependencies writes them, and their names.</summary>
internal static class FeatureLayout
{
    private static readonly List<FeatureField> Fields = [];

    // A few hundred different ones occur; each is written once, so that a token's string costs one look-up and no memory.
    private static readonly ConcurrentDictionary<ulong, string> Written = new();

    // The names of the values stand here, not taken from the enumerations: no reflection. In the order of the enumerations.
    public static readonly FeatureField
        Case = Add("Case", "Nom Acc Gen"),
        Definite = Add("Definite", "Def Ind"),
        Degree = Add("Degree", "Pos Cmp Sup"),
        ExtPos = Add("ExtPos", "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB"),
        Foreign = Add("Foreign", "Yes"),
        Gender = Add("Gender", "Masc Fem Neut"),
        Mood = Add("Mood", "Ind Imp Sub"),
        Number = Add("Number", "Sing Plur Ptan"),
        NumForm = Add("NumForm", "Digit Word Combi Roman"),
        NumType = Add("NumType", "Card Ord Frac Mult"),
        Person = Add("Person", "1 2 3"),
        Polarity = Add("Polarity", "Neg Pos"),
        Poss = Add("Poss", "Yes"),
        PronType = Add("PronType", "Prs Art Dem Ind Int Rel Neg Tot Emp Rcp"),
        Reflex = Add("Reflex", "Yes"),
        Tense = Add("Tense", "Past Pres"),
        VerbForm = Add("VerbForm", "Fin Inf Part Ger"),
        Voice = Add("Voice", "Pass");

    private static FeatureField Add(string name, string values)
    {
        string[] names = ["", .. values.Split(' ')];
        int shift = Fields.Count == 0 ? 0 : Fields[^1].Shift + int.PopCount(Fields[^1].Mask);
        int mask = (1 << (32 - int.LeadingZeroCount(names.Length - 1))) - 1;
        var field = new FeatureField(name, shift, mask, [.. names]);
        Fields.Add(field);
        return field;
    }

    public static Features Parse(string text)
    {
        var features = new Features();
        if (text == "_")
            return features;
        foreach (string pair in text.Split('|'))
        {
            string[] parts = pair.Split('=');
            FeatureField? field = Fields.Find(f => f.Name == parts[0]);
            int value = field is null || parts.Length != 2 ? -1 : field.Values.IndexOf(parts[1], 1);
            if (value < 1)
                throw new FormatException($"\"{pair}\" is no feature; expected one such as Number=Sing");
            features = features.With(field!, value);
        }
        return features;
    }

    public static string Write(Features features) => features.Bits == 0 ? "_" : Written.GetOrAdd(features.Bits, static bits =>
    {
        var text = new StringBuilder();
        foreach (FeatureField field in Fields)
        {
            int value = (int)(bits >> field.Shift) & field.Mask;
            if (value > 0)
                text.Append(text.Length > 0 ? "|" : "").Append(field.Name).Append('=').Append(field.Values[value]);
        }
        return text.ToString();
    });
}
