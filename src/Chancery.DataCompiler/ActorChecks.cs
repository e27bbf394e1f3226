using Chancery.Actors;
using Chancery.Data;

namespace Chancery.DataCompiler;

/// <summary>What must hold of data/actors beyond the form of a table. A fault names file, line, column, what was found and what was expected.</summary>
public static class ActorChecks
{
    /// <summary>Sectors of PLOVER, with UAF (armed, of no known side), ELI, SET and MNC of CAMEO.</summary>
    private static readonly HashSet<string> Sectors =
    [
        "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "IGO", "MED", "EDU", "BUS", "CRM", "CVL", "UAF", "AGR", "ELI", "HLH", "LAB",
        "LEG", "MNC", "NGO", "REF", "REL", "SET",
    ];

    /// <summary>States that are no more, whose codes the registry keeps.</summary>
    private static readonly HashSet<string> Former = ["SUN", "YUG", "CSK", "DDR"];

    /// <param name="tables">All tables, by their path relative to data/, as they stand on disk.</param>
    /// <exception cref="TableException">The first fault, in the order of the files.</exception>
    public static void Check(IReadOnlyList<Table> tables)
    {
        List<Table> own = [.. tables.Where(t => t.File.StartsWith("actors/", StringComparison.Ordinal))];
        HashSet<string> countries = [.. own.Where(t => t.Columns.Contains("demonyms")).SelectMany(t => t.Rows).Select(r => r["code"]), .. Former];
        CheckIds(own);
        CodeChecks.Check(own, countries);
        foreach (Table table in own)
        {
            if (table.Columns.Contains("name"))
                CheckNames(table);
            if (table.Columns.Contains("country"))
                CheckCountries(table, countries);
            if (table.Columns.Contains("sectors"))
                CheckSectors(table, "sectors");
            if (table.Columns.Contains("sector"))
                CheckSectors(table, "sector");
        }
        CheckWords(own);
        TenureChecks.Check(own);
    }

    private static void CheckIds(List<Table> tables)
    {
        var seen = new Dictionary<string, FilePosition>(StringComparer.Ordinal);
        foreach (Table table in tables.Where(t => !t.Columns.Contains("from")))
        {
            string? column = new[] { "code", "id", "office" }.FirstOrDefault(c => table.Columns[0] == c);
            if (column is null)
                continue;
            foreach (TableRow row in table.Rows)
            {
                // Offices are numbered by themselves: "president" may be an office and a group.
                string key = column == "office" ? "office " + row[column] : row[column];
                if (!seen.TryAdd(key, row.At(column)))
                    throw row.Error(column, "CHY0217", $"\"{row[column]}\" stands already at {seen[key]}; expected every id once");
            }
        }
    }

    private static void CheckNames(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            if (row["name"].Length == 0)
                throw row.Error("name", "CHY0220", "no name; expected one, as news writes it");
        }
    }

    private static void CheckCountries(Table table, HashSet<string> countries)
    {
        foreach (TableRow row in table.Rows)
        {
            if (row["country"].Length > 0 && !countries.Contains(row["country"]))
                throw row.Error("country", "CHY0215", $"no country \"{row["country"]}\"; expected an ISO 3166 alpha-3 code of countries.tsv, or none");
        }
    }

    private static void CheckSectors(Table table, string column)
    {
        foreach (TableRow row in table.Rows)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (string sector in row.List(column))
            {
                if (!seen.Add(sector))
                    throw row.Error(column, "CHY0223", $"the sector {sector} stands twice; expected each once, the most telling first");
                if (!Sectors.Contains(sector))
                    throw row.Error(column, "CHY0216", $"no sector \"{sector}\"; expected one of {string.Join(' ', Sectors.Order(StringComparer.Ordinal))}");
            }
        }
    }

    /// <summary>A word gives one sector, and says what sort of word it is.</summary>
    private static void CheckWords(List<Table> tables)
    {
        var seen = new Dictionary<string, FilePosition>(StringComparer.OrdinalIgnoreCase);
        foreach (TableRow row in tables.Where(t => t.Columns.Contains("kind")).SelectMany(t => t.Rows))
        {
            if (!seen.TryAdd(row["words"], row.At("words")))
                throw row.Error("words", "CHY0224", $"\"{row["words"]}\" stands already at {seen[row["words"]]}; expected every word once, with the sector that news most often means");
            if (row["kind"] is not ("person" or "group" or "body" or "adjective"))
                throw row.Error("kind", "CHY0225", $"no kind \"{row["kind"]}\"; expected person, group, body or adjective");
            if (row["sector"].Length == 0)
                throw row.Error("sector", "CHY0221", $"\"{row["words"]}\" has no sector; expected one");
        }
    }
}
