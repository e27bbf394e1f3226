namespace Chancery.Training;

/// <summary>A corpus of our own, so small that every model can be trained on it in a moment: for tests, and to try the program.</summary>
internal static class TinyCorpus
{
    // form/universal tag/Penn tag/head/relation
    private const string Trees = """
        The/DET/DT/2/det minister/NOUN/NN/3/nsubj met/VERB/VBD/0/root her/PRON/PRP$/5/nmod:poss envoy/NOUN/NN/3/obj ./PUNCT/./3/punct
        Okafor/PROPN/NNP/2/nsubj said/VERB/VBD/0/root talks/NOUN/NNS/4/nsubj failed/VERB/VBD/2/ccomp ./PUNCT/./2/punct
        The/DET/DT/2/det talks/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass held/VERB/VBN/0/root in/ADP/IN/6/case Lima/PROPN/NNP/4/obl ./PUNCT/./4/punct
        Rebels/NOUN/NNS/2/nsubj attacked/VERB/VBD/0/root a/DET/DT/4/det town/NOUN/NN/2/obj near/ADP/IN/7/case the/DET/DT/7/det border/NOUN/NN/4/nmod ./PUNCT/./2/punct
        The/DET/DT/2/det town/NOUN/NN/4/nsubj:pass was/AUX/VBD/4/aux:pass attacked/VERB/VBN/0/root by/ADP/IN/6/case rebels/NOUN/NNS/4/obl:agent ./PUNCT/./4/punct
        She/PRON/PRP/4/nsubj will/AUX/MD/4/aux not/PART/RB/4/advmod sign/VERB/VB/0/root the/DET/DT/6/det treaty/NOUN/NN/4/obj ./PUNCT/./4/punct
        Peru/PROPN/NNP/2/nsubj sent/VERB/VBD/0/root aid/NOUN/NN/2/obj to/ADP/IN/5/case Ghana/PROPN/NNP/2/obl on/ADP/IN/7/case Monday/PROPN/NNP/2/obl ./PUNCT/./2/punct
        He/PRON/PRP/2/nsubj promised/VERB/VBD/0/root to/PART/TO/4/mark release/VERB/VB/2/xcomp the/DET/DT/6/det prisoners/NOUN/NNS/4/obj ./PUNCT/./2/punct
        President/PROPN/NNP/2/nmod:desc Mensah/PROPN/NNP/3/nsubj visited/VERB/VBD/0/root Lima/PROPN/NNP/3/obj and/CCONJ/CC/6/cc Quito/PROPN/NNP/4/conj ./PUNCT/./3/punct
        Soldiers/NOUN/NNS/5/nsubj who/PRON/WP/3/nsubj fled/VERB/VBD/1/acl:relcl have/AUX/VBP/5/aux returned/VERB/VBN/0/root ./PUNCT/./5/punct
        The/DET/DT/3/det two/NUM/CD/3/nummod sides/NOUN/NNS/4/nsubj agreed/VERB/VBD/0/root on/ADP/IN/7/case a/DET/DT/7/det ceasefire/NOUN/NN/4/obl ./PUNCT/./4/punct
        It/PRON/PRP/4/nsubj is/AUX/VBZ/4/cop a/DET/DT/4/det threat/NOUN/NN/0/root ,/PUNCT/,/7/punct she/PRON/PRP/7/nsubj said/VERB/VBD/4/parataxis ./PUNCT/./4/punct
        """;

    public static List<ConlluSentence> Sentences { get; } = [.. Trees.Split('\n').Select(Sentence)];

    private static ConlluSentence Sentence(string line)
    {
        string[][] words = [.. line.Split(' ').Select(word => word.Split('/'))];
        string[] Column(int i) => [.. words.Select(w => w[^(5 - i)])];
        string[] forms = [.. words.Select(w => w[0].Length > 0 ? w[0] : "/")];
        return new ConlluSentence(forms, forms, Column(1), Column(2), [.. Column(3).Select(int.Parse)], Column(4), forms);
    }
}
