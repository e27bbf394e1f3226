using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Training.Statements;

/// <summary>A word that may attribute, and whether it does.</summary>
internal sealed record CueExample(uint[] Features, bool Attributes);

/// <summary>The words around a cue, and what each is to it.</summary>
internal sealed record SpanExample(uint[][] Features, byte[] Labels, int Cue);

/// <summary>What the statement model learns from: articles in the marks of our own reader, compared with what people marked.</summary>
internal sealed class StatementExamples
{
    public List<CueExample> Cues { get; } = [];
    public List<SpanExample> Spans { get; } = [];

    /// <summary>Attributions whose cue is none of the words that come into question: they cannot be learned.</summary>
    public int Missed { get; private set; }

    public static StatementExamples Read(IEnumerable<AttributedReport> corpus, LanguageReader language, StatementRules rules)
    {
        var examples = new StatementExamples();
        var cues = new ModelCues(rules, null);
        foreach (AttributedReport article in corpus)
            examples.Add(article, language, rules, cues);
        return examples;
    }

    private void Add(AttributedReport article, LanguageReader language, StatementRules rules, ModelCues cues)
    {
        ImmutableArray<Sentence> sentences = language.Read(article.Report, []);
        if (sentences.IsEmpty)
            return;
        var scene = new Scene(article.Report, sentences, QuotationMarks.Find(article.Report, sentences, []));
        Attribution[] attributions = [.. article.Attributions.Where(a => a.Cue.Count > 0 && a.Content.Count > 0)];
        int aligned = 0;
        foreach (Sentence sentence in sentences)
        {
            Attribution[] here = [.. attributions.Where(a => a.Cue.Overlaps(sentence.Span))];
            var view = new SentenceView(sentence);
            List<Draft> ruled = rules.Find(scene, sentence);
            Candidate[] candidates = [.. cues.Candidates(scene, view, ModelCues.ByCue(ruled))];
            var attributes = new Dictionary<Candidate, Attribution>();
            foreach (Attribution attribution in here)
            {
                if (CueOf(candidates.Where(c => !attributes.ContainsKey(c) && attribution.Cue.Overlaps(c.Cue.Span))) is { } cue)
                    attributes.Add(cue, attribution);
            }
            aligned += attributes.Count;
            foreach (Candidate candidate in candidates)
            {
                bool is_ = attributes.TryGetValue(candidate, out Attribution? attribution);
                // Another word of a cue teaches nothing: it is neither the one that counts nor none.
                if (is_ || !here.Any(a => a.Cue.Overlaps(candidate.Cue.Span)))
                    Cues.Add(new CueExample([.. candidate.Features], is_));
                if (is_)
                    Spans.Add(Spanned(view, candidate, attribution!, ruled));
            }
        }
        Missed += attributions.Length - aligned;
    }

    /// <summary>The word of a cue that attributes: the last verb of the tables, else the last word of them, else what the others hang on.</summary>
    private static Candidate? CueOf(IEnumerable<Candidate> within)
    {
        Candidate[] all = [.. within];
        return all.LastOrDefault(c => c.Entry is not null && c.Cue.Upos == Upos.VERB) ?? all.LastOrDefault(c => c.Entry is not null)
            ?? all.FirstOrDefault(c => !all.Any(o => o != c && c.Cue.IsWithin(o.Cue)));
    }

    private static SpanExample Spanned(SentenceView view, Candidate candidate, Attribution attribution, List<Draft> ruled)
    {
        Field field = candidate.Field;
        byte[] labels = SpanLabels.Of(field, attribution.Cue, attribution.Source, attribution.Content);
        var features = new SpanFeatures(view, field, candidate.Cue.Index, candidate.Entry, candidate.Rule, ruled);
        var rows = new uint[labels.Length][];
        var row = new List<uint>(100);
        for (int i = 0; i < rows.Length; i++)
        {
            row.Clear();
            features.Add(row, field.First + i);
            rows[i] = [.. row];
        }
        return new SpanExample(rows, labels, candidate.Cue.Index - field.First);
    }
}
