using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language.Sentences;
using Chancery.Language.Tags;
using Chancery.Language.Tokens;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Language;

/// <summary>From a report's characters to sentences with tags and trees: tokens, sentences, tags, lemmas, trees in this order.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class LanguageReader
{
    // Longer ones are no sentences but lists and tables; no tree says anything about them as a whole. Cut here, no later stage
    // meets a sentence that takes it long.
    private const int LongestSentence = 250;

    // A stray control character or two does not make a short text a picture.
    private const int FewestOddCharacters = 20;

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Tagger _tagger;
    private readonly NationalityWords _nationalities;
    private readonly Parser _parser;
    private readonly Lemmatizer _lemmatizer;

    public LanguageReader(DataPack data, Models models)
    {
        _tokenizer = new Tokenizer(data);
        _splitter = new SentenceSplitter(data);
        _lemmatizer = new Lemmatizer(data);
        _nationalities = new NationalityWords(data);
        _tagger = new Tagger(ModelFile.Load(models["en-tags"], Tagger.Kind));
        _parser = new Parser(ModelFile.Load(models["en-trees"], Parser.Kind));
    }

    /// <returns>Sentences in text order; every character that is not white space is in exactly one token. Never throws, whatever the text.</returns>
    public ImmutableArray<Sentence> Read(Report report, ICollection<Warning> warnings)
    {
        if (LanguageCheck.CharactersThatAreNoText(report.Text) is var odd and > FewestOddCharacters && odd * 10 > report.Text.Length)
        {
            warnings.Add(Warnings.NotText(odd, report.Text.Length));
            return [];
        }
        if (LanguageCheck.OtherThanEnglish(report) is { } other)
        {
            warnings.Add(Warnings.LanguageNotRead(other));
            return [];
        }
        ImmutableArray<TextSpan> tokens = _tokenizer.Tokenize(report);
        if (tokens.IsEmpty)
            warnings.Add(Warnings.EmptyText());
        ImmutableArray<SentenceRange> ranges = _splitter.Split(report, tokens);
        var sentences = ImmutableArray.CreateBuilder<Sentence>(ranges.Length);
        var desk = new Desk();
        foreach (SentenceRange range in ranges)
        {
            int count = range.EndToken - range.FirstToken;
            if (count > LongestSentence)
                warnings.Add(Warnings.SentenceTooLong(count, LongestSentence, tokens[range.FirstToken].Cover(tokens[range.EndToken - 1])));
            for (int first = range.FirstToken; first < range.EndToken; first += LongestSentence)
            {
                int end = Math.Min(first + LongestSentence, range.EndToken);
                sentences.Add(Read(report, sentences.Count, range.Paragraph, tokens.AsSpan(first..end), desk));
            }
        }
        return sentences.ToImmutable();
    }

    private Sentence Read(Report report, int index, int paragraph, ReadOnlySpan<TextSpan> tokens, Desk desk)
    {
        desk.Make(tokens.Length);
        for (int i = 0; i < tokens.Length; i++)
            desk.Words[i] = WordCodes.Of(report[tokens[i]]);
        _tagger.Tag(desk.Words.AsSpan(0, tokens.Length), desk.Xpos, desk.Upos);
        _nationalities.Correct(report, tokens, _tagger, desk.Xpos, desk.Upos);
        _parser.Parse(desk.Parser, desk.Words.AsSpan(0, tokens.Length), desk.Xpos.AsSpan(0, tokens.Length), desk.Upos.AsSpan(0, tokens.Length),
            desk.Heads.AsSpan(0, tokens.Length), desk.Labels);
        var analyses = new TokenAnalysis[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            string xpos = _tagger.XposNames[desk.Xpos[i]];
            var upos = (Upos)desk.Upos[i];
            string deprel = _parser.LabelNames[desk.Labels[i]];
            string headXpos = desk.Heads[i] < 0 ? "" : _tagger.XposNames[desk.Xpos[desk.Heads[i]]];
            string lemma = _lemmatizer.Lemma(report[tokens[i]].ToString(), upos, xpos, deprel, headXpos);
            analyses[i] = new TokenAnalysis(tokens[i], lemma, upos, xpos, desk.Heads[i], deprel);
        }
        return new Sentence(report, index, paragraph, analyses);
    }

    /// <summary>Working space for one report.</summary>
    private sealed class Desk
    {
        public ParserState Parser { get; } = new();
        public WordCodes[] Words { get; private set; } = [];
        public byte[] Xpos { get; private set; } = [];
        public byte[] Upos { get; private set; } = [];
        public int[] Heads { get; private set; } = [];
        public byte[] Labels { get; private set; } = [];

        public void Make(int tokens)
        {
            if (Words.Length >= tokens)
                return;
            int size = Math.Max(64, tokens * 3 / 2);
            (Words, Xpos, Upos, Heads, Labels) =
                (new WordCodes[size], new byte[size], new byte[size], new int[size], new byte[size]);
        }
    }
}
