using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>Joins a noun phrase to what it takes up again: "the spokesman" to "an army spokesman", "the group" to "Hamas".</summary>
internal sealed class NominalLinker(EntityLexicon lexicon)
{
    private const int Reach = 4;
    private const int BodyReach = 12;
    private const int NounReach = 4;
    private const int NounReachToUnknown = 2;

    /// <summary>"The army" beside the National Liberation Army is the state's.</summary>
    private static readonly HashSet<string> OfState = ["army", "police", "government", "state", "navy", "force", "guard", "country", "nation", "people"];

    /// <summary>Nouns that take up two who were named together.</summary>
    private static readonly HashSet<string> Pairs = ["side", "party", "country", "nation", "leader", "president", "minister", "government", "neighbour", "neighbor", "state", "man", "delegation", "power", "ally", "rival", "enemy", "capital"];

    /// <param name="holders">Who was called by a noun before; null where several were.</param>
    public (EntityDraft Entity, string Rule, float Score)? Find(MentionDraft nominal, IReadOnlyList<MentionDraft> before, IReadOnlyDictionary<string, EntityDraft?> holders)
    {
        Token head = nominal.Head;
        string noun = nominal.Words[0];
        bool definite = head.Child("det") is { } det && det.Lemma.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" || IsSuperlative(head);
        if (!definite || before.Count == 0)
            return null;
        if (IsBothOf(head) && Counted(nominal, before) is { } counted)
            return (counted, "entities.counted", 0.7f);
        string[] own = Modifiers(head);
        EntityDraft? generic = null;
        for (int i = before.Count - 1; i >= 0 && nominal.Sentence - before[i].Sentence <= (nominal.IsPerson ? Reach : BodyReach); i--)
        {
            MentionDraft earlier = before[i];
            // "The pope" is none of those meant by "any pope".
            if (IsAnyone(earlier.Head))
                continue;
            if (generic is null && earlier.Kind == MentionKind.Nominal && earlier.Words[0] == noun && earlier.Head != head && earlier.Plural == nominal.Plural
                && !nominal.Span.Overlaps(earlier.Span) && own.All(Modifiers(earlier.Head).Contains) && Times(own) == Times(Modifiers(earlier.Head)))
            {
                return (earlier.Entity!, "entities.same-noun", 0.7f);
            }
            // "The front", "the committee": a word of the body's own name.
            if (own.Length == 0 && nominal.Plural != true && !nominal.IsPerson && !OfState.Contains(noun) && earlier is { Kind: MentionKind.Name, Type: NameType.Organization }
                && earlier.Entity!.Has(n => n.Length > 1 && n.Contains(noun, StringComparer.OrdinalIgnoreCase)) && !nominal.Span.Overlaps(earlier.Span))
            {
                return (earlier.Entity!, "entities.word-of-name", 0.8f);
            }
            if (generic is null && nominal.Plural != true && earlier is { Kind: MentionKind.Name, Type: not NameType.Person } && nominal.Sentence - earlier.Sentence <= NounReach && !nominal.Span.Overlaps(earlier.Span)
                && (own.Length == 0 || IsEpithet(nominal, earlier))
                && (lexicon.TakesUp(noun, earlier.Words) ?? (earlier.Type == NameType.Organization && nominal.Sentence - earlier.Sentence <= NounReachToUnknown)))
            {
                generic = earlier.Entity;
                // "The group" is whoever was named last; "the department" may be one whose name has the word, farther back.
                if (own.Length > 0 || !lexicon.IsInNames(noun))
                    break;
            }
        }
        if (generic is not null)
            return (generic, "entities.generic-noun", 0.6f);
        // "The president", however far behind "President Obama", where the report calls nobody else so.
        return own.Length == 0 && nominal.IsPerson && nominal.Plural != true && holders.GetValueOrDefault(noun) is { Names.Count: > 0 } holder ? (holder, "entities.only-holder", 0.6f) : null;
    }

    /// <summary>Whether the phrase means nobody in particular: "any pope", "every court".</summary>
    public static bool IsAnyone(Token head) => head.Child("det")?.Lemma.ToLowerInvariant() is "any" or "every" or "each" or "no" or "either" or "neither";

    private static bool IsSuperlative(Token head) => head.Children.Any(c => c.Is("amod") && c.Xpos == "JJS") && head.Children.Any(c => c.Is("det") || c.Deprel == "nmod:poss");

    // "The Nordic Bank said … The region's largest lender fears": what a superlative makes the only one is the subject of the sentence before.
    private static bool IsEpithet(MentionDraft nominal, MentionDraft earlier) => nominal.Head.Is("nsubj") && IsSuperlative(nominal.Head)
        && earlier.Head.Is("nsubj") && nominal.Sentence - earlier.Sentence == 1;

    /// <summary>Whether the phrase is one such as "the two sides", "both leaders".</summary>
    public static bool IsPair(MentionDraft nominal) => nominal.Plural == true && Pairs.Contains(nominal.Words[0])
        && (IsBothOf(nominal.Head) || nominal.Head.Children.Any(c => c.Text.ToLowerInvariant() is "two" or "both"));

