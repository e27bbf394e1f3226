using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>The words that name a speaker, and their head.</summary>
/// <param name="Speaker">The word the head points to: the noun before "who"; else the head.</param>
internal sealed record Source(SpanList Words, Token Head, Token Speaker, int First, int Last);

/// <summary>Finds the noun phrase that names who speaks.</summary>
internal sealed partial class SourceFinder(CueLexicon lexicon, Occasions occasions)
{
    /// <returns>Null when the words do not say who.</returns>
    public Source? OfVerb(Field field, Token verb, bool passive) => Found(field, verb, passive) is { } found ? WithoutTime(field, found) : null;

    /// <summary>"Congo's army | on Tuesday": when it was said is no part of who said it.</summary>
    private Source WithoutTime(Field field, Source source)
    {
        int last = source.Last;
        bool relative = Enumerable.Range(source.First, last - source.First + 1).Any(i => field[i].Xpos is "WP" or "WDT" or "WP$");
        if (source.Words.Count != 1 || relative)
            return source;
        if (last > source.Head.Index + 1 && occasions.IsTime(field[last]))
        {
            int led = last - 1;
            while (led > source.Head.Index + 1 && field[led].Upos is Upos.DET or Upos.ADJ or Upos.NUM)
                led--;
            last = field[led].Upos == Upos.ADP && !field[led].IsLemma("of") ? led - 1 : last;
        }
        while (last > source.Head.Index && (field[last].Upos == Upos.ADP && field[last].Text is "as" or "on" or "in" or "at" || field[last].Text == ","))
            last--;
        return last == source.Last ? source : source with { Words = SpanList.Of(TextSpan.FromBounds(source.Words.Extent.Start, field[last].Span.End)), Last = last };
    }

    private Source? Found(Field field, Token verb, bool passive)
    {
        if (passive)
        {
            Token? agent = verb.Children.FirstOrDefault(c => c.Is("obl") && c.Index > verb.Index && c.Child("case") is { } by && by.IsLemma("by"));
            return agent is null ? null : Phrase(field, agent, verb, agent.Child("case")!.Index + 1);
        }
        if (Linear(field, verb) is { } plain)
            return plain;
        bool apart = verb.Xpos == "VBG" && verb.Index > field.First && (field.IsComma(verb.Index - 1) || field.QuotationAt(verb.Index - 1) is not null);
        if (apart && OfCueBefore(field, verb) is { } same)
            return same;
        // "…," | said the envoy: what the tree makes of a verb behind a quotation counts less than the words right of it.
        if (verb.Index > field.First && field.QuotationAt(verb.Index - 1) is not null && Subject(field, verb, verb) is null && RightOf(field, verb) is { } inverted)
            return inverted;
        // Climb: "said and added", "went on to say", "…, adding that": the subject stands with the verb above.
        Token? at = verb;
        for (int steps = 0; at is not null && steps < 5; steps++)
        {
            if (Subject(field, at, verb) is { } subject && Inside(field, subject))
                return Phrase(field, subject, verb) is { } found && found.First > verb.Index ? WithClause(field, found) : Phrase(field, subject, verb);
            if (apart && at.Is("acl") && SubjectBefore(field, at) is { } main)
                return main;
            if (at.Is("acl") && at.Head is { } noun && at.Child("mark") is null && Inside(field, noun))
                return at.Deprel == "acl:relcl" ? null : Phrase(field, noun, at);
            bool shares = at.Is("conj") || at.Is("xcomp") || (at.Is("advcl") && at.Xpos == "VBG") || (at.Is("parataxis") && at.Xpos == "VBG")
                || (at.Is("ccomp") && at.Xpos == "VBG") || (at.Is("acl") && at.Xpos is "VBG" or "VB") || (at.Is("advcl") && at.Child("mark") is { } to && to.IsLemma("to"));
            if (!shares)
                break;
            // "He asked them to say": who is asked is who would say.
            if (at.Is("xcomp") && at.Head is { } control && control.Child("obj") is { } told && told.Index < at.Index && Inside(field, told)
                && !control.IsLemma("promise"))
            {
                return Phrase(field, told, verb);
            }
            at = at.Head;
        }
        return Beside(field, verb) ?? (verb.Xpos == "VBG" ? SubjectBefore(field, verb) : null);
    }

    /// <summary>"He said they would leave, | adding that": who spoke before goes on.</summary>
    private Source? OfCueBefore(Field field, Token verb)
    {
        if (lexicon.Verb(verb.Lemma) is not { Kind: StatementKind.Says } entry || !entry.Takes(Frames.Clause | Frames.Quote))
            return null;
        for (int i = verb.Index - 1; i >= field.First; i--)
        {
            if (field[i].Upos == Upos.VERB && field[i].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && field.QuotationAt(i) is null
                && lexicon.Verb(field[i].Lemma) is { Kind: StatementKind.Says } before && before.Takes(Frames.Clause | Frames.Quote)
                && OfVerb(field, field[i], passive: false) is { } source)
            {
                return source;
            }
        }
        return null;
    }

