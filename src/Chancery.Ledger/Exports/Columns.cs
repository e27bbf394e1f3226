using System.Collections.Immutable;

namespace Chancery.Ledger;

/// <summary>What a column holds.</summary>
public enum ColumnKind : byte
{
    Text,
    Whole,
    Real,
    Day,

    /// <summary>Several texts.</summary>
    Texts,
}

/// <summary>A column of a table, for files and for screens.</summary>
/// <param name="Name">As it stands in CSV, JSON Lines and Parquet: "place_country".</param>
/// <param name="Value">A string, long, double, <see cref="DateOnly"/> or list of strings as <paramref name="Kind"/> says; null for what is not known.</param>
public sealed record Column<T>(string Name, ColumnKind Kind, Func<T, object?> Value);

/// <summary>The columns of each kind of row, the same in every output.</summary>
public static class Columns
{
    public static ImmutableArray<Column<EventRow>> Events { get; } =
    [
        Text<EventRow>("id", e => e.Id.ToString()), Day<EventRow>("from", e => e.From), Day<EventRow>("to", e => e.To), Text<EventRow>("type", e => e.Type), Text<EventRow>("mode", e => e.Mode),
        Texts<EventRow>("context", e => e.Context), Text<EventRow>("cameo", e => e.Cameo), Text<EventRow>("quad", e => e.Quad), Real<EventRow>("goldstein", e => e.Goldstein), Text<EventRow>("status", e => e.Status),
        Texts<EventRow>("sources", e => Names(e.Sources)), Texts<EventRow>("source_keys", e => Keys(e.Sources)), Texts<EventRow>("source_codes", e => Codes(e.Sources)), Texts<EventRow>("source_countries", e => Countries(e.Sources)),
        Texts<EventRow>("targets", e => Names(e.Targets)), Texts<EventRow>("target_keys", e => Keys(e.Targets)), Texts<EventRow>("target_codes", e => Codes(e.Targets)), Texts<EventRow>("target_countries", e => Countries(e.Targets)),
        Text<EventRow>("place", e => e.Place?.Name), Text<EventRow>("place_country", e => e.Place?.Country), Text<EventRow>("division", e => e.Place?.Division), Text<EventRow>("city", e => e.Place?.City),
        Real<EventRow>("latitude", e => e.Place?.Latitude), Real<EventRow>("longitude", e => e.Place?.Longitude), Whole<EventRow>("geonames", e => e.Place?.GeoNames),
        Day<EventRow>("first_seen", e => e.FirstSeen), Day<EventRow>("last_seen", e => e.LastSeen), Whole<EventRow>("accounts", e => e.Accounts), Whole<EventRow>("reports", e => e.Reports), Whole<EventRow>("stories", e => e.Stories),
        Text<EventRow>("words", e => e.Words), .. Origin<EventRow>(e => e.Source),
    ];

    public static ImmutableArray<Column<StatementRow>> Statements { get; } =
    [
        Text<StatementRow>("id", s => s.Id.ToString()), Day<StatementRow>("said", s => s.Said), Text<StatementRow>("speaker", s => s.Speaker?.Name), Text<StatementRow>("speaker_key", s => s.Speaker?.Key),
        Text<StatementRow>("speaker_code", s => s.Speaker?.Code), Text<StatementRow>("speaker_country", s => s.Speaker?.Country), Texts<StatementRow>("audience", s => Names(s.Audience)),
        Text<StatementRow>("form", s => s.Form), Text<StatementRow>("kind", s => s.Kind), Whole<StatementRow>("negated", s => s.Negated ? 1 : 0), Text<StatementRow>("cue", s => s.Cue), Text<StatementRow>("content", s => s.Content),
        .. Origin<StatementRow>(s => s.Source),
    ];

    public static ImmutableArray<Column<CommitmentRow>> Commitments { get; } =
    [
        Text<CommitmentRow>("id", c => c.Id.ToString()), Text<CommitmentRow>("kind", c => c.Kind), Text<CommitmentRow>("by", c => c.By?.Name), Text<CommitmentRow>("by_key", c => c.By?.Key), Text<CommitmentRow>("by_code", c => c.By?.Code),
        Text<CommitmentRow>("by_country", c => c.By?.Country), Texts<CommitmentRow>("toward", c => Names(c.Toward)), Texts<CommitmentRow>("toward_keys", c => Keys(c.Toward)), Text<CommitmentRow>("content", c => c.Content),
        Text<CommitmentRow>("condition", c => c.Condition), Day<CommitmentRow>("made", c => c.Made), Day<CommitmentRow>("due_from", c => c.DueFrom), Day<CommitmentRow>("due_to", c => c.DueTo),
        Text<CommitmentRow>("state", c => c.State), Text<CommitmentRow>("state_reason", c => c.StateReason), Text<CommitmentRow>("outcome", c => c.Outcome), Text<CommitmentRow>("event", c => c.Event?.ToString()),
        Text<CommitmentRow>("chain", c => c.Chain.ToString()), Whole<CommitmentRow>("candidates", c => c.Candidates), .. Origin<CommitmentRow>(c => c.Source),
    ];

