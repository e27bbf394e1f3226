using Chancery.Language.Tokens;
using Chancery.Text;

namespace Chancery.Training;

/// <summary>
/// CoreNLP keeps "al-Qaida" and "U.S.-led" whole, we and the treebanks do not: its words are divided as ours are. The last part stands for
/// the whole in the tree, the parts before it depend on it by a relation that is not known; all parts are in the name the whole was in.
/// </summary>
internal sealed class SilverTokens(Tokenizer tokenizer)
{
    public ConlluSentence Divide(ConlluSentence sentence)
    {
        string[][] parts = [.. sentence.Forms.Select(Parts)];
        if (parts.All(p => p.Length == 1))
            return sentence;
        var last = new int[sentence.Count + 1]; // number of the last part of each word, counted from 1; 0 is the root
        for (int i = 0; i < sentence.Count; i++)
            last[i + 1] = last[i] + parts[i].Length;
        var (xpos, heads, deprels, misc) = (new List<string>(), new List<int>(), new List<string>(), new List<string>());
        for (int i = 0; i < sentence.Count; i++)
        {
            for (int p = 0; p < parts[i].Length; p++)
            {
                bool whole = p == parts[i].Length - 1, hyphen = parts[i][p] is "-" or "\u2010" or "\u2011";
                xpos.Add(parts[i].Length == 1 ? sentence.Xpos[i] : hyphen ? "HYPH" : "_");
                heads.Add(!whole ? last[i + 1] : sentence.Heads[i] < 0 ? -1 : last[sentence.Heads[i]]);
                deprels.Add(whole ? sentence.Deprels[i] : hyphen ? "punct" : "_");
                misc.Add(sentence.Misc[i]);
            }
        }
        string[] forms = [.. parts.SelectMany(p => p)];
        return new ConlluSentence(forms, forms, [.. forms.Select(_ => "_")], [.. xpos], [.. heads], [.. deprels], [.. misc]);
    }

    private string[] Parts(string form)
    {
        if (form.AsSpan(1..).IndexOfAny('-', '\u2010', '\u2011') < 0)
            return [form];
        var report = new Report("word", form);
        return [.. tokenizer.Tokenize(report).Select(span => report[span].ToString())];
    }
}
