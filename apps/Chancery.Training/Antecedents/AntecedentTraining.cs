using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Training.Antecedents;

/// <summary>
/// Learns the weights of <see cref="AntecedentFeature"/>s: those that make the antecedents that people chose likeliest (a log-linear model, with a
/// penalty on large weights). The same corpora give the same bytes.
/// </summary>
internal sealed class AntecedentTraining(DataPack data, Models models)
{
    private const int Rounds = 3, Steps = 400;
    private const double Rate = 0.05;

    /// <summary>On large weights, by column: "it" and "they" are in few of the examples.</summary>
    private static readonly double[] Penalties = [0.0005, 0.0005, 0.003, 0.003, 0.001, 0.001, 0.001];

    private static readonly int Columns = AntecedentWeights.Columns.Length;

    private readonly LanguageReader _language = new(data, models);

    /// <param name="Candidates">For each, its features as rows of weights.</param>
    /// <param name="Kind">The column for the kind of pronoun.</param>
    private sealed record Example(int[][] Candidates, bool[] Right, int Kind)
    {
        public Gender Gender { get; init; }
    }

    /// <param name="held">Reports not to be learnt from, by which the log judges the weights.</param>
    /// <returns>The table of weights.</returns>
    public string Train(IReadOnlyList<CoreferenceReport> reports, IReadOnlyList<CoreferenceReport> held, TextWriter log)
    {
        List<ReadReport> read = Read(reports), judged = Read(held);
        double[] weights = new double[AntecedentWeights.Features * Columns];
        weights[(int)AntecedentFeature.Nearest * Columns] = 0.5;
        for (int round = 1; round <= Rounds; round++)
        {
            // What earlier pronouns were taken for is known to later ones, so examples are drawn anew with what has been learnt.
            List<Example> examples = Examples(read, weights);
            weights = Learn(examples);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {examples.Count} pronouns; right {Accuracy(examples, weights)}; held out {Accuracy(Examples(judged, weights), weights)}"));
        }
        return TableOf(weights);
    }

    private sealed record ReadReport(CoreferenceReport Of, ImmutableArray<Sentence> Sentences, ImmutableArray<Name> Names);

    private List<ReadReport> Read(IReadOnlyList<CoreferenceReport> reports)
    {
        var names = new NameFinder(_language.NameLabels, _language.NameLists, data);
        var read = new List<ReadReport>();
        foreach (CoreferenceReport report in reports)
        {
            var sentences = _language.Read(report.Report, []);
            read.Add(new ReadReport(report, sentences, names.Find(report.Report, sentences)));
        }
        return read;
    }

    private List<Example> Examples(List<ReadReport> reports, double[] weights)
    {
        var examples = new List<Example>();
        CoreferenceReport? now = null;
        var linker = new EntityLinker(data, new AntecedentWeights(weights)) { Considered = (pronoun, form, antecedents) => Add(now!, pronoun, form, antecedents, examples) };
        foreach (ReadReport report in reports)
        {
            now = report.Of;
            linker.Link(report.Of.Report, report.Sentences, report.Names, []);
        }
        return examples;
    }

    /// <summary>For he and she, it, they: how many in a hundred.</summary>
    private static string Accuracy(List<Example> examples, double[] weights) => string.Join(", ", examples.GroupBy(e => e.Kind).OrderBy(g => g.Key)
        .Select(g => string.Create(CultureInfo.InvariantCulture, $"{AntecedentWeights.Columns[g.Key]} {100.0 * g.Count(e => e.Right[Best(e, weights)]) / g.Count():F1} % of {g.Count()}")));

    private static void Add(CoreferenceReport report, MentionDraft pronoun, PronounForm form, List<Antecedent> antecedents, List<Example> examples)
    {
        if (antecedents.Count < 2 || report.Answer(pronoun.Span) is not { } answer)
            return;
        bool[] right = [.. antecedents.Select(a => a.Entity is { } entity && answer(entity))];
        // Where none of those named is right, "nothing" is.
        int nothing = antecedents.FindIndex(a => a.Entity is null);
        if (nothing >= 0)
            right[nothing] = !right.Contains(true);
        if (!right.Contains(true) || !right.Contains(false))
            return;
        int[] columns = AntecedentWeights.ColumnsOf(form, pronoun.Head.Is("nsubj")).ToArray();
        examples.Add(new Example([.. antecedents.Select(a => a.Features.SelectMany(f => columns.Select(c => ((int)f * Columns) + c)).ToArray())], right, columns[1]) { Gender = form.Gender });
    }

    /// <summary>All examples at once, by Adam's rule.</summary>
    private static double[] Learn(List<Example> examples)
    {
        // Corpora speak more of men: he and she count for the same.
        int men = examples.Count(e => e.Gender == Gender.Masculine), women = examples.Count(e => e.Gender == Gender.Feminine);
        double ofMan = 0.5 * (men + women) / Math.Max(1, men), ofWoman = 0.5 * (men + women) / Math.Max(1, women);
        double[] weights = new double[AntecedentWeights.Features * Columns], gradient = new double[weights.Length], mean = new double[weights.Length], square = new double[weights.Length];
        for (int step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            foreach (Example example in examples)
            {
                double counts = example.Gender switch { Gender.Masculine => ofMan, Gender.Feminine => ofWoman, _ => 1 };
                double[] chances = Chances(example, weights);
                double rightChance = 0;
                for (int i = 0; i < chances.Length; i++)
                    rightChance += example.Right[i] ? chances[i] : 0;
                for (int i = 0; i < chances.Length; i++)
                {
                    double pull = counts * (chances[i] - (example.Right[i] ? chances[i] / rightChance : 0));
                    foreach (int feature in example.Candidates[i])
                        gradient[feature] += pull;
                }
            }
            for (int i = 0; i < weights.Length; i++)
            {
                double slope = (gradient[i] / examples.Count) + (Penalties[i % Columns] * weights[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.999 * square[i]) + (0.001 * slope * slope);
                weights[i] -= Rate * (mean[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }
        return weights;
    }

    private static double[] Chances(Example example, double[] weights)
    {
        double[] scores = [.. example.Candidates.Select(c => c.Sum(f => weights[f]))];
        double highest = scores.Max();
        for (int i = 0; i < scores.Length; i++)
            scores[i] = Math.Exp(scores[i] - highest);
        double sum = scores.Sum();
        for (int i = 0; i < scores.Length; i++)
            scores[i] /= sum;
        return scores;
    }

    private static int Best(Example example, double[] weights)
    {
        double[] chances = Chances(example, weights);
        return Array.IndexOf(chances, chances.Max());
    }

    private static string TableOf(double[] weights)
    {
        var table = new StringBuilder();
        table.Append("# What speaks for one whom a pronoun may stand for, and how much: natural logarithms of odds. Learnt, see SOURCE.md.\n");
        table.Append("feature\t").AppendJoin('\t', AntecedentWeights.Columns).Append('\n');
        foreach (AntecedentFeature feature in Enum.GetValues<AntecedentFeature>())
            table.Append(feature).Append('\t').AppendJoin('\t', Enumerable.Range(0, Columns).Select(c => weights[((int)feature * Columns) + c].ToString("F3", CultureInfo.InvariantCulture))).Append('\n');
        return table.ToString();
    }
}
