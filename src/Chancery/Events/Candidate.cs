using Chancery.Entities;
using Chancery.Language;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>An actor in a role, and the words that name it there.</summary>
internal readonly record struct Filler(Entity Entity, TextSpan Span);

/// <summary>Words that evoke a frame. <paramref name="Head"/> is the verb, noun or adjective that stands for them in the tree.</summary>
/// <param name="Words">All words of the construction, in text order.</param>
/// <param name="Object">The object that the construction asks for ("sanctions" in "lift sanctions"); null when it asks for none.</param>
internal sealed record Trigger(Token Head, IReadOnlyList<Token> Words, Construction Construction, Token? Object)
{
    public Frame Frame => Construction.Frame;
    public bool IsNoun => Construction.Pos == 'n';

    /// <summary>The chance that the word tells an event of this type, where no construction of the lexicon fits; null where one does.</summary>
    public float? Guess { get; init; }
}

/// <summary>An event in the making; dies with the call that made it.</summary>
internal sealed class Candidate(Trigger trigger)
{
    public Trigger Trigger { get; } = trigger;
    public Frame Frame => Trigger.Frame;
    public EventType Type { get; set; } = trigger.Frame.Type;
    public string Cameo { get; set; } = trigger.Frame.Cameo;
    public string? Mode { get; set; } = trigger.Frame.Mode;
    public string? Context { get; set; } = trigger.Frame.Context is [var first, ..] ? first : null;
    public List<Filler> Sources { get; } = [];
    public List<Filler> Targets { get; } = [];
    public List<TextSpan> Words { get; } = [.. trigger.Words.Select(w => w.Span)];
    public EventStatus Status { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public PlaceMention? Place { get; set; }
    public Statement? Statement { get; set; }
    /// <summary>Id of the rule that made it.</summary>
    public string Rule { get; set; } = trigger.Guess is null ? trigger.Frame.Name : "model." + trigger.Frame.Type.ToString().ToLowerInvariant();
    public float Score { get; set; } = trigger.Frame.Score;

    /// <summary>A noun that points back to an event already told: "the talks".</summary>
    public bool PointsBack { get; set; }

    /// <summary>The deed of the same sentence that this is the effect of; null when it stands by itself.</summary>
    public Candidate? Cause { get; set; }

    /// <summary>Only spoken of as a purpose: it joins an event told elsewhere or is none.</summary>
    public bool IsPurpose { get; set; }

    /// <summary>The chance of a role that the model filled; 1 where rules filled both or left them open.</summary>
    public float LinkChance { get; set; } = 1;

    /// <summary>Whom it answers was told in a sentence before.</summary>
    public bool IsAnswer { get; set; }

    /// <summary>What speaks against an event without ruling it out; null: nothing does.</summary>
    public string? Doubt { get; set; }

    /// <summary>Whether a source acts for a state, party, body or armed group, or none is named.</summary>
    public bool IsPublic { get; set; } = true;

    /// <summary>Whether a source is public or speaks for many besides: a charity, a union, a watchdog.</summary>
    public bool SpeaksForMany { get; set; } = true;

    /// <summary>What goes on between two marked actors: a coder's word that it is an event.</summary>
    public bool IsMarked { get; set; }

    public bool HasActors => Sources.Count + Targets.Count > 0;
}
