using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>What is attributed, and by which rule it was found.</summary>
internal sealed record Found(List<TextSpan> Pieces, string Rule, float Score);

/// <summary>Finds the content of a cue verb: first by quotation marks and punctuation, then by the tree.</summary>
internal sealed class ContentFinder(CueLexicon lexicon, Occasions occasions)
{
    public Found? Of(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        if (entry.Takes(Frames.Quote | Frames.Clause) && !group.Passive)
        {
            if (Fronted(field, group) is { } fronted)
                return fronted;
            if (entry.Takes(Frames.Quote) && QuoteAfter(field, group) is { } quote)
                return quote;
        }
        return Clause(field, group) ?? (ClauseOpening(field, group.End + 1) is null ? null : Rest(field, group))
            ?? Complement(field, group) ?? Rest(field, group) ?? CalledInQuotes(field, group);
    }

    /// <summary>"…," he said. And: "…," he said, "…".</summary>
    private Found? Fronted(Field field, VerbGroup group)
    {
        int before = group.Start - 1;
        if (before < field.First || group.Verb.Child("mark") is { } mark && mark.Index > before - 1 && mark.Upos == Upos.SCONJ && mark.Index >= group.Start)
            return null;
        bool comma = field.IsComma(before);
        int at = comma ? before - 1 : before;
        if (at < field.First)
            return null;
        Quotation? quotation = field.QuotationAt(at) is { } q && field.EndOf(q) == at && group.Entry.Takes(Frames.Quote) ? q : null;
        if (quotation is null && !comma)
            return null;
        bool spoken = quotation is not null && (comma && quotation.Words > 1 || EndsAsSpeech(field.Scene.Report, quotation));
        int afterTail = AfterTail(field, group);
        bool parenthetic = comma && afterTail > 0 && group.Source is not null && (group.Verb.Xpos is "VBD" or "VBZ" or "VBP" || group.Verb.Upos != Upos.VERB);
        if (spoken && field.StartOf(quotation!) > field.First && !HasFinite(field, field.First, at) && field[field.First].Upos is Upos.ADP or Upos.ADV)
            return null;
        if (!spoken && (!group.Entry.Takes(Frames.Clause) || (!parenthetic && HasContentAfter(field, group)) || group.Verb.Xpos == "VBG"))
            return null;
        if (spoken && group.Verb.Xpos == "VBG" && QuoteAfter(field, group) is not null)
            return null;
        // What stands before an indirect cue must be able to be a clause: two words or more, and the cue no part of a list of verbs.
        int first = StartOfFronted(field, group, at, spoken ? quotation : null);
        if (!spoken && (group.Verb.Is("conj") && !EndsField(field, group) || (at - first < 2 && !parenthetic) || field[first].Upos == Upos.SCONJ && field[first].Head?.Head == group.Verb
            || (!parenthetic && OnlyAdverbial(field, group, first, at))))
            return null;
        if (field.Words(first, at) is not { } piece)
            return null;
        var pieces = new List<TextSpan> { piece };
        AddSecondHalf(field, group, parenthetic && !spoken ? afterTail + 1 : int.MaxValue, pieces);
        string rule = (spoken, group.Inverted) switch
        {
            (true, true) => "statements.direct.inverted",
            (true, false) => "statements.direct.fronted",
            (false, true) => "statements.fronted.inverted",
            _ => "statements.fronted",
        };
        return new Found(pieces, rule, spoken ? 0.95f : 0.8f);
    }

    /// <summary>Source and cue stand at the very end, after a comma: "…, another source said."</summary>
    private static bool EndsField(Field field, VerbGroup group)
    {
        for (int i = group.End + 1; i <= field.Last; i++)
        {
            if (field[i].Upos != Upos.PUNCT)
                return false;
        }
        return group.Source is not null && group.Start == group.Source.First && field[group.Start].Upos != Upos.CCONJ;
    }

    /// <summary>Whether words after "…, he said," go on with what was said: "since", "and the others" do, "as", "when", "and added" do not.</summary>
    private bool GoesOn(Field field, int next)
    {
        Token token = field[next];
        if (token.Upos == Upos.CCONJ)
            return !BeginsCue(field, next + 1) && next < field.Last && field[next + 1].Xpos is not ("VBD" or "VBZ" or "VBP");
        return token.Upos != Upos.SCONJ || !(token.IsLemma("as") || token.IsLemma("when") || token.IsLemma("while") || token.IsLemma("after") || token.IsLemma("before"));
    }

