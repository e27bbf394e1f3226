using System.Text.RegularExpressions;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Robustness;

/// <summary>What holds for every reading, whatever the text.</summary>
internal static partial class Invariants
{
    public static void Hold(Reading reading)
    {
        TokensAndGapsGiveBackTheText(reading);
        EveryEntryHasEvidence(reading);
        SpansLieInTheText(reading);
        EntriesAreInOrderWithTheirIds(reading);
        WhatIsReferredToIsThere(reading);
        NoDeedLiesAheadAndNobodyDoesAnythingToThemselves(reading);
    }

    private static void NoDeedLiesAheadAndNobodyDoesAnythingToThemselves(Reading reading)
    {
        foreach (Event @event in reading.Events)
        {
            if (@event.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Failed && reading.Report.Published is { } day)
                Assert.False(@event.From > day, $"{@event.Id} took place on {@event.From}, after it was reported");
            // Only a group ("the neighbours fought") may do something to itself.
            if (reading.Report.Mentions.IsEmpty && !EventOntology.IsMutual(@event.Type))
                Assert.All(@event.Sources.Intersect(@event.Targets), both => Assert.DoesNotContain(both.Mentions, m => m.Kind == MentionKind.Name));
        }
    }

    private static void TokensAndGapsGiveBackTheText(Reading reading)
    {
        if (reading.Sentences.IsEmpty)
        {
            Assert.True(string.IsNullOrWhiteSpace(reading.Report.Text) || reading.Warnings.Any(w => w.Id is "CHY1003" or "CHY1013"), "nothing was read, and no warning says why");
            return;
        }
        int at = 0;
        foreach (Sentence sentence in reading.Sentences)
        {
            Assert.Same(sentence, reading.Sentences[sentence.Index]);
            foreach (Token token in sentence.Tokens)
            {
                Assert.True(token.Span.Start >= at, $"token {token.Span} begins before the end of the one before, {at}");
                Assert.True(token.Span.Length > 0, $"token {token.Span} is empty");
                Gap(reading.Report, at, token.Span.Start);
                at = token.Span.End;
                Assert.Equal(reading.Report[token.Span].ToString(), token.Text);
                Assert.NotEmpty(token.Lemma);
            }
        }
        Gap(reading.Report, at, reading.Report.Text.Length);
    }

    private static void Gap(Report report, int start, int end)
    {
        Assert.InRange(end, start, report.Text.Length);
        if (!report.Text.AsSpan(start, end - start).IsWhiteSpace())
            Assert.Fail($"the text [{start}..{end}) is in no token");
    }

    private static void EveryEntryHasEvidence(Reading reading)
    {
        var all = reading.Names.Select(n => n.Evidence)
            .Concat(reading.Cast.Entities.Entities.SelectMany(e => e.Mentions.Select(m => m.Evidence)))
            .Concat(reading.Cast.Entities.Entities.Select(e => reading.Cast[e]?.Evidence).OfType<Evidence>())
            .Concat(reading.Times.Select(t => t.Evidence)).Concat(reading.Places.Select(p => p.Evidence))
            .Concat(reading.Statements.Select(s => s.Evidence)).Concat(reading.Events.Select(e => e.Evidence))
            .Concat(reading.Commitments.Select(c => c.Evidence));
        foreach (Evidence evidence in all)
        {
            Assert.Equal(reading.Report.Id, evidence.Report);
            Assert.True(evidence.Words.Count > 0, $"{evidence.Rule} points at no words");
            InText(reading.Report, evidence.Words);
            Assert.Matches(RuleName(), evidence.Rule);
            Assert.True(evidence.Score is >= 0 and <= 1, $"{evidence.Rule} has the score {evidence.Score}");
        }
    }

