using System.Numerics;

namespace Chancery.Ledger;

/// <summary>What a text is made of, for telling near-copies: runs of three words, names and numbers.</summary>
/// <remarks>
/// MinHash (Broder 1997) over the runs finds texts that may be near-copies without comparing each with all. Whether they are, the
/// texts themselves decide: a wire story that was cut, retouched or given another headline keeps most of its runs of words and its
/// names and numbers; two reports written after one pattern share the runs and differ in the names.
/// </remarks>
internal sealed class Sketch
{
    /// <summary>Bands of four hashes each: texts that share half of their runs meet in one with a chance of 0.87, three quarters with 0.99999.</summary>
    public const int Bands = 32;
    private const int Rows = 4;
    private const int Run = 3;

    /// <summary>Shorter texts have too little to tell a copy from a chance likeness.</summary>
    private const int FewestWords = 12;

    private const int FewestWithNames = 12;

    /// <summary>Share of the shorter text's runs that the other must have too.</summary>
    private const double SameRuns = 0.6;

    /// <summary>Share of the shorter text's names and numbers that the other must have too.</summary>
    private const double SameNames = 0.9;

    private readonly HashSet<ulong> _runs = [];
    private readonly HashSet<ulong> _runsWithNames = [];
    private readonly HashSet<ulong> _names = [];

    private Sketch()
    {
    }

    public bool IsLongEnough { get; private set; }

    public static Sketch Of(string text)
    {
        var sketch = new Sketch();
        sketch._runs.EnsureCapacity(text.Length / 6);
        ulong before = 0, beforeThat = 0;
        int words = 0;
        int sinceName = Run;
        bool opening = true;
        var all = new Words(text);
        while (all.MoveNext())
        {
            ReadOnlySpan<char> word = all.Current;
            ulong hash = Hash(word);
            words++;
            sinceName++;
            // The first word of a sentence has a capital whatever it is.
            if (char.IsDigit(word[0]) || (char.IsUpper(word[0]) && !opening))
            {
                sketch._names.Add(hash);
                sinceName = 0;
            }
            if (words >= Run)
            {
                ulong run = Mix(Mix(beforeThat, before), hash);
                sketch._runs.Add(run);
                if (sinceName < Run)
                    sketch._runsWithNames.Add(run);
            }
            (beforeThat, before) = (before, hash);
            opening = all.IsAtSentenceEnd();
        }
        sketch.IsLongEnough = words >= FewestWords;
        return sketch;
    }

    /// <summary>Numbers of which near-copies have at least one in common.</summary>
    public uint[] ToBands()
    {
        Span<uint> least = stackalloc uint[Bands * Rows];
        least.Fill(uint.MaxValue);
        // Runs with a name or number in them: else every report written after one pattern would meet every other.
        foreach (ulong run in _runsWithNames.Count >= FewestWithNames ? _runsWithNames : _runs)
        {
            // Two halves of one good hash make as many hashes as are wanted (Kirsch and Mitzenmacher 2006).
            uint one = (uint)run, other = (uint)(run >> 32) | 1;
            for (int i = 0; i < least.Length; i++)
            {
                uint hash = one + (uint)i * other;
                hash ^= hash >> 15;
                hash *= 0x2C1B3C6D;
                hash ^= hash >> 12;
                least[i] = Math.Min(least[i], hash);
            }
        }
        uint[] bands = new uint[Bands];
        for (int band = 0; band < Bands; band++)
        {
            ulong hash = (ulong)band + 1;
            for (int row = 0; row < Rows; row++)
                hash = Mix(hash, least[band * Rows + row]);
            bands[band] = (uint)hash;
        }
        return bands;
    }

    /// <summary>Whether the two are one text, cut or retouched.</summary>
    public bool IsNearCopyOf(Sketch other) =>
        IsLongEnough && other.IsLongEnough && Shared(_runs, other._runs) >= SameRuns && Shared(_names, other._names) >= SameNames && Lengths(other) >= 0.4;

    private double Lengths(Sketch other) => (double)Math.Min(_runs.Count, other._runs.Count) / Math.Max(1, Math.Max(_runs.Count, other._runs.Count));

    private static double Shared(HashSet<ulong> one, HashSet<ulong> other)
    {
        (HashSet<ulong> less, HashSet<ulong> more) = one.Count <= other.Count ? (one, other) : (other, one);
        return less.Count == 0 ? 1 : (double)less.Count(more.Contains) / less.Count;
    }

    /// <summary>The same on every machine, whatever the capitals.</summary>
    internal static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
        return Mix(hash, (ulong)word.Length);
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        hash = BitOperations.RotateLeft(hash, 23) ^ value * 0x9E3779B97F4A7C15;
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 32;
        return hash;
    }

    /// <summary>Runs of letters and digits.</summary>
    private ref struct Words(string text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        public ReadOnlySpan<char> Current { get; private set; }

        public bool MoveNext()
        {
            while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]))
                _at++;
            int start = _at;
            while (_at < _text.Length && char.IsLetterOrDigit(_text[_at]))
                _at++;
            Current = _text[start.._at];
            return _at > start;
        }

        /// <summary>Whether a full stop, a line break or the like follows the current word.</summary>
        public readonly bool IsAtSentenceEnd()
        {
            for (int i = _at; i < _text.Length && !char.IsLetterOrDigit(_text[i]); i++)
            {
                if (_text[i] is '.' or '!' or '?' or '\n' or ':' or '"' or '“')
                    return true;
            }
            return false;
        }
    }
}
