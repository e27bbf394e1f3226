using Chancery.Events;
using Chancery.Language;

namespace Chancery.Ledger;

/// <summary>How many people or things an account of an event gives: "at least 12 people", "three soldiers".</summary>
internal static class Quantities
{
    // What is counted in these says when or how far, not how many.
    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "day", "week", "month", "year", "hour", "minute", "second", "decade", "time", "mile", "kilometre", "kilometer", "metre", "meter", "percent", "%", "a.m.", "p.m.", "am", "pm",
    };

    public static IReadOnlyList<string> Of(Event @event, Reading reading)
    {
        var found = new List<string>();
        foreach (Sentence sentence in reading.Sentences)
        {
            if (!@event.Trigger.Overlaps(sentence.Span))
                continue;
            foreach (Token trigger in sentence.Tokens.Where(t => @event.Trigger.Overlaps(t.Span)))
            {
                foreach (Token child in trigger.Children.Where(c => c.Is("obj") || c.Is("nsubj") || c.Is("nmod") || c.Is("obl")))
                {
                    Token? number = child.Upos == Upos.NUM ? child : child.Children.FirstOrDefault(c => c.Is("nummod"));
                    if (number is null || Measures.Contains(child.Lemma) || Months.Contains(child.Lemma) || (ReferenceEquals(number, child) && !child.Is("obj") && !child.Is("nsubj")))
                        continue;
                    string quantity = ReferenceEquals(number, child) ? number.Text : $"{number.Text} {child.Text}";
                    if (!found.Contains(quantity))
                        found.Add(quantity);
                }
            }
        }
        return found;
    }

    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    };
}
