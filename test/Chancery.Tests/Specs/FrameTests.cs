using System.Text;
using Chancery.Events;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Specs;

/// <summary>Every sentence of specs/events/frames.tsv is a test, and every frame has one.</summary>
public class FrameTests(ITestOutputHelper output)
{
    private const string Gap = "known gap";
    private static readonly string FilePath = Repository.PathOf("specs/events/frames.tsv");
    private static readonly string[] Lines = [.. File.ReadAllLines(FilePath)];

    private static readonly Dictionary<string, string> Types = File.ReadAllLines(Repository.PathOf("data/events/frames.tsv"))
        .Where(l => !l.StartsWith('#') && !l.StartsWith("frame\t", StringComparison.Ordinal)).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1]);

    private sealed record Row(string Frame, string Status, string Sentence, bool IsGap);

    private static Row? Parse(string line) => line.StartsWith('#') || line.StartsWith("frame\t", StringComparison.Ordinal) ? null
        : line.Split('\t') is [var frame, var status, var sentence, .. var rest] ? new Row(frame, status, sentence, rest is [Gap]) : throw new FormatException(line);

    [Fact]
    public void EveryFrameHasASentence() => Assert.Empty(Types.Keys.Except(Lines.Select(Parse).OfType<Row>().Select(r => r.Frame)));

    /// <summary>With CHANCERY_APPROVE=1 marks what does not hold as a known gap and takes the mark from what does.</summary>
    [Fact]
    public void SentencesAreReadAsTheyAreMarked()
    {
        var wrong = new StringBuilder();
        int holds = 0, all = 0;
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Parse(Lines[i]) is not { } row)
                continue;
            all++;
            bool right = Holds(row, out string found);
            holds += right ? 1 : 0;
            if (right == row.IsGap)
                wrong.Append(row.Frame).Append(": ").Append(row.Sentence).Append(right ? " is read right now" : " is read as " + found).Append('\n');
            Lines[i] = string.Join('\t', row.Frame, row.Status, row.Sentence) + (right ? "" : "\t" + Gap);
        }
        output.WriteLine($"{holds} of {all} sentences");
        if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1")
            File.WriteAllText(FilePath, string.Join('\n', Lines) + "\n");
        else
            Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static bool Holds(Row row, out string found)
    {
        (string text, TextSpan? source, TextSpan? target) = Chancery.Training.Events.MarkedSentences.Unmark(row.Sentence);
        Reading reading = Some.Reader.Read(new Report("frame", text, new DateOnly(2024, 3, 14)));
        found = string.Join("; ", reading.Events.Select(e => $"{Labels.Of(e.Type)} {Labels.Of(e.Status)} \"{Words(e.SourceSpans)}\" \"{Words(e.TargetSpans)}\""));
        string Words(SpanList spans) => string.Join("+", spans.Select(s => text.Substring(s.Start, s.Length)));
        bool Touch(SpanList spans, TextSpan? mark) => mark is not { } span || spans.Any(s => s.Overlaps(span));
        string status = row.Status.Length > 0 ? row.Status : "happened";
        return reading.Events.Any(e => Labels.Of(e.Type) == Types[row.Frame]
            && (Labels.Of(e.Status) == status || (status == "happened" && e.Status == EventStatus.Ongoing))
            && ((Touch(e.SourceSpans, source) && Touch(e.TargetSpans, target)) || (Touch(e.SourceSpans, target) && Touch(e.TargetSpans, source) && IsMutual(e.Type))));
    }

    // Either side may stand first.
    private static bool IsMutual(EventType type) => EventOntology.IsMutual(type) || type is EventType.Assault or EventType.Retreat;
}
