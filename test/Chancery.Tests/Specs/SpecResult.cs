using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Tests.Specs;

/// <summary>What became of one expectation.</summary>
/// <param name="Found">What stands in its place, when it is not met.</param>
/// <param name="Points">Fields that hold.</param>
public sealed record Outcome(Expectation Expectation, bool Met, string Found, int Points)
{
    /// <summary>Met or not, it is as the page says.</summary>
    public bool AsSaid => Met == Expectation.Gap is null;

    /// <summary>What must not be there brings no points.</summary>
    public int OfPoints => Expectation.Demand == Demand.Some ? Expectation.Fields.Length : 0;
}

/// <summary>A reading held against the expectations of a page.</summary>
public sealed class SpecResult
{
    private readonly Entries _entries;

    private SpecResult(SpecCase spec, Reading reading)
    {
        _entries = new Entries(reading);
        Outcomes = [.. spec.Expectations.GroupBy(e => (e.Kind, e.Demand)).SelectMany(group => group.Key.Demand == Demand.Some
            ? Match(group.Key.Kind, [.. group])
            : group.Select(Count)).OrderBy(o => o.Expectation.Line)];
    }

    public ImmutableArray<Outcome> Outcomes { get; }
    public int Points => Outcomes.Sum(o => o.Points);
    public int OfPoints => Outcomes.Sum(o => o.OfPoints);

    public static SpecResult Of(SpecCase spec) => new(spec, Support.Some.Reader.Read(spec.Report));

    private Outcome Count(Expectation e)
    {
        var found = _entries.Of(e.Kind).Where(entry => e.Fields.All(f => f.Holds(entry[f.Name]))).ToArray();
        return new Outcome(e, found.Length <= e.Most, Show(e.Kind, found), 0);
    }

    /// <summary>
    /// Each entry meets at most one expectation (an actor any number). As many expectations as can be are met whole, those
    /// without a gap first; each of the rest is held against the entry left over that meets most of its fields.
    /// </summary>
    private IEnumerable<Outcome> Match(string kind, Expectation[] expectations)
    {
        var entries = _entries.Of(kind);
        bool shared = kind is "actor" or "name" or "warning";
        var takenBy = new Expectation?[entries.Length];
        var whole = new HashSet<Expectation>(ReferenceEqualityComparer.Instance);
        foreach (Expectation e in expectations.OrderBy(e => e.Gap is not null))
        {
            if (shared ? entries.Any(entry => e.Fields.All(f => f.Holds(entry[f.Name]))) : Take(e, []))
                whole.Add(e);
        }
        foreach (Expectation e in expectations)
        {
            if (whole.Contains(e))
            {
                yield return new Outcome(e, true, "", e.Fields.Length);
                continue;
            }
            string anchor = e.Fields.Any(f => f.Name == "content") ? "content" : e.Fields[0].Name;
            int best = Enumerable.Range(0, entries.Length)
                .Where(i => (shared || takenBy[i] is null) && e.Fields.First(f => f.Name == anchor) is var named && named.Holds(entries[i][anchor]))
                .OrderByDescending(i => Held(e, entries[i])).FirstOrDefault(-1);
            if (best < 0)
            {
                yield return new Outcome(e, false, "not found", 0);
                continue;
            }
            takenBy[best] = e;
            yield return new Outcome(e, false, string.Join(", ", e.Fields.Where(f => !f.Holds(entries[best][f.Name]))
                .Select(f => $"{f.Name} \"{Short(entries[best][f.Name])}\"")), Held(e, entries[best]));
        }

        // An augmenting path: an entry that is taken goes to the newcomer when its holder finds another.
        bool Take(Expectation e, HashSet<int> tried)
        {
            for (int i = 0; i < entries.Length; i++)
            {
                if (!e.Fields.All(f => f.Holds(entries[i][f.Name])) || !tried.Add(i))
                    continue;
                if (takenBy[i] is { } holder && !Take(holder, tried))
                    continue;
                takenBy[i] = e;
                return true;
            }
            return false;
        }
    }

    private static int Held(Expectation e, FrozenDictionary<string, string> entry) => e.Fields.Count(f => f.Holds(entry[f.Name]));

    /// <summary>All entries of a kind, in short, for a message.</summary>
    public string Found(string kind) => Show(kind, _entries.Of(kind));

    private static string Show(string kind, IReadOnlyCollection<FrozenDictionary<string, string>> entries)
    {
        if (entries.Count == 0)
            return $"no {kind}";
        string[] shown = kind switch
        {
            "event" => ["type", "status", "source", "target", "from", "place"],
            "statement" => ["speaker", "form", "content"],
            "commitment" => ["kind", "by", "content", "due", "outcome"],
            "actor" => ["name", "code", "role"],
            _ => Entries.Fields[kind][..Math.Min(3, Entries.Fields[kind].Length)],
        };
        return string.Join("; ", entries.Select(e => string.Join(' ', shown.Select(f => Short(e[f])))));
    }

    private static string Short(string value) => value.Length <= 60 ? value : value[..57] + "...";
}
