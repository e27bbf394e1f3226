using System.Collections.Immutable;
using Chancery.Data;

namespace Chancery.Events;

/// <summary>The constructions of data/events by the lemma of their main word.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class EventLexicon
{
    // Freezing them would take longer than all the reading of most runs gains by it.
    private readonly Dictionary<string, ImmutableArray<Construction>> _byWord;
    private readonly Lazy<Dictionary<(string Word, char Pos), ImmutableArray<EventType>>> _types;
    private readonly Dictionary<string, Frame> _frames;
    private readonly Dictionary<string, WordTest> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pasts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WordClasses _classes;
    private static readonly WordTest Whatever = new([], false, false, false, false);

    /// <exception cref="TableException">A table is wrong; the message says where.</exception>
    public EventLexicon(DataPack data, WordClasses classes)
    {
        _classes = classes;
        Dictionary<string, Frame> frames = _frames = data.Table("events/frames.tsv").Rows.ToDictionary(row => row["frame"], ReadFrame);
        var byWord = new SortedDictionary<string, List<Construction>>(StringComparer.OrdinalIgnoreCase);
        foreach (TableRow row in data.Table("events/lexicon.tsv").Rows)
        {
            if (!frames.TryGetValue(row["frame"], out Frame? frame) && (frame = row["frame"] == "-" ? Events.Frame.None : null) is null)
                throw row.Error("frame", "CHY0310", $"no frame \"{row["frame"]}\"; expected one of events/frames.tsv, or -");
            foreach (string words in row.List("words"))
            {
                foreach (string object_ in Alternatives(row["object"]))
                {
                    Construction made = ReadConstruction(row, frame, words, object_);
                    if (!byWord.TryGetValue(made.Word, out List<Construction>? list))
                        byWord.Add(made.Word, list = []);
                    list.Add(made);
                }
            }
        }
        foreach (TableRow row in data.Table("language/irregular-verbs.tsv").Rows)
        {
            foreach (string form in row.List("past"))
                _pasts.TryAdd(form, row["lemma"]);
        }
        _byWord = byWord.ToDictionary(
            p => p.Key, p => p.Value.OrderByDescending(c => c.IsNone).ThenByDescending(c => c.Conditions).ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        _types = new(() => byWord.SelectMany(p => p.Value.Where(c => c.Before.IsEmpty && !c.IsNone).Select(c => ((p.Key.ToLowerInvariant(), c.Pos), c.Frame.Type)))
            .GroupBy(p => p.Item1, p => p.Type).ToDictionary(g => g.Key, g => g.Distinct().Order().ToImmutableArray()));
    }

    /// <summary>All types that the word may evoke, whatever stands beside it.</summary>
    public ImmutableArray<EventType> TypesOf(string lemma, char pos) => _types.Value.GetValueOrDefault((lemma.ToLowerInvariant(), pos), []);

    /// <summary>The word without conditions, in the one of its frames of that type that looks for actors in most places; in the first frame of the type where it has none.</summary>
    public Construction Plain(string lemma, char pos, EventType type)
    {
        Construction? own = Of(lemma).Where(c => c.Pos == pos && !c.IsNone && c.Frame.Type == type).MaxBy(c => (pos == 'n' ? c.Frame.NounTarget : c.Frame.Target).Length);
        return new Construction(own?.Frame ?? _frames.Values.First(f => f.Type == type), pos, lemma, [], "", Whatever, []);
    }

    /// <summary>Those with this lemma as their main word: first the ones that tell of no event, then the ones with most conditions.</summary>
    public ImmutableArray<Construction> Of(string lemma) => _byWord.GetValueOrDefault(lemma, []);

    /// <summary>Those of the verb that has this irregular past form: "froze".</summary>
    public ImmutableArray<Construction> OfPast(string form) => _pasts.TryGetValue(form, out string? lemma) ? Of(lemma) : [];

    /// <exception cref="KeyNotFoundException">There is no such frame.</exception>
    public Frame Frame(string name) => _frames[name];

    private static Frame ReadFrame(TableRow row)
    {
        if (!Enum.TryParse(row["type"], ignoreCase: true, out EventType type))
            throw row.Error("type", "CHY0311", $"no event type \"{row["type"]}\"; expected one of PLOVER's sixteen");
        string[] needs = row.List("needs").SelectMany(n => n.Split(',')).ToArray();
        ImmutableArray<string> Places(string column) => [.. row[column].Split(',', StringSplitOptions.RemoveEmptyEntries)];
        return new Frame(
            row["frame"], type, row["mode"] is { Length: > 0 } mode ? mode : null, row["cameo"],
            row["context"] is { Length: > 0 } context ? [context] : [],
            Places("source"), Places("target"), Places("noun_source"), Places("noun_target"),
            needs.Contains("mutual"), needs.Contains("source"), needs.Contains("target"), needs.Contains("actor"), needs.Contains("public"), needs.Contains("owner"),
            row["score"].Length > 0 ? (float)row.Number("score") : 0.7f);
    }

    // Words named say more than "actor", and that more than "any" or "none": each is a construction of its own weight.
    private static IEnumerable<string> Alternatives(string cell)
    {
        string[] parts = cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? [""] : parts.GroupBy(p => p is "any" or "none" or "actor" or "place" or "clause" or "deed" or "must" or "guilt" or "alone" or "armed" or "number" ? p : "").Select(g => string.Join('|', g));
    }

    private Construction ReadConstruction(TableRow row, Frame frame, string words, string object_)
    {
        if (row["pos"] is not ("v" or "n" or "a"))
            throw row.Error("pos", "CHY0312", $"\"{row["pos"]}\" is no part of speech; expected v, n or a");
        string[] parts = words.Split('-');
        var obliques = ImmutableArray.CreateBuilder<Oblique>();
        if (row["oblique"] is { Length: > 0 } cell)
        {
            foreach (string phrase in cell.Split(';'))
            {
                if (phrase.Split(':') is not [string prepositions, string test])
                    throw row.Error("oblique", "CHY0313", $"\"{phrase}\" has no ':'; expected prepositions:nouns");
                obliques.Add(new Oblique([.. prepositions.Split(',')], ReadTest(row, "oblique", test)));
            }
        }
        // A word that is written with a hyphen throughout ("cease-fire") is found by its last part and what comes before it.
        return new Construction(
            frame, row["pos"][0], parts[^1], [.. parts[..^1]], row["particle"], ReadTest(row, "object", object_), obliques.ToImmutable());
    }

    private WordTest ReadTest(TableRow row, string column, string cell)
    {
        if (_tests.TryGetValue(cell, out WordTest? made))
            return made; // most cells stand in many rows
        var words = new List<IReadOnlySet<string>>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        bool any = false, none = false, actor = false, clause = false, deed = false, must = false, guilt = false, alone = false, place = false, armed = false, number = false;
        foreach (string part in cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "any": any = true; break;
                case "none": none = true; break;
                case "actor": actor = true; break;
                case "place": place = true; break;
                case "clause": clause = true; break;
                case "deed": deed = true; break;
                case "must": must = true; break;
                case "guilt": guilt = true; break;
                case "alone": actor = alone = true; break;
                case "armed": armed = true; break;
                case "number": number = true; break;
                case ['@', .. var name]:
                    if (_classes.Of(name) is not { } members)
                        throw row.Error(column, "CHY0314", $"no class \"{name}\"; expected one of events/classes.tsv");
                    words.Add(members);
                    break;
                default: named.Add(part); break;
            }
        }
        if (named.Count > 0)
            words.Add(named);
        return _tests[cell] = new WordTest(words, any, none, actor, clause) { Deed = deed, Must = must, Guilt = guilt, Alone = alone, Place = place, Armed = armed, Number = number };
    }
}
