using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>A mention while entities are being put together; dies with the call.</summary>
internal sealed class MentionDraft(TextSpan span, MentionKind kind, Token head)
{
    public TextSpan Span { get; } = span;
    public MentionKind Kind { get; } = kind;
    public Token Head { get; } = head;

    public NameType Type { get; set; } = NameType.Other;
    public Gender Gender { get; set; }

    /// <summary>Null: may be either, as "the government" or "Hamas".</summary>
    public bool? Plural { get; set; }

    /// <summary>Someone who can say "I".</summary>
    public bool IsPerson { get; set; }
    public bool IsKnown { get; set; }

    /// <summary>A noun phrase for no actor, which a pronoun may stand for: it is no mention of the reading.</summary>
    public bool IsThing { get; init; }

    /// <summary>A state's adjective before a deed: no pronoun takes it up.</summary>
    public bool IsAdjective { get; init; }

    /// <summary>Of several who are named together, each; a pronoun may stand for all. No mention of the reading either.</summary>
    public MentionDraft[] Parts { get; init; } = [];

    /// <summary>The words as compared: for a name its words, for a nominal its noun's lemma.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>A mention of the same thing by construction: a title before its name, an apposition.</summary>
    public MentionDraft? SameAs { get; set; }

    /// <summary>Of an acronym, the full name that it stands in brackets behind.</summary>
    public MentionDraft? ShortOf { get; set; }
    public EntityDraft? Entity { get; set; }
    public string Rule { get; set; } = "entities.new";
    public float Score { get; set; } = 1;
    public int Sentence => Head.Sentence.Index;

    /// <summary>The dependent that stands for the mention in its clause.</summary>
    public string Relation => Head.Deprel;
}

/// <summary>An entity while it is being put together; dies with the call.</summary>
internal sealed class EntityDraft
{
    private List<EntityDraft>? _members;
    private List<string[]>? _names;

    public List<MentionDraft> Mentions { get; } = [];
    /// <summary>Most have none.</summary>
    public IReadOnlyList<EntityDraft> Members => _members ?? (IReadOnlyList<EntityDraft>)[];

    /// <summary>Every name met once, so that a long report does not compare each with each.</summary>
    public IReadOnlyList<string[]> Names => _names ?? (IReadOnlyList<string[]>)[];
    public Gender Gender { get; private set; }
    public bool? Plural { get; private set; }
    public bool IsPerson { get; private set; }
    public NameType Type { get; private set; } = NameType.Other;
    public bool IsThing => Mentions is [{ IsThing: true }, ..];

    public void Add(MentionDraft mention, string rule, float score)
    {
        (mention.Entity, mention.Rule, mention.Score) = (this, rule, score);
        if (Mentions.Count == 0)
            (Plural, IsPerson, Type) = (mention.Plural, mention.IsPerson, mention.Type);
        if (mention.Kind == MentionKind.Name && Names.Count == 0)
            (Type, IsPerson) = (mention.Type, mention.IsPerson);
        // "Republicans … the party": they or it.
        if (Plural == true && !IsPerson && mention.Kind != MentionKind.Pronoun && mention.Plural != true)
            Plural = null;
        if (Gender == Gender.Unknown)
            Gender = mention.Gender;
        if (mention.Kind == MentionKind.Name && !Has(n => n.AsSpan().SequenceEqual(mention.Words)))
            (_names ??= []).Add(mention.Words);
        Mentions.Add(mention);
    }

    /// <summary>Whether one of the names is such.</summary>
    public bool Has(Predicate<string[]> name) => _names is not null && _names.Exists(name);

    public void AddMembers(IEnumerable<EntityDraft> members) => (_members ??= []).AddRange(members);
}
