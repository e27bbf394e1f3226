using System.Diagnostics;
using System.Globalization;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Language.Sentences;
using Chancery.Language.Tags;
using Chancery.Language.Tokens;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Places;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Benchmarks;

/// <summary>How long loading takes, table by table, and which share of reading each stage has, on one thread.</summary>
internal static class StagesBenchmark
{
    private static readonly string[] Stages = ["language", "names", "entities", "times", "actors", "places", "statements", "events", "commitments"];

    public static void Run(IReadOnlyList<Report> reports, TextWriter output)
    {
        // Twice: the first time pays for compiling.
        Load(TextWriter.Null);
        Load(output);
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        var language = new LanguageReader(data, models);
        var names = new NameFinder(language.NameLabels, language.NameLists, data);
        var linker = new EntityLinker(data);
        var actors = new ActorIdentifier(new ActorRegistry(data));
        var times = new TimeTagger(data);
        var places = new PlaceFinder(data);
        var statements = new StatementExtractor(data, models);
        var events = new EventExtractor(data, models);
        var commitments = new CommitmentExtractor(data, actors.Registry);
        for (int round = 1; round <= 2; round++)
        {
            double[] spent = new double[Stages.Length];
            foreach (Report report in reports)
            {
                var warnings = new List<Warning>();
                int stage = 0;
                T Timed<T>(Func<T> read)
                {
                    long start = Stopwatch.GetTimestamp();
                    T result = read();
                    spent[stage++] += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    return result;
                }
                var sentences = Timed(() => language.Read(report, warnings));
                var found = Timed(() => names.Find(report, sentences));
                var entities = Timed(() => linker.Link(report, sentences, found, warnings));
                var days = Timed(() => times.Tag(report, sentences, warnings));
                var cast = Timed(() => actors.Identify(report, sentences, entities, days, warnings));
                var map = Timed(() => places.Find(report, sentences, found, cast, warnings));
                var said = Timed(() => statements.Extract(report, sentences, cast, days, warnings));
                var done = Timed(() => events.Extract(report, sentences, cast, days, map, said));
                Timed(() => commitments.Extract(report, sentences, cast, days, said, done));
            }
            if (round == 1)
                continue;
            double all = spent.Sum();
            for (int i = 0; i < Stages.Length; i++)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stages[i],-12}{spent[i],10:F1} ms {100 * spent[i] / all,6:F1} %"));
        }
    }

    private static void Load(TextWriter output)
    {
        double all = 0;
        void Timed(string what, Action load)
        {
            long start = Stopwatch.GetTimestamp();
            load();
            double spent = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            all += spent;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {what,-24}{spent,8:F1} ms"));
        }
        void Sum(string what)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {what,-24}{all,8:F1} ms, one after the other"));
            all = 0;
        }
        DataPack data = null!;
        Models models = null!;
        Timed("chancery.data", () => data = ReaderFolder.OpenData());
        Timed("language", () => _ = (new Tokenizer(data), new SentenceSplitter(data), new Lemmatizer(data), new NationalityWords(data), new NameLists(data)));
        Timed("entities", () => _ = new EntityLinker(data));
        Timed("actors", () => _ = new ActorRegistry(data));
        Timed("times", () => _ = new TimeTagger(data));
        Timed("places", () => _ = new PlaceFinder(data));
        Timed("statements", () => _ = new StatementRules(data));
        Timed("events", () => _ = new EventExtractor(data, model: null));
        Timed("commitments", () => _ = new CommitmentExtractor(data));
        Sum("all of data/");
        Timed("models/", () => models = ReaderFolder.OpenModels());
        Timed("en-language", () => _ = new Encoder(data, ModelFile.Load(models[LanguageReader.ModelName], Encoder.Kind)));
        Timed("en-statements", () => _ = new StatementModel(models));
        Timed("en-events", () => _ = new EventModel(models[EventModel.Name]));
        Sum("all of models/");
    }
}
