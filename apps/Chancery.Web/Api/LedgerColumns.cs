using System.Collections.Immutable;
using Chancery.Ledger;

namespace Chancery.Web.Api;

/// <summary>Columns of what only pages show as rows.</summary>
public static class LedgerColumns
{
    public static ImmutableArray<Column<LedgerSummary>> Summary { get; } =
    [
        Whole<LedgerSummary>("reports", s => s.Reports), Whole<LedgerSummary>("stories", s => s.Stories), Whole<LedgerSummary>("statements", s => s.Statements), Whole<LedgerSummary>("events", s => s.Events),
        Whole<LedgerSummary>("accounts", s => s.Accounts), Whole<LedgerSummary>("commitments", s => s.Commitments), Whole<LedgerSummary>("actors", s => s.Actors), Whole<LedgerSummary>("failures", s => s.Failures),
        Day<LedgerSummary>("first", s => s.First), Day<LedgerSummary>("last", s => s.Last),
    ];

    public static ImmutableArray<Column<Dossier>> Dossiers { get; } =
    [
        Text<Dossier>("name", d => d.Name), Text<Dossier>("title", d => d.Title), Texts("actors", d => d.Actors), Texts("words", d => d.Words), Texts("places", d => d.Places),
        Day<Dossier>("from", d => d.From), Day<Dossier>("to", d => d.To),
    ];

    private static Column<T> Text<T>(string name, Func<T, string?> value) => new(name, ColumnKind.Text, value);
    private static Column<Dossier> Texts(string name, Func<Dossier, IReadOnlyList<string>> value) => new(name, ColumnKind.Texts, value);
    private static Column<T> Whole<T>(string name, Func<T, long> value) => new(name, ColumnKind.Whole, row => value(row));
    private static Column<T> Day<T>(string name, Func<T, DateOnly?> value) => new(name, ColumnKind.Day, row => value(row));
}
