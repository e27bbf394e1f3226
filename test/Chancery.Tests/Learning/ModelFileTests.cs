using Chancery.Learning;

namespace Chancery.Tests.Learning;

public class ModelFileTests
{
    private static byte[] Small(int classes = 5)
    {
        var weights = new float[64 * LinearScorer.StrideFor(classes)];
        weights[3 * LinearScorer.StrideFor(classes) + 1] = 2.5f;
        var (buckets, lists, scale) = BucketWriter.Write(weights, 64, classes, 4);
        return ModelFile.Write("toy/1", "7", [new("labels", ["a", "b", "c"])], ["nothing"], [new("w", 64, classes, scale, buckets, lists)]);
    }

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        ModelFile model = ModelFile.Load(Small(), "toy/1");
        Assert.Equal("7", model.Version);
        Assert.Equal(["a", "b", "c"], model.Labels("labels"));
        var scores = new float[16];
        model.Weights("w").Score([3, 3, 9], scores);
        Assert.Equal(5.0, scores[1], 0.001);
        Assert.Equal(0, scores[0]);
    }

    [Fact]
    public void AFileOfAnotherSortIsRefused()
    {
        Assert.Contains("CHYMODL", Assert.Throws<InvalidDataException>(() => ModelFile.Load("hello, world"u8.ToArray(), "toy/1")).Message);
        Assert.Throws<InvalidDataException>(() => ModelFile.Load(Array.Empty<byte>(), "toy/1"));
    }

    [Fact]
    public void AModelOfAnotherKindIsRefused() =>
        Assert.Contains("toy/1", Assert.Throws<InvalidDataException>(() => ModelFile.Load(Small(), "trees/1")).Message);

    [Fact]
    public void ADamagedFileIsRefusedWhereverTheDamage()
    {
        byte[] good = Small();
        for (int i = 0; i < good.Length; i += 7)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => ModelFile.Load(bad, "toy/1"));
        }
    }

    [Fact]
    public void AFileCutShortIsRefused()
    {
        byte[] good = Small();
        for (int length = 0; length < good.Length; length += 5)
            Assert.Throws<InvalidDataException>(() => ModelFile.Load(good.AsMemory(0, length), "toy/1"));
    }

    [Fact]
    public void ATableThatIsNotThereIsSaid()
    {
        ModelFile model = ModelFile.Load(Small(), "toy/1");
        Assert.Contains("\"v\"", Assert.Throws<InvalidDataException>(() => model.Weights("v")).Message);
        Assert.Throws<InvalidDataException>(() => model.Labels("v"));
    }
}
