using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Data;
using Chancery.Events;
using Chancery.Learning;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>Trains en-events, and measures it on sentences it has not learned from: ten parts, each read by a model of the other nine.</summary>
internal sealed class EventRecipe(Corpora corpora, string folder, int seed, TextWriter log)
{
    private const string Trained = "Zero-Shot-PLOVER, PLV train, no licence stated: weights of words only, no text";
    private const string News = "PolNeAR 1.0.0 train, no licence stated: our own judgement of events read in reports, no text";
    private const string Trees = "UD English EWT and GUM r2.16, train (CC BY-SA 4.0, CC BY 4.0): the same, in their dated documents, no text";
    private const string Ours = "sentences of specs/events/frames.tsv and reports of Events/keyed, our own";
    private const uint Parts = 10;

    // Plain sentences made up for one word each teach less than sentences out of news.
    private const float OurWeight = 0.5f;

    private static readonly ImmutableArray<EventType> Types =
    [
        EventType.Agree, EventType.Consult, EventType.Support, EventType.Concede, EventType.Cooperate, EventType.Aid, EventType.Request,
        EventType.Accuse, EventType.Reject, EventType.Threaten, EventType.Protest, EventType.Sanction, EventType.Mobilize, EventType.Coerce,
        EventType.Assault,
    ];

    private float[] _rightScale = [1, 0];

    private sealed record Lesson(MarkedSentence Sentence, Example? Type, Example[] Direction);

    public void Run()
    {
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        var reader = new Reader(data, With(models, Write([], [], 1, [], [])));
        var extractor = new EventExtractor(data, model: null);
        List<Lesson> given = [.. MarkedSentences.Corpus(corpora.File("events", "plv-train.tsv")).Select(s => Prepare(reader, extractor, s, 1))];
        List<Lesson> ours = [.. MarkedSentences.Ours(data).Select(s => Prepare(reader, extractor, s, OurWeight))];
        log.WriteLine($"{given.Count} sentences, {given.Count(l => l.Type is not null)} with both actors marked in one sentence");

        List<WordLesson> words = [.. TriggerLessons.Keyed(reader, extractor), .. TriggerLessons.Judged(reader, extractor, corpora)];
        log.WriteLine($"{words.Count} words, {words.Count(w => w.Example.Class > 0)} tell an event");
        Guesses(words);
        // Who has a role in what is guessed is learned too.
        var guessing = new EventExtractor(data, new EventModel(Write([], [], 1, [], [.. words.Select(w => w.Example)])));
        List<(string Text, Example Example)> links =
        [
            .. RoleLessons.Keyed(reader, guessing), .. RoleLessons.Judged(reader, guessing, corpora), .. given.SelectMany(l => RoleLessons.Marked(reader, guessing, l.Sentence)),
            .. ours.SelectMany(l => RoleLessons.Marked(reader, guessing, l.Sentence)),
        ];
        log.WriteLine($"{links.Count} actors beside events, {links.Count(l => l.Example.Class == 1)} with the role");

        var judgements = new List<Judgement>();
        var readings = new byte[given.Count][];
        var held = new List<(float[] Chances, int Class)>();
        for (uint part = 0; part < Parts; part++)
        {
            // Sentences that stand twice, with other actors, lie in one part.
            bool Here(Lesson l) => Part(l.Sentence.Report.Text) == part;
            byte[] model = Write([.. ours, .. given.Where(l => !Here(l))], [], 1, [.. links.Where(l => Part(l.Text) != part).Select(l => l.Example)], Others(words, part));
            var classifier = new EventModel(model);
            var part10 = new Reader(data, With(models, model));
            var judge = new EventExtractor(data, classifier);
            for (int i = 0; i < given.Count; i++)
            {
                if (!Here(given[i]))
                    continue;
                readings[i] = Json(part10.Read(given[i].Sentence.Report));
                judgements.AddRange(Judgements.Of(part10, judge, given[i].Sentence));
                if (given[i].Type is { } example)
                    held.Add((classifier.Chances([.. example.Features]), example.Class));
            }
        }
        string work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
        using (FileStream output = File.Create(Path.Combine(work, "events-crossvalidation.jsonl")))
        {
            foreach (byte[] reading in readings)
            {
                output.Write(reading);
                output.WriteByte((byte)'\n');
            }
        }
        float sharpness = Enumerable.Range(4, 17).Select(i => i * 0.1f).MinBy(s => Loss(held, s));
        string figures = string.Create(CultureInfo.InvariantCulture, $"right in {100.0 * held.Count(h => Best(h.Chances) == h.Class) / held.Count:F1} % of {held.Count} sentences it had not learned from (ten parts); sharpness {sharpness:F1}");
        log.WriteLine(figures);
        Calibration(held, sharpness);
        Example[] allLinks = [.. links.Select(l => l.Example)], allWords = [.. words.Select(w => w.Example)];
        // Roles are filled as they will be in reports that nothing was learned from.
        var judged = new List<Judgement>();
        var keyed = new List<Judgement>();
        for (uint part = 0; part < Parts; part++)
        {
            var others = new EventExtractor(data, new EventModel(Write([.. ours, .. given], [], sharpness, [.. links.Where(l => Part(l.Text) != part).Select(l => l.Example)], Others(words, part))));
            judged.AddRange(Judgements.Of(reader, others, corpora, r => Part(r.Text) == part));
            keyed.AddRange(Judgements.Keyed(reader, others, r => Part(r.Text) == part));
        }
        log.WriteLine($"of {keyed.Count(k => k.IsLinked)} events with a role filled by what was learned from other reports, {keyed.Count(k => k.IsLinked && k.IsRight)} right");
        // As of the parts above: what is judged was not learned from.
        var without = new EventExtractor(data, new EventModel(Write(given, [], sharpness, allLinks, allWords)));
        judgements.AddRange(ours.SelectMany(l => Judgements.Ours(reader, without, l.Sentence)));
        figures += "; " + Judged(judged, keyed, judgements);
        ModelCard.Save(folder, EventModel.Name, Write([.. ours, .. given], [.. judgements, .. judged, .. keyed], sharpness, allLinks, allWords), figures, [Trained, News, Trees, Ours], $"events --seed {seed}");
    }

