using Chancery.Data;
using Chancery.Text;

namespace Chancery.Language.Tags;

/// <summary>
/// "Russian" before a common noun or a title is an adjective, whatever the capital letter suggests: so it is in the treebanks, with
/// hardly an exception, while a model that met few of these words takes them for parts of a name.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class NationalityWords
{
    private readonly HashSet<string> _adjectives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);

    public NationalityWords(DataPack data)
    {
        foreach (TableRow row in data.Table("actors/countries.tsv").Rows)
        {
            // "US" and "Vatican" are adjectives only by use; the treebanks tag them as the names they are.
            string[] names = [row["name"], .. row.List("aliases")];
            _adjectives.UnionWith(row.List("adjectives").Where(a => a.Any(char.IsAsciiLetterLower) && !names.Contains(a)));
        }
        foreach (TableRow row in data.Table("names/titles.tsv").Rows)
            _titles.Add(row["title"].Split(' ')[0]);
    }

    /// <param name="xpos">Penn tags of the sentence, changed where the rule holds.</param>
    public void Correct(Report report, ReadOnlySpan<TextSpan> tokens, Tagger tagger, Span<byte> xpos, Span<byte> upos)
    {
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            if (upos[i] != (byte)Upos.PROPN || !_adjectives.Contains(report[tokens[i]].ToString()))
                continue;
            if (tagger.XposNames[xpos[i + 1]] is "NN" or "NNS" or "JJ" || _titles.Contains(report[tokens[i + 1]].ToString()))
                (xpos[i], upos[i]) = (tagger.Adjective, (byte)Upos.ADJ);
        }
    }
}
