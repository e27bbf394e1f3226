using Chancery.Ledger;

namespace Chancery.Web.Pages.Records;

/// <summary>An entry that a search found, with who takes part in it.</summary>
/// <param name="Class">Style class of its kind.</param>
/// <param name="Tag">What stands out: a status, a state, a form.</param>
public sealed record FoundEntry(SearchHit Hit, string Class, string Kind, string Tag, IReadOnlyList<Party> Who, IReadOnlyList<Party> Whom)
{
    public static FoundEntry Of(LedgerStore ledger, SearchHit hit, DateOnly on) => hit.Id.Kind switch
    {
        EntryKind.Statement when ledger.Statement(hit.Id) is { } s => new(hit, "st", s.Kind, s.Form, One(s.Speaker), s.Audience),
        EntryKind.Event when ledger.Event(hit.Id) is { } e => new(hit, e.Quad.EndsWith("cooperation", StringComparison.Ordinal) ? "ev good" : "ev bad", e.Type, e.Status, e.Sources, e.Targets),
        EntryKind.Commitment when ledger.Commitment(hit.Id, on) is { } c => new(hit, "co", c.Kind, c.State, One(c.By), c.Toward),
        _ => new(hit, "", "entry", "", [], []),
    };

    private static IReadOnlyList<Party> One(Party? party) => party is null ? [] : [party];
}
