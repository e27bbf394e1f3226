using Chancery.Data;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>What rules alone find: by quotation marks, punctuation, tree and tables. The model judges it and sets its boundaries.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed class StatementRules
{
    private readonly OtherCues _others;

    /// <exception cref="TableException">A table of data/statements is wrong.</exception>
    public StatementRules(DataPack data)
    {
        Lexicon = new CueLexicon(data);
        Occasions = new Occasions(data);
        Turns = new Turns(data);
        Sources = new SourceFinder(Lexicon, Occasions);
        var sourcing = new Sourcing(data);
        Verbs = new VerbCues(Lexicon, Occasions, Sources, sourcing);
        _others = new OtherCues(Lexicon, sourcing);
    }

    public CueLexicon Lexicon { get; }
    public Occasions Occasions { get; }
    public Turns Turns { get; }
    public SourceFinder Sources { get; }
    public VerbCues Verbs { get; }

    public List<Draft> Find(Scene scene, Sentence sentence)
    {
        List<Draft> drafts = [.. Verbs.Find(scene, sentence), .. _others.Find(scene, sentence)];
        if (OtherCues.ColonBeforeQuotation(scene, sentence, drafts) is { } colon)
            drafts.Add(colon);
        return drafts;
    }
}
