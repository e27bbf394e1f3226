using System.Buffers.Binary;
using System.Text;
using Chancery.Data;
using static Chancery.Places.GazetteerLayout;

namespace Chancery.Places;

/// <summary>Places by name, from data/places. Several places may share a name.</summary>
/// <remarks>Reads the compiled bytes as they lie; nothing is made of them before a name is asked for. Immutable; safe to use from many threads.</remarks>
internal sealed class Gazetteer
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _nameCount, _text, _starts, _firsts, _keys, _list;

    /// <exception cref="InvalidDataException">The data file has no gazetteer, or one of another version.</exception>
    public Gazetteer(DataPack data)
        : this(data.Bytes(GazetteerLayout.Name))
    {
    }

    internal Gazetteer(ReadOnlyMemory<byte> file)
    {
        _file = file;
        if (file.Length < Head)
            throw Damaged();
        int places = Number(0), textLength = Number(3), keyLength = Number(4), listLength = Number(5);
        (_nameCount, LongestName) = (Number(1), Number(2));
        _text = Head + (places * PlaceNumbers * sizeof(int));
        _starts = _text + textLength;
        _firsts = _starts + ((_nameCount + 1) * sizeof(int));
        _keys = _firsts + ((_nameCount + 1) * sizeof(int));
        _list = _keys + keyLength;
        if (file.Length != _list + (listLength * sizeof(int)))
            throw Damaged();
    }

    /// <summary>The longest name, in words.</summary>
    public int LongestName { get; }

    /// <param name="name">As printed; capitals, accents and hyphens do not decide.</param>
    public IReadOnlyList<Place> Find(ReadOnlySpan<char> name) => Bearers(PlaceKey.Of(name));

    /// <summary>The country of "Syrian" or "Syrians"; null for other words, and for those of several countries.</summary>
    public string? CountryOf(ReadOnlySpan<char> word) => Bearers(CountryWord + PlaceKey.Of(word)) is [var only] ? only.Country : null;

    /// <summary>Whether the word mostly means something else than a place: "North", "Clinton".</summary>
    public bool IsNotAlone(ReadOnlySpan<char> word) => Search(NotAlone + PlaceKey.Of(word)).IsWhole;

    private IReadOnlyList<Place> Bearers(string key)
    {
        (int at, bool isWhole, _) = Search(key);
        if (!isWhole)
            return [];
        int first = NumberAt(_firsts, at), count = NumberAt(_firsts, at + 1) - first;
        var found = new Place[count];
        for (int i = 0; i < count; i++)
            found[i] = PlaceAt(NumberAt(_list, first + i));
        return found;
    }

    /// <summary>Whether the name is one here, and whether a longer one begins with it.</summary>
    public (bool IsName, bool GoesOn) Lookup(ReadOnlySpan<char> name)
    {
        string key = PlaceKey.Of(name);
        if (key.Length == 0 || key == "the")
            return (false, key.Length > 0);
        (_, bool isWhole, bool goesOn) = Search(key);
        return (isWhole, goesOn);
    }

    /// <returns>The first name not before the key, whether it is the key, and whether it or the next begins with the key.</returns>
    private (int At, bool IsWhole, bool GoesOn) Search(string key)
    {
        Span<byte> bytes = key.Length <= 128 ? stackalloc byte[key.Length * 3] : new byte[key.Length * 3];
        bytes = bytes[..Encoding.UTF8.GetBytes(key, bytes)];
        int low = 0, high = _nameCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (KeyAt(middle).SequenceCompareTo(bytes) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == _nameCount)
            return (low, false, false);
        bool isWhole = KeyAt(low).SequenceEqual(bytes);
        int next = isWhole ? low + 1 : low;
        return (low, isWhole, next < _nameCount && KeyAt(next).StartsWith(bytes));
    }

    private ReadOnlySpan<byte> KeyAt(int name)
    {
        int start = NumberAt(_starts, name);
        return _file.Span.Slice(_keys + start, NumberAt(_starts, name + 1) - start);
    }

    private Place PlaceAt(int index)
    {
        int Of(int number) => NumberAt(Head, (index * PlaceNumbers) + number);
        ReadOnlySpan<byte> country = _file.Span.Slice(Head + (((index * PlaceNumbers) + CountryAndKindAt) * sizeof(int)), 4);
        var kind = (PlaceKind)(country[3] & ~(CapitalFlag | ActsFlag));
        string name = TextAt(Of(NameAt))!;
        string? detail = TextAt(Of(DetailAt));
        int division = Of(DivisionAt);
        int DivisionNumber(int number) => NumberAt(Head, (division * PlaceNumbers) + number);
        return new Place(kind, name, country[0] == 0 ? null : Encoding.ASCII.GetString(country[..3]),
            kind is PlaceKind.Division or PlaceKind.District ? detail : null,
            division == None ? null : TextAt(DivisionNumber(DetailAt)),
            kind == PlaceKind.Division ? name : division == None ? null : TextAt(DivisionNumber(NameAt)),
            kind == PlaceKind.City ? name : kind == PlaceKind.Venue ? detail : null,
            Degrees(Of(LatitudeAt)), Degrees(Of(LongitudeAt)), Of(GeoNamesAt) is var id && id == None ? null : id, Of(PopulationAt), (country[3] & CapitalFlag) != 0, (country[3] & ActsFlag) != 0);
    }

    private static double? Degrees(int steps) => steps == NoDegrees ? null : steps / DegreeSteps;

    private string? TextAt(int at) => at == None ? null : Encoding.UTF8.GetString(_file.Span.Slice(_text + at + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(_file.Span[(_text + at)..])));

    private int Number(int index) => NumberAt(0, index);

    private int NumberAt(int part, int index) => BinaryPrimitives.ReadInt32LittleEndian(_file.Span[(part + (index * sizeof(int)))..]);

    private static InvalidDataException Damaged() => new("CHY0102: the data file is damaged: its gazetteer is cut short");
}
