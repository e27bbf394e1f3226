using System.Text;
using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>Short forms of the names of bodies: "the Rapid Support Forces (RSF)", "the RSF".</summary>
internal static class Acronyms
{
    public static bool IsAcronym(string word) => word.Length is >= 2 and <= 8 && word.Count(char.IsUpper) >= 2 && word.All(c => char.IsUpper(c) || char.IsDigit(c) || c is '-' or '.');

    /// <summary>The first letters of the words: of all, and of those with a capital.</summary>
    public static IEnumerable<string> Of(string[] words) => words.Length < 2 ? [] : [Initials(words, capitalsOnly: true), Initials(words, capitalsOnly: false)];

    /// <summary>Gives every acronym in brackets behind a name that name.</summary>
    public static void Introduce(List<MentionDraft> names)
    {
        foreach (MentionDraft name in names)
        {
            if (name is { Kind: MentionKind.Name, Words: [var word], Type: not NameType.Person } && IsAcronym(word) && FullNameBefore(name.Head, names) is { } full && full != name)
                name.ShortOf = full;
        }
    }

    /// <summary>The name before the bracket in which the word stands alone; null when there is none.</summary>
    public static MentionDraft? FullNameBefore(Token acronym, List<MentionDraft> names) =>
        acronym.Previous is { Text: "(" or "[" } bracket && bracket.Previous is { } end && acronym.Next is { Text: ")" or "]" or "," }
            ? names.Find(m => m.Kind == MentionKind.Name && m.Type != NameType.Person && m.Span.End == end.Span.End)
            : null;

    private static string Initials(string[] words, bool capitalsOnly)
    {
        var initials = new StringBuilder(words.Length);
        foreach (string word in words)
        {
            for (int i = 0; i < word.Length; i++)
            {
                if (word[i] != '-' && (i == 0 || word[i - 1] == '-') && (!capitalsOnly || char.IsUpper(word[i])))
                    initials.Append(char.ToUpperInvariant(word[i]));
            }
        }
        return initials.ToString();
    }
}
