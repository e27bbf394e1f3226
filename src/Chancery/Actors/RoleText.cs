namespace Chancery.Actors;

/// <summary>How a role is written: title, "of", country.</summary>
internal static class RoleText
{
    private static readonly string[] PluralEndings = ["States", "Emirates", "Netherlands", "Philippines", "Islands", "Nations", "Maldives", "Bahamas", "Comoros", "Seychelles"];
    private static readonly string[] CommonNouns = ["Republic", "Kingdom", "Union", "Organization", "Organisation", "League", "Court", "Bank", "Fund", "Council", "Parliament", "Commission", "Agency", "Programme", "Army", "Forces", "Movement"];

    /// <returns>"President of the United States", "Ambassador to Russia (Germany)", "Secretary of State of the United States".</returns>
    public static string Of(string title, string body)
    {
        if (title.Contains(body, StringComparison.Ordinal))
            return title;
        string named = NeedsArticle(body) ? "the " + body : body;
        return title.Contains(" to ", StringComparison.Ordinal) ? $"{title} ({body})" : $"{title} of {named}";
    }

    private static bool NeedsArticle(string body) =>
        PluralEndings.Any(e => body.EndsWith(e, StringComparison.Ordinal)) || CommonNouns.Any(n => body.Contains(n, StringComparison.Ordinal));
}
