using Chancery.Language.Encoding;

namespace Chancery.Tests.Language.Encoding;

public class WordRowsTests
{
    private static readonly uint[] Known = [.. new[] { "minister", "talks" }.Select(w => WordRows.Key(w)).Order()];

    private static int[] Rows(string word)
    {
        var rows = new int[WordRows.Most];
        return rows[..WordRows.Of(word, Known, rows)];
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("\uD800\u0000")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    public void EveryWordHasRowsOfTheTable(string word) =>
        Assert.All(Rows(word), row => Assert.InRange(row, 0, WordRows.Count(Known.Length) - 1));

    [Fact]
    public void AKnownWordHasItsOwnRowHoweverItIsWritten()
    {
        Assert.NotEqual(WordRows.Unknown, Rows("minister")[0]);
        Assert.Equal(Rows("minister")[0], Rows("MINISTER")[0]);
        Assert.NotEqual(Rows("minister")[1..], Rows("MINISTER")[1..]);
        Assert.Equal(WordRows.Unknown, Rows("ministers")[0]);
    }

    [Fact]
    public void DigitsAndKindsOfMarksMakeNoDifference()
    {
        Assert.Equal(Rows("12,500"), Rows("98,144"));
        Assert.Equal(Rows("“"), Rows("\""));
        Assert.Equal(Rows("didn’t"), Rows("didn't"));
    }

    [Fact]
    public void WordsWithOneEndingShareRows() =>
        Assert.True(Rows("annexation").Intersect(Rows("occupation")).Count() >= 5);
}
