using Chancery.Language.Encoding;
using Chancery.Language.Trees;
using Chancery.Learning;

namespace Chancery.Training.Networks;

/// <summary>Scores of a sentence's arcs.</summary>
internal delegate void ScoresOfSentence(int first, int count, ReadOnlySpan<float> scores);

/// <summary>The operations that know words and trees.</summary>
internal sealed unsafe partial class Tape
{
    /// <summary>For each list of rows the sum of these rows of the table.</summary>
    public Node SumRows(Parameter table, IReadOnlyList<int[]> lists)
    {
        int width = table.Columns;
        Node sums = New(lists.Count, width);
        float* weights = Weights(table);
        for (int i = 0; i < lists.Count; i++)
        {
            foreach (int row in lists[i])
                Functions.Add(sums.Value + i * width, weights + (long)row * width, width);
        }
        Back(() =>
        {
            Gradient gradient = GradientOf(table);
            for (int i = 0; i < lists.Count; i++)
            {
                foreach (int row in lists[i])
                {
                    fixed (float* to = gradient.Row(row))
                        Functions.Add(to, sums.Gradient + i * width, width);
                }
            }
        });
        return sums;
    }

    /// <summary>Of each word, what the word before, itself and the word after contribute, and its marks.</summary>
    /// <param name="parts">A row for each distinct word: three stretches of <paramref name="width"/> numbers.</param>
    /// <param name="words">Row of <paramref name="parts"/> for each word.</param>
    /// <param name="marks">Rows of <paramref name="markTable"/> for each word.</param>
    public Node Window(Node parts, int[] words, (int First, int Count)[] sentences, Parameter bias, Parameter markTable, int[][] marks)
    {
        int width = bias.Columns;
        Node y = New(words.Length, width);
        float* table = Weights(markTable), shift = Weights(bias);
        foreach ((int first, int count) in sentences)
        {
            for (int i = first; i < first + count; i++)
            {
                float* to = y.Value + i * width;
                Functions.Add(to, shift, width);
                for (int place = 0; place < 3; place++)
                {
                    int at = i + place - 1;
                    if (at >= first && at < first + count)
                        Functions.Add(to, parts.Value + (words[at] * 3 + place) * width, width);
                }
                foreach (int mark in marks[i])
                    Functions.Add(to, table + mark * width, width);
            }
        }
        Back(() =>
        {
            float* dTable = DenseGradient(markTable), dShift = DenseGradient(bias);
            foreach ((int first, int count) in sentences)
            {
                for (int i = first; i < first + count; i++)
                {
                    float* from = y.Gradient + i * width;
                    Functions.Add(dShift, from, width);
                    for (int place = 0; place < 3; place++)
                    {
                        int at = i + place - 1;
                        if (at >= first && at < first + count)
                            Functions.Add(parts.Gradient + (words[at] * 3 + place) * width, from, width);
                    }
                    foreach (int mark in marks[i])
                        Functions.Add(dTable + mark * width, from, width);
                }
            }
        });
        return y;
    }

