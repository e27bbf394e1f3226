using Parquet;
using Parquet.Schema;

namespace Chancery.Ledger;

/// <summary>Rows as Parquet: texts, 64-bit whole numbers, doubles, dates, all of them optional; several texts in one divided by '|'.</summary>
public static class ParquetTables
{
    /// <summary>Rows held in memory at a time; a row group of the file.</summary>
    internal const int RowsAGroup = 50_000;

    /// <param name="output">Seekable. Stays open.</param>
    /// <returns>How many rows were written.</returns>
    public static long Write<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) => WriteAsync(output, columns, rows).GetAwaiter().GetResult();

    private static async Task<long> WriteAsync<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        DataField[] fields = [.. columns.Select(Field)];
        long count = 0;
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var group = new List<T>(RowsAGroup);
            foreach (T row in rows)
            {
                group.Add(row);
                if (group.Count < RowsAGroup)
                    continue;
                await WriteGroup(writer, fields, columns, group).ConfigureAwait(false);
                count += group.Count;
                group.Clear();
            }
            if (group.Count > 0 || count == 0)
                await WriteGroup(writer, fields, columns, group).ConfigureAwait(false);
            count += group.Count;
        }
        return count;
    }

    private static async Task WriteGroup<T>(ParquetWriter writer, DataField[] fields, IReadOnlyList<Column<T>> columns, List<T> rows)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        for (int i = 0; i < columns.Count; i++)
        {
            Column<T> column = columns[i];
            switch (column.Kind)
            {
                case ColumnKind.Whole:
                    await group.WriteAsync<long>(fields[i], Values<T, long?>(rows, r => (long?)column.Value(r))).ConfigureAwait(false);
                    break;
                case ColumnKind.Real:
                    await group.WriteAsync<double>(fields[i], Values<T, double?>(rows, r => (double?)column.Value(r))).ConfigureAwait(false);
                    break;
                case ColumnKind.Day:
                    await group.WriteAsync<DateOnly>(fields[i], Values<T, DateOnly?>(rows, r => (DateOnly?)column.Value(r))).ConfigureAwait(false);
                    break;
                default:
                    await group.WriteAsync(fields[i], Texts(rows, column)!).ConfigureAwait(false);
                    break;
            }
        }
        group.CompleteValidate();
    }

    private static string?[] Texts<T>(List<T> rows, Column<T> column)
    {
        string?[] texts = new string?[rows.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = column.Value(rows[i]) is { } value ? TextTables.Written(value) : null;
        return texts;
    }

    private static ReadOnlyMemory<TValue> Values<T, TValue>(List<T> rows, Func<T, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        return values;
    }

    private static DataField Field<T>(Column<T> column) => column.Kind switch
    {
        ColumnKind.Whole => new DataField<long>(column.Name, true),
        ColumnKind.Real => new DataField<double>(column.Name, true),
        ColumnKind.Day => new DataField<DateOnly>(column.Name, true),
        _ => new DataField<string>(column.Name, true),
    };
}
