using System.Collections.Frozen;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>
/// Words by which reports account for their sources (data/statements/sourcing.tsv): "declined to give his name", "asked not
/// to be identified", "declined to comment". They tell what was not said, and are no statements.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class Sourcing
{
    private readonly FrozenSet<string> _withhold, _answer, _identify, _identity, _anonymity, _measure;

    public Sourcing(DataPack data)
    {
        var rows = data.Table("statements/sourcing.tsv").Rows;
        FrozenSet<string> Of(string wordClass) => rows.Where(r => r["class"] == wordClass).Select(r => r["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (_withhold, _answer, _identify, _identity, _anonymity, _measure) = (Of("withhold"), Of("answer"), Of("identify"), Of("identity"), Of("anonymity"), Of("measure"));
    }

    /// <summary>Whether the word can account for a source at all.</summary>
    public bool Concerns(Token verb) => _answer.Contains(verb.Lemma) || _withhold.Contains(verb.Lemma);

    /// <summary>"According to plan", "according to law": what something went by is nobody who says so.</summary>
    public bool IsMeasure(Token token) => _measure.Contains(token.Lemma);

    public bool IsMere(Field field, VerbGroup group, Found found)
    {
        if (_answer.Contains(group.Verb.Lemma) && IsRefused(field, group.Verb))
            return true;
        if (!_withhold.Contains(group.Verb.Lemma) || found.Pieces is not [var piece])
            return false;
        bool refusing = IsRefusal(group.Verb);
        bool not = refusing || group.Negated || field[Math.Max(field.First, group.Verb.Index - 1)].IsLemma("not");
        Token? leading = null;
        int from = group.End + 1;
        for (int i = from; i <= field.Last && i < from + 8 && field[i].Span.Start < piece.End; i++)
        {
            Token token = field[i];
            not |= token.IsLemma("not");
            if (_anonymity.Contains(token.Text))
                return true;
            bool passive = leading is not null && leading.IsLemma("be") || token.Xpos == "VBN";
            if (not && _identify.Contains(token.Lemma) && passive)
                return true;
            if (not && _identity.Contains(token.Lemma) && token.Upos == Upos.NOUN && field[i - 1].Xpos == "PRP$")
                return true;
            if (refusing && leading is null && _answer.Contains(token.Lemma) && token.Upos is Upos.VERB or Upos.NOUN)
                return EndsBehind(field, i);
            if (token.Upos is Upos.VERB or Upos.AUX)
                leading = token;
        }
        return false;
    }

    private static bool IsRefusal(Token token) => token.IsLemma("decline") || token.IsLemma("refuse");

    /// <summary>"declined to | comment"</summary>
    private static bool IsRefused(Field field, Token verb) =>
        verb.Index - 2 >= field.First && field[verb.Index - 1].IsLemma("to") && IsRefusal(field[verb.Index - 2]);

    /// <summary>Nothing is said behind "comment", "answer questions" but what it was about.</summary>
    private static bool EndsBehind(Field field, int index) => index == field.Last
        || field[index + 1].Upos is Upos.PUNCT or Upos.ADP or Upos.ADV or Upos.CCONJ or Upos.SCONJ
        || field[index + 1].IsLemma("question") || (index + 2 <= field.Last && field[index + 2].IsLemma("question"));
}
