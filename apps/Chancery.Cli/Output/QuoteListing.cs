using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Text;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>Statements written for people, programs or a spreadsheet.</summary>
internal static class QuoteListing
{
    public const string CsvHead = "report,published,line,start,end,id,speaker,actor,code,role,source,cue,words,form,kind,negated,audience,from,to,score,rule\n";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Table(IReadOnlyList<QuoteRow> rows, int width, bool colours)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.To(text, width, colours);
        Table table = TableSection.Of("Statements", rows.Count, "At", "Who", "Role on that day", "What was said", "Form", "When");
        foreach (QuoteRow row in rows)
        {
            string not = row.Statement.Negated ? "not: " : "";
            TableSection.Row(table, string.Create(CultureInfo.InvariantCulture, $"{Shown.Words(row.Reading.Report.Id)}:{row.Line}"), Shown.Words(row.Speaker ?? "–", 60),
                Shown.Words(row.Actor?.Role ?? "–"), $"{not}“{Shown.Quoted(row.Reading, row.Statement.Content)}”", Labels.Of(row.Statement.Form),
                row.Statement.Time is { From: not null } time ? Shown.Days(time.From, time.To) : "–");
        }
        TableSection.Show(console, table, width);
        return TableSection.Trimmed(text.ToString());
    }

    /// <summary>One statement a line.</summary>
    public static byte[] JsonLines(IReadOnlyList<QuoteRow> rows, OffsetUnit offsets)
    {
        using var lines = new MemoryStream();
        foreach (QuoteRow row in rows)
        {
            using (var json = new Utf8JsonWriter(lines, Json))
                Write(json, row, Offset(row, offsets));
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    public static byte[] Csv(IReadOnlyList<QuoteRow> rows, OffsetUnit offsets)
    {
        var text = new StringBuilder();
        foreach (QuoteRow row in rows)
        {
            Func<int, int> at = Offset(row, offsets);
            string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
            string?[] cells =
            [
                row.Reading.Report.Id, Day(row.Reading.Report.Published), Number(row.Line), Number(at(row.Statement.Content.Extent.Start)), Number(at(row.Statement.Content.Extent.End)),
                row.Statement.Id, row.Speaker, row.Actor?.Actor, row.Actor?.Code, row.Actor?.Role, row.Text(row.Statement.Source), row.Text(row.Statement.Cue),
                row.Text(row.Statement.Content), Labels.Of(row.Statement.Form), Labels.Of(row.Statement.Kind), row.Statement.Negated ? "yes" : "no",
                string.Join('|', row.Statement.Audience.Select(e => e.Name)), Day(row.Statement.Time?.From), Day(row.Statement.Time?.To),
                row.Statement.Evidence.Score.ToString("0.###", CultureInfo.InvariantCulture), row.Statement.Evidence.Rule,
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(Utf8JsonWriter json, QuoteRow row, Func<int, int> at)
    {
        void Spans(string name, SpanList spans)
        {
            json.WriteStartArray(name);
            foreach (TextSpan span in spans)
            {
                json.WriteStartObject();
                json.WriteNumber("start", at(span.Start));
                json.WriteNumber("end", at(span.End));
                json.WriteString("text", row.Reading.Report[span]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartObject();
        json.WriteString("report", row.Reading.Report.Id);
        json.WriteString("published", Day(row.Reading.Report.Published));
        json.WriteNumber("line", row.Line);
        json.WriteString("id", row.Statement.Id);
        json.WriteString("speaker", row.Speaker);
        json.WriteString("actor", row.Actor?.Actor);
        json.WriteString("code", row.Actor?.Code);
        json.WriteString("role", row.Actor?.Role);
        json.WriteString("form", Labels.Of(row.Statement.Form));
        json.WriteString("kind", Labels.Of(row.Statement.Kind));
        json.WriteBoolean("negated", row.Statement.Negated);
        Spans("source", row.Statement.Source);
        Spans("cue", row.Statement.Cue);
        Spans("content", row.Statement.Content);
        Spans("quotes", row.Statement.Quotes);
        json.WriteStartArray("audience");
        foreach (Entities.Entity hearer in row.Statement.Audience)
            json.WriteStringValue(hearer.Name);
        json.WriteEndArray();
        json.WriteString("from", Day(row.Statement.Time?.From));
        json.WriteString("to", Day(row.Statement.Time?.To));
        json.WriteNumber("score", Math.Round((decimal)row.Statement.Evidence.Score, 3));
        json.WriteString("rule", row.Statement.Evidence.Rule);
        json.WriteEndObject();
    }

    private static Func<int, int> Offset(QuoteRow row, OffsetUnit offsets) =>
        offsets == OffsetUnit.CodePoints ? new CodePoints(row.Reading.Report.Text).FromUtf16 : at => at;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cell(string? cell) => cell is null ? "" : cell.AsSpan().ContainsAny("\",\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
