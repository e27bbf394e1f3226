using System.Globalization;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>Reads the keyed reports as a user would and says what of their keys is found, what is wrong, and why.</summary>
internal static class KeyedMeasure
{
    private const string NotFound = "not found";

    public static void Run(Reader reader, EventExtractor extractor, TextWriter output)
    {
        Run("learned from", KeyedReport.All().Where(k => !k.IsKept), reader, extractor, output, output);
        Run("kept for measuring", KeyedReport.All().Where(k => k.IsKept), reader, extractor, TextWriter.Null, output);
    }

    private static void Run(string name, IEnumerable<KeyedReport> reports, Reader reader, EventExtractor extractor, TextWriter output, TextWriter sums)
    {
        int told = 0, right = 0, due = 0, found = 0, again = 0, dayRight = 0, dayWrong = 0, dayOpen = 0;
        var wrong = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (KeyedReport keyed in reports)
        {
            Reading reading = reader.Read(keyed.Report);
            foreach (Event e in reading.Events)
            {
                told++;
                string why = Fault(e, keyed, reading);
                right += why.Length == 0 ? 1 : 0;
                if (why.Length == 0)
                    continue;
                wrong[why] = wrong.GetValueOrDefault(why) + 1;
                output.WriteLine($"wrong\t{why}\t{Shown(e, reading)}\t{Sentence(reading, e.Trigger[0].Start)}");
            }
            foreach (Event e in Again(keyed, reading))
            {
                again++;
                output.WriteLine($"again\t{Shown(e, reading)}\t{Sentence(reading, e.Trigger[0].Start)}");
            }
            foreach (KeyedEvent key in keyed.Events.Where(k => k.From is not null))
            {
                Event[] tellings = [.. reading.Events.Where(e => Tells(e, key, reading) && key.IsToldBy(Words(e, reading)))];
                if (tellings.Length == 0)
                    continue;
                if (tellings.Any(e => e.From == key.From))
                {
                    dayRight++;
                    continue;
                }
                Event e = tellings.FirstOrDefault(e => e.From is not null) ?? tellings[0];
                dayWrong += e.From is null ? 0 : 1;
                dayOpen += e.From is null ? 1 : 0;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day\t{(e.From is { } day ? $"{day:yyyy-MM-dd}" : "none")}, due {key.From:yyyy-MM-dd} (report of {keyed.Report.Published:ddd yyyy-MM-dd})\t{Shown(e, reading)}\t{Sentence(reading, e.Trigger[0].Start)}"));
            }
            foreach (KeyedEvent key in keyed.Events.Where(k => k.IsDue))
            {
                due++;
                string why = Miss(key, reading);
                found += why.Length == 0 ? 1 : 0;
                if (why.Length == 0)
                    continue;
                if (why == NotFound)
                    why = Lost(key, reading, extractor);
                missed[why] = missed.GetValueOrDefault(why) + 1;
                int at = key.Triggers.Select(t => Place(keyed.Report.Text, t)).Where(i => i >= 0).DefaultIfEmpty(0).First();
                output.WriteLine($"missed\t{why}\t{string.Join('|', key.Types).ToUpperInvariant()} {string.Join('|', key.Sources ?? [])} -> {string.Join('|', key.Targets ?? [])} ({string.Join('|', key.Triggers)}; {string.Join('|', key.Statuses)})\t{Sentence(reading, at)}");
            }
        }
        string Counts(SortedDictionary<string, int> of) => string.Join(", ", of.Select(p => $"{p.Key} {p.Value}"));
        sums.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {told} events, {right} right ({100.0 * right / Math.Max(1, told):F1} %); wrong: {Counts(wrong)}"));
        sums.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {due} events of the keys, {found} found ({100.0 * found / Math.Max(1, due):F1} %); missed: {Counts(missed)}"));
        sums.WriteLine($"{name}: first days of events found: {dayRight} right, {dayWrong} wrong, {dayOpen} none; told a second time: {again}");
    }

    private static bool Tells(Event e, KeyedEvent key, Reading reading) => key.HasType(e.Type, e.Evidence.Rule) && key.HasStatus(e.Status) && Fits(key, e, reading);

    /// <summary>The events that tell once more what one before them has told: they fit one event of the key, the same one, and no other.</summary>
    private static IEnumerable<Event> Again(KeyedReport keyed, Reading reading)
    {
        var told = new HashSet<(KeyedEvent, EventType)>();
        foreach (Event e in reading.Events)
        {
            if (keyed.Events.Where(k => Tells(e, k, reading)).ToArray() is [var only] && !told.Add((only, e.Type)))
                yield return e;
        }
    }

