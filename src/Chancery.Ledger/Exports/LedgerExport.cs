using System.Collections.Immutable;

namespace Chancery.Ledger;

/// <summary>How a file is written.</summary>
public enum ExportFormat : byte
{
    Parquet,

    /// <summary>Comma-separated in the layout of Chancery and PLOVER; tab-separated, as its users expect, in those of ICEWS and GDELT.</summary>
    Csv,
    JsonLines,
}

/// <summary>Which columns a file of events has.</summary>
public enum ExportLayout : byte
{
    /// <summary>All that the ledger knows: <see cref="Columns.Events"/>.</summary>
    Chancery,

    /// <summary>The fields of the PLOVER manual.</summary>
    Plover,

    /// <summary>The 20 columns of ICEWS coded event data. A row for each pair of source and target, of events that took place.</summary>
    Icews,

    /// <summary>The 61 columns of the GDELT 2.0 event table; rows as for ICEWS.</summary>
    Gdelt,

    /// <summary>The 16 columns of the GDELT 2.0 mentions table: a row for each account of an event that took place.</summary>
    GdeltMentions,
}

/// <summary>Writes events of a ledger to a file.</summary>
public static class LedgerExport
{
    private const int RowsWaiting = 4000;
    private static readonly string[] TookPlace = ["happened", "ongoing"];

    /// <param name="output">Must be seekable for Parquet. Stays open.</param>
    /// <returns>How many rows were written.</returns>
    public static long Events(LedgerStore ledger, EntryFilter filter, ExportLayout layout, ExportFormat format, Stream output)
    {
        // The other layouts have no column for it, and a plan among deeds would be counted as one.
        EntryFilter deeds = filter with { Statuses = filter.Statuses.Count == 0 ? TookPlace : [.. filter.Statuses.Intersect(TookPlace, StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("none")] };
        return layout switch
        {
            ExportLayout.Plover when format == ExportFormat.JsonLines => TextTables.JsonLines(output, ReadAhead.Of(ledger.StreamEvents(filter), RowsWaiting), PloverLayout.Write),
            ExportLayout.Plover => Write(output, format, PloverLayout.Columns, ledger.StreamEvents(filter), ','),
            ExportLayout.Icews => Write(output, format, IcewsLayout.Columns, ledger.StreamEvents(deeds).SelectMany(Dyad.Of), '\t'),
            ExportLayout.Gdelt => Write(output, format, GdeltLayout.Events, ledger.StreamEvents(deeds).SelectMany(Dyad.Of), '\t'),
            ExportLayout.GdeltMentions => Write(output, format, GdeltLayout.Mentions, ledger.StreamAccounts(deeds).SelectMany(GdeltLayout.MentionsOf), '\t'),
            _ => Write(output, format, Columns.Events, ledger.StreamEvents(filter), ','),
        };
    }

    public static long Statements(LedgerStore ledger, EntryFilter filter, ExportFormat format, Stream output) => Write(output, format, Columns.Statements, Paged(page => ledger.Statements(filter, page)), ',');

    public static long Commitments(LedgerStore ledger, EntryFilter filter, ExportFormat format, Stream output) => Write(output, format, Columns.Commitments, Paged(page => ledger.Commitments(filter, page)), ',');

    public static long Reports(LedgerStore ledger, EntryFilter filter, ExportFormat format, Stream output) => Write(output, format, Columns.Reports, Paged(page => ledger.Reports(filter, page)), ',');

    private static IEnumerable<T> Paged<T>(Func<PageRequest, Page<T>> ask)
    {
        string? after = null;
        do
        {
            Page<T> page = ask(new PageRequest(10_000, after, OldestFirst: true));
            foreach (T row in page.Items)
                yield return row;
            after = page.Next;
        }
        while (after is not null);
    }

    private static long Write<T>(Stream output, ExportFormat format, ImmutableArray<Column<T>> columns, IEnumerable<T> rows, char comma) => format switch
    {
        // A group of rows is written at once, and the next is read meanwhile.
        ExportFormat.Parquet => ParquetTables.Write(output, columns, ReadAhead.Of(rows, ParquetTables.RowsAGroup)),
        ExportFormat.Csv => TextTables.Separated(output, columns, ReadAhead.Of(rows, RowsWaiting), comma),
        _ => TextTables.JsonLines(output, columns, ReadAhead.Of(rows, RowsWaiting)),
    };
}

/// <summary>One source and one target of an event, as event data of countries has them.</summary>
/// <param name="Number">Of the row: the event's number and which of its pairs it is.</param>
internal readonly record struct Dyad(long Number, EventRow Event, Party? Source, Party? Target)
{
    private const int MostPairs = 1000;

    /// <summary>Every source with every target, at least one row. Of a mutual event each two that take part, once.</summary>
    public static IEnumerable<Dyad> Of(EventRow e)
    {
        int pair = 0;
        Party?[] sources = e.Sources.Count == 0 ? [null] : [.. e.Sources];
        Party?[] targets = e.Targets.Count == 0 ? [null] : [.. e.Targets];
        bool alone = e.Sources.Count <= 1 && e.Targets.Count <= 1;
        foreach (Party? source in sources)
        {
            foreach (Party? target in targets)
            {
                if (pair < MostPairs && (source is null || source.Key != target?.Key || alone))
                    yield return new Dyad(e.Id.Number * MostPairs + pair++, e, source, target);
            }
        }
    }
}

/// <summary>The parts of a CAMEO/PLOVER actor code: three letters for the country, then three for each sector.</summary>
internal static class CodeParts
{
    public static IReadOnlyList<string> Sectors(Party? party)
    {
        if (party?.Code is not { } code)
            return [];
        string rest = party.Country is { } country && code.StartsWith(country, StringComparison.Ordinal) ? code[country.Length..] : code;
        return [.. Enumerable.Range(0, rest.Length / 3).Select(i => rest.Substring(3 * i, 3))];
    }
}
