using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Data;

namespace Chancery.Actors;

/// <summary>Turns the tables of data/actors into the entries and indexes of an <see cref="ActorRegistry"/>; dies with the call.</summary>
internal sealed class ActorRegistryBuilder
{
    /// <summary>Countries whose people put the family name first in English news.</summary>
    private static readonly HashSet<string> FamilyNameFirst = ["CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG"];

    private readonly Dictionary<string, Office> _offices = new(StringComparer.Ordinal);

    public ActorRegistryBuilder(IReadOnlyList<Table> tables)
    {
        // A table is known by a column that no other kind has, so that a user's file may have any name.
        foreach (Table table in tables.Where(t => t.Columns.Contains("demonyms")))
            AddCountries(table);
        foreach (Table table in tables.Where(t => t.Columns.Contains("sectors") && t.Columns.Contains("aliases")))
            AddBodies(table);
        foreach (Table table in tables.Where(t => t.Columns.Contains("code") && !t.Columns.Contains("sectors") && !t.Columns.Contains("demonyms")))
            AddRegions(table);
        foreach (Table table in tables.Where(t => t.Columns.Contains("kind") && t.Columns.Contains("words")))
            AddSectorWords(table);
        foreach (Table table in tables.Where(t => t.Columns.Contains("single")))
            AddOffices(table);
        foreach (Table table in tables.Where(t => t.Columns.Contains("office") && t.Columns.Contains("from")))
            AddTenures(table);
        if (tables.FirstOrDefault(t => !IsKnown(t)) is { } other)
        {
            throw new TableException(new(other.File, 1, 1), "CHY0219",
                $"a table with the columns {string.Join(", ", other.Columns)} is none of actors; expected the columns of a table in data/actors");
        }
    }

    private static bool IsKnown(Table table) =>
        table.Columns.Contains("code") || table.Columns.Contains("sectors") || table.Columns.Contains("single")
        || (table.Columns.Contains("kind") && table.Columns.Contains("words")) || (table.Columns.Contains("office") && table.Columns.Contains("from"));

