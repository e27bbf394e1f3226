using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Learning;
using Chancery.Statements;

namespace Chancery.Training.Statements;

/// <summary>Trains the statement model and writes it as whole numbers.</summary>
internal sealed class StatementTraining(int seed, TextWriter log)
{
    private const int CueBits = 18, SpanBits = 18, Epochs = 6, AveragedEpochs = 3, FewestSeen = 3;
    private const float Step = 0.2f, Decay = 1e-5f;

    // Without it, the rarer marks learn the training articles by heart.
    private const double Left = 0.4;

    public byte[] Train(StatementExamples examples, IReadOnlyList<string> trainedOn)
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
        ModelTable[] tables =
        [
            Small("cues", cue.Averaged, 1),
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

    private ModelTable Small(string name, float[] weights, int columns)
    {
        int cut = weights.Count(w => MathF.Abs(w * StatementModel.Unit) > 127);
        log.WriteLine($"{name}: {weights.Count(w => w != 0)} weights, {cut} cut to what a byte holds");
        byte[] bytes = [.. weights.Select(w => unchecked((byte)(sbyte)Math.Clamp(MathF.Round(w * StatementModel.Unit), -127, 127)))];
        return new ModelTable(name, weights.Length / columns, columns, 1, bytes);
    }
}
