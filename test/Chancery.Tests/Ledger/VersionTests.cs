using System.Buffers.Binary;
using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Ledger;

/// <summary>Ledgers of older versions are brought up to date when opened.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void NearCopiesOfWhatVersionThreeStoredAreFound()
    {
        Report first = Some.Samples[0], undated = new("undated", Some.Samples[1].Text, null);
        _file.Add([.. Some.Samples.Where(s => s.Id != Some.Samples[1].Id), undated]);
        (long Report, int Period, uint[] Bands)[] before = Bands();
        Assert.Contains(before, b => b.Period == -1);
        MakeVersionThree(_file.Path, before);
        using LedgerStore anew = LedgerStore.Open(_file.Path);
        (long Report, int Period, uint[] Bands)[] after = Bands();
        Assert.Equal(before.Select(b => (b.Report, b.Period)), after.Select(b => (b.Report, b.Period)));
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First.Bands.Order(), pair.Second.Bands.Order()));
        using (LedgerWriter writer = anew.Write())
        {
            writer.Add(Some.Reader.Read(new Report("copy", "By our staff\n\n" + first.Text, first.Published!.Value.AddDays(20))));
            writer.Add(Some.Reader.Read(new Report("other copy", "By our staff\n\n" + undated.Text, Some.Samples[1].Published)));
            writer.Commit();
        }
        var reports = anew.Reports(new EntryFilter(), new PageRequest(100)).Items.ToDictionary(r => r.Name);
        Assert.Equal(reports[first.Id].Story, reports["copy"].Story);
        Assert.Equal(reports["undated"].Story, reports["other copy"].Story);
    }

    /// <summary>A row for each band, as it was until version 3.</summary>
    internal static void MakeVersionThree(string path, IEnumerable<(long Report, int Period, uint[] Bands)>? bands = null)
    {
        using SqliteConnection connection = Open(path);
        Run(connection, "DROP TABLE bands; CREATE TABLE bands (band INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, PRIMARY KEY (band, report)) STRICT, WITHOUT ROWID; PRAGMA user_version = 3");
        foreach ((long report, _, uint[] all) in bands ?? [])
        {
            foreach (uint band in all)
                Run(connection, $"INSERT INTO bands VALUES ({band | 7L << 40}, {report})");
        }
    }

    private (long Report, int Period, uint[] Bands)[] Bands()
    {
        using SqliteConnection connection = Open(_file.Path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT report, period, hashes FROM bands ORDER BY report";
        using SqliteDataReader row = command.ExecuteReader();
        var bands = new List<(long, int, uint[])>();
        while (row.Read())
            bands.Add((row.GetInt64(0), row.GetInt32(1), [.. row.GetFieldValue<byte[]>(2).Chunk(4).Select(four => BinaryPrimitives.ReadUInt32BigEndian(four))]));
        return [.. bands];
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
