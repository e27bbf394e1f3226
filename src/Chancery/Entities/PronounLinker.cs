using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>Finds whom a third-person pronoun stands for: who fits in gender and number, is no co-argument, and stands out most.</summary>
/// <remarks>Salience after Lappin and Leass (1994): nearness, grammatical role, parallel role, how often one was mentioned.</remarks>
internal static class PronounLinker
{
    /// <summary>How many sentences back an antecedent may stand.</summary>
    public const int Reach = 3;
    private const double Enough = 45;

    /// <param name="mentions">In text order, from the first within <see cref="Reach"/> on.</param>
    public static (EntityDraft Entity, float Score)? Find(MentionDraft pronoun, PronounForm form, ReadOnlySpan<MentionDraft> mentions)
    {
        EntityDraft? best = null;
        HashSet<EntityDraft> forbidden = Forbidden(pronoun, form, mentions);
        double bestScore = Enough, second = 0;
        foreach (MentionDraft candidate in mentions)
        {
            if (candidate.Span.Start >= pronoun.Span.Start && candidate.Sentence > pronoun.Sentence)
                break;
            if (candidate.Entity is not { } entity || pronoun.Sentence - candidate.Sentence > Reach || !Fits(entity, form) || forbidden.Contains(entity) || Bound(candidate, pronoun, form))
                continue;
            double score = Salience(candidate, pronoun, entity, form);
            if (entity == best)
            {
                bestScore = Math.Max(bestScore, score);
            }
            else if (score >= bestScore)
            {
                (second, best, bestScore) = (best is null ? 0 : bestScore, entity, score);
            }
            else if (score > second)
            {
                second = score;
            }
        }
        return best is null ? null : (best, (float)Math.Round(Math.Clamp(0.5 + ((bestScore - second) / 100), 0.3, 0.95), 2));
    }

    private static bool Fits(EntityDraft entity, PronounForm form)
    {
        if (form.Gender is Gender.Masculine or Gender.Feminine)
            return entity.IsPerson && entity.Plural != true && (entity.Gender == form.Gender || entity.Gender == Gender.Unknown);
        if (form.Gender == Gender.Neuter)
            return !entity.IsPerson && entity.Plural != true;
        return entity.Plural == true || entity.Type == NameType.Organization || (entity.IsPerson && entity.Plural is null);
    }

    /// <summary>Whom the pronoun cannot stand for, however often the report names them: those who are its co-arguments.</summary>
    private static HashSet<EntityDraft> Forbidden(MentionDraft pronoun, PronounForm form, ReadOnlySpan<MentionDraft> mentions)
    {
        var forbidden = new HashSet<EntityDraft>();
        foreach (MentionDraft candidate in mentions)
        {
            if (candidate.Sentence > pronoun.Sentence)
                break;
            if (candidate.Entity is { } entity && candidate.Sentence == pronoun.Sentence && candidate.Span.Start < pronoun.Span.Start && !form.IsReflexive && !form.IsPossessive
                && Governor(candidate.Head) is { } verb && (verb == Governor(pronoun.Head) || verb == SubjectVerb(pronoun.Head)) && candidate.Head.Is("nsubj") && !pronoun.Head.Is("nsubj"))
            {
                forbidden.Add(entity);
            }
        }
        return forbidden;
    }

    /// <summary>The verb whose subject is also that of the pronoun's verb: "denied" in "he denied it and called him a liar".</summary>
    private static Token? SubjectVerb(Token word)
    {
        Token? verb = Governor(word);
        while (verb is not null && verb.Is("conj") && verb.Child("nsubj") is null && verb.Head is { Upos: Upos.VERB } first)
            verb = first;
        return verb;
    }

    /// <summary>Whether grammar forbids the two to be one: "he" and "him" of one verb, a pronoun within the phrase.</summary>
    private static bool Bound(MentionDraft candidate, MentionDraft pronoun, PronounForm form)
    {
        if (candidate.Sentence != pronoun.Sentence)
            return false;
        Token name = candidate.Head, word = pronoun.Head;
        // A pronoun before its name: only in what is put in front of the clause, "In his speech, Putin said".
        if (candidate.Span.Start >= pronoun.Span.Start)
            return !IsFronted(word, name);
        if (candidate.Span.Contains(pronoun.Span) || (word.IsWithin(name) && !InClause(word, name)))
            return true;
        if (name.IsWithin(word) && !form.IsPossessive)
            return true;
        if (form.IsReflexive)
            return !(name.Is("nsubj") && Governor(name) == Governor(word));
        return !form.IsPossessive && Governor(name) is { } verb && verb == Governor(word) && !name.Is("nmod");
    }

    /// <summary>Whether a clause that modifies the phrase holds the word: "Putin, who said he".</summary>
    private static bool InClause(Token word, Token name) =>
        word.Ancestors().TakeWhile(a => a != name).Any(a => a.Is("acl") || a.Is("advcl") || a.Is("ccomp") || a.Is("parataxis") || a.Is("conj") || a.Is("appos"));

    private static Token? Governor(Token token)
    {
        Token? at = token;
        while (at is not null && at.Is("conj"))
            at = at.Head;
        return at?.Head;
    }

    /// <summary>Whether the word stands in an adjunct put before the subject of the clause.</summary>
    private static bool IsFronted(Token word, Token subject)
    {
        if (!subject.Is("nsubj") || subject.Head is not { } verb)
            return false;
        Token at = word;
        while (at.Head is { } head && head != verb)
            at = head;
        return at.Head == verb && at.Index < subject.Index && (at.Is("obl") || at.Is("advcl") || at.Is("nmod"));
    }

    /// <summary>The subject of the nearest clause around the word.</summary>
    private static Token? OwnSubject(Token word)
    {
        foreach (Token at in word.Ancestors())
        {
            if (at.Child("nsubj") is { } subject)
                return subject == word || word.IsWithin(subject) ? null : subject;
        }
        return null;
    }

    /// <summary>The weights were set on GAP development and validation together, by steps that had to help both.</summary>
    private static double Salience(MentionDraft candidate, MentionDraft pronoun, EntityDraft entity, PronounForm form)
    {
        int distance = pronoun.Sentence - candidate.Sentence;
        double score = distance switch
        {
            0 => 100,
            1 => 70,
            2 => 42,
            _ => 25,
        };
        Token head = candidate.Head;
        if (head.Is("nsubj"))
            score += 40;
        else if (head.Is("obj") || head.Is("iobj"))
            score += 23;
        else if (head.Deprel == "nmod:poss" && head.Head!.Is("nsubj"))
            score += 30;
        // Who is named in a main clause stands out; who is named deep in a phrase does not.
        score -= 2 * Math.Min(5, head.Ancestors().Count());
        if (head.Is("nsubj") && pronoun.Head.Is("nsubj"))
            score += 28;
        score += 2 * Math.Min(6, entity.Mentions.Count);
        if (entity.Type == NameType.Person && entity.Names.Count > 0)
            score += 22;
        if (candidate.Kind == MentionKind.Nominal)
            score -= 20;
        if (form.Gender is Gender.Masculine or Gender.Feminine && entity.Gender == form.Gender)
            score += 15;
        if (form.Gender == Gender.Unknown && entity.Plural == true)
            score += 25;
        // "Starmer praised his minister": the subject of the clause owns what is in it.
        if (form.IsPossessive && OwnSubject(pronoun.Head) == head)
            score += 25;
        if (candidate.Span.Start > pronoun.Span.Start)
            score += form.IsPossessive ? 10 : -10;
        else if (distance == 0)
            score -= Math.Min(25, pronoun.Head.Index - head.Index);
        return score;
    }
}
