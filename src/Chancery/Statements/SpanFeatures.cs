using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>What each word of a field shows of its part in the statement of one cue.</summary>
internal sealed class SpanFeatures
{
    private readonly SentenceView _view;
    private readonly Field _field;
    private readonly int _cue;
    private readonly uint _word, _frames, _rule, _voice;
    private readonly byte[] _ruled;

    // For each word: the branch by which it hangs on the cue or on what the cue hangs on, and that branch's topmost word.
    private readonly uint[] _branch;
    private readonly int[] _top;
    private readonly byte[] _depth;
    private readonly byte[] _quote;
    private readonly uint[] _runOfQuotes;

    // Cues and sources of other statements that the rules found.
    private readonly byte[] _others;

    public SpanFeatures(SentenceView view, Field field, int cue, CueEntry? entry, Draft? rule, IEnumerable<Draft> others)
    {
        (_view, _field, _cue, _word) = (view, field, cue, view.Word[cue]);
        _frames = entry is null ? 9999u : (uint)entry.Frames;
        _rule = rule is null ? 1u : FeatureHash.Of(rule.Rule);
        _voice = FeatureHash.Of(view.Xpos[cue], view.Tokens[cue].Children.Any(c => c.Deprel is "aux:pass" or "nsubj:pass") ? 1u : 0u);
        int n = field.Last - field.First + 1;
        _ruled = rule is null ? new byte[n] : SpanLabels.Of(field, rule.Cue, rule.Source, rule.Content);
        (_branch, _top, _depth, _quote, _runOfQuotes) = (new uint[n], new int[n], new byte[n], new byte[n], new uint[n]);
        Branches();
        Quotations();
        _others = new byte[n];
        foreach (Draft other in others)
        {
            if (ReferenceEquals(other, rule) || other.CueHead is null)
                continue;
            for (int i = 0; i < n; i++)
            {
                TextSpan span = field[field.First + i].Span;
                if (other.Cue.Overlaps(span))
                    _others[i] = 1;
                else if (_others[i] == 0 && other.Source.Overlaps(span))
                    _others[i] = 2;
            }
        }
    }

    private void Branches()
    {
        // The cue and its heads, up to three: what hangs on them is told apart by where.
        Token cue = _view.Tokens[_cue];
        Span<int> above = stackalloc int[4];
        int count = 0;
        uint way = 0;
        Span<uint> ways = stackalloc uint[4];
        for (Token? at = cue; at is not null && count < 4; at = at.Head)
        {
            (above[count], ways[count++]) = (at.Index, way);
            way = FeatureHash.Of(way, _view.Relation[at.Index]);
        }
        for (int i = _field.First; i <= _field.Last; i++)
        {
            int slot = i - _field.First;
            Token at = _view.Tokens[i];
            int depth = 0, found = -1;
            while (true)
            {
                for (int k = 0; k < count && found < 0; k++)
                    found = at.Head is not null && at.Head.Index == above[k] && (k + 1 >= count || at.Index != above[k + 1]) ? k : found;
                if (found >= 0 || at.Head is null)
                    break;
                at = at.Head;
                depth++;
            }
            int self = above[..count].IndexOf(i);
            if (self >= 0)
                (_branch[slot], _top[slot], _depth[slot]) = (FeatureHash.Of(7u, ways[self]), i, 9);
            else if (found >= 0)
                (_branch[slot], _top[slot], _depth[slot]) = (FeatureHash.Of(ways[found], _view.Relation[at.Index]), at.Index, (byte)Math.Min(depth, 3));
            else
                (_branch[slot], _top[slot], _depth[slot]) = (8u, at.Index, (byte)Math.Min(depth, 3));
        }
    }

