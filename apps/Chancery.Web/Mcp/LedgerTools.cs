using System.ComponentModel;
using System.Text.Json;
using Chancery.Ledger;
using Chancery.Web.Records;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Chancery.Web.Mcp;

/// <summary>What a language model may ask of a ledger. Nothing here changes it, and every answer carries the words it rests on.</summary>
[McpServerToolType]
public sealed class LedgerTools(LedgerStore ledger)
{
    private const int Most = 100;

    [McpServerTool(Name = "search", ReadOnly = true, Idempotent = true, OpenWorld = false), Description("Finds statements, events and commitments in whose words all the given words occur. The words that match stand between « and ». Each hit has an id that explain takes.")]
    public string Search([Description("Words that all occur; \"in quotation marks\" as they stand.")] string words, [Description("At most so many, 1 to 100.")] int most = 20) =>
        Answer(() => ledger.Search(words, null, Math.Clamp(most, 1, Most)));

    [McpServerTool(Name = "statements", ReadOnly = true, Idempotent = true, OpenWorld = false), Description("Who said what: statements, the newest first, each with its words, its report and the rule that found it.")]
    public string Statements(
        [Description("Who speaks: a name, part of one, or a key such as vladimir-putin.")] string? by = null, [Description("Who is spoken to.")] string? toward = null, [Description("Words that occur.")] string? words = null,
        [Description("First day, 2025-08-17.")] string? from = null, [Description("Last day.")] string? to = null, [Description("1 to 100.")] int most = 20, [Description("\"next\" of the answer before.")] string? after = null) =>
        Answer(() => ledger.Statements(new EntryQuery { By = by, Toward = toward, Words = words, From = from, To = to }.ToFilter(ledger), Page(most, after)));

    [McpServerTool(Name = "events", ReadOnly = true, Idempotent = true, OpenWorld = false), Description("Who did what to whom: PLOVER events, the newest first. Look at status before you take an event for a deed: planned, possible, demanded, failed and denied ones did not take place.")]
    public string Events(
        [Description("Takes part in any role.")] string? actor = null, [Description("Takes part too.")] string? with = null, [Description("Only as source.")] string? by = null, [Description("Only as target.")] string? toward = null,
        [Description("PLOVER type: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT.")] string? type = null,
        [Description("happened, ongoing, planned, possible, demanded, failed or denied.")] string? status = null, [Description("Name of a place.")] string? place = null, [Description("ISO 3166 alpha-3.")] string? country = null,
        [Description("Words that occur.")] string? words = null, [Description("First day, 2025-08-17.")] string? from = null, [Description("Last day.")] string? to = null, [Description("1 to 100.")] int most = 20, [Description("\"next\" of the answer before.")] string? after = null) =>
        Answer(() => ledger.Events(new EntryQuery { Actor = actor, With = with, By = by, Toward = toward, Type = One(type), Status = One(status), Place = place, Country = country, Words = words, From = from, To = to }.ToFilter(ledger), Page(most, after)));

    [McpServerTool(Name = "commitments", ReadOnly = true, Idempotent = true, OpenWorld = false), Description("What was pledged, threatened, demanded, offered, agreed or scheduled, when it falls due, and in which state it is, with the reason for that state.")]
    public string Commitments(
        [Description("Who is bound.")] string? by = null, [Description("Toward whom.")] string? toward = null, [Description("pledge, threat, demand, offer, agreement or scheduled.")] string? kind = null,
        [Description("open, kept, unkept, overdue, likely-kept, likely-unkept, postponed, cancelled or renewed.")] string? state = null, [Description("The day as of which the state is told.")] string? on = null, [Description("Words that occur.")] string? words = null,
        [Description("Due on or after this day.")] string? dueFrom = null, [Description("Due on or before this day.")] string? dueTo = null, [Description("1 to 100.")] int most = 20, [Description("\"next\" of the answer before.")] string? after = null) =>
        Answer(() => ledger.Commitments(new EntryQuery { By = by, Toward = toward, Type = One(kind), Status = One(state), On = on, Words = words, DueFrom = dueFrom, DueTo = dueTo }.ToFilter(ledger), Page(most, after)));

    [McpServerTool(Name = "explain", ReadOnly = true, Idempotent = true, OpenWorld = false), Description("Why an entry is in the ledger: the sentence, the words with their offsets, the rule and its score, the versions; for an event what each report says, for a commitment its history, decisions and candidates.")]
    public string Explain([Description("Id of an entry: s12, v12 or c12.")] string id) => Answer(() =>
        (EntryId.TryParse(id, out EntryId entry) ? ledger.Explain(entry) : null) ?? throw new McpException($"\"{Shown.Words(id, 40)}\" names no entry; expected an id such as v12, as the other tools give them"));

    private static string[]? One(string? value) => value is { Length: > 0 } ? [value] : null;

    private static PageRequest Page(int most, string? after) => new(Math.Clamp(most, 1, Most), string.IsNullOrEmpty(after) ? null : after);

    /// <summary>A question that cannot be answered is told to who asked, and ends nothing.</summary>
    private static string Answer<T>(Func<T> ask)
    {
        try
        {
            return JsonSerializer.Serialize(ask(), LedgerJson.Options);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or LedgerException)
        {
            throw new McpException(fault.Message);
        }
    }
}
