using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>"The prime minister, Keir Starmer," and "Hamas, the militant group,": two mentions, one thing.</summary>
internal static class Appositions
{
    public static void Join(TokenMap tokens, List<MentionDraft> mentions)
    {
        var byHead = new ByToken<MentionDraft>(tokens);
        foreach (MentionDraft mention in mentions)
        {
            // The name speaks for a head that a titled phrase shares.
            if (mention.Kind != MentionKind.Pronoun && (byHead[mention.Head] is not { } there || (there.Kind != MentionKind.Name && mention.Kind == MentionKind.Name)))
                byHead[mention.Head] = mention;
        }
        foreach (MentionDraft mention in mentions)
        {
            if (mention.Kind != MentionKind.Nominal || mention.SameAs is not null)
                continue;
            MentionDraft? other = null;
            if (mention.Head.Is("appos") && mention.Head.Head is { } up)
                other = byHead[up];
            else if (Below(mention.Head) is { } below)
                other = byHead[below];
            else if (mention.IsPerson && OfWhatBelongsTo(mention.Head) is { } far && byHead[far] is { } name && name.Type == NameType.Person)
                other = name;
            if (other is { Kind: MentionKind.Name } && Agree(mention, other))
            {
                mention.SameAs = other;
                if (other.Gender == Gender.Unknown)
                    other.Gender = mention.Gender;
            }
        }
    }

    private static Token? Below(Token head)
    {
        foreach (Token child in head.Children)
        {
            if (child.Index > head.Index && (child.Is("appos") || child.Is("flat") || child.Deprel == "nmod:desc"))
                return child;
        }
        return null;
    }

    // "The envoy for Sudan, Ramtane Lamamra,": the tree hangs the name on the nearer noun, but no person is a country.
    private static Token? OfWhatBelongsTo(Token person) =>
        person.Children.Where(c => c.Index > person.Index && c.Is("nmod")).SelectMany(c => c.Children).FirstOrDefault(c => c.Is("appos"));

    private static bool Agree(MentionDraft nominal, MentionDraft name) =>
        name.Type == NameType.Person
            ? nominal.IsPerson && nominal.Plural != true
            : name.Type == NameType.Organization && (!nominal.IsPerson || nominal.Plural == true);
}
