using Chancery.Language;
using Chancery.Text;

namespace Chancery.Tests.Language;

public class LanguageCheckTests
{
    [Theory]
    [InlineData("The two sides agreed on Monday to a ceasefire in the east, the minister said, but fighting went on.")]
    [InlineData("Ceasefire holds")]
    [InlineData("")]
    [InlineData("Le Pen says Macron is wrong about the law and that she will vote against it on Tuesday in Paris.")]
    public void EnglishIsRead(string text) => Assert.Null(LanguageCheck.OtherThanEnglish(new Report("r", text)));

    [Theory]
    [InlineData("Le ministre a déclaré lundi que les deux parties ont signé un accord pour la paix dans le pays et la fin des combats.", "French")]
    [InlineData("Der Minister sagte am Montag, dass die beiden Seiten sich auf eine Waffenruhe in dem Land geeinigt haben und das gut ist.", "German")]
    [InlineData("El ministro dijo el lunes que las dos partes firmaron un acuerdo para la paz en el país y el fin de los combates.", "Spanish")]
    [InlineData("Президент заявил в понедельник, что стороны договорились о прекращении огня.", "letters other than Latin")]
    public void OtherLanguagesAreNamed(string text, string language) =>
        Assert.Equal(language, LanguageCheck.OtherThanEnglish(new Report("r", text)));

    [Fact]
    public void WhatTheSourceSaysOfTheLanguageHolds()
    {
        Assert.NotNull(LanguageCheck.OtherThanEnglish(new Report("r", "Bonjour") { Language = "fr" }));
        Assert.Null(LanguageCheck.OtherThanEnglish(new Report("r", "Hello") { Language = "en-GB" }));
    }
}
