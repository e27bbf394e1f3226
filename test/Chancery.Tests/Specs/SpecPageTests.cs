using Chancery.Text;

namespace Chancery.Tests.Specs;

/// <summary>The format of the pages, and how an expectation is held against a reading.</summary>
public class SpecPageTests
{
    private const string Page = """
        # Title

        ## First
        Prose, and statement like prose.

        ```spec
        report 2024-03-14
        | One sentence that
        | runs on.
        |
        | A second paragraph.

        statement "runs on"  speaker =none|Okafor
        no event ASSAULT  status happened
        at most 2 times  known gap: there are three
        ```

        ```text
        report not read
        ```

        ## Without a report

        ## Second
        ```spec
        report undated
        | Text.
        ```
        """;

    [Fact]
    public void AHeadingWithAReportIsACase() => Assert.Equal(["First", "Second"], Parse(Page).Cases.Select(c => c.Heading));

    [Fact]
    public void LinesRunOnAndALoneBarBeginsAParagraph() =>
        Assert.Equal("One sentence that runs on.\n\nA second paragraph.", Parse(Page).Cases[0].Report.Text);

    [Fact]
    public void TheReportHasItsDay() =>
        Assert.Equal([new DateOnly(2024, 3, 14), null], Parse(Page).Cases.Select(c => c.Report.Published));

    [Fact]
    public void ExpectationsHaveKindFieldsAndLine()
    {
        var expectations = Parse(Page).Cases[0].Expectations;
        Assert.Equal(["statement  content \"runs on\"  speaker \"=none|Okafor\"", "no event  type \"ASSAULT\"  status \"happened\"", "at most 2 times"],
            expectations.Select(e => e.ToString()));
        Assert.Equal([13, 14, 15], expectations.Select(e => e.Line));
        Assert.Equal("there are three", expectations[2].Gap);
    }

    [Theory]
    [InlineData("# T\n## H\n```spec\nevent A\n```", "page.md(4): found \"event A\"; expected a report before what is expected of it")]
    [InlineData("# T\n## H\n```spec\nreport 2024-02-30\n```", "page.md(4): found report \"2024-02-30\"; expected a day such as 2025-08-17, undated, or a file such as samples/NAME.txt")]
    [InlineData("# T\n## H\n```spec\nreport undated\nevnt A\n```", "page.md(5): found \"evnt\"; expected one of statement, event,")]
    [InlineData("# T\n## H\n```spec\nreport undated\nevent A  when 3\n```", "page.md(5): found the field \"when\"; expected one of type,")]
    [InlineData("# T\n## H\n```spec\nreport undated\nevent\n```", "page.md(5): found \"event\"; expected at least one field")]
    [InlineData("# T\n## H\n```spec\nreport undated", "page.md(4): found the page ends inside a block; expected a line ```")]
    [InlineData("# T\nprose", "page.md(2): found no report; expected")]
    public void AMistakeInAPageIsSaidWithItsLine(string page, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => Parse(page)).Message);

    [Theory]
    [InlineData("putin", "Vladimir Putin", true)]
    [InlineData("Trump|Putin", "Vladimir Putin", true)]
    [InlineData("=Putin", "Vladimir Putin", false)]
    [InlineData("=putin", "Putin", true)]
    [InlineData("Trump", "Vladimir Putin", false)]
    public void AValueHoldsWhenItIsAPart(string wanted, string found, bool holds) =>
        Assert.Equal(holds, new Field("f", [.. wanted.Split('|')]).Holds(found));

    [Fact]
    public void EachEntryMeetsOneExpectation()
    {
        SpecCase spec = Parse("# T\n## H\n```spec\nreport 2025-08-17\n| They met on Saturday.\n\ntime \"Saturday|Sunday\"\ntime \"Saturday\"\n```").Cases[0];
        Assert.Equal([true, false], SpecResult.Of(spec).Outcomes.Select(o => o.Met));
    }

    [Fact]
    public void ApprovalMarksWhatIsNotMetAndUnmarksWhatIs()
    {
        Outcome missed = new(Parse("# T\n## H\n```spec\nreport undated\nevent A\n```").Cases[0].Expectations[0], false, "not found", 0);
        Outcome met = new(Parse("# T\n## H\n```spec\nreport undated\nevent B  known gap: old\n```").Cases[0].Expectations[0], true, "", 1);
        Assert.Equal("1\n2\n3\n4\nevent A  known gap: not found", SpecTests.Approved("1\n2\n3\n4\nevent A", [missed]));
        Assert.Equal("1\n2\n3\n4\nevent B", SpecTests.Approved("1\n2\n3\n4\nevent B  known gap: old", [met]));
    }

    private static SpecPage Parse(string text) => SpecPage.Parse("page.md", text);
}
