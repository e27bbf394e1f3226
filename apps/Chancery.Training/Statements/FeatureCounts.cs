namespace Chancery.Training.Statements;

/// <summary>How often features are seen: those seen seldom say nothing of other texts and are left out.</summary>
internal sealed class FeatureCounts
{
    private const int Bits = 25;
    private readonly ushort[] _counts = new ushort[1 << Bits];

    public void Add(ReadOnlySpan<uint> features)
    {
        foreach (uint feature in features)
        {
            ref ushort count = ref _counts[feature >> (32 - Bits)];
            count += (ushort)(count == ushort.MaxValue ? 0 : 1);
        }
    }

    public uint[] Keep(uint[] features, int fewest) => Array.FindAll(features, f => _counts[f >> (32 - Bits)] >= fewest);
}
