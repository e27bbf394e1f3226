using Chancery.Text;

namespace Chancery.Places;

/// <summary>Words that name a place on the map.</summary>
/// <param name="Id">"p1", "p2", … in text order.</param>
/// <param name="Name">The gazetteer's name, "Alaska".</param>
/// <param name="Country">ISO 3166 alpha-3; null for seas and areas of several countries.</param>
/// <param name="Division">First-level division, "Alaska"; null when not known or not fitting.</param>
/// <param name="City">The gazetteer's city, also for a venue in it; null otherwise.</param>
/// <param name="Latitude">Degrees north, -90 to 90; null when not known.</param>
/// <param name="Longitude">Degrees east, -180 to 180; null when not known.</param>
/// <param name="GeoNames">GeoNames id; null when not known.</param>
public sealed record PlaceMention(
    string Id, TextSpan Span, string Name, string? Country, string? Division, string? City,
    double? Latitude, double? Longitude, int? GeoNames, Evidence Evidence);