    public static ImmutableArray<Column<ReportRow>> Reports { get; } =
    [
        Text<ReportRow>("id", r => r.Id.ToString()), Text<ReportRow>("report", r => r.Name), Day<ReportRow>("published", r => r.Published), Text<ReportRow>("title", r => r.Title), Text<ReportRow>("publisher", r => r.Publisher),
        Text<ReportRow>("url", r => r.Url), Text<ReportRow>("language", r => r.Language), Text<ReportRow>("story", r => r.Story.ToString()), Whole<ReportRow>("copies", r => r.Copies),
        Whole<ReportRow>("statements", r => r.Statements), Whole<ReportRow>("events", r => r.Events), Whole<ReportRow>("commitments", r => r.Commitments), Text<ReportRow>("versions", r => r.Versions),
    ];

    public static ImmutableArray<Column<ActorRow>> Actors { get; } =
    [
        Text<ActorRow>("key", a => a.Key), Text<ActorRow>("name", a => a.Name), Text<ActorRow>("kind", a => a.Kind), Text<ActorRow>("code", a => a.Code), Text<ActorRow>("country", a => a.Country), Texts<ActorRow>("names", a => a.Names),
        Whole<ActorRow>("statements", a => a.Statements), Whole<ActorRow>("events", a => a.Events), Whole<ActorRow>("commitments", a => a.Commitments), Day<ActorRow>("first", a => a.First), Day<ActorRow>("last", a => a.Last),
    ];

    public static ImmutableArray<Column<TimelineRow>> Timeline { get; } =
    [
        Day<TimelineRow>("from", t => t.From), Whole<TimelineRow>("events", t => t.Events), Texts<TimelineRow>("types", t => [.. t.Types.Select(k => $"{k.Key} {k.Value}")]),
    ];

    public static ImmutableArray<Column<TensionRow>> Tension { get; } =
    [
        Day<TensionRow>("from", t => t.From), Whole<TensionRow>("events", t => t.Events), Whole<TensionRow>("cooperation", t => t.Cooperation), Whole<TensionRow>("conflict", t => t.Conflict), Real<TensionRow>("goldstein", t => t.Goldstein),
    ];

    public static ImmutableArray<Column<SearchHit>> Search { get; } =
    [
        Text<SearchHit>("id", h => h.Id.ToString()), Text<SearchHit>("words", h => h.Words), .. Origin<SearchHit>(h => h.Source),
    ];

    public static ImmutableArray<Column<RelationRow>> Relations { get; } =
    [
        Text<RelationRow>("one", r => r.One.Name), Text<RelationRow>("one_key", r => r.One.Key), Text<RelationRow>("other", r => r.Other.Name), Text<RelationRow>("other_key", r => r.Other.Key),
        Whole<RelationRow>("events", r => r.Events), Whole<RelationRow>("cooperation", r => r.Cooperation), Whole<RelationRow>("conflict", r => r.Conflict), Day<RelationRow>("first", r => r.First), Day<RelationRow>("last", r => r.Last),
    ];

    public static ImmutableArray<Column<FailureRow>> Failures { get; } =
    [
        Text<FailureRow>("place", f => f.Place), Text<FailureRow>("reason", f => f.Reason), Text<FailureRow>("noted", f => Days.Instant(f.Noted)),
    ];

    private static IEnumerable<Column<T>> Origin<T>(Func<T, Source> source) =>
    [
        Text<T>("report", r => source(r).ReportName), Text<T>("report_id", r => source(r).Report.ToString()), Day<T>("published", r => source(r).Published), Text<T>("publisher", r => source(r).Publisher), Text<T>("title", r => source(r).Title), Text<T>("url", r => source(r).Url),
        Whole<T>("sentence_start", r => source(r).Sentence.Start), Whole<T>("sentence_end", r => source(r).Sentence.End), Text<T>("rule", r => source(r).Rule), Real<T>("score", r => source(r).Score),
    ];

    private static Column<T> Text<T>(string name, Func<T, string?> value) => new(name, ColumnKind.Text, value);
    private static Column<T> Whole<T>(string name, Func<T, long?> value) => new(name, ColumnKind.Whole, r => value(r));
    private static Column<T> Real<T>(string name, Func<T, double?> value) => new(name, ColumnKind.Real, r => value(r));
    private static Column<T> Day<T>(string name, Func<T, DateOnly?> value) => new(name, ColumnKind.Day, r => value(r));
    private static Column<T> Texts<T>(string name, Func<T, IReadOnlyList<string>> value) => new(name, ColumnKind.Texts, value);

    private static IReadOnlyList<string> Names(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Name)];
    private static IReadOnlyList<string> Keys(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Key)];
    private static IReadOnlyList<string> Codes(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Code ?? "")];
    private static IReadOnlyList<string> Countries(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Country ?? "")];
}
