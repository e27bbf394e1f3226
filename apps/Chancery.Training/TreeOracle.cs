using Chancery.Language.Trees;

namespace Chancery.Training;

/// <summary>
/// How many right arcs each move puts out of reach, in any state: the dynamic oracle for arc-hybrid parsing (Goldberg and Nivre 2013).
/// </summary>
internal static class TreeOracle
{
    /// <param name="heads">Right heads; words count from 1, 0 is the root.</param>
    public static int Cost(ParserState s, int[] heads, ParserMove move) => move switch
    {
        ParserMove.Shift => ShiftCost(s, heads),
        ParserMove.Left => PopCost(s, heads, s.Next) + (s.Stack(1) >= 0 && heads[s.Stack(0)] == s.Stack(1) ? 1 : 0),
        _ => PopCost(s, heads, Nothing),
    };

    private const int Nothing = -2;

    // The word leaves the stack: dependents still to come are lost, and its head if that lies ahead and is not the one it gets now.
    private static int PopCost(ParserState s, int[] heads, int given)
    {
        int word = s.Stack(0), cost = 0;
        for (int i = s.Next; i <= s.Count; i++)
        {
            if (heads[i] == word)
                cost++;
            if (heads[word] == i && i != given)
                cost++;
        }
        return cost;
    }

    // The next word goes on the stack: it can no longer take dependents there, nor a head below the topmost.
    private static int ShiftCost(ParserState s, int[] heads)
    {
        int cost = 0;
        for (int depth = 0; s.Stack(depth) is var at and >= 0; depth++)
        {
            if (heads[at] == s.Next)
                cost++;
            if (depth > 0 && heads[s.Next] == at)
                cost++;
        }
        return cost;
    }
}
