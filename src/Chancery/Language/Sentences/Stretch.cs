using System.Collections.Immutable;
using Chancery.Language.Tokens;
using Chancery.Text;

namespace Chancery.Language.Sentences;

/// <summary>One paragraph's tokens, [First, End) of the report's.</summary>
internal readonly record struct Stretch(string Text, ImmutableArray<TextSpan> Tokens, int First, int End)
{
    public ReadOnlySpan<char> this[int i] => Text.AsSpan(Tokens[i].Start, Tokens[i].Length);

    public bool SpaceBefore(int i) => i == First || Tokens[i].Start > Tokens[i - 1].End;

    public bool SpaceAfter(int i) => i + 1 == End || Tokens[i + 1].Start > Tokens[i].End;

    public bool IsUpper(int i) => Characters.IsUpper(Text, Tokens[i].Start, Text.Length);

    public bool IsLower(int i) => Characters.IsLower(Text, Tokens[i].Start, Text.Length);

    /// <summary>":)", ";-)" and the like.</summary>
    public bool IsFace(int i) => this[i] is [':' or ';' or '=', .., ')' or '(' or 'D' or 'P'] and { Length: < 4 };
}
