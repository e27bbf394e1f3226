using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Learning;

namespace Chancery.Statements;

/// <summary>A sentence in numbers: what its words are to any cue, told once for all of them.</summary>
internal sealed class SentenceView
{
    public SentenceView(Sentence sentence)
    {
        Tokens = sentence.Tokens;
        int n = Tokens.Length;
        (Word, Xpos, Relation) = (new uint[n], new uint[n], new uint[n]);
        (Left, Right, Commas, Finite) = (new int[n], new int[n], new int[n + 1], new int[n + 1]);
        Span<char> small = stackalloc char[48];
        for (int i = 0; i < n; i++)
        {
            Token token = Tokens[i];
            string lemma = token.Lemma;
            Word[i] = lemma.Length <= small.Length ? FeatureHash.Of(small[..lemma.AsSpan().ToLowerInvariant(small)]) : FeatureHash.Of(lemma);
            Xpos[i] = FeatureHash.Of(token.Xpos);
            Relation[i] = FeatureHash.Of(token.Deprel);
            (Left[i], Right[i]) = (i, i);
            Commas[i + 1] = Commas[i] + (token.Text is "," or "—" or "–" or "--" ? 1 : 0);
            Finite[i + 1] = Finite[i] + (token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" ? 1 : 0);
        }
        // Edges of what stands below each word: a word counts for all of its heads.
        for (int i = 0; i < n; i++)
        {
            for (Token? up = Tokens[i].Head; up is not null; up = up.Head)
            {
                if (Left[up.Index] <= i && Right[up.Index] >= i && i != up.Index)
                    break;
                (Left[up.Index], Right[up.Index]) = (Math.Min(Left[up.Index], i), Math.Max(Right[up.Index], i));
            }
        }
        (Opener, Closer) = (new int[n], new int[n]);
        Array.Fill(Opener, -1);
        Array.Fill(Closer, -1);
        for (int i = 0; i < n; i++)
        {
            ref int opener = ref Opener[Left[i]], closer = ref Closer[Right[i]];
            opener = opener < 0 || Right[i] - Left[i] > Right[opener] - Left[opener] ? i : opener;
            closer = closer < 0 || Right[i] - Left[i] > Right[closer] - Left[closer] ? i : closer;
        }
    }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Hashes of lemma, Penn tag and relation.</summary>
    public uint[] Word { get; }
    public uint[] Xpos { get; }
    public uint[] Relation { get; }

    /// <summary>First and last word of what stands below each, itself included.</summary>
    public int[] Left { get; }
    public int[] Right { get; }

    /// <summary>The head of the largest phrase that begins at each word, and of the largest that ends there; -1 for none.</summary>
    public int[] Opener { get; }
    public int[] Closer { get; }

    /// <summary>How many commas and dashes, and how many finite verbs, stand before each place.</summary>
    public int[] Commas { get; }
    public int[] Finite { get; }

    public uint WordAt(int index) => index < 0 ? 1u : index >= Word.Length ? 2u : Word[index];
    public uint UposAt(int index) => index < 0 ? 100u : index >= Word.Length ? 101u : (uint)Tokens[index].Upos;
}
