namespace Chancery;

/// <summary>What offsets in output count.</summary>
public enum OffsetUnit : byte
{
    /// <summary>UTF-16 code units, as C#, Java and JavaScript count.</summary>
    Utf16,

    /// <summary>Unicode code points, as Python and R count.</summary>
    CodePoints,
}
