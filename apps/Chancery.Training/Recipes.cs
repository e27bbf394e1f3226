using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;

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
