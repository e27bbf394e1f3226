using System.Globalization;
using Chancery.Text;

namespace Chancery.Ledger;

public sealed partial class LedgerWriter
{
    /// <summary>Copies of a wire story come within weeks; the same words a year later are another story.</summary>
    private const int DaysOfAStory = 30;

    private const int MostCompared = 20;

    private static readonly string Meeting =
        $"SELECT report FROM bands WHERE band IN ({string.Join(", ", Enumerable.Range(1, Sketch.Bands).Select(i => string.Create(CultureInfo.InvariantCulture, $"?{i}")))}) GROUP BY report ORDER BY count(*) DESC, report LIMIT {MostCompared}";

    /// <summary>Puts a report into the story of the first report that it is a near-copy of.</summary>
    private void JoinStory(long report, long story, Report text)
    {
        Sketch sketch = Sketch.Of(text.Text);
        if (!sketch.IsLongEnough)
            return;
        object[] bands = [.. sketch.ToBands().Select(band => (object)band)];
        long? joined = null;
        foreach (long other in On(Meeting, bands.Length).List(row => row.GetInt64(0), bands))
        {
            (string words, DateOnly? day, long itsStory) = On("SELECT text, published, story FROM reports WHERE id = ?1", 1).List(row => (row.GetString(0), row.Day(1), row.GetInt64(2)), other)[0];
            bool near = day is null || text.Published is null || Math.Abs(day.Value.DayNumber - text.Published.Value.DayNumber) <= DaysOfAStory;
            if (near && sketch.IsNearCopyOf(Sketch.Of(words)) && (joined is null || itsStory < joined))
                joined = itsStory;
        }
        foreach (object band in bands)
            On("INSERT OR IGNORE INTO bands (band, report) VALUES (?1, ?2)", 2).Run(band, report);
        if (joined is { } into)
        {
            On("UPDATE reports SET story = ?1 WHERE id = ?2", 2).Run(into, report);
            On("UPDATE stories SET reports = reports + 1 WHERE id = ?1", 1).Run(into);
            On("DELETE FROM stories WHERE id = ?1", 1).Run(story);
        }
    }
}
