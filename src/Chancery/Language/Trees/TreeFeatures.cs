using Chancery.Language.Tags;
using Chancery.Learning;

namespace Chancery.Language.Trees;

/// <summary>
/// What the parser looks at, after Zhang and Nivre (2011). A change here makes trained models useless: raise <see cref="Kind"/>.
/// </summary>
internal static class TreeFeatures
{
    public const string Kind = "trees/1";

    /// <summary>At least as many features as there are for a move or a label.</summary>
    public const int Most = 128;

    private const uint None = 0xFFFF;

    private static uint Word(ParserState s, int i) => i < 0 ? None : s.Words[i].Lower;

    private static uint Tag(ParserState s, int i) => i < 0 ? None : s.Tags[i];

    private static uint Label(ParserState s, int i) => i < 0 ? None : s.Labels[i];

    private static uint Set(ulong labels) => (uint)labels ^ (uint)(labels >> 32) * 0x9E3779B1u;

    private static uint Distance(int a, int b)
    {
        if (a < 0 || b < 0)
            return 15;
        int d = Math.Abs(a - b);
        return d <= 5 ? (uint)d : d <= 8 ? 6u : d <= 14 ? 7u : 8u;
    }

    private ref struct Writer(Span<uint> to, uint template)
    {
        private readonly Span<uint> _to = to;
        private uint _template = template;

        public int Count { get; private set; }

        public void Add(uint a) => _to[Count++] = FeatureHash.Of(++_template, a);

        public void Add(uint a, uint b) => _to[Count++] = FeatureHash.Of(++_template, a, b);

        public void Add(uint a, uint b, uint c) => _to[Count++] = FeatureHash.Of(++_template, a, b, c);

        public void Add(uint a, uint b, uint c, uint d) => _to[Count++] = FeatureHash.Of(++_template, a, b, c, d);
    }

    /// <summary>For the choice of the next move.</summary>
    /// <returns>How many features were written.</returns>
    public static int Move(ParserState s, Span<uint> features)
    {
        var to = new Writer(features, 0);
        int s0 = s.Stack(0), s1 = s.Stack(1), s2 = s.Stack(2), b0 = s.Ahead(0), b1 = s.Ahead(1), b2 = s.Ahead(2), b3 = s.Ahead(3);
        uint s0w = Word(s, s0), s0t = Tag(s, s0), s1w = Word(s, s1), s1t = Tag(s, s1), s2w = Word(s, s2), s2t = Tag(s, s2);
        uint b0w = Word(s, b0), b0t = Tag(s, b0), b1w = Word(s, b1), b1t = Tag(s, b1), b2w = Word(s, b2), b2t = Tag(s, b2);
        uint b3t = Tag(s, b3);
        uint s0wt = FeatureHash.Of(s0w, s0t), b0wt = FeatureHash.Of(b0w, b0t), s1wt = FeatureHash.Of(s1w, s1t);

        // single words
        to.Add(s0wt);
        to.Add(s0t);
        to.Add(s0w);
        to.Add(s1wt);
        to.Add(s1t);
        to.Add(s1w);
        to.Add(s2t);
        to.Add(s2w, s2t);
        to.Add(b0wt);
        to.Add(b0t);
        to.Add(b0w);
        to.Add(b1w, b1t);
        to.Add(b1t);
        to.Add(b2t);
        to.Add(b2w);
        to.Add(b3t);

        // pairs
        to.Add(s0wt, b0wt);
        to.Add(s0wt, b0t);
        to.Add(s0t, b0wt);
        to.Add(s0w, b0w);
        to.Add(s0t, b0t);
        to.Add(b0t, b1t);
        to.Add(b0w, b1t);
        to.Add(b0t, b1w);
        to.Add(b0w, b1w);
        to.Add(s1t, s0t);
        to.Add(s1wt, s0t);
        to.Add(s1t, s0wt);
        to.Add(s1w, s0w);
        to.Add(s1t, b0t);
        to.Add(s1w, b0t);
        to.Add(s1t, b0w);
        to.Add(s1w, b0w);
        to.Add(s2t, s0t);

        // three and four words
        to.Add(s0t, b0t, b1t);
        to.Add(s0w, b0t, b1t);
        to.Add(s0t, b0w, b1t);
        to.Add(s0t, b0t, b1w);
        to.Add(b0t, b1t, b2t);
        to.Add(s1t, s0t, b0t);
        to.Add(s1w, s0t, b0t);
        to.Add(s1t, s0w, b0t);
        to.Add(s1t, s0t, b0w);
        to.Add(s1w, s0t, b0w);
        to.Add(s2t, s1t, s0t);
        to.Add(s1t, s0t, b0t, b1t);
        to.Add(s0t, b0t, b1t, b2t);
        to.Add(s2t, s1t, s0t, b0t);

        // what stands next to the two that may be joined
        uint s0before = Tag(s, s0 - 1), s0after = Tag(s, s0 < 0 || s0 >= s.Count ? -1 : s0 + 1), s1after = Tag(s, s1 < 0 || s1 >= s.Count ? -1 : s1 + 1);
        to.Add(s1t, s0t, s0before);
        to.Add(s1t, s0t, s1after);
        to.Add(s0t, b0t, s0after);
        to.Add(s1t, s1after, b0t);

        // distances and numbers of dependents
        uint near = Distance(s0, b0), below = Distance(s1, s0);
        to.Add(s0w, near);
        to.Add(s0t, near);
        to.Add(b0w, near);
        to.Add(b0t, near);
        to.Add(s0t, b0t, near);
        to.Add(s1t, s0t, below);
        to.Add(s1w, s0w, below);
        to.Add(s1t, s0t, b0t, below);
        Dependents(s, ref to, s0, s1, b0);
        return to.Count;
    }

