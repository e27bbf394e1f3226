using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Learning;
using Chancery.Statements;

namespace Chancery.Training.Statements;

/// <summary>Trains the statement model and writes it as whole numbers.</summary>
internal sealed class StatementTraining(int seed, TextWriter log)
{
    private static float Env(string n, float d) => Environment.GetEnvironmentVariable(n) is { Length: > 0 } v ? float.Parse(v, CultureInfo.InvariantCulture) : d;
    private static readonly int CueBits = (int)Env("CB", 18), SpanBits = (int)Env("SB", 18), Epochs = (int)Env("EP", 8), AveragedEpochs = (int)Env("AV", 3), FewestSeen = (int)Env("FEW", 3);
    private static readonly float Step = Env("STEP", 0.2f), CueStep = Env("CSTEP", 0.2f), Decay = Env("DECAY", 1e-5f), CueDecay = Env("CDECAY", 1e-5f);

    public byte[] Train(StatementExamples examples, IReadOnlyList<string> trainedOn)
    {
        (CueExample[] cues, SpanExample[] spans) = Kept(examples);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cues.Length} words that may attribute, {cues.Count(c => c.Attributes)} that do; {spans.Length} with their spans; {examples.Missed} out of reach"));
        var (cue, span, shuffle) = (new CueTraining(CueBits, CueStep, CueDecay), new SpanTraining(SpanBits, Step, Decay), new Shuffle(seed));
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            bool average = epoch > Epochs - AveragedEpochs;
            cue.Epoch(cues, shuffle, average, Env("CDROP", 0));
            double loss = span.Epoch(spans, shuffle, average, Env("DROP", 0));
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
