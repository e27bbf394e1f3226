namespace Chancery.Entities;

/// <summary>Finds whom a third-person pronoun stands for: who fits in gender and number, is no co-argument, and for whom most speaks.</summary>
internal sealed class PronounLinker(AntecedentWeights weights)
{
    /// <summary>How many sentences back an antecedent may stand.</summary>
    public const int Reach = 3;

    /// <summary>The same for he and she where nobody stands nearer: long quotations have many short sentences.</summary>
    public const int FarReach = 8;

    private const double SureOfNobody = 0.6;
    private const float SaidByItself = 0.85f;

    /// <returns>With the chance that it is right, among those who may be meant; null where the pronoun means nobody.</returns>
    public (EntityDraft Entity, float Score)? Find(MentionDraft pronoun, PronounForm form, List<Antecedent> antecedents)
    {
        if (antecedents.Count == 0)
            return null;
        // Who reports a plan is mostly whose plan it is: "Belgium said it regretted the step".
        if (antecedents.Find(a => a.Says && (form.Plural != true || a.Entity!.Plural == true)) is { } teller)
            return (teller.Entity!, SaidByItself);
        bool isSubject = pronoun.Head.Is("nsubj");
        double[] scores = new double[antecedents.Count];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = weights.Score(antecedents[i].Features, form, isSubject);
        double highest = scores.Max();
        double sum = 0;
        foreach (double score in scores)
            sum += Math.Exp(score - highest);
        int best = Array.IndexOf(scores, highest);
        // A pronoun of a report mostly means what it named: nobody only where that is clearly likelier than all of them.
        if (antecedents.Count > 1 && antecedents[best].Entity is null && 1 / sum < SureOfNobody)
            best = Array.IndexOf(scores, scores[..^1].Max());
        double chance = Math.Exp(scores[best] - highest) / sum;
        return antecedents[best].Entity is { } entity ? (entity, (float)Math.Round(Math.Clamp(chance, 0.3, 0.95), 2)) : null;
    }
}
