using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>What a token is to a cue: outside, or the beginning, inside, end or whole of a run of cue, source or content.</summary>
internal static class SpanLabels
{
    public const int Outside = 0, Cue = 1, Source = 5, Content = 9, Count = 13;

    /// <summary>Numbers of one row of weights: the labels, filled up to what a vector takes at once.</summary>
    public const int Row = 16;

    private const int Begin = 0, Inside = 1, End = 2, Whole = 3;

    private static readonly bool[] Allowed = BuildAllowed();

    public static bool MayFollow(int before, int next) => Allowed[(before * Count) + next];

    public static bool MayStart(int label) => label == Outside || Place(label) is Begin or Whole;
    public static bool MayEnd(int label) => label == Outside || Place(label) is End or Whole;

    /// <summary><see cref="Cue"/>, <see cref="Source"/>, <see cref="Content"/>, or <see cref="Outside"/>.</summary>
    public static int Type(int label) => label == Outside ? Outside : ((label - 1) / 4 * 4) + 1;

    private static int Place(int label) => (label - 1) % 4;

    private static bool[] BuildAllowed()
    {
        var allowed = new bool[Count * Count];
        for (int before = 0; before < Count; before++)
        {
            for (int next = 0; next < Count; next++)
            {
                bool open = before != Outside && Place(before) is Begin or Inside;
                allowed[(before * Count) + next] = open
                    ? next != Outside && Type(next) == Type(before) && Place(next) is Inside or End
                    : MayStart(next);
            }
        }
        return allowed;
    }

    /// <summary>The labels of a field's tokens when cue, source and content lie where they are said to.</summary>
    public static byte[] Of(Field field, SpanList cue, SpanList source, IEnumerable<TextSpan> content)
    {
        int n = field.Last - field.First + 1;
        var types = new int[n];
        Mark(field, types, content, Content);
        Mark(field, types, source, Source);
        Mark(field, types, cue, Cue);
        // Marks between two words of one kind are of it too, others of none.
        int last = Outside, lastAt = -1;
        for (int i = 0; i < n; i++)
        {
            if (IsMark(field[field.First + i]) && types[i] != Cue)
            {
                types[i] = Outside;
                continue;
            }
            for (int j = lastAt + 1; j < i && last == types[i]; j++)
                types[j] = last;
            (last, lastAt) = (types[i], i);
        }
        var labels = new byte[n];
        for (int i = 0; i < n; i++)
        {
            if (types[i] == Outside)
                continue;
            bool first = i == 0 || types[i - 1] != types[i], final = i == n - 1 || types[i + 1] != types[i];
            labels[i] = (byte)(types[i] + (first, final) switch { (true, true) => Whole, (true, false) => Begin, (false, true) => End, _ => Inside });
        }
        return labels;
    }

    private static bool IsMark(Token token) => token.Upos == Upos.PUNCT && !token.Text.AsSpan().ContainsAnyInRange('0', '9');

    private static void Mark(Field field, int[] types, IEnumerable<TextSpan> spans, int type)
    {
        foreach (TextSpan span in spans)
        {
            for (int i = 0; i < types.Length; i++)
            {
                if (field[field.First + i].Span.Overlaps(span))
                    types[i] = type;
            }
        }
    }

    /// <summary>The runs of one kind, as first and last index in the sentence.</summary>
    public static List<(int First, int Last)> Runs(Field field, ReadOnlySpan<byte> labels, int type)
    {
        var runs = new List<(int, int)>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (Type(labels[i]) != type)
                continue;
            int start = i;
            while (i + 1 < labels.Length && Type(labels[i + 1]) == type && !MayStart(labels[i + 1]))
                i++;
            runs.Add((field.First + start, field.First + i));
        }
        return runs;
    }
}
