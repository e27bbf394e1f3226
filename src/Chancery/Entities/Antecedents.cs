using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Someone whom a pronoun may stand for, with what speaks for it.</summary>
internal sealed class Antecedent(EntityDraft? entity, MentionDraft nearest, List<AntecedentFeature> features)
{
    /// <summary>Null: nobody and nothing that the report names ("it is true that").</summary>
    public EntityDraft? Entity => entity;
    public MentionDraft Nearest { get; set; } = nearest;
    public List<AntecedentFeature> Features => features;

    /// <summary>It is the subject of the verb that says the pronoun's clause.</summary>
    public bool Says { get; set; }
}

/// <summary>Finds whom a pronoun may stand for, and what speaks for each.</summary>
internal sealed class Antecedents(Report report, EntityLexicon lexicon, QuotedSpeakers speakers)
{
    /// <param name="mentions">In text order, from the first within reach on.</param>
    /// <param name="speaker">Who says the sentence that the pronoun stands in; null where it is the report's own.</param>
    /// <param name="reach">How many sentences back an antecedent may stand.</param>
    public List<Antecedent> Of(MentionDraft pronoun, PronounForm form, ReadOnlySpan<MentionDraft> mentions, EntityDraft? speaker, int reach)
    {
        List<EntityDraft> forbidden = Binding.Forbidden(pronoun, form, mentions);
        if (speaker is not null && form.Plural != true)
            forbidden.Add(speaker);
        // "'I like Hale,' he said": who says it is not the one whom the words name.
        if (pronoun.Head is { Head: { } says } && pronoun.Head.Is("nsubj") && lexicon.IsSaying(says.Lemma))
        {
            foreach (MentionDraft mention in mentions)
            {
                if (mention.Sentence > pronoun.Sentence)
                    break;
                if (mention is { Kind: MentionKind.Name, Entity: { IsPerson: true } named } && pronoun.Sentence - mention.Sentence <= 1 && speakers.IsQuoted(mention.Head) && speakers.SpeakerOf(mention.Head) == pronoun.Head)
                    forbidden.Add(named);
            }
        }
        Token? reflexive = form.IsReflexive ? Binding.SubjectFor(pronoun.Head) : null;
        var found = new List<Antecedent>();
        var subjects = new List<(EntityDraft Entity, Token Role)>();
        MentionDraft? lastPronoun = null, firstBefore = null;
        foreach (MentionDraft mention in mentions)
        {
            if (mention.Sentence > pronoun.Sentence)
                break;
            if (mention.Entity is not { } entity || pronoun.Sentence - mention.Sentence > reach || !Fits(entity, form))
                continue;
            if (mention.Sentence >= pronoun.Sentence - 1 && Role(mention.Head) is var role && role.Is("nsubj"))
                subjects.Add((entity, role));
            bool isBefore = mention.Span.Start < pronoun.Span.Start;
            if (isBefore && mention.Kind == MentionKind.Pronoun && mention.Gender == pronoun.Gender && mention.Plural == pronoun.Plural)
                lastPronoun = mention;
            if (mention.Sentence == pronoun.Sentence - 1 && firstBefore is null)
                firstBefore = mention;
            // Iran in "the Iran-backed group" is only told of.
            if (mention.Head.Next is { Text: "-" } || mention.IsAdjective || forbidden.Contains(entity) || Binding.Forbids(mention, pronoun, form))
                continue;
            if (reflexive is not null && mention.Head == reflexive)
                return [new Antecedent(entity, mention, [AntecedentFeature.OnlyOne])];
            int there = found.Count - 1;
            while (there >= 0 && found[there].Entity != entity)
                there--;
            if (there < 0)
                found.Add(new Antecedent(entity, mention, []));
            else if (isBefore)
                found[there].Nearest = mention;
        }
        if (found.Count == 0)
            return found;
        var context = Context.Of(report, lexicon, pronoun, form);
        // Things neither say nor decide, and have no soldiers.
        bool isSomeone = (context.Acts || context.OwnsPeople) && found.Exists(a => !a.Entity!.IsThing);
        if (isSomeone)
            found.RemoveAll(a => a.Entity!.IsThing);
        (EntityDraft? nearest, EntityDraft? second) = NearestBefore(pronoun, found);
        int most = found.Max(a => a.Entity!.Mentions.Count);
        EntityDraft? first = found.MinBy(a => a.Entity!.Mentions[0].Span.Start)?.Entity;
        foreach (Antecedent antecedent in found)
        {
            EntityDraft entity = antecedent.Entity!;
            Describe(entity, antecedent, pronoun, form, context);
            if (subjects.Exists(s => s.Entity == entity))
                Clauses([.. subjects.Where(s => s.Entity == entity).Select(s => s.Role).Distinct()], pronoun, antecedent);
            List<AntecedentFeature> features = antecedent.Features;
            if (nearest == entity)
                features.Add(AntecedentFeature.Nearest);
            else if (second == entity)
                features.Add(AntecedentFeature.SecondNearest);
            if (entity.Mentions.Count == most && most > 1)
                features.Add(AntecedentFeature.MostMentioned);
            if (first == entity)
                features.Add(AntecedentFeature.FirstOfReport);
            if (firstBefore?.Entity == entity)
                features.Add(AntecedentFeature.FirstOfSentenceBefore);
            if (lastPronoun?.Entity == entity)
                features.Add(lastPronoun.Sentence == pronoun.Sentence ? AntecedentFeature.OfLastPronoun : AntecedentFeature.OfPronounBefore);
            if (found.Count == 1)
                features.Add(AntecedentFeature.OnlyOne);
        }
        if (form.Gender is not (Gender.Masculine or Gender.Feminine) && !isSomeone)
            found.Add(new Antecedent(null, pronoun, [.. context.OfNothing()]));
        return found;
    }

