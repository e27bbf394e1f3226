namespace Chancery.Language.Trees;

/// <summary>How far a head is from its dependent and on which side, in steps that grow with the distance.</summary>
/// <remarks>A change here makes trained models useless: raise the kind of the encoder.</remarks>
internal static class TreeDistance
{
    private const int Steps = 11;

    /// <summary>The number of the root as a head.</summary>
    public const int Root = 2 * Steps;

    /// <summary>Numbers there are, rounded up to a multiple of 8.</summary>
    public const int Count = 24;

    /// <param name="dependent">Place of the dependent in its sentence.</param>
    /// <param name="head">Place of the head, another one.</param>
    public static int Of(int dependent, int head) => head > dependent ? Step(head - dependent) : Steps + Step(dependent - head);

    private static int Step(int words) => words switch
    {
        <= 5 => words - 1,
        <= 7 => 5,
        <= 10 => 6,
        <= 15 => 7,
        <= 22 => 8,
        <= 35 => 9,
        _ => 10,
    };
}
