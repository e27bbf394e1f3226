using Chancery.Actors;
using Chancery.Data;

namespace Chancery.DataCompiler;

/// <summary>What must hold of data/actors/tenures: known offices, days in order, one holder at a time where the office has one.</summary>
internal static class TenureChecks
{
    public static void Check(IReadOnlyList<Table> tables)
    {
        Dictionary<string, TableRow> offices = tables.Where(t => t.Columns.Contains("single")).SelectMany(t => t.Rows).ToDictionary(r => r["office"]);
        foreach (Table table in tables.Where(t => t.Columns.Contains("from")))
        {
            CheckTenures(table, offices);
            CheckOverlaps(table, offices);
            CheckTwice(table);
        }
    }

    private static void CheckTenures(Table table, Dictionary<string, TableRow> offices)
    {
        foreach (TableRow row in table.Rows)
        {
            if (!offices.ContainsKey(row["office"]))
                throw row.Error("office", "CHY0211", $"no office \"{row["office"]}\"; expected one of offices.tsv");
            if (row["from"].Length == 0)
                throw row.Error("from", "CHY0226", $"{row["name"]} has no first day; expected one, if only the year");
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

    /// <summary>One person twice in one office at once: two rows that should be one.</summary>
    private static void CheckTwice(Table table)
    {
        foreach (var tenures in table.Rows.GroupBy(r => (r["name"], r["office"], r["title"])))
        {
            List<TableRow> rows = [.. tenures.OrderBy(r => TableDate.First(r, "from"))];
            for (int i = 1; i < rows.Count; i++)
            {
                if (SureStart(rows[i]) < SureEnd(rows[i - 1]))
                {
                    throw rows[i].Error("from", "CHY0227",
                        $"{rows[i]["name"]} is \"{rows[i]["office"]}\" from {rows[i]["from"]} and is so already by line {rows[i - 1].Line}; expected one row for it, or days apart");
                }
            }
        }
    }

    private static DateOnly SureStart(TableRow row) => TableDate.Last(row, "from") ?? DateOnly.MinValue;

    private static DateOnly SureEnd(TableRow row) => TableDate.First(row, "to") ?? DateOnly.MaxValue;
}
