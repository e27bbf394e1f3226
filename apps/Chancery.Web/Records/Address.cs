using Microsoft.AspNetCore.Http.Extensions;

namespace Chancery.Web.Records;

/// <summary>Addresses of pages, made in one place.</summary>
public static class Address
{
    public static string Actor(string key) => "/actors/" + Uri.EscapeDataString(key);
    public static string Dossier(string name) => "/dossiers/" + Uri.EscapeDataString(name);

    /// <summary>A report, at the words from one offset to another.</summary>
    public static string Words(Ledger.Source source) => FormattableString.Invariant($"/reports/{source.Report}?at={source.Sentence.Start}-{source.Sentence.End}#sought");

    public static string Entry(Ledger.EntryId id) => id.Kind switch
    {
        Ledger.EntryKind.Report => $"/reports/{id}",
        Ledger.EntryKind.Statement => $"/statements/{id}",
        Ledger.EntryKind.Event => $"/events/{id}",
        _ => $"/commitments/{id}",
    };

    /// <summary>A path with these values behind the question mark; what is null or empty is left out.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        foreach ((string name, string? value) in values)
        {
            if (value is { Length: > 0 })
                query.Add(name, value);
        }
        return path + query;
    }

    /// <summary>The query of a request with some values changed; null takes one out.</summary>
    public static string With(HttpRequest request, string? path, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = new QueryBuilder();
        foreach ((string name, var values) in request.Query)
        {
            bool changed = false;
            foreach ((string other, _) in changes)
                changed |= other == name;
            if (changed)
                continue;
            foreach (string? value in values)
            {
                if (value is { Length: > 0 })
                    query.Add(name, value);
            }
        }
        foreach ((string name, string? value) in changes)
        {
            if (value is not null)
                query.Add(name, value);
        }
        return (path ?? request.Path) + query;
    }
}
