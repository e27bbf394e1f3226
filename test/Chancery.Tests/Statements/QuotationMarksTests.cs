using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Tests.Statements;

public class QuotationMarksTests
{
    private static readonly LanguageReader Language = new(ReaderFolder.OpenData(), ReaderFolder.OpenModels());

    private static (string[] Quotations, List<Warning> Warnings) Find(string text)
    {
        var report = new Report("r", text);
        var warnings = new List<Warning>();
        var found = QuotationMarks.Find(report, Language.Read(report, warnings), warnings);
        return ([.. found.Select(q => report[q.Inner].ToString())], warnings);
    }

    [Theory]
    [InlineData("She said “no comment” and left.")]
    [InlineData("She said \"no comment\" and left.")]
    [InlineData("She said ‘no comment’ and left.")]
    [InlineData("She said 'no comment' and left.")]
    [InlineData("She said «no comment» and left.")]
    [InlineData("She said ''no comment'' and left.")]
    public void EveryStylePairs(string text) => Assert.Equal(["no comment"], Find(text).Quotations);

    [Theory]
    [InlineData("The workers' leaders don't trust the ministers' word.")]
    [InlineData("The workers’ leaders don’t trust the ministers’ word.")]
    [InlineData("In the '90s nobody's vote was the army's.")]
    public void AnApostropheIsNoQuotationMark(string text) => Assert.Empty(Find(text).Quotations);

    [Fact]
    public void AQuotationCanHoldAnother() =>
        Assert.Equal(["They told us ‘wait’ twice,", "wait"], Find("“They told us ‘wait’ twice,” she said.").Quotations);

    [Fact]
    public void ASpeechOfSeveralParagraphsOpensInEachAndClosesOnce()
    {
        var (quotations, warnings) = Find("“We will rebuild the port.\n\n“We will rebuild the road,” he said.");
        Assert.Equal(["We will rebuild the port.", "We will rebuild the road,"], quotations);
        Assert.Empty(warnings);
    }

    [Fact]
    public void AMarkThatNeverClosesEndsWithItsParagraphAndIsReported()
    {
        var (quotations, warnings) = Find("He said: “We will stay until winter.\n\nThe talks go on in Oslo.");
        Assert.Equal(["We will stay until winter."], quotations);
        Assert.Equal("CHY1006", Assert.Single(warnings, w => w.Id == "CHY1006").Id);
    }
}
