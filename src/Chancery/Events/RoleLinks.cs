using System.Globalization;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;

namespace Chancery.Events;

/// <summary>
/// Fills a role that the places of the frame leave open: with the actor of the sentence that stands to the trigger as those do who have
/// that role in what the model learned from. Rules come first; this is for trees gone wrong and constructions that no table names.
/// </summary>
internal sealed class RoleLinks(EventModel? model, ActorFinder actors, WordClasses classes)
{
    // Below it more roles are filled wrongly than rightly.
    private const float Least = 0.6f;

    /// <param name="sentence">All candidates of the sentence.</param>
    public void Fill(Candidate candidate, List<Candidate> sentence)
    {
        // "The attack killed twelve" points to a deed told before, whose actors it has.
        if (model is null || (candidate.PointsBack && !candidate.HasActors))
            return;
        if (candidate.Sources.Count == 0)
            Fill(candidate, candidate.Sources, candidate.Targets, isSource: true, sentence);
        if (candidate.Targets.Count == 0)
            Fill(candidate, candidate.Targets, candidate.Sources, isSource: false, sentence);
    }

    private void Fill(Candidate candidate, List<Filler> role, List<Filler> other, bool isSource, List<Candidate> sentence)
    {
        Filler? best = null;
        float bestChance = Least;
        List<(Token Word, Filler Filler)> all = [.. actors.In(candidate.Trigger.Head.Sentence)];
        foreach ((Token word, Filler filler) in all)
        {
            if (other.Exists(o => ReferenceEquals(o.Entity, filler.Entity)) || IsInOther(candidate.Trigger, word, isSource) || (!isSource && IsNoTarget(candidate, word, filler, sentence)))
                continue;
            float chance = model!.Link(Of(candidate, word, filler, isSource, sentence, all));
            if (chance >= bestChance)
                (best, bestChance) = (filler, chance);
        }
        if (best is { } found)
        {
            role.Add(found);
            candidate.LinkChance = bestChance;
        }
    }

    // "Officials of the chancellor's office were mocked", "friends of the mayor complained": who is named to say who the others are has no part in it.
    private static bool IsInOther(Trigger trigger, Token word, bool isSource)
    {
        if (trigger.IsNoun)
            return false;
        // "complained to a reporter", "called the vote an insult to the nation"
        if (!isSource && word.Head is { } above && (ReferenceEquals(above, trigger.Head) ? Clauses.Preposition(word, "to") && Arguments.TellsWhat(trigger)
            : trigger.Words.Contains(above) && trigger.Construction.Obliques.Any(o => o.Prepositions.Contains("named"))))
        {
            return true;
        }
        Token? other = isSource ? Clauses.Patient(trigger.Head) : Clauses.Agent(trigger.Head);
        return other is not null && !ReferenceEquals(word, other) && word.IsWithin(other) && !trigger.Head.IsWithin(other) && !word.Is("conj");
    }

    // What the words tell of somebody that makes him no target of what is said, however near he stands.
    private bool IsNoTarget(Candidate candidate, Token word, Filler filler, List<Candidate> sentence)
    {
        Token head = candidate.Trigger.Head;
        if (candidate.Type is not (EventType.Request or EventType.Reject or EventType.Support or EventType.Agree or EventType.Threaten))
            return false;
        // "denied any part in the raid on the port": whoever said so first is answered, not who stands in it.
        if (candidate.Frame.Name == "reject.deny" && !candidate.Trigger.IsNoun)
            return true;
        // "defended its record against the rebels"
        if (candidate.Type == EventType.Support && Clauses.Preposition(word, "against"))
            return true;
        // "expressed his condolences": they are the source's own.
        if (!candidate.Trigger.IsNoun && word is { Deprel: "nmod:poss", Upos: Upos.PRON, Head: { } own } && (candidate.Trigger.Words.Contains(own) || ReferenceEquals(own.Head, head)))
            return true;
        // "condolences over the Boston bombing"
        if (word.Is("compound") && word.Head is { } deed && classes.Is("attack", deed.Lemma) && actors.IsPlace(word))
            return true;
        // "praise from the envoy helps the king": what words do to somebody is not what they say to him.
        if (candidate.Trigger.IsNoun && head.Is("nsubj") && word.Is("obj") && ReferenceEquals(head.Head, word.Head))
            return true;
        if (candidate.Type == EventType.Reject && sentence.Exists(c => Complements.IsComplement(c.Trigger.Head, candidate.Trigger) && !Complements.IsPartyTo(candidate, c) && c.Targets.Exists(t => ReferenceEquals(t.Entity, filler.Entity))))
            return true;
        if (candidate.Type == EventType.Request && IsAskedFor(candidate, word, filler, sentence))
            return true;
        return IsAside(head, word, candidate.Type is EventType.Request or EventType.Support);
    }

