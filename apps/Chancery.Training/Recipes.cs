using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Sources;

namespace Chancery.Training;

/// <summary>How each model is made from the corpora. The same corpora and seed give the same bytes.</summary>
internal static class Recipes
{
    public static void Tags(Corpora corpora, string folder, int seed, int epochs, TextWriter log)
    {
        var clock = Stopwatch.StartNew();
        var training = new TagTraining(corpora.Train, TagTraining.NamesOf(corpora.Train), seed);
        (double best, byte[] model, string figures) = (-1, [], "");
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            training.Epoch();
            byte[] now = training.Write([Corpora.Ewt, Corpora.Gum]);
            var tagger = new Tagger(ModelFile.Load(now, Tagger.Kind));
            var ewt = TagTraining.Measure(tagger, corpora.EwtDev);
            var gum = TagTraining.Measure(tagger, corpora.GumDev);
            string found = string.Create(CultureInfo.InvariantCulture,
                $"EWT dev XPOS {ewt.Xpos:P2} UPOS {ewt.Upos:P2}; GUM dev XPOS {gum.Xpos:P2} UPOS {gum.Upos:P2} (given tokens)");
            log.WriteLine($"tags, epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s: {found}");
            if (ewt.Upos + ewt.Xpos > best)
                (best, model, figures) = (ewt.Upos + ewt.Xpos, now, found);
        }
        ModelCard.Save(folder, "en-tags", model, figures, [Corpora.Ewt, Corpora.Gum], $"tags --seed {seed} --epochs {epochs}");
    }

    public static void Trees(Corpora corpora, string folder, int seed, int epochs, TextWriter log)
    {
        var clock = Stopwatch.StartNew();
        var tagger = new Tagger(ModelFile.Load(File.ReadAllBytes(Path.Combine(folder, "en-tags.model")), Tagger.Kind));
        var labels = TreeTraining.LabelsOf(corpora.Train);
        var examples = Jackknifed([.. corpora.Train], labels, seed);
        log.WriteLine($"trees, tags made, {clock.Elapsed.TotalSeconds:F0} s");
        var ewt = Pairs(corpora.EwtDev, tagger, labels);
        var gum = Pairs(corpora.GumDev, tagger, labels);
        var training = new TreeTraining(examples, labels, seed);
        (double best, byte[] model, string figures) = (-1, [], "");
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            training.Epoch(explore: epoch == 1 ? 0 : 90);
            byte[] now = training.Write([Corpora.Ewt, Corpora.Gum]);
            var parser = new Parser(ModelFile.Load(now, Parser.Kind));
            var onEwt = TreeTraining.Measure(parser, ewt);
            var onGum = TreeTraining.Measure(parser, gum);
            string found = string.Create(CultureInfo.InvariantCulture,
                $"EWT dev UAS {onEwt.Uas:P2} LAS {onEwt.Las:P2} ({onEwt.Clear:P2} without subtypes); GUM dev UAS {onGum.Uas:P2} LAS {onGum.Las:P2} ({onGum.Clear:P2}) (given tokens, own tags)");
            log.WriteLine($"trees, epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s: {found}");
            if (onEwt.Las > best)
                (best, model, figures) = (onEwt.Las, now, found);
        }
        ModelCard.Save(folder, "en-trees", model, figures, [Corpora.Ewt, Corpora.Gum], $"trees --seed {seed} --epochs {epochs}");
    }

    public static void Names(Corpora corpora, string folder, int seed, int epochs, TextWriter log)
    {
        var clock = Stopwatch.StartNew();
        var tagger = new Tagger(ModelFile.Load(File.ReadAllBytes(Path.Combine(folder, "en-tags.model")), Tagger.Kind));
        var parser = new Parser(ModelFile.Load(File.ReadAllBytes(Path.Combine(folder, "en-trees.model")), Parser.Kind));
        var lists = new NameLists(ReaderFolder.OpenData());
        List<NameExample> Examples(IEnumerable<(ConlluSentence Sentence, byte[] Labels)> from, bool hasOther) =>
            [.. from.Select(s => NameTraining.Example(s.Sentence, s.Labels, hasOther, tagger, parser, lists))];
        var gum = Examples(NameCorpora.ReadIob2(corpora.File("entities", "gum-train.iob2")), hasOther: false);
        var silver = Examples(NameCorpora.ReadSilver(corpora.File("silver", "polnear-train.conllu.gz")), hasOther: true);
        var dev = Examples(NameCorpora.ReadIob2(corpora.File("entities", "uner-ewt-dev.iob2")), hasOther: false);
        var gumDev = Examples(NameCorpora.ReadIob2(corpora.File("entities", "gum-dev.iob2")), hasOther: false);
        log.WriteLine($"names, examples made, {clock.Elapsed.TotalSeconds:F0} s");
        var training = new NameTraining(gum.Concat(silver), seed);
        (double best, byte[] model, string figures) = (-1, [], "");
        string[] trainedOn = [Corpora.GumNames, Corpora.Silver];
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            training.Epoch(weightOfSilver: SilverWeight);
            byte[] now = training.Write(trainedOn);
            var names = new NameTagger(ModelFile.Load(now, NameFeatures.Kind).Weights("names"));
            double F1(List<NameExample> on, NameType? type = null)
            {
                var (right, found, gold) = NameTraining.Measure(names, on, type);
                return 2.0 * right / (found + gold);
            }
            string result = string.Create(CultureInfo.InvariantCulture,
                $"UNER EWT dev F1 {F1(dev):P2} (person {F1(dev, NameType.Person):P2}, place {F1(dev, NameType.Place):P2}, organisation {F1(dev, NameType.Organization):P2}); GUM dev (derived) F1 {F1(gumDev):P2} (given tokens)");
            log.WriteLine($"names, epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s: {result}");
            if (F1(dev) > best)
                (best, model, figures) = (F1(dev), now, result);
        }
        ModelCard.Save(folder, "en-names", model, figures, trainedOn, $"names --seed {seed} --epochs {epochs}");
    }

    private const float SilverWeight = 0.3f;

    /// <summary>Each fifth of the corpus is tagged by a tagger that has not seen it: training trees then look like those in use.</summary>
    private static TreeExample[] Jackknifed(ConlluSentence[] sentences, ImmutableArray<string> labels, int seed)
    {
        const int Folds = 5, Epochs = 5, Run = 50; // runs of sentences, since those of one document are alike
        var names = TagTraining.NamesOf(sentences);
        var examples = new TreeExample[sentences.Length];
        Parallel.For(0, Folds, fold =>
        {
            bool Held(int i) => i / Run % Folds == fold;
            var training = new TagTraining(sentences.Where((_, i) => !Held(i)), names, seed);
            for (int epoch = 0; epoch < Epochs; epoch++)
                training.Epoch();
            var tagger = new Tagger(ModelFile.Load(training.Write([]), Tagger.Kind));
            for (int i = 0; i < sentences.Length; i++)
            {
                if (Held(i))
                    examples[i] = TreeExample.Of(sentences[i], tagger, labels);
            }
        });
        return examples;
    }

    private static List<(TreeExample, ConlluSentence)> Pairs(IEnumerable<ConlluSentence> sentences, Tagger tagger, ImmutableArray<string> labels) =>
        [.. sentences.Select(s => (TreeExample.Of(s, tagger, labels), s))];
}
