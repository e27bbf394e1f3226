using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>What the words of a phrase say of an actor: "the former Russian foreign minister", "top Hamas officials".</summary>
/// <param name="Country">ISO 3166 alpha-3 of the country word that belongs to the head; null when there is none.</param>
/// <param name="Body">An organisation or group named in the phrase.</param>
/// <param name="Offices">Offices the role words can mean, the highest first; empty for "officials" or "troops".</param>
/// <param name="Sectors">Of the head and its modifiers, the most telling first.</param>
/// <param name="Role">The role words as they stand; null when there are none.</param>
/// <param name="IsPast">The role is said to be no longer, or not yet, held: "former", "then".</param>
/// <param name="IsDefinite">"the", a possessive, or a title before a name.</param>
internal sealed record Description(
    string? Country, Actor? Body, IReadOnlyList<Office> Offices, ImmutableArray<string> Sectors, TextSpan? Role, Token Head,
    bool IsPast, bool IsDefinite, bool IsPlural, TextSpan Words)
{
    public string HeadNoun { get; } = Head.Lemma.ToLowerInvariant();
}

/// <summary>Reads phrases into <see cref="Description"/>s.</summary>
internal sealed class DescriptionReader(ActorRegistry registry)
{
    private const int Longest = 6;

    private static readonly HashSet<string> Past = ["former", "ex", "ex-", "then", "then-", "late", "onetime", "one-time", "deposed", "ousted", "toppled", "previous", "last", "future", "next", "would-be", "erstwhile", "longtime", "onetime", "deputy", "vice", "assistant", "shadow", "aspiring"];

    /// <summary>Nouns that say little: the modifier before them gives the sector.</summary>
    private static readonly HashSet<string> Generic = ["spokesman", "spokeswoman", "spokesperson", "official", "leader", "chief", "source", "member", "head", "representative", "supporter", "delegation", "negotiator", "adviser", "advisor", "aide", "team", "group", "side", "commander", "side", "figure", "veteran", "headquarters", "statement", "authority", "unit"];

    /// <param name="first">First word of the phrase.</param>
    /// <param name="last">Last word; for a title before a name, the word before the name.</param>
    /// <param name="head">The noun the phrase is about.</param>
    public Description Read(Report report, ReportCountries countries, Token first, Token last, Token head)
    {
        ImmutableArray<Token> tokens = head.Sentence.Tokens;
        (int roleStart, int roleEnd, IReadOnlyList<Office> offices, SectorWord? sector) = Role(report, tokens, first.Index, last.Index, head.Index);
        // Of titles in a row the one that names an office for one counts: "Foreign Minister Prince".
        if (ReferenceEquals(head, last) && roleStart > first.Index && !offices.Any(o => o.IsSingle)
            && Role(report, tokens, first.Index, roleStart - 1, roleStart - 1) is var earlier && earlier.Offices.Any(o => o.IsSingle))
        {
            (roleStart, roleEnd, offices, sector) = earlier;
        }
        string? country = null;
        Actor? body = null;
        var modifiers = new List<string>();
        bool past = false, definite = false;
        for (int i = first.Index; i <= last.Index; i++)
        {
            Token token = tokens[i];
            string lower = token.Text.ToLowerInvariant();
            if (i < roleStart)
            {
                past |= Past.Contains(lower) || lower == "elect" || lower.StartsWith("ex-", StringComparison.Ordinal) || lower.StartsWith("then-", StringComparison.Ordinal);
                definite |= lower is "the" or "'s" or "’s" or "its" or "his" or "her" or "their" or "both";
            }
            if (i > head.Index && !BelongsTo(tokens, i, head.Index))
                continue;
            if (char.IsUpper(token.Text[0]))
            {
                int length = NameAt(report, countries, tokens, i, last.Index, out string? found, out Actor? named);
                if (length > 0 && IsBacker(tokens, i + length))
                {
                    i += length - 1;
                    continue;
                }
                if (length > 0 && !(i >= roleStart && i <= roleEnd && named is null && found is null))
                {
                    country ??= found;
                    body ??= named;
                    i += length - 1;
                    continue;
                }
            }
            if (i < roleStart && SectorAt(report, tokens, ref i, roleStart - 1) is { } modifier)
                modifiers.Add(modifier);
        }
        // "The president-elect" is not president yet.
        past |= head.Text.EndsWith("-elect", StringComparison.OrdinalIgnoreCase) || (head.Next is { Text: "-" } hyphen && hyphen.Next is { Text: "elect" or "Elect" }) || head.Text is "elect" or "Elect";
        string noun = head.Lemma.ToLowerInvariant();
        var sectors = new List<string>(modifiers);
        if (sector is { } own)
        {
            if (Generic.Contains(noun) && modifiers.Count > 0 && roleStart == head.Index)
                sectors.AddRange(own.Sector == "GOV" ? [] : [own.Sector]);
            else
                sectors.Insert(0, own.Sector);
            // "Opposition lawmakers" sit in a parliament all the same.
            if (own.Sector is "OPP" or "PTY" && roleStart < head.Index && registry.Sector(noun) is { Sector: "LEG" })
                sectors.Insert(0, "LEG");
        }
        else if (offices is [var office, ..])
        {
            sectors.InsertRange(0, office.Sectors);
        }
        TextSpan? role = roleStart <= roleEnd ? tokens[roleStart].Span.Cover(tokens[roleEnd].Span) : null;
        return new Description(country ?? body?.Country, body, offices, ActorCode.Reduce(sectors), role, head, past, definite || head is { Upos: Upos.PROPN, Xpos: not "NNPS" },
            head.Xpos is "NNS" or "NNPS", first.Span.Cover(last.Span));
    }

