namespace Chancery.Entities;

/// <summary>Finds whom a third-person pronoun stands for: who fits in gender and number, is no co-argument, and for whom most speaks.</summary>
internal sealed class PronounLinker(AntecedentWeights weights)
{
    /// <summary>How many sentences back an antecedent may stand.</summary>
    public const int Reach = 3;

    /// <returns>With the chance that it is right, among those who may be meant; null where the pronoun means nobody.</returns>
    public (EntityDraft Entity, float Score)? Find(MentionDraft pronoun, PronounForm form, List<Antecedent> antecedents)
    {
        if (antecedents.Count == 0)
            return null;
        bool isSubject = pronoun.Head.Is("nsubj");
        double[] scores = [.. antecedents.Select(a => weights.Score(a.Features, form, isSubject))];
        double highest = scores.Max();
        int best = Array.IndexOf(scores, highest);
        double chance = 1 / scores.Sum(s => Math.Exp(s - highest));
        return antecedents[best].Entity is { } entity ? (entity, (float)Math.Round(Math.Clamp(chance, 0.3, 0.95), 2)) : null;
    }
}
