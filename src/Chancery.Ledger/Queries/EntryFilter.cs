namespace Chancery.Ledger;

/// <summary>Which entries to give. What is null or empty does not matter; all that is given must hold.</summary>
/// <remarks>Immutable; use <c>with</c>. What has no meaning for a kind of entry is passed over there (statements have no type, say).</remarks>
public sealed record EntryFilter
{
    /// <summary>An actor's key, name, or part of a name: "vladimir-putin", "Putin". Takes part in any role; several that the name can mean all count.</summary>
    public string? Actor { get; init; }

    /// <summary>A second actor who takes part too.</summary>
    public string? With { get; init; }

    /// <summary>Only as source of events, speaker of statements, maker of commitments.</summary>
    public string? By { get; init; }

    /// <summary>Only as target of events, audience of statements, addressee of commitments.</summary>
    public string? Toward { get; init; }

    /// <summary>ISO 3166 alpha-3 of an actor that takes part or of the place.</summary>
    public string? Country { get; init; }

    /// <summary>Types of events ("ASSAULT"), kinds of statements ("says") or of commitments ("pledge"); any of them.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Statuses of events ("happened"), states of commitments ("overdue"); any of them.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Name of a place, city or division where events are.</summary>
    public string? Place { get; init; }

    /// <summary>First day, included: of the event, of the saying, of the promise; where that is not known, of the report.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Who published the report.</summary>
    public string? Publisher { get; init; }

    /// <summary>Words that occur, in any order and form; "in quotation marks" as they stand; with * at the end, whatever begins so.</summary>
    public string? Words { get; init; }

    /// <summary>Only of this report.</summary>
    public EntryId? Report { get; init; }

    /// <summary>Commitments: the day as of which the state is told; null is the day of asking.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Commitments: due on or after this day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Commitments: due on or before this day.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Any of these actors takes part, in any role.</summary>
    public IReadOnlyList<string> AnyActor { get; init; } = [];

    /// <summary>Any of these words or "phrases" occurs.</summary>
    public IReadOnlyList<string> AnyWords { get; init; } = [];

    /// <summary>Events: at any of these places.</summary>
    public IReadOnlyList<string> AnyPlace { get; init; } = [];

    /// <summary>Only of reports that came into the ledger after this one, by number; 0: all.</summary>
    public long AfterReport { get; init; }
}
