using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>
/// Finds the names of people, places and organisations: in what the language network says of the words, in the trees, and in the lists of
/// names that are of one kind only.
/// </summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed class NameFinder
{
    private const string Rule = LanguageReader.ModelName;

    private readonly ListedNames _listed;
    private readonly NameParts _parts;

    /// <param name="labels">The labels that the network gives scores for.</param>
    /// <exception cref="InvalidDataException">They are not those that names are made of here.</exception>
    public NameFinder(ImmutableArray<string> labels, NameLists lists, DataPack data)
    {
        if (!labels.SequenceEqual(NameLabels.Names))
            throw Learning.ModelFile.Unfit("its labels of names are others");
        _listed = new ListedNames(lists);
        _parts = new NameParts(new NameWords(data));
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<Name> Find(Report report, ImmutableArray<Sentence> sentences)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (Sentence sentence in sentences)
        {
            foreach (FoundName found in _parts.Correct(sentence, _listed, _listed.Complete(sentence, Read(sentence))))
            {
                TextSpan span = sentence.Tokens[found.First].Span.Cover(sentence.Tokens[found.Last].Span);
                if (!ListedNames.IsAddress(report[span]))
                    names.Add(new Name(span, found.Type, new Evidence(report.Id, SpanList.Of(span), found.Rule, found.Score)));
            }
        }
        return Surnames.Complete(report, sentences, Acronyms.Complete(report, sentences, names.ToImmutable()));
    }

    // What the network and the tree say.
    private static List<FoundName> Read(Sentence sentence)
    {
        int n = sentence.Tokens.Length;
        var (labels, chances) = (new byte[n], new float[n]);
        NameDecoder.Decode(sentence.NameScores, labels, chances);
        FlatNames.Join(sentence, labels);
        var names = new List<FoundName>();
        for (int first = 0; first < n; first++)
        {
            if (labels[first] == 0)
                continue;
            int last = first;
            while (last + 1 < n && NameLabels.Continues(labels[last + 1]))
                last++;
            float score = 1;
            for (int i = first; i <= last; i++)
                score *= chances[i];
            names.Add(new FoundName(first, last, NameLabels.TypeOf(labels[first]), MathF.Pow(score, 1f / (last + 1 - first)), Rule));
            first = last;
        }
        return names;
    }
}

/// <summary>A name by the places of its first and its last word in their sentence.</summary>
internal readonly record struct FoundName(int First, int Last, NameType Type, float Score, string Rule);
