using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>How a noun counts as someone who acts: 'p' one person, 'g' people together, 'b' a body.</summary>
internal readonly record struct ActorNoun(char Kind, Gender Gender, bool? Plural)
{
    /// <summary>What a state's forces use, and act by where the report says whose it is.</summary>
    public bool IsEquipment { get; init; }
}

/// <summary>The words that mark people and bodies: given names, titles, relations, role nouns.</summary>
internal sealed class EntityLexicon
{
    /// <summary>Nouns for actors that have no sector of their own.</summary>
    private static readonly Dictionary<string, (char Kind, Gender Gender, bool? Plural)> General = new(StringComparer.Ordinal)
    {
        ["side"] = ('b', Gender.Neuter, null),
        ["party"] = ('b', Gender.Neuter, null),
        ["country"] = ('b', Gender.Neuter, null),
        ["nation"] = ('b', Gender.Neuter, null),
        ["neighbour"] = ('b', Gender.Neuter, null),
        ["neighbor"] = ('b', Gender.Neuter, null),
        ["group"] = ('b', Gender.Neuter, null),
        ["organisation"] = ('b', Gender.Neuter, null),
        ["organization"] = ('b', Gender.Neuter, null),
        ["movement"] = ('b', Gender.Neuter, null),
        ["front"] = ('b', Gender.Neuter, null),
        ["committee"] = ('b', Gender.Neuter, null),
        ["council"] = ('b', Gender.Neuter, null),
        ["panel"] = ('b', Gender.Neuter, null),
        ["board"] = ('b', Gender.Neuter, null),
        ["institute"] = ('b', Gender.Neuter, null),
        ["federation"] = ('b', Gender.Neuter, null),
        ["association"] = ('b', Gender.Neuter, null),
        ["bloc"] = ('b', Gender.Neuter, null),
        ["alliance"] = ('b', Gender.Neuter, null),
        ["coalition"] = ('b', Gender.Neuter, null),
        ["people"] = ('g', Gender.Unknown, true),
        ["person"] = ('p', Gender.Unknown, null),
        ["leader"] = ('p', Gender.Unknown, null),
        ["counterpart"] = ('p', Gender.Unknown, null),
        ["family"] = ('g', Gender.Unknown, null),
        ["states"] = ('b', Gender.Neuter, true),
        ["crowd"] = ('g', Gender.Unknown, null),
    };

