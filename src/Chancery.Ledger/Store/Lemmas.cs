using Chancery.Language;
using Chancery.Text;

namespace Chancery.Ledger;

/// <summary>The content words of some spans in dictionary form, by which two entries are compared.</summary>
internal static class Lemmas
{
    private static readonly HashSet<string> Calendar = new(StringComparer.OrdinalIgnoreCase)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    };

    /// <summary>Sorted, each once, divided by blanks: "crossing reopen".</summary>
    public static string Of(SpanList spans, Reading reading)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in reading.Sentences)
        {
            if (!spans.Overlaps(sentence.Span))
                continue;
            // Where and by whom a report was filed, and on which day something was, are told apart from what it is about.
            for (int i = sentence.Dateline; i < sentence.Tokens.Length; i++)
            {
                Token token = sentence.Tokens[i];
                if (!Calendar.Contains(token.Lemma) && (token.Upos is Upos.NOUN or Upos.VERB or Upos.PROPN or Upos.ADJ or Upos.NUM) && token.Lemma.Length > 1 && spans.Overlaps(token.Span))
                    words.Add(token.Lemma.ToLowerInvariant());
            }
        }
        return string.Join(' ', words);
    }
}
