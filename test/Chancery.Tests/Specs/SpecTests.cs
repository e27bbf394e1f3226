using System.Text;
using Chancery.Tests.Support;

namespace Chancery.Tests.Specs;

/// <summary>Every heading of every page of specs/ that has a report is a test.</summary>
public class SpecTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<SpecPage>> Pages = new(() =>
    [
        .. Directory.GetFiles(Repository.PathOf("specs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => path != "specs/README.md")
            .Order(StringComparer.Ordinal)
            .Select(path => SpecPage.Parse(path, File.ReadAllText(Repository.PathOf(path)))),
    ]);

    private static bool Approving => Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1";

    internal static IEnumerable<SpecCase> AllCases => Pages.Value.SelectMany(p => p.Cases);

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        AllCases.Select(c => new TheoryDataRow<string, string>(c.Page, c.Heading));

    [Theory, MemberData(nameof(Cases))]
    public void ReadsAsThePageSays(string page, string heading)
    {
        SpecCase spec = AllCases.Single(c => c.Page == page && c.Heading == heading);
        SpecResult result = SpecResult.Of(spec);
        output.WriteLine($"{page} \"{heading}\": {result.Points} of {result.OfPoints} points");
        Outcome[] wrong = [.. result.Outcomes.Where(o => !o.AsSaid)];
        if (wrong.Length > 0 && !Approving)
            Assert.Fail(Message(spec, result, wrong));
    }

    [Fact]
    public void HeadingsOfAPageDiffer() => Assert.All(Pages.Value, page =>
        Assert.Equal(page.Cases.Select(c => c.Heading), page.Cases.Select(c => c.Heading).Distinct()));

    /// <summary>
    /// Writes the points of each page to spec-scores.tsv beside the tests. With CHANCERY_APPROVE=1 also writes the pages anew: what is
    /// not met is marked as a known gap, what is met is a gap no longer. Whoever reviews the change sees each in the difference.
    /// </summary>
    [Fact]
    public void ScoresOfAllPages()
    {
        var scores = new StringBuilder("page\tpoints\tof\tmet\texpectations\tgaps\n");
        foreach (SpecPage page in Pages.Value)
        {
            Outcome[] outcomes = [.. page.Cases.SelectMany(c => SpecResult.Of(c).Outcomes)];
            scores.Append(page.Path).Append('\t').AppendJoin('\t', outcomes.Sum(o => o.Points), outcomes.Sum(o => o.OfPoints),
                outcomes.Count(o => o.Met), outcomes.Length, outcomes.Count(o => o.Expectation.Gap is not null)).Append('\n');
            if (Approving)
                File.WriteAllText(Repository.PathOf(page.Path), Approved(File.ReadAllText(Repository.PathOf(page.Path)), outcomes));
        }
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "spec-scores.tsv"), scores.ToString());
        output.WriteLine(scores.ToString());
    }

    internal static string Approved(string page, IEnumerable<Outcome> outcomes)
    {
        string[] lines = page.Split('\n');
        foreach (Outcome outcome in outcomes.Where(o => !o.AsSaid))
        {
            ref string line = ref lines[outcome.Expectation.Line - 1];
            int mark = line.IndexOf(SpecPage.GapMark, StringComparison.Ordinal);
            line = outcome.Met ? line[..mark].TrimEnd() : $"{line.TrimEnd()}  {SpecPage.GapMark}{outcome.Found}";
        }
        return string.Join('\n', lines);
    }

    private static string Message(SpecCase spec, SpecResult result, Outcome[] wrong)
    {
        var message = new StringBuilder();
        foreach (Outcome outcome in wrong)
        {
            message.Append($"\n{spec.Page}({outcome.Expectation.Line}): ");
            message.Append(outcome.Met
                ? $"met, though it is marked as a known gap; remove the mark: {outcome.Expectation}"
                : $"{(outcome.Found == "not found" ? "" : "found ")}{outcome.Found}; expected {outcome.Expectation}");
        }
        foreach (string kind in wrong.Where(o => !o.Met).Select(o => o.Expectation.Kind).Distinct())
            message.Append($"\nIn all: {result.Found(kind)}");
        return message.Append("\n(CHANCERY_APPROVE=1 dotnet test writes the marks anew)").ToString();
    }
}
