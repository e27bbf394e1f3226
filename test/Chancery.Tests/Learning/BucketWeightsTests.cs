using Chancery.Learning;

namespace Chancery.Tests.Learning;

public class BucketWeightsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void EveryWeightIsFoundAgainToWithinHalfAStep(int classes)
    {
        const int Rows = 256, Buckets = 32;
        int stride = LinearScorer.StrideFor(classes);
        var weights = new float[Rows * stride];
        for (int row = 0; row < Rows; row += 3)
            weights[row * stride + row % classes] = row % 2 == 0 ? row : -row;
        var (buckets, lists, scale) = BucketWriter.Write(weights, Rows, classes, Buckets);
        var scorer = new BucketWeights(buckets, lists, Rows, classes, scale);
        var scores = new float[stride];
        for (int row = 0; row < Rows; row++)
        {
            scorer.Score([(uint)row], scores);
            for (int c = 0; c < classes; c++)
                Assert.Equal(weights[row * stride + c], scores[c], scale / 2 + 0.001);
        }
    }

    [Fact]
    public void WhereRoomIsShortTheLightestFeaturesAreLeftOut()
    {
        var weights = new float[64 * 4];
        for (int row = 0; row < 64; row++)
            weights[row * 4] = row + 1;
        var (buckets, lists, scale) = BucketWriter.Write(weights, 64, 3, 1);
        var scorer = new BucketWeights(buckets, lists, 64, 3, scale);
        var scores = new float[4];
        scorer.Score([63], scores);
        Assert.True(scores[0] > 60);
        scorer.Score([2], scores);
        Assert.Equal(0, scores[0]);
    }

    [Fact]
    public void ListsThatPointOutsideAreRefused()
    {
        var buckets = new byte[64];
        buckets[16] = 200;
        Assert.Throws<InvalidDataException>(() => new BucketWeights(buckets, new byte[] { 0 }, 16, 20, 1));
    }
}