    private static Lesson Prepare(Reader reader, EventExtractor extractor, MarkedSentence sentence, float weight)
    {
        Reading reading = reader.Read(sentence.Report);
        foreach (var (found, candidates, features) in extractor.Marked(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
        {
            if (sentence.Source is not { } source || sentence.Target is null)
                continue;
            Pair pair = found.SourceSpan == source ? found : found.Reversed;
            var type = new Example([.. features.OfType(pair, candidates).Distinct()], Types.IndexOf(PairCoder.Root(sentence.Type)), weight);
            uint[] right = [.. features.OfDirection(pair, candidates).Distinct()], wrong = [.. features.OfDirection(pair.Reversed, candidates).Distinct()];
            return new Lesson(sentence, type, [new Example(right, 1, weight / 2), new Example(wrong, 0, weight / 2)]);
        }
        return new Lesson(sentence, null, []);
    }

    // Each report in turn is judged by what was learned from the others.
    private string Judged(List<Judgement> judged, List<Judgement> keyed, List<Judgement> others)
    {
        var sums = new List<(float Sum, Judgement Of)>();
        var ofKeys = new List<(float Sum, Judgement Of)>();
        for (uint part = 0; part < Parts; part++)
        {
            bool Here(Judgement j) => FeatureHash.Of(j.Report) % Parts == part;
            Logistic right = Right([.. others, .. judged.Where(j => !Here(j)), .. keyed.Where(j => !Here(j))]);
            foreach (Judgement judgement in judged.Concat(keyed).Where(Here))
            {
                float[] scores = right.Scores(judgement.Features);
                (judgement.IsOfKey ? ofKeys : sums).Add((scores[1] - scores[0], judgement));
            }
        }
        // Sentences chosen because something happens in them make it too sure of reports: two numbers set that right.
        _rightScale = (from factor in Enumerable.Range(1, 80) from shift in Enumerable.Range(-20, 41) select new[] { factor * 0.05f, shift * 0.1f })
            .MinBy(scale => sums.Sum(h => -Math.Log(Math.Max(1e-9, h.Of.IsRight ? Chance(h.Sum, scale) : 1 - Chance(h.Sum, scale)))))!;
        List<(float Chance, Judgement Of)> held = [.. sums.Select(h => (Chance(h.Sum, _rightScale), h.Of))];
        Table("all", held);
        Table("our own keyed reports", [.. ofKeys.Select(h => (Chance(h.Sum, _rightScale), h.Of))]);
        Table("election campaigns", held.FindAll(h => h.Of.Subject == Subject.Campaign));
        Table("world affairs", held.FindAll(h => h.Of.Subject == Subject.WorldAffairs));
        Table("other reports", held.FindAll(h => h.Of.Subject == Subject.Other));
        Table("between states, their bodies and armed groups", held.FindAll(h => h.Of.Features.Contains(BetweenStates)));
        int kept = held.Count(h => h.Chance >= 0.5f);
        return string.Create(CultureInfo.InvariantCulture, $"of {held.Count} events judged by hand in reports not learned from, {held.Count(h => h.Of.IsRight)} right; of the {kept} that score 0.5 or more, {held.Count(h => h.Chance >= 0.5f && h.Of.IsRight)}");
    }

    private static readonly uint BetweenStates = FeatureHash.Of(FeatureHash.Of("countries"), FeatureHash.Of("two"));

    // How sure it is and how often it is right, and what a cut-off would keep.
    private void Table(string name, List<(float Chance, Judgement Of)> held)
    {
        List<float> right = [.. held.Where(h => h.Of.IsRight).Select(h => h.Chance)], wrong = [.. held.Where(h => !h.Of.IsRight).Select(h => h.Chance)];
        double ordered = right.Sum(r => wrong.Sum(w => r > w ? 1 : r == w ? 0.5 : 0)) / Math.Max(1, right.Count * wrong.Count);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {right.Count} of {held.Count} right; a right one scores higher than a wrong one in {100 * ordered:F1} % of pairs"));
        List<Judgement> read = [.. held.Where(h => h.Chance >= EventExtractor.CutOff(h.Of.Subject, h.Of.Features.Contains(BetweenStates))).Select(h => h.Of)];
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a reader keeps {read.Count}, {read.Count(j => j.IsRight)} right; of those that are not between states {read.Count(j => !j.Features.Contains(BetweenStates))}, {read.Count(j => j.IsRight && !j.Features.Contains(BetweenStates))} right"));
        log.WriteLine("said\tright\tevents");
        foreach (var bin in held.GroupBy(h => Math.Min((int)(h.Chance * 10), 9)).OrderBy(g => g.Key))
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bin.Average(h => h.Chance):F2}\t{bin.Average(h => h.Of.IsRight ? 1.0 : 0):F2}\t{bin.Count()}"));
        log.WriteLine("from\tkept\tright\tof those kept\tof those right");
        for (int cut = 0; cut <= 12; cut++)
        {
            float least = cut * 0.05f;
            int kept = held.Count(h => h.Chance >= least), good = right.Count(r => r >= least);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{least:F2}\t{kept}\t{good}\t{100.0 * good / Math.Max(1, kept):F1} %\t{100.0 * good / Math.Max(1, right.Count):F1} %"));
        }
    }

    private static float Chance(float sum, float[] scale) => 1 / (1 + MathF.Exp(-(scale[0] * sum + scale[1])));

    // A slow pace: far more features than judgements, which a faster one learns by heart.
    private Logistic Right(IReadOnlyList<Judgement> judgements) =>
        new([.. judgements.Select(j => new Example(j.Features, j.IsRight ? 1 : 0, j.Weight))], 2, 6, 0.01f, 0.01f, 2, seed);

    private byte[] Write(IReadOnlyList<Lesson> lessons, IReadOnlyList<Judgement> judgements, float sharpness, IReadOnlyList<Example> links, IReadOnlyList<Example> words)
    {
        var link = new Logistic(links, 2, 10, 0.1f, 0.002f, 2, seed);
        Logistic right = Right(judgements);
        Logistic trigger = Trigger(words);
        var types = new Logistic([.. lessons.Select(l => l.Type).OfType<Example>()], Types.Length, 30, 0.1f, 0.002f, 2, seed);
        var direction = new Logistic([.. lessons.SelectMany(l => l.Direction)], 2, 15, 0.1f, 0.002f, 2, seed);
        // Of the two columns only the difference matters.
        float[] Difference(Logistic two) => [.. Enumerable.Range(0, two.Features.Length).Select(i => two.Weights[2 * i + 1] - two.Weights[2 * i])];
        return ModelFile.Write(EventModel.Kind, "1", [new("types", [.. Types.Select(t => t.ToString())])], [Trained],
        [
            Table("features", types.Features, 1), Table("weights", types.Weights, Types.Length),
            Table("direction.features", direction.Features, 1), Table("direction.weights", Difference(direction), 1),
            Table("right.features", right.Features, 1), Table("right.weights", Difference(right), 1), Table("link.features", link.Features, 1), Table("link.weights", Difference(link), 1), Table("right.scale", _rightScale, 2),
            Table("trigger.features", trigger.Features, 1), Table("trigger.weights", trigger.Weights, EventModel.TriggerClasses), Table("sharpness", [sharpness], 1),
        ]);
    }

    private Logistic Trigger(IReadOnlyList<Example> words) => new(words, EventModel.TriggerClasses, 10, 0.05f, 0.002f, 4, seed);

    private static Example[] Others(List<WordLesson> lessons, uint part) => [.. lessons.Where(l => Part(l.Text) != part).Select(l => l.Example)];

    // How often words that no construction fits tell an event of the type that is guessed.
    private void Guesses(List<WordLesson> words)
    {
        var held = new List<(float Said, bool Right, bool Event)>();
        for (uint part = 0; part < Parts; part++)
        {
            Logistic trigger = Trigger(Others(words, part));
            foreach (Example example in words.Where(w => Part(w.Text) == part && !w.IsKnown).Select(w => w.Example))
            {
                float[] chances = trigger.Scores(example.Features);
                EventModel.Softmax(chances, 1);
                int best = 1 + Array.IndexOf(chances[1..], chances[1..].Max());
                held.Add((chances[best], example.Class == best, example.Class > 0));
            }
        }
        log.WriteLine($"words that no construction fits: {held.Count}, of an event {held.Count(h => h.Event)}");
        log.WriteLine("guessed from\tguesses\tof the type\tof some event");
        for (int cut = 1; cut <= 8; cut++)
        {
            var kept = held.FindAll(h => h.Said >= cut * 0.1f);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cut * 0.1f:F1}\t{kept.Count}\t{kept.Count(h => h.Right)}\t{kept.Count(h => h.Event)}"));
        }
    }

