using Chancery.Text;

namespace Chancery.Times;

/// <summary>TIMEX3 types.</summary>
public enum TimeType : byte
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>Words that name a time.</summary>
/// <param name="Id">"t1", "t2", … in text order.</param>
/// <param name="Value">TIMEX3 value: "2025-08-16", "P7M", "PAST_REF", "XXXX-08".</param>
/// <param name="From">First day it covers, included; null when it is not anchored.</param>
/// <param name="To">Last day it covers, included; null when it is not anchored.</param>
/// <param name="Mod">TIMEX3 modifier, "START", "APPROX"; null when none.</param>
public sealed record TimeExpression(
    string Id, TextSpan Span, TimeType Type, string Value, DateOnly? From, DateOnly? To, string? Mod, Evidence Evidence);