    /// <summary>Scores every head for every word, sentence after sentence; the loss of the right ones.</summary>
    /// <param name="dependents">Words as dependents, already multiplied with the weights between dependents and heads.</param>
    /// <param name="heads">Words as heads.</param>
    /// <param name="root">One row: the root as a head.</param>
    /// <param name="distances">For each word a score for each <see cref="TreeDistance"/>.</param>
    /// <param name="right">Counted from 1 within the sentence, 0 for the root; -1 where there is none.</param>
    /// <param name="chances">For each sentence the chance of each head, to learn from in place of <paramref name="right"/>; null where that is known.</param>
    /// <param name="scored">Called with each sentence's first word, number of words n, and n rows of n + 1 scores: of the root, and of each word.</param>
    public double ArcLoss(Node dependents, Node heads, Parameter root, Node distances, (int First, int Count)[] sentences, int[] right, float weight, Chances[]? chances, ScoresOfSentence? scored)
    {
        double loss = 0;
        int width = heads.Columns, far = distances.Columns;
        float* rootRow = Weights(root);
        int sentence = -1;
        foreach ((int first, int n) in sentences)
        {
            sentence++;
            float* d = dependents.Value + first * width, h = heads.Value + first * width;
            float* scores = space.Take(n * (n + 1)), gradient = space.Zeros(n * (n + 1));
            float* packed = space.Take(MatrixProduct.PackedLength(width, n));
            MatrixProduct.PackTransposed(h, width, width, n, packed);
            MatrixProduct.Multiply(d, width, packed, width, n, scores + 1, n + 1, n, add: false);
            for (int i = 0; i < n; i++)
            {
                float* row = scores + i * (n + 1), far0 = distances.Value + (first + i) * far;
                row[0] = Functions.Dot(d + i * width, rootRow, width) + far0[TreeDistance.Root];
                for (int j = 0; j < n; j++)
                    row[j + 1] = j == i ? -1e9f : row[j + 1] + far0[TreeDistance.Of(i, j)];
                if (chances is not null)
                    loss += weight * SoftMax(row, n + 1, chances[sentence].Arcs.AsSpan(i * (n + 1), n + 1), IsTraining ? gradient + i * (n + 1) : null, weight);
                else if (right[first + i] >= 0)
                    loss += weight * SoftMax(row, n + 1, right[first + i], -1, IsTraining ? gradient + i * (n + 1) : null, weight);
            }
            scored?.Invoke(first, n, new ReadOnlySpan<float>(scores, n * (n + 1)));
            if (IsTraining)
                ArcBack(d, h, dependents.Gradient + first * width, heads.Gradient + first * width, distances.Gradient + first * far, far, gradient, n, width, root);
        }
        return loss;
    }

    private void ArcBack(float* d, float* h, float* dd, float* dh, float* distances, int far, float* gradient, int n, int width, Parameter root)
    {
        float* rootRow = Weights(root), dRoot = DenseGradient(root);
        for (int i = 0; i < n; i++)
        {
            float* row = gradient + i * (n + 1);
            Functions.AddScaled(dd + i * width, row[0], rootRow, width);
            Functions.AddScaled(dRoot, row[0], d + i * width, width);
            distances[i * far + TreeDistance.Root] += row[0];
            for (int j = 0; j < n; j++)
            {
                float g = row[j + 1];
                if (g == 0 || i == j)
                    continue;
                distances[i * far + TreeDistance.Of(i, j)] += g;
                Functions.AddScaled(dd + i * width, g, h + j * width, width);
                Functions.AddScaled(dh + j * width, g, d + i * width, width);
            }
        }
    }

    /// <summary>Of each word, itself as a dependent, its head as a head, and how far and on which side that is, added up.</summary>
    /// <param name="heads">As in <see cref="ArcLoss"/>; words without one get the root's.</param>
    public Node Arcs(Node dependents, Node asHeads, Parameter root, Parameter distances, (int First, int Count)[] sentences, int[] heads)
    {
        int width = dependents.Columns;
        Node y = New(dependents.RowCount, width);
        void Each(Action<int, int, int> act)
        {
            foreach ((int first, int count) in sentences)
            {
                for (int i = 0; i < count; i++)
                {
                    int head = Math.Max(0, heads[first + i]);
                    act(first + i, head == 0 ? -1 : first + head - 1, head == 0 ? TreeDistance.Root : TreeDistance.Of(i, head - 1));
                }
            }
        }
        Each((i, head, far) =>
        {
            float* to = y.Value + i * width;
            Functions.Add(to, dependents.Value + i * width, width);
            Functions.Add(to, head < 0 ? Weights(root) : asHeads.Value + head * width, width);
            Functions.Add(to, Weights(distances) + far * width, width);
        });
        Back(() => Each((i, head, far) =>
        {
            float* from = y.Gradient + i * width;
            Functions.Add(dependents.Gradient + i * width, from, width);
            Functions.Add(head < 0 ? DenseGradient(root) : asHeads.Gradient + head * width, from, width);
            Functions.Add(DenseGradient(distances) + far * width, from, width);
        }));
        return y;
    }
}
