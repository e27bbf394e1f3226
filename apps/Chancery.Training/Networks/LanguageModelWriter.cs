using System.Runtime.InteropServices;
using Chancery.Language.Encoding;
using Chancery.Language.Tags;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>Writes what the reader needs of a trained network: not the heads for CoreNLP's trees; rows of words rounded to bytes.</summary>
internal static class LanguageModelWriter
{
    public static byte[] Write(LanguageNetwork network, LanguageCorpus corpus, IReadOnlyList<string> trainedOn)
    {
        var tables = new List<ModelTable> { Known(corpus) };
        foreach (Parameter parameter in network.All)
        {
            if (parameter == network.Words)
                tables.AddRange(Rounded(parameter));
            else if (!parameter.Name.StartsWith(LanguageNetwork.SilverPrefix, StringComparison.Ordinal))
                tables.Add(Floats(parameter.Name, parameter.Rows, parameter.Columns, parameter.Weights));
        }
        return ModelFile.Write(Encoder.Kind, "1",
            [
                new("layers", [.. Enumerable.Range(0, network.Size.Layers).Select(i => $"layer{i}")]),
                new("xpos", corpus.XposNames), new("upos", Tagger.UposNames), new("names", NameLabels.Names), new("labels", corpus.Labels),
            ], trainedOn, tables);
    }

    private static ModelTable Known(LanguageCorpus corpus) =>
        new("known", corpus.Known.Length, 1, sizeof(uint), MemoryMarshal.AsBytes(corpus.Known.AsSpan()).ToArray());

    private static ModelTable Floats(string name, int rows, int columns, float[] numbers) =>
        new(name, rows, columns, sizeof(float), MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    // Each row by its own largest number: what is rounded off is small beside what the row says.
    private static IEnumerable<ModelTable> Rounded(Parameter words)
    {
        var bytes = new byte[words.Rows * words.Columns];
        var scales = new float[words.Rows];
        for (int row = 0; row < words.Rows; row++)
        {
            ReadOnlySpan<float> from = words.Weights.AsSpan(row * words.Columns, words.Columns);
            float top = 0;
            foreach (float number in from)
                top = MathF.Max(top, MathF.Abs(number));
            scales[row] = top / 127;
            for (int i = 0; i < from.Length && top > 0; i++)
                bytes[row * words.Columns + i] = (byte)(sbyte)MathF.Round(from[i] / scales[row]);
        }
        yield return new ModelTable(words.Name, words.Rows, words.Columns, 1, bytes);
        yield return Floats(words.Name + ".scale", words.Rows, 1, scales);
    }
}
