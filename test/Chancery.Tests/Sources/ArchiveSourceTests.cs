using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Chancery.Sources;
using ZstdSharp;

namespace Chancery.Tests.Sources;

public sealed class ArchiveSourceTests : IDisposable
{
    private const string Lines = "{\"id\":\"a\",\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\n{\"id\":\n{\"id\":\"d\",\"text\":\"Four.\"}\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Through(byte[] bytes, Func<Stream, Stream> wrap)
    {
        using var output = new MemoryStream();
        using (Stream stream = wrap(output))
            stream.Write(bytes);
        return output.ToArray();
    }

    private static byte[] Gzip(byte[] bytes) => Through(bytes, s => new GZipStream(s, CompressionMode.Compress, leaveOpen: true));
    private static byte[] Zstd(byte[] bytes) => Through(bytes, s => new CompressionStream(s, leaveOpen: true));

    private static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        using var output = new MemoryStream();
        using (var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "folder/"));
            foreach ((string name, byte[] bytes) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }
        return output.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return output.ToArray();
    }

    private List<Received> Read(params string[] paths) => [.. InputFile.Find(paths).SelectMany(f => ArchiveSource.Read(f))];

    private static string[] Told(IEnumerable<Received> received) => [.. received.Select(r => r.Report is { } report ? $"{report.Id}={report.Text}" : "failure")];

    public static TheoryData<string> Wrappings => ["plain", "gz", "zst", "gz of gz", "tar", "tar.gz", "tar.zst", "zip", "zip in tar", "gz in zip"];

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void LinesComeOutOfEveryWrapping(string wrapping)
    {
        byte[] lines = Utf8(Lines);
        (string name, byte[] bytes) = wrapping switch
        {
            "gz" => ("r.jsonl.gz", Gzip(lines)),
            "zst" => ("r.jsonl.zst", Zstd(lines)),
            "gz of gz" => ("r.jsonl.gz.gz", Gzip(Gzip(lines))),
            "tar" => ("x.tar", Tar(("./r.jsonl", lines))),
            "tar.gz" => ("x.tgz", Gzip(Tar(("r.jsonl", lines)))),
            "tar.zst" => ("x.tar.zst", Zstd(Tar(("r.jsonl", lines)))),
            "zip" => ("x.zip", Zip(("r.jsonl", lines))),
            "zip in tar" => ("x.tar", Tar(("y.zip", Zip(("r.jsonl", lines))))),
            "gz in zip" => ("x.zip", Zip(("r.jsonl.gz", Gzip(lines)))),
            _ => ("r.jsonl", lines),
        };
        string path = Write(name, bytes);
        string[] expected = ["a=One.", "r-line3=Two.", "failure", "d=Four."];
        Assert.Equal(expected, Told(Read(path)));
        for (int skip = 0; skip <= expected.Length; skip++)
            Assert.Equal(expected[skip..], Told(ArchiveSource.Read(InputFile.Find([path]).Single(), skip: skip)));
    }

    [Fact]
    public void AFolderIsReadInOneOrderWithIdsThatSayWhereTextsLie()
    {
        Write("b/two.txt", Utf8(" date 2025-01-02 Two."));
        Write("a.txt", Utf8("One."));
        Write("b/c/three.txt", Utf8("Three."));
        Write("b/.hidden/no.txt", Utf8("No."));
        Write(".no.txt", Utf8("No."));
        Assert.Equal(["a=One.", "b/two=Two.", "b/c/three=Three."], Told(Read(_folder)));
        Assert.All(Read(_folder), r => Assert.True(r.HasMadeId));
        Assert.Equal(new DateOnly(2025, 1, 2), Read(_folder)[1].Report!.Published);
    }

    [Fact]
    public void TextsInArchivesAreNamedAfterTheirPlaceThere()
    {
        string path = Write("x.zip", Zip(("2025/a.txt", Utf8("One.")), ("2025/empty.txt", []), ("__MACOSX/a.txt", Utf8("No."))));
        Assert.Equal(["2025/a=One.", "2025/empty="], Told(Read(path)));
        Assert.Equal($"{path}/2025/a.txt", Read(path)[0].Where);
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("page.html")]
    [InlineData("binary")]
    public void WhatIsNoTextIsAFailureThatSaysSo(string name)
    {
        Received failed = Assert.Single(Read(Write(name, [1, 0, 2, 3])));
        Assert.Contains("expected text", failed.Failure);
    }

    [Fact]
    public void ADamagedArchiveGivesWhatCameBeforeTheDamageAndAFailure()
    {
        byte[] lines = Utf8(string.Concat(Enumerable.Range(1, 3000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Text {Convert.ToHexString(BitConverter.GetBytes(i * 2654435761L))}.\"}}\n")));
        foreach ((string name, byte[] bytes) in new[] { ("r.jsonl.gz", Gzip(lines)), ("r.jsonl.zst", Zstd(lines)), ("x.tar", Tar(("r.jsonl", lines))), ("x.zip", Zip(("r.jsonl", lines))) })
        {
            byte[] cut = bytes[..(bytes.Length / 2)];
            var read = Read(Write(name, cut));
            Assert.True(read[^1].Failure is not null, name);
            byte[] turned = [.. bytes];
            for (int i = turned.Length / 2; i < turned.Length / 2 + 40; i++)
                turned[i] ^= 0x5A;
            Read(Write(name, turned)); // whatever it gives, it does not throw
        }
    }

    [Fact]
    public void ADamagedFileInAnArchiveLeavesTheOthersReadable()
    {
        byte[] bad = Gzip(Utf8("Never."))[..15];
        Assert.Equal(["a=One.", "failure", "c=Three."], Told(Read(Write("x.tar", Tar(("a.txt", Utf8("One.")), ("b.txt.gz", bad), ("c.txt", Utf8("Three.")))))));
        Assert.Equal(["a=One.", "failure", "c=Three."], Told(Read(Write("x.zip", Zip(("a.txt", Utf8("One.")), ("b.txt.gz", bad), ("c.txt", Utf8("Three.")))))));
    }

    [Fact]
    public void ArchivesWithinArchivesHaveAnEnd()
    {
        byte[] bytes = Utf8("Text.");
        for (int i = 0; i < 20; i++)
            bytes = Gzip(bytes);
        Assert.Contains("archives within archives", Assert.Single(Read(Write("x.gz", bytes))).Failure);
    }

    [Fact]
    public void AFileThatIsNotThereIsAFailure() =>
        Assert.Contains("no such file", Assert.Single(Read(Path.Combine(_folder, "nowhere.txt"))).Failure);
}
