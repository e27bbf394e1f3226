using Chancery.Actors;
using Chancery.Data;
using Chancery.Tests.Support;

namespace Chancery.Tests.Actors;

/// <summary>Hundreds of questions with known answers: role-questions.tsv.</summary>
public class RoleOnDateTests
{
    private static readonly Table Questions = Table.Parse("role-questions.tsv",
        File.ReadAllText(Repository.PathOf("test", "Chancery.Tests", "Actors", "role-questions.tsv")));

    [Fact]
    public void EveryQuestionGetsTheKnownAnswerAndNoOther()
    {
        var registry = new ActorRegistry(HandMade.Data);
        var wrong = new List<string>();
        foreach (TableRow row in Questions.Rows)
        {
            Tenure[] held = [.. registry.HoldersOf(row["office"], row["of"], DateOnly.ParseExact(row["day"], "yyyy-MM-dd")).All];
            string[] asked = [.. registry.Named(row["name"]).Concat(registry.ShortNamed(row["name"])).Select(a => a.Id)];
            if (held is not [var only] || !asked.Contains(only.Actor))
                wrong.Add($"{row.Line}: {row["office"]} of {row["of"]} on {row["day"]}: {string.Join(", ", held.Select(t => t.Actor))}; expected {row["name"]}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void TheQuestionsCoverTheWorldAndTheYears()
    {
        Assert.InRange(Questions.Rows.Length, 400, int.MaxValue);
        Assert.InRange(Questions.Rows.Select(r => r["of"]).Distinct().Count(), 100, int.MaxValue);
        Assert.All(Enumerable.Range(1990, 36), year => Assert.Contains(Questions.Rows, r => r["day"].StartsWith($"{year}-", StringComparison.Ordinal)));
    }
}
