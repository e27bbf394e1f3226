using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Names;

/// <summary>Words that say something of the name beside them, from data/names/name-parts.tsv.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class NameWords(DataPack data)
{
    private readonly FrozenSet<string> _legalForms = Of(data, "legal-form", StringComparer.OrdinalIgnoreCase),
        _degrees = Of(data, "degree", StringComparer.Ordinal),
        _postalCodes = Of(data, "postal-code", StringComparer.Ordinal),
        _storms = Of(data, "storm", StringComparer.Ordinal),
        _days = Of(data, "day", StringComparer.OrdinalIgnoreCase);

    /// <summary>"Inc.", behind the name of a body.</summary>
    public bool IsLegalForm(string word) => char.IsUpper(word[0]) && _legalForms.Contains(word);

    /// <summary>"M.D.", behind a person's name and a comma.</summary>
    public bool IsDegree(string word) => _degrees.Contains(word);

    /// <summary>"OR", as letters are addressed.</summary>
    public bool IsPostalCode(string word) => _postalCodes.Contains(word);

    /// <summary>"Hurricane", before the name of one.</summary>
    public bool IsStorm(string word) => _storms.Contains(word);

    public bool IsDay(string word) => _days.Contains(word);

    private static FrozenSet<string> Of(DataPack data, string part, StringComparer comparer) =>
        data.Table("names/name-parts.tsv").Rows.Where(r => r["part"] == part).Select(r => r["word"]).ToFrozenSet(comparer);
}
