using System.Globalization;
using Chancery.Data;

namespace Chancery.Places;

/// <summary>Checks the tables of data/places and makes the gazetteer of them, in the build.</summary>
internal sealed class GazetteerBuilder
{
    private readonly List<(Place Place, int Division)> _places = [];
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byGeoNames = [];
    private readonly HashSet<string> _countries = new(StringComparer.Ordinal);

    /// <summary>Keys of names that stand for a government or body, after their country where they have one.</summary>
    private readonly HashSet<string> _metonyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cityNames = new(StringComparer.Ordinal);

    /// <summary>Whether the reader itself still wants the table, and not only the gazetteer: the lists that the language network knows names by.</summary>
    public static bool IsReadAsTable(string table) =>
        !table.StartsWith("places/", StringComparison.Ordinal) || table is "places/cities.tsv" or "places/divisions.tsv";

    /// <param name="tables">All tables, by their path relative to data/.</param>
    /// <exception cref="TableException">A row is wrong.</exception>
    public static byte[] Build(IReadOnlyList<Table> tables)
    {
        var builder = new GazetteerBuilder();
        builder.AddAll(tables.ToDictionary(t => t.File, StringComparer.Ordinal));
        return GazetteerLayout.Write(builder._places, builder._byName);
    }

    private void AddAll(Dictionary<string, Table> tables)
    {
        Table actors = tables["actors/countries.tsv"];
        var capitals = actors.Rows.Select(r => (r["code"], r["capital"])).ToHashSet();
        _metonyms.UnionWith(actors.Rows.SelectMany(r => r.List("metonyms").Select(m => r["code"] + PlaceKey.Of(m))));
        _metonyms.UnionWith(tables["actors/organisations.tsv"].Rows.SelectMany(r => r.List("metonyms")).Select(m => PlaceKey.Of(m)));
        var countries = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TableRow row in tables["places/countries.tsv"].Rows)
        {
            _countries.Add(row["country"]);
            countries[row["country"]] = Add(row, PlaceKind.Country, [row["name"]]);
        }
        // Other spellings of a country stand with the actors: one list, corrected in one place.
        foreach (TableRow row in actors.Rows)
        {
            if (countries.TryGetValue(row["code"], out int country))
            {
                Name(country, [row["name"], .. row.List("aliases")]);
                foreach (string word in row.List("adjectives").Concat(row.List("demonyms")))
                    Bear(GazetteerLayout.CountryWord + PlaceKey.Of(word), country);
            }
        }
        foreach (TableRow row in tables["places/divisions.tsv"].Rows)
        {
            int division = Add(row, PlaceKind.Division, [row["name"], .. row.List("aliases")], code: row["code"]);
            _divisions.TryAdd(row["code"], division);
        }
        foreach (TableRow row in tables["places/cities.tsv"].Rows.Concat(tables["places/towns.tsv"].Rows))
        {
            string[] names = [row["name"], .. row.List("aliases")];
            _cityNames.UnionWith(names.Select(name => $"{row["country"]} {name}"));
            Add(row, PlaceKind.City, names, division: row["admin1"], isCapital: names.Any(name => capitals.Contains((row["country"], name))));
        }
        foreach (TableRow row in tables["places/districts.tsv"].Rows)
        {
            string[] names = [row["name"], .. row.List("aliases")];
            string[] parts = row["code"].Split('.');
            if (parts.Length != 3)
                throw row.Error("code", "CHY0232", $"\"{row["code"]}\" is no code of a second-level division; expected country, division and district, as US.AK.020");
            Add(row, PlaceKind.District, [.. names, .. names.Select(DistrictOf).OfType<string>()], division: $"{parts[0]}.{parts[1]}", code: row["code"]);
        }
        foreach (TableRow row in tables["places/venues.tsv"].Rows)
        {
            if (row["city"].Length > 0 && !_cityNames.Contains($"{row["country"]} {row["city"]}"))
                throw row.Error("city", "CHY0231", $"no city \"{row["city"]}\" in {row["country"]}; expected a name of cities.tsv or towns.tsv, or none");
            // "Independence Square, Kyiv" is "Independence Square" in a report that speaks of Kyiv.
            string bare = row["city"].Length > 0 ? row["name"].Replace(", " + row["city"], "", StringComparison.Ordinal) : row["name"];
            Add(row, PlaceKind.Venue, [row["name"], bare, .. row.List("aliases")]);
        }
        foreach (TableRow row in tables["places/not-alone.tsv"].Rows)
        {
            string key = PlaceKey.Of(row["words"]);
            if (!_byName.ContainsKey(key))
                throw row.Error("words", "CHY0233", $"no place is called \"{row["words"]}\"; expected a name of one of the tables");
            Bear(GazetteerLayout.NotAlone + key, 0);
        }
        foreach (TableRow row in tables["places/areas.tsv"].Rows)
            Add(row, PlaceKind.Area, [row["name"], .. row.List("aliases")]);
    }

    /// <summary>"Swat" is "Swat district" too; null for what says itself what it is.</summary>
    private static string? DistrictOf(string name) => name.EndsWith("County", StringComparison.Ordinal) || name.EndsWith("istrict", StringComparison.Ordinal) ? null : name + " district";

    private int Add(TableRow row, PlaceKind kind, string[] names, string division = "", string code = "", bool isCapital = false)
    {
        string country = row["country"];
        if (country.Length > 0 && !_countries.Contains(country))
            throw row.Error("country", "CHY0215", $"no country \"{country}\"; expected an ISO 3166 alpha-3 code of places/countries.tsv, or none");
        int? id = kind is not (PlaceKind.District or PlaceKind.Venue or PlaceKind.Area)
            && int.TryParse(row["geonames"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        // A row of towns may give a city more names.
        if (kind == PlaceKind.City && id is { } same && _byGeoNames.TryGetValue(same, out int there))
        {
            Name(there, names);
            return there;
        }
        string? city = kind == PlaceKind.City ? row["name"] : kind == PlaceKind.Venue && row["city"].Length > 0 ? row["city"] : null;
        bool hasPopulation = kind is PlaceKind.City or PlaceKind.District;
        var place = new Place(kind, row["name"], country.Length > 0 ? country : null, code.Length > 0 ? code : null, null, null, city,
            Degrees(row, "latitude", 90), Degrees(row, "longitude", 180), id, hasPopulation ? (long)(row.NumberOrNull("population") ?? 0) : 0, isCapital,
            kind == PlaceKind.Country || isCapital || (kind is PlaceKind.City or PlaceKind.Venue && names.Any(n => PlaceKey.Of(n) is var k && (_metonyms.Contains(k) || _metonyms.Contains(country + k)))));
        int index = _places.Count;
        _places.Add((place, _divisions.GetValueOrDefault(division, GazetteerLayout.None)));
        if (id is { } known && kind == PlaceKind.City)
            _byGeoNames.Add(known, index);
        Name(index, names);
        return index;
    }

    private static double? Degrees(TableRow row, string column, double most)
    {
        double? degrees = row.NumberOrNull(column);
        return degrees is null || Math.Abs(degrees.Value) <= most
            ? degrees
            : throw row.Error(column, "CHY0230", $"{row[column]} is no {column}; expected degrees from -{most} to {most}");
    }

    private void Name(int place, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            string key = PlaceKey.Of(name);
            if (key.Length > 0)
                Bear(key, place);
        }
    }

    private void Bear(string key, int place)
    {
        if (!_byName.TryGetValue(key, out List<int>? bearers))
            _byName.Add(key, bearers = []);
        if (!bearers.Contains(place))
            bearers.Add(place);
    }
}
