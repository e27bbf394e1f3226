using Chancery.Language;

namespace Chancery.Events;

/// <summary>"Condemned Russia's attack on Kyiv": who is blamed or praised for a deed is its doer, not the one who suffered it.</summary>
internal static class Reactions
{
    /// <param name="sentence">All candidates of the sentence, with their roles.</param>
    public static void Aim(List<Candidate> sentence)
    {
        foreach (Candidate reaction in sentence)
        {
            if (reaction.Type is not (EventType.Accuse or EventType.Support) || reaction.Targets.Count == 0)
                continue;
            foreach (Candidate deed in sentence)
            {
                // A meeting or a pact is as much the act of the one who stands in its target.
                if (!deed.Trigger.IsNoun || deed.Frame.Mutual || !deed.Trigger.Head.IsWithin(reaction.Trigger.Head) || reaction.Trigger.Words.Contains(deed.Trigger.Head))
                    continue;
                int suffering = reaction.Targets.RemoveAll(t =>
                    Dating.Head(deed.Trigger.Head.Sentence, t.Span) is { } word && !word.Is("nsubj") && word.IsWithin(deed.Trigger.Head) && !ReferenceEquals(word, deed.Trigger.Head)
                    && !deed.Sources.Exists(s => ReferenceEquals(s.Entity, t.Entity)));
                if (suffering > 0 && reaction.Targets.Count == 0)
                    reaction.Targets.AddRange(deed.Sources.Where(s => !reaction.Sources.Exists(o => ReferenceEquals(o.Entity, s.Entity))));
            }
        }
    }
}
