using System.Globalization;

namespace Chancery.Text;

/// <summary>Every warning that reading a report can give, in one place. docs/messages.md explains each.</summary>
public static class Warnings
{
    public static Warning UndecodableBytes(int count, TextSpan first) => new("CHY1001",
        string.Create(CultureInfo.InvariantCulture, $"{count} undecodable byte sequence(s), each read as U+FFFD; expected UTF-8, or UTF-16 with a byte order mark"), first);

    public static Warning NoPublicationDate() => new("CHY1002",
        "no publication date; expected one so that relative times can be resolved; they stay open");

    public static Warning LanguageNotRead(string found) => new("CHY1003",
        $"the text is in {found}, which is not read yet; expected English; no entries were made");

    public static Warning EmptyText() => new("CHY1004", "the text is empty; expected at least one word");

    public static Warning MentionOutsideText(int start, int end, int length) => new("CHY1005",
        string.Create(CultureInfo.InvariantCulture, $"known mention [{start}..{end}) does not lie in the text of length {length}; it was left out"));

    public static Warning QuoteNeverCloses(TextSpan at) => new("CHY1006",
        "a quotation mark opens here and none closes; the quotation is read up to the end of its paragraph", at);

    public static Warning SeveralHolders(string role, string names, TextSpan at) => new("CHY1007",
        $"\"{role}\" fits several holders: {names}; none was chosen", at);

    public static Warning SeveralPlaces(string name, string chosen, TextSpan at) => new("CHY1008",
        $"\"{name}\" names several places of like weight; {chosen} was taken", at);

    public static Warning AmbiguousDate(string found, string values, TextSpan at) => new("CHY1009",
        $"\"{found}\" can be {values}; it stays open", at);

    public static Warning DatelineDiffers(DateOnly dateline, DateOnly published, TextSpan at) => new("CHY1010",
        string.Create(CultureInfo.InvariantCulture, $"the dateline says {dateline:yyyy-MM-dd}, the report is dated {published:yyyy-MM-dd}; times are counted from the latter"), at);

    public static Warning SentenceTooLong(int tokens, int limit, TextSpan at) => new("CHY1011",
        string.Create(CultureInfo.InvariantCulture, $"a sentence of {tokens} tokens was cut into parts of {limit}; trees may be wrong at the cuts"), at);

    public static Warning UnreadableDate(string found, TextSpan at) => new("CHY1012",
        $"the text begins with \"{found}\", which is no day of the calendar; expected a date such as 2025-08-17; it was left in the text", at);

    public static Warning NotText(int characters, int length) => new("CHY1013",
        string.Create(CultureInfo.InvariantCulture, $"{characters} of {length} characters are control characters or could not be decoded; expected a text; no entries were made"));
}
