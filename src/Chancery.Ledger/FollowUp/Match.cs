namespace Chancery.Ledger;

/// <summary>A commitment as it is compared with events and other commitments.</summary>
internal sealed record Promise(
    long Id, long Report, string Kind, string Day, string Published, string? Due, Party[] By, Party[] Toward, string Lemmas, string? Type, string? Made, string? Outcome)
{
    public ContentWords Words { get; } = ContentWords.Of(Lemmas);
    public int? DayNumber { get; } = Days.Parse(Day)?.DayNumber;
    public int? DueNumber { get; } = Due is null ? null : Days.Parse(Due)?.DayNumber;

    /// <summary>Those whose deed keeps it: a demand is kept by those it is made of; an agreement binds all who made it.</summary>
    public Party[] Doers { get; } = Kind switch { "demand" => Toward, "agreement" => [.. By, .. Toward], _ => By };

    public Party[] Others { get; } = Kind switch { "demand" => By, "agreement" => [.. By, .. Toward], _ => Toward };

    /// <summary>Only those of one class can be one. A pledge that is agreed on, or put on the calendar, is the same promise still; a threat or a demand is not.</summary>
    public string Class { get; } = Kind is "pledge" or "agreement" or "scheduled" or "offer" ? "pledge" : Kind;
}

/// <summary>An event as it is compared with commitments.</summary>
internal sealed record Deed(long Id, long Report, string Type, string Status, string Day, string Seen, Party[] Sources, Party[] Targets, string Lemmas)
{
    public ContentWords Words { get; } = ContentWords.Of(Lemmas);
    public int? DayNumber { get; } = Days.Parse(Day)?.DayNumber;
    public Party[] Parties { get; } = [.. Sources, .. Targets];

    /// <summary>Who does it does it with the other, not to the other.</summary>
    public bool IsMutual { get; } = Match.Mutual.Contains(Type);
}

/// <summary>The words of a text that say what it is about, as dictionary forms, each once.</summary>
internal sealed class ContentWords
{
    // Too common to say that two texts are about one thing.
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "be", "have", "do", "make", "go", "get", "take", "give", "say", "country", "day", "year", "month", "week", "time", "people", "president", "minister", "government", "official",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "new", "other", "first", "last", "next", "more", "also", "one", "two", "tell", "add", "late", "early",
    };

    // Words that end or forbid: what is promised is that something is not done.
    private static readonly HashSet<string> Ending = new(StringComparer.Ordinal) { "stop", "halt", "end", "cease", "refrain", "suspend", "ceasefire", "cease-fire", "truce", "avoid", "abstain", "pause" };

    private readonly ulong[] _words; // each once, as a number and in order: thousands of texts are compared for each report
    private readonly int _length;

    private ContentWords(IReadOnlyList<string> all)
    {
        (_length, IsEnding) = (all.Count, all.Any(Ending.Contains));
        _words = [.. all.Select(w => Sketch.Hash(w)).Distinct().Order()];
    }

    /// <summary>What is meant is that something stops, or is not done.</summary>
    public bool IsEnding { get; }

    /// <param name="lemmas">Divided by blanks.</param>
    public static ContentWords Of(string lemmas) => new([.. Each(lemmas)]);

    /// <summary>How many words both have, and their share of the shorter text.</summary>
    public int Common(ContentWords other, out double share)
    {
        int both = 0;
        for (int i = 0, j = 0; i < _words.Length && j < other._words.Length;)
        {
            ulong one = _words[i], its = other._words[j];
            both += one == its ? 1 : 0;
            i += one <= its ? 1 : 0;
            j += its <= one ? 1 : 0;
        }
        int least = Math.Min(_length, other._length);
        share = least == 0 ? 0 : (double)both / least;
        return both;
    }

    /// <summary>The words that both texts have.</summary>
    public static IEnumerable<string> Common(string lemmas, string others) => Each(lemmas).Intersect(Each(others), StringComparer.Ordinal);

    private static IEnumerable<string> Each(string lemmas) => lemmas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(l => !Empty.Contains(l) && !char.IsDigit(l[0]));
}

/// <summary>Whether an event may have kept or broken a commitment: by who acts, what is done, to whom, in which words, and when.</summary>
/// <remarks>A pure function of the two, so that the order in which reports come does not matter.</remarks>
internal static class Match
{
    public const string Keeps = "keeps";
    public const string Breaks = "breaks";

    /// <summary>Matches below this are no candidates.</summary>
    public const double Least = 0.5;

    /// <summary>Later than this, an event says nothing of a commitment without a day.</summary>
    public const int DaysWithoutDue = 120;

    /// <summary>An event so long after the day it was due still counts, as late.</summary>
    public const int DaysLate = 60;

