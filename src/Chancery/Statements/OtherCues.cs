using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Cues that are no verbs: "according to", "his claim that", "reportedly", the colon after a name.</summary>
internal sealed class OtherCues(CueLexicon lexicon, Sourcing sourcing)
{
    private const int LongestHeading = 5, LongestSignature = 12;

    public IEnumerable<Draft> Find(Scene scene, Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            Draft? draft = null;
            if (token.Text.Equals("according", StringComparison.OrdinalIgnoreCase) && token.Next?.IsLemma("to") == true)
                draft = AccordingTo(scene.FieldOf(token), token);
            else if (token.Upos == Upos.NOUN && lexicon.Noun(token.Lemma) is { } noun)
                draft = Noun(scene.FieldOf(token), token, noun);
            else if (token.Upos == Upos.ADV && lexicon.Adverb(token.Lemma) is { } adverb)
                draft = Adverb(scene.FieldOf(token), token, adverb);
            if (draft is not null)
                yield return draft;
        }
        if (Colon(scene, sentence) is { } colon)
            yield return colon;
        if (Dash(scene, sentence) is { } dash)
            yield return dash;
    }

    /// <summary>"The minister was brief: “…”": a colon hands over to a quotation, and no verb before it is a cue.</summary>
    public static Draft? ColonBeforeQuotation(Scene scene, Sentence sentence, List<Draft> drafts)
    {
        for (int i = 2; i < sentence.Tokens.Length; i++)
        {
            Token colon = sentence.Tokens[i];
            if (colon.Text != ":" || scene.QuotationsFrom(TextSpan.FromBounds(colon.Span.End, Math.Min(scene.Report.Text.Length, colon.Span.End + 3))).FirstOrDefault() is not { } quotation
                || quotation is not { Parent: null, Words: > 2 } || scene.Around(colon) is not null || !scene.Report.Text.AsSpan(colon.Span.End..quotation.Outer.Start).IsWhiteSpace()
                || drafts.Any(d => d.Content.Any(c => c.Overlaps(quotation.Inner))))
            {
                continue;
            }
            Field field = scene.FieldOf(colon);
            // The subject of the clause that the colon ends.
            for (int j = i - 1; j >= field.First; j--)
            {
                if (field[j].Is("nsubj") && field[j].Head is { } verb && verb.Index < i && scene.Around(field[j]) is null && SourceFinder.Phrase(field, field[j], verb) is { } source)
                {
                    return new Draft
                    {
                        CueHead = colon,
                        Kind = StatementKind.Says,
                        Rule = "statements.colon.quotation",
                        Score = 0.9f,
                        Cue = SpanList.Of(colon.Span),
                        Source = source.Words,
                        SourceHead = source.Head,
                        SpeakerHead = source.Speaker,
                        Content = [quotation.Outer],
                    };
                }
            }
        }
        return null;
    }

    /// <summary>"…" — Jim Smith: a quotation, a dash, and nothing but a name.</summary>
    private static Draft? Dash(Scene scene, Sentence sentence)
    {
        int dash = -1;
        for (int i = Math.Max(0, sentence.Tokens.Length - LongestSignature); i < sentence.Tokens.Length - 1; i++)
        {
            if (sentence.Tokens[i].Text is "—" or "–" or "―" or "--" or "-")
                dash = dash < 0 ? i : dash;
        }
        if (dash < 0)
            return null;
        int last = sentence.Tokens.Length - 1;
        while (last > dash && sentence.Tokens[last].Upos == Upos.PUNCT)
            last--;
        TextSpan mark = sentence.Tokens[dash].Span;
        Quotation? said = scene.QuotationsFrom(TextSpan.FromBounds(scene.Sentences[Math.Max(0, sentence.Index - LongestSignature)].Span.Start, mark.Start))
            .LastOrDefault(q => q.Parent is null && q.Outer.End <= mark.Start);
        if (said is not { Words: > 2 } || last == dash || scene.Report.Text.AsSpan(said.Outer.End..mark.Start).ContainsAnyExcept(" \t\r\n\u00A0.,"))
            return null;
        for (int i = dash + 1; i <= last; i++)
        {
            Token token = sentence.Tokens[i];
            if (!(SourceFinder.IsNominal(token) && token.Upos != Upos.PRON || token.Upos is Upos.ADJ or Upos.DET or Upos.ADP or Upos.NUM or Upos.PUNCT))
                return null;
        }
        if (!SourceFinder.IsNominal(sentence.Tokens[dash + 1]))
            return null;
        return new Draft
        {
            CueHead = sentence.Tokens[dash],
            Kind = StatementKind.Says,
            Rule = "statements.dash",
            Score = 0.95f,
            Cue = SpanList.Of(mark),
            Source = SpanList.Of(sentence.Tokens[dash + 1].Span.Cover(sentence.Tokens[last].Span)),
            SourceHead = sentence.Tokens[dash + 1],
            SpeakerHead = sentence.Tokens[dash + 1],
            Content = [said.Outer],
        };
    }

    private Draft? AccordingTo(Field field, Token according)
    {
        int from = according.Index + 2;
        if (from > field.Last || sourcing.IsMeasure(field[from]))
            return null;
        int last = EndOfSource(field, from);
        Token? head = null;
        for (int i = from; i <= last && (head is null || field[i - 1] == head || field[i].Upos is Upos.NOUN or Upos.PROPN); i++)
        {
            if (SourceFinder.IsNominal(field[i]) && !(head is not null && (field[i].Is("flat") || field[i].Upos == Upos.PRON)))
                head = field[i];
            else if (head is not null)
                break;
        }
        if (head is null)
            return null;
        var source = new Source(SpanList.Of(field[from].Span.Cover(field[last].Span)), head, head, from, last);
        int start = according.Index, end = source.Last;
        if (start > field.First && field[start - 1].Upos == Upos.ADV && field[start - 1].Head == according)
            start--;
        var pieces = new List<TextSpan>();
        bool atStart = start - field.First < 2 && !(start > field.First && field.QuotationAt(start - 1) is not null);
        if (atStart)
        {
            if (field.Words(end + 1, field.Last) is { } rest)
                pieces.Add(rest);
        }
        else
        {
            if (field.Words(field.First, start - 1) is { } before)
                pieces.Add(before);
            if (end + 1 < field.Last && field.IsComma(end + 1) && field.IsComma(start - 1) && field[end + 2].Upos is Upos.VERB or Upos.AUX
                && field.Words(end + 2, field.Last) is { } after)
            {
                pieces.Add(after);
            }
        }
        if (pieces.Count == 0)
            return null;
        return new Draft
        {
            CueHead = according,
            Kind = StatementKind.Says,
            Rule = "statements.according-to",
            Score = 0.9f,
            Cue = SpanList.Of(field[start].Span.Cover(field[according.Index + 1].Span)),
            Source = source.Words,
            SourceHead = source.Head,
            SpeakerHead = source.Speaker,
            Content = pieces,
            Level = field.Level,
        };
    }

    /// <summary>The source runs up to a comma, a quotation, a finite verb, or the sentence's end; over an apposition between commas too.</summary>
    private static int EndOfSource(Field field, int from)
    {
        int Mark(int at)
        {
            bool relative = false;
            while (at <= field.Last && !field.IsComma(at) && field[at].Text is not (";" or "." or ":" or ")") && field.QuotationAt(at) is null
                && (relative || field[at].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD")))
            {
                relative |= field[at].Xpos is "WP" or "WDT";
                at++;
            }
            return at;
        }
        int end = Mark(from);
        if (end + 1 < field.Last && field[end].Text == "," && field[end + 1].Upos is Upos.DET or Upos.PRON && field[end + 1].Xpos != "PRP")
        {
            int second = end + 2;
            bool relative = field[end + 1].Xpos is "WP" or "WDT";
            while (second <= field.Last && !field.IsComma(second) && (relative || field[second].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD")))
                second++;
            if (second > field.Last || field.IsComma(second))
                end = Math.Min(second, field.Last + 1);
        }
        end--;
        while (end > from && field[end].Upos is Upos.PUNCT && field[end].Text != ")")
            end--;
        return Math.Max(from, end);
    }

    /// <summary>His claim that the vote was stolen; a promise by the army to leave.</summary>
    private static Draft? Noun(Field field, Token noun, CueEntry entry)
    {
        Token? owner = noun.Children.FirstOrDefault(c => c.Deprel == "nmod:poss" && c.Index < noun.Index && c.Index >= field.First);
        Source? source = owner is null ? null : SourceFinder.Phrase(field, owner, noun);
        int from = noun.Index + 1;
        if (source is null && NamedBehind(field, noun) is { } named)
            (source, from) = (named, named.Last + 1);
        if (from > field.Last || !(field[from].IsLemma("that") || field[from].IsLemma("to") && field[from].Upos == Upos.PART))
            return null;
        Token? content = noun.Children.FirstOrDefault(c => c.Index > from && c.Index <= field.Last && (c.Is("acl") || c.Is("ccomp")));
        // Behind the name the tree may hang the clause on it.
        content ??= field[from].Head is { } verb && verb.Index > from && verb.Index <= field.Last && from > noun.Index + 1 ? verb : null;
        // "The claim that he made": there the noun is what was made.
        if (content is null || content.Deprel == "acl:relcl" && from == noun.Index + 1)
            return null;
        int last = Math.Min(field.Last, content.Subtree().Max(t => t.Index));
        if (last < from || field.Words(from, last) is not { } piece)
            return null;
        return new Draft
        {
            CueHead = noun,
            Kind = entry.Kind,
            Rule = "statements.noun",
            Score = source is null ? 0.4f : field[from].IsLemma("that") ? 0.8f : 0.6f,
            Cue = SpanList.Of(noun.Span),
            Source = source?.Words ?? default,
            SourceHead = source?.Head,
            SpeakerHead = source?.Speaker,
            Content = [piece],
            Level = field.Level,
        };
    }

    /// <summary>"A warning | from the governor | that", "a promise | by the army | to".</summary>
    private static Source? NamedBehind(Field field, Token noun)
    {
        int from = noun.Index + 1;
        if (from >= field.Last || field[from].Text is not ("from" or "by"))
            return null;
        int last = from;
        while (last < field.Last && last < from + 10 && !field[last + 1].IsLemma("that") && !field[last + 1].IsLemma("to")
            && (SourceFinder.IsNominal(field[last + 1]) || field[last + 1].Upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADP || field[last + 1].Xpos == "POS"))
        {
            last++;
        }
        if (last == from || !SourceFinder.IsNominal(field[last]))
            return null;
        Token head = field[from + 1];
        for (int i = from + 1; i <= last && (field[i].Upos != Upos.ADP || !SourceFinder.IsNominal(head)); i++)
            head = SourceFinder.IsNominal(field[i]) ? field[i] : head;
        while (head.Is("flat") && head.Head is { } up && up.Index > from && up.Index <= last)
            head = up;
        return new Source(SpanList.Of(field[from + 1].Span.Cover(field[last].Span)), head, head, from + 1, last);
    }

    private static Draft? Adverb(Field field, Token adverb, CueEntry entry)
    {
        if (adverb.Head is not { } head || head.Upos is not (Upos.VERB or Upos.AUX or Upos.NOUN or Upos.ADJ))
            return null;
        int first = field.Last, last = field.First;
        foreach (Token token in head.Subtree())
        {
            if (token.Index < field.First || token.Index > field.Last)
                continue;
            (first, last) = (Math.Min(first, token.Index), Math.Max(last, token.Index));
        }
        var pieces = new List<TextSpan>();
        if (field.Words(first, adverb.Index - 1) is { } before)
            pieces.Add(before);
        if (field.Words(adverb.Index + 1, last) is { } after)
            pieces.Add(after);
        return pieces.Count == 0 ? null : new Draft
        {
            CueHead = adverb,
            Kind = entry.Kind,
            Rule = "statements.adverb",
            Score = 0.5f,
            Cue = SpanList.Of(adverb.Span),
            Content = pieces,
            Level = field.Level,
        };
    }

    /// <summary>A name, a colon, and what they say: headlines and transcripts.</summary>
    private static Draft? Colon(Scene scene, Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        bool begins = sentence.Index == 0 || scene.Sentences[sentence.Index - 1].Paragraph != sentence.Paragraph;
        int first = tokens[0].Text is "\"" or "“" ? 1 : 0, colon = first;
        while (colon < tokens.Length && colon <= first + LongestHeading && tokens[colon].Text != ":")
            colon++;
        if (!begins || colon == first || colon + 1 >= tokens.Length || tokens[colon].Text != ":")
            return null;
        bool named = false, capitals = true;
        for (int i = first; i < colon; i++)
        {
            // Only a name, with its title: no word in small letters, no number, no word of another kind.
            Token token = tokens[i];
            if (!char.IsUpper(token.Text[0]) || token.Upos is Upos.ADV or Upos.PRON or Upos.DET or Upos.AUX or Upos.SCONJ or Upos.CCONJ or Upos.NUM or Upos.INTJ)
                return null;
            named |= token.Upos == Upos.PROPN || token.Xpos is "NNP" or "NNPS" or "FW";
            capitals &= token.Text.Length > 2 && token.Text.All(c => char.IsUpper(c) || !char.IsLetter(c));
        }
        if (!named && !capitals)
            return null;
        var field = new Field(scene, sentence, 0, tokens.Length - 1, scene.Around(tokens[colon]));
        if (field.Words(colon + 1, field.Last) is not { } piece)
            return null;
        // In a transcript the whole paragraph is what is said.
        for (int i = sentence.Index + 1; capitals && i < scene.Sentences.Length && scene.Sentences[i].Paragraph == sentence.Paragraph; i++)
            piece = piece.Cover(scene.Sentences[i].Span);
        return new Draft
        {
            CueHead = tokens[colon],
            Kind = StatementKind.Says,
            Rule = "statements.colon",
            Score = 0.8f,
            Cue = SpanList.Of(tokens[colon].Span),
            Source = SpanList.Of(tokens[first].Span.Cover(tokens[colon - 1].Span)),
            SourceHead = tokens[colon - 1],
            SpeakerHead = tokens[colon - 1],
            Content = [piece],
            Level = field.Level,
        };
    }
}
