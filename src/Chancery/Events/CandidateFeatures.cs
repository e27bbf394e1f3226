using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>What tells whether a careful coder would write the event down: its words, its place in the sentence, who its actors are.</summary>
internal sealed class CandidateFeatures(PairFeatures pairs, PairClassifier? classifier, ActorFinder actors)
{
    /// <param name="sentence">All candidates of the sentence.</param>
    public List<uint> Of(Candidate candidate, List<Candidate> sentence)
    {
        var found = new List<uint>();
        void Add(string name, string value = "") => found.Add(FeatureHash.Of(FeatureHash.Of(name), FeatureHash.Of(value)));
        Token head = candidate.Trigger.Head;
        string type = candidate.Type.ToString(), source = Kind(candidate.Sources), target = Kind(candidate.Targets);
        Add("always");
        Add("type", type);
        Add("frame", candidate.Frame.Name);
        Add("rule", candidate.Rule);
        Add("status", candidate.Status.ToString());
        Add("typestatus", type + candidate.Status);
        Add("word", head.Lemma.ToLowerInvariant());
        Add("construction", candidate.Frame.Name + " " + candidate.Trigger.Construction.Conditions);
        Add("typepos", type + candidate.Trigger.Construction.Pos);
        Add("tag", head.Xpos);
        Add("relation", head.Deprel);
        Add("source", source);
        Add("target", target);
        Add("sides", source + " " + target);
        Add("typesource", type + source);
        Add("typetarget", type + target);
        Add("public", (candidate.Sources.Exists(s => actors.IsPublic(s.Entity)) ? "s" : "") + (candidate.Targets.Exists(t => actors.IsPublic(t.Entity)) ? "t" : ""));
        Add("armed", candidate.Sources.Exists(s => actors.IsArmed(s.Entity)) ? "s" : "");
        Add("said", candidate.Statement is null ? "" : candidate.Statement.Form.ToString());
        Add("dated", candidate.From is null ? "" : "d");
        Add("placed", candidate.Place is null ? "" : "p");
        Add("several", Math.Min(sentence.Count, 4).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("depth", Depth(head).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (Token child in head.Children)
        {
            if (child.Is("aux") && child.Upos == Upos.AUX)
                Add("aux", child.Lemma.ToLowerInvariant());
            else if (child.Is("det"))
                Add("det", child.Lemma.ToLowerInvariant());
        }
        if (classifier is not null && candidate is { Sources: [var first, ..], Targets: [var second, ..] } && !first.Span.Overlaps(second.Span)
            && Dating.Head(head.Sentence, first.Span) is { } a && Dating.Head(head.Sentence, second.Span) is { } b)
        {
            float[] chances = classifier.Chances(pairs.OfType(new Pair(a, first.Span, b, second.Span), sentence));
            int at = classifier.Types.IndexOf(PairCoder.Root(candidate.Type));
            float chance = at < 0 ? 0 : chances[at];
            Add("chance", chance < 0.1f ? "0" : chance < 0.35f ? "1" : chance < 0.7f ? "2" : "3");
        }
        return found;
    }

    private static int Depth(Token token)
    {
        int depth = 0;
        for (Token at = token; at.Head is { } above && depth < 4; at = above)
            depth += at.Is("advcl") || at.Is("acl") || at.Is("nmod") || at.Is("obl") ? 1 : 0;
        return depth;
    }

    // Who stands in a role: nobody, a state, a body, a person with or without a code, a pronoun, a group of people.
    private string Kind(List<Filler> role)
    {
        if (role.Count == 0)
            return "none";
        Entity entity = role[0].Entity;
        Mention? mention = entity.Mentions.FirstOrDefault(m => m.Span == role[0].Span);
        string how = mention is null ? "?" : mention.Kind == MentionKind.Pronoun ? "pronoun " + mention.Head.Lemma.ToLowerInvariant() : mention.Kind == MentionKind.Name ? "name" : "nominal";
        string what = entity.Type switch { NameType.Person => "person", NameType.Place => "place", NameType.Organization => "body", _ => "other" };
        return how + " " + what + (actors.Code(entity) is { } code ? code.Length > 3 ? " coded" : " state" : "");
    }
}