    private static ModelTable Table<T>(string name, T[] numbers, int columns) where T : unmanaged =>
        new(name, numbers.Length / columns, columns, 4, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    private static Models With(Models models, byte[] events) => new(models.Names.Where(n => n != EventModel.Name)
        .ToDictionary(n => n, n => models[n]).Append(new(EventModel.Name, events)).ToDictionary());

    private static uint Part(string text) => FeatureHash.Of(text) % Parts;

    private static byte[] Json(Reading reading)
    {
        var output = new ArrayBufferWriter<byte>();
        ReadingJson.Write(output, reading, OffsetUnit.CodePoints);
        return output.WrittenSpan.ToArray();
    }

    private static int Best(float[] chances) => Array.IndexOf(chances, chances.Max());

    private static float[] Sharpened(float[] chances, float sharpness)
    {
        float[] logs = [.. chances.Select(c => MathF.Log(MathF.Max(c, 1e-9f)))];
        EventModel.Softmax(logs, sharpness);
        return logs;
    }

    private static double Loss(List<(float[] Chances, int Class)> held, float sharpness) =>
        held.Sum(h => -Math.Log(Math.Max(1e-9, Sharpened(h.Chances, sharpness)[h.Class])));

    private void Calibration(List<(float[] Chances, int Class)> held, float sharpness)
    {
        log.WriteLine("said\tright\tsentences");
        var best = held.Select(h => (Said: Sharpened(h.Chances, sharpness).Max(), Right: Best(h.Chances) == h.Class)).ToList();
        foreach (var bin in best.GroupBy(b => Math.Min((int)(b.Said * 10), 9)).OrderBy(g => g.Key))
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bin.Average(b => b.Said):F2}\t{bin.Average(b => b.Right ? 1.0 : 0):F2}\t{bin.Count()}"));
    }
}
