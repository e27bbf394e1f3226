using Chancery.Events;

namespace Chancery.Ledger;

/// <summary>When an account tells of an event that the ledger has from another report.</summary>
public sealed partial class LedgerWriter
{
    /// <summary>Agreement of who, to whom, where and when that makes two accounts one event.</summary>
    private const double SameEvent = 0.72;

    private const string MostLike = "200";

    /// <summary>An event of the ledger as a new account is compared with it.</summary>
    private sealed record Like(string Cameo, string? From, string? To, string? PlaceName, string? PlaceCity, double? Latitude, double? Longitude, IReadOnlyList<Party> Sources, IReadOnlyList<Party> Targets, string Lemmas);

    private readonly Memory<Like> _likes = new();

    // The same few actors come again and again.
    private Party[] Parties(string json)
    {
        if (_parties.TryGetValue(json, out Party[]? known))
            return known;
        if (_parties.Count >= MostParties)
            _parties.Clear();
        return _parties[json] = Json.ToParties(json);
    }

    private const int MostParties = 50_000;
    private readonly Dictionary<string, Party[]> _parties = new(StringComparer.Ordinal);

    private Like LikeOf(long id) => _likes.Get(id, number => On("""
        SELECT e.cameo, e.day_from, e.day_to, p.name, p.city, p.latitude, p.longitude, e.sources, e.targets, a.lemmas
        FROM events e LEFT JOIN places p ON p.id = e.place LEFT JOIN accounts a ON a.id = e.lead WHERE e.id = ?1
        """, 1).List(row => new Like(row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.RealOrNull(5), row.RealOrNull(6),
            Parties(row.GetString(7)), Parties(row.GetString(8)), row.TextOrNull(9) ?? ""), number)[0]);

    /// <summary>The event this account tells of; null when the ledger has none.</summary>
    /// <param name="own">Events that the same reading tells already: it tells two apart, and so they stay.</param>
    /// <remarks>
    /// Asked for are the same type and a status that goes with it (what happened is not what was planned), days at most one apart,
    /// known actors in common on both sides, and no two places far from each other. Without a day or a country an account stays alone:
    /// two events taken for one hide more than one event counted twice.
    /// </remarks>
    private long? FindEvent(Account account, HashSet<long> own)
    {
        if (account.Event.From is not { } from || account.Event.To is not { } to || to.DayNumber - from.DayNumber > 3)
            return null;
        // A country that both have to do with leads to the events that may be meant: "Russian troops" and "Russia" share no name.
        string[] anchors = [.. account.Sources.Concat(account.Targets).Select(p => p.Party.Country).Append(account.PlaceCountry).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(3)];
        (string one, string other) = Together(account.Event.Status);
        long? best = null;
        double bestScore = 0;
        var seen = new HashSet<long>(own);
        foreach (string anchor in anchors)
        {
            foreach (long id in Numbers($"""
                SELECT x.event FROM event_countries x WHERE x.country = ?1 AND x.day BETWEEN ?2 AND ?3 AND x.type = ?4 AND x.status IN (?5, ?6) ORDER BY x.day, x.event LIMIT {MostLike}
                """, anchor, Days.Text(Shift(from, -1)), Days.Text(Shift(to, 1)), Labels.Of(account.Event.Type), one, other))
            {
                if (!seen.Add(id))
                    continue;
                double score = Agreement(account, LikeOf(id));
                if (score >= SameEvent && score > bestScore)
                    (best, bestScore) = (id, score);
            }
        }
        return best;
    }

    private long Join(long id, Account account)
    {
        var shown = On("SELECT day, type, status FROM events WHERE id = ?1", 1).List(row => (Day: row.GetString(0), Type: row.GetString(1), Status: row.GetString(2)), id)[0];
        Index(id, account, shown.Day, shown.Type, shown.Status, isNew: false);
        // What the first account left open, another may tell.
        if (account.Place is not null)
            On("UPDATE events SET place = ?2 WHERE id = ?1 AND place IS NULL", 2).Run(id, account.Place);
        return id;
    }

