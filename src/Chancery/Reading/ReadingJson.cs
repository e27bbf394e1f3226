using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery;

/// <summary>Writes readings as JSON, schema "chancery.reading/1" (docs/reading.schema.json).</summary>
/// <remarks>The same reading gives the same bytes. Lone surrogates are written as U+FFFD, which keeps all offsets.</remarks>
public static class ReadingJson
{
    public const string Schema = "chancery.reading/1";

    /// <param name="indented">False: on one line, without a line end.</param>
    public static void Write(IBufferWriter<byte> output, Reading reading, OffsetUnit offsets = OffsetUnit.Utf16, bool indented = false)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indented,
            NewLine = "\n",
            SkipValidation = true,
        });
        new Writer(json, reading, offsets).Write();
    }

    private sealed class Writer(Utf8JsonWriter json, Reading reading, OffsetUnit offsets)
    {
        private readonly CodePoints? _points = offsets == OffsetUnit.CodePoints ? new CodePoints(reading.Report.Text) : null;

        public void Write()
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("offsets", offsets == OffsetUnit.Utf16 ? "utf-16" : "codepoints");
            Report(reading.Report);
            Array("sentences", reading.Sentences, Sentence);
            Array("names", reading.Names, Name);
            Array("entities", reading.Cast.Entities.Entities, Entity);
            Array("times", reading.Times, Time);
            Array("places", reading.Places, Place);
            Array("statements", reading.Statements, Statement);
            Array("events", reading.Events, Event);
            Array("commitments", reading.Commitments, Commitment);
            Array("warnings", reading.Warnings, Warning, objects: false);
            Versions(reading.Versions);
            json.WriteEndObject();
        }

        private void Report(Report report)
        {
            json.WriteStartObject("report");
            json.WriteString("id", report.Id);
            json.WriteString("title", report.Title);
            json.WriteString("publisher", report.Publisher);
            json.WriteString("url", report.Url);
            Day("published", report.Published);
            json.WriteString("language", reading.Language);
            json.WriteString("text", report.Text);
            json.WriteEndObject();
        }

        private void Sentence(Sentence sentence)
        {
            Span(sentence.Span);
            json.WriteNumber("paragraph", sentence.Paragraph);
            Array("tokens", sentence.Tokens, Token);
        }

        private void Token(Token token)
        {
            Span(token.Span);
            json.WriteString("lemma", token.Lemma);
            json.WriteString("upos", Labels.Of(token.Upos));
            json.WriteString("xpos", token.Xpos);
            if (token.Features != default)
                json.WriteString("feats", token.Features.ToString());
            json.WriteNumber("head", token.Head is { } head ? head.Index + 1 : 0);
            json.WriteString("deprel", token.Deprel);
        }

        private void Name(Name name)
        {
            Span(name.Span);
            json.WriteString("type", Labels.Of(name.Type));
            Why(name.Evidence);
        }

        private void Entity(Entity entity)
        {
            ActorReading? actor = reading.Cast[entity];
            json.WriteString("id", entity.Id);
            json.WriteString("name", entity.Name);
            json.WriteString("type", Labels.Of(entity.Type));
            Array("mentions", entity.Mentions, Mention);
            Ids("members", entity.Members);
            json.WriteString("actor", actor?.Actor);
            if (actor is { Candidates.IsEmpty: false })
                Array("candidates", actor.Candidates, c => json.WriteStringValue(c), objects: false);
            json.WriteString("code", actor?.Code);
            json.WriteString("country", actor?.Country);
            Array("sectors", actor?.Sectors ?? [], s => json.WriteStringValue(s), objects: false);
            json.WriteString("role", actor?.Role);
            json.WriteString("rule", actor?.Evidence.Rule);
            if (actor is null)
                json.WriteNull("score");
            else
                Number("score", actor.Evidence.Score);
        }

        private void Mention(Mention mention)
        {
            Span(mention.Span);
            json.WriteString("kind", Labels.Of(mention.Kind));
            Why(mention.Evidence);
        }

        private void Time(TimeExpression time)
        {
            json.WriteString("id", time.Id);
            Span(time.Span);
            json.WriteString("type", Labels.Of(time.Type));
            json.WriteString("value", time.Value);
            json.WriteString("mod", time.Mod);
            Day("from", time.From);
            Day("to", time.To);
            Why(time.Evidence);
        }

        private void Place(PlaceMention place)
        {
            json.WriteString("id", place.Id);
            Span(place.Span);
            json.WriteString("name", place.Name);
            json.WriteString("country", place.Country);
            json.WriteString("division", place.Division);
            json.WriteString("city", place.City);
            Number("latitude", place.Latitude);
            Number("longitude", place.Longitude);
            Number("geonames", place.GeoNames);
            Why(place.Evidence);
        }

        private void Statement(Statement statement)
        {
            json.WriteString("id", statement.Id);
            json.WriteString("speaker", statement.Speaker?.Id);
            Spans("source", statement.Source);
            Spans("cue", statement.Cue);
            Spans("content", statement.Content);
            Spans("quotes", statement.Quotes);
            json.WriteString("form", Labels.Of(statement.Form));
            json.WriteString("kind", Labels.Of(statement.Kind));
            Ids("audience", statement.Audience);
            json.WriteString("time", statement.Time?.Id);
            json.WriteBoolean("negated", statement.Negated);
            Why(statement.Evidence);
        }

        private void Event(Event @event)
        {
            json.WriteString("id", @event.Id);
            json.WriteString("type", Labels.Of(@event.Type));
            json.WriteString("mode", @event.Mode);
            Array("context", @event.Context, c => json.WriteStringValue(c), objects: false);
            json.WriteString("cameo", @event.Cameo);
            json.WriteString("quad", @event.Quad);
            json.WriteNumber("goldstein", @event.Goldstein);
            Ids("sources", @event.Sources);
            Ids("targets", @event.Targets);
            Spans("sourceSpans", @event.SourceSpans);
            Spans("targetSpans", @event.TargetSpans);
            Spans("trigger", @event.Trigger);
            json.WriteString("status", Labels.Of(@event.Status));
            Day("from", @event.From);
            Day("to", @event.To);
            json.WriteString("place", @event.Place?.Id);
            json.WriteBoolean("background", @event.IsBackground);
            json.WriteString("statement", @event.Statement?.Id);
            Why(@event.Evidence);
        }

        private void Commitment(Commitment commitment)
        {
            json.WriteString("id", commitment.Id);
            json.WriteString("kind", Labels.Of(commitment.Kind));
            json.WriteString("by", commitment.By?.Id);
            Ids("toward", commitment.Toward);
            Spans("content", commitment.Content);
            json.WriteString("event", commitment.Event?.Id);
            json.WriteString("statement", commitment.Statement?.Id);
            Day("madeOn", commitment.MadeOn);
            Day("dueFrom", commitment.DueFrom);
            Day("dueTo", commitment.DueTo);
            if (commitment.Condition.Count == 0)
                json.WriteNull("condition");
            else
                Spans("condition", commitment.Condition);
            json.WriteString("outcome", commitment.Outcome is { } outcome ? Labels.Of(outcome) : null);
            Spans("outcomeEvidence", commitment.OutcomeEvidence);
            Why(commitment.Evidence);
        }

        private void Warning(Warning warning)
        {
            string at = warning.Span is { } span
                ? string.Create(CultureInfo.InvariantCulture, $" at [{Offset(span.Start)}..{Offset(span.End)})")
                : "";
            json.WriteStringValue($"{warning.Id}{at}: {warning.Message}");
        }

        private void Versions(ReaderVersions versions)
        {
            json.WriteStartObject("versions");
            json.WriteString("program", versions.Program);
            json.WriteString("data", versions.Data);
            json.WriteStartObject("models");
            foreach ((string name, string version) in versions.Models)
                json.WriteString(name, version);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private int Offset(int utf16) => _points?.FromUtf16(utf16) ?? utf16;

        private void Span(TextSpan span)
        {
            json.WriteNumber("start", Offset(span.Start));
            json.WriteNumber("end", Offset(span.End));
        }

        private void Spans(string property, SpanList spans)
        {
            json.WriteStartArray(property);
            foreach (TextSpan span in spans)
            {
                json.WriteStartArray();
                json.WriteNumberValue(Offset(span.Start));
                json.WriteNumberValue(Offset(span.End));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }

        private void Why(Evidence evidence)
        {
            json.WriteString("rule", evidence.Rule);
            Number("score", evidence.Score);
        }

        private void Number(string property, double? value)
        {
            if (value is { } number)
                json.WriteNumber(property, number);
            else
                json.WriteNull(property);
        }

        // Three places: what a score can bear, and the same digits on every machine.
        private void Number(string property, float value) =>
            json.WriteNumber(property, Math.Round((decimal)value, 3) / 1.000m);

        private void Day(string property, DateOnly? day)
        {
            if (day is { } d)
                json.WriteString(property, d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else
                json.WriteNull(property);
        }

        private void Ids(string property, ImmutableArray<Entity> entities) =>
            Array(property, entities, e => json.WriteStringValue(e.Id), objects: false);

        private void Array<T>(string property, ImmutableArray<T> items, Action<T> write, bool objects = true)
        {
            json.WriteStartArray(property);
            foreach (T item in items)
            {
                if (objects)
                    json.WriteStartObject();
                write(item);
                if (objects)
                    json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }
}
