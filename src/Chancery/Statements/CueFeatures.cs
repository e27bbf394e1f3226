using Chancery.Language;
using Chancery.Learning;

namespace Chancery.Statements;

/// <summary>What a word shows of whether it attributes here.</summary>
internal static class CueFeatures
{
    public static void Add(List<uint> features, SentenceView view, Field field, int cue, CueEntry? entry, Draft? rule, Draft? around)
    {
        Token token = view.Tokens[cue];
        uint word = view.Word[cue], upos = (uint)token.Upos, xpos = view.Xpos[cue], relation = view.Relation[cue];
        uint frames = entry is null ? 9999u : (uint)entry.Frames + ((uint)entry.Kind << 12);
        uint found = rule is null ? 1u : FeatureHash.Of(rule.Rule), sourced = rule is null ? 2u : rule.SourceHead is null ? 0u : 1u;
        uint template = 0;
        void One(uint a) => features.Add(FeatureHash.Of(++template, a));
        void Two(uint a, uint b) => features.Add(FeatureHash.Of(++template, a, b));
        void Three(uint a, uint b, uint c) => features.Add(FeatureHash.Of(++template, a, b, c));
        One(0);
        One(word);
        One(xpos);
        One(relation);
        One(frames);
        Two(word, xpos);
        Two(word, relation);
        Two(xpos, relation);
        Three(frames, xpos, relation);
        One(found);
        Two(found, word);
        Two(found, sourced);
        Three(found, sourced, word);
        Three(found, sourced, frames);
        Three(found, xpos, relation);
        for (int by = -3; by <= 3; by++)
        {
            template = 20 + (uint)((by + 3) * 6);
            if (by == 0)
                continue;
            uint near = view.WordAt(cue + by), tag = view.UposAt(cue + by);
            One(near);
            One(tag);
            if (by is >= -2 and <= 2)
            {
                Two(word, near);
                Two(word, tag);
                Three(frames, xpos, tag);
                Three(frames, xpos, near);
            }
        }
        template = 70;
        Three(view.UposAt(cue - 1), upos, view.UposAt(cue + 1));
        Three(view.UposAt(cue + 1), view.UposAt(cue + 2), frames);
        Three(view.UposAt(cue + 1), view.UposAt(cue + 2), word);
        uint has = 0;
        foreach (Token child in token.Children)
        {
            template = 80;
            uint side = child.Index < cue ? 0u : 1u, its = view.Relation[child.Index], kind = (uint)child.Upos, what = view.Word[child.Index];
            Two(side, its);
            Three(side, its, word);
            Three(side, its, frames);
            Three(side, its, kind);
            Three(its, kind, word);
            Two(its, what);
            Three(its, what, word);
            Three(its, what, frames);
            has |= child.Is("nsubj") ? 1u : child.Is("ccomp") ? 2u : child.Is("obj") ? 4u : child.Is("xcomp") ? 8u : child.Is("parataxis") ? 16u : child.Is("aux") ? 32u : child.Is("obl") ? 64u : 0;
            foreach (Token grandchild in child.Children)
            {
                template = 95;
                if (grandchild.Index < child.Index && (grandchild.Is("mark") || grandchild.Is("case")))
                {
                    Three(its, view.Word[grandchild.Index], frames);
                    Three(its, view.Word[grandchild.Index], word);
                }
                if (child.Is("nsubj"))
                    Three(0, view.Relation[grandchild.Index], (uint)grandchild.Upos);
            }
            if (child.Is("nsubj"))
            {
                template = 105;
                Three(view.Xpos[child.Index], char.IsUpper(child.Text[0]) ? 1u : 0u, frames);
                Two(view.Xpos[child.Index], char.IsUpper(child.Text[0]) ? 1u : 0u);
                Two(view.Xpos[child.Index], word);
            }
        }
        template = 110;
        One(has);
        Two(has, word);
        Two(has, frames);
        Three(has, xpos, relation);
        if (token.Head is { } head)
        {
            template = 120;
            Two(relation, view.Word[head.Index]);
            Two(relation, (uint)head.Upos);
            Three(relation, (uint)head.Upos, word);
            Two(word, view.Word[head.Index]);
        }
        template = 130;
        uint level = field.Level is null ? 0u : 1u;
        uint before = Mark(field, cue - 1, -1), after = Mark(field, cue + 1, 1);
        One(level);
        Two(level, word);
        Two(level, frames);
        Two(level, found);
        Two(before, after);
        Three(before, after, word);
        Three(before, after, frames);
        Three(before, after, found);
        template = 140;
        uint inside = around is null ? 0u : around.Kind is StatementKind.Says or StatementKind.Writes ? 1u : 2u;
        One(inside);
        Two(inside, word);
        Two(inside, frames);
        Three(inside, found, relation);
        if (around?.CueHead is { } other && other.Sentence == token.Sentence)
            Three(inside, view.Word[other.Index], frames);
        template = 150;
        uint first = cue == field.First ? 0u : cue == field.First + 1 ? 1u : 2u, length = Bucket(field.Last - field.First + 1);
        Two(first, xpos);
        Two(length, found);
        Two(view.Tokens[^1].Text == "?" ? 1u : 0u, frames);
    }

    /// <summary>The nearest quotation or mark on one side, and how near.</summary>
    private static uint Mark(Field field, int from, int step)
    {
        uint passed = 0;
        for (int i = from; i >= field.First && i <= field.Last && passed < 12; i += step, passed++)
        {
            if (field.QuotationAt(i) is { } quotation)
                return 20 + (quotation.Words < 3 ? 0u : 1u) + (passed < 1 ? 0u : passed < 4 ? 2u : 4u);
            if (passed < 4 && (field.IsComma(i) || field[i].Text is ":"))
                return (field[i].Text == ":" ? 8u : 1u) + (passed < 1 ? 0u : 2u);
        }
        return 0;
    }

    public static uint Bucket(int count) => count switch { < 5 => (uint)Math.Max(0, count), < 8 => 5, < 13 => 6, < 21 => 7, < 34 => 8, _ => 9 };
}
