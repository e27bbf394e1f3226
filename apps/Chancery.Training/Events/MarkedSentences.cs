using System.Text;
using Chancery.Data;
using Chancery.Events;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>A sentence whose actors are marked, and what the source does to the target. Source or target may be missing.</summary>
internal sealed record MarkedSentence(Report Report, TextSpan? Source, TextSpan? Target, EventType Type);

/// <summary>Sentences with marked actors: of a corpus, and our own.</summary>
internal static class MarkedSentences
{
    /// <summary>Of a file with the columns sentence, source, target and gold_root; actors are named by their words.</summary>
    public static IEnumerable<MarkedSentence> Corpus(string file)
    {
        string[] lines = File.ReadAllLines(file);
        string[] columns = lines[0].Split('\t');
        int text = Array.IndexOf(columns, "sentence"), source = Array.IndexOf(columns, "source"), target = Array.IndexOf(columns, "target"), root = Array.IndexOf(columns, "gold_root");
        for (int i = 1; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split('\t');
            TextSpan? Find(string words) => words.Length > 0 && cells[text].IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, words.Length) : null;
            EventType type = cells[root] == "YIELD" ? EventType.Concede : Enum.Parse<EventType>(cells[root], ignoreCase: true);
            yield return Make($"s{i - 1}", cells[text], Find(cells[source]), Find(cells[target]), type);
        }
    }

    /// <summary>Those of specs/events/frames.tsv, with [source] and {target}.</summary>
    public static IEnumerable<MarkedSentence> Ours(DataPack data)
    {
        var types = data.Table("events/frames.tsv").Rows.ToDictionary(r => r["frame"], r => Enum.Parse<EventType>(r["type"], ignoreCase: true));
        using Stream stream = typeof(MarkedSentences).Assembly.GetManifestResourceStream("frames.tsv")!;
        using var reader = new StreamReader(stream);
        int number = 0;
        foreach (string line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is not [var frame, _, var marked, ..] || frame is "frame")
                continue;
            (string text, TextSpan? source, TextSpan? target) = Unmark(marked);
            yield return Make($"f{number++}", text, source, target, types[frame]);
        }
    }

    /// <summary>Takes the brackets out and says what stood in them.</summary>
    public static (string Text, TextSpan? Source, TextSpan? Target) Unmark(string marked)
    {
        var text = new StringBuilder();
        TextSpan? source = null, target = null;
        int start = 0;
        foreach (char c in marked)
        {
            switch (c)
            {
                case '[' or '{': start = text.Length; break;
                case ']': source = new TextSpan(start, text.Length - start); break;
                case '}': target = new TextSpan(start, text.Length - start); break;
                default: text.Append(c); break;
            }
        }
        return (text.ToString(), source, target);
    }

    private static MarkedSentence Make(string id, string text, TextSpan? source, TextSpan? target, EventType type)
    {
        KnownMention[] marks = [.. new[] { source, target }.OfType<TextSpan>().Select(s => new KnownMention(s, null))];
        return new MarkedSentence(new Report(id, text) { Mentions = [.. marks] }, source, target, type);
    }
}
