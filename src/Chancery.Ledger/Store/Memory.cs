namespace Chancery.Ledger;

/// <summary>What was read of the ledger lately, by number. Whoever changes a row forgets it here.</summary>
internal sealed class Memory<T>
{
    // Some hundred bytes each; older ones are read again.
    private const int Most = 200_000;

    private readonly Dictionary<long, T> _known = [];

    public T Get(long id, Func<long, T> load)
    {
        if (!_known.TryGetValue(id, out T? known))
            Put(id, known = load(id));
        return known;
    }

    public void Put(long id, T value)
    {
        if (_known.Count >= Most)
            _known.Clear();
        _known[id] = value;
    }

    public void Forget(long id) => _known.Remove(id);

    public void Clear() => _known.Clear();
}
