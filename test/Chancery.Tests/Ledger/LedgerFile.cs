using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Ledger;

/// <summary>A ledger in a folder of its own that goes when the test ends.</summary>
public sealed class LedgerFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-ledger-").FullName;

    public LedgerFile() => Store = LedgerStore.Open(Path, create: true, Clock);

    public string Folder => _folder;
    public string Path => System.IO.Path.Combine(_folder, "test.ledger");
    public LedgerStore Store { get; private set; }
    public StillClock Clock { get; } = new();

    public void Add(params IEnumerable<Report> reports)
    {
        using LedgerWriter writer = Store.Write();
        foreach (Report report in reports)
            writer.Add(Some.Reader.Read(report));
        writer.Commit();
    }

    public static LedgerFile OfSamples()
    {
        var file = new LedgerFile();
        file.Add(Some.Samples);
        return file;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A clock that goes only when told.</summary>
    public sealed class StillClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 6, 5, 12, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
