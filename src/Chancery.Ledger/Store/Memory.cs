namespace Chancery.Ledger;

/// <summary>What was read of the ledger lately, by number. Whoever changes a row forgets it here.</summary>
internal sealed class Memory<T>
{
    // Some hundred bytes each; older ones are read again. What was put last outlives as many others.
    private const int Most = 100_000;

    private Dictionary<long, T> _known = [], _before = [];

    public T Get(long id, Func<long, T> load)
    {
        if (_known.TryGetValue(id, out T? known))
            return known;
        known = _before.TryGetValue(id, out T? old) ? old : load(id);
        Put(id, known);
        return known;
    }

    public void Put(long id, T value)
    {
        if (_known.Count >= Most)
            (_before, _known) = (_known, []);
        _known[id] = value;
    }

    public void Forget(long id)
    {
        _known.Remove(id);
        _before.Remove(id);
    }

    public void Clear()
    {
        _known.Clear();
        _before.Clear();
    }
}