    private void Quotations()
    {
        uint number = 0;
        Quotation? last = null;
        for (int i = _field.First; i <= _field.Last; i++)
        {
            int slot = i - _field.First;
            Quotation? here = _field.QuotationAt(i);
            if (!ReferenceEquals(here, last) && here is not null)
                number++;
            bool opens = here is not null && (i == _field.First || !ReferenceEquals(here, _field.QuotationAt(i - 1)));
            bool closes = here is not null && (i == _field.Last || !ReferenceEquals(here, _field.QuotationAt(i + 1)));
            _quote[slot] = (byte)(here is null ? 0 : (opens ? 2 : 0) + (closes ? 4 : 0) + (here.Words < 3 ? 8 : 0) + 1);
            _runOfQuotes[slot] = here is null ? 0 : Math.Min(number, 3);
            last = here;
        }
    }

    private uint Ruled(int i) => i < _field.First ? 50u : i > _field.Last ? 51u : _ruled[i - _field.First];
    private uint Quote(int i) => i < _field.First ? 50u : i > _field.Last ? 51u : _quote[i - _field.First];
    private uint Branch(int i) => i < _field.First ? 50u : i > _field.Last ? 51u : _branch[i - _field.First];

    private uint Other(int i) => i < _field.First ? 50u : i > _field.Last ? 51u : _others[i - _field.First];

    /// <summary>Where a phrase hangs: its relation, and what its head is to the cue.</summary>
    private uint Hangs(int head)
    {
        Token? on = _view.Tokens[head].Head;
        uint place = on is null ? 1u : on.Index == _cue ? 2u : on.Index < _field.First || on.Index > _field.Last ? 3u
            : FeatureHash.Of(_branch[on.Index - _field.First], _depth[on.Index - _field.First]);
        return FeatureHash.Of(_view.Relation[head], place);
    }

    /// <summary>Two neighbours hang on different branches.</summary>
    private uint Breaks(int i, int j) => i < _field.First || j > _field.Last ? 2u : _top[i - _field.First] != _top[j - _field.First] ? 1u : 0u;

