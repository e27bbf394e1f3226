using System.Collections.Immutable;
using System.Globalization;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Sources;

namespace Chancery.Training;

/// <summary>How each model is made from the corpora. The same corpora and seed give the same bytes.</summary>
/// <param name="folder">Where models are written, and where those are read that another builds on.</param>
internal sealed class Recipes(Corpora corpora, string folder, int seed, TextWriter log)
{
    /// <summary>How far CoreNLP's names move the weights, against 1 for those derived from GUM; the best on dev of 0.1, 0.3 and 1.</summary>
    private const float WeightOfSilverNames = 0.3f;

    public void Tags(int epochs)
    {
        string[] trainedOn = [Corpora.Ewt, Corpora.Gum, Corpora.Silver];
        var training = new TagTraining(corpora.Train, TagTraining.NamesOf(corpora.Train), seed, silver: corpora.Silvers);
        KeepBest("en-tags", epochs, trainedOn, $"tags --seed {seed} --epochs {epochs}", _ =>
        {
            training.Epoch();
            byte[] model = training.Write(trainedOn);
            var tagger = new Tagger(ModelFile.Load(model, Tagger.Kind));
            var ewt = TagTraining.Measure(tagger, corpora.EwtDev);
            var gum = TagTraining.Measure(tagger, corpora.GumDev);
            return new Outcome(model, ewt.Upos + ewt.Xpos, string.Create(CultureInfo.InvariantCulture,
                $"EWT dev XPOS {ewt.Xpos:P2} UPOS {ewt.Upos:P2}; GUM dev XPOS {gum.Xpos:P2} UPOS {gum.Upos:P2} (given tokens)"));
        });
    }

    public void Trees(int epochs)
    {
        string[] trainedOn = [Corpora.Ewt, Corpora.Gum];
        Tagger tagger = OpenTagger();
        var labels = TreeTraining.LabelsOf(corpora.Train);
        var training = new TreeTraining(Jackknifed([.. corpora.Train], labels), labels, seed);
        var ewt = Pairs(corpora.EwtDev, tagger, labels);
        var gum = Pairs(corpora.GumDev, tagger, labels);
        KeepBest("en-trees", epochs, trainedOn, $"trees --seed {seed} --epochs {epochs}", epoch =>
        {
            training.Epoch(explore: epoch == 1 ? 0 : 90);
            byte[] model = training.Write(trainedOn);
            var parser = new Parser(ModelFile.Load(model, Parser.Kind));
            var onEwt = TreeTraining.Measure(parser, ewt);
            var onGum = TreeTraining.Measure(parser, gum);
            return new Outcome(model, onEwt.Las, string.Create(CultureInfo.InvariantCulture,
                $"EWT dev UAS {onEwt.Uas:P2} LAS {onEwt.Las:P2} ({onEwt.Clear:P2} without subtypes); GUM dev UAS {onGum.Uas:P2} LAS {onGum.Las:P2} ({onGum.Clear:P2}) (given tokens, own tags)"));
        });
    }

    public void Names(int epochs)
    {
        string[] trainedOn = [Corpora.GumNames, Corpora.Silver];
        Tagger tagger = OpenTagger();
        var parser = new Parser(ModelFile.Load(File.ReadAllBytes(Path.Combine(folder, "en-trees.model")), Parser.Kind));
        var lists = new NameLists(ReaderFolder.OpenData());
        List<NameExample> Examples(IEnumerable<(ConlluSentence Sentence, byte[] Labels)> from, bool hasOther) =>
            [.. from.Select(s => NameTraining.Example(s.Sentence, s.Labels, hasOther, tagger, parser, lists))];
        var gum = Examples(NameCorpora.ReadIob2(corpora.File("entities", "gum-train.iob2")), hasOther: false);
        var silver = Examples(NameCorpora.Silver(corpora.Silvers), hasOther: true);
        var dev = Examples(NameCorpora.ReadIob2(corpora.File("entities", "uner-ewt-dev.iob2")), hasOther: false);
        var gumDev = Examples(NameCorpora.ReadIob2(corpora.File("entities", "gum-dev.iob2")), hasOther: false);
        var training = new NameTraining(gum.Concat(silver), seed);
        KeepBest("en-names", epochs, trainedOn, $"names --seed {seed} --epochs {epochs}", _ =>
        {
            training.Epoch(WeightOfSilverNames);
            byte[] model = training.Write(trainedOn);
            var names = new NameTagger(ModelFile.Load(model, NameFeatures.Kind).Weights("names"));
            double F1(List<NameExample> on, NameType? type = null)
            {
                var (right, found, wanted) = NameTraining.Measure(names, on, type);
                return 2.0 * right / (found + wanted);
            }
            return new Outcome(model, F1(dev), string.Create(CultureInfo.InvariantCulture,
                $"UNER EWT dev F1 {F1(dev):P2} (person {F1(dev, NameType.Person):P2}, place {F1(dev, NameType.Place):P2}, organisation {F1(dev, NameType.Organization):P2}); GUM dev (derived) F1 {F1(gumDev):P2} (given tokens)"));
        });
    }

    /// <param name="Score">By which the best epoch is chosen.</param>
    private sealed record Outcome(byte[] Model, double Score, string Figures);

    private void KeepBest(string name, int epochs, IReadOnlyList<string> trainedOn, string command, Func<int, Outcome> epoch)
    {
        Outcome? best = null;
        for (int i = 1; i <= epochs; i++)
        {
            Outcome now = epoch(i);
            log.WriteLine($"{name}, epoch {i}: {now.Figures}");
            if (best is null || now.Score > best.Score)
                best = now;
        }
        if (best is not null)
            ModelCard.Save(folder, name, best.Model, best.Figures, trainedOn, command);
    }

    private Tagger OpenTagger() => new(ModelFile.Load(File.ReadAllBytes(Path.Combine(folder, "en-tags.model")), Tagger.Kind));

    /// <summary>Each fifth of the corpus is tagged by a tagger that has not seen it: training trees then look like those in use.</summary>
    private TreeExample[] Jackknifed(ConlluSentence[] sentences, ImmutableArray<string> labels)
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
