using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Training;

namespace Chancery.Tests.Training;

public class TrainingTests
{
    private const int Shrink = 6;

    private static byte[] Tags(int seed)
    {
        var training = new TagTraining(TinyCorpus.Sentences, TagTraining.NamesOf(TinyCorpus.Sentences), seed, Shrink);
        for (int epoch = 0; epoch < 10; epoch++)
            training.Epoch();
        return training.Write(["the tiny corpus"]);
    }

    private static byte[] Trees(Tagger tagger)
    {
        var labels = TreeTraining.LabelsOf(TinyCorpus.Sentences);
        var training = new TreeTraining(TinyCorpus.Sentences.Select(s => TreeExample.Of(s, tagger, labels)), labels, 1, Shrink);
        for (int epoch = 0; epoch < 15; epoch++)
            training.Epoch(explore: 90);
        return training.Write(["the tiny corpus"]);
    }

    [Fact]
    public void TheTinyCorpusIsLearntByHeart()
    {
        var tagger = new Tagger(ModelFile.Load(Tags(1), Tagger.Kind));
        var (xpos, upos) = TagTraining.Measure(tagger, TinyCorpus.Sentences);
        Assert.True(xpos > 0.97 && upos > 0.97, $"{xpos} {upos}");
        var parser = new Parser(ModelFile.Load(Trees(tagger), Parser.Kind));
        var pairs = TinyCorpus.Sentences.Select(s => (TreeExample.Of(s, tagger, parser.LabelNames), s));
        Assert.True(TreeTraining.Measure(parser, pairs).Las > 0.95);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytes()
    {
        Assert.Equal(Tags(3), Tags(3));
        Assert.NotEqual(Tags(3), Tags(4));
    }
}