    public void Add(List<uint> features, int i)
    {
        int slot = i - _field.First;
        Token token = _view.Tokens[i];
        uint side = i < _cue ? 0u : i > _cue ? 1u : 2u, distance = CueFeatures.Bucket(Math.Abs(i - _cue)) + (side << 8);
        uint word = _view.Word[i], upos = (uint)token.Upos, xpos = _view.Xpos[i], relation = _view.Relation[i];
        uint before = _view.UposAt(i - 1), after = _view.UposAt(i + 1), wordBefore = _view.WordAt(i - 1), wordAfter = _view.WordAt(i + 1);
        uint branch = FeatureHash.Of(_branch[slot], side), depth = _depth[slot];
        int top = _top[slot];
        uint edges = (i == Math.Max(_field.First, _view.Left[top]) ? 1u : 0u) + (i == Math.Min(_field.Last, _view.Right[top]) ? 2u : 0u) + (i == top ? 4u : 0u);
        int low = Math.Min(i, _cue), high = Math.Max(i, _cue);
        uint commas = (uint)Math.Min(3, _view.Commas[high] - _view.Commas[Math.Min(low + 1, high)]), finite = (uint)Math.Min(3, _view.Finite[high] - _view.Finite[Math.Min(low + 1, high)]);
        uint ruled = _ruled[slot], ruledBefore = Ruled(i - 1), ruledAfter = Ruled(i + 1), quote = _quote[slot];
        uint template = 1000;
        void One(uint a) => features.Add(FeatureHash.Of(++template, a));
        void Two(uint a, uint b) => features.Add(FeatureHash.Of(++template, a, b));
        void Three(uint a, uint b, uint c) => features.Add(FeatureHash.Of(++template, a, b, c));
        void Four(uint a, uint b, uint c, uint d) => features.Add(FeatureHash.Of(++template, a, b, c, d));
        One(side);
        One(distance);
        Two(distance, upos);
        Two(distance, _frames);
        Two(distance, _word);
        Two(side, word);
        Two(side, xpos);
        Three(side, upos, before);
        Three(side, upos, after);
        Four(side, before, upos, after);
        Two(side, wordBefore);
        Two(side, wordAfter);
        Three(side, wordBefore, word);
        Three(side, word, wordAfter);
        Three(side, word, _word);
        One(branch);
        Two(branch, depth);
        Two(branch, edges);
        Three(branch, edges, _word);
        Three(branch, edges, _frames);
        Three(branch, edges, upos);
        Three(branch, edges, word);
        Three(branch, edges, wordBefore);
        Three(branch, edges, wordAfter);
        Three(branch, edges, commas);
        Two(branch, _word);
        Two(branch, _voice);
        Three(branch, edges, _voice);
        Four(branch, edges, before, after);
        Three(branch, Breaks(i - 1, i), Branch(i - 1));
        Three(branch, Breaks(i, i + 1), Branch(i + 1));
        Four(Breaks(i - 1, i), Breaks(i, i + 1), side, upos);
        Two(ruled, _rule);
        Three(ruled, ruledBefore, ruledAfter);
        Four(ruled, ruledBefore, ruledAfter, _rule);
        Two(ruled, _word);
        Two(ruled, _frames);
        Three(ruled, branch, edges);
        Three(ruled, upos, side);
        Two(ruled, word);
        Two(ruled, wordAfter);
        Three(ruledAfter, wordAfter, _rule);
        Three(ruled, ruledAfter, after);
        Three(ruled, ruledBefore, wordBefore);
        Three(quote, Quote(i - 1), Quote(i + 1));
        Three(quote, side, _runOfQuotes[slot]);
        Three(quote, ruled, side);
        Three(quote, side, commas);
        Three(quote, side, _frames);
        Three(quote, Quote(i + 1), wordAfter);
        Three(side, commas, finite);
        Four(side, commas, upos, finite);
        Four(side, commas, before, after);
        Three(side, commas, _frames);
        Three(side, relation, upos);
        Two(side, relation);
        Three(relation, side, token.Head is { } head ? _view.Word[head.Index] : 0u);
        Three(relation, depth, branch);
        uint twoAfter = _view.WordAt(i + 2), twoBefore = _view.WordAt(i - 2);
        Three(side, wordAfter, twoAfter);
        Three(side, wordAfter, _view.UposAt(i + 2));
        Four(side, wordAfter, twoAfter, ruled);
        Three(side, wordBefore, twoBefore);
        Three(side, wordBefore, _view.UposAt(i - 2));
        Phrase(i, side);
        template = 1110;
        Phrase(i + 1, side);
        template = 1120;
        if (i + 2 <= _field.Last && _view.Tokens[i + 1].Upos == Upos.PUNCT)
            Phrase(i + 2, FeatureHash.Of(side, wordAfter));
        template = 1130;
        if (i > _field.First && _view.Tokens[i - 1].Upos == Upos.PUNCT)
            Phrase(i, FeatureHash.Of(side, wordBefore));
        template = 1140;
        if (_view.Closer[i] is >= 0 and var closer)
        {
            Two(side, Hangs(closer));
            Three(side, Hangs(closer), wordAfter);
            Three(side, Hangs(closer), ruled);
        }
        template = 1150;
        Four(side, Other(i - 1), Other(i), Other(i + 1));
        Three(Other(i), ruled, side);
        Three(Other(i + 1), wordAfter, side);
        Three(Other(i + 2), wordAfter, side);
        Three(Other(i + 2), Other(i + 1), ruled);
        void Phrase(int at, uint with)
        {
            if (at > _field.Last || _view.Opener[at] is not (>= 0 and var opener))
                return;
            uint hangs = Hangs(opener);
            Two(with, hangs);
            Three(with, hangs, _view.Word[at]);
            Three(with, _view.Relation[opener], _view.Word[opener]);
            Three(with, hangs, _view.Word[opener]);
            Three(with, hangs, ruled);
            Three(with, hangs, _frames);
        }
        template = 1160;
        Three(side, i == _field.First ? 1u : i == _field.Last ? 2u : 0u, upos);
        Three(side, _view.Tokens[i].Text.Length > 0 && char.IsUpper(token.Text[0]) ? 1u : 0u, upos);
    }
}
