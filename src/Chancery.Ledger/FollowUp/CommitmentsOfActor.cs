namespace Chancery.Ledger;

/// <summary>A commitment that an actor has to do with.</summary>
/// <param name="Type">Of the event it would be; '' where there is none.</param>
internal readonly record struct CommitmentOfActor(string Day, long Commitment, bool IsBy, string Type);

/// <summary>What the table commitment_actors has of one actor, in memory: each event asks for the commitments of all who take part in it.</summary>
internal sealed class CommitmentsOfActor(List<CommitmentOfActor> all)
{
    /// <summary>More are not compared: an actor that has so many in a year has too many to tell what an event means for which.</summary>
    private const int Most = 200;

    // By day, those of one day from the last to the first.
    private readonly List<CommitmentOfActor> _all = all;

    public int Count => _all.Count;

    public void Put(CommitmentOfActor commitment)
    {
        int at = _all.Count;
        while (at > 0 && Compare(_all[at - 1], commitment) > 0)
            at--;
        _all.Insert(at, commitment);
    }

    /// <summary>Those of the days from one to another, the latest day first.</summary>
    public IEnumerable<long> Latest(string from, string to, Func<CommitmentOfActor, bool> which)
    {
        int taken = 0;
        for (int i = End(to) - 1; i >= 0 && taken < Most && string.CompareOrdinal(_all[i].Day, from) >= 0; i--)
        {
            if (!which(_all[i]))
                continue;
            taken++;
            yield return _all[i].Commitment;
        }
    }

    /// <summary>Where the first behind a day is.</summary>
    private int End(string day)
    {
        (int low, int high) = (0, _all.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_all[middle].Day, day) <= 0 ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static int Compare(CommitmentOfActor one, CommitmentOfActor other)
    {
        int days = string.CompareOrdinal(one.Day, other.Day);
        int commitments = other.Commitment.CompareTo(one.Commitment);
        return days != 0 ? days : commitments != 0 ? commitments : one.IsBy.CompareTo(other.IsBy);
    }
}
