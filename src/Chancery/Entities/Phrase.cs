using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Runs of tokens as phrases.</summary>
internal static class Phrase
{
    /// <summary>Sentences of more tokens are rare.</summary>
    private const int UsualSentence = 256;

    /// <summary>The words with every run of white space as one space.</summary>
    public static string Flat(ReadOnlySpan<char> words)
    {
        string all = words.ToString();
        return IsFlat(words) ? all : string.Join(' ', all.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsFlat(ReadOnlySpan<char> words)
    {
        bool afterSpace = true;
        foreach (char c in words)
        {
            bool isSpace = char.IsWhiteSpace(c);
            if (isSpace && (c != ' ' || afterSpace))
                return false;
            afterSpace = isSpace;
        }
        return !afterSpace;
    }

    /// <summary>The word of a run that the others hang on: the first whose head lies outside.</summary>
    public static Token Top(Token first, Token last)
    {
        Token? top = null;
        int depth = int.MaxValue;
        for (Token? at = first; at is not null && at.Index <= last.Index; at = at.Next)
        {
            if (at.Upos == Upos.PUNCT || (at.Head is { } head && head.Index >= first.Index && head.Index <= last.Index))
                continue;
            int d = 0;
            for (Token? up = at.Head; up is not null; up = up.Head)
                d++;
            if (d < depth)
                (top, depth) = (at, d);
        }
        return top ?? first;
    }

    /// <summary>The noun phrase of a head: determiners, modifiers and the "of" phrases that follow; no clause, apposition or conjunct.</summary>
    public static (Token First, Token Last) NounPhrase(Token head)
    {
        int words = head.Sentence.Tokens.Length;
        Span<bool> within = words <= UsualSentence ? stackalloc bool[UsualSentence] : new bool[words];
        within[head.Index] = true;
        foreach (Token child in head.Children)
        {
            if (Belongs(child, head))
                Add(child, within);
        }
        Token first = head, last = head;
        while (first.Previous is { } before && within[before.Index])
            first = before;
        while (last.Next is { } after && within[after.Index])
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
    private static bool IsOf(Token child) => child.Child("acl") is null && child.Child("case")?.Text.ToLowerInvariant() switch
    {
        "of" or "for" or "from" => true,
        "in" => child.Upos == Upos.PROPN,
        _ => child.Deprel == "nmod:poss",
    };

    /// <summary>A tree is no deeper than its sentence is long, and the reader cuts long ones.</summary>
    private static void Add(Token token, Span<bool> within)
    {
        within[token.Index] = true;
        foreach (Token child in token.Children)
        {
            if (!child.Is("acl") && !child.Is("appos") && !child.Is("parataxis"))
                Add(child, within);
        }
    }
}
