using System.Globalization;
using System.Text;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Web.Pages.Reports;

/// <summary>What a person pasted or uploaded.</summary>
public sealed class ReportForm
{
    /// <summary>The longest report shown as a page, in UTF-16 code units; a news report has some 5,000.</summary>
    public const int LongestText = 100_000;

    public string? Text { get; set; }
    public string? Published { get; set; }
    public string? Title { get; set; }
    public IFormFile? File { get; set; }
    public bool Store { get; set; }

    /// <returns>The report, or what is wrong with the form.</returns>
    public async Task<(Report? Report, string? Wrong)> ToReportAsync(CancellationToken cancellation)
    {
        DateOnly? day = null;
        if (Published is { Length: > 0 } given)
        {
            if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly found))
                return (null, $"“{Shown.Words(given, 40)}” is no date; expected one such as 2025-08-17.");
            day = found;
        }
        Received received;
        if (File is { Length: > 0 } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            received = OfFile(file.FileName, bytes, day);
        }
        else if (!string.IsNullOrWhiteSpace(Text))
        {
            received = Received.Of("form", TextSource.Read("report", Encoding.UTF8.GetBytes(Text), day));
        }
        else
        {
            return (null, "There is no text; expected one pasted, or a file.");
        }
        if (received.Report is not { } report)
            return (null, $"The file could not be read: {received.Failure}.");
        if (report.Text.Length > LongestText)
            return (null, string.Create(CultureInfo.InvariantCulture, $"The text has {report.Text.Length:N0} characters; expected at most {LongestText:N0}. The command, chancery read, takes more."));
        return (Titled(report), null);
    }

    private static Received OfFile(string name, MemoryStream bytes, DateOnly? day)
    {
        string id = Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
        if (id.Length == 0)
            id = "report";
        if (Path.GetExtension(name).ToLowerInvariant() is not (".json" or ".jsonl" or ".ndjson"))
            return Received.Of("file", TextSource.Read(id, bytes.ToArray(), day));
        bytes.Position = 0;
        if (Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return JsonLinesSource.ReadOne("file", id, bytes.ToArray(), day);
        Received[] reports = [.. JsonLinesSource.Read("file", bytes, day).Take(2)];
        return reports switch
        {
            [var one] => one,
            [] => Received.Failed("file", "no report in it"),
            _ => Received.Failed("file", "it holds several reports; expected one. The command, chancery read, takes many"),
        };
    }

    private Report Titled(Report report) => Title is not { Length: > 0 } title || report.Title is not null ? report : new Report(report.Id, report.Text, report.Published)
    {
        Title = title,
        Publisher = report.Publisher,
        Url = report.Url,
        Language = report.Language,
        Mentions = report.Mentions,
        Warnings = report.Warnings,
    };
}
