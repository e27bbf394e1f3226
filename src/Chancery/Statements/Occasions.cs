using System.Collections.Frozen;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>Words of when and on what occasion something was said (data/statements/occasions.tsv): part of neither cue nor content.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class Occasions
{
    private readonly FrozenSet<string> _occasions, _times, _connectives;

    public Occasions(DataPack data)
    {
        var rows = data.Table("statements/occasions.tsv").Rows;
        FrozenSet<string> Of(string wordClass) => rows.Where(r => r["class"] == wordClass).Select(r => r["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (_occasions, _times, _connectives) = (Of("occasion"), Of("time"), Of("connective"));
    }

    public bool IsTime(Token token) => _times.Contains(token.Text);
    public bool IsOccasion(Token token) => _occasions.Contains(token.Text) || _occasions.Contains(token.Lemma) || IsTime(token);

    /// <summary>"However, | prices would fall, he said": a word at the sentence's start by which the report goes on is its own, not the speaker's.</summary>
    /// <returns>Where the words of the content begin.</returns>
    public int PastConnective(Field field, int first, int last)
    {
        if (first != field.First || field.Level is not null || field.QuotationAt(first) is not null || first >= last)
            return first;
        if (field[first + 1].Text == "," && _connectives.Contains(field[first].Text))
            return Math.Min(first + 2, last);
        return field[first].Upos == Upos.CCONJ && field[first].Text is "And" or "But" or "So" or "Yet" ? first + 1 : first;
    }

    /// <summary>Whether an adverbial of time or occasion begins here.</summary>
    public bool Begins(Field field, int index) => EndOf(field, index) >= index;

    /// <summary>Past adverbials of time and occasion that stand before a content; never past its head.</summary>
    public int Skip(Field field, int start, int head)
    {
        while (EndOf(field, start) is var end && end >= start && end < head - 1)
            start = end + 1;
        return start;
    }

    /// <summary>
    /// Last token of a content that begins at <paramref name="start"/> and may run to <paramref name="limit"/>, less an
    /// adverbial of the cue at its end: "he would leave, he said [in an interview on Friday]".
    /// </summary>
    public int CutTail(Field field, VerbGroup group, int start, int limit)
    {
        int end = limit;
        foreach (Token child in group.Verb.Children)
        {
            bool adverbial = (child.Is("obl") && IsOccasion(child)) || ((child.Is("advmod") || child.Deprel == "obl:tmod") && IsTime(child));
            if (!adverbial || child.Index <= start)
                continue;
            int first = child.Subtree().Min(t => t.Index), last = child.Subtree().Max(t => t.Index);
            bool atEnd = true;
            for (int i = last + 1; i <= limit; i++)
                atEnd &= field[i].Upos == Upos.PUNCT;
            if (atEnd && first > start && field.QuotationAt(first) is null)
                end = Math.Min(end, first - 1);
        }
        return end;
    }

    // "Tuesday", "on Tuesday", "in an interview", "at a news conference in Rome": the last token of the adverbial; -1 for none.
    private int EndOf(Field field, int index)
    {
        if (index > field.Last || field.QuotationAt(index) is not null)
            return -1;
        if (IsTime(field[index]))
            return index;
        if (field[index].Upos != Upos.ADP)
            return -1;
        for (int i = index + 1; i <= field.Last && i < index + 6; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null || token.Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.PRON && token.Xpos != "PRP$")
                return -1;
            if (IsOccasion(token) && (i == field.Last || field[i + 1].Upos is not (Upos.NOUN or Upos.PROPN) || IsTime(field[i + 1])))
                return i;
        }
        return -1;
    }
}
