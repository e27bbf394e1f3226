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
        foreach (Table table in own)
        {
            if (table.Columns.Contains("country"))
                CheckCountries(table, countries);
            if (table.Columns.Contains("sectors"))
                CheckSectors(table, "sectors");
            if (table.Columns.Contains("sector"))
                CheckSectors(table, "sector");
        }
        Dictionary<string, TableRow> offices = own.Where(t => t.Columns.Contains("single")).SelectMany(t => t.Rows).ToDictionary(r => r["office"]);
        foreach (Table table in own.Where(t => t.Columns.Contains("from")))
        {
            CheckTenures(table, offices);
            CheckOverlaps(table, offices);
        }
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
            foreach (string sector in row.List(column))
            {
                if (!Sectors.Contains(sector))
                    throw row.Error(column, "CHY0216", $"no sector \"{sector}\"; expected one of {string.Join(' ', Sectors.Order(StringComparer.Ordinal))}");
            }
        }
    }

    private static void CheckTenures(Table table, Dictionary<string, TableRow> offices)
    {
        foreach (TableRow row in table.Rows)
        {
            if (!offices.ContainsKey(row["office"]))
                throw row.Error("office", "CHY0211", $"no office \"{row["office"]}\"; expected one of offices.tsv");
            if (row["gender"] is not ("m" or "f" or ""))
                throw row.Error("gender", "CHY0218", $"\"{row["gender"]}\" is no gender; expected m, f or nothing");
            if (TableDate.Last(row, "to") < TableDate.First(row, "from"))
                throw row.Error("to", "CHY0213", $"{row["name"]} leaves on {row["to"]}, before coming on {row["from"]}; expected an end on or after the start, or none while it runs");
        }
    }

    /// <summary>Two people in an office for one, on days that are sure: where only a month or year is known, the two may meet in it.</summary>
    private static void CheckOverlaps(Table table, Dictionary<string, TableRow> offices)
    {
        foreach (var office in table.Rows.Where(r => offices[r["office"]]["single"] == "yes").GroupBy(r => r["office"]))
        {
            List<TableRow> rows = [.. office.OrderBy(r => TableDate.First(r, "from") ?? DateOnly.MinValue)];
            for (int i = 0; i < rows.Count; i++)
            {
                for (int j = i + 1; j < rows.Count; j++)
                {
                    if (rows[i]["name"] != rows[j]["name"] && SureStart(rows[j]) < SureEnd(rows[i]) && SureStart(rows[i]) < SureEnd(rows[j]))
                    {
                        throw rows[j].Error("from", "CHY0214",
                            $"{rows[j]["name"]} is \"{office.Key}\" from {rows[j]["from"]}, while {rows[i]["name"]} (line {rows[i].Line}) is until {(rows[i]["to"].Length == 0 ? "now" : rows[i]["to"])}; expected one holder at a time");
                    }
                }
            }
        }
    }

    private static DateOnly SureStart(TableRow row) => TableDate.Last(row, "from") ?? DateOnly.MinValue;

    private static DateOnly SureEnd(TableRow row) => TableDate.First(row, "to") ?? DateOnly.MaxValue;
}
