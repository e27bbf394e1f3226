namespace Chancery.Training;

/// <summary>The corpora as they lie in one folder, laid out as shared/corpora.</summary>
internal sealed class Corpora(string folder)
{
    public const string Ewt = "UD English EWT r2.16 train, CC BY-SA 4.0 (annotation)";
    public const string Gum = "UD English GUM r2.16 train, kinds of text free for commercial use, CC BY-SA 3.0 and 4.0, CC BY 2.5 and 4.0, public domain";
    public const string GumNames = "names derived from UD English GUM r2.16 train, licences as GUM's";
    public const string Silver = "PolNeAR 1.0.0 train as read by Stanford CoreNLP (automatic), no licence stated";

    public string File(params string[] path) => Path.Combine([folder, .. path]);

    public List<ConlluSentence> EwtTrain { get; } = Conllu.Read(Path.Combine(folder, "treebank", "ewt-train.conllu"));
    public List<ConlluSentence> EwtDev { get; } = Conllu.Read(Path.Combine(folder, "treebank", "ewt-dev.conllu"));
    public List<ConlluSentence> GumTrain { get; } = Conllu.Read(Path.Combine(folder, "treebank", "gum-train.conllu"));
    public List<ConlluSentence> GumDev { get; } = Conllu.Read(Path.Combine(folder, "treebank", "gum-dev.conllu"));

    public IEnumerable<ConlluSentence> Train => EwtTrain.Concat(GumTrain);
}
