using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Specs;

/// <summary>The entries of a reading as words, field by field, as a page names them. A field that holds nothing is "none".</summary>
public sealed class Entries(Reading reading)
{
    /// <summary>The field that names an entry of a kind: without it, the entry was not found at all.</summary>
    public static FrozenDictionary<string, string> Anchors { get; } = new Dictionary<string, string>
    {
        ["statement"] = "content",
        ["event"] = "type",
        ["commitment"] = "kind",
        ["time"] = "text",
        ["actor"] = "name",
        ["mention"] = "text",
        ["place"] = "text",
        ["name"] = "text",
        ["warning"] = "id",
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, string[]> Fields { get; } = new Dictionary<string, string[]>
    {
        ["statement"] = ["content", "speaker", "source", "cue", "quotes", "form", "kind", "audience", "said", "negated"],
        ["event"] = ["type", "mode", "source", "target", "trigger", "status", "from", "to", "place", "teller", "context", "cameo", "quad", "background"],
        ["commitment"] = ["kind", "content", "by", "toward", "made", "due", "due-from", "condition", "event", "outcome", "outcome-words"],
        ["time"] = ["text", "type", "value", "from", "to", "mod"],
        ["actor"] = ["name", "also", "code", "role", "country", "sector", "type", "id", "members", "candidates"],
        ["mention"] = ["text", "in", "entity", "kind", "rule"],
        ["place"] = ["text", "name", "country", "division", "city"],
        ["name"] = ["text", "type"],
        ["warning"] = ["id", "text"],
    }.ToFrozenDictionary();

    public ImmutableArray<FrozenDictionary<string, string>> Of(string kind) => kind switch
    {
        "statement" => All(kind, reading.Statements, View),
        "event" => All(kind, reading.Events, View),
        "commitment" => All(kind, reading.Commitments, View),
        "time" => All(kind, reading.Times, View),
        "actor" => All(kind, reading.Cast.Entities.Entities, View),
        "mention" => All(kind, [.. reading.Cast.Entities.Entities.SelectMany(e => e.Mentions.Select(m => (e, m)))], View),
        "place" => All(kind, reading.Places, View),
        "name" => All(kind, reading.Names, n => [Words(n.Span), Labels.Of(n.Type)]),
        _ => All(kind, reading.Warnings, w => [w.Id, w.Message]),
    };

    private static ImmutableArray<FrozenDictionary<string, string>> All<T>(string kind, ImmutableArray<T> entries, Func<T, string?[]> view) =>
        [.. entries.Select(e => Fields[kind].Zip(view(e), (f, v) => KeyValuePair.Create(f, string.IsNullOrEmpty(v) ? "none" : v)).ToFrozenDictionary())];

    private string?[] View(Statement s) =>
        [Words(s.Content), Named(s.Speaker), Words(s.Source), Words(s.Cue), Words(s.Quotes), Labels.Of(s.Form), Labels.Of(s.Kind),
         Named(s.Audience), s.Time?.Value, s.Negated ? "yes" : "no"];

    private string?[] View(Event e) =>
        [Labels.Of(e.Type), e.Mode, Named(e.Sources), Named(e.Targets), Words(e.Trigger), Labels.Of(e.Status), Day(e.From), Day(e.To),
         e.Place is { } p ? $"{p.Name} / {Words(p.Span)}" : null, Named(e.Statement?.Speaker), string.Join(' ', e.Context), e.Cameo, e.Quad, e.IsBackground ? "yes" : "no"];

    private string?[] View(Commitment c) =>
        [Labels.Of(c.Kind), Words(c.Content), Named(c.By), Named(c.Toward), Day(c.MadeOn), Day(c.DueTo), Day(c.DueFrom), Words(c.Condition),
         c.Event is { } e ? Labels.Of(e.Type) : null, c.Outcome is { } o ? Labels.Of(o) : null, Words(c.OutcomeEvidence)];

    private string?[] View(TimeExpression t) => [Words(t.Span), Labels.Of(t.Type), t.Value, Day(t.From), Day(t.To), t.Mod];

    private string?[] View(Entity e)
    {
        ActorReading? actor = reading.Cast[e];
        return [Named(e), string.Join(" / ", e.Mentions.Select(m => Words(m.Span))), actor?.Code, actor?.Role, actor?.Country,
            string.Join(' ', actor?.Sectors ?? []), Labels.Of(e.Type), actor?.Actor, Named(e.Members), string.Join(' ', actor?.Candidates ?? [])];
    }

    private string?[] View((Entity Entity, Mention Mention) pair) =>
        [Words(pair.Mention.Span), Around(pair.Mention.Span), Named(pair.Entity), Labels.Of(pair.Mention.Kind), pair.Mention.Evidence.Rule];

    /// <summary>The words with forty characters on either side, so that a page can say which "he" it means.</summary>
    private string Around(TextSpan span) =>
        Words(TextSpan.FromBounds(Math.Max(0, span.Start - 40), Math.Min(reading.Report.Text.Length, span.End + 40)));

    private string?[] View(PlaceMention p) => [Words(p.Span), p.Name, p.Country, p.Division, p.City];

    /// <summary>The entity's name and all its mentions but pronouns, so that a page may use any of them.</summary>
    private string? Named(Entity? entity) => entity is null ? null : string.Join(" / ",
        entity.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => Words(m.Span)).Prepend(entity.Name).Distinct());

    private string Named(ImmutableArray<Entity> entities) => string.Join(" ; ", entities.Select(Named));

    private string Words(TextSpan span) => reading.Report[span].ToString().ReplaceLineEndings(" ");
    private string Words(SpanList spans) => string.Join(" … ", spans.Select(Words));
    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
