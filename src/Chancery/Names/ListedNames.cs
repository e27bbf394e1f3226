using Chancery.Language.Encoding;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>
/// What is the name of one kind of thing only in the lists of names is of that kind, however unsure the network was: it met few armed
/// groups and towns in training.
/// </summary>
internal static class ListedNames
{
    public const string Rule = "names.lists";

    // Towns and divisions share their names with people and much else; here the network is overruled only when it is unsure.
    private const float Sure = 0.9f;

    /// <param name="lists">The lists that the whole name stands in.</param>
    public static Name Checked(Name name, NameList lists)
    {
        const NameList Places = NameList.Country | NameList.City | NameList.Division, Bodies = NameList.Organization | NameList.Group;
        bool place = (lists & Places) != 0, body = (lists & Bodies) != 0, given = (lists & NameList.GivenName) != 0;
        NameType? listed = (place, body, given) switch
        {
            (true, false, false) when (lists & NameList.Country) != 0 || name.Evidence.Score < Sure => NameType.Place,
            (false, true, false) => NameType.Organization,
            _ => null,
        };
        return listed is { } type && type != name.Type ? name with { Type = type, Evidence = name.Evidence with { Rule = Rule } } : name;
    }

    /// <summary>Whether the words are an address on the net, which names no one.</summary>
    public static bool IsAddress(ReadOnlySpan<char> words) =>
        words.Contains('@') || words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
