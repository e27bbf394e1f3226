using System.Collections.Immutable;
using System.Globalization;

namespace Chancery.Ledger;

/// <summary>The columns of GDELT 2.0, names and order as in its codebook: 61 of the event table, 16 of the mentions table.</summary>
internal static class GdeltLayout
{
    /// <summary>GDELT's place types: a country, a state of the US, a town of the US, a town elsewhere, a state elsewhere.</summary>
    private static long? GeoType(LedgerPlace? place) => place switch
    {
        null => null,
        { City: not null, Country: "USA" } => 3,
        { City: not null } => 4,
        { Division: not null, Country: "USA" } => 2,
        { Division: not null } => 5,
        _ => 1,
    };

    public static ImmutableArray<Column<Dyad>> Events { get; } =
    [
        new("GLOBALEVENTID", ColumnKind.Whole, d => d.Number),
        new("SQLDATE", ColumnKind.Whole, d => Number(Day(d), "yyyyMMdd")),
        new("MonthYear", ColumnKind.Whole, d => Number(Day(d), "yyyyMM")),
        new("Year", ColumnKind.Whole, d => (long?)Day(d)?.Year),
        new("FractionDate", ColumnKind.Real, d => Day(d) is { } day ? Math.Round(day.Year + (day.DayOfYear - 1) / 365.0, 4) : null),
        .. Actor("Actor1", d => d.Source),
        .. Actor("Actor2", d => d.Target),
        new("IsRootEvent", ColumnKind.Whole, _ => null),
        new("EventCode", ColumnKind.Text, d => d.Event.Cameo),
        new("EventBaseCode", ColumnKind.Text, d => d.Event.Cameo[..Math.Min(3, d.Event.Cameo.Length)]),
        new("EventRootCode", ColumnKind.Text, d => d.Event.Cameo[..Math.Min(2, d.Event.Cameo.Length)]),
        new("QuadClass", ColumnKind.Whole, d => d.Event.Quad switch { "verbal-cooperation" => 1L, "material-cooperation" => 2L, "verbal-conflict" => 3L, "material-conflict" => 4L, _ => null }),
        new("GoldsteinScale", ColumnKind.Real, d => d.Event.Goldstein),
        new("NumMentions", ColumnKind.Whole, d => (long)d.Event.Accounts),
        new("NumSources", ColumnKind.Whole, d => (long)d.Event.Stories),
        new("NumArticles", ColumnKind.Whole, d => (long)d.Event.Reports),
        new("AvgTone", ColumnKind.Real, _ => null),
        .. Place("Actor1Geo", _ => null),
        .. Place("Actor2Geo", _ => null),
        .. Place("ActionGeo", d => d.Event.Place),
        new("DATEADDED", ColumnKind.Whole, d => Number(d.Event.FirstSeen, "yyyyMMdd") is { } day ? day * 1_000_000 : null),
        new("SOURCEURL", ColumnKind.Text, d => d.Event.Source.Url ?? d.Event.Source.ReportName),
    ];

    private static DateOnly? Day(Dyad d) => d.Event.From ?? d.Event.To ?? d.Event.FirstSeen;

    private static long? Number(DateOnly? day, string form) => day is { } d ? long.Parse(d.ToString(form, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static IEnumerable<Column<Dyad>> Actor(string name, Func<Dyad, Party?> party) =>
    [
        new(name + "Code", ColumnKind.Text, d => party(d)?.Code), new(name + "Name", ColumnKind.Text, d => party(d)?.Name.ToUpperInvariant()), new(name + "CountryCode", ColumnKind.Text, d => party(d)?.Country),
        new(name + "KnownGroupCode", ColumnKind.Text, _ => null), new(name + "EthnicCode", ColumnKind.Text, _ => null), new(name + "Religion1Code", ColumnKind.Text, _ => null), new(name + "Religion2Code", ColumnKind.Text, _ => null),
        .. Enumerable.Range(0, 3).Select(i => new Column<Dyad>(string.Create(CultureInfo.InvariantCulture, $"{name}Type{i + 1}Code"), ColumnKind.Text, d => CodeParts.Sectors(party(d)).ElementAtOrDefault(i))),
    ];

    private static IEnumerable<Column<Dyad>> Place(string name, Func<Dyad, LedgerPlace?> place) =>
    [
        new(name + "_Type", ColumnKind.Whole, d => GeoType(place(d))), new(name + "_FullName", ColumnKind.Text, d => place(d)?.Name),
        // GDELT has FIPS 10-4 codes here, which are not known for our places; a code of another list would be taken for one of them.
        new(name + "_CountryCode", ColumnKind.Text, _ => null), new(name + "_ADM1Code", ColumnKind.Text, _ => null), new(name + "_ADM2Code", ColumnKind.Text, _ => null),
        new(name + "_Lat", ColumnKind.Real, d => place(d)?.Latitude), new(name + "_Long", ColumnKind.Real, d => place(d)?.Longitude), new(name + "_FeatureID", ColumnKind.Text, d => place(d)?.GeoNames?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>An account of an event for one of the event's pairs.</summary>
    internal readonly record struct Mention(long Number, AccountRow Account, DateOnly? FirstSeen);

    /// <summary>GDELT's mentions name the row of the event table: here that of the event's first pair.</summary>
    public static IEnumerable<Mention> MentionsOf((AccountRow Account, DateOnly? FirstSeen) told) => [new Mention(told.Account.Event.Number * 1000, told.Account, told.FirstSeen)];

    public static ImmutableArray<Column<Mention>> Mentions { get; } =
    [
        new("GLOBALEVENTID", ColumnKind.Whole, m => m.Number),
        new("EventTimeDate", ColumnKind.Whole, m => Number(m.FirstSeen, "yyyyMMdd") is { } day ? day * 1_000_000 : null),
        new("MentionTimeDate", ColumnKind.Whole, m => Number(m.Account.Source.Published, "yyyyMMdd") is { } day ? day * 1_000_000 : null),
        new("MentionType", ColumnKind.Whole, _ => 1L),
        new("MentionSourceName", ColumnKind.Text, m => m.Account.Source.Publisher),
        new("MentionIdentifier", ColumnKind.Text, m => m.Account.Source.Url ?? m.Account.Source.ReportName),
        new("SentenceID", ColumnKind.Whole, _ => null),
        new("Actor1CharOffset", ColumnKind.Whole, m => Start(m.Account.SourceSpans)),
        new("Actor2CharOffset", ColumnKind.Whole, m => Start(m.Account.TargetSpans)),
        new("ActionCharOffset", ColumnKind.Whole, m => Start(m.Account.Trigger)),
        new("InRawText", ColumnKind.Whole, _ => 1L),
        new("Confidence", ColumnKind.Whole, m => (long)Math.Round(m.Account.Source.Score * 100)),
        new("MentionDocLen", ColumnKind.Whole, _ => null),
        new("MentionDocTone", ColumnKind.Real, _ => null),
        new("MentionDocTranslationInfo", ColumnKind.Text, _ => null),
        new("Extras", ColumnKind.Text, _ => null),
    ];

    private static long? Start(Text.SpanList spans) => spans.Count == 0 ? null : spans[0].Start;
}
