using Chancery.Text;

namespace Chancery.Tests.Text;

public class AccentsTests
{
    [Theory]
    [InlineData("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Đặng", "Dang")]
    [InlineData("Київ", "Київ")]
    public void MarksAreLeftOutOfLatinLetters(string marked, string plain) => Assert.Equal(plain, Accents.Strip(marked));
}
