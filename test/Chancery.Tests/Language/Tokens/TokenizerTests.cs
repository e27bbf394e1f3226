using System.Collections.Immutable;
using System.Text;
using Chancery.Language.Tokens;
using Chancery.Text;
using CsCheck;

namespace Chancery.Tests.Language.Tokens;

public class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(LanguageData.Pack);

    private static string Tokens(string text)
    {
        var report = new Report("test", text);
        return string.Join(' ', Tokenizer.Tokenize(report).Select(t => report[t].ToString()));
    }

    [Theory]
    [InlineData("don't cannot he's we'll I'm they've", "do n't can not he 's we 'll I 'm they 've")]
    [InlineData("don’t Putin’s dogs’ DIDN'T", "do n’t Putin ’s dogs ’ DID N'T")]
    [InlineData("shouldn't've gonna dont", "should n't 've gon na do nt")]
    [InlineData("O'Brien o'clock d'état Sana'a", "O'Brien o'clock d'état Sana'a")]
    [InlineData("Im sure theyll say dunno, kinda", "I m sure they ll say du n no , kinda")]
    [InlineData("its the best, its own, its in-house team", "it s the best , its own , its in - house team")]
    [InlineData("your not alone, your friend, sell its", "you r not alone , your friend , sell its")]
    public void ContractionsDivideAndNamesDoNot(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("Gen. Smith of the U.S. Army met J. K. Rowling", "Gen. Smith of the U.S. Army met J. K. Rowling")]
    [InlineData("At 5 p.m. Saturday, i.e. today", "At 5 p.m. Saturday , i.e. today")]
    [InlineData("No. 10 said no. He left.", "No. 10 said no . He left .")]
    [InlineData("It met at 5 p.m.", "It met at 5 p.m .")]
    [InlineData("He lives in the U.S. He works.", "He lives in the U.S . He works .")]
    [InlineData("So do I. The end.", "So do I . The end .")]
    [InlineData("Harold I. Moss", "Harold I. Moss")]
    [InlineData("Dr. A. I. Smith Jr. (b. 1948)", "Dr. A. I. Smith Jr. ( b. 1948 )")]
    [InlineData("Res. 2254 and the Rep. from Maine, etc. The end", "Res. 2254 and the Rep. from Maine , etc . The end")]
    [InlineData("GEN. SMITH OF ACME INC. SPOKE", "GEN. SMITH OF ACME INC. SPOKE")]
    [InlineData("A. Noel, E. coli, H. R. 1280 and Smith, C.; Doe, B.", "A. Noel , E. coli , H. R. 1280 and Smith , C. ; Doe , B .")]
    [InlineData("in Salem, Mass. last week. The Mass. began", "in Salem , Mass. last week . The Mass . began")]
    [InlineData("Sen. Roe (R-Mo.) asked me. They left", "Sen. Roe ( R - Mo. ) asked me . They left")]
    [InlineData("on Sun. Sept. 24; he read The Sun. The end", "on Sun. Sept. 24 ; he read The Sun . The end")]
    [InlineData("Maj. Gen. Ann Roe (b. May 1948), 21 Elm Sts., left", "Maj. Gen. Ann Roe ( b. May 1948 ) , 21 Elm Sts. , left")]
    public void TheStopOfAnAbbreviationIsItsOwnUnlessTheSentenceEnds(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("5% $5 US$5.5m €1,500 15,000", "5 % $ 5 US$ 5.5 m € 1,500 15,000")]
    [InlineData("10:30 5pm 20th 1990s the '90s", "10:30 5 pm 20th 1990s the '90s")]
    [InlineData("12/08/2025 2025-08-12 2010-2020 3-5 9/11", "12/08/2025 2025-08-12 2010 - 2020 3 - 5 9/11")]
    [InlineData("713-853-3989 3.14", "713-853-3989 3.14")]
    [InlineData("EUR20m, Rs5,000 and C$3.2bn", "EUR 20 m , Rs 5,000 and C$ 3.2 bn")]
    [InlineData("7,5 metres [1,2] 45p 20minutes 12thof", "7,5 metres [ 1 , 2 ] 45 p 20 minutes 12thof")]
    public void NumbersStayWholeAndRangesDivide(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("long-sought three-year-old", "long - sought three - year - old")]
    [InlineData("anti-war mid-August co-operate", "anti-war mid-August co-operate")]
    [InlineData("U.S.-led F-16s", "U.S. - led F - 16s")]
    [InlineData("war—that and -- so", "war — that and -- so")]
    [InlineData("UN-backed un-backed EX-MINISTER", "UN - backed un-backed EX-MINISTER")]
    [InlineData("W- we saw th- the ship-\nment be-\nfore", "W- we saw th- the ship - ment be - fore")]
    [InlineData("S/RES/2254, A/73/PV.6 and US/UK", "S/RES/2254 , A/73/PV.6 and US / UK")]
    [InlineData("rock 'n' roll, q&a, salt&pepper", "rock 'n' roll , q&a , salt & pepper")]
    [InlineData("and/or he/she", "and / or he / she")]
    public void HyphensDashesAndSlashesDivide(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("“Yes,” he said.", "“ Yes , ” he said .")]
    [InlineData("‘No’ «oui» \"x\"", "‘ No ’ « oui » \" x \"")]
    [InlineData("Wait... what?! [1] (a)", "Wait ... what ?! [ 1 ] ( a )")]
    [InlineData("So...? Well..! No!. Yahoo! said", "So ... ? Well .. ! No !. Yahoo! said")]
    [InlineData("``this'' and „that“ ‘It’s’", "`` this '' and „ that “ ‘ It ’s ’")]
    public void QuotationMarksAndBracketsStandAlone(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Theory]
    [InlineData("See https://un.org/a_b?x=1, or (www.bbc.co.uk).", "See https://un.org/a_b?x=1 , or ( www.bbc.co.uk ) .")]
    [InlineData("mail a.b@c-d.org. @POTUS #Ukraine", "mail a.b@c-d.org . @POTUS #Ukraine")]
    [InlineData("them before.@POTUS pic.twitter.com/P2q .doc", "them before . @POTUS pic.twitter.com/P2q .doc")]
    [InlineData("whitehouse.gov says", "whitehouse.gov says")]
    [InlineData("@example.com doi:10.10/a.b, un.org/x—Ann", "@example.com doi:10.10/a.b , un.org/x — Ann")]
    public void AddressesStayWhole(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void AMissingBlankAfterAFullStopDivides() => Assert.Equal("the talks . He left", Tokens("the talks.He left"));

    [Fact]
    public void EmojiAreKeptWhole() => Assert.Equal("ok 👍🏽 👩‍💻 🇺🇦 ❤️", Tokens("ok 👍🏽👩‍💻🇺🇦❤️"));

    [Fact]
    public void CharactersWithoutWidthGoWithTheirWord() =>
        Assert.Equal("agree\u00ADment \u200FHello \u200B", Tokens("agree\u00ADment \u200FHello \u200B"));

    [Fact]
    public void TokensAndGapsGiveBackTheText()
    {
        Gen<string> nasty = Some.TextOf(["don't", "U.S.", ".", "...", "\"", "”", "’", "'s", "-", "--", " ", "\n", "\r\n", "\t", "@", "http://", "www.", "a.b@c.d",
            "#", "$", "5", "1,000", "12/08/2025", "\u200D", "\u200B", "\u202E", "\u00AD", "\uD83D", "\uDE00", "😀", "👍🏽", "🇺🇦", "\0", "\u0301", "é", "中文", "مرحبا", "(", ")", "[", "&", "%", "'", "n't", "I", "Mr.", "\u2028", "\u00A0", "ﬁ", "½"]);
        Gen<string> any = Gen.Char.Array[0, 60].Select(c => new string(c));
        Gen.OneOf(nasty, any).Sample(text =>
        {
            ImmutableArray<TextSpan> tokens = Tokenizer.Tokenize(new Report("test", text));
            var back = new StringBuilder();
            int at = 0;
            foreach (TextSpan token in tokens)
            {
                Assert.True(token.Length > 0 && token.Start >= at);
                Assert.True(text.AsSpan(at, token.Start - at).IsWhiteSpace());
                Assert.False(text.AsSpan(token.Start, token.Length).ContainsAny(" \n\t"));
                back.Append(text, at, token.Start - at).Append(text, token.Start, token.Length);
                at = token.End;
            }
            Assert.True(text.AsSpan(at).IsWhiteSpace());
            Assert.Equal(text, back.Append(text, at, text.Length - at).ToString());
        }, iter: 3000);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("A.")]
    [InlineData("a-")]
    [InlineData("a.b@")]
    [InlineData("1-")]
    [InlineData("'")]
    [InlineData("🏽")]
    [InlineData("n't")]
    [InlineData("A.\n")]
    [InlineData("http://")]
    [InlineData(".@")]
    public void LongRunsEndInTime(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 50_000)); // a scan that went back would take minutes
        Assert.NotEmpty(Tokenizer.Tokenize(new Report("test", text)));
    }
}
