using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Words that no name covers, but that the report's other names show to be one.</summary>
internal readonly record struct MissedName(Token First, Token Last, NameType Type);

/// <summary>Finds names that were passed over: a surname or given name alone, an acronym, the first word of a body's name.</summary>
internal static class MissedNames
{
    internal static readonly HashSet<string> Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <param name="found">The names that were found.</param>
    /// <param name="taken">Words that are in one.</param>
    public static List<MissedName> Find(EntityLexicon lexicon, IReadOnlyList<Sentence> sentences, List<MentionDraft> found, TokenSet taken)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (MentionDraft name in found.Where(m => m.Kind == MentionKind.Name && m.Words.Length > 1))
        {
            if (name.Type == NameType.Person)
            {
                if (lexicon.IsNamedBody(name.Words[^1]) && !lexicon.IsGivenName(name.Words[0]))
                    continue;
                people.Add(name.Words[^1]);
                if (!lexicon.IsGivenName(name.Words[0]))
                    people.Add(name.Words[0]); // the family name comes first: "Wang Yi"
            }
            else if (name.Type == NameType.Organization)
            {
                if (name.Words[0].Length > 3 && !lexicon.IsOrganisationWord(name.Words[0]) && !lexicon.IsOrigin(name.Words[0]) && !lexicon.IsArea(name.Words[0]) && lexicon.IsRare(name.Words[0]))
                    bodies.Add(name.Words[0]);
                bodies.UnionWith(Acronyms.Of(name.Words).Where(a => a.Length > 2));
            }
        }
        var missed = new List<MissedName>();
        bool[] speaksOfSomeone = [.. sentences.Select(SpeaksOfSomeone)];
        foreach (Sentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Tokens.Length; i++)
            {
                Token first = sentence.Tokens[i], last = first;
                if (taken.Contains(first) || !char.IsUpper(first.Text[0]))
                    continue;
                if (Acronyms.IsAcronym(first.Text) && (bodies.Contains(first.Text) || Acronyms.FullNameBefore(first, found) is not null))
                {
                    bodies.Add(first.Text);
                    missed.Add(new MissedName(first, first, NameType.Organization));
                    continue;
                }
                if (first.Upos is not (Upos.PROPN or Upos.NOUN or Upos.X))
                    continue;
                while (first.Upos == Upos.PROPN && last.Next is { Upos: Upos.PROPN } next && !taken.Contains(next) && char.IsUpper(next.Text[0]))
                    last = next;
                i = last.Index;
                if (TypeOf(lexicon, first, last, people, bodies) is { } type)
                    missed.Add(new MissedName(first, last, type));
                else if ((speaksOfSomeone[sentence.Index] || (sentence.Index + 1 < sentences.Count && speaksOfSomeone[sentence.Index + 1])) && MayBeSomeone(lexicon, first, last))
                    missed.Add(new MissedName(first, last, NameType.Person));
            }
        }
        return missed;
    }

    private static bool SpeaksOfSomeone(Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (PronounForms.Of(token) is { Gender: Gender.Masculine or Gender.Feminine })
                return true;
        }
        return false;
    }

    /// <summary>
    /// A proper noun of which nothing is known, who acts, owns or is acted upon, where "he" or "she" follows: "Croce took office when she was 30".
    /// </summary>
    private static bool MayBeSomeone(EntityLexicon lexicon, Token first, Token last)
    {
        if (last.Index - first.Index > 2 || (first.Previous is { Upos: Upos.PROPN } before && before.Index == first.Index - 1) || last.Next is { Text: "-" })
            return false;
        for (Token? at = first; at is not null && at.Index <= last.Index; at = at.Next)
        {
            if (at.Upos != Upos.PROPN || at.Xpos == "NNPS" || at.Text.Length < 3 || at.Text.All(c => !char.IsLower(c)) || lexicon.IsOrganisationWord(at.Text) || lexicon.IsArea(at.Text) || lexicon.IsOrigin(at.Text)
                || Months.Contains(at.Text) || !lexicon.IsRare(at.Text) && !lexicon.IsGivenName(at.Text))
            {
                return false;
            }
        }
        Token head = Phrase.Top(first, last);
        return head.Child("det") is null && (head.Is("nsubj") || head.Deprel == "nmod:poss" || head.Is("iobj")
            || (head.Is("obj") && head.Head is { } verb && Personal.Contains(verb.Lemma))
            || (head.Is("obl") && head.Child("case")?.Text is "by" or "with"));
    }

    /// <summary>What one does to people.</summary>
    private static readonly HashSet<string> Personal = ["marry", "tell", "ask", "meet", "appoint", "elect", "call", "kill", "arrest", "accuse", "thank", "join", "help", "see", "urge", "consider", "name", "hire", "fire", "sue", "beat", "defeat", "praise", "invite", "convince", "persuade", "inform", "support", "follow", "describe"];

    private static NameType? TypeOf(EntityLexicon lexicon, Token first, Token last, HashSet<string> people, HashSet<string> bodies)
    {
        // "The Falcon Brigades": a body's word, and what it is called by.
        if (first != last)
            return first.Upos != Upos.PROPN ? null : lexicon.IsPersonName(first, last) ? NameType.Person
                : lexicon.IsBody(last) && !lexicon.IsOrigin(first.Text) && lexicon.IsRare(first.Text) && first.Head is { } head && (head == last || first.IsWithin(last)) ? NameType.Organization : null;
        string word = Accents.Strip(first.Text);
        if (people.Contains(word) && !(Months.Contains(word) && (first.Child("case") is not null || first.Is("obl"))))
            return NameType.Person;
        if (bodies.Contains(word) && first.Child("case")?.Text is not ("in" or "at" or "near"))
            return NameType.Organization;
        // "The Kremlin warned Kyiv": a seat that acts.
        if (first.Upos == Upos.PROPN && lexicon.IsSeat(first.Text) && first.Is("nsubj"))
            return NameType.Place;
        return first.Upos == Upos.PROPN && lexicon.IsGivenName(first.Text) && !Months.Contains(word) && !IsDay(first) ? NameType.Person : null;
    }

    /// <summary>"Jan" in "Jan. 5": no name.</summary>
    internal static bool IsDay(Token month) => Months.Contains(month.Lemma) && (month.Next?.Text == "." ? month.Next.Next : month.Next) is { Upos: Upos.NUM };
}
