using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>A SELECT in the making: what it reads from, what must hold, and the values for its parameters.</summary>
internal sealed class Selection(SqliteConnection connection)
{
    private readonly List<string> _where = [];
    private readonly List<(string Name, object? Value)> _values = [];

    public SqliteConnection Connection => connection;

    /// <summary>Tables to read from, the one that leads first.</summary>
    public string From { get; set; } = "";

    /// <summary>Columns of the day and the id by which rows are ordered.</summary>
    public (string Day, string Id) Order { get; set; }

    private string? _lead;
    private bool _joined;

    /// <summary>Lets an index over events lead: "events" itself, as e, or the table of those by actor, country or publisher, as x0.</summary>
    public void LedBy(string table)
    {
        bool isEvents = table == "events";
        (_lead, _joined, From) = (isEvents ? "e" : "x0", isEvents, isEvents ? "events e" : $"{table} x0");
        Order = ($"{_lead}.day", isEvents ? "e.id" : "x0.event");
    }

    /// <summary>Brings in the events as e, where what the index that leads tells does not do.</summary>
    public Selection JoinEvents()
    {
        if (!_joined)
            From += " CROSS JOIN events e ON e.id = x0.event";
        _joined = true;
        return this;
    }

    /// <summary>An event's "type" or "status", which every index over events tells.</summary>
    public string Column(string name) => $"{_lead}.{name}";

    /// <summary>What to count so that each event counts once.</summary>
    public string Each => _lead == "x0" ? "DISTINCT x0.event" : "*";

    /// <summary>True once it is known that no row can be meant.</summary>
    public bool IsEmpty { get; set; }

    public string Value(object? value)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"$p{_values.Count}");
        _values.Add((name, value));
        return name;
    }

    /// <summary>A parameter that the tables to read from name themselves.</summary>
    public void Bind(string name, object? value) => _values.Add((name, value));

    public string Values<T>(IEnumerable<T> values) => string.Join(", ", values.Select(v => Value(v)));

    public void Where(string condition) => _where.Add(condition);

    /// <summary>At most size + 1 rows behind the cursor, so that one can tell whether there are more.</summary>
    public Page<T> Page<T>(string columns, PageRequest? page, Func<SqliteDataReader, T> row, Func<SqliteDataReader, (string Day, long Id)> place)
    {
        if (IsEmpty)
            return new Page<T>([], null);
        page ??= new PageRequest();
        int size = Math.Clamp(page.Size, 1, 10_000);
        (string way, string compare) = page.OldestFirst ? ("ASC", ">") : ("DESC", "<");
        var sql = new StringBuilder("SELECT ").Append(columns).Append(" FROM ").Append(From).Append(WhereText());
        var values = new List<(string, object?)>(_values);
        if (Cursor.Parse(page.After) is { } cursor)
        {
            sql.Append(_where.Count == 0 ? " WHERE " : " AND ").Append(CultureInfo.InvariantCulture, $"({Order.Day}, {Order.Id}) {compare} ($day, $id)");
            values.Add(("$day", cursor.Day));
            values.Add(("$id", cursor.Id));
        }
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {Order.Day} {way}, {Order.Id} {way}");
        using SqliteCommand command = Sql.Command(connection, sql.ToString(), [.. values]);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        (string Day, long Id) last = ("", 0);
        bool more = false;
        // No LIMIT: an event that an actor stands on both sides of comes twice, and rows are taken only as long as the page has room.
        while (reader.Read())
        {
            (string Day, long Id) at = place(reader);
            if (rows.Count > 0 && at == last)
                continue;
            if (rows.Count == size)
            {
                more = true;
                break;
            }
            rows.Add(row(reader));
            last = at;
        }
        return new Page<T>(rows, more ? Cursor.Text(last.Day, last.Id) : null);
    }

    public long Count(string what = "*") => IsEmpty ? 0 : Sql.Number(connection, $"SELECT count({what}) FROM {From}{WhereText()}", [.. _values]);

    public List<T> List<T>(string columns, string tail, Func<SqliteDataReader, T> row) =>
        IsEmpty ? [] : Sql.List(connection, $"SELECT {columns} FROM {From}{WhereText()} {tail}", row, [.. _values]);

    /// <summary>Rows one after the other, for as long as the caller wants more.</summary>
    public IEnumerable<T> Stream<T>(string columns, string tail, Func<SqliteDataReader, T> row)
    {
        if (IsEmpty)
            yield break;
        using SqliteCommand command = Sql.Command(connection, $"SELECT {columns} FROM {From}{WhereText()} {tail}", [.. _values]);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return row(reader);
    }

    private string WhereText() => _where.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _where);
}

/// <summary>A place in an order of rows, as text: "2025-08-17|1234".</summary>
internal static class Cursor
{
    public static string Text(string day, long id) => string.Create(CultureInfo.InvariantCulture, $"{day}|{id}");

    /// <exception cref="LedgerException">It is no cursor.</exception>
    public static (string Day, long Id)? Parse(string? text)
    {
        if (text is null)
            return null;
        int bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 && long.TryParse(text.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? (text[..bar], id)
            : throw new LedgerException(LedgerFault.Misuse, $"\"{text}\" is no place in a list; expected what an answer gave as its next");
    }
}
