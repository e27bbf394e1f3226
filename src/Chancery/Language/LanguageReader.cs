using System.Collections.Concurrent;
using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language.Encoding;
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

    internal const string ModelName = "en-language";

    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Encoder _encoder;
    private readonly Tagger _tagger;
    private readonly NationalityWords _nationalities;
    private readonly Parser _parser;
    private readonly Lemmatizer _lemmatizer;
    private readonly byte _datelineLabel;

    // Costly to make and with nothing in them that depends on a report.
    private readonly ConcurrentBag<Desk> _desks = [];

    public LanguageReader(DataPack data, Models models)
    {
        _tokenizer = new Tokenizer(data);
        _splitter = new SentenceSplitter(data);
        _lemmatizer = new Lemmatizer(data);
        _nationalities = new NationalityWords(data);
        ModelFile model = ModelFile.Load(models[ModelName], Encoder.Kind);
        _encoder = new Encoder(data, model);
        _tagger = new Tagger(model, _encoder.Width);
        _parser = new Parser(model, _encoder.Width);
        // What the treebanks call a part that stands beside the sentence without being of it.
        _datelineLabel = (byte)Math.Max(0, _parser.LabelNames.IndexOf("parataxis"));
        NameLabels = model.Labels("names");
    }

    internal NameLists NameLists => _encoder.Lists;

    /// <summary>The labels of names that each word has a score for.</summary>
    internal ImmutableArray<string> NameLabels { get; }

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
        if (!_desks.TryTake(out Desk? desk))
            desk = new Desk();
        int paragraph = -1;
        foreach (SentenceRange range in ranges)
        {
            int count = range.EndToken - range.FirstToken;
            if (count > LongestSentence)
                warnings.Add(Warnings.SentenceTooLong(count, LongestSentence, tokens[range.FirstToken].Cover(tokens[range.EndToken - 1])));
            for (int first = range.FirstToken; first < range.EndToken; first += LongestSentence)
            {
                int end = Math.Min(first + LongestSentence, range.EndToken);
                if (desk.Encoder.Count > 0 && desk.Encoder.Count + end - first > EncoderDesk.Words)
                    Analyse(report, tokens, desk, sentences);
                desk.Add(report, range.Paragraph, tokens, first, end, paragraph == range.Paragraph ? 0 : Dateline.Length(report, tokens.AsSpan(first..end)));
                paragraph = range.Paragraph;
            }
        }
        Analyse(report, tokens, desk, sentences);
        _desks.Add(desk);
        return sentences.ToImmutable();
    }

    // Reads what lies on the desk and clears it.
    private unsafe void Analyse(Report report, ImmutableArray<TextSpan> tokens, Desk desk, ImmutableArray<Sentence>.Builder sentences)
    {
        int n = desk.Encoder.Count, labels = NameLabels.Length;
        if (n > 0)
        {
            desk.Make(n, labels);
            float* vectors = _encoder.Encode(desk.Encoder);
            _tagger.Tag(desk.Encoder.Space, vectors, n, desk.Xpos, desk.Upos, desk.Names);
            _parser.Parse(desk.Encoder, vectors, desk.Heads, desk.Labels);
        }
        int part = 0;
        foreach ((int firstToken, int paragraph, int dateline) in desk.Ranges)
        {
            (int first, int count) = desk.Encoder.Sentences[part++];
            if (dateline > 0)
            {
                int behind = desk.Encoder.Sentences[part++].Count;
                Join(desk.Heads.AsSpan(first, count + behind), desk.Labels.AsSpan(first, count), dateline);
                count += behind;
            }
            ReadOnlySpan<TextSpan> spans = tokens.AsSpan(firstToken, count);
            _nationalities.Correct(report, spans, _tagger, desk.Xpos.AsSpan(first, count), desk.Upos.AsSpan(first, count));
            var analyses = new TokenAnalysis[count];
            for (int i = 0; i < count; i++)
            {
                int at = first + i, head = desk.Heads[at];
                string xpos = _tagger.XposNames[desk.Xpos[at]], deprel = _parser.LabelNames[desk.Labels[at]];
                var upos = (Upos)desk.Upos[at];
                string headXpos = head < 0 ? "" : _tagger.XposNames[desk.Xpos[first + head]];
                string lemma = _lemmatizer.Lemma(report[spans[i]].ToString(), upos, xpos, deprel, headXpos);
                analyses[i] = new TokenAnalysis(spans[i], lemma, upos, xpos, head, deprel);
            }
            sentences.Add(new Sentence(report, sentences.Count, paragraph, analyses) { Dateline = dateline, NameScores = desk.Names[(first * labels)..((first + count) * labels)] });
        }
        desk.Clear();
    }

    // A dateline is read by itself, or it would be taken for the subject of what follows; its tree hangs on that of what follows.
    private void Join(Span<int> heads, Span<byte> labels, int dateline)
    {
        int root = heads[dateline..].IndexOf(-1) + dateline;
        for (int i = dateline; i < heads.Length; i++)
            heads[i] += heads[i] < 0 ? 0 : dateline;
        int own = heads[..dateline].IndexOf(-1);
        (heads[own], labels[own]) = (root, _datelineLabel);
    }

    /// <summary>Working space for one report at a time.</summary>
    private sealed class Desk
    {
        public EncoderDesk Encoder { get; } = new();

        /// <summary>First token, paragraph and length of the dateline of each sentence laid out; a dateline is laid out by itself.</summary>
        public List<(int FirstToken, int Paragraph, int Dateline)> Ranges { get; } = [];
        public byte[] Xpos { get; private set; } = [];
        public byte[] Upos { get; private set; } = [];
        public int[] Heads { get; private set; } = [];
        public byte[] Labels { get; private set; } = [];
        public float[] Names { get; private set; } = [];

        public void Add(Report report, int paragraph, ImmutableArray<TextSpan> tokens, int first, int end, int dateline)
        {
            dateline = first + dateline < end ? dateline : 0;
            Ranges.Add((first, paragraph, dateline));
            Encoder.Begin();
            for (int i = first; i < end; i++)
            {
                if (dateline > 0 && i == first + dateline)
                    Encoder.Begin();
                Encoder.Add(report[tokens[i]]);
            }
        }

        public void Make(int tokens, int labels)
        {
            if (Xpos.Length >= tokens)
                return;
            (Xpos, Upos, Heads, Labels, Names) = (new byte[tokens], new byte[tokens], new int[tokens], new byte[tokens], new float[tokens * labels]);
        }

        public void Clear()
        {
            Encoder.Clear();
            Ranges.Clear();
        }
    }
}
