using Chancery.Language;

namespace Chancery.Events;

/// <summary>Who does what to whom in a Universal Dependencies tree, whatever the construction.</summary>
internal static partial class Clauses
{
    private const int MaxSteps = 24;

    // "He promised her to leave": the one who leaves is the subject although the verb has an object.
    private static readonly string[] SubjectControl = ["promise", "threaten", "vow", "pledge", "swear", "offer", "use", "take", "need", "phone", "telephone", "ring", "visit", "meet"];

    // "She called him to thank him": who calls is the one to speak.
    private static readonly string[] Telling =
        ["congratulate", "thank", "ask", "urge", "demand", "express", "protest", "complain", "apologise", "apologize", "press", "beg", "plead", "praise", "wish", "offer", "say", "tell", "inform", "assure", "warn", "invite", "reassure", "convey", "voice", "condemn", "discuss"];

    // "She urged him to leave": the one told is the one to leave, also where the tree takes the infinitive for an adverbial.
    private static readonly string[] ObjectControl =
        ["urge", "ask", "order", "tell", "force", "persuade", "press", "pressure", "allow", "advise", "encourage", "instruct", "invite", "compel", "permit", "enable", "warn", "push", "require", "request", "beg", "implore", "exhort", "convince", "help"];

    /// <summary>Who does it: the subject, or in a passive the one after "by".</summary>
    public static Token? Agent(Token verb) => IsPassive(verb) ? ByPhrase(verb) : Surface(verb);

    /// <summary>To whom it is done: the object, or in a passive the subject.</summary>
    public static Token? Patient(Token verb)
    {
        if (IsPassive(verb))
            return Surface(verb);
        if ((verb.Child("obj") ?? Bare(verb)) is { } direct)
            return Antecedent(direct);
        if (verb is { Xpos: "VBG", Head: { } after } && verb.Is("amod") && after.Index > verb.Index)
            return after;
        // "the sanctions that it imposed", with or without "that"
        return verb.Deprel == "acl:relcl" && verb.Child("nsubj") is { } subject && !IsRelative(subject) && verb.Child("ccomp") is null && !IsSetting(verb)
            ? verb.Head : null;
    }

    // "the hall where they met", "the day on which they met"
    private static bool IsSetting(Token verb) =>
        verb.Children.Any(c => c.Lemma.ToLowerInvariant() is "where" or "when" or "why" || (IsRelative(c) && c.Children.Any(p => p.Is("case"))));

    // "deported at least four women", "convicted Siemens to pay": the object under another label.
    private static Token? Bare(Token verb)
    {
        if (verb.Child("obj") is not null)
            return null;
        foreach (Token child in verb.Children)
        {
            // "handed over some positions", with "over" for a preposition
            if (child.Is("obl") && verb.Lemma is "hand" or "turn" && verb.Next is { Lemma: "over" } over && ReferenceEquals(over.Head, child) && over.Is("case"))
                return child;
            // "charged him with libel"
            if (child.Index > verb.Index && child.Upos == Upos.PRON && child.Deprel == "iobj" && !verb.Children.Any(c => c.Is("ccomp") || c.Is("xcomp")))
                return child;
            if (child.Index > verb.Index && child.Upos is Upos.NOUN or Upos.PROPN && (child.Deprel == "iobj" || (child.Deprel == "obl" && (IsCounted(child, verb) || (IsLostMain(verb) && child.Child("case") is null)))))
                return child;
        }
        return null;
    }

    // "A court on Tuesday freed the pastor", with the court for the root and "freed" for "that was freed": the whole sentence has no other verb.
    private static bool IsLostMain(Token verb) =>
        verb is { Xpos: "VBN", Deprel: "acl", Head: { Head: null, Upos: Upos.NOUN or Upos.PROPN } root } && verb.Index > root.Index && root.Child("cop") is null && root.Child("nsubj") is null && root.Child("aux") is null;

