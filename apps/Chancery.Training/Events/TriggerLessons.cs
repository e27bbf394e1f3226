using System.Collections.Immutable;
using Chancery.Events;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>A word of a report, and the type of event it tells.</summary>
/// <param name="IsKnown">A construction of the lexicon fits it.</param>
internal readonly record struct WordLesson(string Text, Example Example, bool IsKnown);

/// <summary>Which words of our keyed reports tell an event, and of which type; and which words of judged reports do not.</summary>
internal static class TriggerLessons
{
    // What a construction of the lexicon fits teaches what words of its kind tell; asked about are the others.
    private const float KnownWeight = 0.3f;

    private const float JudgedWeight = 0.5f;

    // What one coder writes down and another does not.
    private const float AlsoWeight = 0.5f;

    public static IEnumerable<WordLesson> Keyed(Reader reader, EventExtractor extractor)
    {
        foreach (KeyedReport keyed in KeyedReport.All().Where(k => !k.IsKept))
        {
            Reading reading = reader.Read(keyed.Report);
            foreach (var (word, isKnown, types, features) in extractor.Guessing(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
            {
                string sentence = keyed.Report[word.Sentence.Span].ToString();
                bool often = Count(keyed.Report.Text, word.Text) > 1;
                // A word that the report has again and again tells the event where its actors are.
                KeyedEvent? key = keyed.Events.FirstOrDefault(k => k.IsToldBy([word.Text]) && (!often || IsNear(k, sentence)));
                float weight = (isKnown ? KnownWeight : 1) * (key is { IsDue: false } ? AlsoWeight : 1);
                yield return new WordLesson(keyed.Report.Text, new Example([.. features().Distinct()], key is null ? 0 : (int)Meant(key, types) + 1, weight), isKnown);
            }
        }
    }

    /// <summary>By verdicts on events of real news: whether a word tells one of the type, whoever its actors were taken to be.</summary>
    public static IEnumerable<WordLesson> Judged(Reader reader, EventExtractor extractor, Corpora corpora)
    {
        ILookup<string, Verdict> verdicts = Judgements.Verdicts.ToLookup(v => v.Report);
        foreach (Report report in Judgements.Reports(corpora))
        {
            Reading reading = reader.Read(report);
            foreach (var (word, isKnown, _, features) in extractor.Guessing(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
            {
                Verdict[] here = [.. verdicts[report.Id].Where(v => v.Offset == word.Span.Start)];
                Verdict? told = here.FirstOrDefault(v => v.IsRight || v.Wrong is "source" or "target" or "status");
                if (told is null && !here.Any(v => v.Wrong == "none"))
                    continue;
                yield return new WordLesson(report.Text, new Example([.. features().Distinct()], told is null ? 0 : (int)told.Type + 1, isKnown ? JudgedWeight : 1), isKnown);
            }
        }
    }

    // Where a key allows several types, or one that the codebook calls by another name, the word means the one that the lexicon gives it.
    private static EventType Meant(KeyedEvent key, ImmutableArray<EventType> lexicon) =>
        key.Types.Where(t => lexicon.Contains(t)).Concat(lexicon.Where(t => key.Types.Any(k => (t, k) is (EventType.Retreat, EventType.Concede) or (EventType.Coerce, EventType.Sanction)))).Append(key.Types[0]).First();

    private static bool IsNear(KeyedEvent key, string sentence) =>
        (key.Sources ?? []).Concat(key.Targets ?? []).Any(name => name != "none" && sentence.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static int Count(string text, string word)
    {
        int count = 0;
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            count += (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length])) ? 1 : 0;
        return count;
    }
}
