using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds the words that refer: names with the titles before them, noun phrases for actors, pronouns, and what is known beforehand.</summary>
internal sealed class MentionFinder(EntityLexicon lexicon)
{
    /// <summary>Nouns of quantity, whose "of" phrase says what is counted.</summary>
    private static readonly HashSet<string> Quantities = new(StringComparer.OrdinalIgnoreCase) { "hundred", "thousand", "dozen", "score", "ten", "million", "number", "group", "crowd", "majority", "handful", "pair", "couple", "lot", "member", "one", "two", "three", "most", "many", "some", "several", "all", "none", "team", "coalition" };

    /// <summary>Words within names of people that bind what stands before them to what follows.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase) { "bin", "ibn", "bint", "van", "von", "der", "den", "della", "dos", "abu", "ould" };

    /// <summary>Titles that stand before names of people only.</summary>
    private static readonly HashSet<string> Courtesies = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Messrs"];

    /// <summary>Nouns that call a body only where its name stands elsewhere: "the Department".</summary>
    private static readonly HashSet<string> Bodies = ["Department", "Ministry", "Agency", "Group", "Company", "Union", "Court", "Network", "Alliance", "Movement", "Party", "Government", "State", "Country"];

    /// <summary>Those who work for somebody's election or side.</summary>
    private static readonly HashSet<string> Followings = ["campaign", "camp", "team"];

    /// <summary>Whom others hold: "took Americans hostage" names them before.</summary>
    private static readonly HashSet<string> Held = ["hostage", "prisoner", "captive"];

