using System.Collections.Immutable;
using System.Globalization;
using Chancery.Data;
using Chancery.Events;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Language.Sentences;
using Chancery.Language.Tokens;
using Chancery.Learning;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Training.Antecedents;
using Chancery.Training.Events;
using Chancery.Training.Networks;
using Chancery.Training.Statements;

namespace Chancery.Training;

/// <summary>How the model is made from the corpora. The same corpora and seed give the same bytes.</summary>
/// <param name="folder">Where the model is written; work that can be gone on with lies in its folder "work".</param>
internal sealed class Recipes(Corpora corpora, string folder, int seed, TextWriter log)
{
    private const string Model = "en-language";
    private const int MeasureEvery = 1000;

    // The largest that reads 50,000 words a second.
    private static readonly NetworkSize Size = new(Embedding: 128, Units: 128, Layers: 3, Arc: 128, Label: 128);

    private static readonly string[] TrainedOn = [Corpora.Ewt, Corpora.Gum, Corpora.GumNames, Corpora.Silver];

    /// <summary>
    /// Teachers learn from the treebanks and from what CoreNLP made of news; then they annotate the news together, and what ships learns
    /// from the treebanks and from that.
    /// </summary>
    /// <param name="steps">Of each teacher; what ships learns twice as long.</param>
    public void Language(int steps, int teachers)
    {
        var gumNames = NameCorpora.ReadIob2(corpora.File("entities", "gum-train.iob2"));
        NamedSentence[] gold = [.. corpora.EwtTrain.Select(s => new NamedSentence(s, null)), .. corpora.GumTrain.Zip(gumNames, (s, n) => n with { Sentence = s })];
        DataPack data = ReaderFolder.OpenData();
        var tokenizer = new Tokenizer(data);
        var divide = new SilverTokens(tokenizer);
        var corpus = new LanguageCorpus(data, gold, NameCorpora.Silver(corpora.Silvers.Select(divide.Divide)));
        LanguageExample[] Dev(IEnumerable<ConlluSentence> sentences) => [.. sentences.Select(s => corpus.Example(new NamedSentence(s, null)))];
        var measure = new LanguageMeasure(corpus, Dev(corpora.EwtDev), Dev(corpora.GumDev),
            [.. NameCorpora.ReadIob2(corpora.File("entities", "uner-ewt-dev.iob2")).Select(s => corpus.Example(s))]);
        log.WriteLine($"{corpus.Gold.Length} sentences annotated by people, {corpus.Silver.Length} by CoreNLP, {corpus.Known.Length} known words");

        var networks = new LanguageNetwork[teachers];
        var together = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / LanguageTraining.Shards) };
        Parallel.For(0, teachers, together, i =>
        {
            var teacher = new LanguageTraining(corpus, corpus.Gold, corpus.Silver, Size,
                new TrainingPlan(steps, 1500, 0.002f, 0.6, 0.1, seed + i + 1));
            Train($"teacher {i + 1}", teacher, measure);
            networks[i] = teacher.Network;
        });
        var judges = new Teachers(corpus, networks);
        LanguageExample[] silver = teachers > 0 ? judges.Annotate(News(corpus, tokenizer, new SentenceSplitter(data))) : corpus.Silver;
        LanguageExample[] people = teachers > 0 ? Named(corpus, judges) : corpus.Gold;
        var student = new LanguageTraining(corpus, people, silver, Size, new TrainingPlan(2 * steps, 1500, 0.002f, 0.6, 0.3, seed));
        string figures = Train(Model, student, measure);
        byte[] model = LanguageModelWriter.Write(student.Network, corpus, TrainedOn);
        ModelCard.Save(folder, Model, model, figures + " (given tokens)", TrainedOn, $"language --seed {seed} --steps {steps} --teachers {teachers}");
    }

    /// <summary>The statement model learns from what people marked in news, over the marks of the language model and the rules as they are now.</summary>
    public void Statements()
    {
        DataPack data = ReaderFolder.OpenData();
        var (language, rules) = (new LanguageReader(data, ReaderFolder.OpenModels()), new StatementRules(data));
        StatementExamples Read(string part) => StatementExamples.Read(AttributionCorpus.Read(corpora.File("attribution", $"polnear-{part}.jsonl")), language, rules);
        byte[] model = new StatementTraining(seed, log).Train(Read("train"), Read("dev"), [Corpora.Attributions]);
        ModelCard.Save(folder, StatementModel.Name, model, "`bench/scores statements`, in docs/benchmarks.md", [Corpora.Attributions], $"statements --seed {seed}");
    }

    /// <summary>The model of events.</summary>
    public void Events() => new EventRecipe(corpora, folder, seed, log).Run();

    /// <summary>What words and rules find in some reports, for people to judge.</summary>
    public void Propose(IEnumerable<string> reports) => Judgements.Propose(
        new Reader(ReaderFolder.OpenData(), ReaderFolder.OpenModels()), new EventExtractor(ReaderFolder.OpenData(), ReaderFolder.OpenModels()),
        corpora, reports.ToHashSet(), log);

    /// <summary>What is found of the keys of our own reports.</summary>
    public void Keyed()
    {
        DataPack data = ReaderFolder.OpenData();
        Models models = ReaderFolder.OpenModels();
        KeyedMeasure.Run(new Reader(data, models), new EventExtractor(data, models), log);
    }

    /// <summary>Weights for pronouns, from GAP's development part and the coreference of GUM; a table, since a reader may want to see them.</summary>
    public void Antecedents()
    {
        var training = new AntecedentTraining(ReaderFolder.OpenData(), ReaderFolder.OpenModels());
        string table = training.Train(
            [.. GapCorpus.Read(corpora.File("coreference", "gap-development.tsv")), .. GumCorpus.Read(corpora.File("treebank", "gum-train.conllu"))],
            [.. GumCorpus.Read(corpora.File("treebank", "gum-dev.conllu"))], log);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "antecedents.tsv"), table);
    }

    // The news that CoreNLP read, in the words and sentences of our own reader.
    private LanguageExample[] News(LanguageCorpus corpus, Tokenizer tokenizer, SentenceSplitter splitter)
    {
        var sentences = new List<LanguageExample>();
        foreach (Received received in FileSource.Read([corpora.File("attribution", "polnear-train.jsonl")]))
        {
            Report report = received.Report ?? throw new InvalidDataException($"{received.Where}: {received.Failure}");
            ImmutableArray<TextSpan> tokens = tokenizer.Tokenize(report);
            sentences.AddRange(splitter.Split(report, tokens)
                .Where(range => range.EndToken - range.FirstToken <= LanguageCorpus.LongestSentence)
                .Select(range => corpus.Bare([.. tokens[range.FirstToken..range.EndToken].Select(span => report[span].ToString())])));
        }
        return [.. sentences];
    }

    // EWT has no names annotated: these come from its tags and trees and from the teachers.
    private static LanguageExample[] Named(LanguageCorpus corpus, Teachers judges)
    {
        LanguageExample[] without = [.. corpus.Gold.Where(e => !e.HasNames)];
        return [.. new TreebankNames(corpus).Label(without, judges.Names(without)), .. corpus.Gold.Where(e => e.HasNames)];
    }

    /// <summary>To the end of its plan, from where an earlier run left off. The network as it was when it was best on dev is what stays.</summary>
    private string Train(string name, LanguageTraining training, LanguageMeasure measure)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "work")).FullName, name.Replace(' ', '-'));
        (string saved, string best) = (file + ".training", file + ".best");
        if (File.Exists(saved))
            Read(saved, training.Load);
        var (score, figures) = (double.MinValue, "");
        if (File.Exists(saved))
        {
            if (File.Exists(best))
                Read(best, training.Network.Load);
            else
                Write(best, training.Network.Save);
            (score, figures) = measure.Of(training.Network);
            Read(saved, training.Load);
        }
        while (!training.IsDone)
        {
            var (loss, speed, step) = training.Run(MeasureEvery);
            var (now, shown) = measure.Of(training.Network);
            lock (log)
                log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, step {step}: loss {loss:F3}, {speed:F0} words/s; {shown}"));
            if (now > score)
            {
                (score, figures) = (now, shown);
                Write(best, training.Network.Save);
            }
            Write(saved, training.Save);
        }
        Read(best, training.Network.Load);
        log.WriteLine($"{name}: {figures}");
        return figures;
    }

    private static void Read(string file, Action<Stream> load)
    {
        using FileStream stream = File.OpenRead(file);
        load(stream);
    }

    // Under another name first: a run that is cut off in the middle of writing leaves the file before as it was.
    private static void Write(string file, Action<Stream> save)
    {
        using (FileStream stream = File.Create(file + ".new"))
            save(stream);
        File.Move(file + ".new", file, overwrite: true);
    }
}
