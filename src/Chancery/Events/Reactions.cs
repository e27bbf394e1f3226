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
            if (reaction.Type == EventType.Protest && reaction.Targets.Count == 0)
                Demand(reaction, sentence);
            if (reaction.Type is EventType.Request or EventType.Threaten && !reaction.Trigger.IsNoun)
                Address(reaction, sentence);
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

    // "marched to demand that the army go", "took to the streets, calling on the governor to resign": one protests against whom one makes demands of or blames.
    private static void Demand(Candidate protest, List<Candidate> sentence)
    {
        foreach (Candidate words in sentence)
        {
            Token verb = words.Trigger.Head;
            while (verb.Is("conj") && verb.Head is { Upos: Upos.VERB } first)
                verb = first;
            if (words.Type is EventType.Request or EventType.Accuse && words.Frame.Name != "request.release" && !words.Trigger.IsNoun && ReferenceEquals(verb.Head, protest.Trigger.Head) && (verb.Is("advcl") || verb.Is("xcomp") || verb.Is("acl"))
                && (Clauses.IsInfinitive(verb) || verb.Xpos == "VBG"))
            {
                protest.Targets.AddRange(words.Targets.Where(t => !protest.Sources.Exists(s => ReferenceEquals(s.Entity, t.Entity))));
                return;
            }
        }
    }

    // "telephoned the king and urged restraint", "met the minister to ask for help": one speaks to whom one has met.
    private static void Address(Candidate words, List<Candidate> sentence)
    {
        Token verb = words.Trigger.Head;
        // "wrote to the head of the agency threatening to leave it", with the threat hung on the one addressed
        if (verb is { Xpos: "VBG", Head: { } addressed } && verb.Deprel == "acl"
            && sentence.Find(c => c.Frame.Name is "consult.letter" or "consult.phone" or "consult.speak" && !c.Trigger.IsNoun && c.Trigger.Head.Index < addressed.Index && addressed.IsWithin(c.Trigger.Head) && c.Targets.Exists(t => words.Sources.Exists(s => ReferenceEquals(s.Entity, t.Entity)))) is { Sources.Count: > 0 } sent)
        {
            words.Sources.Clear();
            words.Sources.AddRange(sent.Sources);
            words.Targets.Clear();
            words.Targets.AddRange(sent.Targets);
            return;
        }
        if (words.Targets.Count > 0)
            return;
        if (verb.Head is { } before && before.Index < verb.Index && verb.Child("nsubj") is null && (verb.Is("conj") || (verb.Is("advcl") && (Clauses.IsInfinitive(verb) || verb.Xpos == "VBG")))
            && sentence.Find(c => c.Type == EventType.Consult && !c.Trigger.IsNoun && ReferenceEquals(c.Trigger.Head, before) && c.Frame.Name is not ("consult.attend" or "consult.mediate")) is { Targets: [var one] })
        {
            words.Targets.AddRange(words.Sources.Exists(s => ReferenceEquals(s.Entity, one.Entity)) ? [] : [one]);
        }
    }
}
