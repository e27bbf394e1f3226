using System.Runtime.InteropServices;
using Chancery.Learning;

namespace Chancery.Tests.Learning;

public class ModelFileTests
{
    private static byte[] Small()
    {
        float[] weights = [1, 2, 3, 4, 5, 6.5f];
        return ModelFile.Write("toy/1", "7", [new("labels", ["a", "b", "c"])], ["nothing"],
        [
            new("w", 3, 2, sizeof(float), MemoryMarshal.AsBytes(weights.AsSpan()).ToArray()),
            new("bytes", 1, 5, 1, new byte[] { 1, 2, 3, 4, 5 }),
        ]);
    }

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        ModelFile model = ModelFile.Load(Small(), "toy/1");
        Assert.Equal("7", model.Version);
        Assert.Equal(["a", "b", "c"], model.Labels("labels"));
        Assert.Equal([1, 2, 3, 4, 5, 6.5f], model.Floats("w", 3, 2));
        Assert.Equal([1, 2, 3, 4, 5], model.Table("bytes").Bytes.ToArray());
    }

    [Fact]
    public void AFileOfAnotherSortIsRefused()
    {
        Assert.Contains("CHYMODL", Assert.Throws<InvalidDataException>(() => ModelFile.Load("hello, world"u8.ToArray(), "toy/1")).Message);
        Assert.Throws<InvalidDataException>(() => ModelFile.Load(Array.Empty<byte>(), "toy/1"));
    }

    [Fact]
    public void AModelOfAnotherKindIsRefused() =>
        Assert.Contains("toy/1", Assert.Throws<InvalidDataException>(() => ModelFile.Load(Small(), "language/1")).Message);

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
    public void ATableThatIsNotThereOrOfAnotherShapeIsSaid()
    {
        ModelFile model = ModelFile.Load(Small(), "toy/1");
        Assert.Contains("\"v\"", Assert.Throws<InvalidDataException>(() => model.Floats("v", 3, 2)).Message);
        Assert.Contains("3 rows of 2", Assert.Throws<InvalidDataException>(() => model.Floats("w", 2, 3)).Message);
        Assert.Contains("1 rows of 5", Assert.Throws<InvalidDataException>(() => model.Floats("bytes", 1, 5)).Message);
        Assert.Throws<InvalidDataException>(() => model.Labels("v"));
    }
}
