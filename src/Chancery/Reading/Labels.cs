using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Statements;
using Chancery.Times;

namespace Chancery;

/// <summary>The words by which every output names a value, so that tables, pages and JSON say the same.</summary>
/// <remarks>Written out, not reflected upon: the reader stays fit for native compilation, and a rename in code renames no output.</remarks>
public static class Labels
{
    public static string Of(Upos upos) => upos.ToString();

    public static string Of(NameType type) => type switch
    {
        NameType.Person => "PERSON",
        NameType.Place => "PLACE",
        NameType.Organization => "ORGANIZATION",
        _ => "OTHER",
    };

    public static string Of(MentionKind kind) => kind switch
    {
        MentionKind.Name => "name",
        MentionKind.Nominal => "nominal",
        _ => "pronoun",
    };

    public static string Of(TimeType type) => type switch
    {
        TimeType.Date => "DATE",
        TimeType.Time => "TIME",
        TimeType.Duration => "DURATION",
        _ => "SET",
    };

    public static string Of(StatementForm form) => form switch
    {
        StatementForm.Direct => "direct",
        StatementForm.Mixed => "mixed",
        _ => "indirect",
    };

    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Says => "says",
        StatementKind.Thinks => "thinks",
        StatementKind.Intends => "intends",
        StatementKind.Feels => "feels",
        _ => "writes",
    };

    public static string Of(EventType type) => type switch
    {
        EventType.Agree => "AGREE",
        EventType.Consult => "CONSULT",
        EventType.Support => "SUPPORT",
        EventType.Concede => "CONCEDE",
        EventType.Cooperate => "COOPERATE",
        EventType.Aid => "AID",
        EventType.Retreat => "RETREAT",
        EventType.Request => "REQUEST",
        EventType.Accuse => "ACCUSE",
        EventType.Reject => "REJECT",
        EventType.Threaten => "THREATEN",
        EventType.Protest => "PROTEST",
        EventType.Sanction => "SANCTION",
        EventType.Mobilize => "MOBILIZE",
        EventType.Coerce => "COERCE",
        _ => "ASSAULT",
    };

    public static string Of(EventStatus status) => status switch
    {
        EventStatus.Happened => "happened",
        EventStatus.Ongoing => "ongoing",
        EventStatus.Planned => "planned",
        EventStatus.Possible => "possible",
        EventStatus.Demanded => "demanded",
        EventStatus.Failed => "failed",
        _ => "denied",
    };

    public static string Of(CommitmentKind kind) => kind switch
    {
        CommitmentKind.Pledge => "pledge",
        CommitmentKind.Threat => "threat",
        CommitmentKind.Demand => "demand",
        CommitmentKind.Offer => "offer",
        CommitmentKind.Agreement => "agreement",
        _ => "scheduled",
    };

    public static string Of(CommitmentOutcome outcome) => outcome switch
    {
        CommitmentOutcome.Open => "open",
        CommitmentOutcome.Kept => "kept",
        CommitmentOutcome.Postponed => "postponed",
        CommitmentOutcome.Cancelled => "cancelled",
        CommitmentOutcome.Renewed => "renewed",
        _ => "unkept",
    };
}