    /// <summary>The subject of the nearest verb before: "He left early, | saying that".</summary>
    private Source? SubjectBefore(Field field, Token verb)
    {
        for (int i = verb.Index - 1; i >= field.First; i--)
        {
            if (field[i].Upos is Upos.VERB or Upos.AUX && field.QuotationAt(i) is null && Subject(field, field[i], field[i]) is { } subject && Inside(field, subject))
                return Phrase(field, subject, field[i]);
        }
        return null;
    }

    private Token? Subject(Field field, Token of, Token verb)
    {
        Token? best = null;
        foreach (Token child in of.Children)
        {
            // A subject within a quotation is that of the content, hung on the cue by mistake.
            if (child.Is("nsubj") && !occasions.IsTime(child) && child.Upos != Upos.PUNCT && !child.Xpos.StartsWith("VB", StringComparison.Ordinal)
                && ReferenceEquals(field.Scene.Around(child), field.Level)
                && !(of == verb && child.Index < verb.Index && verb.Index > field.First && field.QuotationAt(verb.Index - 1) is not null)
                && (best is null || Math.Abs(child.Index - verb.Index) < Math.Abs(best.Index - verb.Index)))
            {
                best = child;
            }
        }
        return best;
    }

    private static bool Inside(Field field, Token token) =>
        token.Index >= field.First && token.Index <= field.Last;

    /// <summary>No subject in the tree: the noun phrase that touches the verb on its left, or, after a quotation or comma, on its right.</summary>
    private Source? Beside(Field field, Token verb)
    {
        int left = verb.Index - 1;
        while (left >= field.First && field[left].Upos is Upos.AUX or Upos.ADV or Upos.PART)
            left--;
        if (left >= field.First && IsNominal(field[left]) && field.QuotationAt(left) is null && !verb.Is("acl"))
            return Phrase(field, Top(field[left], verb), verb);
        if (left > field.First && field[left].Text == "," && BetweenQuotationAnd(field, left) is { } before)
            return before;
        bool afterContent = left < field.First || field.IsComma(left) || field.QuotationAt(left) is not null;
        return afterContent ? RightOf(field, verb) : null;
    }

    /// <summary>A noun, name or pronoun, by either of its tags: they are guessed apart, and may differ.</summary>
    public static bool IsNominal(Token token) => token.Xpos != "EX"
        && (token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON || token.Xpos.StartsWith("NN", StringComparison.Ordinal) || token.Xpos == "PRP"
            || (token.Xpos == "FW" && char.IsUpper(token.Text[0])));

    // The head of the noun phrase a word belongs to, without crossing the verb.
    private static Token Top(Token token, Token verb)
    {
        Token at = token;
        while (at.Head is { } head && IsNominal(head) && (head.Index < verb.Index) == (token.Index < verb.Index)
            && (at.Is("flat") || at.Is("compound") || at.Is("nmod") || at.Is("appos") || at.Is("conj") || at.Is("amod")))
        {
            at = head;
        }
        return at;
    }

    /// <summary>The whole noun phrase of a head, on its side of the verb.</summary>
    public static Source? Phrase(Field field, Token head, Token? verb, int from = 0)
    {
        int first = head.Index, last = head.Index;
        int lowest = Math.Max(Math.Max(field.First, from), verb is not null && verb.Index < head.Index ? verb.Index + 1 : field.First);
        int highest = verb is not null && verb.Index > head.Index ? verb.Index - 1 : field.Last;
        Quotation? own = field.QuotationAt(head.Index);
        foreach (Token token in head.Subtree())
        {
            // Words of another quotation, or beyond a verb's clause hung here by mistake, are no part of a name.
            if (token.Index < lowest || token.Index > highest || Outside(token, head))
                continue;
            first = Math.Min(first, token.Index);
            last = Math.Max(last, token.Index);
        }
        // Only one run of words: from the head outwards up to the first quotation mark.
        for (int i = head.Index; i >= first; i--)
        {
            if (!ReferenceEquals(field.QuotationAt(i), own) && field.QuotationAt(i) is { Words: > 2 })
            {
                first = i + 1;
                break;
            }
        }
        for (int i = head.Index; i <= last; i++)
        {
            if (!ReferenceEquals(field.QuotationAt(i), own) && field.QuotationAt(i) is { Words: > 2 })
            {
                last = i - 1;
                break;
            }
        }
        first = LeftEdge(field, head, first, lowest);
        last = RightEdge(field, head, last);
        TextSpan words = field[first].Span.Cover(field[last].Span);
        return new Source(SpanList.Of(words), head, Referent(field, head), first, last);
    }

