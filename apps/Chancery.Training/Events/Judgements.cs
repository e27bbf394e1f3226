using System.Globalization;
using Chancery.Events;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>What the classifier sees of an event that words and rules propose, and whether a careful coder would write it down.</summary>
internal sealed record Judgement(string Report, uint[] Features, bool IsRight, float Weight);

/// <summary>Events judged right or wrong: by hand, in reports read without marks; and by the marks of sentences that have them.</summary>
internal static class Judgements
{
    // Sentences out of their reports, each chosen because something happens in it, count less than reports as they come.
    private const float MarkedWeight = 0.3f;

    /// <summary>The events of judged.tsv: report, offset of the first word, type, verdict.</summary>
    public static List<Judgement> Of(Reader reader, EventExtractor extractor, string file)
    {
        using Stream stream = typeof(Judgements).Assembly.GetManifestResourceStream("judged.tsv")!;
        using var lines = new StreamReader(stream);
        var verdicts = lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('\t'))
            .ToDictionary(c => (c[0], int.Parse(c[1], CultureInfo.InvariantCulture), c[2]), c => c[3] == "yes");
        HashSet<string> wanted = [.. verdicts.Keys.Select(k => k.Item1)];
        var found = new List<Judgement>();
        foreach (Received received in FileSource.Read([file]))
        {
            if (received.Report is not { } report || !wanted.Contains(report.Id))
                continue;
            foreach (var (candidate, features) in Read(reader, extractor, report))
            {
                if (verdicts.TryGetValue((report.Id, candidate.Words.Min().Start, candidate.Type.ToString().ToUpperInvariant()), out bool right))
                    found.Add(new Judgement(report.Id, [.. features.Distinct()], right, 1));
            }
        }
        return found;
    }

    /// <summary>A sentence read without its marks: what is found between the marked actors is right when its type is.</summary>
    public static IEnumerable<Judgement> Of(Reader reader, EventExtractor extractor, MarkedSentence sentence)
    {
        if (sentence.Source is not { } source || sentence.Target is not { } target)
            yield break;
        foreach (var (candidate, features) in Read(reader, extractor, new Report(sentence.Report.Id, sentence.Report.Text)))
        {
            bool Touches(List<Filler> role, TextSpan span) => role.Any(f => f.Span.Overlaps(span));
            bool both = Touches(candidate.Sources, source) && Touches(candidate.Targets, target);
            bool right = PairCoder.Root(candidate.Type) == PairCoder.Root(sentence.Type);
            if (both || (right && (Touches(candidate.Sources, source) || Touches(candidate.Targets, target))))
                yield return new Judgement(sentence.Report.Id, [.. features.Distinct()], right, MarkedWeight);
        }
    }

    private static IEnumerable<(Candidate Candidate, List<uint> Features)> Read(Reader reader, EventExtractor extractor, Report report)
    {
        Reading reading = reader.Read(report);
        return extractor.Unmarked(report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements);
    }
}
