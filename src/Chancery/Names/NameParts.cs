using Chancery.Language;
using Chancery.Language.Encoding;

namespace Chancery.Names;

/// <summary>Where names begin and end, and what is none, as English has it: what the network met too seldom to be sure of.</summary>
internal sealed class NameParts(NameWords words)
{
    public const string Rule = "names.parts";

    // A name is what is more likely one than not.
    private const float Least = 0.5f;

    // How sure the network must be of a kind that the last word of the name speaks against.
    private const float Sure = 0.9f;

    // Nine in ten names that end in such a word are of its kind, in GUM.
    private const float WordScore = 0.9f;

    /// <param name="found">In order, not overlapping.</param>
    /// <returns>Likewise.</returns>
    public IEnumerable<FoundName> Correct(Sentence sentence, ListedNames lists, List<FoundName> found)
    {
        found = [.. SurnameFirst(sentence, lists, [.. found.SelectMany(f => Apart(sentence, f))])];
        for (int k = 0; k < found.Count; k++)
        {
            FoundName name = OfItsKind(sentence, lists, WithLegalForm(sentence, WithoutTitle(sentence, lists, WithoutArticle(sentence, found[k]))));
            while (k + 1 < found.Count && found[k + 1].First <= name.Last)
                k++; // what the legal form took in
            if (IsNone(sentence, lists, name))
                continue;
            if (IsStorm(sentence, name))
                name = name with { Type = NameType.Other, Rule = Rule };
            if (TownOf(sentence, lists, name) is { } town)
            {
                yield return name with { Last = town, Rule = Rule };
                yield return name with { First = town + 1, Rule = Rule };
            }
            else
            {
                yield return name;
            }
            // "Portland, OR"
            int code = name.Last + 2;
            if (name.Type == NameType.Place && code < sentence.Tokens.Length && Word(sentence, code - 1) == "," && words.IsPostalCode(Word(sentence, code)))
            {
                yield return new FoundName(code, code, NameType.Place, WordScore, Rule);
                while (k + 1 < found.Count && found[k + 1].First <= code)
                    k++;
            }
        }
    }

    // "shot Scott - Brentley Vinson - on": a dash between blanks parts two names.
    private static IEnumerable<FoundName> Apart(Sentence sentence, FoundName name)
    {
        int first = name.First;
        for (int i = name.First + 1; i < name.Last; i++)
        {
            Token dash = sentence.Tokens[i];
            if (dash.Text is not ("-" or "–" or "—") || dash.Span.Start == sentence.Tokens[i - 1].Span.End || dash.Span.End == sentence.Tokens[i + 1].Span.Start)
                continue;
            yield return name with { First = first, Last = i - 1, Rule = Rule };
            first = i + 1;
        }
        yield return first == name.First ? name : name with { First = first, Rule = Rule };
    }

    private static string Word(Sentence sentence, int i) => sentence.Tokens[i].Text;

    private bool IsNone(Sentence sentence, ListedNames lists, FoundName name)
    {
        if (name.First > name.Last || name.Score < Least || IsStageDirection(sentence, name))
            return true;
        string word = Word(sentence, name.First);
        if (name.First == name.Last && (words.IsDay(word) || word == "Sun" && sentence.Tokens.Any(t => words.IsDay(t.Text))
            || words.IsDegree(word) && name.First > 0 && Word(sentence, name.First - 1) == "," || name.Type == NameType.Place && lists.IsOnlyPartOfPlace(sentence, name.First)))
            return true;
        if (name.Rule != LanguageReader.ModelName)
            return false;
        // Written small it is a name only where the lists know one.
        return Enumerable.Range(name.First, name.Last + 1 - name.First).All(i => !Word(sentence, i).Any(char.IsUpper)) && !lists.Knows(sentence, name.First, name.Last);
    }

