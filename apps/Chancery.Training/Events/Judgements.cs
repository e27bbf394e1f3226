using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Events;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>What the model sees of an event that words and rules propose, and whether a careful coder would write it down.</summary>
/// <param name="Subject">What the report tells of.</param>
/// <param name="IsOfKey">By the key of a report of ours; else a reader of real news said so.</param>
/// <param name="IsLinked">A model filled one of its roles.</param>
internal sealed record Judgement(string Report, uint[] Features, bool IsRight, float Weight, Subject Subject = Subject.Other, bool IsOfKey = false, bool IsLinked = false);

/// <summary>What was judged: the event of this type at this word, with these actors and this status.</summary>
/// <param name="Offset">Where the first word of the event begins, in UTF-16 code units.</param>
/// <param name="Roles">Where the first source and the first target begin, and the status; null where any were meant.</param>
/// <param name="Wrong">What is wrong first: "none" (there is no event), "type", "source", "target", "status"; null where it is right or nobody said.</param>
internal sealed record Verdict(string Report, int Offset, EventType Type, string? Roles, bool IsRight, string? Wrong)
{
    public const string Head = "report\toffset\ttype\tsource\ttarget\tstatus\tright\twrong";

    public static Verdict Read(string line)
    {
        string[] cells = line.Split('\t');
        return new Verdict(cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), Enum.Parse<EventType>(cells[2], ignoreCase: true),
            cells[5].Length > 0 ? string.Join('\t', cells[3..6]) : null, cells[6] == "yes", cells[7] is { Length: > 0 } wrong ? wrong : null);
    }

    /// <summary>Whether this is what was judged: an event read with other actors or another status is another event.</summary>
    public bool IsOf(string report, Candidate candidate) =>
        Report == report && Offset == candidate.Words.Min().Start && Type == candidate.Type && (Roles is null || Roles == RolesOf(candidate));

    public static string RolesOf(Candidate candidate) => $"{First(candidate.Sources)}\t{First(candidate.Targets)}\t{candidate.Status.ToString().ToLowerInvariant()}";

    private static string First(List<Filler> role) => role is [var first, ..] ? first.Span.Start.ToString(CultureInfo.InvariantCulture) : "-";
}

/// <summary>Events judged right or wrong: by hand, in reports read without marks; and by the marks of sentences that have them.</summary>
internal static class Judgements
{
    // Sentences out of their reports, each chosen because something happens in it, count far less than reports as they come.
    private const float MarkedWeight = 0.04f;

    // Our own reports, in the wording of one hand each.
    private const float KeyedWeight = 0.7f;

    // What one careful coder writes down and another does not.
    private const float AlsoWeight = 0.3f;

    // Our own sentences are there to tell what each construction means at its plainest.
    private const float OurWeight = 1;

    /// <summary>The lines of judged.tsv.</summary>
    public static ImmutableArray<Verdict> Verdicts { get; } = ReadVerdicts();

    /// <summary>The reports with lines in judged.tsv.</summary>
    public static IEnumerable<Report> Reports(Corpora corpora)
    {
        HashSet<string> wanted = [.. Verdicts.Select(v => v.Report)];
        return News.Read(corpora).Where(r => wanted.Contains(r.Id));
    }

    /// <summary>The events of reports that were judged, where they are still read as they were.</summary>
    public static List<Judgement> Of(Reader reader, EventExtractor extractor, Corpora corpora, Predicate<Report> here)
    {
        var found = new List<Judgement>();
        foreach (Report report in Reports(corpora).Where(r => here(r)))
        {
            Reading reading = reader.Read(report);
            foreach (var (candidate, features, subject) in Read(extractor, reading))
            {
                if (Verdicts.FirstOrDefault(v => v.IsOf(report.Id, candidate)) is { } verdict)
                    found.Add(new Judgement(report.Id, [.. features], verdict.IsRight, 1, subject));
            }
        }
        return found;
    }

    /// <summary>The events of our own reports, right where the key has them.</summary>
    public static List<Judgement> Keyed(Reader reader, EventExtractor extractor, Predicate<Report> here)
    {
        var found = new List<Judgement>();
        foreach (KeyedReport keyed in KeyedReport.All().Where(k => !k.IsKept && here(k.Report)))
        {
            Reading reading = reader.Read(keyed.Report);
            foreach (var (candidate, features, subject) in Read(extractor, reading))
            {
                List<IEnumerable<string>> Names(List<Filler> role) => [.. role.Select(f => KeyedMeasure.NamesOf(f.Entity, keyed.Report))];
                KeyedEvent[] told = [.. keyed.Events.Where(k => k.HasType(candidate.Type, candidate.Rule) && k.HasStatus(candidate.Status)
                    && k.HasActors(Names(candidate.Sources), Names(candidate.Targets), EventOntology.IsMutual(candidate.Type)))];
                bool isAlso = told.Length > 0 && told.All(k => !k.IsDue);
                found.Add(new Judgement(keyed.Report.Id, [.. features], told.Length > 0, isAlso ? AlsoWeight : KeyedWeight, subject, IsOfKey: true, IsLinked: candidate.LinkChance < 1));
            }
        }
        return found;
    }

