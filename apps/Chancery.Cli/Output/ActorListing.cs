using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Actors;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>The actors a search found, written for people, programs or a spreadsheet.</summary>
internal static class ActorListing
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Table(IReadOnlyList<ActorFound> found, ActorRegistry registry, int width, bool colours)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.To(text, width, colours);
        Table table = TableSection.Of("Actors", found.Count, "Kind", "Name", "Code", "Country", "Sectors", "Role", "From", "Until");
        foreach (ActorRow row in found.SelectMany(f => ActorRow.Of(f, registry)))
        {
            TableSection.Row(table, row.Kind, Shown.Words(row.Actor.Name), Known(row.Code), Known(row.Country), Known(string.Join(' ', row.Sectors)),
                Known(Shown.Words(row.Role?.Role ?? "")), Known(row.Role?.FromText), Known(row.Role?.ToText));
        }
        TableSection.Show(console, table, width);
        return TableSection.Trimmed(text.ToString());
    }

    /// <summary>One actor a line.</summary>
    public static string JsonLines(IReadOnlyList<ActorFound> found, ActorRegistry registry)
    {
        using var lines = new MemoryStream();
        foreach (ActorFound actor in found)
        {
            using (var json = new Utf8JsonWriter(lines, Json))
                Write(json, actor, registry);
            lines.WriteByte((byte)'\n');
        }
        return Encoding.UTF8.GetString(lines.ToArray());
    }

    /// <summary>One role a row, and one row for an actor without any.</summary>
    public static string Csv(IReadOnlyList<ActorFound> found, ActorRegistry registry)
    {
        var text = new StringBuilder("id,name,kind,code,country,sectors,role,office,of,from,to\n");
        foreach (ActorRow row in found.SelectMany(f => ActorRow.Of(f, registry)))
        {
            string?[] cells =
            [
                row.Actor.Id, row.Actor.Name, row.Kind, row.Code, row.Country, string.Join('|', row.Sectors),
                row.Role?.Role, row.Role?.Office, row.Role?.Country ?? row.Role?.Body, row.Role?.FromText, row.Role?.ToText,
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }
        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, ActorFound found, ActorRegistry registry)
    {
        ActorRow[] rows = [.. ActorRow.Of(found, registry)];
        json.WriteStartObject();
        json.WriteString("id", found.Actor.Id);
        json.WriteString("name", found.Actor.Name);
        json.WriteString("kind", rows[0].Kind);
        if (rows[0].Role is null)
            WriteCode(json, rows[0]);
        json.WriteStartArray("roles");
        foreach (ActorRow row in rows)
        {
            if (row.Role is not { } role)
                continue;
            json.WriteStartObject();
            json.WriteString("role", role.Role);
            json.WriteString("office", role.Office);
            json.WriteString("of", role.Country ?? role.Body);
            WriteCode(json, row);
            json.WriteString("from", NullIfEmpty(role.FromText));
            json.WriteString("to", NullIfEmpty(role.ToText));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCode(Utf8JsonWriter json, ActorRow row)
    {
        json.WriteString("code", row.Code);
        json.WriteString("country", row.Country);
        json.WriteStartArray("sectors");
        foreach (string sector in row.Sectors)
            json.WriteStringValue(sector);
        json.WriteEndArray();
    }

    private static string Cell(string? cell) => cell is null ? "" : cell.AsSpan().ContainsAny("\",\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Known(string? cell) => string.IsNullOrEmpty(cell) ? "–" : cell;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
