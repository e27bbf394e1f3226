using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

public class StoryTests
{
    private static Sketch Of(string text) => Sketch.Of(text);

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Some.Samples.Count)];

    [Theory]
    [MemberData(nameof(Each))]
    public void ATextIsANearCopyOfItselfCutOrRetouchedAndOfNoOther(int index)
    {
        string text = Some.Samples[index].Text;
        Sketch sketch = Of(text);
        string[] paragraphs = text.Split("\n\n");
        string shorter = string.Join("\n\n", paragraphs[..^2]);
        string retouched = "(Updates with reaction)\n\n" + text.Replace(" said ", " told reporters ", StringComparison.Ordinal).Replace(" on ", " upon ", StringComparison.Ordinal);
        Assert.True(sketch.IsNearCopyOf(Of(text)));
        Assert.True(sketch.IsNearCopyOf(Of(shorter)));
        Assert.True(sketch.IsNearCopyOf(Of(retouched)));
        Assert.NotEmpty(sketch.ToBands().Intersect(Of(shorter).ToBands()));
        Assert.NotEmpty(sketch.ToBands().Intersect(Of(retouched).ToBands()));
        foreach (Report other in Some.Samples.Where(s => s.Text != text))
            Assert.False(sketch.IsNearCopyOf(Of(other.Text)));
    }

    [Fact]
    public void TheSameWordsOfOtherPeopleAreNoCopy()
    {
        const string Pattern = "{0} President {1} met {2} President {3} in {4} on Monday to talk about trade and the border. The two agreed to meet again within {5} days, the office of {1} said. {6} people waited outside.";
        string one = string.Format(null, Pattern, "Kenyan", "William Ruto", "Ugandan", "Yoweri Museveni", "Nairobi", 30, 200);
        string other = string.Format(null, Pattern, "Chilean", "Gabriel Boric", "Peruvian", "Dina Boluarte", "Santiago", 45, 900);
        Assert.False(Of(one).IsNearCopyOf(Of(other)));
    }

    [Fact]
    public void CopiesAreOneStoryWithOneEventAndAsManyReports()
    {
        using var file = new LedgerFile();
        Report first = Some.Samples[0];
        file.Add(first,
            new Report("copy", "By our staff\n\n" + first.Text, first.Published) { Publisher = "Wire" },
            new Report("later", first.Text, first.Published!.Value.AddDays(400)),
            Some.Samples[1]);
        var reports = file.Store.Reports(new EntryFilter(), new PageRequest(10)).Items.ToDictionary(r => r.Name);
        Assert.Equal(2, reports["copy"].Copies);
        Assert.Equal(reports[first.Id].Id, reports["copy"].Story);
        Assert.Equal(1, reports["later"].Copies);
        Assert.Equal(1, reports[Some.Samples[1].Id].Copies);
        Assert.Equal(3, file.Store.Summary().Stories);
        Assert.Equal("copy", Assert.Single(file.Store.Copies(reports[first.Id].Id)).Name);
        EventRow twice = file.Store.Events(new EntryFilter { Report = reports[first.Id].Id }, new PageRequest(100)).Items.First(e => e.Reports == 2);
        Assert.Equal(1, twice.Stories);
    }
}
