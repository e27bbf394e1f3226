using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>Reports name a person in full once and by surname after that: a surname that was missed is found by the full name.</summary>
internal static class Surnames
{
    public const string Rule = "names.surname";

    /// <param name="found">In text order, not overlapping.</param>
    /// <returns><paramref name="found"/> with surnames of its people added, and taken from bodies and things that they were taken for.</returns>
    public static ImmutableArray<Name> Complete(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> found)
    {
        Dictionary<string, float> surnames = Of(report, sentences, found);
        if (surnames.Count == 0)
            return found;
        var names = ImmutableArray.CreateBuilder<Name>(found.Length);
        int next = 0;
        foreach (Token token in sentences.SelectMany(s => s.Tokens))
        {
            while (next < found.Length && found[next].Span.End <= token.Span.Start)
                names.Add(Checked(report, found[next++], surnames));
            bool taken = next < found.Length && found[next].Span.Overlaps(token.Span);
            if (!taken && surnames.TryGetValue(token.Text, out float score) && !IsPartOfLonger(token))
                names.Add(Person(report, token.Span, score));
        }
        while (next < found.Length)
            names.Add(Checked(report, found[next++], surnames));
        return names.ToImmutable();
    }

    // Last words of full names, with the best score of such a name; not those that the report also writes small.
    private static Dictionary<string, float> Of(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> found)
    {
        var surnames = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (Name name in found.Where(n => n.Type == NameType.Person))
        {
            ReadOnlySpan<char> words = report[name.Span];
            int space = words.LastIndexOfAny(" \t\n\r\u00A0");
            if (space < 0 || words.Length - space - 1 < 3 || !char.IsUpper(words[space + 1]) || words[^1] == '.')
                continue;
            string last = words[(space + 1)..].ToString();
            surnames[last] = Math.Max(surnames.GetValueOrDefault(last), name.Evidence.Score);
        }
        foreach (Token token in sentences.SelectMany(s => s.Tokens))
        {
            if (surnames.Count > 0 && token.Text.Length > 0 && char.IsLower(token.Text[0]))
                surnames.Remove(char.ToUpperInvariant(token.Text[0]) + token.Text[1..]);
        }
        return surnames;
    }

    // In "Trump Tower" the surname names no person.
    private static bool IsPartOfLonger(Token token) => token.Next is { Upos: Upos.PROPN } next && next.Span.Start == token.Span.End + 1
        && token.Head == next && token.Is("compound");

    private static Name Checked(Report report, Name name, Dictionary<string, float> surnames) =>
        name.Type is NameType.Organization or NameType.Other && surnames.TryGetValue(report[name.Span].ToString(), out float score)
            ? Person(report, name.Span, score)
            : name;

    private static Name Person(Report report, TextSpan span, float score) =>
        new(span, NameType.Person, new Evidence(report.Id, SpanList.Of(span), Rule, score));
}
