using Chancery.Language;

namespace Chancery.Entities;

/// <summary>Whom grammar forbids a pronoun to stand for: "him" is not the subject of its own verb, "himself" is.</summary>
internal static class Binding
{
    /// <summary>Whom the pronoun cannot stand for, however often the report names them: those who are its co-arguments.</summary>
    public static List<EntityDraft> Forbidden(MentionDraft pronoun, PronounForm form, ReadOnlySpan<MentionDraft> mentions)
    {
        List<EntityDraft> forbidden = [];
        if (form.IsReflexive || form.IsPossessive || pronoun.Head.Is("nsubj"))
            return forbidden;
        Token? own = Governor(pronoun.Head), joined = SubjectVerb(pronoun.Head);
        foreach (MentionDraft candidate in mentions)
        {
            if (candidate.Sentence > pronoun.Sentence)
                break;
            if (candidate.Entity is { } entity && candidate.Sentence == pronoun.Sentence && candidate.Span.Start < pronoun.Span.Start && candidate.Head.Is("nsubj")
                && Governor(candidate.Head) is { } verb && (verb == own || verb == joined))
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
    public static bool Forbids(MentionDraft candidate, MentionDraft pronoun, PronounForm form)
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
            return SubjectFor(word) is { } subject && name != subject;
        return !form.IsPossessive && Governor(name) is { } verb && verb == Governor(word) && !name.Is("nmod");
    }

    /// <summary>The subject that a reflexive takes up: of its own verb, or of the one that its verb hangs on ("willing to present himself").</summary>
    public static Token? SubjectFor(Token reflexive)
    {
        for (Token? at = Governor(reflexive); at is not null; at = at.Head)
        {
            if (at.Child("nsubj") is { } subject && !reflexive.IsWithin(subject))
                return at.Is("acl") && subject.Lemma is "who" or "that" or "which" ? at.Head : subject;
            if (at.Is("acl"))
                return at.Head;
            // "Urged the rebels to disarm themselves": whom one urges does it; who promises does so himself.
            if (at.Is("xcomp") && at.Head is { } asks && asks.Lemma != "promise" && asks.Child("obj") is { } asked && asked.Index > asks.Index && asked.Index < at.Index)
                return asked;
            if (!(at.Is("xcomp") || at.Is("conj") || at.Is("advcl") || at.Is("obl") || at.Is("nmod") || at.Is("obj")))
                return null;
        }
        return null;
    }

    /// <summary>Whether a clause that modifies the phrase holds the word: "Putin, who said he".</summary>
    private static bool InClause(Token word, Token name) =>
        word.Ancestors().TakeWhile(a => a != name).Any(a => a.Is("acl") || a.Is("advcl") || a.Is("ccomp") || a.Is("parataxis") || a.Is("conj") || a.Is("appos"));

    private static Token? Governor(Token token)
    {
        Token? at = token;
        // "police held five of them": those counted stand where the number does.
        while (at is not null && (at.Is("conj") || (at.Is("nmod") && at.Child("case")?.Text == "of" && at.Head is { } number && (number.Upos == Upos.NUM || MentionFinder.IsQuantity(number)))))
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
}
