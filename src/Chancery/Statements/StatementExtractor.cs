using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Learning;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Statements;

/// <summary>Finds who said, wrote, thought, intended or felt what.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class StatementExtractor
{
    private readonly StatementRules _rules;
    private readonly ModelCues _cues;

    /// <exception cref="TableException">A table of data/statements is wrong.</exception>
    /// <exception cref="InvalidDataException">The model is missing, damaged, or of another version.</exception>
    public StatementExtractor(DataPack data, Models models)
    {
        _rules = new StatementRules(data);
        _cues = new ModelCues(_rules, new StatementModel(models));
    }

    /// <returns>In text order of their contents.</returns>
    public ImmutableArray<Statement> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ICollection<Warning> warnings)
    {
        if (sentences.IsEmpty)
            return [];
        var scene = new Scene(report, sentences, QuotationMarks.Find(report, sentences, warnings));
        var drafts = new List<Draft>();
        foreach (Sentence sentence in sentences)
            drafts.AddRange(_cues.Find(scene, sentence, _rules.Find(scene, sentence)));
        OpenQuotations.Apply(scene, _rules.Verbs, drafts);
        CarryOver.Apply(scene, _rules.Lexicon, drafts);
        var inOrder = drafts.OrderBy(d => d.Extent).ThenBy(d => d.Cue.Extent).ThenBy(d => d.Rule, StringComparer.Ordinal);
        var statements = ImmutableArray.CreateBuilder<Statement>(drafts.Count);
        Draft? before = null;
        foreach (Draft draft in inOrder)
        {
            statements.Add(Finish(scene, draft, before, statements.Count > 0 ? statements[^1] : null, cast.Entities, times));
            before = draft;
        }
        return statements.MoveToImmutable();
    }

    private Statement Finish(Scene scene, Draft draft, Draft? before, Statement? last, EntityIndex entities, ImmutableArray<TimeExpression> times)
    {
        SpanList content = SpanList.Of(draft.Content);
        SpanList quotes = Quotes(scene, draft.Level, content);
        Entity? speaker = draft.SpeakerHead is null ? null : EntityOf(entities, draft.SpeakerHead) ?? (draft.SourceHead is null ? null : EntityOf(entities, draft.SourceHead));
        speaker = _rules.Turns.Speaker(draft, speaker, before, last?.Speaker, last?.Audience ?? []);
        // "Two of them, who said": a pronoun that points to nobody we know gives way to the words it points to.
        SpanList source = speaker is null && draft.Antecedent.Count > 0 && !draft.Antecedent.Overlaps(content.Extent) ? draft.Antecedent : draft.Source;
        return new Statement
        {
            Id = last is null ? "s1" : string.Create(CultureInfo.InvariantCulture, $"s{int.Parse(last.Id.AsSpan(1), CultureInfo.InvariantCulture) + 1}"),
            Speaker = speaker,
            Source = source,
            Cue = draft.Cue,
            Content = content,
            Quotes = quotes,
            Form = quotes.Count == 0 ? StatementForm.Indirect : AllQuoted(scene.Report, content, quotes) ? StatementForm.Direct : StatementForm.Mixed,
            Kind = draft.Kind,
            Audience = [.. draft.Hearers.Select(h => EntityOf(entities, h)).OfType<Entity>().Distinct()],
            Time = TimeOf(draft, content, times),
            Negated = draft.Negated,
            Evidence = new Evidence(scene.Report.Id, SpanList.Of([.. source, .. draft.Cue, .. content]), draft.Rule, draft.Score),
        };
    }

    private static Entity? EntityOf(EntityIndex entities, Token head) => entities.At(head) ?? entities.Smallest(head.Span)?.Entity;

    /// <summary>The outermost quotations within the content, without their marks.</summary>
    private static SpanList Quotes(Scene scene, Quotation? level, SpanList content)
    {
        var inner = new List<TextSpan>();
        foreach (Quotation quotation in scene.QuotationsFrom(content.Extent))
        {
            if (ReferenceEquals(quotation.Parent, level) && content.Any(c => c.Contains(quotation.Outer)))
                inner.Add(quotation.Inner);
        }
        return SpanList.Of(inner);
    }

    private static bool AllQuoted(Report report, SpanList content, SpanList quotes)
    {
        foreach (TextSpan piece in content)
        {
            for (int i = piece.Start; i < piece.End; i++)
            {
                if (char.IsLetterOrDigit(report.Text[i]) && !quotes.Any(q => q.Contains(i)))
                    return false;
            }
        }
        return true;
    }

    /// <summary>The first time named in the cue's sentence outside of what is said and of who says it.</summary>
    private static TimeExpression? TimeOf(Draft draft, SpanList content, ImmutableArray<TimeExpression> times)
    {
        if (draft.CueHead is null || draft.Kind is StatementKind.Thinks or StatementKind.Feels or StatementKind.Intends)
            return null;
        TextSpan sentence = draft.CueHead.Sentence.Span;
        int low = 0, high = times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = times[middle].Span.Start < sentence.Start ? (middle + 1, high) : (low, middle);
        }
        for (; low < times.Length && times[low].Span.Start < sentence.End; low++)
        {
            TimeExpression time = times[low];
            if (time.Type is TimeType.Date or TimeType.Time && !content.Overlaps(time.Span) && !draft.Source.Overlaps(time.Span))
                return time;
        }
        return null;
    }
}
