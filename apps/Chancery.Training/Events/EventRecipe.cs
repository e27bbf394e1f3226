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

/// <summary>A sentence whose actors are marked, and what the source does to the target.</summary>
internal sealed record MarkedSentence(Report Report, TextSpan? Source, TextSpan? Target, EventType Type);

/// <summary>Trains en-events, and measures it on sentences it has not learned from: ten parts, each read by a model of the other nine.</summary>
internal sealed class EventRecipe(Corpora corpora, string folder, int seed, TextWriter log)
{
    private const string Trained = "Zero-Shot-PLOVER, PLV train, no licence stated: weights of words only, no text";
    private const string Ours = "example sentences of data/events/examples.tsv, our own";
    private const int Parts = 10;

    private static readonly ImmutableArray<EventType> Types =
    [
        EventType.Agree, EventType.Consult, EventType.Support, EventType.Concede, EventType.Cooperate, EventType.Aid, EventType.Request,
        EventType.Accuse, EventType.Reject, EventType.Threaten, EventType.Protest, EventType.Sanction, EventType.Mobilize, EventType.Coerce,
        EventType.Assault,
    ];

    private sealed record Lesson(MarkedSentence Sentence, Example? Type, Example[] Direction);

    public void Run()
    {
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        var reader = new Reader(data, With(models, Write([], 1)));
        var extractor = new EventExtractor(data, classifier: null);
        List<Lesson> given = [.. Sentences(corpora.File("events", "plv-train.tsv")).Select(s => Prepare(reader, extractor, s))];
        log.WriteLine($"{given.Count} sentences, {given.Count(l => l.Type is not null)} with both actors marked in one sentence");

        var readings = new byte[given.Count][];
        var held = new List<(float[] Chances, int Class)>();
        for (int part = 0; part < Parts; part++)
        {
            // Sentences that stand twice, with other actors, lie in one part.
            bool Here(Lesson l) => FeatureHash.Of(l.Sentence.Report.Text) % Parts == part;
            byte[] model = Write([.. given.Where(l => !Here(l))], 1);
            var classifier = new PairClassifier(model);
            var part10 = new Reader(data, With(models, model));
            for (int i = 0; i < given.Count; i++)
            {
                if (!Here(given[i]))
                    continue;
                readings[i] = Json(part10.Read(given[i].Sentence.Report));
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
        ModelCard.Save(folder, PairClassifier.Name, Write(given, sharpness), figures, [Trained], $"events --seed {seed}");
    }

    private static Lesson Prepare(Reader reader, EventExtractor extractor, MarkedSentence sentence)
    {
        Reading reading = reader.Read(sentence.Report);
        foreach (var (found, candidates, features) in extractor.Marked(reading.Report, reading.Sentences, reading.Cast, reading.Times, reading.Places, reading.Statements))
        {
            if (sentence.Source is not { } source || sentence.Target is null)
                continue;
            Pair pair = found.SourceSpan == source ? found : found.Reversed;
            var type = new Example([.. features.OfType(pair, candidates).Distinct()], Types.IndexOf(PairCoder.Root(sentence.Type)), 1);
            uint[] right = [.. features.OfDirection(pair, candidates).Distinct()], wrong = [.. features.OfDirection(pair.Reversed, candidates).Distinct()];
            return new Lesson(sentence, type, [new Example(right, 1, 0.5f), new Example(wrong, 0, 0.5f)]);
        }
        return new Lesson(sentence, null, []);
    }

    private byte[] Write(IReadOnlyList<Lesson> lessons, float sharpness)
    {
        var types = new Logistic([.. lessons.Select(l => l.Type).OfType<Example>()], Types.Length, 30, 0.1f, 0.002f, 2, seed);
        var direction = new Logistic([.. lessons.SelectMany(l => l.Direction)], 2, 15, 0.1f, 0.002f, 2, seed);
        // Of the two columns only the difference matters.
        float[] forth = [.. Enumerable.Range(0, direction.Features.Length).Select(i => direction.Weights[2 * i + 1] - direction.Weights[2 * i])];
        return ModelFile.Write(PairClassifier.Kind, "1", [new("types", [.. Types.Select(t => t.ToString())])], [Trained],
        [
            Table("features", types.Features, 1), Table("weights", types.Weights, Types.Length),
            Table("direction.features", direction.Features, 1), Table("direction.weights", forth, 1), Table("sharpness", [sharpness], 1),
        ]);
    }

    private static ModelTable Table<T>(string name, T[] numbers, int columns) where T : unmanaged =>
        new(name, numbers.Length / columns, columns, 4, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    private static Models With(Models models, byte[] events) => new(models.Names.Where(n => n != PairClassifier.Name)
        .ToDictionary(n => n, n => models[n]).Append(new(PairClassifier.Name, events)).ToDictionary());

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
        PairClassifier.Softmax(logs, sharpness);
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

    private static IEnumerable<MarkedSentence> Sentences(string file)
    {
        string[] lines = File.ReadAllLines(file);
        string[] columns = lines[0].Split('\t');
        int text = Array.IndexOf(columns, "sentence"), source = Array.IndexOf(columns, "source"), target = Array.IndexOf(columns, "target"), root = Array.IndexOf(columns, "gold_root");
        for (int i = 1; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split('\t');
            TextSpan? Find(string words) => words.Length > 0 && cells[text].IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, words.Length) : null;
            (TextSpan? from, TextSpan? to) = (Find(cells[source]), Find(cells[target]));
            KnownMention[] marks = [.. new[] { from, to }.OfType<TextSpan>().Select(s => new KnownMention(s, null))];
            EventType type = cells[root] == "YIELD" ? EventType.Concede : Enum.Parse<EventType>(cells[root], ignoreCase: true);
            yield return new MarkedSentence(new Report($"s{i - 1}", cells[text]) { Mentions = [.. marks] }, from, to, type);
        }
    }
}
