using Chancery.Events;
using Chancery.Language;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Commitments;

/// <summary>A commitment in the making; dies with the call that made it.</summary>
/// <param name="maker">The word that makes it: "pledged", "threats"; for an appointment its event's word.</param>
/// <param name="deed">The word that stands for what is to be done.</param>
internal sealed class Draft(CommitmentKind kind, Token maker, Token deed)
{
    public CommitmentKind Kind { get; } = kind;
    public Token Maker { get; } = maker;
    public Token Deed { get; } = deed;
    public Filler? By { get; set; }
    public List<Filler> Toward { get; } = [];
    public SpanList Content { get; set; }
    public Event? Event { get; set; }
    public Statement? Statement { get; set; }
    public DateOnly? MadeOn { get; set; }
    public DateOnly? DueFrom { get; set; }
    public DateOnly? DueTo { get; set; }
    public SpanList Condition { get; set; }
    public CommitmentOutcome? Outcome { get; set; }
    public SpanList OutcomeEvidence { get; set; }
    public float Score { get; set; } = 0.7f;
    public required string Rule { get; init; }
}
