namespace Chancery.Training;

/// <summary>The corpora as they lie in one folder: treebank/, entities/, silver/. Each is read when first asked for.</summary>
internal sealed class Corpora(string folder)
{
    public const string Ewt = "UD English EWT r2.16 train, CC BY-SA 4.0 (annotation)";
    public const string Gum = "UD English GUM r2.16 train, kinds of text free for commercial use, CC BY-SA 3.0 and 4.0, CC BY 2.5 and 4.0, public domain";
    public const string GumNames = "names derived from UD English GUM r2.16 train, licences as GUM's";
    public const string Silver = "PolNeAR 1.0.0 train as read by Stanford CoreNLP (automatic), no licence stated";

    public const string Attributions = "PolNeAR 1.0.0 train, attributions marked by people, no licence stated";

    private readonly Dictionary<string, List<ConlluSentence>> _read = [];

    public List<ConlluSentence> EwtTrain => Read("treebank", "ewt-train.conllu");
    public List<ConlluSentence> EwtDev => Read("treebank", "ewt-dev.conllu");
    public List<ConlluSentence> GumTrain => Read("treebank", "gum-train.conllu");
    public List<ConlluSentence> GumDev => Read("treebank", "gum-dev.conllu");

    /// <summary>Penn tags and names are CoreNLP's.</summary>
    public List<ConlluSentence> Silvers => Read("silver", "polnear-train.conllu.gz");

    public IEnumerable<ConlluSentence> Train => EwtTrain.Concat(GumTrain);

    public string File(params string[] path) => Path.Combine([folder, .. path]);

    private List<ConlluSentence> Read(params string[] path)
    {
        string file = File(path);
        if (!_read.TryGetValue(file, out List<ConlluSentence>? sentences))
            _read.Add(file, sentences = Conllu.Read(file));
        return sentences;
    }
}
