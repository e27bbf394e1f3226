using Chancery.Names;

namespace Chancery.Entities;

/// <summary>Joins names of one thing: the same name, surname and full name, given name, acronym.</summary>
internal sealed class NameLinker(EntityLexicon lexicon)
{
    private readonly List<EntityDraft> _entities = [];
    private readonly Dictionary<string, List<EntityDraft>> _byWords = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives every name its entity; names must come in text order.</summary>
    public List<EntityDraft> Link(IEnumerable<MentionDraft> names)
    {
        foreach (MentionDraft name in names)
        {
            (EntityDraft? entity, string rule, float score) = Find(name);
            if (entity is null)
                _entities.Add(entity = new EntityDraft());
            entity.Add(name, rule, score);
            string words = string.Join(' ', name.Words);
            if (!_byWords.TryGetValue(words, out List<EntityDraft>? same))
                _byWords[words] = same = [];
            if (!same.Contains(entity))
                same.Add(entity);
        }
        return _entities;
    }

    private (EntityDraft? Entity, string Rule, float Score) Find(MentionDraft name)
    {
        if (name.ShortOf?.Entity is { } full)
            return (full, "entities.acronym", 0.95f);
        // The latest named comes first, so that of two people with one surname the nearer is meant.
        if (_byWords.TryGetValue(string.Join(' ', name.Words), out List<EntityDraft>? same)
            && same.Where(e => Fit(e, name)).MaxBy(e => e.Mentions[^1].Span.Start) is { } exact)
        {
            return (exact, "entities.exact", 1);
        }
        var candidates = _entities.Where(e => Fit(e, name)).OrderByDescending(e => e.Mentions[^1].Span.Start).ToList();
        if (name.Type == NameType.Person)
        {
            if (candidates.Find(e => e.Has(n => EndsWith(n, name.Words) || EndsWith(name.Words, n)) && !IsOther(e, name.Words)) is { } surname)
                return (surname, "entities.surname", 0.95f);
            if (candidates.Find(e => e.Has(n => FirstAndLast(n, name.Words))) is { } middle)
                return (middle, "entities.full-name", 0.9f);
            var given = candidates.FindAll(e => e.Has(n => StartsWith(n, name.Words)));
            if (given is [var only])
                return (only, "entities.given-name", 0.8f);
            // "Hillary" in the headline, "Hillary Clinton" below.
            if (name.Words.Length > 1 && candidates.FindAll(e => !e.Has(n => n.Length != 1 || !n[0].Equals(name.Words[0], StringComparison.OrdinalIgnoreCase) || !lexicon.IsGivenName(n[0]))) is [var first])
                return (first, "entities.given-name", 0.75f);
            // Where the family name comes first it stands alone too: "Wang Yi", "Wang".
            if (given.Count > 1 && name.Words is [var family] && !lexicon.IsGivenName(family))
                return (given[0], "entities.surname", 0.7f);
        }
        else if (name.Type == NameType.Organization && candidates.Find(e => e.Type == NameType.Organization && e.Has(n => IsShort(n, name.Words) || IsShort(name.Words, n))) is { } part)
        {
            return (part, "entities.short-name", 0.85f);
        }
        else if (candidates.Find(e => e.Has(n => Acronym(n, name.Words) || Acronym(name.Words, n))) is { } acronym)
        {
            return (acronym, "entities.acronym", 0.9f);
        }
        return (null, "entities.name", 1);
    }

    /// <summary>"George W. Bush" is not the Bush whom the report called Jeb Bush.</summary>
    private static bool IsOther(EntityDraft entity, string[] full) => full.Length > 1
        && entity.Has(n => n.Length > 1 && n[^1].Equals(full[^1], StringComparison.OrdinalIgnoreCase))
        && !entity.Has(n => n.Length > 1 && (EndsWith(n, full) || EndsWith(full, n) || FirstAndLast(n, full)));

    private static bool Fit(EntityDraft entity, MentionDraft name)
    {
        if ((entity.Type == NameType.Person) != (name.Type == NameType.Person))
            return false;
        return entity.Gender is Gender.Unknown or Gender.Neuter || name.Gender is Gender.Unknown or Gender.Neuter || entity.Gender == name.Gender;
    }

    private static bool EndsWith(string[] full, string[] part) =>
        part.Length < full.Length && full.AsSpan(full.Length - part.Length).SequenceEqual(part, StringComparer.OrdinalIgnoreCase);

    private static bool StartsWith(string[] full, string[] part) =>
        part.Length < full.Length && full.AsSpan(0, part.Length).SequenceEqual(part, StringComparer.OrdinalIgnoreCase);

    /// <summary>"Patriotic Front" and "Nordwind" of "Patriotic Front for National Renewal" and "Nordwind Energy", not "National".</summary>
    private bool IsShort(string[] full, string[] part) => StartsWith(full, part)
        && (part.Length > 1 ? !lexicon.IsOrigin(part[0]) || part.Length > 2 : part[0].Length > 3 && lexicon.IsRare(part[0]) && !lexicon.IsOrganisationWord(part[0]) && !lexicon.IsOrigin(part[0]) && !lexicon.IsArea(part[0]));

    /// <summary>"John F. Kennedy" and "John Kennedy".</summary>
    private static bool FirstAndLast(string[] a, string[] b) => a.Length != b.Length && a.Length > 1 && b.Length > 1
        && a[0].Equals(b[0], StringComparison.OrdinalIgnoreCase) && a[^1].Equals(b[^1], StringComparison.OrdinalIgnoreCase);

    private static bool Acronym(string[] full, string[] acronym)
    {
        if (full.Length < 2 || acronym.Length != 1)
            return false;
        foreach (char c in acronym[0])
        {
            if (c != '.' && !char.IsUpper(c))
                return false;
        }
        string letters = acronym[0].Replace(".", "", StringComparison.Ordinal);
        return letters.Length >= 2 && Acronyms.Of(full).Contains(letters);
    }
}

file static class SpanEquality
{
    public static bool SequenceEqual(this Span<string> a, string[] b, StringComparer comparer) => ((ReadOnlySpan<string>)a).SequenceEqual(b, comparer);
}
