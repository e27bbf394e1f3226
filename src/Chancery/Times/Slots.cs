using System.Collections.Immutable;
using System.Globalization;
using Chancery.Data;

namespace Chancery.Times;

/// <summary>What a {class} of a pattern takes: words of the tables, or numbers within bounds.</summary>
internal sealed class Slots
{
    private readonly record struct Entry((string Form, bool Glued)[] Forms, string Value, bool Capital);

    /// <summary>Numbers in digits: how many digits, from, to.</summary>
    private static readonly Dictionary<string, (int Shortest, int Longest, int From, int To)> _digits = new(StringComparer.Ordinal)
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

    private static readonly string[] _numberSlots = ["number", "ordinal", "dayth", "numyear", "slashyear", "decade", "day"];

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

    public bool Has(string name) => _classes.ContainsKey(name) || _digits.ContainsKey(name) || _numberSlots.Contains(name);

    /// <summary>Forms that an atom must have for the class to start there; digits stand for every number in digits.</summary>
    public IEnumerable<string> Starts(string name)
    {
        if (_classes.TryGetValue(name, out var words))
            return words.Keys;
        if (_digits.ContainsKey(name) || name is "slashyear")
            return ["0"];
        return name is "decade" ? ["0", "'", .. _decades.Keys] : ["0", "a", .. _numbers.Words];
    }

    /// <returns>Every way in which the class can stand here: its value and the atom after its last.</returns>
    public IEnumerable<(string Value, int End)> Match(string name, ImmutableArray<Atom> atoms, int at)
    {
        if (at >= atoms.Length)
            return [];
        if (_classes.TryGetValue(name, out var words))
            return Words(words, atoms, at);
        if (_digits.TryGetValue(name, out var bounds))
            return Digits(bounds, atoms, at);
        return name switch
        {
            "number" when _numbers.Cardinal(atoms, at) is ({ } value, var end) => [(value.ToString(CultureInfo.InvariantCulture), end)],
            "ordinal" when _numbers.Ordinal(atoms, at) is ({ } value, var end) => [(Text(value), end)],
            "dayth" when _numbers.Ordinal(atoms, at) is (>= 1 and <= 31 and var value, var end) => [(Text(value), end)],
            "day" when _numbers.Ordinal(atoms, at) is (>= 1 and <= 31 and var value, var end) => [(Text(value), end)],
            "day" => Digits(_digits["dm"], atoms, at),
            "numyear" when _numbers.Year(atoms, at) is ({ } value, var end) => [(Text(value), end)],
            "slashyear" => atoms[at].Form.Length is 2 or 4 ? Digits((2, 4, 0, 2099), atoms, at) : [],
            "decade" => Decade(atoms, at),
            _ => [],
        };
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

    private static IEnumerable<(string, int)> Words(Dictionary<string, List<Entry>> words, ImmutableArray<Atom> atoms, int at)
    {
        if (!words.TryGetValue(atoms[at].Form, out List<Entry>? entries))
            yield break;
        foreach (Entry entry in entries)
        {
            if (entry.Capital && !atoms[at].Capital)
                continue;
            int length = entry.Forms.Length;
            if (at + length > atoms.Length)
                continue;
            bool same = true;
            for (int i = 1; i < length && same; i++)
                same = atoms[at + i].Form == entry.Forms[i].Form && (!entry.Forms[i].Glued || atoms[at + i].Glued);
            if (same)
                yield return (entry.Value, at + length);
        }
    }

    private static IEnumerable<(string, int)> Digits(
        (int Shortest, int Longest, int From, int To) bounds, ImmutableArray<Atom> atoms, int at)
    {
        string form = atoms[at].Form;
        if (atoms[at].IsNumber && form.Length >= bounds.Shortest && form.Length <= bounds.Longest
            && int.Parse(form, CultureInfo.InvariantCulture) is var value && value >= bounds.From && value <= bounds.To)
        {
            yield return (form, at + 1);
        }
    }

    /// <summary>"1990s", "'90s", "1990's", "nineties": the decade's first three digits; two digits and words mean the twentieth century.</summary>
    private IEnumerable<(string, int)> Decade(ImmutableArray<Atom> atoms, int at)
    {
        if (_decades.TryGetValue(atoms[at].Form, out string? word))
        {
            yield return ("19" + word, at + 1);
            yield break;
        }
        int i = atoms[at].Form is "'" ? at + 1 : at;
        if (i >= atoms.Length || !atoms[i].IsNumber || atoms[i].Form is not { Length: 2 or 4 } digits || digits[^1] != '0')
            yield break;
        int end = i + 1 < atoms.Length && atoms[i + 1] is { Form: "'", Glued: true } ? i + 2 : i + 1;
        if (end < atoms.Length && atoms[end] is { Form: "s", Glued: true } && (digits.Length == 4 || i > at))
            yield return (digits.Length == 4 ? digits[..3] : (digits[0] is '0' or '1' ? "20" : "19") + digits[0], end + 1);
    }
}
