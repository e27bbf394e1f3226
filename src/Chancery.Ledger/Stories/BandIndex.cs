namespace Chancery.Ledger;

/// <summary>The bands of the reports of one period, in memory: which of them may be near-copies of a text.</summary>
/// <remarks>Some 640 bytes a report; a hash table of its own, since that of the library would take twice as much.</remarks>
internal sealed class BandIndex
{
    private readonly record struct Entry(uint Band, int Report, int Before);

    private readonly List<long> _reports = [];
    private readonly List<Entry> _entries = [];
    private int[] _last = new int[1024]; // number of the last entry with such a band, from 1

    public int Reports => _reports.Count;

    public void Put(long report, ReadOnlySpan<uint> bands)
    {
        foreach (uint band in bands)
        {
            if (_entries.Count >= _last.Length)
                Grow();
            Put(new Entry(band, _reports.Count, 0));
        }
        _reports.Add(report);
    }

    /// <summary>Counts for each report how many of these bands it has.</summary>
    public void Count(ReadOnlySpan<uint> bands, Dictionary<long, int> meetings)
    {
        foreach (uint band in bands)
        {
            for (int at = _last[band & (uint)(_last.Length - 1)]; at > 0; at = _entries[at - 1].Before)
            {
                Entry entry = _entries[at - 1];
                if (entry.Band == band)
                    meetings[_reports[entry.Report]] = meetings.GetValueOrDefault(_reports[entry.Report]) + 1;
            }
        }
    }

    private void Put(Entry entry)
    {
        ref int last = ref _last[entry.Band & (uint)(_last.Length - 1)];
        _entries.Add(entry with { Before = last });
        last = _entries.Count;
    }

    private void Grow()
    {
        Entry[] all = [.. _entries];
        _entries.Clear();
        _last = new int[2 * _last.Length];
        foreach (Entry entry in all)
            Put(entry);
    }
}
