using Chancery.Language;
using Chancery.Language.Tags;

namespace Chancery.Tests.Language.Tags;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = new(LanguageData.Pack);

    [Theory]
    [InlineData("went", "go")]
    [InlineData("said", "say")]
    [InlineData("agreed", "agree")]
    [InlineData("stopped", "stop")]
    [InlineData("created", "create")]
    [InlineData("visited", "visit")]
    [InlineData("decided", "decide")]
    [InlineData("avoided", "avoid")]
    [InlineData("denied", "deny")]
    [InlineData("called", "call")]
    [InlineData("cancelled", "cancel")]
    [InlineData("pledged", "pledge")]
    [InlineData("warned", "warn")]
    [InlineData("died", "die")]
    [InlineData("overthrew", "overthrow")]
    [InlineData("re-routed", "re-route")]
    [InlineData("STOPPED", "stop")]
    public void PastTense(string form, string lemma) => Assert.Equal(lemma, Lemmatizer.Lemma(form, Upos.VERB, "VBD"));

    [Theory]
    [InlineData("saying", "say")]
    [InlineData("meeting", "meet")]
    [InlineData("ending", "end")]
    [InlineData("stanching", "stanch")]
    [InlineData("issuing", "issue")]
    [InlineData("dying", "die")]
    [InlineData("making", "make")]
    [InlineData("seeing", "see")]
    public void PresentParticiple(string form, string lemma) => Assert.Equal(lemma, Lemmatizer.Lemma(form, Upos.VERB, "VBG"));

    [Theory]
    [InlineData("talks", "talk")]
    [InlineData("countries", "country")]
    [InlineData("crises", "crisis")]
    [InlineData("houses", "house")]
    [InlineData("buses", "bus")]
    [InlineData("men", "man")]
    [InlineData("NGOs", "ngo")]
    [InlineData("1960's", "1960s")]
    [InlineData("MP's", "MP")]
    [InlineData("Islamists", "Islamist")]
    [InlineData("islamists", "Islamist")]
    [InlineData("km", "kilometer")]
    [InlineData("people", "people")]
    [InlineData("troops", "troops")]
    [InlineData("1990s", "1990s")]
    [InlineData("gunmen", "gunman")]
    public void Plurals(string form, string lemma) => Assert.Equal(lemma, Lemmatizer.Lemma(form, Upos.NOUN, "NNS"));

    [Theory]
    [InlineData("’s", Upos.PART, "POS", "'s")]
    [InlineData("'s", Upos.AUX, "VBZ", "be")]
    [InlineData("n’t", Upos.PART, "RB", "not")]
    [InlineData("him", Upos.PRON, "PRP", "he")]
    [InlineData("his", Upos.PRON, "PRP$", "his")]
    [InlineData("wo", Upos.AUX, "MD", "will")]
    [InlineData("States", Upos.PROPN, "NNPS", "State")]
    [InlineData("Putin", Upos.PROPN, "NNP", "Putin")]
    [InlineData("WASHINGTON", Upos.PROPN, "NNP", "Washington")]
    [InlineData("NATO", Upos.PROPN, "NNP", "NATO")]
    [InlineData("United", Upos.VERB, "NNP", "Unite")]
    [InlineData("Sept.", Upos.PROPN, "NNP", "September")]
    [InlineData("15,000", Upos.NUM, "CD", "15000")]
    [InlineData("Russian", Upos.ADJ, "JJ", "Russian")]
    [InlineData("french", Upos.ADJ, "JJ", "French")]
    [InlineData("catholic", Upos.ADJ, "JJ", "catholic")]
    [InlineData("soooo", Upos.ADV, "RB", "so")]
    [InlineData("hmmmm", Upos.INTJ, "UH", "hmm")]
    [InlineData("litttle", Upos.ADJ, "JJ", "little")]
    [InlineData("GDP", Upos.NOUN, "NN", "gdp")]
    [InlineData("TV", Upos.NOUN, "NN", "TV")]
    [InlineData("PhD", Upos.NOUN, "NN", "PhD")]
    [InlineData("canada", Upos.PROPN, "NNP", "Canada")]
    [InlineData("bin", Upos.PROPN, "NNP", "bin")]
    [InlineData("turkey", Upos.NOUN, "NN", "turkey")]
    [InlineData("UNITED", Upos.ADJ, "NNP", "United")]
    [InlineData("Greater", Upos.ADJ, "NNP", "Great")]
    [InlineData("Reps.", Upos.PROPN, "NNPS", "Rep.")]
    [InlineData("b.", Upos.VERB, "VBN", "bear")]
    [InlineData("to", Upos.ADV, "RB", "too")]
    [InlineData("bigger", Upos.ADJ, "JJR", "big")]
    [InlineData("best", Upos.ADJ, "JJS", "good")]
    [InlineData("”", Upos.PUNCT, "''", "\"")]
    [InlineData("agree\u00ADment", Upos.NOUN, "NN", "agreement")]
    [InlineData("s", Upos.NOUN, "NNS", "s")]
    [InlineData("s", Upos.PROPN, "NNPS", "s")]
    public void ByTag(string form, Upos upos, string xpos, string lemma) => Assert.Equal(lemma, Lemmatizer.Lemma(form, upos, xpos));

    [Theory]
    [InlineData("aux", "VBN", "have")]     // it 's begun
    [InlineData("aux", "NN", "have")]      // it 's been a year
    [InlineData("aux", "VBG", "be")]       // it 's raining
    [InlineData("aux:pass", "VBN", "be")]  // it 's called off
    [InlineData("cop", "JJ", "be")]        // it 's late
    public void TheCliticIsHaveInThePerfect(string deprel, string headXpos, string lemma) =>
        Assert.Equal((lemma, "be"), (Lemmatizer.Lemma("'s", Upos.AUX, "VBZ", deprel, headXpos), Lemmatizer.Lemma("is", Upos.AUX, "VBZ", deprel, headXpos)));

    [Fact]
    public void ALongRunOfLettersEndsInTime() =>
        Assert.NotEmpty(Lemmatizer.Lemma(string.Concat(Enumerable.Repeat("aaabbb", 50_000)), Upos.ADJ, "JJ"));

    [Fact]
    public void NoFormLosesItsLemma() => Assert.All(Enum.GetValues<Upos>(), upos =>
        Assert.All(new[] { "s", "ed", "ing", "\u200B", ".", "ss", "'s", "er" }, form => Assert.NotEmpty(Lemmatizer.Lemma(form, upos, "VBD"))));
}
