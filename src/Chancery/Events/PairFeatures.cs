using Chancery.Actors;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>Two actors of a sentence, the one who may have done something and the one it may have been done to.</summary>
internal readonly record struct Pair(Token Source, TextSpan SourceSpan, Token Target, TextSpan TargetSpan)
{
    public Pair Reversed => new(Target, TargetSpan, Source, SourceSpan);
}

/// <summary>What the model looks at between marked actors: the words around two actors, their places in the tree, and what the lexicon says of the words.</summary>
internal sealed class PairFeatures(EventLexicon lexicon, Cast cast)
{
    /// <summary>What tells the type of a deed.</summary>
    /// <param name="candidates">What the lexicon finds in the sentence, roles filled.</param>
    public List<uint> OfType(Pair pair, List<Candidate> candidates)
    {
        var found = new List<uint>();
        void Add(string name, string value) => found.Add(FeatureHash.Of(FeatureHash.Of(name), FeatureHash.Of(value)));
        Add("always", "");
        List<Candidate> ranked = [.. candidates.OrderByDescending(c => Weight(c, pair)).ThenBy(c => c.Trigger.Head.Index)];
        for (int i = 0; i < ranked.Count; i++)
        {
            Candidate c = ranked[i];
            string roles = Roles(c, pair);
            Add("candidate", c.Type + roles);
            Add("frame", c.Frame.Name + (roles.Contains('n') ? "" : "!"));
            if (i < 2)
            {
                Add("best" + i, c.Type.ToString());
                Add("bestframe" + i, c.Frame.Name);
                Add("beststatus" + i, c.Type + c.Status.ToString());
            }
            Add("bestnoun", c.Type + (c.Trigger.IsNoun ? "n" : "v"));
        }
        if (ranked.Count == 0)
            Add("best0", "none");
        else if (ranked.Count > 1)
            Add("besttwo", ranked[0].Type.ToString() + ranked[1].Type);

        Token above = Clauses.Clause(pair.Source), below = Clauses.Clause(pair.Target), common = Common(pair.Source, pair.Target);
        foreach ((string name, Token verb) in new[] { ("source", above), ("target", below), ("common", common) })
        {
            Add(name + ".word", Lower(verb));
            foreach (EventType type in Types(verb))
                Add(name + ".type", type.ToString());
            foreach (Token child in verb.Children)
            {
                if (child.Is("xcomp") || child.Is("ccomp") || child.Is("advcl"))
                {
                    Add(name + ".clause", Lower(verb) + " " + Lower(child));
                    foreach (EventType type in Types(child))
                    {
                        Add(name + ".clausetype", type.ToString());
                        foreach (EventType own in Types(verb))
                            Add(name + ".clausetypes", own.ToString() + type);
                    }
                }
                else if (child.Is("obj") || child.Is("nsubj"))
                {
                    Add(name + "." + child.Relation.ToString(), Lower(child));
                    Add(name + ".pair", Lower(verb) + " " + child.Relation.ToString() + " " + Lower(child));
                    foreach (EventType type in Types(child))
                        Add(name + "." + child.Relation.ToString() + ".type", type.ToString());
                }
                else if (child.Is("aux") && child.Upos == Upos.AUX)
                    Add(name + ".aux", Lower(child));
                else if (child.Is("compound") || (child.Is("advmod") && child.Upos is Upos.ADP or Upos.ADV))
                    Add(name + ".particle", Lower(verb) + " " + Lower(child));
                else if (child.Is("obl"))
                    Add(name + ".obl", Lower(verb) + " " + Preposition(child));
            }
            if (verb.Children.Any(c => c.Lemma.ToLowerInvariant() is "not" or "n't" or "never"))
                Add(name + ".not", "");
        }
        Add("target.preposition", Preposition(pair.Target));
        Add("target.relation", pair.Target.Deprel);
        Add("source.relation", pair.Source.Deprel);
        Add("target.head", pair.Target.Head is { } head ? Lower(head) : "");
        Add("source.head", pair.Source.Head is { } its ? Lower(its) : "");
        Add("target.prepositionhead", (pair.Target.Head is { } h ? Lower(h) : "") + " " + Preposition(pair.Target));
        Add("source.name", Lower(pair.Source));
        Add("target.name", Lower(pair.Target));
        Add("source.sector", Sector(pair.Source));
        Add("target.sector", Sector(pair.Target));

        Sentence sentence = pair.Source.Sentence;
        int first = Math.Min(pair.SourceSpan.End, pair.TargetSpan.End), last = Math.Max(pair.SourceSpan.Start, pair.TargetSpan.Start);
        Token? before = null;
        foreach (Token token in sentence.Tokens)
        {
            if (token.Upos == Upos.PUNCT)
                continue;
            bool actor = pair.SourceSpan.Overlaps(token.Span) || pair.TargetSpan.Overlaps(token.Span);
            string where = actor ? "actor" : token.Span.Start >= first && token.Span.End <= last ? "between" : token.Span.Start < first ? "before" : "after";
            if (token.Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.ADP or Upos.PART)
            {
                Add(where, Lower(token));
                if (!actor)
                    Add("anywhere", Lower(token));
                foreach (EventType type in Types(token))
                {
                    Add(where + ".type", type.ToString());
                    if (!actor)
                        Add("anywhere.type", type.ToString());
                }
                if (where == "between" && before is not null)
                    Add("two", Lower(before) + " " + Lower(token));
            }
            before = token;
        }
        return found;
    }