    /// <summary>Writes what words and rules propose in some reports (ids of the corpora, or files), for people to judge: a line of judged.tsv, and the words it rests on.</summary>
    public static void Propose(Reader reader, EventExtractor extractor, Corpora corpora, IReadOnlySet<string> reports, TextWriter output)
    {
        output.WriteLine(Verdict.Head + "\twords");
        IEnumerable<Report> files = FileSource.Read([.. reports.Where(File.Exists)]).Select(r => r.Report).OfType<Report>();
        foreach (Report report in News.Read(corpora).Where(r => reports.Contains(r.Id)).Concat(files))
        {
            string? sentence = null;
            foreach (var (candidate, features, _) in Read(extractor, reader.Read(report)))
            {
                TextSpan around = candidate.Trigger.Head.Sentence.Span;
                if (report[around].ToString() is var here && here != sentence)
                    output.WriteLine("# " + (sentence = here).ReplaceLineEndings(" "));
                string verdict = Verdicts.FirstOrDefault(v => v.IsOf(report.Id, candidate)) is { } known ? (known.IsRight ? "yes\t" : "no\t") + known.Wrong : "\t";
                // A pronoun with whom it is taken to mean.
                string Name(List<Filler> role) => string.Join(" + ", role.Select(f => report[f.Span].ToString() is var here && here == f.Entity.Name ? here : $"{here} ({f.Entity.Name})"));
                output.WriteLine(string.Join('\t', report.Id, candidate.Words.Min().Start, candidate.Type.ToString().ToUpperInvariant(), Verdict.RolesOf(candidate), verdict,
                    $"{Name(candidate.Sources)} -> {Name(candidate.Targets)} ({string.Join(' ', candidate.Words.Order().Select(w => report[w].ToString()))}; {extractor.Right(features):F2} {candidate.Rule})"));
            }
        }
    }

    /// <summary>A sentence of ours read without its marks: right is what has its type, and in each role the marked actor or, where none is marked, nobody.</summary>
    public static IEnumerable<Judgement> Ours(Reader reader, EventExtractor extractor, MarkedSentence sentence)
    {
        foreach (var (candidate, features, _) in Read(extractor, reader.Read(new Report(sentence.Report.Id, sentence.Report.Text))))
        {
            static bool Fits(List<Filler> role, TextSpan? span) => span is { } marked ? role.Any(f => f.Span.Overlaps(marked)) : role.Count == 0;
            if (PairCoder.Root(candidate.Type) == PairCoder.Root(sentence.Type))
                yield return new Judgement(sentence.Report.Id, [.. features], Fits(candidate.Sources, sentence.Source) && Fits(candidate.Targets, sentence.Target), OurWeight);
        }
    }

    /// <summary>A sentence read without its marks: what is found between the marked actors is right when its type is.</summary>
    public static IEnumerable<Judgement> Of(Reader reader, EventExtractor extractor, MarkedSentence sentence)
    {
        if (sentence.Source is not { } source || sentence.Target is not { } target)
            yield break;
        foreach (var (candidate, features, _) in Read(extractor, reader.Read(new Report(sentence.Report.Id, sentence.Report.Text))))
        {
            bool Touches(List<Filler> role, TextSpan span) => role.Any(f => f.Span.Overlaps(span));
            bool both = Touches(candidate.Sources, source) && Touches(candidate.Targets, target);
            bool right = PairCoder.Root(candidate.Type) == PairCoder.Root(sentence.Type);
            if (both || (right && (Touches(candidate.Sources, source) || Touches(candidate.Targets, target))))
                yield return new Judgement(sentence.Report.Id, [.. features], right, MarkedWeight);
        }
    }

    private static IEnumerable<(Candidate Candidate, List<uint> Features, Subject Subject)> Read(EventExtractor extractor, Reading reading) =>
        extractor.Unmarked(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements);

    private static ImmutableArray<Verdict> ReadVerdicts()
    {
        using Stream stream = typeof(Judgements).Assembly.GetManifestResourceStream("judged.tsv")!;
        using var lines = new StreamReader(stream);
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Verdict.Read)];
    }
}
