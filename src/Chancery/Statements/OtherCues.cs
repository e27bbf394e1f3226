using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Cues that are no verbs: "according to", "his claim that", "reportedly", the colon after a name.</summary>
internal sealed class OtherCues(CueLexicon lexicon)
{
    private const int LongestHeading = 5;

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
    }

    private static Draft? AccordingTo(Field field, Token according)
    {
        int from = according.Index + 2;
        if (from > field.Last)
            return null;
        Token? head = null;
        for (int i = from; i <= field.Last && i < from + 12 && head is null; i++)
        {
            if (field[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
                head = field[i];
        }
        if (head is null)
            return null;
        while (head.Head is { } up && up.Index >= from && up.Upos is Upos.NOUN or Upos.PROPN && up.Index <= field.Last
            && (head.Is("nmod") || head.Is("compound") || head.Is("flat") || head.Is("amod")))
        {
            head = up;
        }
        if (SourceFinder.Phrase(field, head, null, from) is not { } source)
            return null;
        int start = according.Index, end = source.Last;
        if (start > field.First && field[start - 1].Upos == Upos.ADV && field[start - 1].Head == according)
            start--;
        var pieces = new List<TextSpan>();
        bool atStart = start - field.First < 2 && !(start > field.First && field.QuotationAt(start - 1) is not null);
        if (atStart)
        {
            // The content begins after the comma; what stands between belongs to the source.
            int comma = end + 1;
            while (comma <= field.Last && !field.IsComma(comma))
                comma++;
            if (comma > field.Last)
                comma = end;
            if (field.Words(comma + 1, field.Last) is { } rest)
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
            Score = 0.85f,
            Cue = SpanList.Of(field[start].Span.Cover(field[according.Index + 1].Span)),
            Source = source.Words,
            SourceHead = source.Head,
            SpeakerHead = source.Speaker,
            Content = pieces,
            Level = field.Level,
        };
    }

    /// <summary>His claim that the vote was stolen; a promise by the army to leave.</summary>
    private static Draft? Noun(Field field, Token noun, CueEntry entry)
    {
        Token? content = null;
        foreach (Token child in noun.Children)
        {
            bool that = (child.Is("acl") || child.Is("ccomp")) && child.Child("mark") is { } mark && (mark.IsLemma("that") || mark.IsLemma("to"))
                && child.Deprel != "acl:relcl" && mark.Index == noun.Index + 1;
            if (child.Index > noun.Index && child.Index <= field.Last && that)
                content = child;
        }
        if (content is null)
            return null;
        int last = Math.Min(field.Last, content.Subtree().Max(t => t.Index));
        if (field.Words(noun.Index + 1, last) is not { } piece)
            return null;
        Token? owner = noun.Children.FirstOrDefault(c => c.Deprel == "nmod:poss" && c.Index < noun.Index && c.Index >= field.First);
        Source? source = owner is null ? null : SourceFinder.Phrase(field, owner, noun);
        return new Draft
        {
            CueHead = noun,
            Kind = entry.Kind,
            Rule = "statements.noun",
            Score = owner is null ? 0.4f : 0.6f,
            Cue = SpanList.Of(noun.Span),
            Source = source?.Words ?? default,
            SourceHead = source?.Head,
            SpeakerHead = source?.Speaker,
            Content = [piece],
            Level = field.Level,
        };
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
        int colon = -1;
        for (int i = 0; i <= LongestHeading && i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text == ":")
                colon = i;
        }
        bool begins = sentence.Index == 0 || scene.Sentences[sentence.Index - 1].Paragraph != sentence.Paragraph;
        if (colon < 1 || !begins || colon + 1 >= sentence.Tokens.Length)
            return null;
        Token first = sentence.Tokens[0];
        for (int i = 0; i < colon; i++)
        {
            // Only a name, with its title: no word in small letters, no number.
            if (sentence.Tokens[i].Upos is not (Upos.PROPN or Upos.ADJ or Upos.NOUN) || !char.IsUpper(sentence.Tokens[i].Text[0]))
                return null;
        }
        var field = new Field(scene, sentence, 0, sentence.Tokens.Length - 1, null);
        if (!sentence.Tokens.Take(colon).Any(t => t.Upos == Upos.PROPN) || field.Words(colon + 1, field.Last) is not { } piece)
            return null;
        return new Draft
        {
            CueHead = sentence.Tokens[colon],
            Kind = StatementKind.Says,
            Rule = "statements.colon",
            Score = 0.6f,
            Cue = SpanList.Of(sentence.Tokens[colon].Span),
            Source = SpanList.Of(first.Span.Cover(sentence.Tokens[colon - 1].Span)),
            SourceHead = sentence.Tokens[colon - 1],
            SpeakerHead = sentence.Tokens[colon - 1],
            Content = [piece],
        };
    }
}
