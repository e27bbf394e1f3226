using System.Buffers.Binary;
using System.Text;

namespace Chancery.Places;

/// <summary>
/// The gazetteer as bytes, laid out so that nothing need be made of it before a name is asked for. All numbers are int32, little-endian.
/// Head: places, names, longest name in words, bytes of text, bytes of names, length of the list. Then for each place eight numbers (below); the text that
/// places point into, each piece preceded by its length; where each name begins in the names, in ordinal order of their UTF-8; where its places begin
/// in the list of places; the names; that list.
/// </summary>
internal static class GazetteerLayout
{
    public const string Name = "places/gazetteer.bin";

    /// <summary>Stands before the key of "Syrian", which is no name of a place.</summary>
    public const string CountryWord = "=";

    /// <summary>Stands before the key of a word that is a place only where the words beside it say so.</summary>
    public const string NotAlone = "!";
    public const int Head = 6 * sizeof(int);
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
        var text = new MemoryStream();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        byte[] records = Records(places, s => TextOf(s, text, known));
        (byte[] Key, List<int> Places)[] names = [.. byName.Select(n => (Encoding.UTF8.GetBytes(n.Key), n.Value))];
        Array.Sort(names, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var keys = new MemoryStream();
        var list = new MemoryStream();
        var starts = new MemoryStream();
        var firsts = new MemoryStream();
        foreach ((byte[] key, List<int> of) in names)
        {
            Number(starts, (int)keys.Length);
            Number(firsts, (int)list.Length / sizeof(int));
            keys.Write(key);
            foreach (int place in of)
                Number(list, place);
        }
        Number(starts, (int)keys.Length);
        Number(firsts, (int)list.Length / sizeof(int));
        var file = new MemoryStream();
        int longest = byName.Keys.Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
        foreach (int number in (ReadOnlySpan<int>)[places.Count, names.Length, longest, (int)text.Length, (int)keys.Length, (int)list.Length / sizeof(int)])
            Number(file, number);
        file.Write(records);
        foreach (MemoryStream part in new[] { text, starts, firsts, keys, list })
            part.WriteTo(file);
        return file.ToArray();
    }

    private static byte[] Records(IReadOnlyList<(Place Place, int Division)> places, Func<string?, int> text)
    {
        var records = new MemoryStream();
        Span<byte> country = stackalloc byte[4];
        foreach ((Place place, int division) in places)
        {
            Number(records, text(place.Name));
            Number(records, text(place.Kind is PlaceKind.Division or PlaceKind.District ? place.Code : place.Kind == PlaceKind.Venue ? place.City : null));
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

    private static int TextOf(string? words, MemoryStream text, Dictionary<string, int> known)
    {
        if (string.IsNullOrEmpty(words))
            return None;
        if (known.TryGetValue(words, out int at))
            return at;
        byte[] bytes = Encoding.UTF8.GetBytes(words);
        at = known[words] = (int)text.Length;
        Number(text, bytes.Length);
        text.Write(bytes);
        return at;
    }

    private static void Number(MemoryStream stream, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        stream.Write(bytes);
    }
}
