using System.Text;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>The form in which names of places are compared.</summary>
internal static class PlaceKey
{
    /// <summary>Lower case, without accents, apostrophes, full stops and a leading "the", hyphens and white space as one blank.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '-' or '‑' or '–' or '\u00A0' || char.IsWhiteSpace(c))
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (char.IsLetterOrDigit(c) || c == '/')
            {
                key.Append(char.ToLowerInvariant(Plain(c)));
            }
        }
        string found = key.ToString().TrimEnd();
        return found.StartsWith("the ", StringComparison.Ordinal) ? found[4..] : found;
    }

    /// <summary>GeoNames writes Arabic and Persian names with letters that no newspaper prints.</summary>
    private static char Plain(char c) => c switch
    {
        'ḩ' or 'ḥ' or 'ẖ' or 'Ḩ' or 'Ḥ' => 'h',
        'ṭ' or 'ṯ' or 'Ṭ' or 'Ṯ' => 't',
        'ẓ' or 'ẕ' or 'Ẓ' or 'Ẕ' => 'z',
        'ḍ' or 'ḏ' or 'Ḍ' or 'Ḏ' => 'd',
        'ṣ' or 'Ṣ' => 's',
        'ḵ' or 'Ḵ' => 'k',
        'ḻ' or 'ḷ' => 'l',
        'ṟ' or 'ṛ' => 'r',
        'ṇ' or 'ṉ' or 'ṅ' => 'n',
        _ => Accents.Strip(c),
    };
}