    // "at least" and "more than" before a number look like prepositions.
    private static bool IsCounted(Token noun, Token verb) =>
        verb.Next is { Upos: Upos.ADP } first && first.Next is { Xpos: "JJS" or "JJR" } && noun.Children.Any(c => c.Is("nummod")) && !noun.Children.Any(c => c.Is("case"))
        && noun.Subtree().First().Index == first.Index;

    // Labels like nsubj:pass are often wrong, the words "be" and "by" seldom: they decide.
    public static bool IsPassive(Token verb)
    {
        bool be = false, auxiliary = false, subject = false, direct = false;
        foreach (Token child in verb.Children)
        {
            be |= (child.Is("aux") || child.Is("cop")) && (child.IsLemma("be") || child.IsLemma("get"));
            auxiliary |= child.Is("aux");
            subject |= child.Is("nsubj");
            direct |= child.Is("obj");
        }
        direct |= Bare(verb) is not null;
        if (verb.Xpos is not ("VBN" or "VBD"))
            return false;
        if (be)
            return true;
        // "The front called for an inquiry", taken for a front that somebody calls for.
        if (verb.Lemma is "call" or "press" or "push" or "appeal" && !auxiliary && ByPhrase(verb) is null && AfterAdverbs(verb) is { Text: "for" or "on" or "upon" })
            return false;
        // "workers held hostage by rebels": a passive that keeps an object.
        if (direct && verb is { Xpos: "VBN", Deprel: "acl" } && !auxiliary && !subject)
            return ByPhrase(verb) is not null || verb.Children.Any(c => c.Is("obj") && c.Lemma is "hostage" or "captive" or "prisoner");
        if (auxiliary || subject || direct || SubjectControl.Contains(verb.Lemma))
            return false;
        // "a conference attended by many": taggers confuse the two forms in -ed.
        if (verb.Xpos == "VBD")
            return verb.Deprel is "acl" or "advcl" && ByPhrase(verb) is not null;
        return verb.Deprel is "acl" or "advcl" or "amod" or "xcomp" || ByPhrase(verb) is not null
            || (verb.Deprel == "conj" && verb.Head is { Xpos: "VBN" } first && IsPassive(first));
    }

    private static Token? AfterAdverbs(Token verb)
    {
        Token? at = verb.Next;
        while (at is { Upos: Upos.ADV })
            at = at.Next;
        return at;
    }

