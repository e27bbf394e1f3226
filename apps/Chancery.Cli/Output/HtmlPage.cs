using System.Globalization;
using System.Net;
using System.Text;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Cli.Output;

/// <summary>One report as an article: paragraphs with marks, and beside each the notes on what begins in it.</summary>
/// <param name="number">Keeps the ids of several reports on one page apart.</param>
internal sealed class HtmlPage(Reading reading, int number)
{
    private readonly StringBuilder _html = new();
    private readonly MarkedText _text = new(reading);
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"r{number}-");

    public string Render()
    {
        _html.Append("<article>\n");
        Head();
        Legend();
        foreach (TextSpan paragraph in _text.Paragraphs())
            Row(paragraph);
        Actors();
        Foot();
        _html.Append("</article>\n");
        return _html.ToString();
    }

    private void Head()
    {
        Report report = reading.Report;
        _html.Append($"<header><h1>{Escape(report.Title ?? report.Id)}</h1>\n<p>");
        var facts = new List<string> { report.Published is { } day ? $"published {Shown.Day(day)}" : "no publication date" };
        if (report.Publisher is { } publisher)
            facts.Add(publisher);
        if (report.Url is { } url)
            facts.Add(url);
        _html.Append(Escape(string.Join(" · ", facts))).Append("</p></header>\n");
    }

    private void Legend()
    {
        _html.Append("<div class=\"legend\">");
        Key("st", "said", "m st", "statement", reading.Statements.Length);
        Key("ev", "met", "m ev good", "cooperation", reading.Events.Count(e => Shown.IsCooperation(e)));
        Key(null, "attacked", "m ev bad", "conflict", reading.Events.Count(e => !Shown.IsCooperation(e)));
        Key("co", "pledged", "m co", "commitment", reading.Commitments.Length);
        Key("na", "name", "m na", "actor", reading.Cast.Entities.Entities.Count(e => reading.Cast[e] is not null));
        Key("ti", "Monday", "m ti", "time", reading.Times.Length);
        Key("pl", "Geneva", "m pl", "place", reading.Places.Length);
        _html.Append("</div>\n");
    }

    /// <param name="layer">Layer that the box switches; null for a line of the legend without a box of its own.</param>
    private void Key(string? layer, string sample, string classes, string meaning, int count)
    {
        string box = layer is null ? "" : $"<input type=\"checkbox\" class=\"l-{layer}\" checked>";
        _html.Append(CultureInfo.InvariantCulture, $"<label>{box}<span class=\"{classes}\">{sample}</span> {meaning} ({count})</label>\n");
    }

    private void Row(TextSpan paragraph)
    {
        _html.Append("<div class=\"row\"><p class=\"text\">");
        foreach (MarkedSegment segment in _text.Segments(paragraph))
        {
            string text = Escape(reading.Report[segment.Span].ToString());
            foreach (Mark first in segment.Begins.Where(HasNote))
                _html.Append($"<span id=\"{_prefix}{first.Entry}-words\"></span>");
            if (segment.Over.IsEmpty)
            {
                _html.Append(text);
                continue;
            }
            string classes = string.Join(' ', segment.Over.Select(m => Class(m.Layer)).Distinct().Order(StringComparer.Ordinal));
            string title = Escape(string.Join("; ", segment.Over.Select(m => m.Title).Distinct()));
            if (segment.Over.FirstOrDefault(HasNote) is { } linked)
                _html.Append($"<a class=\"m {classes}\" href=\"#{_prefix}{linked.Entry}\" title=\"{title}\">{text}</a>");
            else
                _html.Append($"<span class=\"m {classes}\" title=\"{title}\">{text}</span>");
        }
        _html.Append("</p><aside>");
        foreach (Statement s in reading.Statements.Where(s => paragraph.Contains(s.Content[0].Start)))
            Note(s);
        foreach (Event e in reading.Events.Where(e => paragraph.Contains(e.Trigger[0].Start)))
            Note(e);
        foreach (Commitment c in reading.Commitments.Where(c => paragraph.Contains(c.Content[0].Start)))
            Note(c);
        _html.Append("</aside></div>\n");
    }

    private void Note(Statement s)
    {
        string speaker = s.Speaker is { } entity ? entity.Name : s.Source.Count > 0 ? Shown.Words(reading, s.Source) : "someone";
        string audience = s.Audience.IsEmpty ? "" : $" to {Shown.Names(s.Audience)}";
        string when = s.Time is { } time ? $", {Shown.Days(time.From, time.To)}" : "";
        string not = s.Negated ? "not: " : "";
        Note(s.Id, "st", $"<b>{Escape(not + speaker)}</b> {Labels.Of(s.Kind)}{Escape(audience + when)} <span class=\"status\">{Labels.Of(s.Form)}</span>",
            s.Content, s.Evidence);
    }

    private void Note(Event e)
    {
        string within = e.Statement is { } said ? $" in <a href=\"#{_prefix}{said.Id}\">{said.Id}</a>" : "";
        string where = e.Place is { } place ? $", {place.Name}" : "";
        string mode = e.Mode is { } m ? $" · {m}" : "";
        Note(e.Id, $"ev {(Shown.IsCooperation(e) ? "good" : "bad")}",
            $"<b>{Labels.Of(e.Type)}</b>{Escape(mode)} <span class=\"status\">{Shown.Status(e)}</span>{within}<br>{Escape(Shown.Parties(e))}"
            + $"<br>{Escape(Shown.Days(e.From, e.To) + where)} · CAMEO {e.Cameo}",
            SpanList.Of(Shown.Setting(reading, e)), e.Evidence);
    }

    private void Note(Commitment c)
    {
        string by = c.By?.Name ?? "someone";
        string toward = c.Toward.IsEmpty ? "" : $" → {Shown.Names(c.Toward)}";
        string due = c.DueTo is null && c.DueFrom is null ? "no day set" : $"due {Shown.Days(c.DueFrom, c.DueTo)}";
        string outcome = c.Outcome is { } o ? $" <span class=\"status\">{Labels.Of(o)}</span>" : "";
        string because = c.OutcomeEvidence.Count == 0 ? "" : $"<p class=\"small\">outcome: <q>{Escape(Shown.Words(reading, c.OutcomeEvidence, 200))}</q></p>";
        string condition = c.Condition.Count == 0 ? "" : $"<p class=\"small\">condition: <q>{Escape(Shown.Words(reading, c.Condition, 200))}</q></p>";
        Note(c.Id, "co", $"<b>{Labels.Of(c.Kind)}</b>{outcome} {Escape(by + toward)}<br>{Escape(due)}{condition}{because}", c.Content, c.Evidence);
    }

    private void Note(string id, string classes, string head, SpanList words, Evidence evidence)
    {
        _html.Append($"<div class=\"note {classes}\" id=\"{_prefix}{id}\"><div>{head}</div><p><q>{Escape(Shown.Quoted(reading, words, 220))}</q></p>");
        _html.Append($"<p class=\"why\"><a href=\"#{_prefix}{id}-words\" title=\"to the words\">{id}</a> · {Escape(evidence.Rule)}, score {Shown.Score(evidence.Score)}</p></div>");
    }

    private void Actors()
    {
        Entity[] actors = [.. reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null)];
        if (actors.Length == 0)
            return;
        _html.Append("<h2>Actors</h2>\n<div class=\"wide\"><table><thead><tr><th>Name</th><th>Code</th><th>Role on that day</th><th>Mentioned as</th><th>Why</th></tr></thead><tbody>\n");
        foreach (Entity entity in actors)
        {
            ActorReading actor = reading.Cast[entity]!;
            string mentions = string.Join(" · ", entity.Mentions.Select(m => Shown.Words(reading.Report[m.Span].ToString(), 60)).Distinct().Take(8));
            _html.Append($"<tr id=\"{_prefix}{entity.Id}\"><td><b>{Escape(entity.Name)}</b></td><td>{Escape(actor.Code ?? "–")}</td><td>{Escape(actor.Role ?? "–")}</td>");
            _html.Append($"<td>{Escape(mentions)}</td><td class=\"small\">{Escape(actor.Evidence.Rule)}, {Shown.Score(actor.Evidence.Score)}</td></tr>\n");
        }
        _html.Append("</tbody></table></div>\n");
    }

    private void Foot()
    {
        if (!reading.Warnings.IsEmpty)
        {
            _html.Append("<h2>Doubts</h2>\n<ul class=\"small\">");
            foreach (Warning warning in reading.Warnings)
                _html.Append($"<li>{Escape(warning.ToString())}</li>");
            _html.Append("</ul>\n");
        }
        _html.Append($"<footer>Read by {Escape(reading.Versions.ToString())}. Scores compare only within one rule or model.</footer>\n");
    }

    /// <summary>Times and places are explained by the mark itself.</summary>
    private static bool HasNote(Mark mark) => mark.Layer is not (MarkLayer.Time or MarkLayer.Place);

    private static string Class(MarkLayer layer) => layer switch
    {
        MarkLayer.Statement => "st",
        MarkLayer.Cue => "cue",
        MarkLayer.Commitment => "co",
        MarkLayer.Actor => "na",
        MarkLayer.Time => "ti",
        MarkLayer.Place => "pl",
        MarkLayer.Cooperation => "ev good",
        _ => "ev bad",
    };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