    /// <summary>Whether the word is "two" in "the two agreed", or "pair": those last named, without a noun.</summary>
    public static bool IsBothOf(Token head) => (head.Upos == Upos.NUM ? head.Text.Equals("two", StringComparison.OrdinalIgnoreCase) : head.Text is "pair" or "duo")
        && head.Previous is { Upos: Upos.DET } the && the.IsLemma("the") && !head.Children.Any(c => c.Is("nmod")) && (head.Is("nsubj") || head.Is("obj") || head.Is("obl"));

    // "freed two soldiers … the two were driven home"
    private static EntityDraft? Counted(MentionDraft two, IReadOnlyList<MentionDraft> before)
    {
        for (int i = before.Count - 1; i >= 0 && two.Sentence - before[i].Sentence <= NounReachToUnknown; i--)
        {
            if (before[i] is { Plural: true, Entity: { } entity } earlier && earlier.Head.Children.Any(c => c.Is("nummod") && c.Text.Equals("two", StringComparison.OrdinalIgnoreCase)))
                return entity;
        }
        return null;
    }

    private static readonly HashSet<string> People = ["leader", "president", "minister", "man", "rival"];

    private static readonly HashSet<string> States = ["country", "nation", "state", "government", "neighbour", "neighbor"];

    private static bool IsOfStates(string noun) => States.Contains(noun) || noun is "side" or "capital";

    private static bool Acts(Token head) => head.Is("nsubj") || head.Is("obj") || head.Is("conj") || head.Deprel == "nmod:poss";

    /// <summary>The two last named together: "X and Y", "between X and Y", X met with Y.</summary>
    public static List<EntityDraft> Members(MentionDraft pair, IReadOnlyList<MentionDraft> before)
    {
        var byHead = new Dictionary<Token, EntityDraft>();
        for (int i = before.Count - 1; i >= 0 && pair.Sentence - before[i].Sentence <= BodyReach; i--)
        {
            MentionDraft mention = before[i];
            if (mention.Entity is { } entity && mention.Plural != true && entity.Members.Count == 0
                && (!People.Contains(pair.Words[0]) || entity.Type == NameType.Person) && (pair.Words[0] is not ("country" or "nation" or "capital" or "state") || entity.Type == NameType.Place)
                && (pair.Words[0] is not ("party" or "government" or "delegation" or "power" or "ally") || !entity.IsPerson))
                byHead.TryAdd(mention.Head, entity);
        }
        bool people = People.Contains(pair.Words[0]);
        for (int i = before.Count - 1; i >= 0 && pair.Sentence - before[i].Sentence <= BodyReach; i--)
        {
            Token head = before[i].Head;
            bool near = pair.Sentence - before[i].Sentence <= 2;
            if (!byHead.TryGetValue(head, out EntityDraft? one))
                continue;
            // Who stands "between" or met whom stays a pair for long; a mere "X and Y" does not.
            Token? other = head.Is("conj") ? near || head.Head?.Child("case")?.Text == "between" ? head.Head : null
                : head.Is("obl") || head.Is("nmod") || head.Is("obj") || head.Is("iobj") ? Partner(head, near && (people || IsOfStates(pair.Words[0]))) : null;
            if (other is not null && byHead.TryGetValue(other, out EntityDraft? two) && two != one && two.IsPerson == one.IsPerson)
                return [two, one];
        }
        // "The two leaders" of a report that has named just two people are those.
        if (People.Contains(pair.Words[0])
            && before.Where(m => m.Kind == MentionKind.Name && m.Type == NameType.Person).Select(m => m.Entity!).Distinct().Take(3).ToList() is [var first, var second])
        {
            return [first, second];
        }
        // "The two countries" of a report in which just two act.
        if (IsOfStates(pair.Words[0]) && before.Where(m => m is { Kind: MentionKind.Name, Type: NameType.Place } && Acts(m.Head)).Select(m => m.Entity!).Distinct().Take(3).ToList() is [var state, var neighbour])
            return [state, neighbour];
        return [];
    }

    /// <summary>The subject of the clause in which someone is met, or talked or fought with.</summary>
    private static Token? Partner(Token head, bool anyVerb)
    {
        bool joint = (anyVerb && (head.Is("obj") || head.Is("iobj"))) || head.Child("case")?.Text is "with" or "against" or "between" || (head.Is("obj") && head.Head!.Lemma is "meet" or "fight" or "call");
        if (!joint)
            return null;
        return head.Ancestors().Select(a => a.Child("nsubj") ?? a.Child("nmod")).FirstOrDefault(s => s is not null && s.Index < head.Index);
    }

    private static readonly HashSet<string> OtherTimes = ["former", "ex", "then", "late", "future", "next", "previous", "new", "incoming", "outgoing"];

    /// <summary>Who was something is not who is.</summary>
    private static string Times(string[] modifiers) => string.Join(' ', modifiers.Where(OtherTimes.Contains));

    private static string[] Modifiers(Token head) =>
        [.. head.Children.Where(c => c.Is("amod") || c.Is("compound") || c.Is("nmod") || c.Is("nummod")).Select(c => c.Lemma.ToLowerInvariant())];
}
