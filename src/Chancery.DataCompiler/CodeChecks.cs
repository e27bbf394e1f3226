using System.Text.RegularExpressions;
using Chancery.Data;

namespace Chancery.DataCompiler;

/// <summary>Every entry of the registry has a code, and the code is built as data/actors/SOURCE.md says.</summary>
internal static partial class CodeChecks
{
    private static readonly HashSet<string> Prefixes = ["IGO", "NGO", "MED", "MNC"];

    public static void Check(IReadOnlyList<Table> tables, HashSet<string> countries)
    {
        foreach (Table table in tables)
        {
            if (table.Columns.Contains("demonyms"))
                CheckCountries(table);
            else if (table.Columns.Contains("code") && table.Columns.Contains("sectors"))
                CheckOrganisations(table, countries);
            else if (table.Columns.Contains("sectors"))
                CheckGroups(table);
        }
    }

    private static void CheckCountries(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            if (!Alpha3().IsMatch(row["code"]))
                throw row.Error("code", "CHY0222", $"\"{row["code"]}\" is no code of {row["name"]}; expected three capital letters, as FRA");
            if (!Alpha2().IsMatch(row["iso2"]))
                throw row.Error("iso2", "CHY0222", $"\"{row["iso2"]}\" is no code of {row["name"]}; expected two capital letters, as FR");
        }
    }

    private static void CheckOrganisations(Table table, HashSet<string> countries)
    {
        foreach (TableRow row in table.Rows)
        {
            string code = row["code"];
            if (code.Length == 0)
                throw row.Error("code", "CHY0221", $"{row["name"]} has no code; expected IGO, NGO, MED, MNC or a country, then its own letters or a sector");
            string[] parts = [.. Enumerable.Range(0, (code.Length + 2) / 3).Select(i => code[(3 * i)..Math.Min(3 * i + 3, code.Length)])];
            if (!Array.TrueForAll(parts, Alpha3().IsMatch) || !(Prefixes.Contains(parts[0]) || countries.Contains(parts[0])))
                throw row.Error("code", "CHY0222", $"\"{code}\" is no code; expected IGO, NGO, MED, MNC or a country, then three capital letters a part");
            if (parts.Distinct().Count() != parts.Length)
                throw row.Error("code", "CHY0223", $"\"{code}\" has a part twice; expected each once");
            if (row["sectors"].Length == 0)
                throw row.Error("sectors", "CHY0221", $"{row["name"]} has no sector; expected one at least");
        }
    }

    private static void CheckGroups(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            if (row["sectors"].Length == 0)
                throw row.Error("sectors", "CHY0221", $"{row["name"]} has no sector; expected one at least, for its code");
        }
    }

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Alpha3();

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Alpha2();
}
