using System.Globalization;
using Chancery.Language;
using Chancery.Language.Morphology;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Language.Morphology;

/// <summary>The rules against the treebanks, given their own forms, lemmas, tags and trees.</summary>
public class FeatureCorpusTests(ITestOutputHelper output)
{
    // GUM gives every adverb a degree and "you" a number; the rules follow EWT, so the bar for GUM is only that nothing breaks.
    [Theory]
    [InlineData("ewt-dev", 98.2)]
    [InlineData("ewt-train", 98.7)]
    [InlineData("gum-dev", 94.8)]
    public void MostWordsHaveAllTheirFeatures(string corpus, double bar)
    {
        var score = new Score();
        foreach ((Sentence sentence, string[] gold) in Read(Repository.Shared($"corpora/treebank/{corpus}.conllu")))
        {
            foreach (Token token in sentence.Tokens)
                score.Count(token.Features.ToString(), gold[token.Index]);
        }
        output.WriteLine(score.ToString());
        Assert.InRange(score.Whole, bar, 100);
        if (corpus.StartsWith("ewt", StringComparison.Ordinal))
            Assert.All(["Tense", "Mood", "VerbForm", "Voice", "Number", "Person", "Case"], f => Assert.InRange(score.F1(f), 97, 100));
    }

    private sealed class Score
    {
        private readonly SortedDictionary<string, (int Found, int Gold, int Right)> _features = new(StringComparer.Ordinal);
        private int _words, _right;

        public double Whole => 100.0 * _right / _words;

        public void Count(string found, string gold)
        {
            _words++;
            _right += found == gold ? 1 : 0;
            string[] f = Pairs(found), g = Pairs(gold);
            foreach (string pair in f)
                Add(pair, 1, 0, g.Contains(pair) ? 1 : 0);
            foreach (string pair in g)
                Add(pair, 0, 1, 0);
        }

        private static string[] Pairs(string features) => features == "_" ? [] : features.Split('|');

        private void Add(string pair, int found, int gold, int right)
        {
            string name = pair.Split('=')[0];
            var now = _features.GetValueOrDefault(name);
            _features[name] = (now.Found + found, now.Gold + gold, now.Right + right);
        }

        public double F1(string feature) => _features[feature] is var (found, gold, right) ? 200.0 * right / (found + gold) : 0;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_words} words, whole strings {Whole:0.00} %; F1: ")
            + string.Join(", ", _features.Keys.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f} {F1(f):0.0}")));
    }

    private static IEnumerable<(Sentence Sentence, string[] Features)> Read(string file)
    {
        var rows = new List<string[]>();
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.Length == 0 && rows.Count > 0)
            {
                yield return (Sentence(rows), [.. rows.Select(r => r[5])]);
                rows.Clear();
            }
            else if (line.Length > 0 && line[0] != '#' && line.Split('\t') is var cells && cells[0].AsSpan().IndexOfAny('-', '.') < 0)
            {
                rows.Add(cells);
            }
        }
    }

    private static Sentence Sentence(List<string[]> rows)
    {
        string text = "";
        var analyses = new List<TokenAnalysis>();
        foreach (string[] r in rows)
        {
            var span = new TextSpan(text.Length, r[1].Length);
            analyses.Add(new TokenAnalysis(span, r[2], Enum.Parse<Upos>(r[3]), r[4], int.Parse(r[6], CultureInfo.InvariantCulture) - 1, r[7]));
            text += r[1] + " ";
        }
        return new Sentence(new Report("r", text), 0, 0, analyses);
    }
}