    private static (EntityDraft? Nearest, EntityDraft? Second) NearestBefore(MentionDraft pronoun, List<Antecedent> found)
    {
        Antecedent? nearest = null, second = null;
        foreach (Antecedent antecedent in found)
        {
            int start = antecedent.Nearest.Span.Start;
            if (start >= pronoun.Span.Start)
                continue;
            if (nearest is null || start > nearest.Nearest.Span.Start)
                (nearest, second) = (antecedent, nearest);
            else if (second is null || start > second.Nearest.Span.Start)
                second = antecedent;
        }
        return (nearest?.Entity, second?.Entity);
    }

    /// <summary>What the words around a pronoun ask for.</summary>
    private readonly record struct Context(bool Acts, bool OfCopula, bool OwnsPeople, bool IsObject)
    {
        public static Context Of(Report report, EntityLexicon lexicon, MentionDraft pronoun, PronounForm form)
        {
            Token word = pronoun.Head;
            bool isSubject = word.Is("nsubj") && !form.IsPossessive;
            return new Context(
                isSubject && word.Deprel != "nsubj:pass" && word.Head is { Upos: Upos.VERB } verb && lexicon.IsOfSomeone(verb.Lemma),
                isSubject && word.Head?.Child("cop") is not null,
                form.IsPossessive && word.Head is { } owned && lexicon.Noun(report, owned) is not null,
                word.Is("obj"));
        }

        public IEnumerable<AntecedentFeature> OfNothing()
        {
            yield return AntecedentFeature.Nothing;
            if (Acts)
                yield return AntecedentFeature.NothingActs;
            if (OfCopula)
                yield return AntecedentFeature.NothingOfCopula;
            if (IsObject)
                yield return AntecedentFeature.NothingAsObject;
        }

        public IEnumerable<AntecedentFeature> OfSomeone()
        {
            if (Acts)
                yield return AntecedentFeature.SomeoneActs;
            if (OfCopula)
                yield return AntecedentFeature.SomeoneOfCopula;
            if (OwnsPeople)
                yield return AntecedentFeature.SomeoneOwnsPeople;
        }
    }

