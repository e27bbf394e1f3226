using System.Collections.Immutable;
using Chancery.Language.Tokens;
using Chancery.Text;

namespace Chancery.Language.Sentences;

/// <summary>One paragraph's tokens, [First, End) of the report's.</summary>
internal readonly record struct Stretch(string Text, ImmutableArray<TextSpan> Tokens, int First, int End)
{
    /// <summary>The token without what clings to it and has no width; never empty.</summary>
    public ReadOnlySpan<char> this[int i]
    {
        get
        {
            (int start, int end) = (VisibleStart(i), Tokens[i].End);
            while (end - 1 > start && Text[end - 1] > '\u007F' && Characters.Clings(Text, end - 1))
                end--;
            return Text.AsSpan(start, end - start);
        }
    }

    public bool SpaceBefore(int i) => i == First || Tokens[i].Start > Tokens[i - 1].End;

    public bool SpaceAfter(int i) => i + 1 == End || Tokens[i + 1].Start > Tokens[i].End;

    public bool IsUpper(int i) => Characters.IsUpper(Text, VisibleStart(i), Text.Length);

    public bool IsLower(int i) => Characters.IsLower(Text, VisibleStart(i), Text.Length);

    private int VisibleStart(int i)
    {
        (int start, int end) = (Tokens[i].Start, Tokens[i].End);
        while (start + 1 < end && Text[start] > '\u007F' && Characters.Clings(Text, start))
            start++;
        return start;
    }

    /// <summary>":)", ";-)" and the like.</summary>
    public bool IsFace(int i) => this[i] is [':' or ';' or '=', .., ')' or '(' or 'D' or 'P'] and { Length: < 4 };
}