    private static (string, string) Together(EventStatus status) => status is EventStatus.Happened or EventStatus.Ongoing
        ? (Labels.Of(EventStatus.Happened), Labels.Of(EventStatus.Ongoing))
        : (Labels.Of(status), Labels.Of(status));

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static double Agreement(Account account, Like like)
    {
        if (Days.Parse(like.From ?? "") is not { } from || Days.Parse(like.To ?? "") is not { } to)
            return 0;
        int apart = Math.Max(from.DayNumber - account.Event.To!.Value.DayNumber, account.Event.From!.Value.DayNumber - to.DayNumber);
        if (apart > 1 || to.DayNumber - from.DayNumber > 3)
            return 0;
        Party[] sources = account.SourceParties, targets = account.TargetParties;
        bool mutual = account.Event.Type is EventType.Consult or EventType.Agree or EventType.Cooperate;
        double who;
        if (mutual)
        {
            who = Overlap([.. sources, .. targets], [.. like.Sources, .. like.Targets]);
            if (who < 0.75)
                return 0;
        }
        else
        {
            double doers = Overlap(sources, like.Sources), others = Overlap(targets, like.Targets);
            // Both name someone, and not the same: two events, whatever else agrees.
            if ((doers < 0.5 && sources.Length > 0 && like.Sources.Count > 0) || (others < 0.5 && targets.Length > 0 && like.Targets.Count > 0))
                return 0;
            who = (doers + others) / 2;
        }
        double where = Near(account, like);
        if (where < 0)
            return 0;
        // One shelling is told as fire, as killing, as a breach of a ceasefire: the code need not agree, but goes first where it does.
        double code = account.Event.Cameo[..2] == like.Cameo[..Math.Min(2, like.Cameo.Length)] ? 0 : -0.01;
        double known = code + 0.45 * who + 0.12 * where + 0.13 * (apart <= 0 ? 1 : 0);
        if (known + 0.3 < SameEvent)
            return 0;
        double words = Shared(account.Lemmas, like.Lemmas, [.. sources, .. targets, .. like.Sources, .. like.Targets]);
        return known + 0.3 * Math.Min(1, 2 * words);
    }

    /// <summary>How much of the shorter list is in the other; two empty ones agree by half, since nothing speaks against it.</summary>
    private static double Overlap(IReadOnlyList<Party> some, IReadOnlyList<Party> others)
    {
        if (some.Count == 0 || others.Count == 0)
            return some.Count == others.Count ? 0.5 : 0.3;
        (IReadOnlyList<Party> less, IReadOnlyList<Party> more) = some.Count <= others.Count ? (some, others) : (others, some);
        return less.Sum(one => more.Max(other => Same(one, other))) / less.Count;
    }

    private static double Same(Party one, Party other) =>
        one.Key == other.Key ? (IsNobody(one) ? 0.5 : 1)
        : SameName(one, other) ? 0.8
        : one.Country is not null && one.Country == other.Country ? (IsOne(one) && IsOne(other) ? 0.2 : 0.8)
        : 0;

    /// <summary>A name that the registry lacks, as "Chancellor Olaf Scholz", may be one that it has: its last two words are the same.</summary>
    private static bool SameName(Party one, Party other) =>
        (one.Key[0] == '~' || other.Key[0] == '~') && one.Key[0] != '=' && other.Key[0] != '=' && Last(one.Key) is { } last && last == Last(other.Key);

    private static string? Last(string key)
    {
        string[] words = key.TrimStart('~').Split('-');
        return words.Length < 2 ? null : $"{words[^2]}-{words[^1]}";
    }

    /// <summary>A person, body or town with a name, of which a country has many; not the state itself, nor its soldiers or farmers.</summary>
    private static bool IsOne(Party party) => party.Key[0] != '=' && party.Code != party.Country;

    /// <summary>"The government" of no country told, "residents": the same words in two reports need not mean the same.</summary>
    internal static bool IsNobody(Party party) => party.Key[0] == '=' && party.Country is null;

    /// <summary>1 at one place, 0.5 when one of the two is not told, -1 when they are far apart.</summary>
    private static double Near(Account account, Like like)
    {
        if (account.Event.Place is not { } place || like.PlaceName is null)
            return 0.5;
        if (place.Name == like.PlaceName || (place.City is not null && place.City == like.PlaceCity))
            return 1;
        // A country or province is where its towns are too.
        bool town = place.City is not null && like.PlaceCity is not null;
        if (!town || place.Latitude is not { } a || like.Latitude is not { } b || place.Longitude is not { } c || like.Longitude is not { } d)
            return 0.5;
        double kilometres = 111.2 * Math.Sqrt(Math.Pow(a - b, 2) + Math.Pow((c - d) * Math.Cos(double.DegreesToRadians((a + b) / 2)), 2));
        return kilometres <= 30 ? 0.8 : -1;
    }

    /// <summary>Share of the shorter list of words that the other has too; names of those who take part are counted elsewhere.</summary>
    private static double Shared(string some, string others, IEnumerable<Party> parties)
    {
        var names = parties.SelectMany(p => p.Name.ToLowerInvariant().Split(' ')).ToHashSet(StringComparer.Ordinal);
        // A name in -s may or may not have lost it as a dictionary form.
        string[] one = [.. some.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !names.Contains(w)).Select(w => w.TrimEnd('s')).Distinct()];
        string[] other = [.. others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !names.Contains(w)).Select(w => w.TrimEnd('s')).Distinct()];
        int least = Math.Min(one.Length, other.Length);
        return least == 0 ? 0 : (double)one.Intersect(other, StringComparer.Ordinal).Count() / least;
    }
}
