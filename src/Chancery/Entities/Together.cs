namespace Chancery.Entities;

/// <summary>The groups of those who are named together, one for the same members wherever they stand; dies with the call.</summary>
internal sealed class Together
{
    private readonly Dictionary<(EntityDraft First, EntityDraft Last, int Count), EntityDraft> _groups = [];
    private readonly HashSet<EntityDraft> _unmet = [];

    /// <summary>Gives the groups named before the pronoun their entities.</summary>
    public void Link(ReadOnlySpan<MentionDraft> mentions, MentionDraft pronoun)
    {
        foreach (MentionDraft mention in mentions)
        {
            if (mention.Span.End > pronoun.Span.Start && mention.Span.Start >= pronoun.Span.Start)
                break;
            if (mention.Parts.Length == 0 || mention.Entity is not null || mention.Span.End > pronoun.Span.Start)
                continue;
            List<EntityDraft> members = [.. mention.Parts.Select(p => p.Entity).OfType<EntityDraft>().SelectMany(e => e.Members.Count > 0 ? e.Members : [e]).Distinct()];
            if (members.Count < 2 || members.Exists(m => m.IsThing))
                continue;
            if (!_groups.TryGetValue((members[0], members[^1], members.Count), out EntityDraft? group))
            {
                _groups.Add((members[0], members[^1], members.Count), group = new EntityDraft());
                _unmet.Add(group);
                group.AddMembers(members);
            }
            group.Add(mention, "entities.together", 0.8f);
        }
    }

    /// <summary>Whether no pronoun stood for the group until now.</summary>
    public bool IsNew(EntityDraft group) => _unmet.Remove(group);
}
