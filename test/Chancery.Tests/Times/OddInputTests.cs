using System.Text;
using Chancery.Data;
using Chancery.DataCompiler;
using Chancery.Tests.Support;
using Chancery.Times;

namespace Chancery.Tests.Times;

/// <summary>Whatever words follow each other, and whatever the day of the report, times come out in order and inside the text.</summary>
public class OddInputTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2024-02-29")]
    public void WordsOfTimeInAnyOrderGiveTimesInOrderInsideTheText(string? published)
    {
        string[] words = Words();
        var random = new Random(1);
        for (int round = 0; round < 100; round++)
        {
            var text = new StringBuilder("The");
            for (int i = 0; i < 40; i++)
                text.Append(random.Next(8) == 0 ? "" : " ").Append(words[random.Next(words.Length)]);
            var times = TimeReport.Times(text.ToString(), published, []);
            int end = 0;
            foreach ((string _, TimeExpression time) in times)
            {
                Assert.True(time.Span.Start >= end && time.Span.Length > 0 && time.Span.End <= text.Length);
                Assert.True(time.From is null == time.To is null && !(time.From > time.To), $"{time.Value}: {time.From} to {time.To}");
                Assert.NotEqual("", time.Value);
                end = time.Span.End;
            }
        }
    }

    [Fact]
    public void EveryPatternCanBeRead() =>
        Assert.NotNull(new TimeTagger(DataPack.Load(DataFolder.Compile(Repository.PathOf("data")))));

    private static string[] Words()
    {
        DataPack data = DataPack.Load(DataFolder.Compile(Repository.PathOf("data")));
        string[] patterns = [.. data.Table("times/patterns.tsv").Rows.SelectMany(r => r["pattern"].Split([' ', '(', ')', '|', '?', '{', '}'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.All(char.IsLetter)).Distinct().Order(StringComparer.Ordinal)];
        return [.. data.Table("times/words.tsv").Rows.Select(r => r["word"]), .. data.Table("times/numbers.tsv").Rows.Select(r => r["word"]),
            .. patterns, .. "0 1 9 12 24 31 60 99 1999 2025 9999 99999999999 1,000 2.5 1/2 10:30 24:60 2025-13-45 31/02/2024 0/0/00 00 '90s s - – — . , % $ ’ ½ the an in of".Split(' ')];
    }
}
