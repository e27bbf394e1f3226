using System.Runtime.InteropServices;
using System.Text;
using Chancery.Data;
using static Chancery.Places.GazetteerLayout;

namespace Chancery.Places;

/// <summary>Places by name, from data/places. Several places may share a name.</summary>
/// <remarks>Reads the compiled bytes as they lie; nothing is made of them before a name is asked for. Immutable; safe to use from many threads.</remarks>
internal sealed class Gazetteer
{
    private readonly ReadOnlyMemory<byte> _places;
    private readonly TextPool _text;
    private readonly NameIndex _names;

    /// <exception cref="InvalidDataException">The data file has no gazetteer, or one of another version.</exception>
    public Gazetteer(DataPack data)
        : this(data.Bytes(GazetteerLayout.Name))
    {
    }

    internal Gazetteer(ReadOnlyMemory<byte> file)
    {
        var parts = new Parts(file);
        ReadOnlySpan<int> head = MemoryMarshal.Cast<byte, int>(parts.Next(Head).Span);
        LongestName = head[1];
        _places = parts.Next(head[0] * PlaceNumbers * sizeof(int));
        _text = new TextPool(parts.Next(head[2]));
        ReadOnlyMemory<byte> rest = parts.Rest;
        _names = new NameIndex(ref rest);
    }

    /// <summary>The longest name, in words.</summary>
    public int LongestName { get; }

    /// <param name="name">As printed; capitals, accents and hyphens do not decide.</param>
    public IReadOnlyList<Place> Find(ReadOnlySpan<char> name) => Bearers(PlaceKey.Of(name));

    /// <summary>The country of "Syrian" or "Syrians"; null for other words, and for those of several countries.</summary>
    public string? CountryOf(ReadOnlySpan<char> word) => Bearers(CountryWord + PlaceKey.Of(word)) is [var only] ? only.Country : null;

    /// <summary>Whether the word mostly means something else than a place: "North", "Clinton".</summary>
    public bool IsNotAlone(ReadOnlySpan<char> word) => _names.Find(NotAlone + PlaceKey.Of(word)) >= 0;

    private IReadOnlyList<Place> Bearers(string key)
    {
        int at = _names.Find(key);
        if (at < 0)
            return [];
        ReadOnlySpan<int> bearers = _names.NumbersAt(at);
        var found = new Place[bearers.Length];
        for (int i = 0; i < found.Length; i++)
            found[i] = PlaceAt(bearers[i]);
        return found;
    }

    /// <summary>Whether the name is one here, and whether a longer one begins with it.</summary>
    public (bool IsName, bool GoesOn) Lookup(ReadOnlySpan<char> name)
    {
        string key = PlaceKey.Of(name);
        if (key.Length == 0 || key == "the")
            return (false, key.Length > 0);
        (_, bool isWhole, bool goesOn) = _names.Search(key);
        return (isWhole, goesOn);
    }

    private Place PlaceAt(int index)
    {
        ReadOnlySpan<int> place = NumbersOf(index);
        ReadOnlySpan<byte> country = MemoryMarshal.AsBytes(place.Slice(CountryAndKindAt, 1));
        var kind = (PlaceKind)(country[3] & ~(CapitalFlag | ActsFlag));
        string name = _text[place[NameAt]]!;
        string? detail = _text[place[DetailAt]];
        ReadOnlySpan<int> division = place[DivisionAt] == None ? default : NumbersOf(place[DivisionAt]);
        return new Place(kind, name, country[0] == 0 ? null : Encoding.ASCII.GetString(country[..3]),
            kind is PlaceKind.Division or PlaceKind.District ? detail : null,
            division.IsEmpty ? null : _text[division[DetailAt]],
            kind == PlaceKind.Division ? name : division.IsEmpty ? null : _text[division[NameAt]],
            kind == PlaceKind.City ? name : kind == PlaceKind.Venue ? detail : null,
            Degrees(place[LatitudeAt]), Degrees(place[LongitudeAt]), place[GeoNamesAt] is var id && id == None ? null : id, place[PopulationAt],
            (country[3] & CapitalFlag) != 0, (country[3] & ActsFlag) != 0);
    }

    private ReadOnlySpan<int> NumbersOf(int place) => MemoryMarshal.Cast<byte, int>(_places.Span).Slice(place * PlaceNumbers, PlaceNumbers);

    private static double? Degrees(int steps) => steps == NoDegrees ? null : steps / DegreeSteps;
}
