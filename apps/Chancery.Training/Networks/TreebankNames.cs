using Chancery.Language;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>
/// Names in a treebank that has none annotated: where they stand is what its people said of tags and trees, proper nouns with what belongs
/// to them; of what kind they are is what trained networks say.
/// </summary>
internal sealed class TreebankNames(LanguageCorpus corpus)
{
    // A proper noun that networks take for no name is one of a kind they have not met, more often than not.
    private const float DoubtOfNone = 0.3f;

    private static readonly NameType[] Kinds = [NameType.Person, NameType.Place, NameType.Organization];

    /// <param name="chances">For each sentence, word after word, the chance of each label of names.</param>
    public LanguageExample[] Label(IReadOnlyList<LanguageExample> examples, IReadOnlyList<float[]> chances)
    {
        (int First, int End)[][] found = [.. examples.Select(e => Find(e).ToArray())];
        // What bears a name is mostly the same wherever the name stands: where one sentence does not tell, another does.
        var elsewhere = new Dictionary<string, Votes>(StringComparer.Ordinal);
        for (int e = 0; e < found.Length; e++)
        {
            foreach ((int first, int end) in found[e])
            {
                string name = Words(examples[e], first, end);
                if (!elsewhere.TryGetValue(name, out Votes? votes))
                    elsewhere.Add(name, votes = new Votes());
                votes.Add(Softmax(Scores(chances[e], first, end)));
            }
        }
        return [.. examples.Select((example, e) => Label(example, chances[e], found[e], elsewhere))];
    }

    private static LanguageExample Label(LanguageExample example, float[] chances, (int First, int End)[] found, Dictionary<string, Votes> elsewhere)
    {
        var names = new short[example.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = Is(example, i, Upos.PROPN) ? LanguageExample.NotOfTheThree : (short)0;
        foreach ((int first, int end) in found)
        {
            float[] scores = Scores(chances, first, end);
            elsewhere[Words(example, first, end)].Weigh(scores);
            int best = Array.IndexOf(scores, scores.Max());
            if (best < Kinds.Length)
            {
                for (int i = first; i < end; i++)
                    names[i] = NameLabels.Of(Kinds[best], begins: i == first);
            }
        }
        return example with { Names = names };
    }

    private static string Words(LanguageExample example, int first, int end) => string.Join(' ', example.Forms[first..end]).ToUpperInvariant();

    // First word and the one after the last of each proper noun with what belongs to it.
    private IEnumerable<(int First, int End)> Find(LanguageExample example)
    {
        for (int first = 0; first < example.Count; first++)
        {
            if (!Begins(example, first))
                continue;
            int end = first + 1;
            while (end < example.Count && Continues(example, first, end))
                end++;
            while (end > first && !Is(example, end - 1, Upos.PROPN))
                end--;
            if (end == first)
                continue; // an adjective whose proper noun stands too far off
            yield return (first, end);
            first = end - 1;
        }
    }

    private static bool Is(LanguageExample example, int i, Upos upos) => example.Upos[i] == (short)upos;

    private string Relation(LanguageExample example, int i) => example.Labels[i] < 0 ? "" : corpus.Labels[example.Labels[i]];

    private static bool IsCapital(LanguageExample example, int i) => char.IsUpper(example.Forms[i][0]);

    // Peoples and their members ("Iraqis") are none of the three; titles and days have relations of their own.
    private bool Begins(LanguageExample example, int i) =>
        Is(example, i, Upos.PROPN) ? !IsPlural(example, i) || IsPartOfLonger(example, i) : IsPartOfLonger(example, i);

    private bool IsPlural(LanguageExample example, int i) => example.Xpos[i] >= 0 && corpus.XposNames[example.Xpos[i]] == "NNPS";

    // "New" in New York, "Islamic" in Iraqi Islamic Party: an adjective with a capital right before the proper noun that it belongs to.
    private bool IsPartOfLonger(LanguageExample example, int i) =>
        IsCapital(example, i) && i + 1 < example.Count && example.Heads[i] - 1 is var head && head > i && Is(example, head, Upos.PROPN)
        && Relation(example, i) is "amod" or "compound" && Enumerable.Range(i + 1, head - i - 1).All(j => IsCapital(example, j));

    private bool Continues(LanguageExample example, int first, int i)
    {
        int head = example.Heads[i] - 1;
        string relation = Relation(example, i);
        bool within = head >= first && head < i && relation is "flat" or "goeswith";
        bool toWithin = example.Heads[i - 1] - 1 == i && Relation(example, i - 1) is "compound" or "amod" or "flat";
        bool besides = head > i && example.Heads[i - 1] - 1 == head && relation is "compound" or "amod" && IsCapital(example, i);
        if (Is(example, i, Upos.PUNCT))
            return example.Forms[i] is "-" or "\u2013" && i + 1 < example.Count && Is(example, i + 1, Upos.PROPN) && example.Heads[i + 1] - 1 >= first
                && example.Heads[i + 1] - 1 < i && Relation(example, i + 1) == "flat";
        return within || (Is(example, i, Upos.PROPN) || IsCapital(example, i)) && (toWithin || besides) || AfterHyphen(example, first, i);
    }

    private bool AfterHyphen(LanguageExample example, int first, int i) =>
        i - 1 > first && Is(example, i - 1, Upos.PUNCT) && Relation(example, i) == "flat" && example.Heads[i] - 1 >= first;

    // Logarithms of the chances of the kinds, and last that it is none of them.
    private static float[] Scores(ReadOnlySpan<float> chances, int first, int end)
    {
        var scores = new float[Kinds.Length + 1];
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<float> word = chances.Slice(i * NameLabels.Count, NameLabels.Count);
            scores[^1] += MathF.Log(1e-4f + word[0] + Chance(word, NameType.Other));
            for (int k = 0; k < Kinds.Length; k++)
                scores[k] += MathF.Log(1e-4f + Chance(word, Kinds[k]));
        }
        scores[^1] += MathF.Log(DoubtOfNone);
        return scores;
    }

    private static float[] Softmax(float[] scores)
    {
        float[] chances = Array.ConvertAll(scores, s => MathF.Exp(s - scores.Max()));
        float all = chances.Sum();
        return Array.ConvertAll(chances, c => c / all);
    }

    private static float Chance(ReadOnlySpan<float> word, NameType type) =>
        word[NameLabels.Of(type, begins: true)] + word[NameLabels.Of(type, begins: false)];

    /// <summary>What is said of one name in all the sentences where it stands.</summary>
    private sealed class Votes
    {
        private readonly float[] _sums = new float[Kinds.Length + 1];
        private int _count;

        public void Add(float[] chances)
        {
            _count++;
            for (int k = 0; k < _sums.Length; k++)
                _sums[k] += chances[k];
        }

        /// <summary>Adds to the scores of one place what all places say on average.</summary>
        public void Weigh(float[] scores)
        {
            for (int k = 0; k < scores.Length; k++)
                scores[k] += MathF.Log(0.01f + _sums[k] / _count);
        }
    }
}
