using System.Collections.Immutable;
using System.Globalization;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>What tells whether a careful coder would write the event down: its words, its place in the sentence, who its actors are.</summary>
internal sealed class CandidateFeatures(PairFeatures pairs, PairClassifier? classifier, ActorFinder actors, ImmutableArray<Sentence> report)
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
        Add("several", Math.Min(sentence.Count, 4).ToString(CultureInfo.InvariantCulture));
        Add("depth", Depth(head).ToString(CultureInfo.InvariantCulture));
        AddRole("source", candidate.Sources);
        AddRole("target", candidate.Targets);
        Add("countries", Countries(candidate));
        Add("tense", Tense(head));
        Add("typetense", type + Tense(head));
        Add("framesides", candidate.Frame.Name + " " + source + " " + target);
        Add("framerelation", candidate.Frame.Name + " " + head.Deprel);
        Add("above", head.Head is { } above ? above.Lemma.ToLowerInvariant() + " " + head.Deprel : "");
        Add("object", candidate.Frame.Name + " " + (candidate.Trigger.Object ?? Clauses.Patient(head))?.Lemma.ToLowerInvariant());
        Add("where", report.IndexOf(head.Sentence) switch { 0 => "title", < 4 => "lead", _ => "body" });
        Add("person", head.Sentence.Tokens.Any(t => t.Upos == Upos.PRON && t.Lemma.ToLowerInvariant() is "i" or "we" or "you") ? type : "");
        Add("saidtype", candidate.Statement is { } said ? type + said.Form + (candidate.Sources.Exists(s => ReferenceEquals(s.Entity, said.Speaker)) ? "own" : "") : type);
        Add("length", Math.Min(head.Sentence.Tokens.Length / 12, 4).ToString(CultureInfo.InvariantCulture));
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

        // Where in the sentence the role was found, and what kind of phrase it is.
        void AddRole(string role, List<Filler> fillers)
        {
            if (fillers is not [var filler, ..] || Dating.Head(head.Sentence, filler.Span) is not { } word)
                return;
            string path = ReferenceEquals(word.Head, head) ? word.Deprel : ReferenceEquals(word.Head?.Head, head) ? word.Head!.Deprel + " " + word.Deprel : word.IsWithin(head) ? "below" : "elsewhere";
            Add(role + ".path", path);
            Add(role + ".framepath", candidate.Frame.Name + " " + path);
            Add(role + ".distance", (word.Index < head.Index ? "-" : "+") + Math.Min(Math.Abs(word.Index - head.Index) / 4, 4).ToString(CultureInfo.InvariantCulture));
            Add(role + ".phrase", Phrase(word));
            Add(role + ".typephrase", type + Phrase(word));
            Add(role + ".told", Math.Min(filler.Entity.Mentions.Length / 2, 3).ToString(CultureInfo.InvariantCulture));
            Add(role + ".sector", actors.Code(filler.Entity) is { } code ? code.Length > 3 ? code[3..Math.Min(6, code.Length)] : "state" : "none");
            Add(role + ".count", Math.Min(fillers.Count, 3).ToString(CultureInfo.InvariantCulture));
            if (word.Upos is Upos.NOUN or Upos.PRON)
                Add(role + ".word", word.Lemma.ToLowerInvariant());
        }
    }

    // A name; a noun with "the", "a", a possessor, a number; a bare plural, which is often said of a kind.
    private static string Phrase(Token word)
    {
        if (word.Upos is Upos.PROPN or Upos.PRON)
            return word.Upos.ToString();
        string before = word.Children.FirstOrDefault(c => c.Index < word.Index && (c.Is("det") || c.Deprel == "nmod:poss" || c.Is("nummod"))) is { } first
            ? first.Is("det") ? first.Lemma.ToLowerInvariant() : first.Relation.ToString() : "bare";
        return before + " " + word.Xpos;
    }

    private string Countries(Candidate candidate)
    {
        string? source = candidate.Sources is [var s, ..] ? actors.Country(s.Entity) : null, target = candidate.Targets is [var t, ..] ? actors.Country(t.Entity) : null;
        return actors.IsBetweenStates(candidate) ? "two" : source is null || target is null ? (source is null ? "" : "s") + (target is null ? "" : "t") : "same";
    }

    private static string Tense(Token head)
    {
        if (head.Upos != Upos.VERB)
            return "noun";
        string auxiliaries = string.Join(' ', head.Children.Where(c => c.Is("aux")).Select(c => c.Xpos + (c.Xpos == "MD" ? c.Lemma.ToLowerInvariant() : "")));
        return head.Xpos + " " + auxiliaries + (Clauses.IsInfinitive(head) ? " to" : "");
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
