using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>A statement in the making.</summary>
internal sealed class Draft
{
    /// <summary>The word that attributes; null for a quotation that runs on from another.</summary>
    public required Token? CueHead { get; init; }
    public required StatementKind Kind { get; init; }
    public required string Rule { get; init; }
    public required float Score { get; init; }
    public SpanList Cue { get; init; }
    public SpanList Source { get; set; }

    /// <summary>The head word of the source; null when it has none.</summary>
    public Token? SourceHead { get; set; }

    /// <summary>The word that stands for the source where the source itself only points to it: what "who" refers to.</summary>
    public Token? SpeakerHead { get; set; }

    /// <summary>The words that a relative pronoun as source points to; empty for other sources.</summary>
    public SpanList Antecedent { get; init; }
    public List<TextSpan> Content { get; init; } = [];
    public List<Token> Hearers { get; init; } = [];
    public bool Negated { get; init; }
    public Quotation? Level { get; init; }

    public TextSpan Extent => SpanList.Of(Content).Extent;
}
