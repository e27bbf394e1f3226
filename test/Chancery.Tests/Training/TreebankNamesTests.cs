using Chancery.Language.Encoding;
using Chancery.Names;
using Chancery.Sources;
using Chancery.Training;
using Chancery.Training.Networks;

namespace Chancery.Tests.Training;

public class TreebankNamesTests
{
    // What networks might say: each word a place with the chance given.
    private static float[] Places(int words, float chance)
    {
        var all = new float[words * NameLabels.Count];
        for (int i = 0; i < words; i++)
            (all[i * NameLabels.Count], all[i * NameLabels.Count + NameLabels.Of(NameType.Place, begins: true)]) = (1 - chance, chance);
        return all;
    }

    private static short[] Label(string[] forms, string[] upos, int[] heads, string[] deprels, float chance)
    {
        string[] xpos = [.. upos.Select(u => u == "PROPN" ? "NNP" : "X")];
        var sentence = new NamedSentence(new ConlluSentence(forms, forms, upos, xpos, heads, deprels, forms), null);
        var corpus = new LanguageCorpus(ReaderFolder.OpenData(), [sentence], []);
        return new TreebankNames(corpus).Label(corpus.Gold, [Places(forms.Length, chance)])[0].Names;
    }

    private static readonly short Begin = NameLabels.Of(NameType.Place, begins: true), Inside = NameLabels.Of(NameType.Place, begins: false);

    [Fact]
    public void AdjectivesWithACapitalBelongToTheProperNoun() => Assert.Equal([0, Begin, Inside, 0],
        Label(["the", "New", "Harbour", "burned"], ["DET", "ADJ", "PROPN", "VERB"], [3, 3, 4, 0], ["det", "amod", "nsubj", "root"], 0.6f));

    [Fact]
    public void WhatNetworksTakeForNoNameMayBeOneOfAnotherKind() => Assert.Equal([LanguageExample.NotOfTheThree, 0],
        Label(["Zebulon", "burned"], ["PROPN", "VERB"], [2, 0], ["nsubj", "root"], 0.01f));

    [Fact]
    public void AnAdjectiveWhoseProperNounIsFarOffIsPassedOver() => Assert.Equal([0, 0, LanguageExample.NotOfTheThree, 0],
        Label(["Old", "Big", "Zebulon", "burned"], ["ADJ", "ADJ", "PROPN", "VERB"], [3, 4, 4, 0], ["amod", "advmod", "nsubj", "root"], 0.01f));

    [Fact]
    public void WhatOneSentenceDoesNotTellAnotherDoes()
    {
        var sentence = new NamedSentence(new ConlluSentence(["Zebulon", "burned"], ["Zebulon", "burn"], ["PROPN", "VERB"], ["NNP", "X"], [2, 0], ["nsubj", "root"], ["_", "_"]), null);
        var corpus = new LanguageCorpus(ReaderFolder.OpenData(), [sentence, sentence, sentence], []);
        LanguageExample[] labelled = new TreebankNames(corpus).Label(corpus.Gold, [Places(2, 0.2f), Places(2, 0.95f), Places(2, 0.95f)]);
        Assert.All(labelled, e => Assert.Equal([Begin, 0], e.Names));
        Assert.Equal([LanguageExample.NotOfTheThree, 0], new TreebankNames(corpus).Label([corpus.Gold[0]], [Places(2, 0.2f)])[0].Names);
    }
}
