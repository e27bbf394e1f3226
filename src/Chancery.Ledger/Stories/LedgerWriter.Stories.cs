using System.Buffers.Binary;
using Chancery.Text;

namespace Chancery.Ledger;

public sealed partial class LedgerWriter
{
    /// <summary>Copies of a wire story come within weeks; the same words a year later are another story.</summary>
    private const int DaysOfAStory = 30;

    private const int MostCompared = 20;

    /// <summary>Reports of one story are of one period or of two that meet. 32 days: step 4 of the tables has the same number.</summary>
    private const int DaysOfAPeriod = 32;

    /// <summary>Where reports are that have no day, which may be copies of any.</summary>
    private const int NoPeriod = -1;

    /// <summary>When the periods in memory have more reports than this, those that are not asked for are dropped.</summary>
    private const int MostSketched = 250_000;

    private readonly Dictionary<int, BandIndex> _periods = [];
    private bool _allPeriods;

    /// <summary>Puts a report into the story of the first report that it is a near-copy of.</summary>
    private void JoinStory(long report, long story, Report text)
    {
        Sketch sketch = Sketch.Of(text.Text);
        if (!sketch.IsLongEnough)
            return;
        uint[] bands = sketch.ToBands();
        int period = text.Published?.DayNumber / DaysOfAPeriod ?? NoPeriod;
        BandIndex mine = Period(period);
        long? joined = null;
        foreach (long other in Meeting(bands, period))
        {
            (string words, DateOnly? day, long itsStory) = On("SELECT text, published, story FROM reports WHERE id = ?1", 1).List(row => (row.GetString(0), row.Day(1), row.GetInt64(2)), other)[0];
            bool near = day is null || text.Published is null || Math.Abs(day.Value.DayNumber - text.Published.Value.DayNumber) <= DaysOfAStory;
            if (near && sketch.IsNearCopyOf(Sketch.Of(words)) && (joined is null || itsStory < joined))
                joined = itsStory;
        }
        byte[] hashes = new byte[4 * bands.Length];
        for (int i = 0; i < bands.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hashes.AsSpan(4 * i), bands[i]);
        Insert("bands (period, report, hashes)", period, report, hashes);
        mine.Put(report, bands);
        if (joined is { } into)
        {
            On("UPDATE reports SET story = ?1 WHERE id = ?2", 2).Run(into, report);
            On("UPDATE stories SET reports = reports + 1 WHERE id = ?1", 1).Run(into);
            On("DELETE FROM stories WHERE id = ?1", 1).Run(story);
        }
    }

    /// <summary>Reports that have the most bands in common with a text, of those that can be of one story with it.</summary>
    private IEnumerable<long> Meeting(uint[] bands, int period)
    {
        int[] asked = [NoPeriod, period - 1, period, period + 1];
        if (period == NoPeriod)
        {
            _allPeriods = true;
            asked = [.. On("SELECT DISTINCT period FROM bands", 0).Numbers().Select(number => (int)number)];
        }
        if (!_allPeriods && _periods.Values.Sum(p => p.Reports) > MostSketched)
        {
            foreach (int old in _periods.Keys.Except(asked).ToArray())
                _periods.Remove(old);
        }
        var meetings = new Dictionary<long, int>();
        foreach (int near in asked)
            Period(near).Count(bands, meetings);
        return meetings.OrderByDescending(m => m.Value).ThenBy(m => m.Key).Take(MostCompared).Select(m => m.Key);
    }

    private BandIndex Period(int period)
    {
        if (_periods.TryGetValue(period, out BandIndex? known))
            return known;
        known = new BandIndex();
        foreach ((long report, byte[] hashes) in On("SELECT report, hashes FROM bands WHERE period = ?1", 1).List(row => (row.GetInt64(0), row.GetBytes(1)), period))
        {
            uint[] bands = new uint[hashes.Length / 4];
            for (int i = 0; i < bands.Length; i++)
                bands[i] = BinaryPrimitives.ReadUInt32BigEndian(hashes.AsSpan(4 * i));
            known.Put(report, bands);
        }
        return _periods[period] = known;
    }
}
