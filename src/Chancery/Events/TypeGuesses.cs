using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>
/// Says which type of event a verb or noun tells: where the lexicon has the word, but none of the constructions that stand there, it is the
/// only one to say so ("withdrew eleven guard posts", where the lexicon asks for troops); where one fits it is one voice of the score, and where
/// it is sure that the type is another ("vowed to hit back" is no pledge but a threat) it has the last word.
/// Learned from the keyed reports and from verdicts on news; roles and score come as for all others.
/// </summary>
/// <param name="isOfCampaign">The report tells of an election campaign, where one attacks with words.</param>
internal sealed class TypeGuesses(EventModel? model, EventLexicon lexicon, WordClasses classes, ActorFinder actors, bool isOfCampaign)
{
    // Below it one in six tells an event of the type.
    private const float Least = 0.2f;

    // Of 75 single words of the keyed reports that it is so sure of, 58 tell an event of the type it says, 26 one of the construction's (a key may allow both).
    private const float Sure = 0.5f, Unlikely = 0.2f;

    // A construction that names what must stand beside its word says more than the model: "hold joint drills", "call in the ambassador".
    private const int Telling = 4;

    private readonly Dictionary<Token, float[]?> _chances = [];

    // Names of features, hashed once; "word" beside another: the same together with the word itself.
    private static readonly uint Always = Hash("always"), Word = Hash("word"), Form = Hash("form"), OwnType = Hash("type"), Relation = Hash("relation"), Passive = Hash("passive"),
        Clause = Hash("clause"), ClauseWord = Hash("clause.word"), ClauseVerb = Hash("clause.verb"), ClauseType = Hash("clause.type"), ClauseAux = Hash("clause.aux"),
        Part = Hash("part"), PhrasePart = Hash("phrase"), PhraseKind = Hash("phrase.kind"), Above = Hash("above"), AboveType = Hash("above.type"), Campaign = Hash("campaign"), Tone = Hash("tone"), PatientTone = Hash("tone.patient"), With = Hash("with the word");

    private static readonly Place Agent = new("agent"), Patient = new("patient"), Phrase = new("phrase");

    /// <returns>The likeliest type; null where no type has a fair chance, or the lexicon does not have the word.</returns>
    public Trigger? Of(Token token, char pos)
    {
        if (!IsOpen(token, pos) || Chances(token, pos) is not { } chances)
            return null;
        EventType best = Likeliest(chances);
        return Of(chances, best) < Least ? null : new Trigger(token, [token], lexicon.Plain(token.Lemma, pos, best), null) { Guess = Of(chances, best) };
    }

    /// <returns>The same words with another type; null where there is no better one than that of the construction that fits.</returns>
    public Trigger? Instead(Trigger fitting)
    {
        char pos = fitting.Construction.Pos;
        if (fitting.Construction.IsNone || fitting.Construction.Conditions >= Telling || !IsOpen(fitting.Head, pos) || Chances(fitting.Head, pos) is not { } chances)
            return null;
        EventType best = Likeliest(chances);
        return best == fitting.Frame.Type || AreNeighbours(best, fitting.Frame.Type) || Of(chances, best) < Sure || Of(chances, fitting.Frame.Type) >= Unlikely ? null
            : fitting with { Construction = lexicon.Plain(fitting.Head.Lemma, pos, best), Guess = Of(chances, best) };
    }

    // Where the codebook draws the line between two types by the deed (imposed sanctions, signatures, riots, attacks with words), its rules stand.
    private static bool AreNeighbours(EventType one, EventType other) => Neighbours.Contains((one, other)) || Neighbours.Contains((other, one));

    private static readonly (EventType, EventType)[] Neighbours =
    [
        (EventType.Sanction, EventType.Coerce), (EventType.Concede, EventType.Retreat), (EventType.Assault, EventType.Coerce), (EventType.Assault, EventType.Accuse),
        (EventType.Assault, EventType.Protest), (EventType.Consult, EventType.Request), (EventType.Support, EventType.Agree),
    ];

    private static float Of(float[] chances, EventType type) => chances[1 + (int)type];

    private static EventType Likeliest(float[] chances)
    {
        int best = 1;
        for (int i = 2; i < chances.Length; i++)
            best = chances[i] > chances[best] ? i : best;
        return (EventType)(best - 1);
    }

    /// <returns>The chance that the word tells no event, then of each type; null without a model.</returns>
    public float[]? Chances(Token token, char pos)
    {
        if (!_chances.TryGetValue(token, out float[]? chances))
            _chances.Add(token, chances = model?.Trigger(Features(token, pos)));
        return chances;
    }

    /// <summary>Whether the word is one that the lexicon has in some construction, and stands where a deed is told.</summary>
    public bool IsOpen(Token token, char pos) =>
        pos is 'v' or 'n' && !lexicon.TypesOf(token.Lemma, pos).IsEmpty && (pos != 'v' || !(token.Is("amod") || token.Is("compound"))) && !token.Children.Any(IsFigure);

    // "died after a heart attack"
    private bool IsFigure(Token phrase) => phrase.Is("obl") && phrase.Children.Any(c => c.Is("compound") && classes.Is("figure", c.Lemma));

