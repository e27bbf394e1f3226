using Chancery.Actors;

namespace Chancery.Cli.Output;

/// <summary>One line of the answer to <c>chancery actors</c>: an actor, and one of its roles if it holds any.</summary>
/// <param name="Role">Null for a state, body or group.</param>
internal sealed record ActorRow(Actor Actor, Tenure? Role, string? Code, string? Country, IReadOnlyList<string> Sectors)
{
    public string Kind => Actor.Kind switch
    {
        ActorKind.State => "state",
        ActorKind.Region => "region",
        ActorKind.Organisation => "organisation",
        ActorKind.Group => "group",
        _ => "person",
    };

    public static IEnumerable<ActorRow> Of(ActorFound found, ActorRegistry registry) => found.Roles.IsEmpty
        ? [new ActorRow(found.Actor, null, found.Actor.Code, found.Actor.Country, found.Actor.Sectors)]
        : found.Roles.Select(t => new ActorRow(found.Actor, t, registry.CodeOf(t), t.Country ?? registry[t.Body!]?.Country, t.Sectors));
}
