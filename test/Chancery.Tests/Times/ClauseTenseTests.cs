using Chancery.Data;
using Chancery.DataCompiler;
using Chancery.Language;
using Chancery.Tests.Support;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Times;

/// <summary>The tree decides which clause a weekday belongs to. A word is "form/lemma/UPOS/XPOS/head/relation", heads from 1.</summary>
public class ClauseTenseTests
{
    private static readonly ClauseTense Tense = new(DataPack.Load(DataFolder.Compile(Repository.PathOf("data"))).Table("times/cues.tsv"));

    [Fact]
    public void WhatIsDueLiesAhead() => Assert.Equal(Direction.Future, Of("Monday",
        "Trump/Trump/PROPN/NNP/3/nsubj is/be/AUX/VBZ/3/cop due/due/ADJ/JJ/0/root to/to/PART/TO/5/mark meet/meet/VERB/VB/3/xcomp on/on/ADP/IN/7/case Monday/Monday/PROPN/NNP/5/obl"));

    [Fact]
    public void WhatHadBeenDueLiesBehind() => Assert.Equal(Direction.Past, Of("Friday",
        "It/it/PRON/PRP/4/nsubj had/have/AUX/VBD/4/aux been/be/AUX/VBN/4/cop due/due/ADJ/JJ/0/root to/to/PART/TO/6/mark expire/expire/VERB/VB/4/xcomp Friday/Friday/PROPN/NNP/6/obl"));

    [Fact]
    public void WhatIsPlannedLiesAhead() => Assert.Equal(Direction.Future, Of("Monday",
        "He/he/PRON/PRP/2/nsubj plans/plan/VERB/VBZ/0/root to/to/PART/TO/4/mark meet/meet/VERB/VB/2/xcomp her/she/PRON/PRP/4/obj Monday/Monday/PROPN/NNP/4/obl"));

    [Fact]
    public void WhatWasFailedAtLiesBehind() => Assert.Equal(Direction.Past, Of("Friday",
        "Trump/Trump/PROPN/NNP/2/nsubj failed/fail/VERB/VBD/0/root to/to/PART/TO/4/mark agree/agree/VERB/VB/2/xcomp on/on/ADP/IN/6/case Friday/Friday/PROPN/NNP/4/obl"));

    [Fact]
    public void AMeetingThatIsPreparedLiesAhead() => Assert.Equal(Direction.Future, Of("Monday",
        "They/they/PRON/PRP/2/nsubj talked/talk/VERB/VBD/0/root ahead/ahead/ADV/RB/2/advmod of/of/ADP/IN/7/case Monday/Monday/PROPN/NNP/7/nmod:poss 's/'s/PART/POS/5/case summit/summit/NOUN/NN/3/obl"));

    [Fact]
    public void WhatFollowsAMeetingPutsItBehind() => Assert.Equal(Direction.Past, Of("Monday",
        "Talks/talk/NOUN/NNS/3/nsubj will/will/AUX/MD/3/aux resume/resume/VERB/VB/0/root after/after/ADP/IN/7/case Monday/Monday/PROPN/NNP/7/nmod:poss 's/'s/PART/POS/5/case attack/attack/NOUN/NN/3/obl"));

    [Fact]
    public void AParticipleAfterANounIsPast() => Assert.Equal(Direction.Past, Of("Wednesday",
        "It/it/PRON/PRP/4/nsubj will/will/AUX/MD/4/aux be/be/AUX/VB/4/cop law/law/NOUN/NN/0/root said/say/VERB/VBD/4/parataxis a/a/DET/DT/7/det letter/letter/NOUN/NN/5/nsubj published/publish/VERB/VBN/7/acl Wednesday/Wednesday/PROPN/NNP/8/obl"));

    private static Direction Of(string word, string tree)
    {
        string[][] words = [.. tree.Split(' ').Select(w => w.Split('/'))];
        var report = new Report("test", string.Join(' ', words.Select(w => w[0])));
        int at = 0;
        var tokens = new List<TokenAnalysis>();
        foreach (string[] w in words)
        {
            tokens.Add(new(new TextSpan(at, w[0].Length), w[1], Enum.Parse<Upos>(w[2]), w[3], int.Parse(w[4]) - 1, w[5]));
            at += w[0].Length + 1;
        }
        var atoms = Atom.Of(new Sentence(report, 0, 0, tokens));
        int index = atoms.IndexOf(atoms.Single(a => a.Token.Text == word));
        return Tense.Of(atoms, index, index + 1);
    }
}
