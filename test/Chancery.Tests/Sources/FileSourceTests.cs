using Chancery.Sources;

namespace Chancery.Tests.Sources;

public sealed class FileSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    [Theory]
    [InlineData("r.txt", "{\"text\":\"T\"}", "{\"text\":\"T\"}")]
    [InlineData("r.jsonl", "{\"text\":\"T\"}", "T")]
    [InlineData("r.NDJSON", "{\"text\":\"T\"}", "T")]
    [InlineData("r", "\uFEFF \n{\"text\":\"T\"}", "T")]
    [InlineData("r.story", "Text.", "Text.")]
    public void TheEndingSaysWhatAFileHoldsElseItsFirstCharacter(string name, string content, string text) =>
        Assert.Equal(text, FileSource.Read([Write(name, content)]).Single().Report!.Text);

    [Fact]
    public void TheFormatAskedForGoesFirst()
    {
        string file = Write("r.jsonl", "{\"text\":\"T\"}");
        Assert.Equal("{\"text\":\"T\"}", FileSource.Read([file], InputFormat.Text).Single().Report!.Text);
    }

    [Fact]
    public void TheIdOfATextIsItsFileNameWithoutTheEnding() =>
        Assert.Equal("a.b", FileSource.Read([Write("a.b.txt", "T")]).Single().Report!.Id);

    [Fact]
    public void AFileThatCannotBeReadIsAFailureAmongTheOthers()
    {
        Received[] all = [.. FileSource.Read([Path.Combine(_folder, "none.txt"), _folder, Write("b.txt", "B")])];
        Assert.Equal([null, null, "B"], all.Select(r => r.Report?.Text));
        Assert.Equal("no such file", all[0].Failure);
        Assert.Contains("it is a folder", all[1].Failure);
    }

    [Fact]
    public void AnEmptyFileIsAnEmptyReport() => Assert.Equal("", FileSource.Read([Write("e.txt", "")]).Single().Report!.Text);

    [Fact]
    public void AnEmptyFileOfJsonLinesHoldsNoReport() => Assert.Empty(FileSource.Read([Write("e.jsonl", "\n \n")]));

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
