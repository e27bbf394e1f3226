using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Data;

/// <summary>A place in a data file; line and column count from 1. Prints as compilers do, so that editors can jump to it.</summary>
public readonly record struct FilePosition(string File, int Line, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}

/// <summary>A data table cannot be used as it stands. The message says where, what was found and what was expected.</summary>
public sealed class TableException(FilePosition at, string id, string message) : Exception($"{at}: error {id}: {message}")
{
    public FilePosition At { get; } = at;
}

/// <summary>
/// A table of data/: UTF-8, tab-separated, the first line that is no comment names the columns; '#' begins a comment line,
/// empty lines are passed over, nothing is quoted. A list in a cell is separated by '|'.
/// </summary>
public sealed class Table
{
    private Table(string file, ImmutableArray<string> columns, ImmutableArray<TableRow> rows)
    {
        (File, Columns, Rows) = (file, columns, rows);
        foreach (TableRow row in rows)
            row.Table = this;
    }

    /// <summary>Path relative to data/, with '/'.</summary>
    public string File { get; }
    public ImmutableArray<string> Columns { get; }
    public ImmutableArray<TableRow> Rows { get; }

    /// <exception cref="TableException">No header, a column named twice, or a row with another number of cells.</exception>
    public static Table Parse(string file, string text)
    {
        ImmutableArray<string> columns = default;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            if (raw.IsWhiteSpace() || raw[0] == '#')
                continue;
            string[] cells = Cells(raw, columns.IsDefault ? raw.Count('\t') + 1 : columns.Length);
            if (columns.IsDefault)
            {
                columns = [.. cells];
                if (columns.Distinct().Count() != columns.Length)
                    throw new TableException(new(file, number, 1), "CHY0001", "a column is named twice in the header; expected each once");
            }
            else if (cells.Length != columns.Length)
            {
                throw new TableException(new(file, number, 1), "CHY0002",
                    $"the row has {cells.Length} cells; expected {columns.Length}: {string.Join(", ", columns)}");
            }
            else
            {
                rows.Add(new TableRow(number, cells));
            }
        }
        if (columns.IsDefault)
            throw new TableException(new(file, 1, 1), "CHY0003", "the table is empty; expected a line that names the columns");
        return new Table(file, columns, rows.ToImmutable());
    }

    /// <param name="expected">How many cells the row should have; the array has as many as it does have.</param>
    private static string[] Cells(ReadOnlySpan<char> row, int expected)
    {
        var cells = new string[expected];
        int count = 0;
        foreach (Range cell in row.Split('\t'))
        {
            if (count == cells.Length)
                Array.Resize(ref cells, row.Count('\t') + 1);
            cells[count++] = row[cell].ToString();
        }
        if (count < cells.Length)
            Array.Resize(ref cells, count);
        return cells;
    }

    internal int ColumnIndex(string column)
    {
        int index = Columns.IndexOf(column);
        if (index < 0)
            throw new TableException(new(File, 1, 1), "CHY0004", $"no column \"{column}\"; the columns are {string.Join(", ", Columns)}");
        return index;
    }
}

/// <summary>One row of a <see cref="Table"/>.</summary>
public sealed class TableRow
{
    private readonly string[] _cells;

    internal TableRow(int line, string[] cells) => (Line, _cells) = (line, cells);

    internal Table Table { get; set; } = null!;

    public int Line { get; }

    /// <returns>The cell, "" when empty.</returns>
    /// <exception cref="TableException">The table has no such column.</exception>
    public string this[string column] => _cells[Table.ColumnIndex(column)];

    /// <summary>The cell by the number of its column, for who reads thousands of rows.</summary>
    internal string this[int column] => _cells[column];

    /// <returns>The parts of a cell between '|'; none for an empty cell.</returns>
    public string[] List(string column) => Parts(this[column]);

    internal string[] List(int column) => Parts(_cells[column]);

    private static string[] Parts(string cell) =>
        cell.Length == 0 ? [] : cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Where the cell begins, for messages.</summary>
    public FilePosition At(string column)
    {
        int index = Table.ColumnIndex(column);
        return new(Table.File, Line, 1 + _cells.Take(index).Sum(c => c.Length + 1));
    }

    /// <exception cref="TableException">The cell is no number.</exception>
    public double Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new TableException(At(column), "CHY0005", $"\"{this[column]}\" is no number; expected one such as 12.5");

    /// <returns>Null for an empty cell.</returns>
    /// <exception cref="TableException">The cell holds something else than a number.</exception>
    public double? NumberOrNull(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>What to throw when a cell will not do.</summary>
    public TableException Error(string column, string id, string message) => new(At(column), id, message);
}
