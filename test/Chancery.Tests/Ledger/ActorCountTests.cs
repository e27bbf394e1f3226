using Chancery.Actors;
using Chancery.Ledger;
using Chancery.Tests.Support;
using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Ledger;

/// <summary>What is counted beforehand must be what counting anew gives, whatever happened to the ledger.</summary>
public sealed class ActorCountTests : IDisposable
{
    private static readonly Dictionary<string, string> Anew = new(StringComparer.Ordinal)
    {
        ["events"] = "(SELECT count(DISTINCT x.event) FROM event_actors x WHERE x.actor = actors.id)",
        ["statements"] = "(SELECT count(*) FROM statements s JOIN readings g ON g.id = s.reading WHERE s.actor = actors.id AND g.superseded_by IS NULL)",
        ["commitments"] = "(SELECT count(*) FROM commitments c JOIN readings g ON g.id = c.reading WHERE c.actor = actors.id AND g.superseded_by IS NULL)",
        ["first_seen"] = "(SELECT min(r.published) FROM entities e JOIN readings g ON g.id = e.reading JOIN reports r ON r.id = g.report WHERE e.actor = actors.id AND g.superseded_by IS NULL)",
        ["last_seen"] = "(SELECT max(r.published) FROM entities e JOIN readings g ON g.id = e.reading JOIN reports r ON r.id = g.report WHERE e.actor = actors.id AND g.superseded_by IS NULL)",
    };

    private readonly LedgerFile _file = new();

    [Fact]
    public void CountsHoldWhenReportsComeAreReadAnewAndAreCompacted()
    {
        _file.Add(Some.Samples);
        Check();
        // The same reports as a newer program might read them: nothing in every other one.
        using (LedgerWriter writer = _file.Store.Write())
        {
            int number = 0;
            foreach (Report report in Some.Samples)
            {
                Reading reading = Some.Reader.Read(report) with { Versions = new ReaderVersions("later", "later", []) };
                writer.Add(number++ % 2 == 0 ? reading with { Cast = new Cast([], []), Statements = [], Events = [], Commitments = [] } : reading);
            }
            writer.Commit();
        }
        Check();
        _file.Store.Compact();
        Check();
    }

    private void Check()
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        // The writer leaves it to itself that rows name rows that are there.
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
            Assert.Equal(0L, command.ExecuteScalar());
        }
        foreach ((string column, string anew) in Anew)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*), sum({column} IS NOT {anew}), group_concat(CASE WHEN {column} IS NOT {anew} THEN key || ': ' || ifnull({column}, 'none') || ' not ' || ifnull({anew}, 'none') END) FROM actors";
            using SqliteDataReader row = command.ExecuteReader();
            row.Read();
            Assert.True(row.GetInt64(0) > 10);
            Assert.True(row.GetInt64(1) == 0, $"{column}: {(row.IsDBNull(2) ? "" : row.GetString(2))}");
        }
    }

    public void Dispose() => _file.Dispose();
}
