using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>Who speaks when two take turns (data/statements/turns.tsv): "a reporter asked the president. … | he replied".</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class Turns
{
    private readonly FrozenSet<string> _ask, _answer;

    public Turns(DataPack data)
    {
        var rows = data.Table("statements/turns.tsv").Rows;
        FrozenSet<string> Of(string wordClass) => rows.Where(r => r["class"] == wordClass).Select(r => r["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (_ask, _answer) = (Of("ask"), Of("answer"));
    }

    public bool Asks(Token verb) => _ask.Contains(verb.Lemma);

    /// <summary>Nobody answers a question of their own: a pronoun that answers means who was asked.</summary>
    /// <param name="speaker">Whom the pronoun was taken for.</param>
    /// <param name="before">The statement before this one; null for none.</param>
    public Entity? Speaker(Draft draft, Entity? speaker, Draft? before, Entity? asker, ImmutableArray<Entity> asked) =>
        before?.CueHead is { } question && Asks(question) && draft.CueHead is { } reply && _answer.Contains(reply.Lemma)
        && draft.SourceHead is { Upos: Upos.PRON } && (speaker is null || speaker == asker) && asked.Length == 1 ? asked[0] : speaker;
}
