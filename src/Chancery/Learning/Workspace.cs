using System.Runtime.InteropServices;

namespace Chancery.Learning;

/// <summary>Memory for passes through a network: given out piece by piece, taken back all at once. For one thread at a time.</summary>
internal sealed unsafe class Workspace
{
    private const int BlockLength = 1 << 19;

    private readonly List<float[]> _blocks = [];
    private int _block;
    private int _used;

    /// <returns>At least <paramref name="count"/> numbers of any value, at an address divisible by 64, until the next <see cref="Reset"/>.</returns>
    public float* Take(int count)
    {
        count = (count + 15) / 16 * 16;
        while (_block < _blocks.Count && _used + count > _blocks[_block].Length - 16)
            (_block, _used) = (_block + 1, 0);
        if (_block == _blocks.Count)
            _blocks.Add(GC.AllocateUninitializedArray<float>(Math.Max(BlockLength, count) + 16, pinned: true));
        float* given = Aligned(_blocks[_block]) + _used;
        _used += count;
        return given;
    }

    /// <summary>As <see cref="Take"/>, but zeros.</summary>
    public float* Zeros(int count)
    {
        float* given = Take(count);
        new Span<float>(given, count).Clear();
        return given;
    }

    public void Reset() => (_block, _used) = (0, 0);

    /// <summary>The address of the first number of an array that is pinned for good.</summary>
    public static float* AddressOf(float[] pinned) => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    private static float* Aligned(float[] block) => (float*)(((nint)AddressOf(block) + 63) & ~(nint)63);
}
