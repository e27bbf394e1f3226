using Chancery.Language;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Words that gazetteer entries bear, with the places they may mean.</summary>
/// <param name="Head">The token by which the words hang in the tree.</param>
/// <param name="IsPlace">Whether the words mean the place here, and not those who govern it.</param>
internal sealed record Candidate(TextSpan Span, Token First, Token Head, Token Last, IReadOnlyList<Place> Places, bool IsPlace)
{
    public int Sentence => Head.Sentence.Index;

    /// <summary>The only country that all bearers of the name lie in; null when there are several.</summary>
    public string? OnlyCountry => Places.Select(p => p.Country).Distinct().Take(2).ToArray() is [{ } only] ? only : null;
}
