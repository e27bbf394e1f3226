using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>Words that an entry rests on, by what they do for it: "content", "cue", "trigger".</summary>
public sealed record ExplainedWords(string Role, string Words, SpanList Spans);

/// <summary>Why an entry is in the ledger: the words in their sentence, what made it, by which versions.</summary>
/// <param name="Summary">The entry in one line.</param>
/// <param name="Sentence">The sentence the words stand in, as the report has it.</param>
/// <param name="Superseded">Its report was read anew, and the entry holds no longer.</param>
/// <param name="Accounts">For an event: what each report says.</param>
/// <param name="Candidates">For a commitment: events that may have kept or broken it.</param>
/// <param name="States">For a commitment: its states over time.</param>
/// <param name="Decisions">For a commitment: what people decided.</param>
/// <param name="Chain">For a commitment: those it renews or is renewed by.</param>
public sealed record Explained(
    EntryId Id, string Summary, Source Source, string Sentence, IReadOnlyList<ExplainedWords> Words, string Versions, bool Superseded,
    IReadOnlyList<AccountRow> Accounts, IReadOnlyList<Candidate> Candidates, IReadOnlyList<StateSpan> States, IReadOnlyList<Decision> Decisions, IReadOnlyList<CommitmentRow> Chain);

public sealed partial class LedgerStore
{
    /// <summary>Why an entry is in the ledger; null when there is none with this id.</summary>
    public Explained? Explain(EntryId id)
    {
        switch (id.Kind)
        {
            case EntryKind.Statement when Statement(id) is { } s:
                return Why(id, $"{s.Speaker?.Name ?? "someone"} {s.Kind}, {s.Form}", s.Source, "statements s", "s", [("source", "source_spans"), ("cue", "cue_spans"), ("content", "content_spans")]);
            case EntryKind.Event when Event(id) is { } e:
                return Why(id, $"{e.Type} {e.Cameo}, {e.Status}: {Names(e.Sources)} → {Names(e.Targets)}", e.Source, "events e JOIN accounts a ON a.id = e.lead", "a",
                    [("trigger", "trigger_spans"), ("source", "source_spans"), ("target", "target_spans")], "e.id") is { } why ? why with { Accounts = Accounts(id) } : null;
            case EntryKind.Commitment when Commitment(id) is { } c:
                return Why(id, $"{c.Kind} by {c.By?.Name ?? "someone"}: {c.State}", c.Source, "commitments c", "c", [("content", "content_spans"), ("condition", "condition_spans"), ("outcome", "outcome_spans")]) is { } reason
                    ? reason with { Candidates = Candidates(id), States = States(id), Decisions = Decisions(id), Chain = Chain(id) is { Count: > 1 } chain ? chain : [] }
                    : null;
            default:
                return null;
        }
    }

    private Explained? Why(EntryId id, string summary, Source source, string from, string table, (string Role, string Column)[] words, string? key = null) => Query(connection => Sql.List(connection, $"""
        SELECT r.text, v.label, g.superseded_by IS NOT NULL, {string.Join(", ", words.Select(w => $"{table}.{w.Column}"))}
        FROM {from} JOIN readings g ON g.id = {table}.reading JOIN reports r ON r.id = g.report JOIN versions v ON v.id = g.versions WHERE {key ?? table + ".id"} = $id
        """, row =>
        {
            string text = row.GetString(0);
            var pieces = new List<ExplainedWords>();
            for (int i = 0; i < words.Length; i++)
            {
                SpanList spans = Json.ToSpans(row.GetString(3 + i));
                if (spans.Count > 0)
                    pieces.Add(new ExplainedWords(words[i].Role, string.Join(" … ", spans.Select(s => Slice(text, s))), spans));
            }
            return new Explained(id, summary, source, Slice(text, source.Sentence), pieces, row.GetString(1), row.GetInt32(2) != 0, [], [], [], [], []);
        }, ("$id", id.Number)).FirstOrDefault());

    private static string Slice(string text, TextSpan span) => span.End <= text.Length ? text.Substring(span.Start, span.Length) : "";

    private static string Names(IReadOnlyList<Party> parties) => parties.Count == 0 ? "someone" : string.Join(", ", parties.Select(p => p.Name));
}
