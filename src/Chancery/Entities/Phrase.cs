using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Runs of tokens as phrases.</summary>
internal static class Phrase
{
    /// <summary>The words from first to last in lower case, single spaces between them.</summary>
    public static string Lower(Report report, Token first, Token last) =>
        Flat(report[first.Span.Cover(last.Span)]).ToLowerInvariant();

    /// <summary>The phrase as it stands, and with its last word's lemma, both in lower case.</summary>
    public static IEnumerable<string> Forms(Report report, Token first, Token last)
    {
        string words = Lower(report, first, last);
        yield return words;
        if (!last.Lemma.Equals(last.Text, StringComparison.OrdinalIgnoreCase) && words.Length >= last.Text.Length)
            yield return words[..^last.Text.Length] + last.Lemma.ToLowerInvariant();
    }

    /// <summary>The words with every run of white space as one space.</summary>
    public static string Flat(ReadOnlySpan<char> words) => string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The word of a run that the others hang on: the first whose head lies outside.</summary>
    public static Token Top(Token first, Token last)
    {
        Token? top = null;
        int depth = int.MaxValue;
        for (Token? at = first; at is not null && at.Index <= last.Index; at = at.Next)
        {
            if (at.Upos == Upos.PUNCT || (at.Head is { } head && head.Index >= first.Index && head.Index <= last.Index))
                continue;
            int d = at.Ancestors().Count();
            if (d < depth)
                (top, depth) = (at, d);
        }
        return top ?? first;
    }

    /// <summary>The noun phrase of a head: determiners, modifiers and the "of" phrases that follow; no clause, apposition or conjunct.</summary>
    public static (Token First, Token Last) NounPhrase(Token head)
    {
        var within = new HashSet<Token> { head };
        foreach (Token child in head.Children)
        {
            if (Belongs(child, head))
                Add(child, within);
        }
        Token first = head, last = head;
        while (first.Previous is { } before && within.Contains(before))
            first = before;
        while (last.Next is { } after && within.Contains(after))
            last = after;
        while (last.Upos == Upos.PUNCT && last.Index > head.Index)
            last = last.Previous!;
        while (first.Upos == Upos.PUNCT && first.Index < head.Index)
            first = first.Next!;
        return (first, last);
    }

    private static bool Belongs(Token child, Token head) => child.Index < head.Index
        ? child.Is("det") || child.Is("amod") || child.Is("nummod") || child.Is("compound") || child.Is("nmod") || child.Is("flat") || child.Upos == Upos.PUNCT || child.Is("advmod")
        : child.Is("flat") || child.Is("compound") || (child.Is("nmod") && IsOf(child)) || (child.Is("punct") && child.Text is "-");

    /// <summary>"Of", "for" and "from" phrases say which; "in" does so before a name ("lawmakers in Georgia").</summary>
    private static bool IsOf(Token child) => !child.Children.Any(c => c.Is("acl")) && child.Child("case")?.Text.ToLowerInvariant() switch
    {
        "of" or "for" or "from" => true,
        "in" => child.Upos == Upos.PROPN,
        _ => child.Deprel == "nmod:poss",
    };

    private static void Add(Token token, HashSet<Token> within)
    {
        var waiting = new Stack<Token>([token]);
        while (waiting.TryPop(out Token? next))
        {
            within.Add(next);
            foreach (Token child in next.Children)
            {
                if (!child.Is("acl") && !child.Is("appos") && !child.Is("parataxis"))
                    waiting.Push(child);
            }
        }
    }
}
