using Chancery.Language;
using Chancery.Names;

namespace Chancery.Entities;

/// <summary>"The prime minister, Keir Starmer," and "Hamas, the militant group,": two mentions, one thing.</summary>
internal static class Appositions
{
    public static void Join(List<MentionDraft> mentions)
    {
        var byHead = new Dictionary<Token, MentionDraft>();
        foreach (MentionDraft mention in mentions.Where(m => m.Kind != MentionKind.Pronoun))
        {
            // The name speaks for a head that a titled phrase shares.
            if (!byHead.TryGetValue(mention.Head, out MentionDraft? there) || (there.Kind != MentionKind.Name && mention.Kind == MentionKind.Name))
                byHead[mention.Head] = mention;
        }
        foreach (MentionDraft mention in mentions)
        {
            if (mention.Kind != MentionKind.Nominal || mention.SameAs is not null)
                continue;
            MentionDraft? other = null;
            if (mention.Head.Is("appos") && mention.Head.Head is { } up)
                byHead.TryGetValue(up, out other);
            else if (mention.Head.Children.FirstOrDefault(c => c.Index > mention.Head.Index && (c.Is("appos") || c.Is("flat") || c.Deprel == "nmod:desc")) is { } below)
                byHead.TryGetValue(below, out other);
            else if (mention.IsPerson && OfWhatBelongsTo(mention.Head) is { } far && byHead.TryGetValue(far, out MentionDraft? name) && name.Type == NameType.Person)
                other = name;
            if (other is { Kind: MentionKind.Name } && Agree(mention, other))
            {
                mention.SameAs = other;
                if (other.Gender == Gender.Unknown)
                    other.Gender = mention.Gender;
            }
        }
    }

    // "The envoy for Sudan, Ramtane Lamamra,": the tree hangs the name on the nearer noun, but no person is a country.
    private static Token? OfWhatBelongsTo(Token person) =>
        person.Children.Where(c => c.Index > person.Index && c.Is("nmod")).SelectMany(c => c.Children).FirstOrDefault(c => c.Is("appos"));

    private static bool Agree(MentionDraft nominal, MentionDraft name) =>
        name.Type == NameType.Person
            ? nominal.IsPerson && nominal.Plural != true
            : name.Type == NameType.Organization && (!nominal.IsPerson || nominal.Plural == true);
}
