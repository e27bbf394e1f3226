using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Chancery.Data;

namespace Chancery.Times;

/// <summary>The ways in which a class can stand at one place; more than six there never are.</summary>
[InlineArray(6)]
internal struct SlotEnds
{
    private (string Value, int End) _first;
}

/// <summary>Reads one class at one place; returns how many ways it found.</summary>
internal delegate int SlotReader(ImmutableArray<Atom> atoms, int at, ref SlotEnds found);

/// <summary>What a {class} of a pattern takes: words of the tables, or numbers within bounds.</summary>
internal sealed class Slots
{
    private readonly record struct Entry((string Form, bool Glued)[] Forms, string Value, bool Capital);

    /// <summary>Numbers in digits: how many digits, from, to.</summary>
    private static readonly Dictionary<string, (int Shortest, int Longest, int From, int To)> DigitBounds = new(StringComparer.Ordinal)
    {
        ["digit"] = (1, 1, 1, 4),
        ["dm"] = (1, 2, 1, 31),
        ["dd"] = (2, 2, 1, 31),
        ["mm"] = (2, 2, 1, 12),
        ["hour"] = (1, 2, 0, 24),
        ["minute"] = (2, 2, 0, 59),
        ["second2"] = (2, 2, 0, 60),
        ["hhmm"] = (4, 4, 0, 2400),
        ["year"] = (4, 4, 1900, 2099),
        ["anyyear"] = (4, 4, 1000, 1899),
        ["year2"] = (2, 4, 0, 2099),
    };

    private static readonly string[] NumberSlots = ["number", "ordinal", "dayth", "numyear", "slashyear", "decade", "day"];

    private readonly Dictionary<string, Dictionary<string, List<Entry>>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _decades = new(StringComparer.Ordinal);
    private readonly NumberWords _numbers;

    public Slots(DataPack data)
    {
        _numbers = new NumberWords(data.Table("times/numbers.tsv"));
        foreach (TableRow row in data.Table("times/words.tsv").Rows)
        {
            Add(row["class"], row["word"], row["value"], row["capital"].Length > 0);
            if (row["class"] is "unit" or "units")
                Add("anyunit", row["word"], row["value"], false);
            if (row["class"] is "unit")
                Add("oneunit", row["word"], row["value"], false);
        }
        foreach (TableRow row in data.Table("times/holidays.tsv").Rows)
            Add("holiday", row["word"], row["day"], true);
        foreach (TableRow row in data.Table("times/phrases.tsv").Rows)
            Add("phrase", row["words"], row["type"] + " " + row["value"], false);
        foreach (TableRow row in data.Table("times/decades.tsv").Rows)
            _decades.Add(row["word"], row["value"]);
    }

    public bool Has(string name) => _classes.ContainsKey(name) || DigitBounds.ContainsKey(name) || NumberSlots.Contains(name);

    /// <summary>Forms that an atom must have for the class to start there; digits stand for every number in digits.</summary>
    public IEnumerable<string> Starts(string name)
    {
        if (_classes.TryGetValue(name, out var words))
            return words.Keys;
        if (DigitBounds.ContainsKey(name) || name is "slashyear")
            return ["0"];
        return name is "decade" ? ["0", "'", .. _decades.Keys] : ["0", "a", .. _numbers.Words];
    }

