using Chancery.Language.Encoding;

namespace Chancery.Training.Networks;

/// <summary>Sentences laid one after another, each distinct word once, with all that is right about them.</summary>
/// <param name="Distinct">Rows of the word table for each distinct word.</param>
/// <param name="Words">For each word its place in <paramref name="Distinct"/>.</param>
/// <param name="Marks">For each word its rows in the table of marks.</param>
internal sealed record WordBatch(List<int[]> Distinct, int[] Words, int[][] Marks, (int First, int Count)[] Sentences)
{
    public required short[] Xpos { get; init; }
    public required short[] Upos { get; init; }
    public required short[] Names { get; init; }
    public required int[] Heads { get; init; }
    public required short[] Labels { get; init; }

    /// <summary>For each sentence what teachers say of it; null where people annotated the sentences.</summary>
    public required Chances[]? Chances { get; init; }
}

/// <summary>Lays sentences out for the network; in training as they might also have been written, and with rare words unknown at times.</summary>
internal sealed class BatchMaker(LanguageCorpus corpus)
{
    // A word seen n times is taken for an unknown one with probability RareWord / (RareWord + n).
    private const float RareWord = 1f;

    // One sentence in so many has its names exchanged.
    private const uint Renamed = 4;

    private readonly Dictionary<string, int[]> _rows = [];

    /// <summary>Must be called, on one thread, before sentences are made on several.</summary>
    public BatchMaker Know(IEnumerable<LanguageExample> examples)
    {
        foreach (string form in examples.SelectMany(e => e.Forms))
            _rows.TryAdd(form, RowsOf(form));
        return this;
    }

    private int[] RowsOf(string form)
    {
        if (_rows.TryGetValue(form, out int[]? rows))
            return rows;
        Span<int> space = stackalloc int[WordRows.Most];
        return space[..WordRows.Of(form, corpus.Known.AsSpan(), space)].ToArray();
    }

    /// <param name="random">Null outside training.</param>
    public WordBatch Make(IReadOnlyList<LanguageExample> examples, Shuffle? random)
    {
        int total = examples.Sum(e => e.Count), at = 0;
        var (words, marks, sentences) = (new int[total], new int[total][], new (int, int)[examples.Count]);
        var distinct = new List<int[]>();
        var places = new Dictionary<(string, bool), int>();
        for (int e = 0; e < examples.Count; e++)
        {
            LanguageExample example = examples[e];
            sentences[e] = (at, example.Count);
            string[] forms = example.Forms;
            int[][] listed = example.Marks;
            if (random is not null)
            {
                string[]? others = random.Next(Renamed) == 0 ? corpus.OtherNames.In(example, corpus.XposNames, random) : null;
                Func<string, string>? dress = Dress(random);
                if ((others ?? (dress is null ? null : forms)) is { } changed)
                {
                    forms = dress is null ? changed : Array.ConvertAll(changed, f => dress(f));
                    listed = corpus.Marks(forms);
                }
            }
            for (int i = 0; i < example.Count; i++, at++)
            {
                string form = forms[i];
                bool dropped = random is not null && IsDropped(form, random);
                if (!places.TryGetValue((form, dropped), out int place))
                {
                    place = distinct.Count;
                    int[] rows = RowsOf(form);
                    distinct.Add(dropped ? [WordRows.Unknown, .. rows[WordRows.Own..]] : rows);
                    places.Add((form, dropped), place);
                }
                words[at] = place;
                int written = WordCase.Row(WordCase.Of(form), i == 0);
                marks[at] = random is not null && random.Next(10) == 0 ? [written] : [written, .. listed[i]];
            }
        }
        return new WordBatch(distinct, words, marks, sentences)
        {
            Xpos = [.. examples.SelectMany(e => e.Xpos)],
            Upos = [.. examples.SelectMany(e => e.Upos)],
            Names = [.. examples.SelectMany(e => e.Names)],
            Heads = [.. examples.SelectMany(e => e.Heads)],
            Labels = [.. examples.SelectMany(e => e.Labels)],
            Chances = examples[0].Chances is null ? null : [.. examples.Select(e => e.Chances!)],
        };
    }

    private bool IsDropped(string form, Shuffle random)
    {
        int count = corpus.Counts.GetValueOrDefault(WordRows.Key(form));
        return random.Next(1 << 16) < (1 << 16) * RareWord / (RareWord + count);
    }

    // Now and then a sentence is a headline, or shouted, or written small throughout.
    private static Func<string, string>? Dress(Shuffle random) => random.Next(100) switch
    {
        < 3 => form => form.Length > 3 ? char.ToUpperInvariant(form[0]) + form[1..] : form,
        < 5 => form => form.ToUpperInvariant(),
        < 7 => form => form.ToLowerInvariant(),
        _ => null,
    };
}
