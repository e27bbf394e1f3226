namespace Chancery.Language.Trees;

/// <summary>The tree with the highest sum of scores among all that have one root: Chu and Liu (1965), Edmonds (1967).</summary>
internal static class TreeDecoder
{
    /// <param name="scores">Of n words: n rows of n + 1 scores, of the root and of each word as the head. A word is not its own head.</param>
    /// <param name="heads">Written: for each word the index of its head, -1 for the root. One root, no cycle, whatever the scores.</param>
    public static void Decode(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int n = heads.Length, roots = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> row = scores.Slice(i * (n + 1), n + 1);
            int best = 0;
            for (int j = 1; j <= n; j++)
            {
                if (row[j] > row[best])
                    best = j;
            }
            heads[i] = best - 1;
            roots += best == 0 ? 1 : 0;
        }
        if (roots != 1 || !IsTree(heads))
            Search(scores, heads);
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == i + 1)
                return false;
        }
        return true;
    }

    private static void Search(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int n = heads.Length;
        var all = new double[n + 1, n + 1]; // row: head, column: dependent; 0 is the root
        double low = double.MaxValue, high = double.MinValue;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                float score = scores[i * (n + 1) + j];
                if (float.IsFinite(score))
                    (low, high) = (Math.Min(low, score), Math.Max(high, score));
            }
        }
        // So dear that no tree takes a second arc from the root if it can do with one; and with words for heads it always can.
        double dear = low > high ? 0 : (high - low + 1) * (n + 1);
        for (int i = 1; i <= n; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                float score = scores[(i - 1) * (n + 1) + j];
                all[j, i] = (float.IsFinite(score) ? score : low) - (j == 0 ? dear : 0);
            }
        }
        var found = Best(all, n + 1);
        for (int i = 0; i < n; i++)
            heads[i] = found[i + 1] - 1;
    }

    // Heads of nodes 1 to count - 1 in the best tree below node 0. A cycle of best heads is drawn together to one node and solved again.
    private static int[] Best(double[,] scores, int count)
    {
        var head = new int[count];
        for (int i = 1; i < count; i++)
        {
            head[i] = i == 1 && count > 2 ? 2 : i == 1 ? 0 : 1;
            for (int j = 0; j < count; j++)
            {
                if (j != i && scores[j, i] > scores[head[i], i])
                    head[i] = j;
            }
        }
        int[]? cycle = CycleOf(head);
        if (cycle is null)
            return head;
        var inCycle = new bool[count];
        foreach (int i in cycle)
            inCycle[i] = true;
        int[] outside = [.. Enumerable.Range(0, count).Where(i => !inCycle[i])];
        int size = outside.Length + 1, drawn = size - 1;
        var smaller = new double[size, size];
        var (enters, leaves) = (new int[size], new int[size]); // by which word of the cycle an arc goes in, or from which it comes
        for (int a = 0; a < outside.Length; a++)
        {
            for (int b = 0; b < outside.Length; b++)
                smaller[a, b] = scores[outside[a], outside[b]];
            (smaller[a, drawn], smaller[drawn, a]) = (double.NegativeInfinity, double.NegativeInfinity);
            foreach (int i in cycle)
            {
                double entering = scores[outside[a], i] - scores[head[i], i], leaving = scores[i, outside[a]];
                if (entering > smaller[a, drawn])
                    (smaller[a, drawn], enters[a]) = (entering, i);
                if (leaving > smaller[drawn, a])
                    (smaller[drawn, a], leaves[a]) = (leaving, i);
            }
        }
        int[] found = Best(smaller, size);
        for (int a = 1; a < outside.Length; a++)
            head[outside[a]] = found[a] == drawn ? leaves[a] : outside[found[a]];
        head[enters[found[drawn]]] = outside[found[drawn]];
        return head;
    }

    private static int[]? CycleOf(int[] head)
    {
        var seen = new int[head.Length];
        for (int i = 1; i < head.Length; i++)
        {
            int at = i;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = i;
                at = head[at];
            }
            if (at == 0 || seen[at] != i)
                continue;
            var cycle = new List<int> { at };
            for (int next = head[at]; next != at; next = head[next])
                cycle.Add(next);
            return [.. cycle];
        }
        return null;
    }
}
