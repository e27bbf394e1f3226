using Chancery.Language.Tags;

namespace Chancery.Language.Trees;

/// <summary>What the parser may do next.</summary>
internal enum ParserMove
{
    /// <summary>Push the next word.</summary>
    Shift,

    /// <summary>The word on the stack depends on the next word; pop it.</summary>
    Left,

    /// <summary>The word on the stack depends on the one below it; pop it.</summary>
    Right,
}

/// <summary>
/// A half-built tree in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the words still to come,
/// and the arcs so far. Words count from 1; 0 is the root, at the bottom of the stack.
/// </summary>
/// <remarks>Reused from sentence to sentence by one thread.</remarks>
internal sealed class ParserState
{
    public const int Nobody = -1;
    public const byte NoLabel = 255;

    private int[] _stack = [];
    private int _depth;

    public int Count { get; private set; }

    /// <summary>The next word; <see cref="Count"/> + 1 when none is left.</summary>
    public int Next { get; private set; }
    public WordCodes[] Words { get; private set; } = [];

    /// <summary>Both tags of each word in one number.</summary>
    public uint[] Tags { get; private set; } = [];
    public int[] Heads { get; private set; } = [];
    public byte[] Labels { get; private set; } = [];

    // The two outermost dependents on each side, how many there are, and which labels they bear.
    public int[] Left1 { get; private set; } = [];
    public int[] Left2 { get; private set; } = [];
    public int[] Right1 { get; private set; } = [];
    public int[] Right2 { get; private set; } = [];
    public int[] LeftCount { get; private set; } = [];
    public int[] RightCount { get; private set; } = [];
    public ulong[] LeftLabels { get; private set; } = [];
    public ulong[] RightLabels { get; private set; } = [];

    public void Start(ReadOnlySpan<WordCodes> words, ReadOnlySpan<byte> xpos, ReadOnlySpan<byte> upos)
    {
        Count = words.Length;
        if (_stack.Length < Count + 1)
            Grow(Math.Max(64, (Count + 1) * 3 / 2));
        int n = Count + 1;
        Words[0] = WordCodes.Outside;
        Tags[0] = 0xFFFE;
        for (int i = 1; i < n; i++)
        {
            Words[i] = words[i - 1];
            Tags[i] = (uint)(xpos[i - 1] << 8 | upos[i - 1]);
        }
        Heads.AsSpan(0, n).Fill(Nobody);
        Labels.AsSpan(0, n).Fill(NoLabel);
        Left1.AsSpan(0, n).Fill(Nobody);
        Left2.AsSpan(0, n).Fill(Nobody);
        Right1.AsSpan(0, n).Fill(Nobody);
        Right2.AsSpan(0, n).Fill(Nobody);
        LeftCount.AsSpan(0, n).Clear();
        RightCount.AsSpan(0, n).Clear();
        LeftLabels.AsSpan(0, n).Clear();
        RightLabels.AsSpan(0, n).Clear();
        (_stack[0], _depth, Next) = (0, 1, 1);
    }

    private void Grow(int size)
    {
        _stack = new int[size];
        Words = new WordCodes[size];
        Tags = new uint[size];
        Heads = new int[size];
        Labels = new byte[size];
        (Left1, Left2, Right1, Right2) = (new int[size], new int[size], new int[size], new int[size]);
        (LeftCount, RightCount) = (new int[size], new int[size]);
        (LeftLabels, RightLabels) = (new ulong[size], new ulong[size]);
    }

    /// <summary>Word at this depth of the stack, 0 the topmost; <see cref="Nobody"/> beyond the bottom.</summary>
    public int Stack(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : Nobody;

    /// <summary>Word so far ahead, 0 the next; <see cref="Nobody"/> beyond the end.</summary>
    public int Ahead(int distance) => Next + distance <= Count ? Next + distance : Nobody;

    public bool IsDone => _depth == 1 && Next > Count;

    /// <summary>The root takes exactly one word, and that last: so every tree has one root, whatever the scores.</summary>
    public bool May(ParserMove move) => move switch
    {
        ParserMove.Shift => Next <= Count,
        ParserMove.Left => _depth > 1 && Next <= Count,
        _ => _depth > 2 || (_depth == 2 && Next > Count),
    };

    /// <summary>The arc that the move would draw; no meaning for a shift.</summary>
    public (int Head, int Dependent) Arc(ParserMove move) => move == ParserMove.Left ? (Next, Stack(0)) : (Stack(1), Stack(0));

    /// <param name="label">Of the arc that the move draws.</param>
    public void Do(ParserMove move, byte label)
    {
        if (move == ParserMove.Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }
        (int head, int word) = Arc(move);
        _depth--;
        Heads[word] = head;
        Labels[word] = label;
        if (move == ParserMove.Left)
        {
            (Left2[head], Left1[head]) = (Left1[head], word);
            LeftCount[head]++;
            LeftLabels[head] |= 1UL << (label & 63);
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], word);
            RightCount[head]++;
            RightLabels[head] |= 1UL << (label & 63);
        }
    }
}
