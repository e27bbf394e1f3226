namespace Chancery.Places;

/// <summary>What sort of place an entry is.</summary>
internal enum PlaceKind : byte
{
    Country,

    /// <summary>Of the first level: state, province, oblast, governorate.</summary>
    Division,

    /// <summary>Of the second level: county, district, raion.</summary>
    District,
    City,

    /// <summary>A building, base or crossing that stands in a city.</summary>
    Venue,

    /// <summary>A sea, strait or region, often of several countries.</summary>
    Area,
}

/// <param name="Code">Of a division or district, "US.AK"; null for others.</param>
/// <param name="DivisionCode">The first-level division it lies in; null where not known.</param>
/// <param name="Division">That division's name.</param>
/// <param name="City">The city itself, or the one a venue stands in.</param>
/// <param name="Population">0 where unknown.</param>
/// <param name="Acts">Its name also stands for who governs there: "Moscow", "the Kremlin".</param>
internal sealed record Place(
    PlaceKind Kind, string Name, string? Country, string? Code, string? DivisionCode, string? Division, string? City,
    double? Latitude, double? Longitude, int? GeoNames, long Population, bool IsCapital, bool Acts);
