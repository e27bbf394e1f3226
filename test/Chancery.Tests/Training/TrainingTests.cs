using Chancery.Language.Encoding;
using Chancery.Learning;
using Chancery.Sources;
using Chancery.Training;
using Chancery.Training.Networks;

namespace Chancery.Tests.Training;

public class TrainingTests
{
    private static readonly NetworkSize Small = new(32, 32, 2, 32, 32);

    private static readonly LanguageCorpus Corpus = new(ReaderFolder.OpenData(),
        [.. TinyCorpus.Sentences.Select(s => new NamedSentence(s, null))], []);

    private static LanguageTraining Training(int seed, int steps = 500) =>
        new(Corpus, Corpus.Gold, [], Small, new TrainingPlan(steps, 60, 0.01f, 0, 0, seed));

    private static byte[] Model(LanguageTraining training) => LanguageModelWriter.Write(training.Network, Corpus, ["the tiny corpus"]);

    [Fact]
    public void TheTinyCorpusIsLearntByHeart()
    {
        LanguageTraining training = Training(1);
        training.Run(int.MaxValue);
        var (score, figures) = new LanguageMeasure(Corpus, Corpus.Gold, Corpus.Gold, []).Of(training.Network);
        Assert.True(score > 1.9, figures);
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytes()
    {
        byte[] Trained(int seed)
        {
            LanguageTraining training = Training(seed, 10);
            training.Run(int.MaxValue);
            return Model(training);
        }
        Assert.Equal(Trained(3), Trained(3));
        Assert.NotEqual(Trained(3), Trained(4));
    }

    [Fact]
    public void TrainingThatWasCutOffGoesOnAsIfItHadNot()
    {
        LanguageTraining whole = Training(5, 12), half = Training(5, 12), other = Training(5, 12);
        whole.Run(12);
        half.Run(5);
        using var saved = new MemoryStream();
        half.Save(saved);
        using var stream = new MemoryStream(saved.ToArray());
        other.Load(stream);
        other.Run(12);
        Assert.Equal(Model(whole), Model(other));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradientsAreTheSlopesOfTheLoss(bool fromTeachers)
    {
        LanguageTraining training = Training(2);
        LanguageNetwork network = training.Network;
        var batches = new BatchMaker(Corpus).Know(Corpus.Gold);
        WordBatch batch = batches.Make(Corpus.Gold[..4], null);
        if (fromTeachers)
            batch = batches.Make(new Teachers(Corpus, [network, Training(9).Network]).Annotate(Corpus.Gold[..4]), null);
        double Loss(Gradient[]? gradients)
        {
            var tape = new Tape(new Workspace(), network.All, gradients, new Shuffle(1)) { DropsOut = false };
            double loss = network.Loss(tape, batch, false, 1f);
            if (gradients is not null)
                tape.GoBack();
            return loss;
        }
        Gradient[] gradients = [.. network.All.Select(p => new Gradient(p))];
        Loss(gradients);
        const float Step = 1e-2f;
        int parameter = 0;
        foreach (Parameter p in network.All)
        {
            Gradient gradient = gradients[parameter++];
            int row = p.IsSparse ? gradient.Touched[0] : 0;
            // The direction in which all numbers of the row move: the slope along it is what the gradient says.
            float[] direction = [.. Enumerable.Range(0, p.Columns).Select(i => FeatureHash.Of((uint)i, 7) / (float)uint.MaxValue - 0.5f)];
            double said = 0;
            for (int i = 0; i < p.Columns; i++)
                said += gradient.Row(row)[i] * direction[i];
            float[] before = [.. p.Weights];
            double Moved(float by)
            {
                for (int i = 0; i < p.Columns; i++)
                    p.Weights[row * p.Columns + i] = before[row * p.Columns + i] + by * direction[i];
                double loss = Loss(null);
                before.CopyTo(p.Weights, 0);
                return loss;
            }
            double slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
            Assert.True(Math.Abs(slope - said) <= 0.02 * Math.Max(0.1, Math.Abs(slope)), $"{p.Name}: the loss rises by {slope}, the gradient says {said}");
        }
    }
}
