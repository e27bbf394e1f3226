using System.Collections.Immutable;
using System.Globalization;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>What tells whether a careful coder would write the event down: its words, its place in the sentence, who its actors are.</summary>
internal sealed class CandidateFeatures(PairFeatures actorPairs, EventModel? model, RoleLinks links, TypeGuesses guesses, ActorFinder actors, WordClasses classes, ImmutableArray<Sentence> report, bool isOfCampaign)
{
    /// <param name="sentence">All candidates of the sentence.</param>
    /// <param name="all">All candidates of the report.</param>
    public List<uint> Of(Candidate candidate, List<Candidate> sentence, List<Candidate> all)
    {
        var found = new List<uint>();
        var pairs = new FeaturePairs();
        void Add(string name, string value = "")
        {
            uint feature = FeatureHash.Of(FeatureHash.Of(name), FeatureHash.Of(value));
            found.Add(feature);
            pairs.Note(name, feature);
        }
        Token head = candidate.Trigger.Head;
        string type = candidate.Type.ToString(), word = head.Lemma.ToLowerInvariant(), source = Kind(candidate.Sources), target = Kind(candidate.Targets);
        Add("always");
        Add("type", type);
        Add("frame", candidate.Frame.Name);
        Add("rule", candidate.Rule);
        Add("status", candidate.Status.ToString());
        Add("word", word);
        Add("tag", head.Xpos);
        Add("relation", head.Deprel);
        Add("source", source);
        Add("target", target);
        Add("public", (candidate.Sources.Exists(s => actors.IsPublic(s.Entity)) ? "s" : "") + (candidate.Targets.Exists(t => actors.IsPublic(t.Entity)) ? "t" : ""));
        Add("armed", candidate.Sources.Exists(s => actors.IsArmed(s.Entity)) ? "s" : "");
        Add("said", candidate.Statement is null ? "" : candidate.Statement.Form.ToString());
        Add("dated", candidate.From is null ? "" : "d");
        Add("placed", candidate.Place is null ? "" : "p");
        Add("several", Math.Min(sentence.Count, 4).ToString(CultureInfo.InvariantCulture));
        AddRole("source", candidate.Sources);
        AddRole("target", candidate.Targets);
        AddLinks("source", candidate.Sources, isSource: true);
        AddLinks("target", candidate.Targets, isSource: false);
        Add("countries", Countries(candidate));
        Add("tense", Tense(head));
        Add("acts", Standing(candidate.Sources));
        Add("suffers", Standing(candidate.Targets));
        Add("before", type + candidate.Trigger.Words[0].Previous?.Lemma.ToLowerInvariant());
        Add("after", type + candidate.Trigger.Words[^1].Next?.Upos);
        Add("framesides", candidate.Frame.Name + " " + source + " " + target);
        Add("above", head.Head is { } above ? above.Lemma.ToLowerInvariant() + " " + head.Deprel : "");
        Add("object", candidate.Frame.Name + " " + (candidate.Trigger.Object ?? Clauses.Patient(head))?.Lemma.ToLowerInvariant());
        if ((candidate.Trigger.Object ?? Clauses.Patient(head)) is { } thing && classes.Sense(thing) is { Length: > 0 } sense)
            Add("objectsense", sense);
        Add("sourcesense", type + Sense(candidate.Sources));
        Add("targetsense", type + Sense(candidate.Targets));
        Add("tone", Tones.Of(head, classes));
        Add("where", report.IndexOf(head.Sentence) switch { _ when report.Length == 1 => "alone", 0 => "title", < 4 => "lead", _ => "body" });
        Add("person", head.Sentence.Tokens.Any(t => t.Upos == Upos.PRON && t.Lemma.ToLowerInvariant() is "i" or "we" or "you") ? type : "");
        Add("said.own", candidate.Statement is { } said ? said.Form + (candidate.Sources.Exists(s => ReferenceEquals(s.Entity, said.Speaker)) ? "own" : "") : "");
        Add("length", Math.Min(head.Sentence.Tokens.Length / 12, 4).ToString(CultureInfo.InvariantCulture));
        foreach (Token child in head.Children)
        {
            if (child.Is("aux") && child.Upos == Upos.AUX)
                Add("aux", child.Lemma.ToLowerInvariant());
            else if (child.Is("det"))
                Add("det", child.Lemma.ToLowerInvariant());
            // Who or what stands there as if it had a part, and was given none.
            if ((child.Is("nsubj") || child.Is("obj") || child.Is("iobj") || child.Is("obl") || (child.Is("nmod") && candidate.Trigger.IsNoun)) && !HasRole(child))
                Add("left", child.Relation.ToString() + " " + Preposition(child) + (actors.IsActor(child) ? " actor" : actors.IsPlace(child) ? " place" : " " + child.Upos));
        }
        if (candidate.LinkChance < 1)
            Add("linked", type + (candidate.LinkChance < 0.75f ? "0" : candidate.LinkChance < 0.9f ? "1" : "2"));
        if (guesses.Chances(head, candidate.Trigger.Construction.Pos) is { } chancesOfTypes)
        {
            string here = Step(chancesOfTypes[1 + (int)candidate.Type]), none = Step(chancesOfTypes[0]);
            Add("trigger.type", here);
            Add("trigger.none", none);
            Add("trigger.both", here + none);
        }
        if (candidate.Doubt is { } doubt)
            Add("doubt", doubt);
        if (candidate.Trigger.Guess is { } guess)
        {
            Add("guess", Step(guess));
            Add("wordguess", type + word);
        }
        if (candidate.IsAnswer)
            Add("answer", type);
        AddReport();
        AddAbove();
        AddTogether();
        AddTold();
        if (candidate.Trigger.IsNoun)
            Add("form", Form(head));
        if (model is not null && candidate is { Sources: [var first, ..], Targets: [var second, ..] } && !first.Span.Overlaps(second.Span)
            && Dating.Head(head.Sentence, first.Span) is { } a && Dating.Head(head.Sentence, second.Span) is { } b)
        {
            float[] chances = model.Chances(actorPairs.OfType(new Pair(a, first.Span, b, second.Span), sentence));
            int at = model.Types.IndexOf(PairCoder.Root(candidate.Type));
            float chance = at < 0 ? 0 : chances[at];
            Add("chance", chance < 0.1f ? "0" : chance < 0.35f ? "1" : chance < 0.7f ? "2" : "3");
        }
        pairs.AddTo(found);
        return [.. found.Distinct()];

        string Sense(List<Filler> role) => role is [var filler, ..] && Dating.Head(head.Sentence, filler.Span) is { } named ? classes.Sense(named) : "";

        bool HasRole(Token part) => candidate.Sources.Concat(candidate.Targets)
            .Any(f => f.Span.Contains(part.Span) || (Dating.Head(head.Sentence, f.Span) is { } filler && (filler.IsWithin(part) || part.IsWithin(filler))));

        // What is told more than once is likelier so; reports of talk, of one's own life and of world affairs differ in how much happens in them.
        void AddReport()
        {
            int again = 0, beside = 0, named = 0, namedHere = 0;
            foreach (Candidate other in all)
            {
                if (ReferenceEquals(other, candidate) || other.Type != candidate.Type || ReferenceEquals(other.Trigger.Head.Sentence, head.Sentence))
                    continue;
                bool one = Shares(other.Sources, candidate.Sources), two = Shares(other.Targets, candidate.Targets);
                again += one && two ? 1 : 0;
                beside += one != two ? 1 : 0;
                // Whom this telling leaves open another may name.
                bool names = (candidate.Sources.Count == 0 && other.Sources.Count > 0) || (candidate.Targets.Count == 0 && other.Targets.Count > 0);
                named += names ? 1 : 0;
                namedHere += names && (one || two) ? 1 : 0;
            }
            if (candidate.Sources.Count == 0 || candidate.Targets.Count == 0)
            {
                string open = (candidate.Sources.Count == 0 ? "s" : "t") + (candidate.Trigger.IsNoun ? "n" : "v");
                Add("report.named", open + Math.Min(named, 3).ToString(CultureInfo.InvariantCulture));
                Add("report.namedhere", open + Math.Min(namedHere, 2).ToString(CultureInfo.InvariantCulture));
            }
            Add("report.again", Math.Min(again, 2).ToString(CultureInfo.InvariantCulture));
            Add("report.beside", Math.Min(beside, 3).ToString(CultureInfo.InvariantCulture));
            Add("report.density", report.Length == 1 ? "alone" : Math.Min(all.Count * 4 / Math.Max(1, report.Length), 8).ToString(CultureInfo.InvariantCulture));
            Add("report.states", (all.Count(actors.IsBetweenStates) * 4 / Math.Max(1, all.Count)).ToString(CultureInfo.InvariantCulture));
            Add("report.public", (all.Count(c => c.Sources.Exists(s => actors.IsPublic(s.Entity))) * 4 / Math.Max(1, all.Count)).ToString(CultureInfo.InvariantCulture));
            Add("report.forces", (all.Count(c => c.Type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Protest) * 4 / Math.Max(1, all.Count)).ToString(CultureInfo.InvariantCulture));
            Add("report.own", _ownWords.Value.ToString(CultureInfo.InvariantCulture));
            Add("report.length", Math.Min(report.Length / 12, 5).ToString(CultureInfo.InvariantCulture));
        }

        // What three of these say together (for two there is FeaturePairs), and how much of the sentence says the like.
        void AddTogether()
        {
            string open = (candidate.Sources.Count == 0 ? "s" : "") + (candidate.Targets.Count == 0 ? "t" : "");
            Add("typetensesource", type + Tense(head) + FirstPhrase(candidate.Sources));
            Add("frameopen", candidate.Frame.Name + open + candidate.Status);
            Add("campaign", isOfCampaign ? "yes" : "");
            Add("campaign.open", type + open + isOfCampaign);
            int rivals = 0, doubles = 0;
            foreach (Candidate other in sentence)
            {
                if (ReferenceEquals(other, candidate))
                    continue;
                rivals += ReferenceEquals(other.Trigger.Head, head) ? 1 : 0;
                doubles += other.Type == candidate.Type && Shares(other.Sources, candidate.Sources) && Shares(other.Targets, candidate.Targets) ? 1 : 0;
            }
            Add("rivals", Math.Min(rivals, 2).ToString(CultureInfo.InvariantCulture));
            Add("doubles", type + Math.Min(doubles, 2).ToString(CultureInfo.InvariantCulture));
        }

        // Of whom the clause below the word tells: who warns that others will suffer threatens nobody. And which events stand below this one, and above it.
        void AddTold()
        {
            if (head.Children.FirstOrDefault(c => c.Is("ccomp") || c.Is("xcomp")) is { } told)
            {
                string who = told.Child("nsubj") is not { } subject ? Clauses.IsInfinitive(told) ? "to" : "nobody"
                    : actors.Resolve(subject, strict: true) is not [var named, ..] ? subject.Upos.ToString()
                    : candidate.Sources.Exists(s => ReferenceEquals(s.Entity, named.Entity)) ? "source"
                    : candidate.Targets.Exists(t => ReferenceEquals(t.Entity, named.Entity)) ? "target" : "other";
                Add("told", who);
                Add("told.tense", type + who + Tense(told));
                Add("told.tone", type + who + Tones.Of(told, classes));
            }
            foreach (Candidate other in sentence)
            {
                if (ReferenceEquals(other, candidate) || ReferenceEquals(other.Trigger.Head, head))
                    continue;
                string does = Shares(other.Sources, candidate.Sources) ? "source" : Shares(other.Sources, candidate.Targets) ? "target" : other.Sources.Count == 0 ? "nobody" : "other";
                string suffers = Shares(other.Targets, candidate.Sources) ? "source" : Shares(other.Targets, candidate.Targets) ? "target" : other.Targets.Count == 0 ? "nobody" : "other";
                if (Through(other.Trigger.Head, head) is { } below)
                {
                    Add("tells", type + other.Type + below);
                    Add("tells.status", type + other.Type + below + other.Status);
                    Add("tells.who", type + other.Type + below + does + suffers);
                }
                else if (Through(head, other.Trigger.Head) is { } above)
                {
                    Add("toldby", type + other.Type + above + candidate.Status);
                    Add("toldby.frame", type + other.Frame.Name + above);
                    Add("toldby.who", type + other.Type + above + does + suffers);
                }
            }
        }

        string FirstPhrase(List<Filler> role) => role is [var filler, ..] && Dating.Head(head.Sentence, filler.Span) is { } named ? Phrase(named) : "";

        static bool Shares(List<Filler> some, List<Filler> others) => some.Exists(s => others.Exists(o => ReferenceEquals(o.Entity, s.Entity)));

        // Whether it may, should, did not happen is often said by a verb further up.
        void AddAbove()
        {
            foreach (Token verb in head.Ancestors().Take(3))
            {
                foreach (Token child in verb.Children)
                {
                    if (child.Is("aux") && child.Xpos == "MD")
                        Add("above.modal", child.Lemma.ToLowerInvariant());
                    else if (child.Lemma.ToLowerInvariant() is "not" or "n't" or "never")
                        Add("above.not");
                }
            }
        }

        // Whom the model of roles would choose, and how sure it is that who has the role has it.
        void AddLinks(string role, List<Filler> fillers, bool isSource)
        {
            if (model is null)
                return;
            float chosen = -1, rival = 0;
            foreach (Filler filler in fillers)
                Add(role + ".known", How(filler));
            List<(Token Word, Filler Filler)> there = [.. actors.In(head.Sentence)];
            foreach ((Token word, Filler filler) in there)
            {
                float chance = model.Link(links.Of(candidate, word, filler, isSource, sentence, there));
                if (fillers.Exists(f => ReferenceEquals(f.Entity, filler.Entity)))
                    chosen = MathF.Max(chosen, chance);
                else
                    rival = MathF.Max(rival, chance);
            }
            string sure = chosen < 0 ? fillers.Count == 0 ? "open" : "elsewhere" : Step(chosen), other = Step(rival);
            Add(role + ".sure", sure);
            Add(role + ".rival", sure + other);
        }

        // Where in the sentence the role was found, and what kind of phrase it is.
        void AddRole(string role, List<Filler> fillers)
        {
            if (fillers is not [var filler, ..] || Dating.Head(head.Sentence, filler.Span) is not { } word)
                return;
            string path = ReferenceEquals(word.Head, head) ? word.Deprel : ReferenceEquals(word.Head?.Head, head) ? word.Head!.Deprel + " " + word.Deprel : word.IsWithin(head) ? "below" : "elsewhere";
            Add(role + ".path", path);
            Add(role + ".distance", (word.Index < head.Index ? "-" : "+") + Math.Min(Math.Abs(word.Index - head.Index) / 4, 4).ToString(CultureInfo.InvariantCulture));
            Add(role + ".phrase", Phrase(word));
            Add(role + ".count", Math.Min(fillers.Count, 3).ToString(CultureInfo.InvariantCulture));
            if (word.Upos is Upos.NOUN or Upos.PRON)
                Add(role + ".word", word.Lemma.ToLowerInvariant());
        }
    }

