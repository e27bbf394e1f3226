using Chancery.Language;
using Chancery.Language.Morphology;
using Chancery.Text;
using CsCheck;

namespace Chancery.Tests.Language.Morphology;

public class FeaturesTests
{
    /// <summary>Words as "form=lemma/UPOS/XPOS/head/relation", heads counted from 1.</summary>
    private static Sentence Sentence(string words)
    {
        string text = "";
        var analyses = new List<TokenAnalysis>();
        foreach (string[] p in words.Split(' ').Select(w => w.Split('/')))
        {
            string[] form = p[0].Split('=');
            analyses.Add(new TokenAnalysis(new TextSpan(text.Length, form[0].Length), form[^1], Enum.Parse<Upos>(p[1]), p[2], int.Parse(p[3]) - 1, p[4]));
            text += form[0] + " ";
        }
        return new Sentence(new Report("r", text), 0, 0, analyses);
    }

    private static string Of(string word, string sentence) => Sentence(sentence).Tokens.First(t => t.Text == word).Features.ToString();

    [Theory]
    [InlineData("He", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("signed", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("its", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs")]
    [InlineData("third", "Degree=Pos|NumForm=Word|NumType=Ord")]
    [InlineData("treaties", "Number=Plur")]
    [InlineData("never", "PronType=Neg")]
    [InlineData(".", "_")]
    public void WordsHaveTheFeaturesOfTheirFormAndTag(string word, string features) => Assert.Equal(features,
        Of(word, "He=he/PRON/PRP/3/nsubj never/ADV/RB/3/advmod signed=sign/VERB/VBD/0/root its/PRON/PRP$/6/nmod:poss third/ADJ/JJ/6/amod treaties=treaty/NOUN/NNS/3/obj ./PUNCT/./3/punct"));

    [Theory]
    [InlineData("Number=Plur|Person=3", "Envoys=envoy/NOUN/NNS/2/nsubj met=meet/VERB/VBD/0/root")]
    [InlineData("Number=Plur|Person=3", "Oslo/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Rome/PROPN/NNP/1/conj met=meet/VERB/VBD/0/root")]
    [InlineData("Number=Sing|Person=3", "Oslo/PROPN/NNP/4/nsubj or/CCONJ/CC/3/cc Rome/PROPN/NNP/1/conj met=meet/VERB/VBD/0/root")]
    [InlineData("Number=Plur|Person=1", "She=she/PRON/PRP/4/nsubj and/CCONJ/CC/3/cc I/PRON/PRP/1/conj met=meet/VERB/VBD/0/root")]
    [InlineData("Number=Plur|Person=3", "Most=most/ADJ/JJS/4/nsubj of/ADP/IN/3/case rebels=rebel/NOUN/NNS/1/nmod met=meet/VERB/VBD/0/root")]
    [InlineData("Number=Plur|Person=3", "Envoys=envoy/NOUN/NNS/4/nsubj who/PRON/WP/3/nsubj met=meet/VERB/VBD/1/acl:relcl left=leave/VERB/VBD/0/root")]
    [InlineData("Number=Sing|Person=1", "I/PRON/PRP/2/nsubj came=come/VERB/VBD/0/root and/CCONJ/CC/4/cc met=meet/VERB/VBD/2/conj")]
    public void AVerbHasNumberAndPersonOfItsSubject(string features, string sentence) =>
        Assert.Equal($"Mood=Ind|{features}|Tense=Past|VerbForm=Fin", Of("met", sentence));

    [Theory]
    [InlineData(Voice.Pass, "It=it/PRON/PRP/3/nsubj:pass was=be/AUX/VBD/3/aux:pass shelled=shell/VERB/VBN/0/root")]
    [InlineData(Voice.None, "They=they/PRON/PRP/3/nsubj have/AUX/VBP/3/aux shelled=shell/VERB/VBN/0/root")]
    [InlineData(Voice.Pass, "a/DET/DT/2/det town/NOUN/NN/0/root shelled=shell/VERB/VBN/2/acl")]
    [InlineData(Voice.None, "They=they/PRON/PRP/3/nsubj have/AUX/VBP/3/aux come/VERB/VBN/0/root and/CCONJ/CC/5/cc shelled=shell/VERB/VBN/3/conj")]
    [InlineData(Voice.Pass, "It=it/PRON/PRP/3/nsubj:pass was=be/AUX/VBD/3/aux:pass taken=take/VERB/VBN/0/root and/CCONJ/CC/5/cc shelled=shell/VERB/VBN/3/conj")]
    public void AParticipleIsPassiveUnlessItHelpsAPerfect(Voice voice, string sentence) =>
        Assert.Equal(voice, Sentence(sentence).Tokens.First(t => t.Text == "shelled").Features.Voice);

    [Theory]
    [InlineData(Mood.Imp, VerbForm.Fin, "leave/VERB/VB/0/root now/ADV/RB/1/advmod")]
    [InlineData(Mood.Imp, VerbForm.Fin, "Do=do/AUX/VB/3/aux not/PART/RB/3/advmod leave/VERB/VB/0/root")]
    [InlineData(Mood.Imp, VerbForm.Fin, "Go=go/VERB/VB/0/root and/CCONJ/CC/3/cc leave/VERB/VB/1/conj")]
    [InlineData(Mood.None, VerbForm.Inf, "They=they/PRON/PRP/3/nsubj will/AUX/MD/3/aux leave/VERB/VB/0/root")]
    [InlineData(Mood.None, VerbForm.Inf, "refused=refuse/VERB/VBD/0/root to/PART/TO/3/mark leave/VERB/VB/1/xcomp")]
    [InlineData(Mood.Sub, VerbForm.Fin, "demand/VERB/VBP/0/root that/SCONJ/IN/4/mark he/PRON/PRP/4/nsubj leave/VERB/VB/1/ccomp")]
    public void ABareVerbIsImperativeSubjunctiveOrInfinitive(Mood mood, VerbForm form, string sentence)
    {
        Features leave = Sentence(sentence).Tokens.First(t => t.Text == "leave").Features;
        Assert.Equal((mood, form), (leave.Mood, leave.VerbForm));
    }

    [Theory]
    [InlineData(VerbForm.Part, "is=be/AUX/VBZ/2/aux fighting=fight/VERB/VBG/0/root")]
    [InlineData(VerbForm.Part, "left=leave/VERB/VBD/0/root fighting=fight/VERB/VBG/1/advcl")]
    [InlineData(VerbForm.Ger, "stop/VERB/VBP/0/root fighting=fight/VERB/VBG/1/xcomp")]
    [InlineData(VerbForm.Ger, "troops/NOUN/NNS/0/root fighting=fight/VERB/VBG/1/acl")]
    public void AFormInIngIsParticipleOrGerund(VerbForm form, string sentence) =>
        Assert.Equal(form, Sentence(sentence).Tokens.First(t => t.Text == "fighting").Features.VerbForm);

    [Theory]
    [InlineData("Case=Nom", "it/PRON/PRP/2/nsubj fell=fall/VERB/VBD/0/root")]
    [InlineData("Case=Acc", "saw=see/VERB/VBD/0/root it/PRON/PRP/1/obj")]
    public void TheTreeTellsTheCaseOfIt(string value, string sentence) => Assert.StartsWith(value, Of("it", sentence));

    [Theory]
    [InlineData(PronType.Rel, "man/NOUN/NN/0/root who/PRON/WP/3/nsubj came=come/VERB/VBD/1/acl:relcl")]
    [InlineData(PronType.Rel, "man/NOUN/NN/0/root who/PRON/WP/5/nsubj they/PRON/PRP/4/nsubj say/VERB/VBP/1/acl:relcl came=come/VERB/VBD/4/ccomp")]
    [InlineData(PronType.Int, "asked=ask/VERB/VBD/0/root who/PRON/WP/3/nsubj came=come/VERB/VBD/1/ccomp")]
    [InlineData(PronType.Int, "man/NOUN/NN/0/root that/PRON/WDT/3/nsubj asked=ask/VERB/VBD/1/acl:relcl who/PRON/WP/5/nsubj came=come/VERB/VBD/3/ccomp")]
    public void WhoIsRelativeOrAsks(PronType type, string sentence) =>
        Assert.Equal(type, Sentence(sentence).Tokens.First(t => t.Text == "who").Features.PronType);

    [Theory]
    [InlineData("1,200", "CD", "NumForm=Digit|NumType=Card")]
    [InlineData("3.5", "CD", "NumForm=Digit|NumType=Frac")]
    [InlineData("9/11", "CD", "NumForm=Digit|NumType=Card")]
    [InlineData("1/2", "CD", "NumForm=Digit|NumType=Frac")]
    [InlineData("twelve", "CD", "NumForm=Word|NumType=Card")]
    [InlineData("XIV", "CD", "NumForm=Roman|NumType=Card")]
    public void NumbersHaveFormAndType(string word, string xpos, string features) =>
        Assert.Equal(features, new Sentence(new Report("r", word), 0, 0, [new(new(0, word.Length), word, Upos.NUM, xpos, -1, "root")]).Root.Features.ToString());

    [Theory]
    [InlineData("troops=troops", "Number=Ptan")]
    [InlineData("series=series", "Number=Plur")]
    [InlineData("attacks=attack", "Number=Plur")]
    [InlineData("1990s=1990s", "Number=Ptan|NumForm=Combi|NumType=Card")]
    [InlineData("mid-nineties=mid-nineties", "Number=Ptan|NumForm=Word|NumType=Card")]
    public void PluralsThatAreAWordOfTheirOwnAreTold(string word, string features) =>
        Assert.Equal(features, Of(word.Split('=')[0], $"{word}/NOUN/NNS/0/root"));

    [Fact]
    public void TheFirstOfSeveralWordsSaysWhatTheyAreTogether() => Assert.Equal("ExtPos=ADP",
        Of("because", "left=leave/VERB/VBD/0/root because/ADP/IN/4/case of/ADP/IN/2/fixed rain/NOUN/NN/1/obl"));

    [Fact]
    public void WritingAndReadingFeaturesIsTheSame()
    {
        const string All = "Case=Gen|Definite=Ind|Degree=Sup|ExtPos=VERB|Foreign=Yes|Gender=Neut|Mood=Sub|Number=Ptan|NumForm=Roman|NumType=Mult|"
            + "Person=3|Polarity=Pos|Poss=Yes|PronType=Rcp|Reflex=Yes|Tense=Pres|VerbForm=Ger|Voice=Pass";
        Features all = Features.Parse(All);
        Assert.Equal(All, all.ToString());
        Assert.Equal((Case.Gen, Upos.VERB, 3, PronType.Rcp, Voice.Pass), (all.Case, all.ExtPos, all.Person, all.PronType, all.Voice));
        Assert.Equal("_", default(Features).ToString());
        Assert.Same(all.ToString(), Features.Parse(All).ToString());
        Assert.Throws<FormatException>(() => Features.Parse("Number=Dual"));
    }

    [Fact]
    public void LongChainsOfWordsAreNoHardship()
    {
        var words = Enumerable.Range(1, 250).Select(i => $"go/VERB/VB/{i - 1}/{(i == 1 ? "root" : "conj")}");
        Assert.All(Sentence(string.Join(' ', words)).Tokens.Reverse(), t => Assert.Equal(Mood.Imp, t.Features.Mood));
    }

    [Fact]
    public void OddTreesHaveFeaturesToo()
    {
        string[] xpos = ["VB", "VBD", "VBP", "VBN", "VBG", "WP", "PRP", "NN", "DT"];
        string[] deprels = ["conj", "aux", "cop", "aux:pass", "nsubj", "csubj:outer", "acl:relcl", "ccomp", "expl", "nmod", "fixed", "mark"];
        Upos[] upos = [Upos.VERB, Upos.AUX, Upos.PRON, Upos.NOUN];
        string[] words = ["it", "who", "most", "be", "were"];
        Gen.Select(Gen.Int[0, 100], Pick(words), Pick(upos), Pick(xpos), Pick(deprels)).Array[2, 14].Sample(rows =>
        {
            // The head stands before or after its word: positions are turned round in every other tree.
            int n = rows.Length, turn = rows[0].Item1 % 2;
            int At(int i) => turn == 0 ? i : n - 1 - i;
            string sentence = string.Join(' ', Enumerable.Range(0, n).Select(At).Select(i =>
                $"{rows[i].Item2}/{rows[i].Item3}/{rows[i].Item4}/{(i == 0 ? 0 : At(rows[i].Item1 % i) + 1)}/{(i == 0 ? "root" : rows[i].Item5)}"));
            Assert.All(Sentence(sentence).Tokens, t => Assert.Equal(t.Features, Features.Parse(t.Features.ToString())));
        });
    }

    private static Gen<T> Pick<T>(T[] from) => Gen.Int[0, from.Length - 1].Select(i => from[i]);
}
