using System.Buffers.Binary;
using System.Text;
using Chancery.Data;

namespace Chancery.Places;

/// <summary>
/// The gazetteer as bytes, laid out so that nothing need be made of it before a name is asked for. All numbers are int32, little-endian.
/// Head: places, longest name in words, bytes of text. Then for each place eight numbers (below); the <see cref="TextPool"/> that places point into; the
/// <see cref="NameIndex"/> of places by the key of a name.
/// </summary>
internal static class GazetteerLayout
{
    public const string Name = "places/gazetteer.bin";

    /// <summary>Stands before the key of "Syrian", which is no name of a place.</summary>
    public const string CountryWord = "=";

    /// <summary>Stands before the key of a word that is a place only where the words beside it say so.</summary>
    public const string NotAlone = "!";
    public const int Head = 3 * sizeof(int);
    public const int PlaceNumbers = 8;

    // The numbers of a place.
    public const int NameAt = 0;

    /// <summary>Code of a division or district; city of a venue.</summary>
    public const int DetailAt = 1;

    /// <summary>Number of the division it lies in.</summary>
    public const int DivisionAt = 2;
    public const int LatitudeAt = 3;
    public const int LongitudeAt = 4;
    public const int GeoNamesAt = 5;
    public const int PopulationAt = 6;

    /// <summary>Three letters of the country, or zeros; then the kind, with the flags.</summary>
    public const int CountryAndKindAt = 7;

    public const int None = -1;
    public const int NoDegrees = int.MinValue;
    public const double DegreeSteps = 10_000;
    public const byte CapitalFlag = 0x80, ActsFlag = 0x40;

    /// <param name="places">Each with the number of its division.</param>
    /// <param name="byName">Numbers of places by the key of a name.</param>
    public static byte[] Write(IReadOnlyList<(Place Place, int Division)> places, IReadOnlyDictionary<string, List<int>> byName)
    {
        var text = new TextPoolWriter();
        byte[] records = Records(places, text);
        byte[] pool = text.ToArray();
        using var file = new MemoryStream();
        int longest = byName.Keys.Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
        foreach (int number in (ReadOnlySpan<int>)[places.Count, longest, pool.Length])
            Number(file, number);
        file.Write(records);
        file.Write(pool);
        NameIndex.Write(file, byName.Select(n => (n.Key, (IReadOnlyList<int>)n.Value)));
        return file.ToArray();
    }

    private static byte[] Records(IReadOnlyList<(Place Place, int Division)> places, TextPoolWriter text)
    {
        var records = new MemoryStream();
        Span<byte> country = stackalloc byte[4];
        foreach ((Place place, int division) in places)
        {
            Number(records, text.Add(place.Name));
            Number(records, text.Add(place.Kind is PlaceKind.Division or PlaceKind.District ? place.Code : place.Kind == PlaceKind.Venue ? place.City : null));
            Number(records, division);
            Number(records, Degrees(place.Latitude));
            Number(records, Degrees(place.Longitude));
            Number(records, place.GeoNames ?? None);
            Number(records, (int)Math.Min(place.Population, int.MaxValue));
            country.Clear();
            Encoding.ASCII.GetBytes(place.Country ?? "", country);
            country[3] = (byte)((byte)place.Kind | (place.IsCapital ? CapitalFlag : 0) | (place.Acts ? ActsFlag : 0));
            records.Write(country);
        }
        return records.ToArray();
    }

    private static int Degrees(double? degrees) => degrees is { } known ? (int)Math.Round(known * DegreeSteps) : NoDegrees;

    private static void Number(MemoryStream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }
}