    // How many of a hundred words are "I", "we", "you": in opinion and in talk they are many.
    private readonly Lazy<int> _ownWords = new(() => Math.Min(5,
        100 * report.Sum(s => s.Tokens.Count(t => t.Upos == Upos.PRON && t.Lemma.ToLowerInvariant() is "i" or "we" or "you")) / Math.Max(1, report.Sum(s => s.Tokens.Length))));

    // By which relation what a word stands in hangs on one above it; null when it is not below that one.
    private static string? Through(Token word, Token above)
    {
        for (Token at = word; at.Head is { } head; at = head)
        {
            if (ReferenceEquals(head, above))
                return at.Relation.ToString();
        }
        return null;
    }

    private static string Step(float chance) => chance < 0.1f ? "0" : chance < 0.25f ? "1" : chance < 0.45f ? "2" : chance < 0.65f ? "3" : chance < 0.85f ? "4" : "5";

    // How a pronoun or a noun was taken to mean its entity, and how surely.
    private static string How(Filler filler) => filler.Entity.Mentions.FirstOrDefault(m => m.Span == filler.Span) is { } mention
        ? mention.Kind + mention.Evidence.Rule + (mention.Kind == MentionKind.Name ? "" : ((int)(mention.Evidence.Score * 8)).ToString(CultureInfo.InvariantCulture)) : "";