    // "called for the envoy to be recalled", "sought a Weber inquiry": whom the deed befalls is not asked to do it.
    private bool IsAskedFor(Candidate request, Token word, Filler filler, List<Candidate> sentence) =>
        (ReferenceEquals(word.Head, request.Trigger.Head) && ((Clauses.Preposition(word, "for") && !Clauses.IsToAct(word)) || Arguments.IsWanted(request.Trigger, word)))
        || (word.Head is { } deed && classes.Is("undergone", deed.Lemma) && !actors.IsInvestigator(filler.Entity))
        || sentence.Exists(c => !ReferenceEquals(c, request) && c.Type != EventType.Request && !c.Frame.Mutual && Complements.IsComplement(c.Trigger.Head, request.Trigger)
            && c.Targets.Exists(t => ReferenceEquals(t.Entity, filler.Entity)) && !c.Sources.Exists(s => ReferenceEquals(s.Entity, filler.Entity)));

    // "After he had fled, the senate called for calm": whoever stands in a clause that tells of something else. A condition concerns who is to meet it.
    private static bool IsAside(Token head, Token word, bool adverbial)
    {
        for (Token? at = word.Head; at is not null && !head.IsWithin(at); at = at.Head)
        {
            if (at.Deprel is "acl:relcl" or "parataxis" || (adverbial && ((at.Is("advcl") && !Clauses.IsInfinitive(at) && !Clauses.IsMarked(at, "if", "unless", "until")) || (at.Is("conj") && at.Child("nsubj") is not null))))
                return true;
        }
        return false;
    }

