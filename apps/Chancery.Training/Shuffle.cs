namespace Chancery.Training;

/// <summary>A shuffle of our own, so that a seed means the same order for ever.</summary>
internal sealed class Shuffle(int seed)
{
    public ulong State { get; set; } = (ulong)seed * 0x9E3779B97F4A7C15 + 0xD1B54A32D192ED03;

    public uint Next(uint below) => (uint)((ulong)Next() * below >> 32);

    /// <returns>32 random bits.</returns>
    public uint Next()
    {
        ulong state = State;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        State = state;
        return (uint)(state >> 32);
    }

    public void Order<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)Next((uint)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
