using Chancery.Text;

namespace Chancery.Names;

/// <summary>What a name names.</summary>
public enum NameType : byte
{
    /// <summary>A person, without titles: "Vladimir Putin".</summary>
    Person,

    /// <summary>A country, city, river, building: "Alaska".</summary>
    Place,

    /// <summary>A body of people: "United Nations", "Hamas", "Reuters".</summary>
    Organization,

    /// <summary>Any other name: works, events, products, peoples.</summary>
    Other,
}

/// <summary>Words that name someone or something. Names do not overlap.</summary>
public sealed record Name(TextSpan Span, NameType Type, Evidence Evidence);
