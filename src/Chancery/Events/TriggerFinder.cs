using Chancery.Language;

namespace Chancery.Events;

/// <summary>Finds the words of a sentence that evoke a frame of the lexicon.</summary>
internal sealed class TriggerFinder(EventLexicon lexicon, WordClasses classes, ActorFinder actors)
{
    /// <param name="guesses">Asked where no construction fits, and whether what fits has the right type; null: words and rules only.</param>
    /// <returns>In text order; at most one for each main word.</returns>
    public List<Trigger> Find(Sentence sentence, TypeGuesses? guesses)
    {
        var found = new List<Trigger>();
        foreach (Token token in sentence.Tokens)
        {
            if (PartOfSpeech(token) is var pos && pos != ' ' && Told(token, pos, guesses) is { } trigger)
                found.Add(trigger);
        }
        // "launched an attack" is one trigger, not also "an attack".
        found.RemoveAll(t => t.IsNoun && found.Any(o => !ReferenceEquals(o, t) && !o.IsNoun && (o.Words.Contains(t.Head) || IsMeasured(t.Head, o.Object))));
        // Only now: in "met resistance" the resistance is no event either.
        found.RemoveAll(t => t.Construction.IsNone);
        return found;
    }

    private Trigger? Told(Token token, char pos, TypeGuesses? guesses) =>
        Fitting(token, pos) is not { } fitting ? guesses?.Of(token, pos) : guesses?.Instead(fitting) ?? fitting;

