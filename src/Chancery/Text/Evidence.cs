namespace Chancery.Text;

/// <summary>Why a claim was made. Points at words and never copies them, so it can always be checked.</summary>
/// <param name="Report">Id of the report the words stand in.</param>
/// <param name="Words">At least one span; several when the words are interrupted.</param>
/// <param name="Rule">Rule or model: "times.weekday", "en-language".</param>
/// <param name="Score">0 to 1; comparable only within one <paramref name="Rule"/>.</param>
public sealed record Evidence(string Report, SpanList Words, string Rule, float Score);