    /// <summary>What speaks for the one type or the other.</summary>
    public List<uint> Features(Token token, char pos)
    {
        var found = new List<uint>(80);
        uint kind = pos, word = FeatureHash.Of(kind, Lemma(token));
        void Both(uint name, uint value)
        {
            found.Add(FeatureHash.Of(name, kind, value));
            found.Add(FeatureHash.Of(name, With, word, value));
        }
        found.Add(FeatureHash.Of(Always, kind));
        found.Add(FeatureHash.Of(Word, word));
        found.Add(FeatureHash.Of(Form, word, FeatureHash.Of(token.Xpos)));
        Both(Relation, FeatureHash.Of(token.Deprel));
        foreach (EventType type in lexicon.TypesOf(token.Lemma, pos))
            found.Add(FeatureHash.Of(OwnType, kind, (uint)type));
        Both(Campaign, isOfCampaign ? 1u : 0);
        Both(Tone, FeatureHash.Of(Tones.Of(token, classes)));
        if (pos == 'v')
        {
            Token? patient = Clauses.Patient(token), agent = Clauses.Agent(token);
            Both(Passive, Clauses.IsPassive(token) ? 1u : 0);
            Both(Agent.Kind, agent is null ? 0 : Kind(agent));
            Both(Patient.Kind, patient is null ? 0 : Kind(patient));
            if (patient is not null)
                Both(PatientTone, (uint)(classes.Polarity(patient) + 1));
            Noun(Patient, patient);
            Noun(Agent, agent);
        }
        foreach (Token child in token.Children)
        {
            switch (child.Relation)
            {
                case "xcomp" or "ccomp" or "advcl" or "acl" or "parataxis":
                    uint relation = FeatureHash.Of(child.Relation), verb = Lemma(child);
                    Both(Clause, FeatureHash.Of(relation, Clauses.IsInfinitive(child) ? 1u : 0));
                    found.Add(FeatureHash.Of(ClauseWord, word, verb));
                    found.Add(FeatureHash.Of(ClauseVerb, relation, verb));
                    foreach (EventType type in lexicon.TypesOf(child.Lemma, 'v'))
                        Both(ClauseType, (uint)type);
                    foreach (Token modal in child.Children)
                    {
                        if (modal.Is("aux"))
                            found.Add(FeatureHash.Of(ClauseAux, word, Lemma(modal)));
                    }
                    break;
                case "compound" or "advmod" or "amod" or "det":
                    Both(Part, Lemma(child));
                    break;
                case "aux" or "mark":
                    found.Add(FeatureHash.Of(Part, kind, Lemma(child)));
                    break;
                case "obl" or "nmod":
                    uint preposition = child.Child("case") is { } mark ? Lemma(mark) : FeatureHash.Of(child.Deprel);
                    Both(PhrasePart, preposition);
                    Both(PhraseKind, FeatureHash.Of(preposition, Kind(child)));
                    Noun(Phrase, child);
                    break;
            }
        }
        if (token.Head is { } head)
        {
            uint relation = FeatureHash.Of(token.Deprel);
            found.Add(FeatureHash.Of(Above, relation, Lemma(head)));
            foreach (EventType type in lexicon.TypesOf(head.Lemma, head.Upos == Upos.NOUN ? 'n' : 'v'))
                found.Add(FeatureHash.Of(AboveType, relation, (uint)type));
        }
        return found;

        void Noun(Place place, Token? noun)
        {
            if (noun is null)
                return;
            uint lemma = noun.Upos is Upos.PROPN or Upos.PRON or Upos.NUM ? (uint)noun.Upos : Lemma(noun);
            found.Add(FeatureHash.Of(place.Noun, lemma));
            found.Add(FeatureHash.Of(place.Noun, With, word, lemma));
            Both(place.Sense, FeatureHash.Of(classes.Sense(noun)));
            foreach (string group in classes.Having(noun.Lemma))
                Both(place.Class, FeatureHash.Of(group));
            foreach (EventType type in lexicon.TypesOf(noun.Lemma, 'n'))
                Both(place.Type, (uint)type);
        }
    }

    private uint Kind(Token noun) =>
        actors.IsArmed(noun) ? 101u
            : actors.Mentioned(noun) is not { Entity: var entity } ? actors.IsActor(noun) ? 102u : 1 + (uint)noun.Upos
            : entity.Type == NameType.Person && entity.Mentions.Any(m => m.Kind == MentionKind.Name) ? actors.IsPublic(entity) ? 104u : 105u
            : actors.IsPublic(entity) ? 106u : actors.IsActor(noun) ? 107u : actors.IsPlace(noun) ? 103u : 1 + (uint)noun.Upos;

    private static uint Hash(string name) => FeatureHash.Of("guess." + name);

    private static uint Lemma(Token token)
    {
        Span<char> lower = stackalloc char[64];
        return token.Lemma.AsSpan().Length <= lower.Length ? FeatureHash.Of(lower[..token.Lemma.AsSpan().ToLowerInvariant(lower)]) : FeatureHash.Of(token.Lemma.ToLowerInvariant());
    }

    /// <summary>The names of what is said of one noun beside the word.</summary>
    private sealed class Place(string name)
    {
        public uint Kind { get; } = Hash(name);
        public uint Noun { get; } = Hash(name + ".noun");
        public uint Sense { get; } = Hash(name + ".sense");
        public uint Class { get; } = Hash(name + ".class");
        public uint Type { get; } = Hash(name + ".type");
    }
}
