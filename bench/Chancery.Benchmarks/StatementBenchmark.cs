using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Benchmarks;

/// <summary>What statements add to the time of the language stage, on one thread.</summary>
internal static class StatementBenchmark
{
    public static void Run(List<Report> all, int words, TextWriter output)
    {
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        var language = new LanguageReader(data, models);
        var (names, linker, actors, times) = (new NameFinder(language.NameLabels, language.NameLists, data), new EntityLinker(data), new ActorIdentifier(new ActorRegistry(data)), new TimeTagger(data));
        var statements = new StatementExtractor(data, models);
        var (reading, stating) = (new Stopwatch(), new Stopwatch());
        int count = 0, found = 0, reports = 0;
        foreach (Report report in all)
        {
            if (count >= words)
                break;
            // Once for the caches that a long run has filled, then by the clock.
            bool warm = reports++ < 50;
            reading.Start();
            ImmutableArray<Sentence> sentences = language.Read(report, []);
            ImmutableArray<Name> named = names.Find(report, sentences);
            reading.Stop();
            var warnings = new List<Warning>();
            ImmutableArray<TimeExpression> when = times.Tag(report, sentences, warnings);
            Cast cast = actors.Identify(report, sentences, linker.Link(report, sentences, named, warnings), when, warnings);
            stating.Start();
            int said = statements.Extract(report, sentences, cast, when, warnings).Length;
            stating.Stop();
            if (warm)
            {
                reading.Reset();
                stating.Reset();
                continue;
            }
            (count, found) = (count + sentences.Sum(s => s.Tokens.Length), found + said);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} words, {found} statements\nlanguage and names {reading.Elapsed.TotalSeconds:F2} s, statements {stating.Elapsed.TotalSeconds:F2} s: {stating.Elapsed / reading.Elapsed:P0} more"));
    }
}
