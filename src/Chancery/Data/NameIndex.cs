using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Data;

/// <summary>
/// Numbers by name, searched as they lie: nothing is made of them before a name is asked for. Layout, all numbers int32, little-endian: how many names, bytes
/// of names, numbers, slots; where each name begins, in ordinal order of their UTF-8; where its numbers begin; the numbers; the slots: where a name's hash
/// leads, or behind it, stands its place plus one, with some bits of the hash before it, so that a name that is not there is mostly told without a look at others;
/// the names.
/// </summary>
internal readonly struct NameIndex
{
    private const int MostNames = (1 << 24) - 1;

    private readonly ReadOnlyMemory<byte> _starts, _firsts, _numbers, _slots, _names;

    /// <param name="file">Begins with the index; afterwards with what follows it.</param>
    /// <exception cref="InvalidDataException">It is cut short.</exception>
    public NameIndex(ref ReadOnlyMemory<byte> file)
    {
        var parts = new Parts(file);
        ReadOnlySpan<int> head = MemoryMarshal.Cast<byte, int>(parts.Next(4 * sizeof(int)).Span);
        (Count, int bytes, int numbers) = (head[0], head[1], head[2]);
        _starts = parts.Next((Count + 1) * sizeof(int));
        _firsts = parts.Next((Count + 1) * sizeof(int));
        _numbers = parts.Next(numbers * sizeof(int));
        _slots = parts.Next(head[3] * sizeof(int));
        _names = parts.Next(bytes);
        file = parts.Rest;
    }

    /// <summary>How many names.</summary>
    public int Count { get; }

    /// <returns>The first name not before the one sought, whether it is that, and whether a longer one begins with it.</returns>
    public (int At, bool IsWhole, bool GoesOn) Search(ReadOnlySpan<char> name)
    {
        Span<byte> sought = name.Length <= 128 ? stackalloc byte[name.Length * 3] : new byte[name.Length * 3];
        sought = sought[..Encoding.UTF8.GetBytes(name, sought)];
        ReadOnlySpan<int> starts = Ints(_starts);
        ReadOnlySpan<byte> names = _names.Span;
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[starts[middle]..starts[middle + 1]].SequenceCompareTo(sought) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == Count)
            return (low, false, false);
        bool isWhole = names[starts[low]..starts[low + 1]].SequenceEqual(sought);
        int next = isWhole ? low + 1 : low;
        return (low, isWhole, next < Count && names[starts[next]..starts[next + 1]].StartsWith(sought));
    }

    /// <returns>The place of the name, or -1.</returns>
    /// <remarks>By its hash: a search in order would touch thirty places in memory, most of them cold.</remarks>
    public int Find(ReadOnlySpan<char> name)
    {
        Span<byte> sought = name.Length <= 128 ? stackalloc byte[name.Length * 3] : new byte[name.Length * 3];
        sought = sought[..Encoding.UTF8.GetBytes(name, sought)];
        ReadOnlySpan<int> slots = Ints(_slots), starts = Ints(_starts);
        uint hash = Hash(sought);
        int mark = Mark(hash);
        for (int slot = (int)(hash % (uint)slots.Length); slots[slot] is not 0 and var found; slot = slot + 1 == slots.Length ? 0 : slot + 1)
        {
            int place = found & MostNames;
            if ((found & ~MostNames) == mark && _names.Span[starts[place - 1]..starts[place]].SequenceEqual(sought))
                return place - 1;
        }
        return -1;
    }

    public string NameAt(int at) => Encoding.UTF8.GetString(_names.Span[Ints(_starts)[at]..Ints(_starts)[at + 1]]);

    public ReadOnlySpan<int> NumbersAt(int at) => Ints(_numbers)[Ints(_firsts)[at]..Ints(_firsts)[at + 1]];

    public static void Write(Stream file, IEnumerable<(string Name, IReadOnlyList<int> Numbers)> names)
    {
        (byte[] Name, IReadOnlyList<int> Numbers)[] sorted = [.. names.Select(n => (Encoding.UTF8.GetBytes(n.Name), n.Numbers))];
        Array.Sort(sorted, (a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name));
        int[] starts = new int[sorted.Length + 1], firsts = new int[sorted.Length + 1];
        for (int i = 0; i < sorted.Length; i++)
            (starts[i + 1], firsts[i + 1]) = (starts[i] + sorted[i].Name.Length, firsts[i] + sorted[i].Numbers.Count);
        int[] slots = new int[(2 * sorted.Length) + 1];
        for (int i = 0; i < sorted.Length; i++)
        {
            uint hash = Hash(sorted[i].Name);
            int slot = (int)(hash % (uint)slots.Length);
            while (slots[slot] != 0)
                slot = (slot + 1) % slots.Length;
            slots[slot] = Mark(hash) | (i + 1);
        }
        file.Write(MemoryMarshal.AsBytes<int>([sorted.Length, starts[^1], firsts[^1], slots.Length]));
        file.Write(MemoryMarshal.AsBytes<int>(starts));
        file.Write(MemoryMarshal.AsBytes<int>(firsts));
        file.Write(MemoryMarshal.AsBytes<int>([.. sorted.SelectMany(n => n.Numbers)]));
        file.Write(MemoryMarshal.AsBytes<int>(slots));
        foreach ((byte[] name, _) in sorted)
            file.Write(name);
    }

    /// <summary>The bits of a hash that stand before a place in a slot.</summary>
    private static int Mark(uint hash) => (int)(hash & ~(uint)MostNames);

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261; // FNV-1a: the file holds it, so it must not change
        foreach (byte part in name)
            hash = (hash ^ part) * 16777619;
        return hash;
    }

    private static ReadOnlySpan<int> Ints(ReadOnlyMemory<byte> bytes) => MemoryMarshal.Cast<byte, int>(bytes.Span);
}
