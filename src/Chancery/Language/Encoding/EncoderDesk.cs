using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>Some sentences of a report, laid one after another, on their way through the network; and the space it works in.</summary>
/// <remarks>For one thread at a time. Keeps what it found out of the letters of words: the same for every report.</remarks>
internal sealed class EncoderDesk
{
    /// <summary>Words that are read at once, at least one sentence: so few that the working space stays in the processor's cache.</summary>
    public const int Words = 256;

    // 3 kilobytes each: as many as common words there are, few enough to spare memory.
    private const int MostKept = 6144;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<WordKeys> _keys = [];
    private readonly List<byte> _cases = [];
    private readonly List<float[]> _kept = [];

    public EncoderDesk() => _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();

    public Workspace Space { get; } = new();

    /// <summary>First word and number of words of each sentence laid out.</summary>
    public List<(int First, int Count)> Sentences { get; } = [];

    /// <summary>For each word laid out its number among the words kept.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>Those of <see cref="Kept"/> of which only the letters are known so far, in the order of their numbers.</summary>
    public List<string> Fresh { get; } = [];

    /// <summary>The number of the first of <see cref="Fresh"/>.</summary>
    public int FirstFresh => _keys.Count - Fresh.Count;

    public int Count => Kept.Count;

    public void Clear()
    {
        Space.Reset();
        Sentences.Clear();
        Kept.Clear();
        Fresh.Clear();
        if (_places.Count > MostKept)
        {
            _places.Clear();
            _keys.Clear();
            _cases.Clear();
        }
    }

    public void Begin() => Sentences.Add((Kept.Count, 0));

    public void Add(ReadOnlySpan<char> word)
    {
        if (!_lookup.TryGetValue(word, out int place))
        {
            string fresh = word.ToString();
            place = _keys.Count;
            _places.Add(fresh, place);
            _keys.Add(WordKeys.Of(word));
            _cases.Add(WordCase.Of(word));
            Fresh.Add(fresh);
        }
        Kept.Add(place);
        Sentences[^1] = (Sentences[^1].First, Sentences[^1].Count + 1);
    }

    /// <summary><see cref="WordKeys.Of"/> a word kept.</summary>
    public WordKeys Keys(int kept) => _keys[kept];

    /// <summary><see cref="WordCase.Of"/> of a word kept.</summary>
    public byte Case(int kept) => _cases[kept];

    /// <summary>What the encoder makes of a word kept, whatever stands around it.</summary>
    /// <param name="length">Always the same.</param>
    public unsafe float* Parts(int kept, int length)
    {
        const int Block = 256;
        while (_kept.Count * Block <= kept)
            _kept.Add(GC.AllocateUninitializedArray<float>(Block * length, pinned: true));
        return Workspace.AddressOf(_kept[kept / Block]) + kept % Block * length;
    }
}