    /// <summary>The one after "by" in a passive.</summary>
    public static Token? ByPhrase(Token verb)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Deprel == "obl:agent" || (child.Is("obl") && Preposition(child, "by")))
                return child;
        }
        // "were killed or wounded by gunmen": who comes after the last of them did them all.
        foreach (Token child in verb.Children)
        {
            if (child.Is("conj") && child.Xpos == "VBN" && verb.Xpos == "VBN" && child.Child("nsubj") is null && child.Child("aux") is null && ByPhrase(child) is { } shared)
                return shared;
        }
        return null;
    }

    /// <summary>"The first to sign", "the latest country to join": who is told apart by what he did.</summary>
    public static bool IsRanked(Token noun) =>
        noun.Lemma is "first" or "latest" or "last" or "second" or "third" || noun.Children.Any(c => c.Is("amod") && c.Index < noun.Index && c.Lemma is "first" or "latest" or "last" or "second" or "third");

    /// <summary>"Called for the president to resign": whether the one after "for" is to do something.</summary>
    public static bool IsToAct(Token noun) =>
        noun.Head is { } head && head.Children.Concat(noun.Children).Any(c => c.Index > noun.Index && IsInfinitive(c) && !IsPassive(c) && (c.Is("advcl") || c.Is("xcomp") || c.Is("acl")));

    /// <summary>"Urged calm, saying that the king would yield", with both verbs hung on the first: a clause right after another verb is that one's.</summary>
    public static bool IsOfOther(Token clause) =>
        clause.Is("ccomp") && clause.Subtree().First().Previous is { Upos: Upos.VERB } other && other.Index < clause.Index && !ReferenceEquals(other, clause.Head);

    public static bool IsInfinitive(Token verb)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Is("mark") && child.IsLemma("to"))
                return true;
        }
        return verb.Xpos == "VB" && verb.Child("aux") is null && verb.Child("nsubj") is null;
    }

    /// <summary>Whether a clause below the verb says what is to be done ("to leave", "that he should leave") rather than what is so.</summary>
    /// <param name="future">"That it would leave" counts too.</param>
    public static bool HasDeed(Token verb, bool future)
    {
        // "wants to talk" is his own wish, "wants the army to leave" asks it of others.
        if (verb.IsLemma("want") && verb.Child("obj") is null && verb.Child("ccomp")?.Child("nsubj") is null)
            return false;
        foreach (Token child in verb.Children)
        {
            if (child.Index < verb.Index || !(child.Is("xcomp") || child.Is("ccomp") || child.Is("advcl")))
                continue;
            if (child.Children.Any(c => c.Is("mark") && c.IsLemma("to")))
                return true;
            // "proposed that the men report to churches": after such verbs a plural's verb is a subjunctive too.
            if (child.Is("ccomp") && child.Xpos is "VB" or "VBP" && child.Child("aux") is null && child.Child("cop") is null && verb.Lemma is "propose" or "demand" or "recommend" or "request" or "urge" or "ask"
                && child.Children.Any(c => c.Is("mark") && c.IsLemma("that")) && !child.Children.Any(c => IsRelative(c)))
            {
                return true;
            }
            if (!child.Is("advcl") && (child.Xpos == "VB" && child.Child("aux") is null || child.Children.Any(c => c.Is("aux") && (c.Lemma.ToLowerInvariant() is "shall" or "should" or "must" || (future && c.Lemma.ToLowerInvariant() is "will" or "would")))))
                return true;
        }
        return false;
    }

    /// <summary>Whether the clause told by the verb says what somebody must do: "said that Moscow must withdraw".</summary>
    public static bool HasMust(Token verb)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Is("ccomp") && child.Child("nsubj") is { } who && !ReferenceEquals(who, child) && !IsRelative(who) && child.Upos is Upos.VERB or Upos.AUX or Upos.ADJ
                && (child.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is "must" or "should") && !child.Children.Any(c => c.Is("aux") && c.Lemma == "have")))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether the clause told by the verb says who did wrong: "said that Tehran was behind the raid", "was responsible", "was to blame".</summary>
    public static bool HasGuilt(Token verb)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Is("ccomp") && child.Child("nsubj") is { } who && !IsRelative(who) && !child.Children.Any(c => c.Lemma.ToLowerInvariant() is "not" or "n't" or "never" or "no")
                && !child.Children.Any(c => c.Is("mark") && c.Lemma is "if" or "whether" or "unless")
                && (child.Lemma is "responsible" or "guilty" or "culpable" or "complicit" || Preposition(child, "behind")
                    || (child.Lemma is "blame" && child.Children.Any(c => c.IsLemma("be")))))
            {
                return true;
            }
        }
        return false;
    }

    public static bool IsRelative(Token token) => token.Xpos is "WP" or "WDT" or "WP$";

    /// <summary>For "who", "which", "that" the noun they stand for; else the word itself.</summary>
    public static Token Antecedent(Token token)
    {
        if (!IsRelative(token))
            return token;
        foreach (Token up in token.Ancestors())
        {
            if (up.Deprel == "acl:relcl" && up.Head is { } noun)
                return Told(noun, token);
        }
        // A lost relative clause: the noun before the comma.
        Token? at = token.Previous;
        while (at is { Upos: Upos.PUNCT or Upos.ADP })
            at = at.Previous;
        return at is { Upos: Upos.NOUN or Upos.PROPN } ? FirstJoined(Top(at)) : token;
    }

    // "the founder of Ganz Works who backed the king": without a comma "who" tells apart, and names need no telling apart.
    private static Token Told(Token name, Token who)
    {
        while (who.Text == "who" && name is { Upos: Upos.PROPN, Head: { Upos: Upos.NOUN } held } && name.Is("nmod") && held.Index < name.Index && who.Previous is { Text: not "," })
            name = held;
        return name;
    }

    /// <summary>Whether the word's phrase begins with this preposition.</summary>
    public static bool Preposition(Token noun, string preposition)
    {
        foreach (Token child in noun.Children)
        {
            if (child.Is("case") && child.Index < noun.Index && (child.Text.Equals(preposition, StringComparison.OrdinalIgnoreCase)
                || (child.Children is [.., var last] && last.Is("fixed") && last.Text.Equals(preposition, StringComparison.OrdinalIgnoreCase))))
            {
                return true;    // "in", "out of"
            }
        }
        return false;
    }

    /// <summary>The verb of the clause that the word stands in; the word itself when it is one; the root when there is no verb.</summary>
    public static Token Clause(Token token)
    {
        for (Token at = token; ; at = at.Head)
        {
            if (at.Head is null || at.Upos == Upos.VERB && !at.Is("amod") && !at.Is("compound") || IsClausal(at))
                return at;
        }
    }

    private static bool IsClausal(Token token) =>
        token.Is("ccomp") || token.Is("xcomp") || token.Is("advcl") || token.Is("acl") || token.Is("parataxis") || token.Child("cop") is not null;

    /// <summary>The word that a hyphen joins to this one: "Israeli" of "Israeli-Palestinian", and the doer of "Saudi-led"; null where there is none.</summary>
    public static Token? BeforeHyphen(Token word) =>
        word.Previous is { Text: "-" } hyphen && hyphen.Previous is { } before && char.IsUpper(before.Text[0])
        && (char.IsUpper(word.Text[0]) || Leading.Contains(word.Text)) ? before : null;

    /// <summary>"Saudi-led raids" are the Saudis' own, "Saudi-backed" ones are not.</summary>
    private static readonly HashSet<string> Leading = ["led", "ordered", "directed", "orchestrated", "imposed"];

    // "Ms. Sall has scorned the banks and Mr. Diop has mocked the unions", with Mr. Diop joined to the banks: two verbs are joined by a word
    // or a comma between them, and where that stands before a noun, the noun is the subject of the verb right after it.
    private static bool IsSubjectOf(Token noun, Token verb) =>
        noun.Is("conj") && (noun.Child("cc") ?? verb.Child("cc")) is { } and && and.Index < noun.Index && verb.Is("conj") && verb.Head is { Upos: Upos.VERB } first && first.Index < noun.Index
        && verb.Child("nsubj") is null && !verb.Children.Any(c => c.Is("cc") && c.Index > noun.Index) && (IsFinite(verb) ? IsFinite(first) : verb.Xpos == "VBG" && first.Xpos == "VBG");

    private static Token? OwnSubject(Token verb)
    {
        if (!verb.Is("conj"))
            return null;
        Token? at = verb.Previous;
        while (at is { Upos: Upos.AUX or Upos.ADV or Upos.PART })
            at = at.Previous;
        for (; at is { Upos: Upos.NOUN or Upos.PROPN }; at = at.Head)
        {
            if (at.Is("conj"))
                return IsSubjectOf(at, verb) ? at : null;
        }
        return null;
    }

    private static bool HasOwnVerb(Token noun)
    {
        Token? at = noun.Subtree().Last().Next;
        while (at is { Upos: Upos.AUX or Upos.ADV or Upos.PART })
            at = at.Next;
        return at is { Upos: Upos.VERB } verb && IsSubjectOf(noun, verb);
    }

    /// <summary>The word and those joined to it by "and", in text order.</summary>
    public static IEnumerable<Token> Joined(Token token)
    {
        yield return token;
        foreach (Token child in token.Children)
        {
            if (child.Is("conj") && !HasOwnVerb(child))
            {
                foreach (Token more in Joined(child))
                    yield return more;
            }
        }
    }
}
