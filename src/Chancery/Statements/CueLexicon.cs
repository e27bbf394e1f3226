using Chancery.Data;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>What can stand as the content of a cue.</summary>
[Flags]
internal enum Frames
{
    None = 0,

    /// <summary>said that they would leave</summary>
    Clause = 1,

    /// <summary>"We are leaving," he said</summary>
    Quote = 2,

    /// <summary>condemned the attack</summary>
    Object = 4,

    /// <summary>vowed to leave</summary>
    Infinitive = 8,

    /// <summary>called it a crime</summary>
    Predicate = 16,

    /// <summary>described it as a crime</summary>
    As = 32,

    /// <summary>told reporters that: the object is who hears it, no content</summary>
    Hearer = 64,

    /// <summary>called for talks: one of <see cref="CueEntry.Prepositions"/> leads the content</summary>
    Preposition = 128,

    /// <summary>seems to know: the subject belongs to the content, and nobody is said to hold it</summary>
    Raising = 256,
}

/// <summary>A word that attributes, and how it does.</summary>
internal sealed record CueEntry(string Word, StatementKind Kind, Frames Frames, IReadOnlySet<string> Prepositions)
{
    public bool Takes(Frames frame) => (Frames & frame) != 0;
}

/// <summary>data/statements/cues.tsv.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, CueEntry> _verbs, _nouns, _adverbs, _adjectives;

    /// <exception cref="TableException">A row of the table is wrong.</exception>
    public CueLexicon(DataPack data)
    {
        var rows = data.Table("statements/cues.tsv").Rows;
        Dictionary<string, CueEntry> Of(string wordClass) => rows.Where(r => r["class"] == wordClass)
            .ToDictionary(r => r["word"], Entry, StringComparer.OrdinalIgnoreCase);
        (_verbs, _nouns, _adverbs, _adjectives) = (Of("verb"), Of("noun"), Of("adverb"), Of("adjective"));
    }

    public CueEntry? Verb(string lemma) => _verbs.GetValueOrDefault(lemma);
    public CueEntry? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);
    public CueEntry? Adverb(string lemma) => _adverbs.GetValueOrDefault(lemma);

    /// <summary>A noun, adverb or adjective that can attribute; null for any other word.</summary>
    public CueEntry? Other(Token token) => token.Upos switch
    {
        Upos.NOUN => Noun(token.Lemma),
        Upos.ADV => Adverb(token.Lemma),
        Upos.ADJ => _adjectives.GetValueOrDefault(token.Lemma),
        _ => null,
    };

    private static readonly HashSet<string> None = [];

    private static CueEntry Entry(TableRow row)
    {
        if (!Enum.TryParse(row["kind"], ignoreCase: true, out StatementKind kind))
            throw row.Error("kind", "CHY0501", $"\"{row["kind"]}\" is no kind; expected says, thinks, intends, feels or writes");
        var frames = Frames.None;
        var prepositions = new List<string>();
        foreach (string name in row.List("frames"))
        {
            Frames frame = name switch
            {
                "clause" => Frames.Clause,
                "quote" => Frames.Quote,
                "object" => Frames.Object,
                "infinitive" => Frames.Infinitive,
                "predicate" => Frames.Predicate,
                "as" => Frames.As,
                "hearer" => Frames.Hearer,
                "raising" => Frames.Raising,
                _ => Frames.Preposition,
            };
            frames |= frame;
            if (frame == Frames.Preposition)
                prepositions.Add(name);
        }
        return new CueEntry(row["word"], kind, frames, prepositions.Count == 0 ? None : prepositions.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