    // "(Laughter.)" in the record of a speech.
    private static bool IsStageDirection(Sentence sentence, FoundName name) =>
        name.First == name.Last && name.First > 0 && Word(sentence, name.First - 1) is "(" or "[" && name.Last + 2 < sentence.Tokens.Length
        && Word(sentence, name.Last + 1) == "." && Word(sentence, name.Last + 2) is ")" or "]";

    // "Hurricane Katrina"; the name may be without the word or with it.
    private bool IsStorm(Sentence sentence, FoundName name) =>
        words.IsStorm(Word(sentence, name.First)) || name.First > 0 && words.IsStorm(Word(sentence, name.First - 1));

    // "Bergström, Anna" as lists and letter heads have it: nothing but the name, or it in quotation marks.
    private static IEnumerable<FoundName> SurnameFirst(Sentence sentence, ListedNames lists, List<FoundName> found)
    {
        int first = sentence.Tokens.Length > 0 && Word(sentence, 0) is "\"" or "\u201C" ? 1 : 0;
        bool alone = sentence.Tokens.Length > first + 2 && Word(sentence, first + 1) == "," && lists.IsGiven(sentence, first + 2) && WordCase.Of(Word(sentence, first)) is 2 or 4
            && (sentence.Tokens.Length == first + 3 || Word(sentence, first + 3) is "\"" or "\u201D" or "<" or "(");
        if (!alone)
            return found;
        return [new FoundName(first, first + 2, NameType.Person, WordScore, Rule), .. found.Where(n => n.First > first + 2)];
    }

    // "the West Bank": the article is the sentence's.
    private static FoundName WithoutArticle(Sentence sentence, FoundName name) =>
        Word(sentence, name.First) == "the" && name.Last > name.First ? name with { First = name.First + 1, Rule = Rule } : name;

    // "Chancellor Olaf Scholz": the name is the person's, the title the office's.
    private static FoundName WithoutTitle(Sentence sentence, ListedNames lists, FoundName name)
    {
        const int LongestTitle = 4;
        if (name.Type != NameType.Person)
            return name;
        for (int last = Math.Min(name.Last - 1, name.First + LongestTitle - 1); last >= name.First; last--)
        {
            if (lists.IsTitle(sentence, name.First, last))
                return name with { First = last + 1, Rule = Rule };
        }
        return name;
    }

    // "Google, Inc."
    private FoundName WithLegalForm(Sentence sentence, FoundName name)
    {
        if (name.Type == NameType.Place)
            return name;
        int next = name.Last + 1;
        if (next + 1 < sentence.Tokens.Length && Word(sentence, next) == ",")
            next++;
        return next < sentence.Tokens.Length && words.IsLegalForm(Word(sentence, next))
            ? name with { Last = next, Type = NameType.Organization, Rule = Rule }
            : name;
    }

    // "El Paso Energy" is a body, "Nelson's Column" ends as no place does: of longer names the last word says what they are.
    private static FoundName OfItsKind(Sentence sentence, ListedNames lists, FoundName name)
    {
        if (name.First == name.Last || name.Rule != LanguageReader.ModelName || name.Score > Sure || lists.IsKnown(sentence, name.First, name.Last))
            return name;
        return lists.KindOfWord(sentence, name.Last) is { } kind && kind != name.Type ? name with { Type = kind, Score = Math.Max(name.Score, WordScore), Rule = Rule } : name;
    }

    // "Austin Texas" is two places, one in the other.
    private int? TownOf(Sentence sentence, ListedNames lists, FoundName name)
    {
        if (name.Type != NameType.Place || name.First == name.Last || lists.IsPlace(sentence, name.First, name.Last))
            return null;
        for (int last = name.First; last < name.Last; last++)
        {
            if ((lists.IsRegion(sentence, last + 1, name.Last) || last + 1 == name.Last && words.IsPostalCode(Word(sentence, name.Last).ToUpperInvariant())) && lists.IsPlace(sentence, name.First, last))
                return last;
        }
        return null;
    }
}
