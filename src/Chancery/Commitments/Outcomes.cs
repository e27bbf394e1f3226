using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Commitments;

/// <summary>What the report itself tells of the outcome: by the clause around the promise, or by what it says next of the same actor or thing.</summary>
internal sealed class Outcomes(CommitmentWords words, Cast cast, ActorFinder actors)
{
    private const int SentencesAhead = 2;

    // Too common to say that two clauses are about one thing.
    private static readonly string[] Empty = ["be", "have", "do", "make", "go", "get", "take", "give", "say", "country", "day", "year", "month", "week", "time", "people", "president", "minister", "government"];

    public void Tell(Draft draft, ImmutableArray<Sentence> sentences, ImmutableArray<Event> events, DateOnly? published)
    {
        // "broke its promise to": the verb that has the commitment for its object tells at once.
        if (Self(draft.Maker) is { } self)
        {
            (draft.Outcome, draft.OutcomeEvidence) = (self.Says, SpanList.Of([self.Verb.Span, draft.Maker.Span]));
            return;
        }
        if (draft.Kind is CommitmentKind.Demand or CommitmentKind.Threat or CommitmentKind.Offer && draft.DueTo is null)
            return;
        bool ahead = draft.DueTo is { } due && published is { } day && due >= day;
        draft.Outcome = ahead ? CommitmentOutcome.Open : null;
        if (draft.Kind is CommitmentKind.Demand or CommitmentKind.Threat or CommitmentKind.Offer or CommitmentKind.Scheduled)
            return;
        if (Resumed(draft, events) is { } again)
        {
            (draft.Outcome, draft.OutcomeEvidence) = (CommitmentOutcome.Unkept, again.Trigger);
            return;
        }
        foreach ((Token clause, bool near) in Later(draft, sentences))
        {
            if (Says(clause, draft, near) is not { } says || (ahead && says == CommitmentOutcome.Unkept))
                continue;
            (draft.Outcome, draft.OutcomeEvidence) = (says, DraftFinder.Joined(clause.Sentence, [.. clause.Subtree().Where(t => !t.IsWithin(draft.Maker) || ReferenceEquals(clause, draft.Maker)).Select(t => t.Span)]));
            return;
        }
    }

    private (CommitmentOutcome Says, Token Verb)? Self(Token promise) =>
        promise.Upos == Upos.NOUN && promise.Head is { Upos: Upos.VERB } verb && (promise.Is("obj") || promise.Deprel == "nsubj:pass")
        && !verb.Children.Any(c => c.Lemma.ToLowerInvariant() is "not" or "n't" or "never") && words.Cue(verb, "self") is { } says ? (says, verb) : null;

    // "Promised to stop kidnapping. It has since taken 26 people": the same act by the same actor, told after the promise.
    private static Event? Resumed(Draft draft, ImmutableArray<Event> events)
    {
        if (draft.By is not { } by || draft.Deed.Lemma is not ("stop" or "end" or "halt" or "cease" or "refrain" or "avoid" or "suspend"))
            return null;
        int end = draft.Maker.Sentence.Span.End;
        var named = draft.Deed.Subtree().SelectMany(t => events.Where(e => e.Trigger.Overlaps(t.Span))).Select(e => e.Type).ToHashSet();
        return events.FirstOrDefault(e => e.Trigger[0].Start >= end && e.Status is EventStatus.Happened or EventStatus.Ongoing && e.Sources.Contains(by.Entity)
            && (named.Contains(e.Type) || (named.Count == 0 && e.Type is EventType.Assault or EventType.Coerce)));
    }

    /// <summary>Clauses that may tell, nearest first: those around the promise, then the ones after it.</summary>
    private static IEnumerable<(Token Clause, bool Near)> Later(Draft draft, ImmutableArray<Sentence> sentences)
    {
        Sentence own = draft.Maker.Sentence;
        foreach (Token up in draft.Maker.Ancestors())
        {
            // "was refused access although Iran had promised", "handed over the wheat that it promised"
            if (up.Upos == Upos.VERB && !up.Is("acl"))
                yield return (up, true);
        }
        foreach (Token token in own.Tokens)
        {
            if (token.Index > draft.Maker.Index && token.Upos == Upos.VERB && (token.Is("parataxis") || token.Is("conj") || AfterSemicolon(token)) && !token.IsWithin(draft.Deed))
                yield return (token, true);
        }
        for (int i = own.Index + 1; i <= own.Index + SentencesAhead && i < sentences.Length; i++)
        {
            foreach (Token token in sentences[i].Tokens)
            {
                if (token.Head is null || token.Upos == Upos.VERB && (token.Is("conj") || token.Is("parataxis") || token.Is("ccomp")))
                    yield return (token, i == own.Index + 1);
            }
        }
    }

    private static bool AfterSemicolon(Token verb) => verb.Sentence.Tokens.Take(verb.Index).Any(t => t.Text == ";") && verb.Xpos is "VBD" or "VBN";

