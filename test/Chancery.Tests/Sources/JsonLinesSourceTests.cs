using System.Text;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Tests.Sources;

public class JsonLinesSourceTests
{
    [Fact]
    public void AllFieldsAreTaken()
    {
        Report report = One("""{"id":"a","published":"2025-08-17","text":"T","title":"Ti","publisher":"P","url":"U","language":"en"}""");
        Assert.Equal(("a", "T", new DateOnly(2025, 8, 17)), (report.Id, report.Text, report.Published));
        Assert.Equal(("Ti", "P", "U", "en"), (report.Title, report.Publisher, report.Url, report.Language));
    }

    [Fact]
    public void ATextIsEnough()
    {
        Report report = One("""{"text":"T"}""");
        Assert.Equal(("line1", null as DateOnly?), (report.Id, report.Published));
    }

    [Fact]
    public void ANumberMayBeAnId() => Assert.Equal("17", One("""{"id":17,"text":"T"}""").Id);

    [Fact]
    public void ATimeOfDayBehindTheDayIsPassedOver() =>
        Assert.Equal(new DateOnly(2025, 8, 17), One("""{"published":"2025-08-17T10:00:00Z","text":"T"}""").Published);

    [Theory]
    [InlineData("{\"text\":", "malformed JSON")]
    [InlineData("[1]", "found a JSON array; expected an object")]
    [InlineData("{\"id\":\"a\"}", "no \"text\"; expected a string")]
    [InlineData("{\"text\":3}", "\"text\" is a JSON number; expected a string")]
    [InlineData("{\"text\":\"T\",\"published\":\"soon\"}", "\"published\" is \"soon\"; expected a date")]
    [InlineData("{\"text\":\"T\",\"mentions\":3}", "\"mentions\" is a JSON number; expected an array")]
    [InlineData("{\"text\":\"T\",\"mentions\":[{\"start\":0}]}", "a mention lacks whole numbers")]
    [InlineData("{\"text\":\"T\",\"offsets\":\"bytes\",\"mentions\":[]}", "\"offsets\" is \"bytes\"; expected")]
    public void AFaultyLineIsNamedByItsNumberAndTheRestGoesOn(string faulty, string message)
    {
        Received[] all = Read($"{{\"id\":\"a\",\"text\":\"1\"}}\n\n{faulty}\r\n{{\"id\":\"b\",\"text\":\"2\"}}");
        Assert.Equal(["f(1)", "f(3)", "f(4)"], all.Select(r => r.Where));
        Assert.Equal(["a", null, "b"], all.Select(r => r.Report?.Id));
        Assert.Contains(message, all[1].Failure);
    }

    [Fact]
    public void OffsetsOfMentionsCountUtf16UnitsOrCodePoints()
    {
        const string Text = "\U0001F600 Russia";
        Assert.Equal([new TextSpan(3, 6)], Mentions($$"""{"text":"{{Text}}","mentions":[{"start":3,"end":9,"type":"PLACE"}]}"""));
        Assert.Equal([new TextSpan(3, 6)], Mentions($$"""{"text":"{{Text}}","offsets":"codepoints","mentions":[{"start":2,"end":8}]}"""));
    }

    [Fact]
    public void AMentionOutsideTheTextIsLeftOutWithAWarning()
    {
        Report report = One("""{"text":"Russia","mentions":[{"start":0,"end":7},{"start":3,"end":3},{"start":-1,"end":2},{"start":0,"end":6}]}""");
        Assert.Equal([new TextSpan(0, 6)], report.Mentions.Select(m => m.Span));
        Assert.Equal(["CHY1005", "CHY1005", "CHY1005"], report.Warnings.Select(w => w.Id));
    }

    [Theory]
    [InlineData(@"a\ud83d b", "a\uFFFD b")]
    [InlineData(@"a\ude00", "a\uFFFD")]
    [InlineData(@"\ud83d\ude00", "\U0001F600")]
    [InlineData(@"\\ud83d \ud83d", "\\ud83d \uFFFD")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD\U0001F600")]
    public void HalfASurrogatePairIsReadAsAReplacement(string escaped, string text) => Assert.Equal(text, One($$"""{"text":"{{escaped}}"}""").Text);

    [Fact]
    public void UndecodableBytesGiveAWarning()
    {
        Received received = JsonLinesSource.Read("f", new MemoryStream([.. "{\"text\":\"a"u8, 0xFF, .. "\"}"u8])).Single();
        Assert.Equal("a\uFFFD", received.Report!.Text);
        Assert.Equal("CHY1001", Assert.Single(received.Report.Warnings).Id);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void AByteOrderMarkSaysHow(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"text\":\"Erdoğan\"}\n{\"text\":\"2\"}\n")];
        Assert.Equal(["Erdoğan", "2"], JsonLinesSource.Read("f", new MemoryStream(bytes)).Select(r => r.Report!.Text));
    }

    [Fact]
    public void ALineOfTenMegabytesIsALine()
    {
        string text = new('a', 10_000_000);
        Assert.Equal([10_000_000, 1], Read($"{{\"text\":\"{text}\"}}\n{{\"text\":\"b\"}}").Select(r => r.Report!.Text.Length));
    }

    [Fact]
    public void LinesAreTakenFromAStreamThatComesInPieces()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"text\":\"{new string('é', i * 100)}\"}}\r\n")));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => i * 100), JsonLinesSource.Read("f", new Dripping(bytes)).Select(r => r.Report!.Text.Length));
    }

    private static IEnumerable<TextSpan> Mentions(string line) => One(line).Mentions.Select(m => m.Span);
    private static Report One(string line) => Assert.Single(Read(line)).Report!;
    private static Received[] Read(string lines) => [.. JsonLinesSource.Read("f", new MemoryStream(Encoding.UTF8.GetBytes(lines)))];

    /// <summary>Gives seven bytes at a time, as a slow pipe may.</summary>
    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
