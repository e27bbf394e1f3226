using System.Collections.Immutable;
using System.Globalization;
using Chancery.Data;

namespace Chancery.Times;

/// <summary>Reads numbers in digits and words: "12", "1,000", "2.5", "5 1/2", "twenty-four", "a hundred", "two thousand", "21st", "third".</summary>
internal sealed class NumberWords
{
    private readonly Dictionary<string, (double Value, string Kind)> _words = new(StringComparer.Ordinal);

    public NumberWords(Table table)
    {
        foreach (TableRow row in table.Rows)
            _words.Add(row["word"], (row.Number("value"), row["kind"]));
    }

    public IEnumerable<string> Words => _words.Keys;

    /// <returns>The value and the atom after the number's last; null when no number starts here.</returns>
    public (double Value, int End)? Cardinal(ImmutableArray<Atom> atoms, int at)
    {
        if (at >= atoms.Length)
            return null;
        if (atoms[at].IsNumber)
            return Digits(atoms, at);
        double total = 0, part = 0;
        int end = at;
        for (int i = at; i < atoms.Length; i++)
        {
            string form = atoms[i].Form;
            if (form is "-" && end == i && i > at && Kind(atoms, i + 1) is "cardinal" && part is >= 20 and < 100 && part % 10 == 0)
                continue;
            if (form is "and" && i > at && part >= 100 && Kind(atoms, i + 1) is "cardinal")
                continue;
            if (form is "a" && i == at && Kind(atoms, i + 1) is "scale")
            {
                part = 1;
                continue;
            }
            if (!_words.TryGetValue(form, out var word) || word.Kind is "ordinal")
                break;
            if (word.Kind is "scale")
            {
                if (i == at)
                    return null; // "hundred days" is read with its article
                part = Math.Max(part, 1) * word.Value;
                if (word.Value >= 1000)
                    (total, part) = (total + part, 0);
            }
            else if (part % 10 != 0 || (part % 100 != 0 && word.Value >= 10) || (part % 100 is 10) || (i > at && part == 0 && total == 0))
            {
                break;
            }
            else
            {
                part += word.Value;
            }
            end = i + 1;
        }
        return end > at ? (total + part, end) : null;
    }

    /// <summary>"third", "twenty-first", "21st".</summary>
    public (int Value, int End)? Ordinal(ImmutableArray<Atom> atoms, int at)
    {
        if (at >= atoms.Length)
            return null;
        Atom first = atoms[at];
        if (first.IsNumber)
        {
            return first.Form.Length <= 3 && at + 1 < atoms.Length && atoms[at + 1] is { Glued: true, Form: "st" or "nd" or "rd" or "th" }
                ? (int.Parse(first.Form, CultureInfo.InvariantCulture), at + 2) : null;
        }
        if (!_words.TryGetValue(first.Form, out var word))
            return null;
        if (word.Kind is "ordinal")
            return ((int)word.Value, at + 1);
        int next = at + 1 < atoms.Length && atoms[at + 1].Form is "-" ? at + 2 : at + 1;
        return word is { Kind: "cardinal", Value: >= 20 } && Kind(atoms, next) is "ordinal" && _words[atoms[next].Form].Value < 10
            ? ((int)(word.Value + _words[atoms[next].Form].Value), next + 1) : null;
    }

    /// <summary>A year in words: "nineteen ninety-six", "two thousand", "twenty twenty-five".</summary>
    public (int Value, int End)? Year(ImmutableArray<Atom> atoms, int at)
    {
        if (at >= atoms.Length || !_words.TryGetValue(atoms[at].Form, out var first) || first.Kind is not "cardinal")
            return null;
        if (first.Value is >= 17 and <= 20 && Cardinal(atoms, at + 1) is ({ } rest and >= 10 and <= 99, var end) && atoms[at + 1].IsWord)
            return ((int)(first.Value * 100 + rest), end);
        return first.Value == 2 && Cardinal(atoms, at) is ( >= 2000 and < 2100 and var year, var last) ? ((int)year, last) : null;
    }

    private string? Kind(ImmutableArray<Atom> atoms, int at) =>
        at < atoms.Length && _words.TryGetValue(atoms[at].Form, out var word) ? word.Kind : null;

    private (double, int)? Digits(ImmutableArray<Atom> atoms, int at)
    {
        string digits = atoms[at].Form;
        int end = at + 1;
        while (end + 1 < atoms.Length && atoms[end] is { Form: ",", Glued: true } && atoms[end + 1] is { IsNumber: true, Glued: true, Form.Length: 3 })
        {
            digits += atoms[end + 1].Form;
            end += 2;
        }
        if (end + 1 < atoms.Length && atoms[end] is { Form: ".", Glued: true } && atoms[end + 1] is { IsNumber: true, Glued: true })
        {
            digits += "." + atoms[end + 1].Form;
            end += 2;
        }
        if (digits.Length > 9)
            return null;
        double value = double.Parse(digits, CultureInfo.InvariantCulture);
        if (end + 2 < atoms.Length && atoms[end].Form is "1" && atoms[end + 1].Form is "/" && atoms[end + 2].Form is "2")
            return (value + 0.5, end + 3);
        if (end < atoms.Length && atoms[end].Form is "½")
            return (value + 0.5, end + 1);
        if (end < atoms.Length && Kind(atoms, end) is "scale")
            return (value * _words[atoms[end].Form].Value, end + 1);
        return (value, end);
    }
}
