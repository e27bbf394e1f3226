using System.Collections.Immutable;
using Chancery.Events;
using Chancery.Language;
using Chancery.Statements;

namespace Chancery.Commitments;

/// <summary>A speaker who says that he himself will do something binds himself: "the ministry said it would decide in May".</summary>
internal static class FromStatements
{
    private static readonly string[] States = ["be", "have", "like", "want", "know", "think", "believe", "see", "hope", "love", "prefer", "need", "become", "seem", "remain", "happen", "lose", "win", "die"];

    public static IEnumerable<Draft> Find(Sentence sentence, ImmutableArray<Statement> statements, ImmutableArray<Event> events, ActorFinder actors, List<Draft> sofar)
    {
        var made = new List<Draft>();
        foreach (Token verb in sentence.Tokens)
        {
            if (verb.Upos != Upos.VERB || States.Contains(verb.Lemma) || Clauses.IsPassive(verb) || !IsFuture(verb) || verb.Child("nsubj") is not { } subject
                || sofar.Concat(made).Any(d => d.Deed.Sentence == sentence && (verb.IsWithin(d.Deed) || ReferenceEquals(d.Maker, verb))))
            {
                continue;
            }
            Statement? said = statements.FirstOrDefault(s => s.Kind is StatementKind.Says or StatementKind.Writes && s.Content.Any(c => c.Contains(verb.Span)));
            if (said?.Speaker is not { } speaker || !actors.Resolve(subject, strict: true).Any(f => ReferenceEquals(f.Entity, speaker)))
                continue;
            // Who announces that he will do harm threatens.
            bool hostile = events.Any(e => e.Quad.EndsWith("conflict", StringComparison.Ordinal) && e.Status is EventStatus.Planned or EventStatus.Possible && verb.Subtree().Any(t => e.Trigger.Any(s => s.Contains(t.Span))));
            made.Add(new Draft(hostile ? CommitmentKind.Threat : CommitmentKind.Pledge, verb, verb)
            {
                Rule = "commitments.says-will",
                Score = 0.5f,
                By = new Filler(speaker, subject.Span),
                Condition = DraftFinder.Condition(verb, verb),
                Content = DraftFinder.Joined(sentence, [.. verb.Subtree().Where(t => t.Index >= verb.Index).Select(t => t.Span)]),
            });
        }
        return made;
    }

    private static bool IsFuture(Token verb)
    {
        bool future = false;
        foreach (Token child in verb.Children)
        {
            string lemma = child.Lemma.ToLowerInvariant();
            if (lemma is "not" or "n't" or "never" or "have" && child.Is("aux"))
                return false;
            if (child.IsLemma("rather"))
                return false;       // "would rather" is a taste
            future |= child.Is("aux") && lemma is "will" or "would" or "'ll" or "shall";
        }
        return future && !verb.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "if" or "unless");
    }
}
