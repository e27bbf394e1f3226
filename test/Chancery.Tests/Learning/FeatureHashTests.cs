using Chancery.Learning;

namespace Chancery.Tests.Learning;

public class FeatureHashTests
{
    [Fact]
    public void HashesAreTheSameForEverSinceModelsRestOnThem()
    {
        uint[] expected = [4173042377u, 2155167872u, 2659907600u, 3627881213u];
        Assert.Equal<IEnumerable<uint>>(expected, [FeatureHash.Of(""), FeatureHash.Of("peace"), FeatureHash.Of(1, 2), FeatureHash.Of(1, 2, 3, 4)]);
    }

    [Fact]
    public void OrderMatters() => Assert.NotEqual(FeatureHash.Of(1, 2), FeatureHash.Of(2, 1));
}
