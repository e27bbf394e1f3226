namespace Chancery.Language.Sentences;

/// <summary>The tokens of one sentence: [FirstToken, EndToken).</summary>
/// <param name="Paragraph">Position of its paragraph in the report, from 0.</param>
public readonly record struct SentenceRange(int FirstToken, int EndToken, int Paragraph);