    // To the left of its head a name has only what describes it; anything else ("On Tuesday, ...", "WASHINGTON --") was hung here by mistake.
    private static int LeftEdge(Field field, Token head, int first, int lowest)
    {
        int left = head.Index;
        while (left > first && Describes(field, left - 1, head))
            left--;
        while (left < head.Index && (field[left].Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.PART || field[left].Upos == Upos.ADV && field[left].Head == head))
            left++;
        if (head.Upos == Upos.PRON)
            return left;
        // Title and name that the tree took apart: "Executive Director | Aaron Smith".
        int run = left;
        while (run > lowest && field[run - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && field.QuotationAt(run - 1) is null && !Describes(field, run - 1, head))
            run--;
        if (run < left && field[left].Upos is Upos.PROPN && (run == lowest || field[run - 1].Upos is Upos.PUNCT or Upos.CCONJ or Upos.DET or Upos.SCONJ))
            left = run > lowest && field[run - 1].Upos == Upos.DET ? run - 1 : run;
        // A phrase whose real head stands further left: "data from the | survey", up to the start of the clause.
        int at = left;
        while (at - 2 >= lowest && field[at - 1].Upos == Upos.ADP && IsNominal(field[at - 2]) && field[at - 2].Xpos != "PRP")
        {
            at -= 2;
            while (at > lowest && field[at - 1].Upos is Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM or Upos.PART)
                at--;
        }
        return at < left && (at == lowest || field[at - 1].Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ) ? at : left;
    }

    private static bool Describes(Field field, int index, Token head)
    {
        Token token = field[index];
        if (token.Upos == Upos.PUNCT)
            return token.Text is "-" or "." or "/" or "(" or ")" or "\"" or "“" or "”" or "," && token.Head is { } of && of != head && of.IsWithin(head) && of.Index < head.Index;
        for (Token at = token; at != head; at = at.Head)
        {
            bool describes = at.Is("det") || at.Is("amod") || at.Is("compound") || at.Is("nummod") || at.Is("nmod") || at.Is("flat") || at.Is("case")
                || at.Is("advmod") || at.Is("conj") || at.Is("cc") || at.Is("appos") || at.Is("obl") || at.Is("acl");
            if (!describes || at.Head is null || (at.Head == head && (at.Deprel is "nmod" or "nmod:tmod" or "appos" or "conj" || at.Is("obl") || at.Is("acl") || at.Is("case"))))
                return false;
        }
        return true;
    }

    // To the right: names in apposition and clauses that describe, but no circumstances after a comma ("Smith, on Tuesday, ...").
    private static int RightEdge(Field field, Token head, int last)
    {
        foreach (Token child in head.Children)
        {
            int left = child.Index;
            foreach (Token below in child.Subtree())
                left = Math.Min(left, below.Index);
            bool circumstance = (child.Is("nmod") || child.Is("obl") || child.Is("advmod")) && left > head.Index + 1 && field.IsComma(left - 1);
            bool ing = child.Deprel == "acl" && child.Xpos == "VBG" && left > head.Index + 1 && field.IsComma(left - 1);
            if (left > head.Index && left <= last && (circumstance || ing))
                last = left - 1;
        }
        while (last > head.Index && (field[last].Upos is Upos.PUNCT && field[last].Text is not (")" or "\"" or "”" or ".") || field[last].Upos is Upos.CCONJ))
            last--;
        return last;
    }

    private static bool Outside(Token token, Token head)
    {
        for (Token at = token; at != head; at = at.Head!)
        {
            if (at.Head == head && (at.Is("parataxis") || at.Is("dep") || at.Is("list") || at.Is("advcl") || at.Is("discourse") || at.Is("cc") || at.Is("mark")
                || at.Is("ccomp") || at.Is("vocative") || (at.Is("conj") && at.Upos == Upos.VERB)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The words that a relative pronoun points to, when they are a short phrase right before it; else none.</summary>
    public static SpanList Antecedent(Field field, Source source)
    {
        if (source.Speaker == source.Head || source.First != source.Last || !IsNominal(source.Speaker) || Phrase(field, source.Speaker, source.Head) is not { } phrase)
            return default;
        bool beside = phrase.Last == source.First - 1 || (phrase.Last == source.First - 2 && field.IsComma(source.First - 1));
        return beside && phrase.Last - phrase.First < 8 ? phrase.Words : default;
    }

    /// <summary>What a relative pronoun refers to: the noun its clause hangs on, or, where the tree loses it, the nearest before it.</summary>
    public static Token Referent(Field field, Token head)
    {
        if (!(head.IsLemma("who") || head.IsLemma("which") || head.IsLemma("that")))
            return head;
        foreach (Token up in head.Ancestors())
        {
            if (up.Deprel == "acl:relcl" && up.Head is { } noun && noun.Index < head.Index)
                return noun;
        }
        if (head.Xpos is not ("WP" or "WDT") || head.IsLemma("that"))
            return head;
        int at = head.Index - 1;
        while (at >= field.First && field[at].Upos is Upos.PUNCT && field.QuotationAt(at) is null)
            at--;
        return at >= field.First && IsNominal(field[at]) && field.QuotationAt(at) is null ? Top(field[at], head) : head;
    }
}
