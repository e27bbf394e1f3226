using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Encoding;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>
/// Reports give a body its acronym in brackets behind its name, "the Housing Authority of Harbour County (HAHC)", and then call it by that:
/// what is introduced so is a body wherever it stands.
/// </summary>
internal static class Acronyms
{
    public const string Rule = "names.acronym";

    private const float Score = 0.9f;

    /// <param name="found">In text order, not overlapping.</param>
    /// <returns>Likewise.</returns>
    public static ImmutableArray<Name> Complete(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> found)
    {
        HashSet<string> introduced = Introduced(report, sentences, found);
        if (introduced.Count == 0)
            return found;
        var names = ImmutableArray.CreateBuilder<Name>(found.Length);
        int next = 0;
        foreach (Token token in sentences.SelectMany(s => s.Tokens))
        {
            while (next < found.Length && found[next].Span.End <= token.Span.Start)
                names.Add(found[next++]);
            if (!introduced.Contains(token.Text))
                continue;
            bool taken = next < found.Length && found[next].Span.Overlaps(token.Span);
            if (taken && (found[next].Span != token.Span || found[next].Type == NameType.Organization))
                continue;
            next += taken ? 1 : 0;
            names.Add(new Name(token.Span, NameType.Organization, new Evidence(report.Id, SpanList.Of(token.Span), Rule, Score)));
        }
        while (next < found.Length)
            names.Add(found[next++]);
        return names.ToImmutable();
    }

    // Capitals alone in brackets right behind the name of a body, or behind words whose first letters they are.
    private static HashSet<string> Introduced(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> found)
    {
        var introduced = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            for (int i = 2; i + 1 < sentence.Tokens.Length; i++)
            {
                Token acronym = sentence.Tokens[i];
                if (sentence.Tokens[i - 1].Text != "(" || sentence.Tokens[i + 1].Text != ")" || acronym.Text.Length < 2 || WordCase.Of(acronym.Text) != WordCase.Capitals)
                    continue;
                TextSpan before = sentence.Tokens[i - 2].Span;
                bool body = found.Any(n => n.Span.End == before.End && n.Type == NameType.Organization && n.Span.Length > acronym.Text.Length);
                if (body || AreInitials(sentence, i - 2, acronym.Text))
                    introduced.Add(acronym.Text);
            }
        }
        return introduced;
    }

    // Of the words up to this one, small ones passed over.
    private static bool AreInitials(Sentence sentence, int last, string acronym)
    {
        int letter = acronym.Length - 1;
        for (int i = last; i >= 0 && letter >= 0; i--)
        {
            string word = sentence.Tokens[i].Text;
            if (word[0] == acronym[letter])
                letter--;
            else if (char.IsUpper(word[0]) || !char.IsLetter(word[0]))
                return false;
        }
        return letter < 0 && acronym.Length > 2;
    }
}
