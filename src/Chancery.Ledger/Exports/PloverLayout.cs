using System.Collections.Immutable;
using System.Text.Json;

namespace Chancery.Ledger;

/// <summary>Events as the PLOVER manual writes them: source and target as lists of actors with country and sectors.</summary>
internal static class PloverLayout
{
    public static void Write(Utf8JsonWriter json, EventRow e)
    {
        json.WriteString("id", e.Id.ToString());
        json.WriteString("date", Date(e));
        Actors(json, "source", e.Sources);
        Actors(json, "target", e.Targets);
        json.WriteString("event", e.Type);
        json.WriteString("mode", e.Mode);
        json.WriteStartArray("context");
        foreach (string context in e.Context)
            json.WriteStringValue(context);
        json.WriteEndArray();
        json.WriteString("status", e.Status);
        json.WriteString("eventText", e.Words);
        json.WriteString("placeName", e.Place?.Name);
        json.WriteString("countryCode", e.Place?.Country);
        json.WriteString("adm1", e.Place?.Division);
        TextTables.Property(json, "latitude", e.Place?.Latitude);
        TextTables.Property(json, "longitude", e.Place?.Longitude);
        TextTables.Property(json, "geonamesId", (long?)e.Place?.GeoNames);
        json.WriteString("publisher", e.Source.Publisher);
        json.WriteString("publicationDate", Days.Text(e.Source.Published));
        json.WriteString("storyId", e.Source.ReportName);
        json.WriteString("cameo", e.Cameo);
        json.WriteNumber("goldstein", e.Goldstein);
    }

    public static ImmutableArray<Column<EventRow>> Columns { get; } =
    [
        new("id", ColumnKind.Text, e => e.Id.ToString()), new("date", ColumnKind.Text, Date), new("source", ColumnKind.Texts, e => Codes(e.Sources)), new("sourceText", ColumnKind.Texts, e => Names(e.Sources)),
        new("target", ColumnKind.Texts, e => Codes(e.Targets)), new("targetText", ColumnKind.Texts, e => Names(e.Targets)), new("event", ColumnKind.Text, e => e.Type), new("mode", ColumnKind.Text, e => e.Mode),
        new("context", ColumnKind.Texts, e => e.Context), new("status", ColumnKind.Text, e => e.Status), new("eventText", ColumnKind.Text, e => e.Words), new("placeName", ColumnKind.Text, e => e.Place?.Name),
        new("countryCode", ColumnKind.Text, e => e.Place?.Country), new("adm1", ColumnKind.Text, e => e.Place?.Division), new("latitude", ColumnKind.Real, e => e.Place?.Latitude), new("longitude", ColumnKind.Real, e => e.Place?.Longitude),
        new("geonamesId", ColumnKind.Whole, e => (long?)e.Place?.GeoNames), new("publisher", ColumnKind.Text, e => e.Source.Publisher), new("publicationDate", ColumnKind.Day, e => e.Source.Published),
        new("storyId", ColumnKind.Text, e => e.Source.ReportName), new("cameo", ColumnKind.Text, e => e.Cameo), new("goldstein", ColumnKind.Real, e => e.Goldstein),
    ];

    /// <summary>A day, or the first and last of several: "2025-08-11/2025-08-17".</summary>
    private static string? Date(EventRow e) => e.From == e.To || e.To is null ? Days.Text(e.From) : $"{Days.Text(e.From)}/{Days.Text(e.To)}";

    private static IReadOnlyList<string> Codes(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Code ?? "")];
    private static IReadOnlyList<string> Names(IReadOnlyList<Party> parties) => [.. parties.Select(p => p.Name)];

    private static void Actors(Utf8JsonWriter json, string name, IReadOnlyList<Party> parties)
    {
        json.WriteStartArray(name);
        foreach (Party party in parties)
        {
            json.WriteStartObject();
            json.WriteString("actorText", party.Name);
            json.WriteString("actorRoot", party.Country);
            json.WriteStartArray("agent");
            foreach (string sector in CodeParts.Sectors(party))
                json.WriteStringValue(sector);
            json.WriteEndArray();
            json.WriteString("code", party.Code);
            json.WriteString("key", party.Key);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