    private static void SpansLieInTheText(Reading reading)
    {
        Report report = reading.Report;
        foreach (Entity entity in reading.Cast.Entities.Entities)
        {
            Assert.NotEmpty(entity.Name);
            Assert.NotEmpty(entity.Mentions);
            foreach (Mention mention in entity.Mentions)
            {
                InText(report, SpanList.Of(mention.Span));
                Assert.True(mention.Span.Overlaps(mention.Head.Span), $"{entity.Id}: the head {mention.Head.Span} lies outside its mention {mention.Span}");
            }
        }
        foreach (Statement s in reading.Statements)
        {
            Assert.True(s.Content.Count > 0, $"{s.Id} has no content");
            foreach (SpanList spans in new[] { s.Content, s.Source, s.Cue, s.Quotes })
                InText(report, spans);
        }
        foreach (Event e in reading.Events)
        {
            Assert.True(e.Trigger.Count > 0, $"{e.Id} has no trigger");
            foreach (SpanList spans in new[] { e.Trigger, e.SourceSpans, e.TargetSpans })
                InText(report, spans);
            Assert.False(e.From > e.To, $"{e.Id} ends before it begins");
        }
        foreach (Commitment c in reading.Commitments)
        {
            Assert.True(c.Content.Count > 0, $"{c.Id} has no content");
            foreach (SpanList spans in new[] { c.Content, c.Condition, c.OutcomeEvidence })
                InText(report, spans);
            Assert.False(c.DueFrom > c.DueTo, $"{c.Id} is due to the end of days that do not begin");
        }
        foreach (TimeExpression t in reading.Times)
        {
            Assert.NotEmpty(t.Value);
            Assert.Equal(t.From is null, t.To is null);
            Assert.False(t.From > t.To, $"{t.Id} ends before it begins");
        }
        foreach (Warning warning in reading.Warnings.Where(w => w.Span is not null))
            Assert.True(warning.Span!.Value.End <= report.Text.Length, $"{warning} lies outside the text");
    }

    private static void EntriesAreInOrderWithTheirIds(Reading reading)
    {
        InOrder("e", reading.Cast.Entities.Entities, e => e.Id, e => e.Mentions[0].Span);
        InOrder("t", reading.Times, t => t.Id, t => t.Span);
        InOrder("p", reading.Places, p => p.Id, p => p.Span);
        InOrder("s", reading.Statements, s => s.Id, s => s.Content[0]);
        InOrder("v", reading.Events, e => e.Id, e => e.Trigger[0]);
        InOrder("c", reading.Commitments, c => c.Id, c => c.Content[0]);
        InOrder("", reading.Names, _ => "", n => n.Span);
        Apart(reading.Names.Select(n => n.Span));
        Apart(reading.Times.Select(t => t.Span));
        Apart(reading.Places.Select(p => p.Span));
    }

    private static void InOrder<T>(string prefix, IEnumerable<T> entries, Func<T, string> id, Func<T, TextSpan> span)
    {
        int number = 0, start = 0;
        foreach (T entry in entries)
        {
            number++;
            if (prefix.Length > 0)
                Assert.Equal($"{prefix}{number}", id(entry));
            Assert.True(span(entry).Start >= start, $"{id(entry)} at {span(entry)} stands behind one that begins at {start}");
            start = span(entry).Start;
        }
    }

    private static void Apart(IEnumerable<TextSpan> spans)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            Assert.True(span.Start >= end, $"{span} overlaps the one before, which ends at {end}");
            end = span.End;
        }
    }

    private static void WhatIsReferredToIsThere(Reading reading)
    {
        var entities = new HashSet<object?>(reading.Cast.Entities.Entities, ReferenceEqualityComparer.Instance) { null };
        var times = new HashSet<object?>(reading.Times, ReferenceEqualityComparer.Instance) { null };
        var places = new HashSet<object?>(reading.Places, ReferenceEqualityComparer.Instance) { null };
        var statements = new HashSet<object?>(reading.Statements, ReferenceEqualityComparer.Instance) { null };
        var events = new HashSet<object?>(reading.Events, ReferenceEqualityComparer.Instance) { null };
        Assert.All(reading.Cast.Entities.Entities.SelectMany(e => e.Members), member => Assert.Contains(member, entities));
        foreach (Statement s in reading.Statements)
        {
            Assert.All(s.Audience.Append(s.Speaker), e => Assert.Contains(e, entities));
            Assert.Contains(s.Time, times);
        }
        foreach (Event e in reading.Events)
        {
            Assert.All(e.Sources.Concat(e.Targets), entity => Assert.Contains(entity, entities));
            Assert.Contains(e.Place, places);
            Assert.Contains(e.Statement, statements);
        }
        foreach (Commitment c in reading.Commitments)
        {
            Assert.All(c.Toward.Append(c.By), e => Assert.Contains(e, entities));
            Assert.Contains(c.Event, events);
            Assert.Contains(c.Statement, statements);
        }
    }

    private static void InText(Report report, SpanList spans)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            Assert.True(span.Length > 0 && span.Start >= end && span.End <= report.Text.Length, $"{span} does not lie behind {end} in a text of {report.Text.Length}");
            end = span.End;
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*([.-][a-z0-9-]+)*(/[0-9]+)?$")]
    private static partial Regex RuleName();
}
