using System.Collections.Immutable;
using System.Globalization;
using Chancery.Data;

namespace Chancery.Times;

/// <summary>A value found under a name, and those found before it.</summary>
internal sealed record Part(string Name, string Value, Part? Earlier);

/// <summary>A row of patterns.tsv, ready to match; the head of that table explains the notation.</summary>
internal sealed class TimePattern
{
    private abstract record Node;
    private sealed record Word(string Form, bool Glued) : Node;
    private sealed record Slot(string Name, string Class, SlotReader Read, bool Glued) : Node;
    private sealed record Keep(string Name, string Value) : Node;
    private sealed record Mark(string Name) : Node;
    private sealed record Either(ImmutableArray<ImmutableArray<Node>> Ways) : Node;

    /// <summary>A node and what must follow it; matching walks along these.</summary>
    private sealed record Step(Node Node, Step? Next)
    {
        /// <summary>Where each way of an <see cref="Either"/> goes on; null where the pattern is at its end.</summary>
        public ImmutableArray<Step?> Ways { get; init; } = [];
    }

    private readonly Slots _slots;
    private readonly ImmutableArray<Node> _nodes;
    private readonly Step? _first;

    private TimePattern(string rule, string meaning, int order, Slots slots, ImmutableArray<Node> nodes) =>
        (Rule, Meaning, Order, _slots, _nodes, _first) = (rule, meaning, order, slots, nodes, Steps(nodes, null));

    public string Rule { get; }
    public string Meaning { get; }

    /// <summary>Row in the table; of matches of the same length the first row counts.</summary>
    public int Order { get; }

    /// <exception cref="TableException">The pattern is malformed.</exception>
    public static TimePattern Parse(TableRow row, int order, Slots slots, IReadOnlyDictionary<string, string> macros)
    {
        var parser = new Parser(row, slots, macros);
        return new TimePattern(row["rule"], row["meaning"], order, slots, parser.Pattern(row["pattern"]));
    }

    /// <summary>Forms of atoms at which the pattern can start, "0" for any number in digits.</summary>
    public IEnumerable<string> Starts()
    {
        var starts = new HashSet<string>(StringComparer.Ordinal);
        Collect(_nodes, starts);
        return starts;
    }

    /// <returns>The longest match that starts here: the atom after its last, and the parts found; null when there is none.</returns>
    public (int End, Part? Parts)? Match(ImmutableArray<Atom> atoms, int at)
    {
        (int End, Part? Parts) best = (at, null);
        Match(_first, atoms, at, null, ref best);
        return best.End > at ? best : null;
    }

    private static void Match(Step? step, ImmutableArray<Atom> atoms, int at, Part? parts, ref (int End, Part? Parts) best)
    {
        for (; step is not null; step = step.Next)
        {
            switch (step.Node)
            {
                case Word word:
                    if (at >= atoms.Length || atoms[at].Form != word.Form || (word.Glued && !atoms[at].Glued))
                        return;
                    at++;
                    break;
                case Slot slot:
                    if (at >= atoms.Length || (slot.Glued && !atoms[at].Glued))
                        return;
                    var found = default(SlotEnds);
                    int count = slot.Read(atoms, at, ref found);
                    for (int i = 0; i < count; i++)
                        Match(step.Next, atoms, found[i].End, new Part(slot.Name, found[i].Value, parts), ref best);
                    return;
                case Keep keep:
                    parts = new Part(keep.Name, keep.Value, parts);
                    break;
                case Mark mark:
                    parts = new Part(mark.Name, at.ToString(CultureInfo.InvariantCulture), parts);
                    break;
                case Either:
                    foreach (Step? way in step.Ways)
                        Match(way, atoms, at, parts, ref best);
                    return;
            }
        }
        if (at > best.End)
            best = (at, parts);
    }

    private static Step? Steps(ImmutableArray<Node> nodes, Step? next)
    {
        for (int i = nodes.Length - 1; i >= 0; i--)
        {
            Step? after = next;
            next = new Step(nodes[i], after)
            {
                Ways = nodes[i] is Either either ? [.. either.Ways.Select(way => Steps(way, after))] : [],
            };
        }
        return next;
    }

