using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Web.Tests.Support;

/// <summary>A ledger of the sample reports, and a dossier, in a file that goes when its tests are over.</summary>
public sealed class SampleLedger : IDisposable
{
    private static readonly Lazy<IReadOnlyList<Reading>> Readings = new(() =>
    {
        Reader reader = ReaderFolder.Open();
        return [.. Directory.GetFiles(Path.GetDirectoryName(Repository.Sample("x"))!, "*.txt", SearchOption.AllDirectories).Where(f => !f.EndsWith("README.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => reader.Read(TextSource.Read(Path.GetFileNameWithoutExtension(file), System.IO.File.ReadAllBytes(file))))];
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chancery-web");

    public SampleLedger()
    {
        using LedgerStore ledger = LedgerStore.Open(File, create: true);
        using (LedgerWriter writer = ledger.Write())
        {
            foreach (Reading reading in Readings.Value)
                writer.Add(reading);
            writer.Commit();
        }
        ledger.CreateDossier("sudan-talks", "Talks on Sudan", actors: ["Ramtane Lamamra", "sudan"], words: ["Sudan"], from: new DateOnly(2024, 1, 1));
    }

    public string File => Path.Combine(_folder.FullName, "samples.ledger");

    public void Dispose() => _folder.Delete(recursive: true);
}
