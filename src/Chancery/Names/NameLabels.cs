using System.Collections.Immutable;

namespace Chancery.Names;

/// <summary>Labels of words: outside a name; or first or later word of a name of some type. Numbered 0, then two for each type.</summary>
internal static class NameLabels
{
    public const int Count = 9;

    public static ImmutableArray<string> Names { get; } =
        ["O", .. Enum.GetNames<NameType>().SelectMany(type => new[] { $"B-{type}", $"I-{type}" })];

    public static byte Of(NameType type, bool begins) => (byte)((int)type * 2 + (begins ? 1 : 2));

    public static NameType TypeOf(int label) => (NameType)((label - 1) / 2);

    public static bool Begins(int label) => label % 2 == 1;

    public static bool Continues(int label) => label > 0 && label % 2 == 0;

    /// <summary>Whether a word may bear the label after one that bears <paramref name="before"/> (0 at the beginning).</summary>
    public static bool MayFollow(int before, int label) => !Continues(label) || (before > 0 && TypeOf(before) == TypeOf(label));
}