    private static void Dependents(ParserState s, ref Writer to, int s0, int s1, int b0)
    {
        uint s0w = Word(s, s0), s0t = Tag(s, s0), s1w = Word(s, s1), s1t = Tag(s, s1), b0w = Word(s, b0), b0t = Tag(s, b0);
        int s0l = s0 < 0 ? -1 : s.Left1[s0], s0r = s0 < 0 ? -1 : s.Right1[s0], b0l = b0 < 0 ? -1 : s.Left1[b0];
        int s1l = s1 < 0 ? -1 : s.Left1[s1], s1r = s1 < 0 ? -1 : s.Right1[s1];
        int s0l2 = s0 < 0 ? -1 : s.Left2[s0], s0r2 = s0 < 0 ? -1 : s.Right2[s0], s1r2 = s1 < 0 ? -1 : s.Right2[s1];
        int b0l2 = b0 < 0 ? -1 : s.Left2[b0];
        uint s0v = s0 < 0 ? None : (uint)s.RightCount[s0], s1v = s1 < 0 ? None : (uint)s.RightCount[s1];
        uint s0lv = s0 < 0 ? None : (uint)s.LeftCount[s0], b0lv = b0 < 0 ? None : (uint)s.LeftCount[b0];
        to.Add(s0w, s0v);
        to.Add(s0t, s0v);
        to.Add(s0t, s0lv);
        to.Add(s1t, s1v);
        to.Add(s1w, s1v);
        to.Add(b0w, b0lv);
        to.Add(b0t, b0lv);

        uint s0set = s0 < 0 ? None : Set(s.RightLabels[s0]), s0lset = s0 < 0 ? None : Set(s.LeftLabels[s0]);
        uint s1set = s1 < 0 ? None : Set(s.RightLabels[s1]), s1lset = s1 < 0 ? None : Set(s.LeftLabels[s1]);
        uint b0set = b0 < 0 ? None : Set(s.LeftLabels[b0]);
        to.Add(s0t, s0set);
        to.Add(s0w, s0set);
        to.Add(s0t, s0lset);
        to.Add(s0w, s0lset);
        to.Add(s1t, s1set);
        to.Add(s1w, s1set);
        to.Add(s1t, s1lset);
        to.Add(b0t, b0set);
        to.Add(b0w, b0set);
        to.Add(s0t, s0lset, s0set, b0t);
        to.Add(s1t, s1set, s0t, b0t);
        to.Add(s1t, s1lset, s0t, b0t);
        to.Add(s0t, b0t, b0set);

        to.Add(Word(s, s0l), Tag(s, s0l));
        to.Add(Word(s, s0r), Tag(s, s0r));
        to.Add(Word(s, b0l), Tag(s, b0l));
        to.Add(Word(s, s1r), Tag(s, s1r));
        to.Add(Word(s, s1l), Tag(s, s1l));
        to.Add(s0t, Tag(s, s0l), b0t);
        to.Add(s0t, Tag(s, s0r), b0t);
        to.Add(s0t, b0t, Tag(s, b0l));
        to.Add(s1t, Tag(s, s1r), s0t);
        to.Add(s1t, Tag(s, s1l), s0t);
        to.Add(s1t, s0t, Tag(s, s0l));
        to.Add(s1t, s0t, Tag(s, s0r));
        to.Add(s1t, Label(s, s1r), s0t, Label(s, s0l));
        to.Add(s0t, Label(s, s0l), Label(s, s0l2));
        to.Add(s0t, Label(s, s0r), Label(s, s0r2));
        to.Add(s1t, Label(s, s1r), Label(s, s1r2));
        to.Add(b0t, Label(s, b0l), Label(s, b0l2));

        // what a preposition or conjunction binds to: its own word against both candidates
        uint marker = Word(s, s0l);
        to.Add(s1w, marker, s0t);
        to.Add(s1w, marker, s0w);
        to.Add(s1t, marker, s0t);
        to.Add(s1t, marker, b0t);
        int s2 = s.Stack(2);
        to.Add(Word(s, s2), marker, s1t);
        to.Add(Tag(s, s2), s1t, marker);
        to.Add(s0w, Word(s, b0l), b0t);
    }

