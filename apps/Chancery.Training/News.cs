using System.Globalization;
using System.Text;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Training;

/// <summary>Reports to judge events in: the articles of PolNeAR train, the dated documents of the treebanks' training parts, sentences of world affairs.</summary>
internal static class News
{
    public static IEnumerable<Report> Read(Corpora corpora)
    {
        Dictionary<string, DateOnly> gum = File.ReadLines(corpora.File("treebank", "gum-documents.tsv")).Skip(1).Select(l => l.Split('\t'))
            .ToDictionary(c => c[0], c => DateOnly.ParseExact(c[3], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return FileSource.Read([corpora.File("attribution", "polnear-train.jsonl")]).Select(r => r.Report).OfType<Report>()
            .Concat(Documents(corpora.File("treebank", "gum-train.conllu"), id => gum.TryGetValue(id, out DateOnly day) ? day : null))
            .Concat(Documents(corpora.File("treebank", "ewt-train.conllu"), DayInId))
            .Concat(Sentences(corpora.File("events", "plv-train.tsv"), "plv")).Concat(Sentences(corpora.File("events", "aw-train.tsv"), "aw"));
    }

    // Sentences of world affairs out of their reports, each once, by the number of its row; their day is not known.
    private static IEnumerable<Report> Sentences(string file, string name)
    {
        string[] lines = File.ReadAllLines(file);
        int column = Array.IndexOf(lines[0].Split('\t'), "sentence");
        return lines.Skip(1).Select((line, i) => new Report($"{name}-{i}", line.Split('\t')[column])).DistinctBy(r => r.Text);
    }

    /// <summary>Documents of a treebank as their text: sentences as they stand, a blank between two, a blank line between paragraphs.</summary>
    /// <param name="day">The day of publication by the id of the document; documents without one are left out.</param>
    public static IEnumerable<Report> Documents(string file, Func<string, DateOnly?> day)
    {
        const string Document = "# newdoc id = ", Paragraph = "# newpar", Sentence = "# text = ";
        string? id = null, gap = null;
        var text = new StringBuilder();
        foreach (string line in File.ReadLines(file).Append(Document))
        {
            if (line.StartsWith(Document, StringComparison.Ordinal))
            {
                if (id is not null && day(id) is { } published)
                    yield return new Report(id, text.ToString(), published);
                (id, gap) = (line[Document.Length..], null);
                text.Clear();
            }
            else if (line.StartsWith(Paragraph, StringComparison.Ordinal))
            {
                gap = "\n\n";
            }
            else if (line.StartsWith(Sentence, StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : gap ?? " ").Append(line.AsSpan(Sentence.Length));
                gap = null;
            }
        }
    }

    // EWT: "weblog-juancole.com_juancole_20051126063000_ENG_20051126_063000".
    private static DateOnly? DayInId(string id) => id.Split('_') is [.., "ENG", var day, _]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly published) ? published : null;
}
