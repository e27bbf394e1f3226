using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Events;

/// <summary>What is agreed to, asked for, refused or threatened decides the third digit of the code: data/events/complements.tsv.</summary>
internal sealed class Complements
{
    private readonly ImmutableArray<(string Type, string Inner, string Prefix, string Cameo, string Mode, string Context)> _rows;

    public Complements(DataPack data) =>
        _rows = [.. data.Table("events/complements.tsv").Rows
            .Select(r => (r["type"], r["inner"], r["cameo_prefix"], r["cameo"], r["mode"], r["context"]))
            .OrderByDescending(r => r.Item3.Length)];

    /// <summary>Refines the codes of events that have another as their complement; the other's score falls, since it is only spoken of.</summary>
    public void Refine(List<Candidate> sentence)
    {
        foreach (Candidate outer in sentence)
        {
            if (sentence.FirstOrDefault(c => IsComplement(c.Trigger.Head, outer.Trigger)) is not { } inner)
                continue;
            inner.Score *= 0.6f;
            foreach (var row in _rows)
            {
                if (!row.Type.Equals(outer.Type.ToString(), StringComparison.OrdinalIgnoreCase)
                    || !row.Inner.Equals(inner.Type.ToString(), StringComparison.OrdinalIgnoreCase)
                    || !inner.Cameo.StartsWith(row.Prefix, StringComparison.Ordinal))
                {
                    continue;
                }
                outer.Cameo = row.Cameo;
                outer.Mode = row.Mode.Length > 0 ? row.Mode : outer.Mode;
                outer.Context = row.Context.Length > 0 ? row.Context : outer.Context;
                break;
            }
        }
    }

    /// <summary>Whether the word is, or completes, what the trigger asks for, agrees to, refuses, threatens.</summary>
    public static bool IsComplement(Token word, Trigger outer)
    {
        if (outer.Frame.Type is not (EventType.Agree or EventType.Request or EventType.Reject or EventType.Threaten) || ReferenceEquals(word, outer.Head))
            return false;
        for (Token? at = word; at is not null; at = at.Head)
        {
            if (at.Head is { } head && ReferenceEquals(head, outer.Head))
                return at.Is("xcomp") || at.Is("ccomp") || at.Is("obj") || at.Is("acl") || at.Is("advcl") && Clauses.IsInfinitive(at)
                    || at.Is("obl") && (Clauses.Preposition(at, "for") || Clauses.Preposition(at, "to") || Clauses.Preposition(at, "with") || Clauses.Preposition(at, "on"))
                    || at.Is("nmod") && (Clauses.Preposition(at, "for") || Clauses.Preposition(at, "of") || Clauses.Preposition(at, "to"));
            if (!(at.Is("obj") || at.Is("xcomp") || at.Is("conj") || at.Is("nmod") || at.Is("ccomp")))
                return false;
        }
        return false;
    }
}