    private static string Fault(Event e, KeyedReport keyed, Reading reading)
    {
        if (keyed.Events.Any(k => Tells(e, k, reading)))
            return "";
        string[] words = Words(e, reading);
        if (keyed.Events.FirstOrDefault(k => k.HasType(e.Type, e.Evidence.Rule) && k.IsToldBy(words)) is not { } same)
            return keyed.Events.Any(k => k.IsToldBy(words)) ? "type" : "no event";
        return Roles(same, e, reading) is { Length: > 0 } roles ? roles : "status";
    }

    private static string Miss(KeyedEvent key, Reading reading)
    {
        if (reading.Events.Any(e => Tells(e, key, reading)))
            return "";
        Event[] told = [.. reading.Events.Where(e => key.IsToldBy(Words(e, reading)))];
        if (told.Length == 0)
            return NotFound;
        return told.FirstOrDefault(e => key.HasType(e.Type, e.Evidence.Rule)) is not { } same ? "type" : Roles(key, same, reading) is { Length: > 0 } roles ? roles : "status";
    }

    // How far what is not found came: the best that words and rules make of it, and where they leave it out.
    private static string Lost(KeyedEvent key, Reading reading, EventExtractor extractor)
    {
        bool IsTold(Candidate c) => key.IsToldBy(c.Trigger.Words.Select(w => w.Text));
        string Fault(Candidate c)
        {
            List<IEnumerable<string>> Named(List<Filler> role) => [.. role.Select(f => NamesOf(f.Entity, reading.Report))];
            return !key.HasType(c.Type, c.Rule) ? "type" : !key.HasActors(Named(c.Sources), Named(c.Targets), EventOntology.IsMutual(c.Type)) ? "actors" : key.HasStatus(c.Status) ? "right" : "status";
        }
        List<(Candidate Candidate, float Chance)> scored =
        [
            .. extractor.Unmarked(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements)
                .Where(u => IsTold(u.Candidate)).Select(u => (u.Candidate, extractor.Right(u.Features))),
        ];
        if (scored.Count > 0)
            return "scores too low, " + Best(scored.Select(s => Fault(s.Candidate)));
        List<string> proposed =
        [
            .. extractor.Linking(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements)
                .Where(l => IsTold(l.Candidate)).Select(l => Fault(l.Candidate)),
        ];
        return proposed.Count > 0 ? "no event by rule, " + Best(proposed) : "no word for it";
    }

    private static string Best(IEnumerable<string> faults) => faults.MinBy(f => Array.IndexOf(["right", "status", "actors", "type"], f))!;

    private static string[] Words(Event e, Reading reading) => [.. e.Trigger.SelectMany(t => reading.Report[t].ToString().Split(' '))];

    private static bool Fits(KeyedEvent key, Event e, Reading reading) =>
        key.HasActors(Names(e.Sources, reading), Names(e.Targets, reading), EventOntology.IsMutual(e.Type));

    private static string Roles(KeyedEvent key, Event e, Reading reading)
    {
        bool source = KeyedEvent.Fits(key.Sources, Names(e.Sources, reading)), target = KeyedEvent.Fits(key.Targets, Names(e.Targets, reading));
        return (source ? "" : e.Sources.IsEmpty ? "source open" : "source") + (source || target ? "" : ", ") + (target ? "" : e.Targets.IsEmpty ? "target open" : "target");
    }

    private static List<IEnumerable<string>> Names(IEnumerable<Entity> actors, Reading reading) => [.. actors.Select(a => NamesOf(a, reading.Report))];

    /// <summary>All that the report calls an actor, but pronouns.</summary>
    public static IEnumerable<string> NamesOf(Entity actor, Report report) =>
        actor.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => report[m.Span].ToString()).Prepend(actor.Name);

    private static string Shown(Event e, Reading reading)
    {
        string Words(IEnumerable<TextSpan> spans) => string.Join(" + ", spans.Select(s => reading.Report[s].ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{e.Type.ToString().ToUpperInvariant()} {Words(e.SourceSpans)} -> {Words(e.TargetSpans)} ({Words(e.Trigger)}; {e.Status}) {e.Evidence.Score:F2} {e.Evidence.Rule}");
    }

    private static int Place(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return at;
        }
        return -1;
    }

    private static string Sentence(Reading reading, int at) =>
        reading.Sentences.FirstOrDefault(s => s.Span.Start <= at && at < s.Span.End) is { } sentence ? reading.Report[sentence.Span].ToString().ReplaceLineEndings(" ") : "";
}
