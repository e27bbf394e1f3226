using System.Globalization;
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
using Spectre.Console;
using Label = Spectre.Console.Text;

namespace Chancery.Cli.Output;

/// <summary>All that was read at one place of a report, and why.</summary>
public static class Explanation
{
    /// <param name="offset">UTF-16, within the text.</param>
    public static string Of(Reading reading, int offset, int width, bool colours)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.To(text, width, colours);
        (int line, int column) = new LineMap(reading.Report.Text).At(offset);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Shown.Words(reading.Report.Id)}, offset {offset} (line {line}, column {column})"));
        Sentence? sentence = reading.Sentences.FirstOrDefault(s => s.Span.Contains(offset));
        if (sentence is null)
            console.WriteLine(reading.Sentences.IsEmpty ? "No sentence was read in this report." : "Between two sentences.");
        else
            Tree(console, sentence, offset);
        foreach (Entry entry in EntriesAt(reading, offset))
            Show(console, reading, entry);
        foreach (Warning warning in reading.Warnings.Where(w => w.Span is null || w.Span.Value.Contains(offset)))
            console.Write(new Paragraph("! " + Shown.Words(warning.ToString()) + "\n", new Style(Color.Yellow)));
        console.WriteLine();
        console.Write(new Paragraph($"Read by {reading.Versions}\n", new Style(Color.Grey)));
        string[] lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(l => l.TrimEnd()));
    }

    private static void Tree(IAnsiConsole console, Sentence sentence, int offset)
    {
        console.WriteLine();
        var tree = new Tree(LabelOf(sentence.Root, offset)) { Guide = TreeGuide.Line };
        // A list and not recursion: a tree may be as deep as its sentence is long.
        var open = new Stack<(Token Token, IHasTreeNodes Node)>();
        open.Push((sentence.Root, tree));
        while (open.TryPop(out var next))
        {
            foreach (Token child in next.Token.Children)
                open.Push((child, next.Node.AddNode(LabelOf(child, offset))));
        }
        console.Write(tree);
    }

    private static Label LabelOf(Token token, int offset)
    {
        string text = $"{Shown.Words(token.Text)}  {token.Deprel}  {Labels.Of(token.Upos)} {token.Xpos}  lemma {Shown.Words(token.Lemma)}";
        if (token.Features != default)
            text += $"  {token.Features}";
        bool here = token.Span.Contains(offset);
        return new Label(here ? text + "  ◄" : text, here ? new Style(decoration: Decoration.Bold) : Style.Plain);
    }

    private sealed record Entry(string Kind, string Summary, Evidence Evidence, params (string Name, SpanList Words)[] Words);

    private static IEnumerable<Entry> EntriesAt(Reading reading, int offset)
    {
        foreach (Name name in reading.Names.Where(n => n.Span.Contains(offset)))
            yield return new Entry("Name", Labels.Of(name.Type), name.Evidence, ("words", SpanList.Of(name.Span)));
        foreach (Entity entity in reading.Cast.Entities.Entities)
        {
            foreach (Mention mention in entity.Mentions.Where(m => m.Span.Contains(offset)))
            {
                string summary = string.Create(CultureInfo.InvariantCulture, $"{entity.Id} {Shown.Words(entity.Name)}, {Labels.Of(entity.Type)}, {Labels.Of(mention.Kind)}, one of {entity.Mentions.Length} mentions");
                yield return new Entry("Entity", summary, mention.Evidence, ("mention", SpanList.Of(mention.Span)));
                if (reading.Cast[entity] is { } actor)
                    yield return new Entry("Actor", $"{actor.Actor ?? "not in the registry"}: {Shown.Actor(actor)}", actor.Evidence, ("because of", actor.Evidence.Words));
            }
        }
        foreach (TimeExpression time in reading.Times.Where(t => t.Span.Contains(offset)))
            yield return new Entry("Time", $"{time.Id} {Labels.Of(time.Type)} {time.Value}: {Shown.Days(time.From, time.To)}", time.Evidence, ("words", SpanList.Of(time.Span)));
        foreach (PlaceMention place in reading.Places.Where(p => p.Span.Contains(offset)))
            yield return new Entry("Place", $"{place.Id} {Shown.Words(place.Name)}, {place.Country ?? "no one country"}, {Coordinates(place)}", place.Evidence, ("words", SpanList.Of(place.Span)));
        foreach (Statement s in reading.Statements.Where(s => At(offset, s.Source, s.Cue, s.Content)))
        {
            yield return new Entry("Statement", $"{s.Id} {(s.Speaker is { } speaker ? Shown.Words(speaker.Name) : "someone")} {Labels.Of(s.Kind)}, {Labels.Of(s.Form)}",
                s.Evidence, ("source", s.Source), ("cue", s.Cue), ("content", s.Content));
        }
        foreach (Event e in reading.Events.Where(e => At(offset, e.Trigger, e.SourceSpans, e.TargetSpans)))
        {
            yield return new Entry("Event", $"{e.Id} {Labels.Of(e.Type)} {e.Cameo}, {Shown.Status(e)}, {Shown.Days(e.From, e.To)}: {Shown.Parties(e)}",
                e.Evidence, ("trigger", e.Trigger), ("source", e.SourceSpans), ("target", e.TargetSpans));
        }
        foreach (Commitment c in reading.Commitments.Where(c => At(offset, c.Content, c.Condition, c.OutcomeEvidence)))
        {
            yield return new Entry("Commitment", $"{c.Id} {Labels.Of(c.Kind)} by {(c.By is { } by ? Shown.Words(by.Name) : "someone")}, due {Shown.Days(c.DueFrom, c.DueTo)}",
                c.Evidence, ("content", c.Content), ("condition", c.Condition), ("outcome", c.OutcomeEvidence));
        }
    }

    private static void Show(IAnsiConsole console, Reading reading, Entry entry)
    {
        console.WriteLine();
        console.Write(new Paragraph(entry.Kind, new Style(decoration: Decoration.Bold)).Append("  " + entry.Summary + "\n"));
        foreach ((string name, SpanList words) in entry.Words.Where(w => w.Words.Count > 0))
            console.WriteLine($"  {name}: “{Shown.Words(reading, words, 300)}” {words}");
        console.WriteLine($"  made by {entry.Evidence.Rule}, score {Shown.Score(entry.Evidence.Score)}");
    }

    private static bool At(int offset, params SpanList[] lists) => lists.Any(list => list.Any(s => s.Contains(offset)));

    private static string Coordinates(PlaceMention place) => place is { Latitude: { } latitude, Longitude: { } longitude }
        ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.####} north, {longitude:0.####} east")
        : "coordinates not known";
}
