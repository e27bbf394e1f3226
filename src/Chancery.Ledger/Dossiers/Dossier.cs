namespace Chancery.Ledger;

/// <summary>A saved view of the ledger: a process, such as peace talks.</summary>
/// <param name="Name">Short, unique, without blanks: "ukraine-talks".</param>
/// <param name="Actors">Keys or names; an entry belongs when any of them takes part. Empty: all.</param>
/// <param name="Words">Words or "phrases"; an entry belongs when any of them occurs. Empty: all.</param>
/// <param name="Places">Names of places; an event belongs when it is at any of them. Empty: all.</param>
/// <param name="Seen">When it was last looked at with <see cref="LedgerStore.MarkSeen"/>; null: never.</param>
public sealed record Dossier(
    string Name, string Title, IReadOnlyList<string> Actors, IReadOnlyList<string> Words, IReadOnlyList<string> Places, DateOnly? From, DateOnly? To, DateTimeOffset Created, DateTimeOffset? Seen);

/// <summary>What a dossier shows.</summary>
/// <param name="Timeline">Events by day, in the order of time, at most as many as asked for: the latest.</param>
/// <param name="Met">Who met whom (CONSULT that took place or goes on), the most frequent first.</param>
/// <param name="Open">Commitments that are open, overdue or likely kept or unkept, those due first in front.</param>
/// <param name="New">What came in since the dossier was last looked at.</param>
public sealed record DossierView(Dossier Dossier, IReadOnlyList<EventRow> Timeline, IReadOnlyList<RelationRow> Met, IReadOnlyList<CommitmentRow> Open, DossierNews New);

/// <summary>What came in since a dossier was last looked at; all of it when it never was.</summary>
public sealed record DossierNews(IReadOnlyList<EventRow> Events, IReadOnlyList<StatementRow> Statements, IReadOnlyList<CommitmentRow> Commitments);
