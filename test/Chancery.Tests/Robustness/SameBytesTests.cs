using Chancery.Cli;
using Chancery.Sources;
using Chancery.Tests.Specs;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Robustness;

/// <summary>The same reports give the same bytes in the same order, however many threads read them; and all invariants hold for all specs.</summary>
public class SameBytesTests
{
    private static IEnumerable<Report> Reports => Some.Samples.Concat(SpecTests.AllCases.Select(c => c.Report));

    [Fact]
    public void OneAndEightThreadsGiveTheSameBytes() => Assert.Equal(Written(1), Written(8));

    [Fact]
    public void EveryReportOfEverySpecHoldsWhatEveryReadingHolds() => Assert.All(Reports, report =>
    {
        Reading reading = Some.Reader.Read(report);
        Invariants.Hold(reading);
        JsonOf.Holds(reading);
    });

    private static List<byte[]?> Written(int threads) =>
        [.. ReadPipeline.Run(Reports.Select(r => Received.Of(r.Id, r)), threads, (r, _) => JsonOf.Bytes(Some.Reader.Read(r))).Select(r => r.Result)];
}
