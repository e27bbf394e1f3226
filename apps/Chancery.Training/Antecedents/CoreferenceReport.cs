using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Training.Antecedents;

/// <summary>A text in which somebody has said what pronouns stand for.</summary>
/// <param name="Answer">For a pronoun: whether an entity is the one it stands for; null where nobody said.</param>
internal sealed record CoreferenceReport(Report Report, Func<TextSpan, Func<EntityDraft, bool>?> Answer);
