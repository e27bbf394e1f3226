using Chancery.Language;

namespace Chancery.Names;

/// <summary>
/// The words of a person's name hang on its first word by the relation "flat": where the tree says so of words side by side, they are
/// one name, although the labels break it in two or leave a word of it out. So is a person's name with the proper noun right after it
/// that it is a part of.
/// </summary>
internal static class FlatNames
{
    /// <param name="labels">One for each word of the sentence; changed where the tree joins a word to a person's name.</param>
    public static void Join(Sentence sentence, Span<byte> labels)
    {
        for (int i = 1; i < labels.Length; i++)
        {
            Token token = sentence.Tokens[i], before = sentence.Tokens[i - 1];
            if (labels[i] == 0 && IsPerson(labels[i - 1]) && token.Xpos == "NNP" && before.Head == token && before.Is("compound") && before.Span.End < token.Span.Start)
                labels[i] = NameLabels.Of(NameType.Person, begins: false);
            if (token.Head is not { } head || head.Index >= i || !token.Is("flat") || token.Upos != Upos.PROPN || head.Upos != Upos.PROPN || !Together(sentence, head.Index, i))
                continue;
            bool person = IsPerson(labels[head.Index]) || IsPerson(labels[i]);
            if (!person)
                continue;
            for (int j = head.Index; j <= i; j++)
            {
                bool begins = j == head.Index && !(IsPerson(labels[j]) && NameLabels.Continues(labels[j]));
                labels[j] = NameLabels.Of(NameType.Person, begins);
            }
            // What went on from a label that has changed begins a name of its own.
            if (i + 1 < labels.Length && NameLabels.Continues(labels[i + 1]) && !IsPerson(labels[i + 1]))
                labels[i + 1]--;
        }
    }

    private static bool IsPerson(byte label) => label > 0 && NameLabels.TypeOf(label) == NameType.Person;

    // Nothing but words of the same name, hyphens and points between them.
    private static bool Together(Sentence sentence, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            Token between = sentence.Tokens[i];
            if (between.Head?.Index != first || !(between.Is("flat") || between.Is("punct")) || between.Text is "," or ";" or ":")
                return false;
        }
        return true;
    }
}