    /// <summary>What speaks for an actor in a role of a candidate.</summary>
    /// <param name="all">The actors of the sentence, in text order.</param>
    public List<uint> Of(Candidate candidate, Token word, Filler filler, bool isSource, List<Candidate> sentence, List<(Token Word, Filler Filler)> all)
    {
        var found = new List<uint>();
        Token head = candidate.Trigger.Head;
        string role = isSource ? "s" : "t", type = role + candidate.Type, frame = role + candidate.Frame.Name, kind = candidate.Trigger.IsNoun ? "n" : Clauses.IsPassive(head) ? "p" : "v";
        void Add(string name, string value = "") => found.Add(FeatureHash.Of(FeatureHash.Of(role + name), FeatureHash.Of(value)));
        void AddOnce(string name, string value)
        {
            uint feature = FeatureHash.Of(FeatureHash.Of(role + name), FeatureHash.Of(value));
            if (!found.Contains(feature))
                found.Add(feature);
        }
        string order = word.Index < head.Index ? "<" : ">", preposition = word.Child("case")?.Lemma.ToLowerInvariant() ?? "", path = Path(head, word), standing = Standing(filler);
        int low = Math.Min(word.Index, head.Index), high = Math.Max(word.Index, head.Index);
        bool isInClause = ReferenceEquals(Clauses.Clause(word), Clauses.Clause(head));
        int between = 0, verbs = 0, commas = 0;
        for (int i = low + 1; i < high; i++)
        {
            Token token = head.Sentence.Tokens[i];
            verbs += token.Upos == Upos.VERB ? 1 : 0;
            commas += token.Text is "," or ";" ? 1 : 0;
        }
        between = all.Count(a => a.Word.Index > low && a.Word.Index < high);
        Add("link");
        Add("link.type", type);
        Add("link.kind", kind + order);
        Add("link.path", kind + path);
        Add("link.typepath", type + kind + path);
        Add("link.framepath", frame + kind + path);
        Add("link.preposition", kind + order + preposition);
        Add("link.typepreposition", type + kind + order + preposition);
        Add("link.framepreposition", frame + kind + order + preposition);
        Add("link.relation", kind + order + word.Deprel + " " + preposition);
        Add("link.above", kind + order + word.Deprel + " " + preposition + " " + (ReferenceEquals(word.Head, head) ? "own" : word.Head?.Lemma.ToLowerInvariant()));
        Add("link.aboveclass", kind + order + word.Deprel + " " + preposition + " " + (ReferenceEquals(word.Head, head) ? "own" : word.Head?.Upos.ToString()));
        Add("link.distance", kind + order + Math.Min((high - low) / 3, 6).ToString(CultureInfo.InvariantCulture));
        Add("link.between", kind + order + Math.Min(between, 3).ToString(CultureInfo.InvariantCulture) + " " + Math.Min(verbs, 3).ToString(CultureInfo.InvariantCulture) + " " + Math.Min(commas, 2).ToString(CultureInfo.InvariantCulture));
        Add("link.standing", standing);
        Add("link.typestanding", type + standing);
        Add("link.mention", kind + order + Kind(word));
        Add("link.sense", type + classes.Sense(word));
        Add("link.framesense", frame + classes.Sense(word));
        Add("link.word", word.Upos == Upos.PROPN ? "" : type + word.Lemma.ToLowerInvariant());
        Add("link.below", (word.IsWithin(head) ? "below" : head.IsWithin(word) ? "above" : "apart") + kind + order);
        Add("link.alone", all.Count.ToString(CultureInfo.InvariantCulture) + order);
        Add("link.clause", kind + order + (isInClause ? "one" : "other"));
        List<Filler> others = isSource ? candidate.Targets : candidate.Sources;
        string other = others.Count == 0 ? "open" : others.Exists(o => ReferenceEquals(o.Entity, filler.Entity)) ? "same" : "else";
        Add("link.other", other);
        Add("link.typeother", type + other);
        Add("link.mentionother", Kind(word) + other);
        Add("link.belowother", (word.IsWithin(head) ? "below" : head.IsWithin(word) ? "above" : "apart") + other);
        Add("link.mentionclause", Kind(word) + isInClause);
        // Who is said to have said so, and whom the report speaks of again and again.
        if (candidate.Statement is { Speaker: { } speaker })
            Add("link.speaker", type + (ReferenceEquals(speaker, filler.Entity) ? "speaker" : "other"));
        Add("link.spokenof", type + Math.Min(filler.Entity.Mentions.Length, 5).ToString(CultureInfo.InvariantCulture));
        if (others is [var first, ..])
            Add("link.countries", actors.Country(first.Entity) is { } one && actors.Country(filler.Entity) is { } two ? one == two ? "same" : "two" : "");
        // Whoever has a part in another event of the sentence may have the same in this one.
        foreach (Candidate near in sentence)
        {
            if (ReferenceEquals(near, candidate))
                continue;
            string how = near.Sources.Exists(s => ReferenceEquals(s.Entity, filler.Entity)) ? "source" : near.Targets.Exists(t => ReferenceEquals(t.Entity, filler.Entity)) ? "target" : "";
            if (how.Length > 0)
            {
                string way = Path(near.Trigger.Head, head);
                AddOnce("link.near", how + way);
                AddOnce("link.neartype", how + near.Type + candidate.Type);
                AddOnce("link.nearpath", how + near.Type + candidate.Type + way);
            }
        }
        return found;
    }

    // From the trigger up to what both stand below, and down to the actor: "^conj>nsubj".
    private static string Path(Token from, Token to)
    {
        string path = "";
        Token at = from;
        int steps = 0;
        for (; !to.IsWithin(at) && at.Head is { } head; at = head)
        {
            if (++steps > 4)
                return "far";
            path += "^" + at.Relation.ToString();
        }
        string down = "";
        for (Token? low = to; low is not null && !ReferenceEquals(low, at); low = low.Head)
        {
            if (++steps > 6)
                return "far";
            string preposition = low.Is("obl") || low.Is("nmod") ? ":" + low.Child("case")?.Lemma.ToLowerInvariant() : low.Deprel == "nmod:poss" ? ":poss" : "";
            down = ">" + low.Relation.ToString() + preposition + down;
        }
        return path + down;
    }

    private static string Kind(Token word) => word.Upos == Upos.PRON ? "pronoun " + word.Lemma.ToLowerInvariant() : word.Upos == Upos.PROPN ? "name" : "noun " + word.Xpos;

    private string Standing(Filler filler) =>
        actors.IsArmed(filler.Entity) ? "armed" : actors.IsPublic(filler.Entity) ? "public" : actors.Country(filler.Entity) is not null ? "country"
            : actors.Code(filler.Entity) is not null ? "coded" : filler.Entity.Type.ToString();
}