    /// <summary>For the label of an arc about to be drawn; the dependent has all its own dependents.</summary>
    /// <returns>How many features were written.</returns>
    public static int Arc(ParserState s, int head, int word, Span<uint> features)
    {
        uint side = head < word ? 1u : 2u;
        var to = new Writer(features, 1000 * side);
        uint w = Word(s, word), t = Tag(s, word), hw = Word(s, head), ht = Tag(s, head);
        ulong headLabels = s.LeftLabels[head] | s.RightLabels[head];
        uint headSet = Set(headLabels), far = Distance(head, word);
        int first = s.Left1[word], last = s.Right1[word];
        uint firstWord = Word(s, first), left = Set(s.LeftLabels[word]), right = Set(s.RightLabels[word]);
        int before = word - 1, after = word < s.Count ? word + 1 : -1;
        int headBefore = head - 1, headAfter = head < s.Count ? head + 1 : -1;

        to.Add(t);
        to.Add(w);
        to.Add(w, t);
        to.Add(ht);
        to.Add(hw);
        to.Add(t, ht);
        to.Add(w, ht);
        to.Add(t, hw);
        to.Add(w, hw);
        to.Add(w, t, ht);
        to.Add(t, hw, ht);
        to.Add(t, ht, far);
        to.Add(w, far);
        to.Add(s.Words[word].Suffix3, ht);
        to.Add(s.Words[word].Suffix2, t, ht);
        to.Add(s.Words[word].Shape, t, ht);
        to.Add(s.Words[head].Suffix3, t);

        to.Add(t, Tag(s, before));
        to.Add(t, Tag(s, after));
        to.Add(t, Word(s, before));
        to.Add(t, Word(s, after));
        to.Add(w, Word(s, before));
        to.Add(w, Word(s, after));
        to.Add(t, ht, Tag(s, before));
        to.Add(t, ht, Tag(s, after));
        to.Add(t, ht, Tag(s, headBefore));
        to.Add(t, ht, Tag(s, headAfter));
        to.Add(t, hw, Word(s, headAfter));
        to.Add(Tag(s, before), t, Tag(s, after), ht);

        to.Add(t, ht, firstWord);
        to.Add(t, hw, firstWord);
        to.Add(w, firstWord, ht);
        to.Add(t, firstWord);
        to.Add(t, ht, Tag(s, first), Label(s, first));
        to.Add(t, ht, Word(s, last));
        to.Add(t, ht, Tag(s, last));
        to.Add(t, left, ht);
        to.Add(t, left, hw);
        to.Add(w, left);
        to.Add(t, right, ht);
        to.Add(w, right);
        to.Add(t, left, right, ht);
        to.Add(t, Tag(s, s.Left2[word]), ht);

        to.Add(t, headSet);
        to.Add(t, ht, headSet);
        to.Add(w, headSet);
        to.Add(t, hw, headSet);
        to.Add(t, ht, Set(s.RightLabels[head]), firstWord);
        to.Add(t, ht, Label(s, side == 1 ? s.Right1[head] : s.Left1[head]), firstWord);
        to.Add(t, ht, Tag(s, side == 1 ? s.Right1[head] : s.Left1[head]));
        to.Add(t, ht, Word(s, s.Left1[head]));
        to.Add(t, ht, Tag(s, s.Count)); // how the sentence ends
        return to.Count;
    }
}