    private static readonly HashSet<string> Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Bodies and groups that are named without a determiner.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.OrdinalIgnoreCase) { "police", "parliament", "congress", "opposition", "government", "infantry", "artillery", "prosecution", "cavalry" };

    /// <returns>In text order, an outer mention before those in it.</returns>
    public List<MentionDraft> Find(Report report, IReadOnlyList<Sentence> sentences, TokenMap tokens, IReadOnlyList<Name> names)
    {
        var found = new List<MentionDraft>();
        var taken = new TokenSet(tokens);
        // "Wilayat Twitter" makes no surname of a body that is known.
        var surnames = names.Where(n => n.Type == NameType.Person).Select(n => Phrase.Flat(report[n.Span]).Split(' ')).Where(w => w.Length > 1 && (!lexicon.IsNamedBody(w[^1]) || lexicon.IsGivenName(w[0]))).Select(w => w[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (Name name in Joined(tokens, names))
            AddName(report, name, tokens, surnames, found, taken);
        AddHalves(sentences, found, taken);
        foreach (MissedName missed in MissedNames.Find(lexicon, sentences, found, taken))
        {
            TextSpan span = missed.First.Span.Cover(missed.Last.Span);
            AddNamed(report, span, Phrase.Flat(report[span]), missed.Type, false, missed.First, missed.Last, found, taken);
        }
        Acronyms.Introduce(found);
        GenderOfSingleNames(found);
        var peopleByEnd = found.Where(m => m.Kind == MentionKind.Name && m.Type == NameType.Person && m.SameAs is null).DistinctBy(m => m.Span.End).ToDictionary(m => m.Span.End);
        foreach (Sentence sentence in sentences)
        {
            foreach (Token token in sentence.Tokens)
            {
                if (PronounForms.Of(token) is { } pronoun)
                    found.Add(new MentionDraft(token.Span, MentionKind.Pronoun, token) { Gender = pronoun.Gender, Plural = pronoun.Plural, IsPerson = pronoun.IsPerson });
                else if (!taken.Contains(token) && !AddAdjective(token, found, taken) && !AddPeople(report, token, found, taken))
                    AddNominal(report, token, peopleByEnd, found, taken);
            }
        }
        AddKnown(report, tokens, found);
        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        Appositions.Join(tokens, found);
        Rivals.Add(sentences, tokens, found, taken);
        return found;
    }

    /// <summary>"Patriotic Front for" and "National Renewal": a body's name that stops at a preposition goes on.</summary>
    private static IEnumerable<Name> Joined(TokenMap tokens, IReadOnlyList<Name> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            Name name = names[i];
            while (i + 1 < names.Count && name.Type == NameType.Organization && names[i + 1].Type != NameType.Person && names[i + 1].Span.Start == name.Span.End + 1
                && tokens.Within(name.Span) is { Last.Upos: Upos.ADP })
            {
                name = name with { Span = name.Span.Cover(names[++i].Span) };
            }
            yield return name;
        }
    }

    private void AddName(Report report, Name name, TokenMap tokens, HashSet<string> surnames, List<MentionDraft> found, TokenSet taken)
    {
        if (tokens.Within(name.Span) is not { } run)
            return;
        (Token first, Token last) = run;
        TextSpan span = name.Span;
        if (IsPartyTag(first))
        {
            for (Token? at = first.Previous!.Previous; at is not null && at.Index <= last.Index; at = at.Next)
                taken.Add(at);
            return;
        }
        if (first == last && (MissedNames.IsDay(first) || IsMember(first, taken)))
            return;
        if (name.Type == NameType.Person && WithParticles(first, taken) is { } earlier)
        {
            first = earlier;
            span = first.Span.Cover(span);
        }
        // "Chancellor Olaf Scholz", "State Ann Hale" behind "Secretary of": the office is no part of the name.
        while (name.Type == NameType.Person && first.Index + 1 < last.Index && (lexicon.IsOffice(first.Text) || (lexicon.RoleEndingAt(report, first) is { First: { } role } && role.Index < first.Index)))
        {
            first = first.Next!;
            span = first.Span.Cover(last.Span);
        }
        if (name.Type == NameType.Person && BehindRole(report, first, last) is { } given)
        {
            first = given;
            span = first.Span.Cover(last.Span);
        }
        // "Lindsey Graham Endorsement" beside "Graham": the deed of a headline is no surname.
        if (name.Type == NameType.Person && last.Index > first.Index + 1 && surnames.Contains(last.Previous!.Text) && !surnames.Contains(last.Previous.Previous!.Text) && lexicon.IsDeed(last.Text.ToLowerInvariant()))
        {
            last = last.Previous;
            span = first.Span.Cover(last.Span);
        }
        string words = Phrase.Flat(report[span]);
        // No day acts; the word for a body alone is a noun like any other.
        if (first == last && (Weekdays.Contains(words) || (name.Type == NameType.Organization && Bodies.Contains(words) && first.Previous is { Upos: Upos.DET })))
            return;
        // A title is no name: "Sheikh" before "Khalid".
        if (name.Type == NameType.Person && first == last && lexicon.Title(words) is not null && last.Next is { Upos: Upos.PROPN })
            return;
        NameType type = Retyped(name.Type, first, last, surnames, found);
        bool isPeople = type != NameType.Person && lexicon.IsPeople(words) && last.Upos is Upos.PROPN or Upos.NOUN && last.Xpos.EndsWith('S');
        // "Ottoman Turks", "Crimean Tatars": not every Turk.
        if (isPeople && first == last && first.Previous is { Upos: Upos.ADJ or Upos.PROPN } which && which.Head == first && char.IsUpper(which.Text[0]) && !taken.Contains(which)
            && !lexicon.IsOrigin(which.Text) && !which.Is("flat"))
        {
            first = which;
            span = first.Span.Cover(span);
            words = Phrase.Flat(report[span]);
        }
        if ((first.Upos == Upos.ADJ && ReferenceEquals(first, last)) || (lexicon.IsOrigin(words) && !isPeople && first.Head?.Index > first.Index && (first.Is("amod") || (first.Is("compound") && !tokens.IsUpper(first)))))
            return;
        // Works, products and events do not act.
        if (type == NameType.Other && !isPeople)
            return;
        AddNamed(report, span, words, type, isPeople, first, last, found, taken);
    }

    /// <summary>"Texas" of "Senator Ted Cruz, R-Texas": party and state of the one before, who do nothing here.</summary>
    private static bool IsPartyTag(Token state) => state.Previous is { Text: "-" } hyphen && hyphen.Span.End == state.Span.Start
        && hyphen.Previous is { Text: "R" or "D" or "I" or "L" } party && party.Span.End == hyphen.Span.Start && party.Previous is { Text: "," or "(" or "[" };

    /// <summary>"A Utah Republican", "Democrat wins": one member, not the party.</summary>
    private bool IsMember(Token word, TokenSet taken) => word.Xpos is "NNP" or "NN" && lexicon.IsMember(word.Text) && !taken.Contains(word)
        && !(word.Is("compound") || word.Is("flat") || word.Is("amod") || word.Deprel == "nmod:desc") && word.Next is not { Upos: Upos.PROPN }
        && (word.Child("det")?.Lemma.ToLowerInvariant() is "a" or "an" or "the" or "this" or "that" or "another" || (word.Is("nsubj") && word.Head is { Xpos: "VBZ" }));

    /// <summary>"Republicans": they, not it.</summary>
    private bool IsMembers(Token last, string words) => last.Xpos is "NNPS" or "NNS" && words.EndsWith('s') && lexicon.IsMember(words[(words.LastIndexOf(' ') + 1)..^1]);

    /// <summary>"Kelli Ward" of "McCain Challenger Kelli Ward", as headlines have it; null where no role stands among the words.</summary>
    private Token? BehindRole(Report report, Token first, Token last)
    {
        if (last.Index - first.Index < 3 || lexicon.IsGivenName(first.Text))
            return null;
        for (Token given = last.Previous!; given.Index > first.Index + 1; given = given.Previous!)
        {
            if (lexicon.IsGivenName(given.Text) && given.Previous is { } role && lexicon.Title(role.Text) is null && lexicon.RoleEndingAt(report, role) is not null)
                return given;
        }
        return null;
    }

    /// <summary>"The North" in a report that speaks of North or South Korea.</summary>
    private void AddHalves(IReadOnlyList<Sentence> sentences, List<MentionDraft> found, TokenSet taken)
    {
        IReadOnlyDictionary<string, string>? halves = null;
        foreach (Token token in sentences.SelectMany(s => s.Tokens))
        {
            if (token.Previous is { Text: "North" or "South" } half && lexicon.Halves(token.Text) is { Count: > 0 } known && known.ContainsKey(half.Text))
            {
                halves = known;
                break;
            }
        }
        if (halves is null)
            return;
        foreach (Token token in sentences.SelectMany(s => s.Tokens))
        {
            if (token.Text is not ("North" or "South") || token.Previous is not { Upos: Upos.DET } the || !the.IsLemma("the") || token.Next is { Upos: Upos.PROPN } or { Text: "of" or "-" }
                || !halves.TryGetValue(token.Text, out string? name))
            {
                continue;
            }
            found.RemoveAll(m => m.Span == token.Span);
            taken.Add(token);
            found.Add(new MentionDraft(token.Span, MentionKind.Name, token) { Type = NameType.Place, Gender = Gender.Neuter, Words = name.Split(' ') });
        }
    }

    /// <summary>"Faisal bin" before "Farhan" belongs to the name; null where no such words stand.</summary>
    private static Token? WithParticles(Token first, TokenSet taken)
    {
        Token start = first;
        while (start.Previous is { } particle && Particles.Contains(particle.Text)
            && particle.Previous is { Upos: Upos.PROPN } given && !taken.Contains(given))
        {
            start = given;
        }
        return start == first ? null : start;
    }

    /// <summary>A place or body whose first word is a given name and which has no organisation's word is a person; so is one called as somebody of the report.</summary>
    private NameType Retyped(NameType type, Token first, Token last, HashSet<string> surnames, List<MentionDraft> found)
    {
        // "Mr. Arad": no town.
        if (type != NameType.Person && first.Previous is { } before && (before.Text == "." ? before.Previous : before) is { Text: { } title } && Courtesies.Contains(title.TrimEnd('.')) && char.IsUpper(first.Text[0]))
            return NameType.Person;
        // "Jordan closed its border": a country, until the report names somebody of that name.
        if (type == NameType.Person && first == last && lexicon.IsArea(first.Text) && !found.Exists(m => m.Type == NameType.Person && m.Words.Length > 1 && m.Words.Contains(first.Text)))
            return NameType.Place;
        if (type is NameType.Place or NameType.Organization && first == last && surnames.Contains(first.Text) && !lexicon.IsArea(first.Text) && first.Child("case") is null or { Text: "'s" or "’s" })
            return NameType.Person;
        if (type == NameType.Person || !lexicon.IsPersonName(first, last))
            return type;
        // "Alexandria, Virginia", "came from Santo Domingo".
        bool isBeside = type == NameType.Place && first.Previous is { Text: "," } comma && comma.Previous is { } beside
            && found.FindLast(m => m.Kind == MentionKind.Name) is { Type: NameType.Place } place && place.Span.End == beside.Span.End;
        return isBeside || first.Child("case")?.Text is "in" or "at" or "near" || (type == NameType.Place && first.Child("case")?.Text is "from" or "to" or "into" or "across" or "around" or "outside" or "through")
            ? type : NameType.Person;
    }

    /// <summary>A name of one word tells a gender where it is a given name and nobody's surname here.</summary>
    private void GenderOfSingleNames(List<MentionDraft> found)
    {
        var surnames = found.Where(m => m.Type == NameType.Person && m.Words.Length > 1).Select(m => m.Words[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (MentionDraft name in found)
        {
            if (name.Type == NameType.Person && name.Gender == Gender.Unknown && name.Words is [var word] && !surnames.Contains(word))
                name.Gender = lexicon.GivenName(word);
        }
    }

    private void AddNamed(
        Report report, TextSpan span, string words, NameType type, bool isPeople, Token first, Token last, List<MentionDraft> found, TokenSet taken)
    {
        bool isPerson = type == NameType.Person;
        var mention = new MentionDraft(span, MentionKind.Name, Phrase.Top(first, last))
        {
            Type = type,
            IsPerson = isPerson || isPeople,
            Plural = isPerson ? false : isPeople || IsMembers(last, words) ? true : null,
            Gender = isPerson ? GivenNameGender(first, last) : isPeople ? Gender.Unknown : Gender.Neuter,
            Words = Accents.Strip(words).Split(' '),
        };
        found.Add(mention);
        for (Token? at = first; at is not null && at.Index <= last.Index; at = at.Next)
            taken.Add(at);
        if (isPerson)
            AddTitled(report, mention, first, last, found, taken);
    }

    private Gender GivenNameGender(Token first, Token last) =>
        ReferenceEquals(first, last) ? Gender.Unknown : lexicon.GivenName(first.Text);

    /// <summary>"Russian President" before "Vladimir Putin": one phrase, and the title may tell the gender.</summary>
    private void AddTitled(Report report, MentionDraft name, Token first, Token last, List<MentionDraft> found, TokenSet taken)
    {
        if (first.Previous is not { } before)
            return;
        Token roleEnd = before.Text == "." && before.Previous is { } abbreviated ? abbreviated : before;
        if (lexicon.RoleEndingAt(report, roleEnd) is not { } role)
            return;
        if (role.Gender != Gender.Unknown)
            name.Gender = role.Gender;
        Token start = role.First;
        // Titles follow each other ("Foreign Minister Prince"), and country words and modifiers stand before them.
        while (start.Previous is { } left && left.Index > first.Index - 12 && (left.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ || left.Text is "'s" or "’s" or "-") && left.Upos is not (Upos.ADP or Upos.DET))
        {
            start = left;
        }
        while (start.Text is "'s" or "’s" or "-" && start.Index < role.First.Index)
            start = start.Next!;
        if (start.Previous is { Upos: Upos.DET } article)
            start = article;
        for (Token? at = start; at is not null && at.Index < first.Index; at = at.Next)
            taken.Add(at);
        found.Add(new MentionDraft(start.Span.Cover(name.Span), MentionKind.Nominal, Phrase.Top(start, last))
        {
            Type = NameType.Person,
            IsPerson = true,
            Plural = false,
            Gender = name.Gender,
            SameAs = name,
            Words = [roleEnd.Lemma.ToLowerInvariant()],
        });
    }

    /// <summary>"The Turkish offer", "French and German sanctions", "Saudi-led raids", "Israeli-Palestinian talks": the state is who does it.</summary>
    private bool AddAdjective(Token word, List<MentionDraft> found, TokenSet taken)
    {
        if (word.Upos is not (Upos.ADJ or Upos.PROPN) || !lexicon.IsOfState(word.Text))
            return false;
        Token last = word;
        bool isOfTwo = false;
        if (word.Next is { Text: "-" } hyphen && hyphen.Next is { } other)
        {
            isOfTwo = lexicon.IsOrigin(other.Text) || lexicon.IsArea(other.Text);
            if (!isOfTwo && other.Xpos is not ("VBN" or "VBD"))
                return false;
            last = other;
        }
        else if (word.Previous is { Text: "-" } before)
        {
            isOfTwo = before.Previous is { } one && (lexicon.IsOrigin(one.Text) || lexicon.IsArea(one.Text));
            if (!isOfTwo)
                return false;
        }
        while (last.Is("conj") && last.Head is { } first)
            last = first;
        if (!(last.Is("amod") || last.Is("compound")) || last.Head is not { Upos: Upos.NOUN } deed || deed.Index < word.Index || !(isOfTwo ? lexicon.IsDeedOfTwo(deed.Lemma) : lexicon.IsDeed(deed.Lemma)))
            return false;
        found.Add(new MentionDraft(word.Span, MentionKind.Name, word)
        {
            IsAdjective = true,
            Type = NameType.Place,
            Gender = Gender.Neuter,
            Words = [word.Text],
        });
        taken.Add(word);
        return true;
    }

    // "appealed to Serbs", "pressed the Europeans": a people that no name was seen in.
    private bool AddPeople(Report report, Token token, List<MentionDraft> found, TokenSet taken)
    {
        if (token.Upos is not (Upos.PROPN or Upos.NOUN) || !token.Text.EndsWith('s') || !char.IsUpper(token.Text[0]) || !lexicon.IsPeople(token.Text) || token.Is("compound") || token.Is("flat"))
            return false;
        AddNamed(report, token.Span, token.Text, NameType.Organization, true, token, token, found, taken);
        return true;
    }

    /// <summary>Whether what is counted stands after the noun: "hundreds of", "a dozen of".</summary>
    public static bool IsQuantity(Token noun) => Quantities.Contains(noun.Lemma);

    private void AddNominal(Report report, Token head, Dictionary<int, MentionDraft> peopleByEnd, List<MentionDraft> found, TokenSet taken)
    {
        if ((head.Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM) && !head.Xpos.StartsWith("NN", StringComparison.Ordinal)) || head.Is("compound") || head.Is("flat") || head.Is("amod") || head.Is("fixed")
            || head.Is("goeswith") || head.Deprel is "nmod:desc" or "nmod:unmarked" || head.Child("cop") is not null)
        {
            return;
        }
        Token noun = head;
        if (IsQuantity(head) && head.Child("nmod") is { } counted && counted.Child("case")?.Text == "of" && !(head.IsLemma("member") && lexicon.Noun(report, counted) is null))
            noun = counted;
        else if (head.Is("nmod") && head.Child("case")?.Text == "of" && head.Head is { } up && Quantities.Contains(up.Lemma))
            return;
        if (NominalLinker.IsBothOf(head))
        {
            found.Add(new MentionDraft(head.Previous!.Span.Cover(head.Span), MentionKind.Nominal, head) { Type = NameType.Organization, Plural = true, Words = ["side"] });
            taken.Add(head);
            return;
        }
        if (noun.Upos == Upos.NUM || (lexicon.Noun(report, noun) ?? OtherBody(head, found)) is not var (kind, phrase))
            return;
        // "Took Americans hostage", "held him prisoner": the words before are whom is held.
        if (Held.Contains(noun.Lemma) && noun.Xpos == "NN" && noun.Previous is { Xpos: "NNS" or "NNPS" or "PRP" } held)
        {
            AddHeld(head, held, found);
            return;
        }
        // "Secretary of state", "chief of staff": the last word alone is nobody. "On the side" is no party.
        if ((head.Is("nmod") && head.Head is { } office && office.Index < head.Index && phrase.Index <= office.Index)
            || (noun.IsLemma("side") && noun.Xpos == "NN" && !head.Children.Any(c => c.Is("amod") || c.Is("compound") || c.Is("nmod") || (c.Is("det") && c.Lemma is not ("the" or "a")))))
            return;
        // "Israeli bulldozers" are Israel's, "U.S. drones" America's; bulldozers are nobody's.
        if (kind.IsEquipment && !IsOwned(head, found))
            return;
        bool plural = noun.Xpos is "NNS" or "NNPS" || noun.IsLemma("police") || (kind.Plural ?? false) || !ReferenceEquals(noun, head);
        (Token first, Token last) = Phrase.NounPhrase(head);
        // "Force", "resistance", "court" without any determiner are no one; "police" and "parliament" are.
        if (kind.Kind != 'p' && !plural && ReferenceEquals(first, head) && !Bare.Contains(noun.Lemma))
            return;
        if (noun.IsLemma("force") && noun.Xpos == "NN" && head.Child("det") is null)
            return;
        // The phrase may end with the name itself, where the tree does not show it.
        MentionDraft? named = !plural && kind.Kind == 'p' && peopleByEnd.TryGetValue(last.Span.End, out MentionDraft? person)
            && person.Span.Start > head.Span.Start && person.Head.Child("case") is null ? person : null;
        taken.Add(noun);
        found.Add(new MentionDraft(first.Span.Cover(last.Span), MentionKind.Nominal, head)
        {
            SameAs = named,
            Type = kind.Kind == 'b' ? NameType.Organization : NameType.Person,
            IsPerson = kind.Kind != 'b',
            Plural = plural ? true : kind.Kind == 'p' ? false : null,
            Gender = kind.Kind == 'b' ? Gender.Neuter : kind.Gender,
            Words = [IsTwins(noun) ? "country" : noun.Lemma.ToLowerInvariant()],
        });
    }

    /// <summary>Whether the words before the noun say whose it is: a state's adjective, or the name of a place or body.</summary>
    private bool IsOwned(Token noun, List<MentionDraft> found)
    {
        foreach (Token child in noun.Children)
        {
            if (child.Index > noun.Index || !(child.Is("amod") || child.Is("compound") || child.Deprel == "nmod:poss"))
                continue;
            if (lexicon.IsOrigin(child.Text) || (child.Deprel == "nmod:poss" && lexicon.IsArea(child.Text)) || (child.Is("compound") && found.Exists(m => m.Head == child && m is { Kind: MentionKind.Name, Type: not NameType.Person })))
                return true;
            if (child.Is("compound") && IsOwned(child, found))      // "a Turkish survey ship"
                return true;
        }
        return false;
    }

    private static void AddHeld(Token head, Token held, List<MentionDraft> found)
    {
        if (found.Find(m => m.Head == held && m.Kind == MentionKind.Name) is not { } name)
            return;
        Token first = held;
        while (first.Previous is { Upos: Upos.NUM or Upos.ADJ or Upos.DET } before && (before.Head == held || before.Head == head))
            first = before;
        found.Add(new MentionDraft(first.Span.Cover(held.Span), MentionKind.Nominal, held)
        {
            SameAs = name,
            Type = name.Type,
            IsPerson = true,
            Plural = true,
            Words = [held.Lemma.ToLowerInvariant()],
        });
    }

    /// <summary>"The Clinton campaign", "the two Koreas".</summary>
    private (ActorNoun Kind, Token First)? OtherBody(Token noun, List<MentionDraft> found)
    {
        if (Followings.Contains(noun.Lemma) && noun.Children.Any(c => c.Index < noun.Index && (c.Is("compound") || c.Deprel == "nmod:poss") && found.Exists(m => m.Head == c && m is { Kind: MentionKind.Name, Type: NameType.Person })))
            return (new ActorNoun('b', Gender.Neuter, false), noun);
        return IsTwins(noun) ? (new ActorNoun('b', Gender.Neuter, true), noun) : null;
    }

    private bool IsTwins(Token noun) => noun.Upos is Upos.NOUN or Upos.PROPN && noun.Text.EndsWith('s') && lexicon.IsTwin(noun.Text[..^1])
        && noun.Children.Any(c => c.Text.Equals("two", StringComparison.OrdinalIgnoreCase) || c.Text.Equals("both", StringComparison.OrdinalIgnoreCase));

    private void AddKnown(Report report, TokenMap tokens, List<MentionDraft> found)
    {
        foreach (KnownMention known in report.Mentions)
        {
            if (known.Span.End > report.Text.Length || tokens.Within(known.Span) is not { } run)
                continue;
            if (found.Find(m => m.Span == known.Span) is { } same)
            {
                same.IsKnown = true;
                continue;
            }
            Token head = Phrase.Top(run.First, run.Last);
            MentionDraft? inner = found.Find(m => m.Head == head && known.Span.Contains(m.Span)) ?? found.Find(m => m.Kind == MentionKind.Name && m.Span.End == known.Span.End && known.Span.Contains(m.Span))
                ?? found.Find(m => m.Head == head);
            bool isName = inner is null && run.Last.Upos == Upos.PROPN;
            NameType type = inner?.Type ?? known.Type switch
            {
                "PERSON" => NameType.Person,
                "PLACE" => NameType.Place,
                _ => NameType.Organization,
            };
            found.Add(new MentionDraft(known.Span, isName ? MentionKind.Name : MentionKind.Nominal, head)
            {
                IsKnown = true,
                Type = type,
                IsPerson = inner?.IsPerson ?? type == NameType.Person,
                Plural = inner?.Plural ?? (head.Xpos is "NNS" or "NNPS" ? true : null),
                Gender = inner?.Gender ?? (lexicon.Noun(report, head) is var (noun, _) ? noun.Gender : type == NameType.Person ? Gender.Unknown : Gender.Neuter),
                SameAs = inner,
                Words = isName ? Phrase.Flat(report[known.Span]).Split(' ') : [head.Lemma.ToLowerInvariant()],
            });
        }
    }
}
