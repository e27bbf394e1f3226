using System.IO.Compression;

namespace Chancery.Training;

/// <summary>One sentence of a treebank.</summary>
/// <param name="Heads">Counted from 1, 0 for the root; -1 where the corpus has no tree.</param>
/// <param name="Misc">The last column, for corpora that keep names there.</param>
internal sealed record ConlluSentence(string[] Forms, string[] Lemmas, string[] Upos, string[] Xpos, int[] Heads, string[] Deprels, string[] Misc)
{
    public int Count => Forms.Length;
}

/// <summary>Reads CoNLL-U, plain or packed with gzip. Words that are several tokens, and empty nodes, are passed over.</summary>
internal static class Conllu
{
    /// <exception cref="InvalidDataException">A line has not ten columns; the message says where.</exception>
    public static List<ConlluSentence> Read(string file)
    {
        using Stream stream = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        return Read(reader, file);
    }

    public static List<ConlluSentence> Read(TextReader reader, string file)
    {
        var sentences = new List<ConlluSentence>();
        var rows = new List<string[]>();
        int number = 0;
        while (true)
        {
            string? line = reader.ReadLine();
            number++;
            if (string.IsNullOrEmpty(line))
            {
                if (rows.Count > 0)
                    sentences.Add(Sentence(rows));
                rows.Clear();
                if (line is null)
                    return sentences;
                continue;
            }
            if (line[0] == '#')
                continue;
            string[] cells = line.Split('\t');
            if (cells.Length != 10)
                throw new InvalidDataException($"{file}({number},1): the line has {cells.Length} columns; expected 10");
            if (cells[0].AsSpan().IndexOfAny('-', '.') < 0)
                rows.Add(cells);
        }
    }

    private static ConlluSentence Sentence(List<string[]> rows) => new(
        Column(rows, 1), Column(rows, 2), Column(rows, 3), Column(rows, 4),
        [.. rows.Select(r => int.TryParse(r[6], out int head) ? head : -1)], Column(rows, 7), Column(rows, 9));

    private static string[] Column(List<string[]> rows, int column) => [.. rows.Select(r => r[column])];
}
