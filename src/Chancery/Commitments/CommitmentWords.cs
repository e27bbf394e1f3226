using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Commitments;

/// <summary>A line of data/commitments/words.tsv.</summary>
/// <param name="Content">Where what is to be done stands, best place first: "clause", "object", a preposition.</param>
/// <param name="Toward">Where the one it is owed to stands.</param>
internal sealed record CommitmentWord(CommitmentKind Kind, string Particle, ImmutableArray<string> Content, ImmutableArray<string> Toward);

/// <summary>The words that make commitments, and those that tell what came of them.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class CommitmentWords
{
    private readonly FrozenDictionary<(string Word, char Pos), CommitmentWord> _words;
    private readonly FrozenDictionary<(string Word, char Pos, string Of), CommitmentOutcome> _cues;

    /// <exception cref="TableException">A table is wrong; the message says where.</exception>
    public CommitmentWords(DataPack data)
    {
        var words = new Dictionary<(string, char), CommitmentWord>();
        foreach (TableRow row in data.Table("commitments/words.tsv").Rows)
        {
            if (!Enum.TryParse(row["kind"], ignoreCase: true, out CommitmentKind kind))
                throw row.Error("kind", "CHY0320", $"no kind \"{row["kind"]}\"; expected pledge, threat, demand, offer, agreement or scheduled");
            var made = new CommitmentWord(kind, row["particle"], [.. row.List("content")], [.. row.List("toward")]);
            foreach (string word in row.List("words"))
                words.TryAdd((word, row["pos"][0]), made);
        }
        _words = words.ToFrozenDictionary();
        var cues = new Dictionary<(string, char, string), CommitmentOutcome>();
        foreach (TableRow row in data.Table("commitments/cues.tsv").Rows)
        {
            CommitmentOutcome says = row["says"] switch
            {
                "kept" => CommitmentOutcome.Kept,
                "unkept" => CommitmentOutcome.Unkept,
                "postponed" => CommitmentOutcome.Postponed,
                "cancelled" => CommitmentOutcome.Cancelled,
                "renewed" => CommitmentOutcome.Renewed,
                _ => throw row.Error("says", "CHY0321", $"\"{row["says"]}\" is no outcome; expected kept, unkept, postponed, cancelled or renewed"),
            };
            foreach (string word in row.List("words"))
                cues.TryAdd((word, row["pos"][0], row["of"]), says);
        }
        _cues = cues.ToFrozenDictionary();
    }

    public CommitmentWord? Of(Token token)
    {
        char pos = token.Upos switch
        {
            Upos.VERB => 'v',
            Upos.NOUN => 'n',
            Upos.ADJ => 'a',
            _ => ' ',
        };
        return _words.GetValueOrDefault((token.Lemma.ToLowerInvariant(), pos));
    }

    /// <summary>What the word tells; null when nothing.</summary>
    /// <param name="of">"self" or "deed", as in the table.</param>
    public CommitmentOutcome? Cue(Token token, string of) =>
        _cues.TryGetValue((token.Lemma.ToLowerInvariant(), token.Upos == Upos.VERB ? 'v' : 'x', of), out CommitmentOutcome says) ? says : null;
}
