using Chancery.Names;
using Chancery.Training.Networks;

namespace Chancery.Training;

/// <summary>Sentences with names: IOB2 files of Universal NER, and CoreNLP's names in CoNLL-U.</summary>
internal static class NameCorpora
{
    /// <summary>Sentences hold forms only.</summary>
    public static List<NamedSentence> ReadIob2(string file)
    {
        var sentences = new List<NamedSentence>();
        var (forms, tags) = (new List<string>(), new List<string>());
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith('#'))
                continue;
            string[] cells = line.Split('\t');
            if (cells.Length >= 3)
            {
                forms.Add(cells[1]);
                tags.Add(cells[2]);
            }
            else if (forms.Count > 0)
            {
                sentences.Add(new NamedSentence(Forms([.. forms]), Labels(tags)));
                forms.Clear();
                tags.Clear();
            }
        }
        return sentences;
    }

    /// <summary>CoreNLP knows no beginnings: neighbouring words of one type are one name. Its adjectives of nations and parties are none.</summary>
    public static List<NamedSentence> Silver(IEnumerable<ConlluSentence> sentences) => [.. sentences.Select(s => new NamedSentence(s, Labels(Tags(s))))];

    private static List<string> Tags(ConlluSentence sentence)
    {
        var tags = new List<string>();
        for (int i = 0; i < sentence.Count; i++)
        {
            string? ner = sentence.Misc[i].Split('|').FirstOrDefault(m => m.StartsWith("NER=", StringComparison.Ordinal))?[4..];
            string type = ner switch { "PERSON" => "PER", "LOCATION" => "LOC", "ORGANIZATION" => "ORG", "MISC" => "OTHER", _ => "O" };
            tags.Add(type == "O" ? "O" : (i > 0 && tags[^1][1..] == "-" + type ? "I-" : "B-") + type);
        }
        for (int i = 0; i < tags.Count; i++)
        {
            if (!tags[i].StartsWith("B-OTHER", StringComparison.Ordinal))
                continue;
            int end = i + 1;
            while (end < tags.Count && tags[end] == "I-OTHER")
                end++;
            if (Enumerable.Range(i, end - i).All(j => sentence.Xpos[j].StartsWith("JJ", StringComparison.Ordinal)))
            {
                for (int j = i; j < end; j++)
                    tags[j] = "O";
            }
        }
        return tags;
    }

    private static byte[] Labels(List<string> tags)
    {
        var labels = new byte[tags.Count];
        for (int i = 0; i < tags.Count; i++)
        {
            if (tags[i] == "O")
                continue;
            string type = tags[i][2..];
            NameType name = type switch { "PER" => NameType.Person, "LOC" => NameType.Place, "ORG" => NameType.Organization, _ => NameType.Other };
            bool begins = tags[i][0] == 'B' || i == 0 || !tags[i - 1].EndsWith("-" + type, StringComparison.Ordinal);
            labels[i] = NameLabels.Of(name, begins);
        }
        return labels;
    }

    private static ConlluSentence Forms(string[] forms) =>
        new(forms, forms, forms, forms, [.. forms.Select(_ => -1)], forms, forms);
}
