namespace Chancery.Events;

/// <summary>What a report tells of; false events are likelier in some than in others.</summary>
internal enum Subject
{
    /// <summary>Home politics in words, courts, opinion, lives.</summary>
    Other,

    /// <summary>An election campaign: full of opinion, polls and attacks in words.</summary>
    Campaign,

    /// <summary>States, bodies of states and armed groups, and force at home: what the codebook is about.</summary>
    WorldAffairs,
}
