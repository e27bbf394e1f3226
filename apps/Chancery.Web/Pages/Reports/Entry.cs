using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Web.Pages.Reports;

/// <summary>One entry of a reading as the side list shows it.</summary>
/// <param name="Layer">Style class of its layer: "st", "ev good", "ev bad", "co", "na", "ti", "pl".</param>
/// <param name="Kind">"CONSULT 046", "statement", "pledge".</param>
/// <param name="Tags">Short facts that stand out: "happened", "direct".</param>
/// <param name="Head">Who, or what it is called.</param>
/// <param name="Quote">The words, fit for one look; null where the head says them.</param>
/// <param name="Facts">Name and value.</param>
/// <param name="Words">What each run of words does in the entry, for the reason.</param>
public sealed record Entry(
    string Id, string Layer, string Kind, ImmutableArray<string> Tags, string Head, string? Quote,
    ImmutableArray<(string Name, string Value)> Facts, ImmutableArray<(string Name, SpanList Words)> Words, Evidence Evidence)
{
    /// <summary>Statements, events and commitments in the order of their words.</summary>
    public static ImmutableArray<Entry> Record(Reading reading) =>
    [
        .. reading.Statements.Select(s => (s.Content[0], Of(reading, s)))
            .Concat(reading.Events.Select(e => (e.Trigger[0], Of(reading, e))))
            .Concat(reading.Commitments.Select(c => (c.Content[0], Of(reading, c))))
            .OrderBy(pair => pair.Item1.Start).Select(pair => pair.Item2),
    ];

    public static ImmutableArray<Entry> Actors(Reading reading) =>
        [.. reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null).Select(e => Of(reading, e, reading.Cast[e]!))];

    public static ImmutableArray<Entry> Times(Reading reading) => [.. reading.Times.Select(t => Of(reading, t))];
    public static ImmutableArray<Entry> Places(Reading reading) => [.. reading.Places.Select(p => Of(reading, p))];

    private static Entry Of(Reading reading, Statement s)
    {
        string who = s.Speaker?.Name ?? (s.Source.Count > 0 ? Shown.Words(reading, s.Source) : "someone");
        return new Entry(s.Id, "st", "statement", [Labels.Of(s.Form)],
            Shown.Words(who) + (s.Negated ? " does not " + Bare(s.Kind) : " " + Labels.Of(s.Kind)),
            Shown.Quoted(reading, s.Content, 280),
            [.. Fact("to", s.Audience.IsEmpty ? null : Shown.Names(s.Audience)), .. Fact("when", s.Time is { } time ? Shown.Days(time.From, time.To) : null)],
            [("source", s.Source), ("cue", s.Cue), ("content", s.Content)], s.Evidence);
    }

    private static string Bare(StatementKind kind) => Labels.Of(kind).TrimEnd('s');

    private static Entry Of(Reading reading, Event e) => new(
        e.Id, Shown.IsCooperation(e) ? "ev good" : "ev bad", $"{Labels.Of(e.Type)}{(e.Mode is { } mode ? " · " + mode : "")}",
        [Shown.Status(e), .. e.Statement is { } said ? new[] { "in " + said.Id } : []],
        Shown.Parties(e), Shown.Words(reading, SpanList.Of(Shown.Setting(reading, e)), 220),
        [
            .. Fact("when", e.From is null && e.To is null ? null : Shown.Days(e.From, e.To)), .. Fact("where", e.Place?.Name),
            .. Fact("CAMEO", string.Create(CultureInfo.InvariantCulture, $"{e.Cameo}, Goldstein {e.Goldstein:+0.0;−0.0;0.0}")),
        ],
        [("trigger", e.Trigger), ("source", e.SourceSpans), ("target", e.TargetSpans)], e.Evidence);

    private static Entry Of(Reading reading, Commitment c) => new(
        c.Id, "co", Labels.Of(c.Kind), c.Outcome is { } outcome ? [Labels.Of(outcome)] : [],
        (c.By is { } by ? Shown.Words(by.Name) : "someone") + (c.Toward.IsEmpty ? "" : " → " + Shown.Names(c.Toward)),
        Shown.Quoted(reading, c.Content, 220),
        [
            .. Fact("due", c.DueFrom is null && c.DueTo is null ? "no day set" : Shown.Days(c.DueFrom, c.DueTo)), .. Fact("made", c.MadeOn is null ? null : Shown.Day(c.MadeOn)),
            .. Fact("if", c.Condition.Count == 0 ? null : Shown.Words(reading, c.Condition, 200)),
            .. Fact("outcome told", c.OutcomeEvidence.Count == 0 ? null : Shown.Words(reading, c.OutcomeEvidence, 200)),
            .. Fact("event", c.Event?.Id),
        ],
        [("content", c.Content), ("condition", c.Condition), ("outcome", c.OutcomeEvidence)], c.Evidence);

    private static Entry Of(Reading reading, Entity entity, ActorReading actor)
    {
        string mentions = string.Join(" · ", entity.Mentions.Select(m => Shown.Words(reading.Report[m.Span].ToString(), 60)).Distinct().Take(8));
        return new Entry(entity.Id, "na", "actor", actor.Code is { Length: > 0 } code ? [code] : [], Shown.Words(entity.Name), null,
            [.. Fact("role that day", actor.Role), .. Fact("registry", actor.Actor), .. Fact("mentioned as", mentions == entity.Name ? null : mentions)],
            [("because of", actor.Evidence.Words)], actor.Evidence);
    }

    private static Entry Of(Reading reading, TimeExpression time) => new(
        time.Id, "ti", "time", [Labels.Of(time.Type)], Shown.Words(reading.Report[time.Span].ToString()), null,
        [.. Fact("value", time.Value), .. Fact("days", time.From is null && time.To is null ? "open" : Shown.Days(time.From, time.To))],
        [("words", SpanList.Of(time.Span))], time.Evidence);

    private static Entry Of(Reading reading, PlaceMention place) => new(
        place.Id, "pl", "place", place.Country is { } country ? [country] : [], Shown.Words(reading.Report[place.Span].ToString()), null,
        [
            .. Fact("is", string.Join(", ", new[] { place.Name, place.Division == place.Name ? null : place.Division }.Where(part => part is { Length: > 0 }))),
            .. Fact("at", place is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.InvariantCulture, $"{north:0.###}° N, {east:0.###}° E") : null),
        ],
        [("words", SpanList.Of(place.Span))], place.Evidence);

    private static (string, string)[] Fact(string name, string? value) => value is { Length: > 0 } ? [(name, Shown.Words(value))] : [];

    /// <summary>The sentence that its first words stand in; null when they stand in none.</summary>
    public Sentence? SentenceIn(Reading reading) => reading.Sentences.FirstOrDefault(s => s.Span.Overlaps(Evidence.Words.Count > 0 ? Evidence.Words[0] : default));
}
