using System.Globalization;
using System.Text;
using Chancery.Language;
using Chancery.Text;

namespace Chancery;

/// <summary>Writes the sentences of a reading as CoNLL-U, Universal Dependencies version 2.</summary>
public static class ReadingConllu
{
    /// <summary>Column MISC holds the offsets of each token, "start_char" and "end_char", in <paramref name="offsets"/>.</summary>
    public static string Write(Reading reading, OffsetUnit offsets = OffsetUnit.Utf16)
    {
        CodePoints? points = offsets == OffsetUnit.CodePoints ? new CodePoints(reading.Report.Text) : null;
        int At(int offset) => points?.FromUtf16(offset) ?? offset;
        var text = new StringBuilder();
        text.Append("# newdoc id = ").Append(OneLine(reading.Report.Id)).Append('\n');
        int paragraph = -1;
        foreach (Sentence sentence in reading.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                text.Append("# newpar\n");
            paragraph = sentence.Paragraph;
            text.Append(CultureInfo.InvariantCulture, $"# sent_id = {OneLine(reading.Report.Id)}-{sentence.Index + 1}\n");
            text.Append("# text = ").Append(OneLine(reading.Report[sentence.Span].ToString())).Append('\n');
            foreach (Token token in sentence.Tokens)
            {
                bool space = token.Next is { } next && next.Span.Start > token.Span.End || token.Next is null;
                text.Append(CultureInfo.InvariantCulture, $"{token.Index + 1}\t{OneLine(token.Text)}\t{OneLine(token.Lemma)}\t{Labels.Of(token.Upos)}\t{token.Xpos}\t{token.Features}\t")
                    .Append(CultureInfo.InvariantCulture, $"{(token.Head is { } head ? head.Index + 1 : 0)}\t{token.Deprel}\t_\t")
                    .Append(space ? "" : "SpaceAfter=No|")
                    .Append(CultureInfo.InvariantCulture, $"start_char={At(token.Span.Start)}|end_char={At(token.Span.End)}\n");
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Line breaks and tabs would end a row; they become blanks.</summary>
    private static string OneLine(string text) =>
        text.Length == 0 ? "_" : string.Create(text.Length, text, (row, source) =>
        {
            for (int i = 0; i < row.Length; i++)
                row[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        });
}
