using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Learning;
using Chancery.Statements;

namespace Chancery.Training.Statements;

/// <summary>Trains the statement model and writes it as whole numbers.</summary>
internal sealed class StatementTraining(int seed, TextWriter log)
{
    private const int CueBits = 18, SpanBits = 18, Epochs = 10, AveragedEpochs = 7, FewestSeen = 3;
    private const float Step = 0.2f, Decay = 1e-5f;

    // Without it, the rarer marks learn the training articles by heart.
    private const double Left = 0.5;

    /// <param name="held">Examples that nothing is learned from: they tell how sure a weight may be.</param>
    public byte[] Train(StatementExamples examples, StatementExamples held, IReadOnlyList<string> trainedOn)
    {
        (CueExample[] cues, SpanExample[] spans) = Kept(examples);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cues.Length} words that may attribute, {cues.Count(c => c.Attributes)} that do; {spans.Length} with their spans; {examples.Missed} out of reach"));
        var (cue, span, shuffle) = (new CueTraining(CueBits, Step, Decay), new SpanTraining(SpanBits, Step, Decay), new Shuffle(seed));
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            bool average = epoch > Epochs - AveragedEpochs;
            cue.Epoch(cues, shuffle, average, Left);
            double loss = span.Epoch(spans, shuffle, average, Left);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: {loss:F4} a word"));
        }
        ModelTable small = Small("cues", cue.Averaged, 1);
        ModelTable[] tables =
        [
            small,
            new("calibration", 1, 2, sizeof(float), MemoryMarshal.AsBytes<float>(Calibrated(small, held.Cues)).ToArray()),
            Small("spans", span.Averaged, SpanLabels.Row),
            new("transitions", SpanLabels.Count, SpanLabels.Count, sizeof(int),
                MemoryMarshal.AsBytes<int>(span.AveragedFollow.Select(w => (int)MathF.Round(w * StatementModel.Unit)).ToArray()).ToArray()),
        ];
        return ModelFile.Write(StatementModel.Kind, "1", [], trainedOn, tables);
    }

    private static (CueExample[] Cues, SpanExample[] Spans) Kept(StatementExamples examples)
    {
        var (cueCounts, spanCounts) = (new FeatureCounts(), new FeatureCounts());
        foreach (CueExample cue in examples.Cues)
            cueCounts.Add(cue.Features);
        foreach (uint[] features in examples.Spans.SelectMany(s => s.Features))
            spanCounts.Add(features);
        return ([.. examples.Cues.Select(c => c with { Features = cueCounts.Keep(c.Features, FewestSeen) })],
            [.. examples.Spans.Select(s => s with { Features = [.. s.Features.Select(f => spanCounts.Keep(f, FewestSeen))] })]);
    }

    /// <summary>Slope and shift that make chances of weights (Platt 1999), by Newton's method.</summary>
    private float[] Calibrated(ModelTable cues, List<CueExample> held)
    {
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(cues.Bytes.Span);
        var points = new List<(double Weight, double Attributes)>();
        foreach (CueExample example in held)
        {
            int sum = 0;
            foreach (uint feature in example.Features)
                sum += weights[(int)(feature >> (32 - CueBits))];
            points.Add(((double)sum / StatementModel.Unit, example.Attributes ? 1 : 0));
        }
        double Loss(double slope, double shift) => points.Sum(p =>
        {
            double x = (slope * p.Weight) + shift;
            return Math.Max(x, 0) - (x * p.Attributes) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        });
        double slope = 1, shift = 0, loss = Loss(1, 0);
        for (int round = 0; round < 50; round++)
        {
            double a = 0, b = 0, aa = 1e-6, ab = 0, bb = 1e-6;
            foreach ((double weight, double attributes) in points)
            {
                double chance = 1 / (1 + Math.Exp(-((slope * weight) + shift))), slack = chance * (1 - chance), error = attributes - chance;
                (a, b, aa, ab, bb) = (a + (error * weight), b + error, aa + (slack * weight * weight), ab + (slack * weight), bb + slack);
            }
            double determinant = (aa * bb) - (ab * ab), along = ((bb * a) - (ab * b)) / determinant, up = ((aa * b) - (ab * a)) / determinant, step = 1;
            // A whole step may go too far: half of it, and half of that, until it is one forward.
            while (step > 1e-6 && !(Loss(slope + (step * along), shift + (step * up)) < loss))
                step /= 2;
            if (step <= 1e-6)
                break;
            (slope, shift) = (slope + (step * along), shift + (step * up));
            loss = Loss(slope, shift);
        }
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chances by {slope:F3} x weight {shift:+0.000;-0.000}, from {points.Count} words held out"));
        return [(float)slope, (float)shift];
    }

    private ModelTable Small(string name, float[] weights, int columns)
    {
        int cut = weights.Count(w => MathF.Abs(w * StatementModel.Unit) > 127);
        log.WriteLine($"{name}: {weights.Count(w => w != 0)} weights, {cut} cut to what a byte holds");
        byte[] bytes = [.. weights.Select(w => unchecked((byte)(sbyte)Math.Clamp(MathF.Round(w * StatementModel.Unit), -127, 127)))];
        return new ModelTable(name, weights.Length / columns, columns, 1, bytes);
    }
}