    /// <summary>The comma that ends a cue in mid-sentence, "…, he told me on Friday, | …": its index; 0 when there is none.</summary>
    private int AfterTail(Field field, VerbGroup group)
    {
        int i = group.End + 1;
        if (i <= field.Last && !field.IsComma(i) && !occasions.Begins(field, i) && !(group.Entry.Takes(Frames.Hearer) && field[i].Upos is Upos.PRON or Upos.NOUN or Upos.PROPN)
            && field[i].Upos != Upos.ADP)
            return 0;
        for (; i <= field.Last && i < group.End + 9; i++)
        {
            if (field.IsComma(i))
                return i;
            if (field.QuotationAt(i) is not null || field[i].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ || field[i].IsLemma("that"))
                return 0;
        }
        return 0;
    }

    private static bool HasFinite(Field field, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (field[i].Upos == Upos.AUX || field[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private static bool EndsAsSpeech(Report report, Quotation quotation)
    {
        for (int i = quotation.Inner.End - 1; i >= quotation.Inner.Start; i--)
        {
            char c = report.Text[i];
            if (c is ',' or '?' or '!' or '.' or '…' or '—' or '–' or '-')
                return true;
            if (char.IsLetterOrDigit(c))
                return false;
        }
        return false;
    }

    /// <summary>The sentence's start, unless another statement's cue stands before this quotation: then the quotation alone.</summary>
    private int StartOfFronted(Field field, VerbGroup group, int at, Quotation? quotation)
    {
        if (quotation is null)
            return field.First;
        int start = field.StartOf(quotation);
        for (int i = field.First; i < start; i++)
        {
            if (field.QuotationAt(i) is null && field[i].Upos == Upos.VERB && lexicon.Verb(field[i].Lemma) is { } other && other.Takes(Frames.Quote))
                return start;
        }
        // A whole clause before the quotation with a mark of its own between: the quotation alone.
        return start > field.First && (field[start - 1].Text is ":" or ";" || (field.IsComma(start - 1) && field[start - 1].Text != ",")) ? start : field.First;
    }

    // "In a speech on Monday, he said": what stands before is no clause but an adverbial of the cue.
    private static bool OnlyAdverbial(Field field, VerbGroup group, int first, int at)
    {
        for (int i = first; i <= at; i++)
        {
            Token token = field[i];
            if (token.Is("nsubj") && token.Head is { } verb && verb.Index <= at && verb.Index >= first
                && !(verb.Is("advcl") && verb.Head == group.Verb && verb.Children.Any(c => c.Is("mark"))))
            {
                return false;
            }
        }
        return !(group.Inverted && group.Verb.IsLemma("say"));
    }

    private bool HasContentAfter(Field field, VerbGroup group)
    {
        foreach (Token child in group.Verb.Children)
        {
            if (!group.Inverted && child.Index > group.End && (child.Is("ccomp") || child.Is("xcomp")) && child.Upos != Upos.PUNCT)
                return true;
        }
        int next = group.End + 1;
        if (next > field.Last)
            return false;
        if (field.QuotationAt(next) is not null)
            return true;
        if (group.Inverted)
            return false;
        return !(field[next].Upos == Upos.PUNCT || occasions.Begins(field, next)) && group.Entry.Takes(Frames.Hearer) is false
            && field[next].Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.SCONJ or Upos.NOUN;
    }

    /// <summary>After the cue the quotation, or the clause around it, may go on.</summary>
    private void AddSecondHalf(Field field, VerbGroup group, int next, List<TextSpan> pieces)
    {
        for (int i = group.End + 1; i <= field.Last; i++)
        {
            if (field.QuotationAt(i) is not { } more)
            {
                if (field[i].Upos == Upos.VERB && lexicon.Verb(field[i].Lemma) is { } other && other.Takes(Frames.Quote) && other.Takes(Frames.Clause))
                    break;
                continue;
            }
            int end = Math.Max(field.EndOf(more), i);
            if (more.Words > 1 && field[i - 1].Upos == Upos.PUNCT && field.Words(i, end) is { } words)
            {
                pieces.Add(words);
                return;
            }
            i = end;
        }
        if (next > field.Last || field[next].Upos is Upos.PUNCT || field[next].Xpos == "VBG" || field[next].IsLemma("with") || !GoesOn(field, next))
            return;
        int last = EndOfContent(field, group, next, null);
        if (field.Words(next, last) is { } rest)
            pieces.Add(rest);
    }

    /// <summary>He said: "…". He said that "…".</summary>
    private Found? QuoteAfter(Field field, VerbGroup group)
    {
        int next = group.End + 1;
        bool colon = false;
        // Between cue and quotation only whom, when, where and in what.
        for (; next <= field.Last && next <= group.End + 14 && field.QuotationAt(next) is null; next++)
        {
            Token token = field[next];
            colon |= token.Text == ":";
            if (token.Upos is Upos.VERB or Upos.SCONJ || (token.Upos == Upos.AUX && next > group.End + 1) || token.Text == ";")
                return null;
        }
        if (next > field.Last || field.QuotationAt(next) is not { } quotation || next > group.End + 14)
            return NextParagraph(field, group, colon);
        if (field.StartOf(quotation) != next)
            return null;
        bool touching = next == group.End + 1 || (field[next - 1].Text is "," or ":" or "—" or "--" && group.Entry.Takes(Frames.Clause)) || field[next - 1].IsLemma("that");
        if (!touching || quotation.Words < 2)
            return null;
        int end = field.EndOf(quotation);
        // The clause that the quotation begins may go on behind it.
        if (!EndsAsSpeech(field.Scene.Report, quotation) && end < field.Last && field[end + 1].Upos != Upos.PUNCT)
            end = Math.Max(end, EndOfContent(field, group, next, null));
        int start = next;
        for (int i = next - 1; i > group.End && i >= next - 2; i--)
            start = field[i].IsLemma("that") ? i : start;
        if (field.Words(start, end) is not { } piece)
            return null;
        return new Found([piece], colon ? "statements.direct.colon" : "statements.direct.after", 0.93f);
    }

    /// <summary>A sentence that ends in a colon hands over to the quotation of the next sentence.</summary>
    private static Found? NextParagraph(Field field, VerbGroup group, bool colon)
    {
        if (!colon || field[field.Last].Text != ":" || field.Last != field.Sentence.Tokens.Length - 1)
            return null;
        TextSpan end = field[field.Last].Span;
        int next = field.Sentence.Index + 1;
        if (next == field.Scene.Sentences.Length)
            return null;
        foreach (Quotation quotation in field.Scene.QuotationsIn(field.Scene.Sentences[next]))
        {
            if (quotation.Outer.Start < end.End)
                continue;
            string gap = field.Scene.Report.Text[end.End..quotation.Outer.Start];
            return string.IsNullOrWhiteSpace(gap) ? new Found([quotation.Outer], "statements.direct.colon", 0.93f) : null;
        }
        return null;
    }

    /// <summary>He said that they would leave.</summary>
    private Found? Clause(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        Token verb = group.Verb;
        if (!entry.Takes(Frames.Clause | Frames.Infinitive | Frames.Hearer))
            return null;
        Token? content = null;
        foreach (Token child in verb.Children)
        {
            bool clause = child.Is("ccomp") || (child.Is("parataxis") && entry.Takes(Frames.Clause)) || (child.Is("advcl") && IsThat(child));
            bool infinitive = child.Is("xcomp") && (entry.Takes(Frames.Infinitive) || entry.Takes(Frames.Clause) && child.Child("nsubj") is not null);
            if (child.Index > verb.Index && child.Index <= field.Last && (infinitive || clause && entry.Takes(Frames.Clause)))
            {
                content = child;
                break;
            }
        }
        if (content is null || content.Index <= group.End || (group.Inverted && content.Child("nsubj") is { } relative && relative.Xpos == "WP"))
            return null;
        int start = StartOfClause(field, group, content);
        Token? hearer = Hearer(field, group, content);
        if (!entry.Takes(Frames.Hearer) && hearer is not null && hearer.Index < start && hearer.Index > verb.Index && entry.Takes(Frames.Object))
            start = Math.Min(start, Math.Max(group.End + 1, LeftEdge(hearer)));
        if (hearer is not null && entry.Takes(Frames.Hearer) && start <= hearer.Index)
            start = hearer.Index + 1;
        int end = EndOfContent(field, group, start, content);
        if (field.Words(start, end) is not { } piece || piece.Overlaps(verb.Span))
            return null;
        bool to = content.Is("xcomp");
        if (to && (entry.Takes(Frames.Raising) || group.Passive) && verb.Child("nsubj") is { } raised && raised.Index < verb.Index
            && SourceFinder.Phrase(field, raised, verb) is { } subject)
        {
            // "He seems to know", "talks are expected to resume": the subject is part of what is thought.
            return new Found([subject.Words.Extent, piece], "statements.raising", 0.5f);
        }
        return new Found([piece], to ? "statements.infinitive" : "statements.ccomp", to ? 0.6f : 0.85f);
    }

    private static bool IsThat(Token clause) => clause.Child("mark") is { } mark && mark.IsLemma("that");

    /// <summary>Whom a cue such as "told" or "urged" is addressed to.</summary>
    public static Token? Hearer(Field field, VerbGroup group, Token? content)
    {
        foreach (Token child in group.Verb.Children)
        {
            if ((child.Is("iobj") || child.Is("obj")) && child.Index > group.Verb.Index && child.Index <= field.Last && (content is null || child.Index < content.Index))
                return child;
        }
        return null;
    }

    private static int LeftEdge(Token token)
    {
        int first = token.Index;
        foreach (Token below in token.Subtree())
            first = Math.Min(first, below.Index);
        return first;
    }

    private int StartOfClause(Field field, VerbGroup group, Token content)
    {
        int lowest = group.End + 1;
        // "that" settles where the clause begins, whatever hangs before it.
        for (int i = lowest; i < content.Index && i < lowest + 12; i++)
        {
            if (field[i].Upos is Upos.CCONJ || field[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                break;
            if (field[i].IsLemma("that") && field[i].Upos == Upos.SCONJ && field.QuotationAt(i) is null)
                return i;
        }
        // Straight after a verb that has no hearer the content begins, unless an adverbial of the verb does.
        if (content.Is("ccomp") && !group.Entry.Takes(Frames.Hearer) && field[lowest].Upos is not (Upos.ADP or Upos.ADV or Upos.PUNCT or Upos.PART)
            && !occasions.Begins(field, lowest))
        {
            return lowest;
        }
        int start = content.Index;
        foreach (Token token in content.Subtree())
        {
            if (token.Index >= lowest && token.Index < start)
                start = token.Index;
        }
        return occasions.Skip(field, Math.Max(start, lowest), content.Index);
    }

    /// <summary>Where a content that begins at a token ends.</summary>
    private int EndOfContent(Field field, VerbGroup group, int start, Token? content)
    {
        Token verb = group.Verb;
        int limit = field.Last;
        if (content is not null && (verb.Is("acl") || verb.Is("advcl") || verb.Is("csubj") || (verb.Is("ccomp") && verb.Child("mark") is not null)))
        {
            // An embedded cue: not beyond its own clause; but a clause ends at a mark or a conjunction, not in the middle of a phrase.
            limit = Math.Max(RightEdge(field, content), RightEdge(field, verb));
            while (limit < field.Last && field[limit + 1].Upos is not (Upos.PUNCT or Upos.CCONJ or Upos.VERB or Upos.AUX) && field.QuotationAt(limit + 1) is null
                && verb.Deprel != "acl:relcl" && !field[limit + 1].Is("nsubj"))
                limit++;
        }
        // "Asked whether they would go, he …": a participle before the main clause ends at its comma.
        bool opening = group.First == field.First && group.Source is null && verb.Xpos is "VBN" or "VBG" or "VBD";
        for (int i = start + 1; i <= limit; i++)
        {
            if (field.QuotationAt(i) is not null)
                continue;
            Token token = field[i];
            if (opening && token.Text == ",")
                return i - 1;
            if (StartsAnother(field, group, token, i))
            {
                int cut = i - 1;
                while (cut > start && field[cut].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV)
                    cut--;
                return cut;
            }
        }
        return occasions.CutTail(field, group, start, limit);
    }

    private bool StartsAnother(Field field, VerbGroup group, Token token, int index)
    {
        // ", adding that …", ", citing …"
        if (token.Xpos == "VBG" && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } && index > field.First
            && (field.IsComma(index - 1) || field.QuotationAt(index - 1) is not null || (field[index - 1].Upos is Upos.ADV or Upos.CCONJ && field.IsComma(index - 2))))
        {
            return true;
        }
        if (token.IsLemma("accord") && index < field.Last && field[index + 1].IsLemma("to"))
            return true;
        bool contrast = index > field.First && field.IsComma(index - 1) && (token.IsLemma("though") || token.IsLemma("although") || token.IsLemma("while") || token.IsLemma("as"));
        if ((token.Upos == Upos.CCONJ || contrast) && BeginsCue(field, index + 1))
            return true;
        // "He said … and (he) promised …": the next verb of the same speaker.
        bool finite = token.Xpos is "VBD" or "VBZ" or "VBP" && group.Verb.Xpos is "VBD" or "VBZ" or "VBP" or "VBN";
        return token.Is("conj") && token.Head == group.Verb && token.Upos == Upos.VERB && finite && token.Child("nsubj") is null
            && Enumerable.Range(1, 4).Any(back => index - back > field.First && field[index - back].Upos == Upos.CCONJ);
    }

    /// <summary>"… but | he said": a subject of a few words and a finite cue verb that takes a clause or quotation.</summary>
    private bool BeginsCue(Field field, int from)
    {
        for (int i = from; i <= field.Last && i < from + 6; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null)
                return false;
            if (token.Upos == Upos.VERB)
            {
                return token.Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } entry
                    && entry.Takes(Frames.Clause) && entry.Takes(Frames.Quote) && i < field.Last && field[i + 1].Upos != Upos.PUNCT;
            }
            if (token.Upos is not (Upos.PRON or Upos.PROPN or Upos.DET or Upos.NOUN or Upos.ADJ or Upos.ADV or Upos.AUX))
                return false;
        }
        return false;
    }

    private static int RightEdge(Field field, Token token)
    {
        int last = token.Index;
        foreach (Token below in token.Subtree())
            last = Math.Max(last, below.Index);
        return Math.Min(last, field.Last);
    }

    /// <summary>"that", or a pronoun that can only be a subject, a few words behind the cue and before any finite verb: there a clause opens.</summary>
    private static int? ClauseOpening(Field field, int from)
    {
        for (int i = from; i < field.Last && i < from + 12; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null || token.Upos is Upos.CCONJ || token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "VB" || token.Text is "," or ";")
                return null;
            if (token.IsLemma("that") && token.Upos == Upos.SCONJ)
                return i;
            if (token.Text is "he" or "she" or "they" or "we" or "I" or "it" or "there" && (field[i + 1].Upos is Upos.AUX or Upos.ADV || field[i + 1].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
                return i;
        }
        return null;
    }

    /// <summary>A verb that takes little but clauses, followed by words that the tree did not make its clause: they are it all the same.</summary>
    private Found? Rest(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        if (!entry.Takes(Frames.Clause) || group.Source is null || group.Inverted || group.Passive
            || entry.Kind is not (StatementKind.Says or StatementKind.Thinks) || group.Verb.Xpos == "VB" && !group.Verb.Children.Any(c => c.Is("aux")))
        {
            return null;
        }
        int start = occasions.Skip(field, group.End + 1, field.Last);
        if (ClauseOpening(field, group.End + 1) is { } opening)
            start = opening;
        else if (entry.Takes(Frames.Object))
            return null;
        else if (entry.Takes(Frames.Hearer) && Hearer(field, group, null) is { } hearer)
            start = occasions.Skip(field, hearer.Index + 1, field.Last);
        if (start <= field.Last && field[start].Text == ":")
            start++;
        if (start > field.Last || field[start].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV && field.QuotationAt(start) is null)
            return null;
        int end = EndOfContent(field, group, start, null);
        if (!HasFinite(field, start, end) || field.Words(start, end) is not { } piece || piece.Overlaps(group.Verb.Span))
            return null;
        return new Found([piece], "statements.rest", 0.65f);
    }

    /// <summary>He condemned the attack; accused them of lying; called it a crime; described it as one; called for talks.</summary>
    private Found? Complement(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        Token verb = group.Verb;
        int first = int.MaxValue, last = -1;
        bool predicate = false, ledByPreposition = false, hasObject = false;
        foreach (Token child in verb.Children)
        {
            if (child.Index <= group.End || child.Index > field.Last)
            {
                // "the attack was condemned", "what he called …": the object stands before.
                continue;
            }
            string? led = child.Child("case") is { } preposition && preposition.Index < child.Index ? preposition.Text : null;
            bool takes = false;
            if (child.Is("obj") || child.Is("iobj") || (child.Is("obl") && led is null && LeftEdge(child) == group.End + 1 && SourceFinder.IsNominal(child)))
            {
                takes = entry.Takes(Frames.Object | Frames.Predicate | Frames.As) || (entry.Takes(Frames.Preposition) && !entry.Takes(Frames.Hearer));
                hasObject |= takes;
                if (takes && occasions.IsTime(child))
                    takes = false;
            }
            else if (child.Is("xcomp") || child.Is("ccomp"))
            {
                takes = entry.Takes(Frames.Predicate | Frames.Object | Frames.As | Frames.Infinitive);
                predicate |= takes;
            }
            else if (child.Is("obl") && led is not null)
            {
                takes = entry.Prepositions.Contains(led) || (entry.Takes(Frames.As) && led == "as")
                    || (hasObject && led is "for" or "of" or "as" or "over") || (last >= 0 && !occasions.IsOccasion(child));
                ledByPreposition |= entry.Prepositions.Contains(led) || led == "as";
            }
            else if (child.Is("advcl") && last >= 0 || child.Is("advcl") && child.Child("mark") is { } mark && entry.Prepositions.Contains(mark.Text))
            {
                takes = !(child.Index > 0 && child.Xpos == "VBG" && field.IsComma(LeftEdge(child) - 1));
                ledByPreposition |= takes;
            }
            if (!takes)
                continue;
            if (last >= 0 && LeftEdge(child) > last + 2)
                break;
            int left = Math.Max(LeftEdge(child), group.End + 1);
            // The preposition is part of the cue when it leads the content: "called for [talks]".
            first = Math.Min(first, left);
            last = Math.Max(last, RightEdge(field, child));
        }
        bool enough = hasObject && entry.Takes(Frames.Object) || predicate || ledByPreposition;
        if (last < 0 || !enough)
            return null;
        // "accused | the party of …": the object counts, whatever the tree made of it.
        if (entry.Takes(Frames.Object | Frames.Predicate | Frames.As) && first > group.End + 1 && !group.Passive && !group.Inverted
            && Enumerable.Range(group.End + 1, first - group.End - 1).All(i => field.QuotationAt(i) is null && (SourceFinder.IsNominal(field[i]) || field[i].Upos is Upos.DET or Upos.ADJ or Upos.NUM)
                && !occasions.IsTime(field[i])))
        {
            first = group.End + 1;
        }
        int end = Math.Min(last, EndOfComplement(field, group, first, last));
        if (field.Words(first, end) is not { } piece || piece.Overlaps(verb.Span))
            return null;
        return new Found([piece], ledByPreposition && !hasObject ? "statements.preposition" : predicate ? "statements.predicate" : "statements.object",
            predicate || ledByPreposition ? 0.7f : 0.6f);
    }

    /// <summary>He called half of them "…": object and quotation side by side.</summary>
    private static Found? CalledInQuotes(Field field, VerbGroup group)
    {
        if (!group.Entry.Takes(Frames.Predicate | Frames.As) || group.Source is null || group.Passive)
            return null;
        for (int i = group.End + 1; i <= field.Last && i < group.End + 12; i++)
        {
            if (field.QuotationAt(i) is { } quotation)
            {
                return field.StartOf(quotation) == i && field.Words(group.End + 1, field.EndOf(quotation)) is { } piece
                    ? new Found([piece], "statements.predicate", 0.6f) : null;
            }
            if (field[i].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.CCONJ)
                return null;
        }
        return null;
    }

    private int EndOfComplement(Field field, VerbGroup group, int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
        {
            if (field.QuotationAt(i) is null && (field[i].Text == ";" || StartsAnother(field, group, field[i], i)))
            {
                int cut = i - 1;
                while (cut > first && field[cut].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV)
                    cut--;
                return cut;
            }
        }
        return last;
    }
}
