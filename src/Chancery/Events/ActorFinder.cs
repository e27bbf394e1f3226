using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>Finds the actors that a noun phrase names: itself, or whose it is ("Trump's offer", "the decision of the court").</summary>
internal sealed class ActorFinder(WordClasses classes, Cast cast, ImmutableArray<KnownMention> known)
{
    /// <summary>Whether the word names someone who can act.</summary>
    public bool IsActor(Token token) =>
        (Mentioned(token) is { } found && IsActor(found)) || classes.Is("people", token.Lemma) || token.Lemma is "they" or "he" or "she" or "we" or "you";

    /// <summary>Whether the word names a place on the map.</summary>
    public bool IsPlace(Token token) => Mentioned(token) is { Entity.Type: NameType.Place };

    /// <summary>Whether the entity can act: a person or body, or one the registry gives a code.</summary>
    public bool IsActor(Filler filler) =>
        filler.Entity.Type is NameType.Person or NameType.Organization
        || cast[filler.Entity] is { Code: not null }
        || IsKnown(filler.Span)
        || filler.Entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && classes.Is("people", m.Head.Lemma));

    /// <summary>Whether it acts for a state, a party, a body of states or an armed group: by its code.</summary>
    public bool IsPublic(Entity entity) =>
        entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && classes.Is("public", m.Head.Lemma)) || cast[entity] is { Code: { Length: >= 3 } code } && (code.Length == 3 && cast[entity]!.Country is not null
        || PublicSectors.Any(s => code.Contains(s, StringComparison.Ordinal)));

    private static readonly string[] PublicSectors = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB", "IGO", "UAF", "SEP"];

    /// <summary>Whether it is a state or acts for one: its government, army, police, courts, but no rebels, parties or citizens.</summary>
    public bool IsOfState(Entity entity) => cast[entity] is { Code: { } code, Country: { } country }
        && (code == country || (StateSectors.Any(s => code.EndsWith(s, StringComparison.Ordinal)) && code.StartsWith(country, StringComparison.Ordinal)));

    private static readonly string[] StateSectors = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY"];

    /// <summary>Whether it is a body that may look into what others do: an organ of a state, not somebody by himself.</summary>
    public bool IsInvestigator(Entity entity) => entity.Type == NameType.Organization && IsPublic(entity);

    /// <summary>Whether it is one that gives aid: a state, a body, a charity; people help each other without it being world affairs.</summary>
    public bool IsGiver(Entity entity) => IsPublic(entity) || IsArmed(entity) || Code(entity) is { } code && (code.Contains("NGO", StringComparison.Ordinal) || code.Contains("IGO", StringComparison.Ordinal))
        || (entity.Type == NameType.Place) || entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && classes.Is("giver", m.Head.Lemma));

    /// <summary>Whether it is a charity, a union, a church: what it says is said in public.</summary>
    public bool SpeaksForMany(Entity entity) =>
        Code(entity) is { } code && (code.Contains("NGO", StringComparison.Ordinal) || code.Contains("NGM", StringComparison.Ordinal) || code.Contains("LAB", StringComparison.Ordinal))
        || entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && classes.Is("voice", m.Head.Lemma));

    /// <summary>Its CAMEO code; null when unknown.</summary>
    public string? Code(Entity entity) => cast[entity]?.Code;

    /// <summary>Whether it bears arms, by its code.</summary>
    public bool IsArmed(Entity entity) => Code(entity) is { } code && ArmedSectors.Any(s => code.Contains(s, StringComparison.Ordinal));

    /// <summary>Whether the word names someone who bears arms: "tanks", "the rebels".</summary>
    public bool IsArmed(Token token) =>
        classes.Is("troops", token.Lemma) || classes.Is("police", token.Lemma) || classes.Is("armed", token.Lemma) || (Mentioned(token) is { } found && IsArmed(found.Entity));

    private static readonly string[] ArmedSectors = ["MIL", "REB", "COP", "UAF", "SEP", "CRM", "SPY"];

    /// <summary>The code of the country the entity is or belongs to; null when unknown.</summary>
    public string? Country(Entity entity) => cast[entity]?.Country;

    /// <summary>Whether a state or somebody of it deals with another, with a body of states, or with rebels.</summary>
    public bool IsBetweenStates(Candidate candidate) =>
        candidate is { Sources: [var source, ..], Targets: [var target, ..] } && Side(source.Entity) is { } one && Side(target.Entity) is { } other && one != other;

    private string? Side(Entity entity) => Country(entity) ?? (Code(entity) is { } code && Sides.Any(s => code.Contains(s, StringComparison.Ordinal)) ? code : null);

    private static readonly string[] Sides = ["IGO", "REB", "UAF", "SEP", "IMG"];

    /// <summary>The actors, and the places that may be acted upon, that a sentence names, with the words that stand for them in its tree, in text order.</summary>
    public IEnumerable<(Token Word, Filler Filler)> In(Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (Mentioned(token) is { } filler && (IsActor(filler) || filler.Entity.Type == NameType.Place))
                yield return (token, filler);
        }
    }

    /// <summary>Whether both are the same, one a member of the other, or of one country: "Moscow" and "the Russian army".</summary>
    public bool AreOne(Entity first, Entity second) =>
        ReferenceEquals(first, second) || first.Members.Contains(second) || second.Members.Contains(first)
        || (Country(first) is { } country && country == Country(second));

    /// <summary>Where the report names the actor or one that is one with it.</summary>
    public IEnumerable<TextSpan> Mentions(Entity entity) =>
        cast.Entities.Entities.Where(e => AreOne(e, entity)).SelectMany(e => e.Mentions).Select(m => m.Span);

    public bool IsKnown(TextSpan span) => known.Any(k => k.Span.Overlaps(span));

    /// <summary>The actors a noun phrase names, those joined by "and" included; empty when it names none.</summary>
    /// <param name="strict">Only who is named by the phrase itself, not whose the thing is.</param>
    /// <param name="places">Take a place that is no actor for want of one: "an attack on Nyala".</param>
    /// <param name="owners">Also whose it is: "Trump's offer".</param>
    /// <param name="modifiers">Also those that stand before the noun: "the Swiss offer", but not "UN sanctions", which UN does not suffer.</param>
    public List<Filler> Resolve(Token token, bool strict = false, bool places = false, bool modifiers = true, bool owners = true)
    {
        var found = new List<Filler>();
        // "declared an emergency on Friday and ordered soldiers out", with the soldiers joined to the day
        if (classes.Is("time", token.Lemma) && token.Child("conj") is not null)
            return found;
        // "criticism from the Liberals and praise from the Greens": what is joined to an actor has a part only if it is one too.
        bool isActor = Mentioned(Clauses.Antecedent(token)) is { } first && IsActor(first);
        foreach (Token joined in Clauses.Joined(token))
            AddActors(joined, found, strict || (isActor && !ReferenceEquals(joined, token)), places, modifiers, owners, 0);
        return found;
    }

    /// <param name="measured">It is they who are counted: "most of his rivals".</param>
    private void AddActors(Token token, List<Filler> found, bool strict, bool places, bool modifiers, bool owners, int depth, bool measured = false)
    {
        token = Clauses.Antecedent(token);
        // "Kofi Addo, a Liberal who has mocked her": one of that party, not the party.
        if (token.Is("appos") && token is { Xpos: "NNP", Head: { } person } && token.Children.Any(c => c.Is("det") && c.Lemma.ToLowerInvariant() is "a" or "an")
            && Mentioned(person) is { Entity.Type: NameType.Person } named)
        {
            Add(found, named);
            return;
        }
        if (Mentioned(token) is { } filler)
        {
            if (IsActor(filler) || (places && filler.Entity.Type == NameType.Place))
            {
                Add(found, filler);
                return;
            }
        }
        if (depth > 3)
            return;
        // "backed the senator, and $100,000 from a banker", with the money joined to the senator
        if (IsMoney(token))
            return;
        bool measures = classes.Is("quantity", token.Lemma) || token.Upos is Upos.NUM or Upos.SYM or Upos.DET;
        // "delegations from the two states" act for them.
        if (strict && !measures && !classes.Is("people", token.Lemma))
            return;
        if (Doer(token) is { } doer)
        {
            foreach (Token joined in Clauses.Joined(doer))
                AddActors(joined, found, strict: false, places, modifiers, owners: true, depth + 1);
            if (found.Count > 0)
                return;
        }
        foreach (string relation in strict ? PersonOrder : OwnerOrder)
        {
            foreach (Token child in token.Children)
            {
                // "demanded that his captors, the clan, free him": the captors are not he.
                if ((strict || (measured && token.Xpos == "NNS")) && relation == "poss" && child.Upos == Upos.PRON)
                    continue;
                // "opposed the Iraq war": where it is fought has no part in it; "US" stands for an adjective.
                if (relation == "mod" && child is { Upos: Upos.PROPN } && child.Is("compound") && classes.Is("attack", token.Lemma) && !places && IsPlace(child) && child.Text.Any(char.IsLower))
                    continue;
                // "backed the Iran deal": what a law or a deal is about has no part in it.
                if (relation == "mod" && child.Is("compound") && classes.Is("paper", token.Lemma))
                    continue;
                // "a declaration in Athens" is nothing of Athens, "protesters in Athens" are.
                if ((relation == "mod" && !modifiers) || (relation == "poss" && !owners) || (relation == "in" && !places && !measures && !classes.Is("people", token.Lemma)) || !IsOwner(child, relation))
                    continue;
                int before = found.Count;
                foreach (Token joined in Clauses.Joined(child))
                    AddActors(joined, found, strict: false, places, modifiers, owners: true, depth + 1, measured: strict && relation == "of");
                if (found.Count > before)
                    return;
            }
        }
    }

    private static bool IsMoney(Token token) =>
        token.Text is ['$' or '€' or '£' or '¥', ..] || token.Previous is { Text: "$" or "€" or "£" or "¥" };

    // "every offer made by the rebels", "an appeal lodged by the bishop", "the order that the king signed": whoever made it has it.
    private Token? Doer(Token thing)
    {
        foreach (Token child in thing.Children)
        {
            if (!child.Is("acl") || child.Index < thing.Index)
                continue;
            if (child.Child("nsubj") is { } maker && !Clauses.IsRelative(maker) && classes.Is("making", child.Lemma) && !Clauses.IsPassive(child)
                && (child.Child("obj") is not { } made || Clauses.IsRelative(made)))
            {
                return maker;
            }
            if (child.Deprel == "acl:relcl")
                continue;
            if (child.Xpos is "VBN" or "VBD" && Clauses.ByPhrase(child) is { } doer)
                return doer;
            // "an arms dump belonging to the general"
            if (child.IsLemma("belong") && child.Children.FirstOrDefault(c => c.Is("obl") && Clauses.Preposition(c, "to")) is { } owner)
                return owner;
        }
        return null;
    }

    private static readonly string[] OwnerOrder = ["poss", "of", "by", "from", "mod", "appos", "in"];
    private static readonly string[] PersonOrder = ["appos", "poss", "of", "by", "from", "mod", "in"];

    private static bool IsOwner(Token child, string relation) => relation switch
    {
        "poss" => child.Deprel == "nmod:poss",
        "mod" => child.Is("amod") || child.Is("compound") || child.Deprel == "nmod:desc",
        "appos" => child.Is("appos"),
        _ => child.Is("nmod") && Clauses.Preposition(child, relation),
    };

    private static void Add(List<Filler> found, Filler filler)
    {
        if (!found.Any(f => ReferenceEquals(f.Entity, filler.Entity)))
            found.Add(filler);
    }

    /// <summary>Who or what the word stands for; null where it is no mention.</summary>
    public Filler? Mentioned(Token token) =>
        !IsStance(token) && cast.Entities.At(token) is { } entity && cast.Entities.MentionAt(token) is { } mention ? new Filler(entity, mention.Span) : null;

    // "his opposition to the deal" is what he thinks of it, and nobody.
    private static bool IsStance(Token token) =>
        token is { Upos: Upos.NOUN, Lemma: "opposition" } && token.Children.Any(c => (c.Is("nmod") && Clauses.Preposition(c, "to")) || (c.Deprel == "nmod:poss" && c.Upos == Upos.PRON));
}
