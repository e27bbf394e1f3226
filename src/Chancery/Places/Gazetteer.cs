using System.Globalization;
using System.Text;
using Chancery.Data;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>What sort of place an entry is.</summary>
internal enum PlaceKind : byte
{
    Country,
    Division,
    City,

    /// <summary>A building, base or crossing that stands in a city.</summary>
    Venue,

    /// <summary>A sea, strait or region, often of several countries.</summary>
    Area,
}

/// <param name="Code">Of a division, "US.AK"; null for others.</param>
/// <param name="DivisionCode">The division a city lies in.</param>
/// <param name="Population">0 where unknown.</param>
internal sealed record Place(
    PlaceKind Kind, string Name, string? Country, string? Code, string? DivisionCode, string? City,
    double? Latitude, double? Longitude, int? GeoNames, long Population, bool IsCapital);

/// <summary>Places by name, from data/places. Several places may share a name.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, List<Place>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _divisions = new(StringComparer.Ordinal);

    /// <exception cref="TableException">A row is wrong.</exception>
    public Gazetteer(DataPack data)
    {
        var capitals = new HashSet<(string, string)>();
        foreach (TableRow row in data.Table("actors/countries.tsv").Rows)
            capitals.Add((row["code"], row["capital"]));
        var countries = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (TableRow row in data.Table("places/countries.tsv").Rows)
        {
            Place country = countries[row["country"]] = Of(row, PlaceKind.Country, row["country"]);
            Add(row, country);
        }
        // Other spellings of a country stand with the actors: one list, corrected in one place.
        foreach (TableRow row in data.Table("actors/countries.tsv").Rows)
        {
            if (countries.TryGetValue(row["code"], out Place? country))
                Add(country, [row["name"], .. row.List("aliases")]);
        }
        foreach (TableRow row in data.Table("places/divisions.tsv").Rows)
        {
            Place division = Of(row, PlaceKind.Division, row["country"], code: row["code"]);
            _divisions.TryAdd(row["code"], division);
            Add(row, division);
        }
        foreach (TableRow row in data.Table("places/cities.tsv").Rows)
        {
            string[] names = [row["name"], .. row.List("aliases")];
            bool capital = names.Any(name => capitals.Contains((row["country"], name)));
            Add(row, Of(row, PlaceKind.City, row["country"], city: row["name"], division: row["admin1"], population: (long)(row.NumberOrNull("population") ?? 0), capital: capital));
        }
        foreach (TableRow row in data.Table("places/venues.tsv").Rows)
            Add(row, Of(row, PlaceKind.Venue, row["country"], city: row["city"]));
        foreach (TableRow row in data.Table("places/areas.tsv").Rows)
            Add(row, Of(row, PlaceKind.Area, row["country"]));
    }

    /// <summary>The longest name, in words.</summary>
    public int LongestName { get; private set; }

    /// <param name="name">As printed; capitals, accents and hyphens do not decide.</param>
    public IReadOnlyList<Place> Find(string name) => _byName.TryGetValue(Key(name), out List<Place>? found) ? found : [];

    /// <summary>The division's name, null for a code that is not known.</summary>
    public string? DivisionName(string? code) => code is not null && _divisions.TryGetValue(code, out Place? division) ? division.Name : null;

    private static Place Of(TableRow row, PlaceKind kind, string country, string? code = null, string? city = null,
        string? division = null, long population = 0, bool capital = false)
    {
        bool hasId = row.Table.Columns.Contains("geonames");
        int? id = hasId && int.TryParse(row["geonames"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return new Place(kind, row["name"], country.Length > 0 ? country : null, code, division, string.IsNullOrEmpty(city) ? null : city,
            row.NumberOrNull("latitude"), row.NumberOrNull("longitude"), id, population, capital);
    }

    private void Add(TableRow row, Place place) =>
        Add(place, [row["name"], .. row.Table.Columns.Contains("aliases") ? row.List("aliases") : []]);

    private void Add(Place place, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            string key = Key(name);
            LongestName = Math.Max(LongestName, key.Count(c => c == ' ') + 1);
            if (!_byName.TryGetValue(key, out List<Place>? places))
                _byName.Add(key, places = []);
            if (!places.Contains(place))
                places.Add(place);
        }
    }

    /// <summary>Lower case, without accents, apostrophes, full stops and a leading "the", hyphens as blanks.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '-' or '‑' or '–' or ' ' or '\n' or '\u00A0')
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (char.IsLetterOrDigit(c) || c == '/')
            {
                key.Append(char.ToLowerInvariant(Accents.Strip(c)));
            }
        }
        string found = key.ToString().TrimEnd();
        return found.StartsWith("the ", StringComparison.Ordinal) ? found[4..] : found;
    }
}
