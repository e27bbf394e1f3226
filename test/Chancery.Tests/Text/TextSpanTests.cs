using Chancery.Text;

namespace Chancery.Tests.Text;

public class TextSpanTests
{
    [Fact]
    public void SpanListJoinsSpansThatTouch() =>
        Assert.Equal("[0..5) [7..9)", SpanList.Of(new TextSpan(7, 2), new TextSpan(0, 3), new TextSpan(3, 2)).ToString());

    [Fact]
    public void CodePointsCountAPairOnce()
    {
        var points = new CodePoints("a😀b");
        Assert.Equal([0, 1, 2, 3], new[] { 0, 1, 3, 4 }.Select(points.FromUtf16));
        Assert.Equal([0, 1, 3, 4], new[] { 0, 1, 2, 3 }.Select(points.ToUtf16));
    }
}