    private CommitmentOutcome? Says(Token clause, Draft draft, bool near)
    {
        // "It withdrew the promise last week."
        if (near && Clauses.Patient(clause) is { } patient && !ReferenceEquals(patient, draft.Maker) && words.Of(patient) is not null && Self(patient) is { } self && SameActor(clause, draft))
            return self.Says;
        // "The deadline passed."
        if (near && draft.DueTo is not null && (clause.Lemma is "pass" or "expire" or "lapse") && clause.Child("nsubj") is { Lemma: "deadline" or "date" or "day" })
            return CommitmentOutcome.Unkept;
        CommitmentOutcome? deed = null;
        bool negated = false;
        foreach (Token child in clause.Children.Prepend(clause).Concat(clause.Child("nsubj")?.Children ?? []))
        {
            bool negation = child.Upos != Upos.VERB && words.Cue(child, "deed") == CommitmentOutcome.Unkept;
            negated |= negation && !(child.IsLemma("no") && child.Is("discourse"));
            if (child.Upos == Upos.VERB && (ReferenceEquals(child, clause) || child.Is("xcomp")))
                deed ??= words.Cue(child, "deed");
        }
        bool same = SameActor(clause, draft), about = About(clause, draft) || ReferenceEquals(draft.Deed, Clauses.Patient(clause)) || (near && DoesSo(clause));
        // "cancelled the plan", "the payment was delayed": who puts off or calls off something definite speaks of what was just promised.
        // Said before the promise, in "postponed the release and promised it for May", it is of an earlier one.
        if (deed is CommitmentOutcome.Postponed or CommitmentOutcome.Cancelled && !negated && ReferenceEquals(clause.Sentence, draft.Maker.Sentence) && clause.Index < draft.Maker.Index && draft.Maker.Deprel != "acl:relcl")
            return null;
        if (deed is CommitmentOutcome.Postponed or CommitmentOutcome.Cancelled && !negated)
            return about || (near && IsDefinite(Clauses.Patient(clause))) ? deed : null;
        if (!same && !about && !(near && clause.Children.Any(c => c.IsLemma("instead"))) && !(near && (IsBare(clause) || ReferenceEquals(draft.Maker.Head, clause) && draft.Maker.Is("acl"))))
            return null;
        // Something else the same actor did or did not do tells nothing, unless it is past the day or speaks of the same thing.
        bool past = draft.DueTo is not null;
        bool instead = near && clause.Children.Any(c => c.IsLemma("instead")) && clause.Head is null;
        if (negated && (about || past || instead || (near && draft.Maker.Is("advcl"))))
            return CommitmentOutcome.Unkept;
        if (deed == CommitmentOutcome.Unkept && (about || past || (near && draft.Maker.Is("advcl"))))
            return CommitmentOutcome.Unkept;
        if (deed == CommitmentOutcome.Kept && !negated && (about || ReferenceEquals(draft.Deed, Clauses.Patient(clause))) && IsPast(clause))
            return CommitmentOutcome.Kept;
        return null;
    }

    // "failed to do so", "has yet to do it"
    private static bool DoesSo(Token clause) =>
        clause.Subtree().Any(t => t.IsLemma("do") && t.Upos == Upos.VERB && t.Next?.Text.ToLowerInvariant() is "so" or "it" or "this" or "that");

    private static bool IsDefinite(Token? thing) =>
        thing is { Upos: Upos.PRON } || thing is { Upos: Upos.NOUN } && thing.Children.Any(c => (c.Is("det") && c.Lemma.ToLowerInvariant() is "the" or "this" or "that") || c.Deprel == "nmod:poss");

    // "None had arrived": the subject stands for what was promised.
    private static bool IsBare(Token clause) =>
        clause.Child("nsubj") is { } subject && (subject.Upos is Upos.PRON && subject.Lemma.ToLowerInvariant() is "none" or "nobody" or "neither" || subject.IsLemma("none"));

    private static bool IsPast(Token clause) => clause.Xpos is "VBD" or "VBN" && !clause.Children.Any(c => c.Is("aux") && c.Xpos == "MD");

    private bool SameActor(Token clause, Draft draft)
    {
        if (draft.By is not { } by || Clauses.Surface(clause) is not { } subject)
            return false;
        return actors.Resolve(subject).Any(f => ReferenceEquals(f.Entity, by.Entity) || (cast[f.Entity]?.Country is { } c && c == cast[by.Entity]?.Country && IsBody(f.Entity) && IsBody(by.Entity)));
    }

    private static bool IsBody(Entity entity) => entity.Type is not Names.NameType.Person;

    private static bool About(Token clause, Draft draft)
    {
        // "the last of them were installed"
        if (ReferenceEquals(clause.Sentence, draft.Maker.Sentence) && clause.Index > draft.Deed.Index && clause.Child("nsubj") is { } subject && subject.Subtree().Any(t => t.Text.ToLowerInvariant() is "them" or "they" or "it" or "which"))
            return true;
        var promised = draft.Deed.Subtree().Where(IsContentWord).Select(t => t.Lemma.ToLowerInvariant()).ToHashSet();
        return clause.Subtree().Any(t => !t.IsWithin(draft.Deed) && !t.IsWithin(draft.Maker) && IsContentWord(t) && promised.Contains(t.Lemma.ToLowerInvariant()));
    }

    private static bool IsContentWord(Token token) =>
        token.Upos is Upos.NOUN or Upos.VERB && token.Lemma.Length > 2 && !Empty.Contains(token.Lemma.ToLowerInvariant());
}
