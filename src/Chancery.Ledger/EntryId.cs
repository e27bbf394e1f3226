using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Chancery.Ledger;

/// <summary>What an id of the ledger names.</summary>
public enum EntryKind : byte
{
    Report,
    Statement,
    Event,
    Commitment,
}

/// <summary>The name of an entry within one ledger: "r12" a report, "s12" a statement, "v12" an event, "c12" a commitment.</summary>
/// <remarks>Never given to another entry. Ids of a reading ("s1" of one report) are other ids.</remarks>
public readonly record struct EntryId(EntryKind Kind, long Number)
{
    private const string Letters = "rsvc";

    public static bool TryParse([NotNullWhen(true)] string? text, out EntryId id)
    {
        id = default;
        if (text is not { Length: > 1 } || Letters.IndexOf(char.ToLowerInvariant(text[0]), StringComparison.Ordinal) is var kind && kind < 0)
            return false;
        if (!long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < 1)
            return false;
        id = new EntryId((EntryKind)kind, number);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind]}{Number}");
}
