using System.Collections.Immutable;

namespace Chancery.Ledger;

/// <summary>What can have become of a commitment by a day.</summary>
public static class CommitmentStates
{
    /// <summary>It can still be kept, or no day is set.</summary>
    public const string Open = "open";
    public const string Kept = "kept";
    public const string Unkept = "unkept";

    /// <summary>The last day is past, and nothing the ledger holds tells what came of it.</summary>
    public const string Overdue = "overdue";

    /// <summary>An event of a later report may have kept it; a person has not decided.</summary>
    public const string LikelyKept = "likely-kept";

    /// <summary>An event of a later report may have broken it; a person has not decided.</summary>
    public const string LikelyUnkept = "likely-unkept";
    public const string Postponed = "postponed";
    public const string Cancelled = "cancelled";

    /// <summary>Made anew by a later commitment, which is now the one to watch.</summary>
    public const string Renewed = "renewed";

    public static ImmutableArray<string> All { get; } = [Open, Kept, Unkept, Overdue, LikelyKept, LikelyUnkept, Postponed, Cancelled, Renewed];

    /// <summary>Those a person can decide on.</summary>
    public static ImmutableArray<string> ForDecisions { get; } = [Kept, Unkept, Open, Postponed, Cancelled, Renewed];
}

/// <summary>A person's word on a commitment. Decisions are kept for good, undone ones too.</summary>
/// <param name="Effective">From this day on the commitment is in this state.</param>
/// <param name="Undone">Null while it holds.</param>
public sealed record Decision(long Number, EntryId Commitment, string State, DateOnly Effective, string Note, string Author, DateTimeOffset Made, DateTimeOffset? Undone, string? UndoneBy);

/// <summary>An event of another report that may have kept or broken a commitment.</summary>
/// <param name="Effect">"keeps" or "breaks".</param>
/// <param name="Score">0 to 1: how well actor, deed, addressee, words and day agree.</param>
/// <param name="Reason">What agrees, in words.</param>
public sealed record Candidate(EntryId Commitment, EventRow Event, string Effect, double Score, string Reason);

/// <summary>The state of a commitment over a span of days.</summary>
/// <param name="Until">First day on which it no longer holds; null while it does.</param>
public sealed record StateSpan(DateOnly? From, DateOnly? Until, string State, string Reason);