    /// <summary>What reads a class: its value, and the atom after its last, for every way in which it can stand at an atom of the text.</summary>
    public SlotReader Reader(string name)
    {
        if (_classes.TryGetValue(name, out var words))
            return (atoms, at, ref found) => Words(words, atoms, at, ref found);
        if (DigitBounds.TryGetValue(name, out var bounds))
            return (atoms, at, ref found) => Digits(bounds, atoms, at, ref found);
        return name switch
        {
            "number" => (atoms, at, ref found) => _numbers.Cardinal(atoms, at) is ({ } value, var end)
                ? One(value.ToString(CultureInfo.InvariantCulture), end, ref found) : 0,
            "ordinal" => (atoms, at, ref found) => _numbers.Ordinal(atoms, at) is ({ } value, var end) ? One(Text(value), end, ref found) : 0,
            "dayth" => (atoms, at, ref found) => DayTh(atoms, at, ref found),
            "day" => (atoms, at, ref found) => DayTh(atoms, at, ref found) is > 0 and var count ? count : Digits(DigitBounds["dm"], atoms, at, ref found),
            "numyear" => (atoms, at, ref found) => _numbers.Year(atoms, at) is ({ } value, var end) ? One(Text(value), end, ref found) : 0,
            "slashyear" => (atoms, at, ref found) => atoms[at].Form.Length is 2 or 4 ? Digits((2, 4, 0, 2099), atoms, at, ref found) : 0,
            _ => Decade,
        };
    }

    private int DayTh(ImmutableArray<Atom> atoms, int at, ref SlotEnds found) =>
        _numbers.Ordinal(atoms, at) is ( >= 1 and <= 31 and var value, var end) ? One(Text(value), end, ref found) : 0;

    private static int One(string value, int end, ref SlotEnds found)
    {
        found[0] = (value, end);
        return 1;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Add(string name, string word, string value, bool capital)
    {
        if (!_classes.TryGetValue(name, out var words))
            _classes.Add(name, words = new(StringComparer.Ordinal));
        (string Form, bool Glued)[] forms = Atom.Forms(word);
        if (!words.TryGetValue(forms[0].Form, out List<Entry>? entries))
            words.Add(forms[0].Form, entries = []);
        entries.Add(new Entry(forms, value, capital));
    }

    private static int Words(Dictionary<string, List<Entry>> words, ImmutableArray<Atom> atoms, int at, ref SlotEnds found)
    {
        if (!words.TryGetValue(atoms[at].Form, out List<Entry>? entries))
            return 0;
        int count = 0;
        Span<(string, int)> ends = found;
        foreach (Entry entry in entries)
        {
            int length = entry.Forms.Length;
            if ((entry.Capital && !atoms[at].Capital) || at + length > atoms.Length || count == ends.Length)
                continue;
            bool same = true;
            for (int i = 1; i < length && same; i++)
                same = atoms[at + i].Form == entry.Forms[i].Form && (!entry.Forms[i].Glued || atoms[at + i].Glued);
            if (same)
                ends[count++] = (entry.Value, at + length);
        }
        return count;
    }

    private static int Digits((int Shortest, int Longest, int From, int To) bounds, ImmutableArray<Atom> atoms, int at, ref SlotEnds found)
    {
        string form = atoms[at].Form;
        return atoms[at].IsNumber && form.Length >= bounds.Shortest && form.Length <= bounds.Longest
            && int.Parse(form, CultureInfo.InvariantCulture) is var value && value >= bounds.From && value <= bounds.To
            ? One(form, at + 1, ref found) : 0;
    }

    /// <summary>"1990s", "'90s", "1990's", "nineties": the decade's first three digits; words mean the twentieth century.</summary>
    private int Decade(ImmutableArray<Atom> atoms, int at, ref SlotEnds found)
    {
        if (_decades.TryGetValue(atoms[at].Form, out string? word))
            return One("19" + word, at + 1, ref found);
        int i = atoms[at].Form is "'" ? at + 1 : at;
        if (i >= atoms.Length || !atoms[i].IsNumber || atoms[i].Form is not { Length: 2 or 4 } digits || digits[^1] != '0')
            return 0;
        int end = i + 1 < atoms.Length && atoms[i + 1] is { Form: "'", Glued: true } ? i + 2 : i + 1;
        if (end >= atoms.Length || atoms[end] is not { Form: "s", Glued: true } || (digits.Length == 2 && i == at))
            return 0;
        return One(digits.Length == 4 ? digits[..3] : (digits[0] is '0' or '1' ? "20" : "19") + digits[0], end + 1, ref found);
    }
}
