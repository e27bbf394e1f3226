using Chancery.Text;

namespace Chancery.Ledger;

/// <summary>An actor as it takes part in an entry.</summary>
/// <param name="Key">The same in all reports: a registry id ("vladimir-putin"), "~maria-okafor" for a name the registry lacks,
/// "=FRACVL:farmer" for those only described.</param>
/// <param name="Name">As the report names it.</param>
/// <param name="Code">CAMEO/PLOVER code on the report's day; null when none applies.</param>
/// <param name="Country">ISO 3166 alpha-3; null when none applies.</param>
public sealed record Party(string Key, string Name, string? Code, string? Country);

/// <summary>A place on the map. Null for what is not known.</summary>
public sealed record LedgerPlace(string Name, string? Country, string? Division, string? City, double? Latitude, double? Longitude, int? GeoNames);

/// <summary>Where an entry stands: a report, the sentence in it, and what made the entry.</summary>
/// <param name="ReportName">The report's own id, as its source gave it.</param>
/// <param name="Sentence">UTF-16 offsets in the report's text.</param>
public sealed record Source(EntryId Report, string ReportName, DateOnly? Published, string? Publisher, string? Title, string? Url, TextSpan Sentence, string Rule, double Score);

/// <param name="Story">The first report of the story: near-copies of one text are one story. Equal to <paramref name="Id"/> for the first.</param>
/// <param name="Copies">How many reports the story has, this one included.</param>
/// <param name="Versions">What made the current reading.</param>
public sealed record ReportRow(
    EntryId Id, string Name, DateOnly? Published, string? Title, string? Publisher, string? Url, string Language, EntryId Story, int Copies, DateTimeOffset Added,
    string Versions, int Statements, int Events, int Commitments);

/// <param name="Said">When it was said; null when the report does not say.</param>
public sealed record StatementRow(
    EntryId Id, Source Source, DateOnly? Said, Party? Speaker, IReadOnlyList<Party> Audience, string Form, string Kind, bool Negated, string Cue, string Content);

/// <summary>One event of the ledger, told by one report or many.</summary>
/// <param name="Words">The words of the account that leads: the one with the highest score.</param>
/// <param name="Accounts">How many accounts; <paramref name="Reports"/> how many reports; <paramref name="Stories"/> how many of them are no copies of each other.</param>
/// <param name="Source">Of the account that leads.</param>
public sealed record EventRow(
    EntryId Id, string Type, string? Mode, IReadOnlyList<string> Context, string Cameo, string Quad, double Goldstein, string Status, DateOnly? From, DateOnly? To, LedgerPlace? Place,
    IReadOnlyList<Party> Sources, IReadOnlyList<Party> Targets, string Words, DateOnly? FirstSeen, DateOnly? LastSeen, int Accounts, int Reports, int Stories, Source Source);

/// <summary>What one report says of an event. Accounts of one event may differ.</summary>
/// <param name="Teller">Whose claim it is; null when the report itself says so.</param>
/// <param name="Numbers">Quantities the account gives: "12 people".</param>
public sealed record AccountRow(
    EntryId Event, Source Source, string Type, string? Mode, string Cameo, string Status, DateOnly? From, DateOnly? To, LedgerPlace? Place,
    IReadOnlyList<Party> Sources, IReadOnlyList<Party> Targets, Party? Teller, IReadOnlyList<string> Numbers, string Words, SpanList Trigger, SpanList SourceSpans, SpanList TargetSpans);

/// <param name="By">Who is bound; for a demand, who demands.</param>
/// <param name="Made">When it was made; null when the report does not say.</param>
/// <param name="State">One of <see cref="CommitmentStates"/>, as of the day asked for.</param>
/// <param name="StateReason">Why it is in this state: the report's own words, a later report, an event, the calendar, a person.</param>
/// <param name="Outcome">What the report itself tells; null when it does not.</param>
/// <param name="Event">The event it would be; null when none was found.</param>
/// <param name="Chain">The first of the commitments that renew or postpone one another.</param>
/// <param name="Candidates">How many events may have kept or broken it.</param>
public sealed record CommitmentRow(
    EntryId Id, Source Source, string Kind, Party? By, IReadOnlyList<Party> Toward, string Content, string? Condition, DateOnly? Made, DateOnly? DueFrom, DateOnly? DueTo,
    string State, string StateReason, string? Outcome, EntryId? Event, EntryId Chain, int Candidates);

/// <param name="Kind">"state", "region", "organisation", "group", "person", "name" (not in the registry), "description".</param>
/// <param name="First">Day of the first report that names it; null when none is dated.</param>
public sealed record ActorRow(string Key, string Name, string Kind, string? Code, string? Country, IReadOnlyList<string> Names, int Statements, int Events, int Commitments, DateOnly? First, DateOnly? Last);

/// <summary>Two actors and how often they took part in events together.</summary>
/// <param name="Events">Events with one on either side.</param>
/// <param name="Cooperation">Those of the two cooperative quad classes; <paramref name="Conflict"/> the others.</param>
public sealed record RelationRow(Party One, Party Other, int Events, int Cooperation, int Conflict, DateOnly? First, DateOnly? Last);

/// <summary>A span of time and the events that begin in it.</summary>
/// <param name="From">First day, included.</param>
/// <param name="Types">Count by event type, the most frequent first.</param>
public sealed record TimelineRow(DateOnly From, int Events, IReadOnlyList<KeyValuePair<string, int>> Types);

/// <summary>A value and how often it occurs.</summary>
public sealed record CountRow(string Value, string? Name, int Count);

/// <summary>An entry whose words match.</summary>
/// <param name="Words">The words around the match, the matching ones between « and ».</param>
public sealed record SearchHit(EntryId Id, Source Source, string Words);

/// <summary>What the ledger holds.</summary>
public sealed record LedgerSummary(long Reports, long Stories, long Statements, long Events, long Accounts, long Commitments, long Actors, long Failures, DateOnly? First, DateOnly? Last, long Bytes, int Version);

/// <summary>Part of an answer, in order.</summary>
/// <param name="Next">Give this as <see cref="PageRequest.After"/> to go on; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <param name="Size">At most so many rows, 1 to 10,000.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="OldestFirst">False: the newest come first.</param>
public sealed record PageRequest(int Size = 50, string? After = null, bool OldestFirst = false);
