using System.Collections.Immutable;

namespace Chancery.Ledger;

/// <summary>The 20 columns of the ICEWS coded event data, names and order as in its files.</summary>
internal static class IcewsLayout
{
    public static ImmutableArray<Column<Dyad>> Columns { get; } =
    [
        new("Event ID", ColumnKind.Whole, d => d.Number),
        new("Event Date", ColumnKind.Day, d => d.Event.From ?? d.Event.To ?? d.Event.FirstSeen),
        new("Source Name", ColumnKind.Text, d => d.Source?.Name),
        new("Source Sectors", ColumnKind.Text, d => Sectors(d.Source)),
        new("Source Country", ColumnKind.Text, d => d.Source?.Country),
        new("Event Text", ColumnKind.Text, d => d.Event.Mode is { } mode ? $"{d.Event.Type.ToLowerInvariant()}: {mode}" : d.Event.Type.ToLowerInvariant()),
        new("CAMEO Code", ColumnKind.Text, d => d.Event.Cameo),
        new("Intensity", ColumnKind.Real, d => d.Event.Goldstein),
        new("Target Name", ColumnKind.Text, d => d.Target?.Name),
        new("Target Sectors", ColumnKind.Text, d => Sectors(d.Target)),
        new("Target Country", ColumnKind.Text, d => d.Target?.Country),
        new("Story ID", ColumnKind.Whole, d => d.Event.Source.Report.Number),
        new("Sentence Number", ColumnKind.Whole, _ => null),
        new("Publisher", ColumnKind.Text, d => d.Event.Source.Publisher),
        new("City", ColumnKind.Text, d => d.Event.Place?.City),
        new("District", ColumnKind.Text, _ => null),
        new("Province", ColumnKind.Text, d => d.Event.Place?.Division),
        new("Country", ColumnKind.Text, d => d.Event.Place?.Country),
        new("Latitude", ColumnKind.Real, d => d.Event.Place?.Latitude),
        new("Longitude", ColumnKind.Real, d => d.Event.Place?.Longitude),
    ];

    private static string? Sectors(Party? party) => CodeParts.Sectors(party) is { Count: > 0 } sectors ? string.Join(',', sectors) : null;
}
