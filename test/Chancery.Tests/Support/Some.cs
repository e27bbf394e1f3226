using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Tests.Support;

/// <summary>Things that many tests need one of.</summary>
public static class Some
{
    private static readonly Lazy<Reader> LazyReader = new(() => ReaderFolder.Open());

    /// <summary>The reader as users have it: all models, all data. One for all tests, since it is costly to make.</summary>
    public static Reader Reader => LazyReader.Value;

    public static Reading Read(string text, string? published = "2025-08-17") =>
        Reader.Read(new Report("r", text, published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd")));

    /// <summary>The reports in samples/, in the order of their names.</summary>
    public static IReadOnlyList<Report> Samples { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal)
            .Select(file => TextSource.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
    ];
}
