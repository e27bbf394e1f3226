namespace Chancery.Ledger;

/// <summary>Chains of commitments while a transaction joins them. A chain bears the number of its first commitment.</summary>
/// <param name="stored">The chain that the table has for a commitment.</param>
internal sealed class JoinedChains(Func<long, long> stored)
{
    private readonly Dictionary<long, long> _chains = []; // of commitments that were asked for, before this transaction
    private readonly Dictionary<long, long> _into = [];

    /// <summary>A new commitment is a chain of its own.</summary>
    public void Add(long commitment) => _chains[commitment] = commitment;

    public long Of(long commitment)
    {
        if (!_chains.TryGetValue(commitment, out long chain))
            chain = stored(commitment);
        while (_into.TryGetValue(chain, out long next))
            chain = next;
        return _chains[commitment] = chain;
    }

    public void Join(long one, long other)
    {
        (long a, long b) = (Of(one), Of(other));
        if (a != b)
            _into[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Every chain that is part of another now, and that other.</summary>
    public IEnumerable<(long Chain, long Into)> Joined() => _into.Keys.Order().Select(chain => (chain, Of(chain, _into)));

    public void Clear()
    {
        _chains.Clear();
        _into.Clear();
    }

    private static long Of(long chain, Dictionary<long, long> into)
    {
        while (into.TryGetValue(chain, out long next))
            chain = next;
        return chain;
    }
}
