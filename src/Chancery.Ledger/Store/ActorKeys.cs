using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;

namespace Chancery.Ledger;

/// <summary>Under which key an entity of one report is known in all of them.</summary>
internal static class ActorKeys
{
    /// <summary>The registry's id; "~maria-okafor" for a name the registry lacks; "=FRACVL:farmer" for those only described.</summary>
    public static string Of(Entity entity, ActorReading? actor)
    {
        if (actor?.Actor is { } known)
            return known;
        if (IsName(entity) && ActorKey.Slug(entity.Name) is { Length: > 0 } slug)
            return "~" + slug;
        Token head = entity.Mentions[0].Head;
        return $"={actor?.Code}:{head.Lemma.ToLowerInvariant()}";
    }

    public static bool IsName(Entity entity) => entity.Mentions.Any(m => m.Kind == MentionKind.Name);

    public static string Kind(string key, NameType type) => key[0] switch
    {
        '~' => type switch
        {
            NameType.Person => "person",
            NameType.Organization => "organisation",
            NameType.Place => "place",
            _ => "name",
        },
        '=' => "description",
        _ => type switch
        {
            NameType.Person => "person",
            NameType.Place => "state",
            _ => "organisation",
        },
    };
}
