using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chancery.Data;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Language.Sentences;
using Chancery.Language.Tags;
using Chancery.Language.Tokens;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Benchmarks;

/// <summary>Words a second from characters to names, on one thread and on two, and how the time is shared among the parts.</summary>
internal static class LanguageBenchmark
{
    public static void Run(List<Report> all, int words, TextWriter output)
    {
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        var clock = Stopwatch.StartNew();
        var language = new LanguageReader(data, models);
        var names = new NameFinder(language.NameLabels, language.NameLists, data);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"made ready in {clock.ElapsedMilliseconds} ms"));
        List<Report> reports = Take(all, words, language);
        int Read(Report report)
        {
            ImmutableArray<Sentence> sentences = language.Read(report, []);
            names.Find(report, sentences);
            return sentences.Sum(s => s.Tokens.Length);
        }
        foreach (Report report in reports.Take(100))
            Read(report);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan used = Process.GetCurrentProcess().TotalProcessorTime;
        clock.Restart();
        int count = reports.Sum(Read);
        double one = clock.Elapsed.TotalSeconds, processor = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        clock.Restart();
        Parallel.ForEach(reports, new ParallelOptions { MaxDegreeOfParallelism = 2 }, report => Read(report));
        double two = clock.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reports.Count} reports, {count} words\none thread {count / one:F0} words/s ({count / processor:F0} a second of processor time), two {count / two:F0} ({one / two:F2} times), {allocated / count} bytes allocated a word, "
            + $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Parts(reports, data, models, output);
    }

    private static List<Report> Take(List<Report> all, int words, LanguageReader language)
    {
        var taken = new List<Report>();
        foreach (Report report in all)
        {
            if (words <= 0)
                break;
            words -= language.Read(report, []).Sum(s => s.Tokens.Length);
            taken.Add(report);
        }
        return taken;
    }

    // The parts of LanguageReader one after another, each over all reports.
    private static unsafe void Parts(List<Report> reports, DataPack data, Models models, TextWriter output)
    {
        var (tokenizer, splitter, lemmatizer) = (new Tokenizer(data), new SentenceSplitter(data), new Lemmatizer(data));
        ModelFile model = ModelFile.Load(models[LanguageReader.ModelName], Encoder.Kind);
        var encoder = new Encoder(data, model);
        var (tagger, parser) = (new Tagger(model, encoder.Width), new Parser(model, encoder.Width));
        var language = new LanguageReader(data, models);
        var finder = new NameFinder(language.NameLabels, language.NameLists, data);
        var clock = new Stopwatch();
        var times = new Dictionary<string, double>();
        void Time(string part, Action action)
        {
            clock.Restart();
            action();
            times[part] = times.GetValueOrDefault(part) + clock.Elapsed.TotalSeconds;
        }
        var desk = new EncoderDesk();
        foreach (Report report in reports)
        {
            ImmutableArray<TextSpan> tokens = [];
            ImmutableArray<SentenceRange> ranges = [];
            Time("tokens", () => tokens = tokenizer.Tokenize(report));
            Time("sentences", () => ranges = splitter.Split(report, tokens));
            for (int r = 0; r < ranges.Length;)
            {
                int start = r;
                Time("words laid out", () =>
                {
                    desk.Clear();
                    for (; r < ranges.Length && (r == start || desk.Count + ranges[r].EndToken - ranges[r].FirstToken <= EncoderDesk.Words); r++)
                    {
                        desk.Begin();
                        for (int i = ranges[r].FirstToken; i < ranges[r].EndToken; i++)
                            desk.Add(report[tokens[i]]);
                    }
                });
                int n = desk.Count;
                var (xpos, upos, names, heads, labels) = (new byte[n], new byte[n], new float[n * NameLabels.Count], new int[n], new byte[n]);
                float* vectors = null;
                Time("encoder", () => vectors = encoder.Encode(desk));
                Time("tags", () => tagger.Tag(desk.Space, vectors, n, xpos, upos, names));
                Time("trees", () => parser.Parse(desk, vectors, heads, labels));
                Time("lemmas", () =>
                {
                    for (int i = 0; i < n; i++)
                        lemmatizer.Lemma(report[tokens[ranges[start].FirstToken + i]].ToString(), (Upos)upos[i], tagger.XposNames[xpos[i]]);
                });
            }
            ImmutableArray<Sentence> sentences = language.Read(report, []);
            Time("names", () => finder.Find(report, sentences));
        }
        double all = times.Values.Sum();
        foreach ((string part, double seconds) in times)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part,-16}{seconds,8:F3} s {seconds / all,7:P1}"));
    }
}