    public Dictionary<string, Actor> Actors { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Actor> States { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, List<Actor>> ByName { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, List<Actor>> ByShortName { get; } = new(StringComparer.Ordinal);
    public List<(string Name, Actor Person)> FullNames { get; } = [];
    public Dictionary<string, List<CountryWord>> CountryWords { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, List<Office>> OfficesByWord { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, SectorWord> SectorWords { get; } = new(StringComparer.Ordinal);
    public List<Tenure> Tenures { get; } = [];

    /// <summary>By their rank.</summary>
    public IReadOnlyList<Office> Offices => [.. _offices.Values.OrderBy(o => o.Rank)];

    /// <summary>Names that are of places first and stand for an actor only when they act.</summary>
    public HashSet<string> Metonyms { get; } = new(StringComparer.Ordinal);

    private void AddCountries(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            string code = row["code"];
            var state = new Actor(ActorKey.Slug(row["name"]), row["name"], ActorKind.State, code, code, []);
            Actors.TryAdd(state.Id, state);
            States.TryAdd(code, state);
            string[] names = [row["name"], .. row.List("aliases")];
            AddNames(state, names);
            AddWords(code, CountryWordKind.Name, names);
            AddWords(code, CountryWordKind.Adjective, row.List("adjectives"));
            AddWords(code, CountryWordKind.Demonym, row.List("demonyms"));
            AddWords(code, CountryWordKind.Metonym, row.List("metonyms"));
            Metonyms.UnionWith(row.List("metonyms").Select(m => ActorKey.Of(m)));
        }
    }

    private void AddWords(string country, CountryWordKind kind, string[] words)
    {
        foreach (string word in words)
            Add(CountryWords, ActorKey.Of(word), new CountryWord(country, kind));
    }

    private void AddBodies(Table table)
    {
        ActorKind kind = table.Columns.Contains("code") ? ActorKind.Organisation : ActorKind.Group;
        foreach (TableRow row in table.Rows)
        {
            ImmutableArray<string> sectors = [.. row.List("sectors")];
            string? country = NullIfEmpty(row["country"]);
            string? code = kind == ActorKind.Organisation ? NullIfEmpty(row["code"]) : null;
            code ??= ActorCode.Compose(country, sectors.Take(1));
            var body = new Actor(row["id"], row["name"], kind, code, country, sectors);
            Actors.TryAdd(body.Id, body);
            string[] metonyms = kind == ActorKind.Organisation ? row.List("metonyms") : [];
            AddNames(body, [row["name"], .. row.List("aliases"), .. metonyms]);
            Metonyms.UnionWith(metonyms.Select(m => ActorKey.Of(m)));
        }
    }

    private void AddRegions(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            string? code = NullIfEmpty(row["code"]);
            string? country = code is not null && States.ContainsKey(code) ? code : null;
            var region = new Actor(row["id"], row["name"], ActorKind.Region, code, country, []);
            Actors.TryAdd(region.Id, region);
            AddNames(region, [row["name"], .. row.List("aliases")]);
            if (country is null)
                continue;
            AddWords(country, CountryWordKind.Name, [row["name"], .. row.List("aliases")]);
            AddWords(country, CountryWordKind.Adjective, row.List("adjectives"));
        }
    }

    private void AddSectorWords(Table table)
    {
        foreach (TableRow row in table.Rows)
            SectorWords.TryAdd(row["words"].ToLowerInvariant(), new SectorWord(row["sector"], row["kind"]));
    }

    private void AddOffices(Table table)
    {
        foreach (TableRow row in table.Rows)
        {
            var office = new Office(row["office"], row["title"], [.. row.List("sector")], row["single"] == "yes", row["leader"] == "yes", _offices.Count);
            if (!_offices.TryAdd(office.Id, office))
                continue;
            foreach (string words in row.List("words").Append(row["title"]))
                Add(OfficesByWord, words.ToLowerInvariant(), office);
        }
    }

    private void AddTenures(Table table)
    {
        Actor of = BodyOf(table) ?? throw new TableException(new(table.File, 1, 1), "CHY0210",
            "the file is named after no country, organisation or group; expected \"RUS.tsv\", \"org-ID.tsv\" or \"group-ID.tsv\"");
        var columns = new TenureColumns(table);
        var people = new Dictionary<string, (Actor Actor, List<string> Names)>(StringComparer.Ordinal);
        foreach (TableRow row in table.Rows)
        {
            if (!_offices.TryGetValue(row[columns.Office], out Office? office))
                throw row.Error("office", "CHY0211", $"no office \"{row[columns.Office]}\"; expected one of offices.tsv");
            string name = row[columns.Name];
            // The id is made of the name once for all its rows.
            string given = row[columns.Id].Length > 0 ? row[columns.Id] : name;
            if (!people.TryGetValue(given, out var person))
                people[given] = person = (PersonOf(row, columns), []);
            AddName(person.Names, name);
            foreach (string alias in row.List(columns.Aliases))
                AddName(person.Names, alias);
            Tenures.Add(ReadTenure(row, columns, person.Actor.Id, office, of));
        }
        foreach (var (actor, names) in people.Values)
            AddPersonNames(actor, names, of);
    }

    private Actor PersonOf(TableRow row, TenureColumns columns)
    {
        string id = row[columns.Id].Length > 0 ? row[columns.Id] : ActorKey.Slug(row[columns.Name]);
        if (Actors.TryGetValue(id, out Actor? known) && known.Kind == ActorKind.Person)
            return known;
        string gender = row[columns.Gender];
        return Actors[id] = new Actor(id, row[columns.Name], ActorKind.Person, null, null, []) { Gender = gender.Length == 1 ? gender[0] : '\0' };
    }

    private static void AddName(List<string> names, string name)
    {
        if (!names.Contains(name))
            names.Add(name);
    }

    private static Tenure ReadTenure(TableRow row, TenureColumns columns, string id, Office office, Actor of)
    {
        string title = row[columns.Title].Length > 0 ? row[columns.Title] : office.Title;
        bool isState = of.Kind is ActorKind.State or ActorKind.Region;
        return new Tenure(id, office.Id, title, isState ? of.Code : null, isState ? null : of.Id,
            TableDate.First(row, columns.From), TableDate.Last(row, columns.To))
        {
            FromIsExact = row[columns.From].Length == 10,
            FromLength = row[columns.From].Length,
            ToLength = row[columns.To].Length,
            BodyName = of.Name,
            Sectors = isState ? office.Sectors : of.Kind == ActorKind.Group ? of.Sectors : [.. of.Sectors, .. office.Sectors.Except(of.Sectors)],
            Rank = office.Rank,
        };
    }

    /// <summary>The country, former state, organisation or group a table of tenures is named after.</summary>
    private Actor? BodyOf(Table table)
    {
        string stem = table.File[(table.File.LastIndexOf('/') + 1)..].Replace(".tsv", "", StringComparison.Ordinal);
        if (States.TryGetValue(stem, out Actor? state))
            return state;
        if (stem.Length == 3 && Actors.Values.FirstOrDefault(a => a.Kind == ActorKind.Region && a.Code == stem) is { } former)
            return former;
        int dash = stem.IndexOf('-');
        string id = stem[(dash + 1)..];
        if (dash < 0 || stem[..dash] is not ("org" or "group"))
            return null;
        if (Actors.TryGetValue(id, out Actor? body) && body.Kind is ActorKind.Organisation or ActorKind.Group)
            return body;
        string key = id.ToUpper(CultureInfo.InvariantCulture);
        return ByName.GetValueOrDefault(key)?.FirstOrDefault(a => a.Kind is ActorKind.Organisation or ActorKind.Group)
            ?? ByName.GetValueOrDefault(ActorKey.Of(id))?.FirstOrDefault();
    }

    private void AddNames(Actor actor, IEnumerable<string> names)
    {
        foreach (string name in names)
            Add(ByName, ActorKey.Of(name), actor);
    }

    private void AddPersonNames(Actor person, List<string> names, Actor of)
    {
        foreach (string name in names)
        {
            string key = ActorKey.Of(name);
            int space = key.IndexOf(' ');
            if (space < 0)
            {
                Add(ByShortName, key, person);
                continue;
            }
            Add(ByName, key, person);
            FullNames.Add((name, person));
            if (FamilyNameFirst.Contains(of.Country ?? ""))
            {
                Add(ByShortName, key[..space], person);
                continue;
            }
            for (; space >= 0; space = key.IndexOf(' ', space + 1))
                Add(ByShortName, key[(space + 1)..], person);
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T value)
    {
        ref List<T>? found = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        found ??= new List<T>(1); // most names have one bearer, and there are tens of thousands
        if (!found.Contains(value))
            found.Add(value);
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>Where the columns of a table of tenures stand: looked up once, not for each of thousands of rows.</summary>
    private readonly struct TenureColumns(Table table)
    {
        public int Name { get; } = table.ColumnIndex("name");
        public int Office { get; } = table.ColumnIndex("office");
        public int From { get; } = table.ColumnIndex("from");
        public int To { get; } = table.ColumnIndex("to");
        public int Title { get; } = table.ColumnIndex("title");
        public int Gender { get; } = table.ColumnIndex("gender");
        public int Aliases { get; } = table.ColumnIndex("aliases");
        public int Id { get; } = table.ColumnIndex("id");
    }
}
