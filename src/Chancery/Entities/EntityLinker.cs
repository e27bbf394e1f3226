using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Data;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds the mentions of a report (names, noun phrases, pronouns) and gathers those of one thing into one entity.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class EntityLinker
{
    private readonly EntityLexicon _lexicon;
    private readonly MentionFinder _finder;
    private readonly NominalLinker _nominals;
    private readonly PronounLinker _pronouns;

    public EntityLinker(DataPack data)
        : this(data, new AntecedentWeights(data))
    {
    }

    internal EntityLinker(DataPack data, AntecedentWeights weights)
    {
        _lexicon = new EntityLexicon(data);
        _finder = new MentionFinder(_lexicon);
        _nominals = new NominalLinker(_lexicon);
        _pronouns = new PronounLinker(weights);
    }

    /// <summary>Told whom each third-person pronoun may stand for, before one is chosen: training listens here.</summary>
    internal Action<MentionDraft, PronounForm, List<Antecedent>>? Considered { get; init; }

    /// <returns>In order of first mention.</returns>
    public ImmutableArray<Entity> Link(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, ICollection<Warning> warnings)
    {
        var tokens = new TokenMap(sentences);
        List<MentionDraft> mentions = _finder.Find(report, sentences, tokens, names);
        List<EntityDraft> entities = new NameLinker(_lexicon).Link(mentions.Where(m => m.Kind == MentionKind.Name && m.SameAs is null));
        LinkConstructed(mentions);
        LinkThings(mentions);
        var speakers = new QuotedSpeakers(report, sentences, _lexicon);
        var byHead = new ByToken<MentionDraft>(tokens);
        foreach (MentionDraft mention in mentions)
        {
            if (mention.Parts.Length == 0)
                byHead[mention.Head] ??= mention;
        }
        LinkInOrder(mentions, entities, byHead, speakers, new Antecedents(report, _lexicon, speakers));
        LinkQuoted(speakers, mentions, byHead);
        // A span given from outside is a mention even of someone we know nothing of.
        foreach (MentionDraft known in mentions.Where(m => m.IsKnown && m.Entity is null))
            Start(known, entities);
        return Finish(report, entities);
    }

    /// <summary>Titles before names, appositions: one thing by construction.</summary>
    private static void LinkConstructed(List<MentionDraft> mentions)
    {
        foreach (MentionDraft mention in mentions.Where(m => m.SameAs is { Entity: not null }))
            mention.SameAs!.Entity!.Add(mention, mention.Head.Is("appos") || mention.SameAs!.Head.Is("appos") ? "entities.apposition" : "entities.title", 0.95f);
    }

    /// <summary>Noun phrases and third-person pronouns from left to right, each with what came before it.</summary>
    private void LinkInOrder(List<MentionDraft> mentions, List<EntityDraft> entities, ByToken<MentionDraft> byHead, QuotedSpeakers speakers, Antecedents all)
    {
        var before = new List<MentionDraft>();
        var together = new Together();
        var holders = new Dictionary<string, EntityDraft?>(StringComparer.Ordinal);
        int near = 0, far = 0;
        foreach (MentionDraft mention in mentions)
        {
            while (mentions[near].Sentence < mention.Sentence - PronounLinker.Reach)
                near++;
            while (mentions[far].Sentence < mention.Sentence - PronounLinker.FarReach)
                far++;
            if (mention.IsThing || mention.Parts.Length > 0)
                continue;
            if (mention.Entity is null && mention.Kind == MentionKind.Nominal)
            {
                if (mention.SameAs is { Entity: { } same })
                    same.Add(mention, "entities.known", 0.9f);
                else if (_nominals.Find(mention, before, holders) is { } found)
                    found.Entity.Add(mention, found.Rule, found.Score);
                else
                    Start(mention, entities);
                if (NominalLinker.IsPair(mention) && mention.Entity!.Members.Count == 0)
                    mention.Entity.AddMembers(NominalLinker.Members(mention, before));
            }
            else if (mention.Kind == MentionKind.Pronoun && PronounForms.Of(mention.Head) is { Person: 3 } form)
            {
                Span<MentionDraft> within = CollectionsMarshal.AsSpan(mentions)[near..];
                if (form.Plural == true)
                    together.Link(within, mention);
                EntityDraft? speaker = speakers.SpeakerOfSentence(mention.Head) is { } subject ? byHead[subject]?.Entity : null;
                List<Antecedent> antecedents = all.Of(mention, form, within, speaker, PronounLinker.Reach);
                if (antecedents.Count == 0)
                    antecedents = all.Of(mention, form, CollectionsMarshal.AsSpan(mentions)[far..], speaker, PronounLinker.FarReach);
                Considered?.Invoke(mention, form, antecedents);
                if (_pronouns.Find(mention, form, antecedents) is { } antecedent)
                {
                    if (antecedent.Entity.Members.Count > 0 && together.IsNew(antecedent.Entity))
                        entities.Add(antecedent.Entity);
                    antecedent.Entity.Add(mention, "entities.pronoun", antecedent.Score);
                }
            }
            if (mention.Entity is { IsThing: false } entity)
            {
                before.Add(mention);
                if (mention.Kind == MentionKind.Nominal && mention.Plural != true && !NominalLinker.IsAnyone(mention.Head))
                    holders[mention.Words[0]] = holders.GetValueOrDefault(mention.Words[0], entity) == entity ? entity : null;
            }
        }
    }

    /// <summary>Each noun for a thing is one, wherever it stands.</summary>
    private static void LinkThings(List<MentionDraft> mentions)
    {
        var things = new Dictionary<(string, bool?), EntityDraft>();
        foreach (MentionDraft thing in mentions.Where(m => m.IsThing))
        {
            if (!things.TryGetValue((thing.Words[0], thing.Plural), out EntityDraft? entity))
                things.Add((thing.Words[0], thing.Plural), entity = new EntityDraft());
            entity.Add(thing, "entities.thing", 1);
        }
    }

    /// <summary>"I" and "we" in a quotation are its speaker.</summary>
    private static void LinkQuoted(QuotedSpeakers speakers, List<MentionDraft> mentions, ByToken<MentionDraft> byHead)
    {
        foreach (MentionDraft mention in mentions.Where(m => m.Entity is null && m.Kind == MentionKind.Pronoun))
        {
            if (PronounForms.Of(mention.Head) is { Person: 1 } && speakers.SpeakerOf(mention.Head) is { } subject
                && byHead[subject]?.Entity is { } speaker)
            {
                speaker.Add(mention, "entities.speaker", 0.8f);
            }
        }
    }

    private static void Start(MentionDraft mention, List<EntityDraft> entities)
    {
        var entity = new EntityDraft();
        entity.Add(mention, mention.Kind == MentionKind.Nominal ? "entities.noun" : "entities.known", 0.8f);
        entities.Add(entity);
    }

    private static ImmutableArray<Entity> Finish(Report report, List<EntityDraft> drafts)
    {
        var done = new Dictionary<EntityDraft, Entity>();
        foreach (EntityDraft draft in drafts)
        {
            draft.Mentions.RemoveAll(m => m.Parts.Length > 0);
            draft.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        }
        drafts.Sort((a, b) => a.Mentions[0].Span.CompareTo(b.Mentions[0].Span));
        var numbers = drafts.Select((draft, i) => (draft, i)).ToDictionary(p => p.draft, p => p.i + 1);
        // Members are finished before their groups; a group never holds a group.
        foreach (EntityDraft draft in drafts.Where(d => d.Members.Count == 0).Concat(drafts.Where(d => d.Members.Count > 0)))
        {
            done[draft] = new Entity(string.Create(CultureInfo.InvariantCulture, $"e{numbers[draft]}"), NameOf(report, draft), draft.Type,
                [.. draft.Mentions.Select(m => new Mention(m.Span, m.Kind, m.Head, new Evidence(report.Id, SpanList.Of(m.Span), m.Rule, m.Score)))])
            {
                Members = [.. draft.Members.Where(done.ContainsKey).Select(m => done[m])],
            };
        }
        return [.. drafts.Select(d => done[d])];
    }

    /// <summary>The fullest name, the earliest of several; without a name the first words that are no pronoun.</summary>
    private static string NameOf(Report report, EntityDraft draft)
    {
        MentionDraft? best = draft.Mentions.Where(m => m.Kind == MentionKind.Name).OrderByDescending(m => m.Words.Length).ThenByDescending(m => m.Span.Length).ThenBy(m => m.Span.Start).FirstOrDefault()
            ?? draft.Mentions.Find(m => m.Kind == MentionKind.Nominal);
        if (best is null && draft.Members.Count > 0)
            return string.Join(" and ", draft.Members.Select(m => NameOf(report, m)));
        best ??= draft.Mentions[0];
        return Phrase.Flat(report[best.Span]);
    }
}