    internal static readonly HashSet<string> Mutual = new(StringComparer.Ordinal) { "CONSULT", "AGREE", "COOPERATE" };
    private static readonly HashSet<string> Hostile = new(StringComparer.Ordinal) { "ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN" };
    // Words, not deeds: they keep only what promised words.
    private static readonly HashSet<string> Verbal = new(StringComparer.Ordinal) { "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN" };

    private static readonly HashSet<string> Yielding = new(StringComparer.Ordinal) { "CONCEDE", "RETREAT", "AID", "COOPERATE" };

    public static (string Effect, double Score, string Reason)? Of(Promise promise, Deed deed)
    {
        if (promise.Report == deed.Report || string.CompareOrdinal(deed.Day, promise.Day) < 0 || string.CompareOrdinal(deed.Seen, promise.Published) < 0 || deed.Day.Length == 0)
            return null;
        if (When(promise, deed) is not { } when)
            return null;
        bool mutual = deed.IsMutual;
        double who = Agree(promise.Doers, mutual ? deed.Parties : deed.Sources, out Party? doer);
        if (who == 0)
            return null;
        double whom = Agree(promise.Others, mutual ? deed.Parties : deed.Targets, out Party? other);
        int words = promise.Words.Common(deed.Words, out double share);
        bool breach = IsBreach(promise, deed, whom);
        // An attack needs no word of the promise not to attack.
        share = breach ? Math.Max(share, 0.4) : share;
        if ((breach ? Breaks : Effect(promise, deed, words, share, whom)) is not { } effect)
            return null;
        double what = promise.Type == deed.Type || (effect == Breaks && Hostile.Contains(deed.Type)) ? 1 : promise.Type is { } type && Yielding.Contains(type) && Yielding.Contains(deed.Type) ? 0.6 : 0.2;
        double score = Math.Round(0.3 * who + 0.25 * what + 0.2 * Math.Min(1, 1.6 * share) + 0.1 * whom + 0.15 * when.Score, 3);
        if (score < Least)
            return null;
        string reason = string.Join("; ", new[]
        {
            $"{doer!.Name} acts", $"{deed.Type} {deed.Status}", other is null ? null : $"toward {other.Name}", words == 0 ? null : $"same words: {string.Join(", ", ContentWords.Common(promise.Lemmas, deed.Lemmas).Take(5))}", when.Words,
        }.OfType<string>());
        return (effect, score, reason);
    }

    /// <summary>Who promised to stop, or agreed on a ceasefire, and attacks the other all the same, or someone of whom no country is told.</summary>
    private static bool IsBreach(Promise promise, Deed deed, double whom) =>
        (promise.Kind is "pledge" or "agreement") && (deed.Status is "happened" or "ongoing") && Hostile.Contains(deed.Type) && promise.Words.IsEnding
        && (whom > 0 || deed.Targets.All(t => t.Country is null));

    private static string? Effect(Promise promise, Deed deed, int words, double share, double whom)
    {
        bool took = deed.Status is "happened" or "ongoing";
        bool same = promise.Type == deed.Type || (promise.Type is { } type && Yielding.Contains(type) && Yielding.Contains(deed.Type));
        // Without a word in common, or the same addressee, any meeting of an actor would keep every promise to meet; and freed prisoners keep no ceasefire.
        bool about = (same && (words > 0 || (whom > 0 && !promise.Words.IsEnding))) || share >= 0.4 && words >= 2;
        if (!about)
            return null;
        if (deed.Status is "failed" or "denied" || (deed.Type == "REJECT" && took && promise.Type != "REJECT"))
            return Breaks;
        return took && (same || (share >= 0.5 && !Verbal.Contains(deed.Type))) ? Keeps : null;
    }

    /// <summary>Words that took place keep only the promise of such words, and break none unless they reject or threaten.</summary>
    public static bool IsOfItsTypeOnly(Deed deed) => deed.Status is "happened" or "ongoing" && Verbal.Contains(deed.Type) && deed.Type is not ("REJECT" or "THREATEN");

    private static (double Score, string Words)? When(Promise promise, Deed deed)
    {
        int day = deed.DayNumber!.Value, days = day - (promise.DayNumber ?? day);
        if (promise.DueNumber is not { } due)
            return days > DaysWithoutDue ? null : (1 - 0.7 * days / DaysWithoutDue, $"{days} days after it was made");
        int late = day - due;
        return late <= 0 ? (1, "in time") : late <= DaysLate ? (0.4 - 0.4 * late / DaysLate, $"{late} days after it was due") : null;
    }

    internal static double Agree(Party[] some, Party[] others, out Party? best)
    {
        (double most, best) = (0, null);
        foreach (Party one in some)
        {
            foreach (Party other in others)
            {
                double same = one.Key == other.Key ? (LedgerWriter.IsNobody(one) ? 0 : 1) : one.Country is not null && one.Country == other.Country ? 0.7 : 0;
                if (same > most)
                    (most, best) = (same, other);
            }
        }
        return most;
    }
}
