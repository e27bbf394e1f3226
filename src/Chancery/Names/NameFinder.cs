using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>Finds the names of people, places and organisations in what the language network says of the words.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed class NameFinder
{
    private const string Rule = LanguageReader.ModelName;

    private readonly NameLists _lists;

    /// <param name="labels">The labels that the network gives scores for.</param>
    /// <exception cref="InvalidDataException">They are not those that names are made of here.</exception>
    public NameFinder(ImmutableArray<string> labels, NameLists lists)
    {
        if (!labels.SequenceEqual(NameLabels.Names))
            throw Learning.ModelFile.Unfit("its labels of names are others");
        _lists = lists;
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<Name> Find(Report report, ImmutableArray<Sentence> sentences)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (Sentence sentence in sentences)
            Find(report, sentence, names);
        return Surnames.Complete(report, sentences, names.ToImmutable());
    }

    private void Find(Report report, Sentence sentence, ImmutableArray<Name>.Builder names)
    {
        int n = sentence.Tokens.Length;
        var (labels, chances) = (new byte[n], new float[n]);
        NameDecoder.Decode(sentence.NameScores, labels, chances);
        FlatNames.Join(sentence, labels);
        for (int first = 0; first < n; first++)
        {
            if (labels[first] == 0)
                continue;
            int last = first;
            while (last + 1 < n && NameLabels.Continues(labels[last + 1]))
                last++;
            TextSpan span = sentence.Tokens[first].Span.Cover(sentence.Tokens[last].Span);
            if (!ListedNames.IsAddress(report[span]))
            {
                float score = chances.AsSpan(first..(last + 1)).ToArray().Min();
                var name = new Name(span, NameLabels.TypeOf(labels[first]), new Evidence(report.Id, SpanList.Of(span), Rule, score));
                uint[] words = [.. Enumerable.Range(first, last + 1 - first).Select(i => WordRows.FormKey(sentence.Tokens[i].Text))];
                names.Add(ListedNames.Checked(name, _lists.Holding(words)));
            }
            first = last;
        }
    }
}