    /// <summary>"The Iran-backed group" is not Iran's.</summary>
    private static bool IsBacker(ImmutableArray<Token> tokens, int next)
    {
        // The hyphen may have been taken for a part of the name.
        int word = tokens[next - 1].Text is "-" or "‑" or "–" ? next : next + 1;
        return word < tokens.Length && tokens[word - 1].Text is "-" or "‑" or "–" && tokens[word].Text.ToLowerInvariant()
            is "backed" or "aligned" or "linked" or "allied" or "affiliated" or "sponsored" or "supported" or "funded" or "trained" or "armed" or "inspired" or "based";
    }

    /// <summary>The longest phrase around the head that names an office or gives a sector.</summary>
    private (int Start, int End, IReadOnlyList<Office> Offices, SectorWord? Sector) Role(
        Report report, ImmutableArray<Token> tokens, int first, int last, int head)
    {
        int from = Math.Max(first, head - Longest + 1);
        Span<bool> begins = stackalloc bool[Longest];
        for (int start = from; start <= head; start++)
            begins[start - from] = IsGlued(tokens[start]) || registry.BeginsRole(tokens[start].Text);
        var around = new PhraseWindow(report, tokens, from, Math.Min(last, head + Longest - 1), stackalloc char[PhraseWindow.Room], stackalloc char[PhraseWindow.Room]);
        for (int length = Longest; length > 0; length--)
        {
            for (int start = Math.Max(first, head - length + 1); start <= head; start++)
            {
                int end = start + length - 1;
                if (end > last || end < head || (length > 1 && !begins[start - from]))
                    continue;
                for (int form = 0; form < around.FormsOf(end); form++)
                {
                    ReadOnlySpan<char> words = around.Form(form, start, end);
                    IReadOnlyList<Office> offices = registry.OfficesCalledLower(words);
                    SectorWord? sector = registry.SectorOfLower(words);
                    if (offices.Count > 0 || sector is { Kind: not "adjective" })
                        return (start, end, offices, sector);
                }
            }
        }
        return (head, head - 1, [], null);
    }

    /// <summary>Whether the next word stands right behind this one: a part of a word says nothing of how the whole begins.</summary>
    internal static bool IsGlued(Token token) => token.Next is { } next && next.Span.Start == token.Span.End;

    private string? SectorAt(Report report, ImmutableArray<Token> tokens, ref int at, int last)
    {
        int longest = IsGlued(tokens[at]) || registry.BeginsRole(tokens[at].Text) ? Math.Min(last, at + 2) : at;
        var ahead = new PhraseWindow(report, tokens, at, longest, stackalloc char[PhraseWindow.Room], stackalloc char[PhraseWindow.Room]);
        for (int end = longest; end >= at; end--)
        {
            for (int form = 0; form < ahead.FormsOf(end); form++)
            {
                // "major unions", "a general strike": the adjective is no rank.
                if (registry.SectorOfLower(ahead.Form(form, at, end)) is { } found && !(end == at && tokens[at].Upos == Upos.ADJ && found is { Kind: "person", Sector: "MIL" }))
                {
                    at = end;
                    return found.Sector;
                }
            }
        }
        return null;
    }

    /// <returns>How many words from here name a country, organisation or group; 0 for none.</returns>
    private int NameAt(Report report, ReportCountries countries, ImmutableArray<Token> tokens, int at, int last, out string? country, out Actor? body)
    {
        (country, body) = (null, null);
        for (int end = IsGlued(tokens[at]) || registry.BeginsName(tokens[at].Text) ? Math.Min(last, at + 4) : at; end >= at; end--)
        {
            ReadOnlySpan<char> words = report[tokens[at].Span.Cover(tokens[end].Span)];
            (IReadOnlyList<CountryWord> found, IReadOnlyList<Actor> bodies) = registry.CountriesAndNamed(words);
            if (found.Count > 0)
            {
                country = countries.Choose(found).Country;
                return end - at + 1;
            }
            if (bodies.Count > 0 && bodies.Where(a => a.Kind is ActorKind.Organisation or ActorKind.Group)
                .OrderByDescending(a => a.Country is not null && countries.Contains(a.Country)).FirstOrDefault() is { } named)
            {
                body = named;
                return end - at + 1;
            }
        }
        return 0;
    }

    /// <summary>After the head only "of", "in" and "from" say whose someone is: not "envoy to Ukraine".</summary>
    private static bool BelongsTo(ImmutableArray<Token> tokens, int at, int head)
    {
        for (int i = at; i > head; i--)
        {
            if (tokens[i].Upos == Upos.ADP)
                return tokens[i].Text.ToLowerInvariant() is "of" or "in" or "from";
        }
        return true;
    }
}
