using Chancery.Language;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Tests.Statements;

public class SpanLabelsTests
{
    [Fact]
    public void LabelsGiveBackTheRunsTheyWereMadeOf()
    {
        // "They left , he said , and wept ." content in two pieces around source and cue; the commas are of none.
        Field field = FieldOf("They left , he said , and wept .");
        byte[] labels = SpanLabels.Of(field, Words(field, 4, 4), Words(field, 3, 3), [.. Words(field, 0, 2), .. Words(field, 6, 7)]);
        Assert.Equal([(0, 1), (6, 7)], SpanLabels.Runs(field, labels, SpanLabels.Content));
        Assert.Equal([(3, 3)], SpanLabels.Runs(field, labels, SpanLabels.Source));
        Assert.Equal([(4, 4)], SpanLabels.Runs(field, labels, SpanLabels.Cue));
        Assert.Equal(SpanLabels.Outside, labels[2]);
        Assert.True(IsChain(labels));
    }

    [Fact]
    public void AMarkBetweenWordsOfOneKindIsOfIt()
    {
        Field field = FieldOf("He said : they came , saw , left .");
        byte[] labels = SpanLabels.Of(field, Words(field, 1, 2), Words(field, 0, 0), Words(field, 3, 8));
        Assert.Equal([(3, 8)], SpanLabels.Runs(field, labels, SpanLabels.Content));
        Assert.True(IsChain(labels));
    }

    [Fact]
    public void NoRunEndsInTheMiddle()
    {
        for (int label = 0; label < SpanLabels.Count; label++)
        {
            Assert.Contains(Enumerable.Range(0, SpanLabels.Count), next => SpanLabels.MayFollow(label, next));
            Assert.Equal(!SpanLabels.MayEnd(label), Enumerable.Range(0, SpanLabels.Count).All(next => !SpanLabels.MayFollow(label, next) || !SpanLabels.MayStart(next)));
        }
    }

    private static bool IsChain(byte[] labels) => SpanLabels.MayStart(labels[0]) && SpanLabels.MayEnd(labels[^1])
        && Enumerable.Range(1, labels.Length - 1).All(i => SpanLabels.MayFollow(labels[i - 1], labels[i]));

    private static SpanList Words(Field field, int first, int last) => SpanList.Of(field[first].Span.Cover(field[last].Span));

    private static Field FieldOf(string text)
    {
        var report = new Report("r", text);
        var tokens = new List<TokenAnalysis>();
        int at = 0;
        foreach (string word in text.Split(' '))
        {
            tokens.Add(new TokenAnalysis(new TextSpan(at, word.Length), word, char.IsLetter(word[0]) ? Upos.NOUN : Upos.PUNCT, "NN", tokens.Count - 1, "dep"));
            at += word.Length + 1;
        }
        var sentence = new Sentence(report, 0, 0, tokens);
        return new Field(new Scene(report, [sentence], []), sentence, 0, sentence.Tokens.Length - 1, null);
    }
}
