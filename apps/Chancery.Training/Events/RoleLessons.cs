using Chancery.Events;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>Who has which role in events of our keyed reports and of sentences with marked actors, and who of the same sentence has not.</summary>
internal static class RoleLessons
{
    // A sentence of the corpus marks one event of several and one actor of several.
    private const float MarkedWeight = 0.5f;

    public static IEnumerable<(string Text, Example Example)> Keyed(Reader reader, EventExtractor extractor)
    {
        foreach (KeyedReport keyed in KeyedReport.All().Where(k => !k.IsKept))
        {
            Reading reading = reader.Read(keyed.Report);
            foreach (var (candidate, all, features) in extractor.Linking(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
            {
                string[] words = [.. candidate.Trigger.Words.Select(w => w.Text)];
                if (keyed.Events.FirstOrDefault(k => k.HasType(candidate.Type, candidate.Rule) && k.IsToldBy(words)) is not { } key)
                    continue;
                foreach (bool isSource in new[] { true, false })
                {
                    if ((isSource ? key.Sources : key.Targets) is not { } wanted)
                        continue;
                    foreach (var (word, filler) in all)
                    {
                        bool has = KeyedEvent.Fits(wanted, [KeyedMeasure.NamesOf(filler.Entity, keyed.Report)]);
                        yield return (keyed.Report.Text, new Example([.. features(word, filler, isSource).Distinct()], has ? 1 : 0, 1));
                    }
                }
            }
        }
    }

    /// <summary>Of events judged right who has the role and who has not; of those judged wrong for an actor, that this one has not.</summary>
    public static IEnumerable<(string Text, Example Example)> Judged(Reader reader, EventExtractor extractor, Corpora corpora)
    {
        foreach (Report report in Judgements.Reports(corpora))
        {
            Reading reading = reader.Read(report);
            foreach (var (candidate, all, features) in extractor.Linking(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
            {
                if (Judgements.Verdicts.FirstOrDefault(v => v.Roles is not null && v.IsOf(report.Id, candidate)) is not { } verdict)
                    continue;
                foreach (bool isSource in new[] { true, false })
                {
                    List<Filler> role = isSource ? candidate.Sources : candidate.Targets;
                    foreach (var (word, filler) in all)
                    {
                        bool has = role.Exists(f => ReferenceEquals(f.Entity, filler.Entity));
                        if (verdict.IsRight || (has && verdict.Wrong == (isSource ? "source" : "target")))
                            yield return (report.Text, new Example([.. features(word, filler, isSource).Distinct()], verdict.IsRight && has ? 1 : 0, 1));
                    }
                }
            }
        }
    }

    public static IEnumerable<(string Text, Example Example)> Marked(Reader reader, EventExtractor extractor, MarkedSentence sentence)
    {
        Reading reading = reader.Read(new Report(sentence.Report.Id, sentence.Report.Text));
        foreach (var (candidate, all, features) in extractor.Linking(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
        {
            if (PairCoder.Root(candidate.Type) != PairCoder.Root(sentence.Type))
                continue;
            foreach (bool isSource in new[] { true, false })
            {
                if ((isSource ? sentence.Source : sentence.Target) is not { } wanted || !all.Exists(a => a.Filler.Span.Overlaps(wanted)))
                    continue;
                foreach (var (word, filler) in all)
                    yield return (sentence.Report.Text, new Example([.. features(word, filler, isSource).Distinct()], filler.Span.Overlaps(wanted) ? 1 : 0, MarkedWeight));
            }
        }
    }
}