    /// <summary>What tells who of the two does it.</summary>
    public List<uint> OfDirection(Pair pair, List<Candidate> candidates)
    {
        var found = new List<uint>();
        void Add(string name, string value) => found.Add(FeatureHash.Of(FeatureHash.Of(name), FeatureHash.Of(value)));
        string order = pair.SourceSpan.Start < pair.TargetSpan.Start ? "<" : ">";
        Add("order", order);
        Add("source.relation", pair.Source.Deprel);
        Add("target.relation", pair.Target.Deprel);
        Add("relations", pair.Source.Deprel + order + pair.Target.Deprel);
        Add("source.preposition", Preposition(pair.Source));
        Add("target.preposition", Preposition(pair.Target));
        Token above = Clauses.Clause(pair.Source), below = Clauses.Clause(pair.Target);
        Add("passive", (Clauses.IsPassive(above) ? "p" : "a") + order + pair.Source.Deprel);
        Add("within", (pair.Source.IsWithin(pair.Target) ? "s" : "") + (pair.Target.IsWithin(pair.Source) ? "t" : "") + order);
        Add("word", Lower(above) + order + pair.Source.Deprel);
        Add("clauses", ReferenceEquals(above, below) ? "one" : above.IsWithin(below) ? "below" : below.IsWithin(above) ? "above" : "apart");
        foreach (Candidate c in candidates)
        {
            string roles = Roles(c, pair);
            Add("roles", roles);
            if (roles.Contains('s') || roles.Contains('t'))
                Add("typeroles", c.Type + roles);
        }
        if (candidates.Count > 0)
            Add("best", Roles(candidates.MaxBy(c => Math.Max(Weight(c, pair), Weight(c, pair.Reversed)))!, pair));
        return found;
    }

    /// <summary>How surely the candidate is what goes on between the two.</summary>
    public static float Weight(Candidate candidate, Pair pair)
    {
        string roles = Roles(candidate, pair);
        float weight = candidate.Score * (roles.Contains('s') ? 1f : 0.55f) * (roles.Contains('t') ? 1f : 0.65f);
        for (Token at = candidate.Trigger.Head; at.Head is { } head; at = head)
            weight *= at.Is("advcl") || at.Is("acl") || at.Is("nmod") || at.Is("obl") ? 0.93f : 1f;
        return weight;
    }

    // s, t: the candidate has the two where they are here; S, T: the other way round; n: neither.
    private static string Roles(Candidate c, Pair pair)
    {
        bool Has(List<Filler> role, TextSpan span) => role.Any(f => f.Span.Overlaps(span));
        string roles = (Has(c.Sources, pair.SourceSpan) ? "s" : "") + (Has(c.Targets, pair.TargetSpan) ? "t" : "")
            + (Has(c.Targets, pair.SourceSpan) ? "S" : "") + (Has(c.Sources, pair.TargetSpan) ? "T" : "");
        return roles.Length == 0 ? "n" : roles;
    }

    private IEnumerable<EventType> Types(Token token)
    {
        char pos = token.Upos switch { Upos.VERB => 'v', Upos.NOUN => 'n', Upos.ADJ => 'a', _ => ' ' };
        return pos == ' ' ? [] : lexicon.TypesOf(token.Lemma, pos);
    }

    private string Sector(Token token) => cast.Entities.At(token) is { } entity && cast[entity]?.Code is { Length: > 3 } code ? code[3..6] : "";

    // The lowest word that both stand below.
    private static Token Common(Token first, Token second)
    {
        Token at = first;
        while (!second.IsWithin(at) && at.Head is { } head)
            at = head;
        return at;
    }

    private static string Lower(Token token) => token.Lemma.ToLowerInvariant();

    private static string Preposition(Token token)
    {
        foreach (Token child in token.Children)
        {
            if (child.Is("case") && child.Index < token.Index)
                return Lower(child);
        }
        return "";
    }
}
