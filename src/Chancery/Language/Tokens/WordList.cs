using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Language.Tokens;

/// <summary>A set of words that is asked without regard to case and without making strings.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordList(IEnumerable<string> words)
    {
        _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Longest = _words.Count == 0 ? 0 : _words.Max(w => w.Length);
    }

    public WordList(Table table, string column) : this(table.Rows.Select(row => row[column]))
    {
    }

    public int Longest { get; }

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= Longest && _lookup.Contains(word);
}