    private readonly Dictionary<string, Gender> _givenNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gender> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Gender Gender, bool Plural)> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _sectorNouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _organisationWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _peoples = new(StringComparer.Ordinal);
    private readonly HashSet<string> _adjectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stateAdjectives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _innerDeeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _equipment = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _halves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bodySectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _namedBodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string[] Sectors, bool Unknown, bool InNames)> _bodyNouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _saying = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acting = new(StringComparer.Ordinal);

    /// <summary>Roles, relations and nouns of one person besides titles, with the gender they tell.</summary>
    private readonly Dictionary<string, Gender> _roles = new(StringComparer.Ordinal);

    /// <summary>Every phrase for someone who acts.</summary>
    private readonly Dictionary<string, ActorNoun> _nouns = new(StringComparer.Ordinal);

    // Of every phrase, with the length of the longest: most nouns end none, and need not be looked up with what stands before them ("stages").
    private readonly Dictionary<string, int> _lastWords = new(StringComparer.OrdinalIgnoreCase);

    public EntityLexicon(DataPack data)
    {
        foreach (TableRow row in data.Table("names/given-names.tsv").Rows)
            _givenNames.TryAdd(row["name"], GenderOf(row["gender"]));
        foreach (TableRow row in data.Table("names/titles.tsv").Rows)
            _titles.TryAdd(row["title"].ToLowerInvariant().TrimEnd('.'), GenderOf(row["gender"]));
        foreach (TableRow row in data.Table("names/relations.tsv").Rows)
            _relations.TryAdd(row["words"].ToLowerInvariant(), (GenderOf(row["gender"]), row["number"] == "pl"));
        foreach (TableRow row in data.Table("actors/sectors.tsv").Rows)
        {
            if (row["kind"] is "person" or "group" or "body")
                _sectorNouns.TryAdd(row["words"].ToLowerInvariant(), row["kind"][0]);
            if (row["kind"] == "body")
                _bodySectors.TryAdd(row["words"].ToLowerInvariant(), row["sector"]);
        }
        foreach (TableRow row in data.Table("actors/offices.tsv").Rows)
            _offices.UnionWith(row.List("words").Select(w => w.ToLowerInvariant()));
        var lastWords = new HashSet<string>(StringComparer.Ordinal);
        foreach (TableRow row in data.Table("actors/countries.tsv").Rows)
        {
            _peoples.UnionWith(row.List("demonyms"));
            _adjectives.UnionWith(row.List("adjectives"));
            _areas.UnionWith([row["name"], row["capital"], .. row.List("aliases")]);
            _seats.UnionWith(row.List("metonyms"));
            foreach (string adjective in row.List("adjectives"))
                _stateAdjectives[adjective] = _stateAdjectives.ContainsKey(adjective) ? "" : row["code"];
            string last = row["name"][(row["name"].LastIndexOf(' ') + 1)..];
            if (!lastWords.Add(last))
                _twins.Add(last);
        }
        foreach (TableRow row in data.Table("actors/countries.tsv").Rows)
        {
            if (row["name"].Split(' ') is ["North" or "South", var shared] && _twins.Contains(shared))
            {
                foreach (string words in new[] { row["name"] }.Concat(row.List("adjectives")).Concat(row.List("demonyms")))
                    AddHalf(words, row["name"]);
            }
        }
        foreach (string table in new[] { "actors/organisations.tsv", "actors/groups.tsv" })
        {
            foreach (TableRow row in data.Table(table).Rows)
            {
                foreach (string name in row.List("aliases").Prepend(row["name"]))
                    _namedBodies.TryAdd(name, [.. row.List("sectors")]);
            }
        }
        foreach (TableRow row in data.Table("entities/bodies.tsv").Rows)
            _bodyNouns[row["noun"]] = ([.. row.List("sectors")], row["unknown"] == "yes", row["names"] == "yes");
        foreach (TableRow row in data.Table("actors/regions.tsv").Rows)
        {
            _adjectives.UnionWith(row.List("adjectives"));
            _peoples.UnionWith(row.List("adjectives").Select(a => a + "s"));
            _areas.UnionWith([row["name"], .. row.List("aliases")]);
        }
        foreach (TableRow row in data.Table("entities/verbs.tsv").Rows)
            (row["kind"] == "says" ? _saying : _acting).Add(row["verb"]);
        _organisationWords.UnionWith(data.Table("names/organisation-words.tsv").Rows.Select(r => r["word"]));
        foreach (TableRow row in data.Table("events/lexicon.tsv").Rows)
        {
            if (row["pos"] == "n")
                _deeds.UnionWith(row.List("words"));
        }
        _deeds.UnionWith(data.Table("entities/acts.tsv").Rows.Select(r => r["noun"]));
        _innerDeeds.UnionWith(data.Table("entities/inner-deeds.tsv").Rows.Select(r => r["noun"]));
        _deeds.ExceptWith(_innerDeeds);
        _equipment.UnionWith(data.Table("entities/equipment.tsv").Rows.Select(r => r["noun"]));
        AddPhrases();
    }

    /// <summary>"North Koreans" shows whose "the North" is.</summary>
    private void AddHalf(string words, string name)
    {
        if (words.Split(' ') is not [var half, var shared])
            return;
        if (!_halves.TryGetValue(shared, out Dictionary<string, string>? names))
            _halves[shared] = names = new Dictionary<string, string>(StringComparer.Ordinal);
        names[half] = name;
    }

    /// <summary>Makes one table of all phrases, the surer meaning first.</summary>
    private void AddPhrases()
    {
        foreach ((string words, (Gender gender, bool plural)) in _relations)
        {
            _nouns.TryAdd(words, new ActorNoun(_sectorNouns.TryGetValue(words, out char kind) && kind != 'p' ? kind : 'p', gender, plural));
            if (!plural)
                _roles.TryAdd(words, gender);
        }
        foreach ((string words, char kind) in _sectorNouns)
        {
            _nouns.TryAdd(words, new ActorNoun(kind, kind == 'b' ? Gender.Neuter : Gender.Unknown, null));
            if (kind == 'p')
                _roles.TryAdd(words, Gender.Unknown);
        }
        foreach (string words in _offices)
        {
            _nouns.TryAdd(words, new ActorNoun('p', Gender.Unknown, null));
            _roles.TryAdd(words, Gender.Unknown);
        }
        foreach ((string words, (char kind, Gender gender, bool? plural)) in General)
            _nouns.TryAdd(words, new ActorNoun(kind, gender, plural));
        foreach (string phrase in _titles.Keys.Concat(_roles.Keys).Concat(_nouns.Keys).Concat(_equipment))
        {
            string last = LastWord(phrase).ToString();
            _lastWords[last] = Math.Max(_lastWords.GetValueOrDefault(last), phrase.Length + 1); // a full stop may follow
        }
    }

    public Gender GivenName(string word) => _givenNames.GetValueOrDefault(word, Gender.Unknown);

    /// <summary>Whether a proper noun alone is likely a person's: a given name that is no country's or region's word.</summary>
    public bool IsGivenName(string word) => _givenNames.ContainsKey(word) && !_areas.Contains(word) && !_adjectives.Contains(word);

    /// <summary>Whether the word is an office that stands before names; monarchs and popes are called by theirs.</summary>
    public bool IsOffice(string word) => word.ToLowerInvariant() is var lower && _offices.Contains(lower) && lower is not ("king" or "queen" or "pope" or "emperor" or "empress" or "sultan" or "emir" or "prince" or "princess" or "duke" or "duchess" or "sheikh");

    /// <summary>Whether the word is a country, capital or region.</summary>
    public bool IsArea(string word) => _areas.Contains(word);

    /// <summary>Whether the words are likely a person's name: a given name first and no organisation's word.</summary>
    public bool IsPersonName(Token first, Token last)
    {
        if (first.Text is "The" or "Al" or "El" || !IsGivenName(first.Text))
            return false;
        for (Token? at = first; at is not null && at.Index <= last.Index; at = at.Next)
        {
            if (IsOrganisationWord(at.Text) || at.Upos is not (Upos.PROPN or Upos.PUNCT or Upos.NOUN or Upos.X))
                return false;
        }
        return true;
    }

    /// <summary>Whether the word is none that many names begin with: no title, role or sector noun.</summary>
    public bool IsRare(string word) =>
        !_sectorNouns.ContainsKey(word.ToLowerInvariant()) && !_titles.ContainsKey(word.ToLowerInvariant()) && !_givenNames.ContainsKey(word) && !General.ContainsKey(word.ToLowerInvariant());

    /// <summary>Whether the word makes a name that of an organisation: "Bank", "Ministry".</summary>
    public bool IsOrganisationWord(string word) => _organisationWords.Contains(word);

    /// <summary>The same, or a common noun for a body, with a capital: "Brigades".</summary>
    public bool IsBody(Token word) => char.IsUpper(word.Text[0])
        && (IsOrganisationWord(word.Text) || (_sectorNouns.TryGetValue(word.Lemma.ToLowerInvariant(), out char kind) && kind == 'b'));

    public bool IsPeople(string words) => _peoples.Contains(words);

    /// <summary>Whether the word is an adjective of a country or region: "Russian".</summary>
    public bool IsOrigin(string word) => _adjectives.Contains(word);

    /// <summary>Whether the word is the adjective of one state: "Turkish".</summary>
    public bool IsOfState(string word) => _stateAdjectives.TryGetValue(word, out string? state) && state.Length > 0;

    /// <summary>Whether the noun is a deed that a state's adjective says the doer of: "strike" in "the Turkish strike", not "war".</summary>
    public bool IsDeed(string noun) => _deeds.Contains(noun);

    /// <summary>The same for two states: "Israeli-Palestinian violence" is between them.</summary>
    public bool IsDeedOfTwo(string noun) => _deeds.Contains(noun) || _innerDeeds.Contains(noun);

    /// <summary>Whether the word is a capital or seat by which a government is called.</summary>
    public bool IsSeat(string word) => _seats.Contains(word);

    /// <summary>Whether two states share the name, so that both together are called by its plural: "Korea".</summary>
    public bool IsTwin(string word) => _twins.Contains(word);

    /// <summary>By the word that both share with it ("Korea", "Koreans"), the states that a report calls the North and the South; empty for other words.</summary>
    public IReadOnlyDictionary<string, string> Halves(string shared) => _halves.GetValueOrDefault(shared) ?? NoHalves;

    private static readonly Dictionary<string, string> NoHalves = [];

    /// <summary>Whether the noun can take up a body of that name: "the bloc" Mercosur, "the group" no ministry. Null where nothing is known of the body.</summary>
    public bool? TakesUp(string noun, string[] name)
    {
        if (!_bodyNouns.TryGetValue(noun, out var kind) || (kind.InNames && IsOfOtherKind(noun, name)))
            return false;
        string[]? sectors = _namedBodies.GetValueOrDefault(string.Join(' ', name));
        if (sectors is null && (_bodySectors.GetValueOrDefault(name[^1].ToLowerInvariant()) ?? (name.Length > 1 && name[1] is "of" or "for" ? _bodySectors.GetValueOrDefault(name[0].ToLowerInvariant()) : null)) is { } own)
            sectors = [own];
        return sectors is null ? kind.Unknown ? null : false : kind.Sectors.Length == 0 || sectors.Any(kind.Sectors.Contains);
    }

    /// <summary>Whether a body that the noun takes up mostly has it in its name: "the department" a department.</summary>
    public bool IsInNames(string noun) => _bodyNouns.TryGetValue(noun, out var kind) && kind.InNames;

    // The Justice Department is no court, whatever its sector, and Nordic News no department.
    private bool IsOfOtherKind(string noun, string[] name) => name.Length > 1 && !name.Contains(noun, StringComparer.OrdinalIgnoreCase)
        && Array.Exists(name, w => IsOrganisationWord(w) && (_bodySectors.GetValueOrDefault(w.ToLowerInvariant()) is not { } sector || sector != _bodySectors.GetValueOrDefault(noun) || IsInNames(w.ToLowerInvariant())));

    /// <summary>Whether a body is known by this name.</summary>
    public bool IsNamedBody(string name) => _namedBodies.ContainsKey(name);

    /// <summary>Whether the word calls one member of a party, whose plural is the party: "a Republican".</summary>
    public bool IsMember(string word) => _namedBodies.TryGetValue(word + "s", out string[]? sectors) && sectors.Contains("PTY") && _sectorNouns.TryGetValue(word.ToLowerInvariant(), out char kind) && kind == 'p';

    /// <summary>Whether the verb hands words to a speaker.</summary>
    public bool IsSaying(string verb) => _saying.Contains(verb);

    /// <summary>Whether the verb is one that only people and bodies do: to say, to decide, to invade.</summary>
    public bool IsOfSomeone(string verb) => _saying.Contains(verb) || _acting.Contains(verb);

    /// <summary>The gender that a title tells: "Mr", "Queen"; null when the words are no title.</summary>
    public Gender? Title(string words) => _titles.TryGetValue(words.TrimEnd('.').ToLowerInvariant(), out Gender gender) ? gender : null;

    /// <summary>The longest phrase that ends with this word and names a role, title or relation of one person.</summary>
    /// <returns>Its first word and the gender it tells; null when there is none.</returns>
    public (Token First, Gender Gender)? RoleEndingAt(Report report, Token last)
    {
        var endings = new PhraseEndings(report, last, LongestEndingIn(last), stackalloc char[PhraseEndings.Room], stackalloc char[PhraseEndings.Room]);
        var titles = _titles.GetAlternateLookup<ReadOnlySpan<char>>();
        var roles = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int words = endings.Count; words > 0; words--)
        {
            ReadOnlySpan<char> phrase = endings.AsTheyStand(words);
            if (titles.TryGetValue(phrase.TrimEnd('.'), out Gender gender) || roles.TryGetValue(phrase, out gender))
                return (last.Sentence.Tokens[last.Index - words + 1], gender);
        }
        return null;
    }

    /// <summary>What kind of actor the noun phrase headed by this noun names, by its longest known phrase, and the first word of that; null for other things.</summary>
    public (ActorNoun Kind, Token First)? Noun(Report report, Token head)
    {
        if (LongestEndingIn(head) is var longest && longest == 0)
            return null;
        var endings = new PhraseEndings(report, head, longest, stackalloc char[PhraseEndings.Room], stackalloc char[PhraseEndings.Room]);
        var nouns = _nouns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int words = endings.Count; words > 0; words--)
        {
            if (nouns.TryGetValue(endings.AsTheyStand(words), out ActorNoun noun) || (endings.HasLemma && nouns.TryGetValue(endings.WithLemma(words), out noun)))
                return (noun, head.Sentence.Tokens[head.Index - words + 1]);
        }
        return _equipment.Contains(head.Lemma) ? (new ActorNoun('b', Gender.Neuter, null) { IsEquipment = true }, head) : null;
    }

    /// <summary>How long the longest phrase is that ends with the word or its lemma; 0 when none does.</summary>
    private int LongestEndingIn(Token last)
    {
        var words = _lastWords.GetAlternateLookup<ReadOnlySpan<char>>();
        words.TryGetValue(LastWord(last.Text), out int longest);
        if (!ReferenceEquals(last.Text, last.Lemma) && words.TryGetValue(LastWord(last.Lemma), out int other) && other > longest)
            longest = other;
        return longest;
    }

    /// <summary>The letters and digits that the phrase ends with, points left out.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> phrase)
    {
        phrase = phrase.TrimEnd('.');
        int start = phrase.Length;
        while (start > 0 && char.IsLetterOrDigit(phrase[start - 1]))
            start--;
        return phrase[start..];
    }

    private static Gender GenderOf(string cell) => cell switch
    {
        "m" => Gender.Masculine,
        "f" => Gender.Feminine,
        _ => Gender.Unknown,
    };
}
