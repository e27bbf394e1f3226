using Chancery.Language;

namespace Chancery.Events;

/// <summary>Whether words praise or blame: "called him a hero", "described the plan as a sham".</summary>
internal static class Tones
{
    // What is said of somebody stands near; a long quotation speaks of much else.
    private const int Words = 25;

    /// <summary>What the words that hang on a verb or noun say: "praise", "blame", "mixed"; empty where they say neither.</summary>
    /// <param name="word">A verb that stands beside what is said ("…, he said") is taken with it.</param>
    public static string Of(Token word, WordClasses classes)
    {
        Token top = word.Is("parataxis") && word.Head is { } said ? said : word;
        int praise = 0, blame = 0, seen = 0;
        foreach (Token token in word.Sentence.Tokens)
        {
            if (ReferenceEquals(token, word) || !token.IsWithin(top) || token.Upos is not (Upos.NOUN or Upos.ADJ or Upos.ADV or Upos.VERB) || ++seen > Words)
                continue;
            int polarity = classes.Polarity(token);
            // "not brave", "never lied"
            if (polarity != 0 && token.Children.Any(c => c.Lemma.ToLowerInvariant() is "not" or "n't" or "never" or "no"))
                polarity = -polarity;
            praise += polarity > 0 ? 1 : 0;
            blame += polarity < 0 ? 1 : 0;
        }
        return (praise, blame) switch { (0, 0) => "", (_, 0) => "praise", (0, _) => "blame", _ => praise > blame ? "praise mixed" : blame > praise ? "blame mixed" : "mixed" };
    }
}