    private static bool Fits(EntityDraft entity, PronounForm form)
    {
        if (form.Gender is Gender.Masculine or Gender.Feminine)
            return entity.IsPerson && entity.Plural != true && (entity.Gender == form.Gender || entity.Gender == Gender.Unknown);
        if (form.Gender == Gender.Neuter)
            return entity.Plural is null || (!entity.IsPerson && entity.Plural == false); // a delegation may be "it" as well as "they"
        return entity.Plural == true || entity.Type == NameType.Organization || (entity.IsPerson && entity.Plural is null);
    }

    private void Describe(EntityDraft entity, Antecedent antecedent, MentionDraft pronoun, PronounForm form, Context context)
    {
        MentionDraft nearest = antecedent.Nearest;
        List<AntecedentFeature> features = antecedent.Features;
        Token head = nearest.Head, word = pronoun.Head;
        int distance = pronoun.Sentence - nearest.Sentence;
        features.Add(distance switch
        {
            0 => AntecedentFeature.SameSentence,
            1 => AntecedentFeature.SentenceBefore,
            2 => AntecedentFeature.TwoSentencesBefore,
            _ => AntecedentFeature.ThreeSentencesBefore,
        });
        bool isBehind = nearest.Span.Start > pronoun.Span.Start;
        if (isBehind)
            features.Add(AntecedentFeature.BehindPronoun);
        else if (distance == 0)
            features.Add((word.Index - head.Index) switch { <= 5 => AntecedentFeature.WithinFiveWords, <= 12 => AntecedentFeature.WithinTwelveWords, <= 25 => AntecedentFeature.WithinTwentyFiveWords, _ => AntecedentFeature.DeepInClause });
        Token role = Role(head);
        features.Add(RoleFeature(role, distance == 0));
        features.Add(nearest.Kind switch { MentionKind.Name => AntecedentFeature.NearestIsName, MentionKind.Nominal => AntecedentFeature.NearestIsNoun, _ => AntecedentFeature.NearestIsPronoun });
        if (head.Is("conj") || head.Child("conj") is not null)
            features.Add(AntecedentFeature.JoinedByAnd);
        if (head.Is("appos"))
            features.Add(AntecedentFeature.InApposition);
        if (InRelativeClause(head, word))
            features.Add(AntecedentFeature.InRelativeClause);
        if (role.Head is { } verb && verb.Is("root"))
            features.Add(AntecedentFeature.OfMainClause);
        if (speakers.IsQuoted(head) != speakers.IsQuoted(word))
            features.Add(AntecedentFeature.InQuotationAlone);
        if (role.Is("nsubj") == word.Is("nsubj") && !form.IsPossessive && (role.Is("nsubj") || role.Is("obj") == word.Is("obj")))
            features.Add(AntecedentFeature.SameRole);
        features.Add(entity.Mentions.Count switch { 1 => AntecedentFeature.OnceMentioned, 2 => AntecedentFeature.TwiceMentioned, _ => AntecedentFeature.OftenMentioned });
        // "A spokesman for the delegation said it would not sign".
        if (form.Gender == Gender.Neuter && role.Is("nmod") && role.Head is { Head: { } says } spokesman && spokesman.Is("nsubj") && IsSaidHere(word, says) && !entity.IsThing)
            antecedent.Says = true;
        // "Scott's glider was slow and his engine weak".
        if (role.Deprel == "nmod:poss" && role.Head is { } owned && owned.Is("nsubj") && distance == 0 && !isBehind)
            features.Add(AntecedentFeature.OwnerOfSubject);
        if (form.Gender is Gender.Masculine or Gender.Feminine)
            features.Add(entity.Gender == form.Gender ? AntecedentFeature.SameGender : AntecedentFeature.GenderUnknown);
        if (!entity.IsThing)
            features.AddRange(context.OfSomeone());
        features.Add(entity.IsThing ? AntecedentFeature.Thing : entity.Members.Count > 0 ? AntecedentFeature.Several : entity.Plural == true ? AntecedentFeature.Group : entity.IsPerson ? AntecedentFeature.Person : entity.Type == NameType.Place ? AntecedentFeature.Place : AntecedentFeature.Body);
        if (entity.Names.Count > 0)
            features.Add(AntecedentFeature.Named);
    }