    /// <summary>The words that may evoke a frame, and whether a construction fits.</summary>
    public IEnumerable<(Token Word, char Pos, bool Fits)> Words(Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (PartOfSpeech(token) is var pos && pos != ' ')
                yield return (token, pos, Fitting(token, pos) is not null);
        }
    }

    // The lexicon gives what is no event first, then the constructions with most conditions: the first that fits is the surest.
    private Trigger? Fitting(Token token, char pos)
    {
        Trigger? best = null;
        foreach (Construction construction in Constructions(token, pos))
        {
            if (construction.Pos != pos || (best is not null && construction.Conditions <= best.Construction.Conditions))
                continue;
            if (Match(token, construction) is not { } trigger)
                continue;
            best = trigger;
            if (construction.IsNone)
                break;
        }
        return best;
    }

    // "the flow of aid", "a series of attacks"
    private bool IsMeasured(Token noun, Token? measure) =>
        measure is not null && ReferenceEquals(noun.Head, measure) && noun.Is("nmod") && classes.Is("quantity", measure.Lemma);

    private IEnumerable<Construction> Constructions(Token token, char pos)
    {
        if ((pos != 'v' || token.Upos != Upos.ADJ) && lexicon.Of(Lemma(token)) is { Length: > 0 } known)
            return known;
        // Words that the lemmatizer does not know: "massacred", "boycotting"; or whose past was taken for a present: "froze".
        string text = token.Text.ToLowerInvariant();
        if (pos == 'v' && lexicon.OfPast(text) is { Length: > 0 } past)
            return past;
        string stem = text switch { [.. var s, 'e', 'd'] => s, [.. var s, 'i', 'n', 'g'] => s, [.. var s, 's'] => s, _ => "" };
        if (pos == 'a' || stem.Length < 3)
            return [];
        return lexicon.Of(stem) is { Length: > 0 } plain ? plain
            : lexicon.Of(stem + "e") is { Length: > 0 } mute ? mute
            : stem[^1] == stem[^2] ? lexicon.Of(stem[..^1]) : [];
    }

    // "the minister accused Washington", with "accused" taken for an adjective: one does not stand between two nouns.
    private static bool IsPastForm(Token token) =>
        token.Text.Length > 4 && token.Text.EndsWith("ed", StringComparison.Ordinal) && token.Child("cop") is null
        && (token.Previous is { Upos: Upos.NOUN or Upos.PROPN } || token.Previous is { Text: "," })
        && token.Next is { Upos: Upos.PROPN or Upos.DET or Upos.PRON };

    // "would free the prisoners", "are to free them", with "free" taken for an adjective: one has no object.
    private static bool IsVerbal(Token token) =>
        token.Child("obj") is { } thing && thing.Index > token.Index
        && token.Children.Any(c => c.Index < token.Index && ((c.Is("aux") && token.Child("cop") is null) || (c.Is("mark") && c.Lemma == "to")));

    // "Talks collapsed": the first word of a sentence may have been taken for a name.
    private static string Lemma(Token token) =>
        token.Upos == Upos.PROPN && token.Lemma.EndsWith('s') ? token.Lemma.ToLowerInvariant()[..^1] : token.Lemma;

    private static bool MayBeNoun(Token token) => token.Index == 0 && token.Next is { Upos: not (Upos.PROPN or Upos.NOUN or Upos.VERB or Upos.AUX or Upos.PUNCT) };

    private static char PartOfSpeech(Token token) => token.Upos switch
    {
        Upos.PROPN when MayBeNoun(token) => 'n',
        Upos.VERB when !token.Is("case") => 'v',
        Upos.NOUN when !token.Is("compound") && !token.Is("flat") => 'n',
        Upos.ADJ when IsPastForm(token) || IsVerbal(token) => 'v',
        Upos.ADJ when token.Child("cop") is not null => 'a',
        _ => ' ',
    };

    private Trigger? Match(Token token, Construction construction)
    {
        // "the fighting forces" reports nothing; "imposing sanctions" does, though parsers may take it for the like.
        if (construction.Pos == 'v' && token.Upos == Upos.VERB && (token.Is("amod") || token.Is("compound")) && !IsClause(token) && (token.Xpos != "VBG" || !construction.Object.Names))
            return null;
        // "was met with silence" is no meeting.
        if (construction is { Pos: 'v', Frame.Mutual: true } && Clauses.IsPassive(token) && (construction is { Object.IsEmpty: true, Obliques.Length: > 0 } || token.Children.Any(c => Clauses.Preposition(c, "with"))))
            return null;
        var words = new List<Token> { token };
        if (!MatchBefore(token, construction, words))
            return null;
        if (construction.Particle.Length > 0)
        {
            if (Particle(token, construction.Particle) is not { } particle)
                return null;
            words.Add(particle);
        }
        else if (token.Child("compound") is { Deprel: "compound:prt" } && construction.Conditions < 3)
        {
            return null;    // "carry" is not "carry out"
        }
        Token? wanted = null;
        if (!construction.Object.IsEmpty && !MatchObject(token, construction, words, out wanted))
            return null;
        foreach (Oblique oblique in construction.Obliques)
        {
            if (MatchOblique(token, wanted, oblique, words) is not { } noun)
                return null;
            wanted ??= oblique.Noun.Holds(noun.Lemma) ? noun : null;
        }
        words.Sort((a, b) => a.Index.CompareTo(b.Index));
        return new Trigger(token, words, construction, wanted);
    }

    private static bool IsClause(Token verb) => verb.Children.Any(c => c.Is("aux") || c.Is("nsubj") || c.Is("obj"));

    // "air strike", "air-strike", "suicide bombing": the parts stand before the main word, with or without hyphens.
    private static bool MatchBefore(Token token, Construction construction, List<Token> words)
    {
        Token? at = token;
        for (int i = construction.Before.Length - 1; i >= 0; i--)
        {
            at = at?.Previous;
            if (at?.Text is "-")
                at = at.Previous;
            if (at is null || !(at.IsLemma(construction.Before[i]) || at.Text.Equals(construction.Before[i], StringComparison.OrdinalIgnoreCase)))
                return false;
            words.Add(at);
        }
        return true;
    }

    private static Token? Particle(Token verb, string particle)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Text.Equals(particle, StringComparison.OrdinalIgnoreCase) && child.Index > verb.Index)
                return child;
            // "held the navy responsible", with the adjective hung on the noun
            if (child.Is("obj") && child.Next is { Upos: Upos.ADJ } after && after.Text.Equals(particle, StringComparison.OrdinalIgnoreCase))
                return after;
        }
        // Parsers often hang the adverb on what follows: "walked out of the talks".
        return verb.Next is { } next && next.Upos is Upos.ADP or Upos.ADV && verb.Next!.Text.Equals(particle, StringComparison.OrdinalIgnoreCase)
            ? verb.Next : null;
    }

    private bool MatchObject(Token verb, Construction construction, List<Token> words, out Token? wanted)
    {
        WordTest test = construction.Object;
        wanted = null;
        if (test.Alone && (IsNaming(verb) || HasClause(verb) || verb.Child("iobj") is not null || verb.Children.Count(t => t.Is("obj")) > 1))
            return false;
        Token? patient = Clauses.Patient(verb);
        // "was refused access": a passive may keep an object of its own.
        if (Clauses.IsPassive(verb) && test.Names && verb.Child("obj") is { } retained && Content(retained).Any(n => test.Holds(n.Lemma)))
            patient = retained;
        if (patient is not null)
        {
            foreach (Token noun in Content(patient))
            {
                if (!test.Holds(noun.Lemma) && !HasCompound(noun, test) && !(test.Names && Divided(noun) is { } whole && test.Holds(whole)))
                    continue;
                wanted = noun;
                // "arrested a man": the man suffers the deed and is no part of its name, as "hostage" is in "took hostages".
                if (classes.Is("light", verb.Lemma) || !IsSufferer(noun, construction.Frame.Type))
                    words.Add(noun);
                return true;
            }
            if (test.Names && !construction.IsNone && Ahead(verb, test) is { } ahead)
            {
                wanted = ahead;
                words.Add(ahead);
                return true;
            }
            if (test.Any || (test.Actor && (actors.IsActor(patient) || Content(patient).Any(actors.IsActor))) || (test.Place && Content(patient).Any(actors.IsPlace))
                || (test.Armed && Content(patient).Any(actors.IsArmed)) || (test.Number && patient.Upos == Upos.NUM && patient.Lemma != "one" && patient.Next is not { Upos: Upos.NOUN or Upos.SYM }))
            {
                return true;
            }
        }
        else if (test.Names && !construction.IsNone && (AfterParticle(verb, construction, test) ?? Ahead(verb, test)) is { } ahead)
        {
            wanted = ahead;
            words.Add(ahead);
            return true;
        }
        else if (test.None)
        {
            return !Clauses.IsPassive(verb);
        }
        return (test.Clause && HasClause(verb)) || (test.Deed && Clauses.HasDeed(verb, construction.Frame.Type != EventType.Request))
            || (test.Must && Clauses.HasMust(verb)) || (test.Guilt && Clauses.HasGuilt(verb));
    }

    private bool IsSufferer(Token noun, EventType type) =>
        type is EventType.Assault or EventType.Coerce or EventType.Retreat && !classes.Is("troops", noun.Lemma) && (classes.Is("people", noun.Lemma) || classes.Is("target", noun.Lemma) || classes.Is("site", noun.Lemma));

    // "flew in 300 police", with "in" for a preposition
    private Token? AfterParticle(Token verb, Construction construction, WordTest test) =>
        construction.Particle.Length > 0 && verb.Next is { } next && next.Is("case") && next.Text.Equals(construction.Particle, StringComparison.OrdinalIgnoreCase)
        && next.Head is { } noun && noun.Is("obl") && ReferenceEquals(noun.Head, verb) ? Content(noun).FirstOrDefault(n => test.Holds(n.Lemma)) : null;

    // Where the parser lost the object, it still stands a few words after its verb: "granted the islands full autonomy".
    private static Token? Ahead(Token verb, WordTest test)
    {
        Token? at = verb.Next;
        for (int i = 0; i < 7 && at is not null; i++, at = at.Next)
        {
            if (at.Upos is Upos.AUX or Upos.ADP or Upos.SCONJ or Upos.CCONJ || at.Text is "," or ";" or ":" or "." || at.Xpos is "VBD" or "VBZ" or "VBP" or "VB")
                return null;
            if (at.Upos == Upos.NOUN && test.Holds(at.Lemma) && at.IsWithin(verb))
                return at;
        }
        return null;
    }

    // "a cease-fire", read as three words
    private static string? Divided(Token noun) => noun.Previous is { Text: "-" } hyphen && hyphen.Previous is { } first ? $"{first.Lemma.ToLowerInvariant()}-{noun.Lemma}" : null;

    // "asset freeze", "power line": a word named in the lexicon itself may also be the first part of a compound.
    private static bool HasCompound(Token noun, WordTest test) =>
        noun.Children.Any(c => (c.Is("compound") || c.Is("amod")) && test.Holds(c.Lemma) && c.Lemma is "chemical" or "biological" or "hunger" or "tear" or "oil" or "gas" or "cyber" or "ballistic" or "nuclear");

    private Token? MatchOblique(Token token, Token? wanted, Oblique oblique, List<Token> words)
    {
        foreach (string preposition in oblique.Prepositions)
        {
            if (preposition == "named")
            {
                if (Named(token, oblique.Noun) is not { } name)
                    continue;
                words.Add(name);
                return name;
            }
            IEnumerable<Token> phrases = FramePlaces.Phrases(token, wanted ?? (preposition is "out" or "into" or "off" or "across" or "through" ? token.Child("obj") : null), preposition).Concat(oblique.Noun.Names || preposition == "for" ? FramePlaces.Stray(token, preposition) : []);
            // "troops have begun leaving": the subject may be another verb's.
            if (preposition == "subj" && token.Upos == Upos.VERB && !Clauses.IsPassive(token) && Clauses.Surface(token) is { } subject)
                phrases = phrases.Append(subject);
            foreach (Token phrase in phrases)
            {
                foreach (Token noun in Content(phrase))
                {
                    // "fired the chief on Tuesday": a day is not what is fired at.
                    if (oblique.Noun.Any && (noun.Is("obl") && noun.Deprel.EndsWith("tmod", StringComparison.Ordinal) || classes.Is("time", noun.Lemma)))
                        continue;
                    bool named = oblique.Noun.Holds(noun.Lemma);
                    if (!named && !oblique.Noun.Any && !(oblique.Noun.Actor && actors.IsActor(noun)) && !(oblique.Noun.Place && actors.IsPlace(noun))
                        && !(oblique.Noun.Armed && actors.IsArmed(noun)))
                        continue;
                    if (named && preposition is not ("poss" or "mod"))
                        words.Add(noun);
                    return noun;
                }
            }
        }
        return null;
    }

    // "called the vote illegal", "called him 'a shameless liar'", "described the firing as reckless": what the object is said to be,
    // whatever the tree makes of it: it stands after the object or after "as".
    private static Token? Named(Token verb, WordTest test)
    {
        // "what officials called a crime" calls nobody anything.
        if (verb.Child("nsubj") is { } who && (who.Subtree().Any(t => t.IsLemma("what")) || who.Subtree().First().Previous is { } before && before.IsLemma("what")))
            return null;
        bool past = Clauses.IsPassive(verb) || verb.Deprel == "acl:relcl" && verb.Child("obj") is null;
        Token? at = verb.Next;
        for (int i = 0; i < 16 && at is not null; i++, at = at.Next)
        {
            if (at.Text is "," or ";" or ":" or "." || at.Upos is Upos.SCONJ && at.Text is not "as" || Clauses.IsRelative(at) || at.Xpos is "VBD" or "VBZ" or "VBP" or "TO" || IsNot(at))
                return null;
            bool goesOn = at.Next is { Upos: Upos.NOUN or Upos.PROPN } next && !next.Is("obj");
            if (past && at.Upos is Upos.NOUN or Upos.ADJ or Upos.VERB && (test.Holds(at.Lemma) || test.Holds(at.Text.ToLowerInvariant())) && !(at.Is("compound") && goesOn))
                return at;
            if (at.Text is "as")
                past = true;
            else if (at.Upos == Upos.ADP)
                past = false;
            else if (at.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM && at.Deprel != "nmod:poss" || at.Text is "this" or "that")
                past |= !goesOn;
        }
        return null;
    }

    private static bool IsNot(Token token) => token.Lemma.ToLowerInvariant() is "not" or "n't" or "never";

    // "called her rival 'a disgrace'", "what she called a minority"
    private static bool IsNaming(Token verb)
    {
        foreach (Token token in verb.Subtree())
        {
            if (token.Index > verb.Index && token.Text is "\"" or "“" or "‘" or "'" or "``" or "''" && (token.Index < verb.Index + 12 || token.Previous is { Upos: Upos.DET }))
                return true;    // "called the smuggler, who drove a taxi, a 'ruffian'"
        }
        // "called the president, a former trader, an outstanding leader"
        if (verb.Child("obj")?.Children.Any(c => c.Is("appos")) == true && verb.IsLemma("call"))
            return true;
        return verb.Previous is { Upos: Upos.PRON } subject && subject.Previous is { } what && what.IsLemma("what");
    }

    private static bool HasClause(Token verb) =>
        verb.Child("xcomp") is not null || verb.Child("ccomp") is not null
        || verb.Children.Any(c => c.Is("advcl") && Clauses.IsInfinitive(c) && c.Index > verb.Index);

    /// <summary>The nouns that say what a phrase is about: those joined by "and", and after "hundreds of" what is counted.</summary>
    private IEnumerable<Token> Content(Token token)
    {
        foreach (Token joined in Clauses.Joined(token))
        {
            yield return joined;
            if (!classes.Is("quantity", joined.Lemma) && joined.Upos is not (Upos.NUM or Upos.SYM or Upos.DET))
                continue;
            foreach (Token child in joined.Children)
            {
                if (child.Is("nummod") || (child.Is("nmod") && (Clauses.Preposition(child, "of") || Clauses.Preposition(child, "in"))))
                    yield return child;
            }
        }
    }
}