    /// <returns>Whether the nodes can match no atom at all.</returns>
    private bool Collect(ImmutableArray<Node> nodes, HashSet<string> starts)
    {
        foreach (Node node in nodes)
        {
            bool passes = false;
            switch (node)
            {
                case Word word:
                    starts.Add(word.Form);
                    break;
                case Slot slot:
                    starts.UnionWith(_slots.Starts(slot.Class));
                    break;
                case Either either:
                    foreach (ImmutableArray<Node> way in either.Ways)
                        passes |= Collect(way, starts);
                    break;
                default:
                    passes = true;
                    break;
            }
            if (!passes)
                return false;
        }
        return true;
    }

    private sealed class Parser(TableRow row, Slots slots, IReadOnlyDictionary<string, string> macros)
    {
        private string _text = "";
        private int _at;
        private int _depth;

        public ImmutableArray<Node> Pattern(string text)
        {
            (string outerText, int outerAt) = (_text, _at);
            (_text, _at) = (text, 0);
            if (++_depth > 8)
                throw Wrong("a macro that calls itself");
            Either ways = Ways(glued: false);
            if (_at < _text.Length)
                throw Wrong($"an unexpected '{_text[_at]}'");
            (_text, _at) = (outerText, outerAt);
            _depth--;
            return ways.Ways.Length == 1 ? ways.Ways[0] : [ways];
        }

        private Either Ways(bool glued)
        {
            var ways = ImmutableArray.CreateBuilder<ImmutableArray<Node>>();
            do
                ways.Add(Sequence(glued));
            while (Take('|'));
            return new Either(ways.ToImmutable());
        }

        private ImmutableArray<Node> Sequence(bool glued)
        {
            var nodes = ImmutableArray.CreateBuilder<Node>();
            while (_at < _text.Length && _text[_at] is not ('|' or ')'))
            {
                if (_text[_at] == ' ')
                {
                    glued = false;
                    _at++;
                    continue;
                }
                Node node = One(glued);
                if (Take('?'))
                    node = new Either([[node], []]);
                nodes.Add(node);
                // After a group, which may be absent or end in a space, nothing needs to be glued.
                glued = node is Keep or Mark ? glued : node is not Either;
            }
            return nodes.ToImmutable();
        }

        private Node One(bool glued)
        {
            if (Take('('))
            {
                Either ways = Ways(glued);
                if (!Take(')'))
                    throw Wrong("a '(' that is not closed");
                return ways;
            }
            if (Take('{'))
            {
                int close = _text.IndexOf('}', _at);
                if (close < 0)
                    throw Wrong("a '{' that is not closed");
                string inner = _text[_at..close];
                _at = close + 1;
                return Named(inner, glued);
            }
            if (_text[_at] is '<' or '>')
                return new Mark(_text[_at++].ToString());
            int from = _at++;
            while (char.IsLetterOrDigit(_text[from]) && _at < _text.Length && char.IsLetter(_text[_at]) == char.IsLetter(_text[from]) && char.IsLetterOrDigit(_text[_at]))
                _at++;
            return new Word(_text[from.._at].ToLowerInvariant(), glued);
        }

        private Node Named(string inner, bool glued)
        {
            if (inner.Split('=') is [var kept, var value])
                return new Keep(kept, value);
            if (macros.TryGetValue(inner, out string? macro))
                return new Either([Pattern(macro)]);
            string[] parts = inner.Split(':');
            if (!slots.Has(parts[^1]))
                throw Wrong($"no class \"{parts[^1]}\"");
            return new Slot(parts[0], parts[^1], slots.Reader(parts[^1]), glued);
        }

        private bool Take(char c)
        {
            if (_at >= _text.Length || _text[_at] != c)
                return false;
            _at++;
            return true;
        }

        private TableException Wrong(string found) =>
            row.Error("pattern", "CHY0301", $"{found} in \"{_text}\"; expected the notation that the head of the table explains");
    }
}