    private static bool InRelativeClause(Token head, Token word)
    {
        for (Token? up = head.Head; up is not null; up = up.Head)
        {
            if (up.Is("acl") && !word.IsWithin(up))
                return true;
        }
        return false;
    }

    /// <summary>The word by which the mention stands in its clause: the first of several that are joined.</summary>
    private static Token Role(Token head)
    {
        while ((head.Is("conj") || head.Is("appos") || head.Is("flat")) && head.Head is { } up)
            head = up;
        return head;
    }

    private static AntecedentFeature RoleFeature(Token role, bool isHere) => role switch
    {
        _ when role.Is("nsubj") => isHere ? AntecedentFeature.SubjectHere : AntecedentFeature.SubjectBefore,
        _ when role.Is("obj") || role.Is("iobj") => isHere ? AntecedentFeature.ObjectHere : AntecedentFeature.ObjectBefore,
        _ when role.Deprel == "nmod:poss" => isHere ? AntecedentFeature.OwnerHere : AntecedentFeature.OwnerBefore,
        _ when role.Is("obl") || role.Is("nmod") => isHere ? AntecedentFeature.ObliqueHere : AntecedentFeature.ObliqueBefore,
        _ => isHere ? AntecedentFeature.OtherHere : AntecedentFeature.OtherBefore,
    };

    /// <summary>"Belgium said it": the words said follow the verb, and nobody quotes them.</summary>
    private bool IsSaidHere(Token pronoun, Token verb) => pronoun.Is("nsubj") && pronoun.Head is { } said && said.Head == verb && (said.Is("ccomp") || said.Is("parataxis"))
        && lexicon.IsSaying(verb.Lemma) && verb.Child("obj") is null && verb.Child("iobj") is null && !speakers.IsQuoted(pronoun);

    /// <summary>Whether the entity is the subject of the pronoun's clause, of one around it, of one it is joined to, of the sentence or the one before.</summary>
    private void Clauses(List<Token> subjects, MentionDraft pronoun, Antecedent antecedent)
    {
        List<AntecedentFeature> features = antecedent.Features;
        bool isOwn = true;
        for (Token? at = pronoun.Head.Head; at is not null; at = at.Head)
        {
            Token? subject = at.Child("nsubj");
            if (subject is not null && subject != pronoun.Head && !pronoun.Head.IsWithin(subject))
            {
                if (subjects.Contains(subject))
                {
                    if (IsSaidHere(pronoun.Head, at))
                        antecedent.Says = true;
                    features.Add(isOwn ? AntecedentFeature.SubjectOfOwnClause : AntecedentFeature.SubjectOfClauseAround);
                    // "Davis appointed Wells as his minister".
                    if (isOwn && pronoun.Head.Deprel == "nmod:poss" && pronoun.Head.Head?.Child("case")?.Text == "as")
                        features.Add(AntecedentFeature.SubjectWhoseAs);
                    break;
                }
                isOwn = false;
            }
            else if (subject is not null)
            {
                isOwn = false;
            }
            if (at.Is("conj") && at.Head?.Child("nsubj") is { } joined && subjects.Contains(joined))
            {
                features.Add(AntecedentFeature.SubjectOfClauseJoined);
                break;
            }
        }
        foreach (Token subject in subjects)
        {
            if (subject.Head is { } verb && verb.Is("root"))
            {
                AntecedentFeature feature = subject.Sentence.Index == pronoun.Sentence ? AntecedentFeature.SubjectOfSentence : AntecedentFeature.SubjectOfSentenceBefore;
                if (!features.Contains(feature) && (feature == AntecedentFeature.SubjectOfSentenceBefore || subject.Index < pronoun.Head.Index))
                    features.Add(feature);
            }
        }
    }
}