    // A name; a noun with "the", "a", a possessor, a number; a bare plural, which is often said of a kind.
    private static string Phrase(Token word)
    {
        if (word.Upos is Upos.PROPN or Upos.PRON)
            return word.Upos.ToString();
        string before = word.Children.FirstOrDefault(c => c.Index < word.Index && (c.Is("det") || c.Deprel == "nmod:poss" || c.Is("nummod"))) is { } first
            ? first.Is("det") ? first.Lemma.ToLowerInvariant() : first.Relation.ToString() : "bare";
        return before + " " + word.Xpos;
    }

    // A noun that tells of a deed: "the attack", "its attack", "attacks", "any attack".
    private static string Form(Token noun) =>
        (noun.Children.FirstOrDefault(c => c.Is("det") || c.Deprel == "nmod:poss") is not { } first ? "bare" : first.Is("det") ? first.Lemma.ToLowerInvariant() : "poss") + " " + noun.Xpos;

    private static string Preposition(Token noun) => noun.Child("case")?.Lemma.ToLowerInvariant() ?? "";

    // What one is to the codebook: armed, of a state or a body of it, of a country, of some other sort it knows; else what sort of name, or only a noun.
    private string Standing(List<Filler> role)
    {
        if (role is not [{ Entity: var entity }, ..])
            return "none";
        if (actors.IsArmed(entity))
            return "armed";
        if (actors.IsPublic(entity))
            return "public";
        if (actors.Country(entity) is not null)
            return "country";
        if (actors.Code(entity) is not null)
            return "coded";
        return entity.Type + (entity.Mentions.Any(m => m.Kind == MentionKind.Name) ? "" : " noun");
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
