using Chancery.Language.Tokens;
using Chancery.Sources;
using Chancery.Training;

namespace Chancery.Tests.Training;

public class SilverTokensTests
{
    [Fact]
    public void WordsWithHyphensAreDividedAsOursAreAndTheTreeHoldsTogether()
    {
        string[] forms = ["Peru", "signed", "a", "Lima-based", "deal"];
        var sentence = new ConlluSentence(forms, forms, forms, ["NNP", "VBD", "DT", "JJ", "NN"], [2, 0, 5, 5, 2], ["nsubj", "root", "det", "amod", "dobj"], ["_", "_", "_", "NER=MISC", "_"]);
        ConlluSentence divided = new SilverTokens(new Tokenizer(ReaderFolder.OpenData())).Divide(sentence);
        Assert.Equal(["Peru", "signed", "a", "Lima", "-", "based", "deal"], divided.Forms);
        Assert.Equal([2, 0, 7, 6, 6, 7, 2], divided.Heads);
        Assert.Equal(["nsubj", "root", "det", "_", "punct", "amod", "dobj"], divided.Deprels);
        Assert.Equal(["NNP", "VBD", "DT", "_", "HYPH", "_", "NN"], divided.Xpos);
        Assert.All(divided.Misc[3..6], m => Assert.Equal("NER=MISC", m));
    }

    [Fact]
    public void ASentenceWithoutHyphensStaysAsItIs()
    {
        ConlluSentence sentence = TinyCorpus.Sentences[0];
        Assert.Same(sentence, new SilverTokens(new Tokenizer(ReaderFolder.OpenData())).Divide(sentence));
    }
}
