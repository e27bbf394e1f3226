using System.Globalization;
using System.Text;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery;

/// <summary>
/// Writes a reading in brat's standoff format (.ann): text-bound annotations for names, mentions, times, places, cues, contents and
/// triggers; events with their arguments; attributes; notes for what else is known.
/// </summary>
/// <remarks>brat counts Unicode code points, whatever other outputs count. A file holds one report; the text goes beside it as .txt.</remarks>
public static class ReadingBrat
{
    public static string Write(Reading reading) => new Writer(reading).Write();

    private sealed class Writer(Reading reading)
    {
        private readonly CodePoints _points = new(reading.Report.Text);
        private readonly StringBuilder _output = new();
        private readonly Dictionary<(string Type, SpanList Spans), string> _bounds = [];
        private int _events, _attributes, _notes, _relations;

        public string Write()
        {
            foreach (Name name in reading.Names)
                Bound(Capitalised(Labels.Of(name.Type)), SpanList.Of(name.Span));
            foreach (Entity entity in reading.Cast.Entities.Entities)
                Chain(entity);
            foreach (TimeExpression time in reading.Times)
                Note(Bound("Timex", SpanList.Of(time.Span)), $"{Labels.Of(time.Type)} {time.Value}");
            foreach (PlaceMention place in reading.Places)
                Note(Bound("Location", SpanList.Of(place.Span)), string.Create(CultureInfo.InvariantCulture, $"{place.Name} {place.Country} {place.Latitude:0.####} {place.Longitude:0.####}"));
            foreach (Statement statement in reading.Statements)
                Add(statement);
            foreach (Event @event in reading.Events)
                Add(@event);
            foreach (Commitment commitment in reading.Commitments)
                Add(commitment);
            return _output.ToString();
        }

        private void Chain(Entity entity)
        {
            string? first = null;
            foreach (Mention mention in entity.Mentions)
            {
                string bound = Bound("Mention", SpanList.Of(mention.Span));
                if (first is null)
                    Note(bound, $"{entity.Id} {entity.Name}{(reading.Cast[entity]?.Code is { } code ? $" ({code})" : "")}");
                else if (bound != first)
                    Line($"R{++_relations}\tCoreference Arg1:{bound} Arg2:{first}");
                first ??= bound;
            }
        }

        private void Add(Statement statement)
        {
            SpanList anchor = statement.Cue.Count > 0 ? statement.Cue : statement.Content;
            var roles = new StringBuilder($"Statement:{Bound("Statement", anchor)} Content:{Bound("Content", statement.Content)}");
            if (statement.Source.Count > 0)
                roles.Append($" Source:{Bound("Source", statement.Source)}");
            string id = Event(roles);
            Attribute("Form", id, Labels.Of(statement.Form));
            Attribute("Kind", id, Labels.Of(statement.Kind));
            Note(id, $"{statement.Id} speaker {statement.Speaker?.Name ?? "unknown"}; {statement.Evidence.Rule}");
        }

        private void Add(Event @event)
        {
            string type = Capitalised(Labels.Of(@event.Type));
            var roles = new StringBuilder($"{type}:{Bound(type, @event.Trigger)}");
            foreach (TextSpan span in @event.SourceSpans)
                roles.Append($" Source:{Bound("Mention", SpanList.Of(span))}");
            foreach (TextSpan span in @event.TargetSpans)
                roles.Append($" Target:{Bound("Mention", SpanList.Of(span))}");
            string id = Event(roles);
            Attribute("Status", id, Labels.Of(@event.Status));
            string when = @event.From is { } from ? string.Create(CultureInfo.InvariantCulture, $" {from:yyyy-MM-dd}") : "";
            Note(id, $"{@event.Id} {@event.Cameo}{when}{(@event.Place is { } place ? $" in {place.Name}" : "")}; {@event.Evidence.Rule}");
        }

        private void Add(Commitment commitment)
        {
            string id = Event(new StringBuilder($"Commitment:{Bound("Commitment", commitment.Content)}"));
            Attribute("CommitmentKind", id, Labels.Of(commitment.Kind));
            if (commitment.Outcome is { } outcome)
                Attribute("Outcome", id, Labels.Of(outcome));
            string due = commitment.DueTo is { } to ? string.Create(CultureInfo.InvariantCulture, $" due {to:yyyy-MM-dd}") : "";
            Note(id, $"{commitment.Id} by {commitment.By?.Name ?? "unknown"}{due}; {commitment.Evidence.Rule}");
        }

        private string Bound(string type, SpanList spans)
        {
            if (_bounds.TryGetValue((type, spans), out string? known))
                return known;
            string id = $"T{_bounds.Count + 1}";
            _bounds.Add((type, spans), id);
            string offsets = string.Join(';', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{_points.FromUtf16(s.Start)} {_points.FromUtf16(s.End)}")));
            Line($"{id}\t{type} {offsets}\t{string.Join(' ', spans.Select(s => OneLine(reading.Report[s].ToString())))}");
            return id;
        }

        private string Event(StringBuilder roles)
        {
            string id = $"E{++_events}";
            Line($"{id}\t{roles}");
            return id;
        }

        private void Attribute(string name, string on, string value) => Line($"A{++_attributes}\t{name} {on} {value}");
        private void Note(string on, string note) => Line($"#{++_notes}\tAnnotatorNotes {on}\t{OneLine(note)}");
        private void Line(string line) => _output.Append(line).Append('\n');

        private static string Capitalised(string label) => label[..1] + label[1..].ToLowerInvariant();
        private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
    }
}
