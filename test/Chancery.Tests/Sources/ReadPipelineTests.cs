using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Tests.Sources;

public class ReadPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void AnEndlessStreamIsReadInOrderAndNeverFarAhead(int threads)
    {
        int taken = 0, given = 0, farthest = 0;
        IEnumerable<Received> Endless()
        {
            while (true)
            {
                int ahead = Interlocked.Increment(ref taken) - Volatile.Read(ref given);
                farthest = Math.Max(farthest, ahead);
                yield return Received.Of("stream", new Report(taken.ToString(System.Globalization.CultureInfo.InvariantCulture), "text"));
            }
        }
        foreach ((Received _, string? id) in ReadPipeline.Run(Endless(), threads, (report, _) => report.Id))
        {
            Assert.Equal(++given, int.Parse(id!, System.Globalization.CultureInfo.InvariantCulture));
            if (given == 500)
                break;
        }
        Assert.InRange(farthest, 1, 6 * threads + 2);
    }

    [Fact]
    public void AFailureKeepsItsPlaceAmongTheReports()
    {
        Received[] source = [Received.Of("1", new Report("a", "")), Received.Failed("2", "broken"), Received.Of("3", new Report("b", ""))];
        Assert.Equal(["a1", null, "b2"], ReadPipeline.Run(source, 2, (report, number) => report.Id + number).Select(r => r.Result));
    }

    [Fact]
    public void AFaultOfTheSourceReachesTheReader()
    {
        static IEnumerable<Received> Broken()
        {
            yield return Received.Of("1", new Report("a", ""));
            throw new IOException("the cable");
        }
        Assert.Throws<IOException>(() => ReadPipeline.Run(Broken(), 2, (report, _) => report.Id).ToList());
    }
}
