namespace Chancery.Language.Encoding;

/// <summary>
/// How a word is written, as a row of the table of marks. The word table knows it too, but among two dozen other rows; and whether a capital
/// says anything depends on where the word stands.
/// </summary>
/// <remarks>A change here makes trained models useless: raise <see cref="Encoder.Kind"/>.</remarks>
internal static class WordCase
{
    private const int Kinds = 6;

    /// <summary>What <see cref="Of"/> gives for a word in capitals.</summary>
    public const byte Capitals = 3;

    /// <summary>Rows of the table of marks, after those of the lists of names.</summary>
    public const int Marks = 2 * Kinds;

    /// <returns>0 to 5: no capital; one letter, a capital; a capital and small letters; capitals only; capitals elsewhere too; a digit.</returns>
    public static byte Of(ReadOnlySpan<char> word)
    {
        int letters = 0, capitals = 0, digits = 0;
        foreach (char c in word)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }
        return digits > 0 ? (byte)5 : capitals == 0 ? (byte)0 : letters == 1 ? (byte)1 : capitals == letters ? Capitals
            : capitals == 1 && char.IsUpper(word[0]) ? (byte)2 : (byte)4;
    }

    /// <param name="kind">What <see cref="Of"/> gives.</param>
    /// <param name="isFirst">Whether the word begins its sentence.</param>
    public static int Row(byte kind, bool isFirst) => NameLists.Marks + kind + (isFirst ? Kinds : 0);
}
