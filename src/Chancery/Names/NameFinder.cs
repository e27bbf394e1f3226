using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Language.Tags;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>Finds the names of people, places and organisations.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class NameFinder
{
    private const string Rule = "en-names";

    private readonly NameLists _lists;
    private readonly NameTagger _tagger;

    public NameFinder(DataPack data, Models models)
    {
        _lists = new NameLists(data);
        ModelFile model = ModelFile.Load(models[Rule], NameFeatures.Kind);
        if (!model.Labels("labels").SequenceEqual(NameLabels.Names))
            throw new InvalidDataException("CHY0203: not a model this version can use: its labels of names are others");
        _tagger = new NameTagger(model.Weights("names"));
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
        var words = new WordCodes[n];
        var (tags, relations, heads) = (new uint[n], new uint[n], new int[n]);
        var (marks, places, labels, scores) = (new byte[n], new byte[n], new byte[n], new float[n]);
        foreach (Token token in sentence.Tokens)
        {
            words[token.Index] = WordCodes.Of(token.Text);
            tags[token.Index] = FeatureHash.Of(token.Xpos);
            relations[token.Index] = FeatureHash.Of(token.Deprel);
            heads[token.Index] = token.Head?.Index ?? -1;
        }
        _lists.Mark(words, marks, places);
        _tagger.Tag(new NameSentence(words, tags, relations, heads, marks, places), labels, scores);
        for (int first = 0; first < n; first++)
        {
            if (labels[first] == 0)
                continue;
            int last = first;
            while (last + 1 < n && NameLabels.Continues(labels[last + 1]))
                last++;
            TextSpan span = sentence.Tokens[first].Span.Cover(sentence.Tokens[last].Span);
            float score = scores.AsSpan(first..(last + 1)).ToArray().Min();
            names.Add(new Name(span, NameLabels.TypeOf(labels[first]), new Evidence(report.Id, SpanList.Of(span), Rule, score)));
            first = last;
        }
    }
}
