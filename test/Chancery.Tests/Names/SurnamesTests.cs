using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Tests.Names;

public class SurnamesTests
{
    private static Report Text { get; } = new("r", "Ann Mensah left . Mensah said Mensah Tower fell .");

    private static ImmutableArray<Sentence> Sentences()
    {
        var tokens = new List<TokenAnalysis>();
        int at = 0;
        foreach (string word in Text.Text.Split(' '))
        {
            bool beforeTower = word == "Mensah" && Text.Text.AsSpan(at).StartsWith("Mensah Tower");
            int i = tokens.Count;
            tokens.Add(new TokenAnalysis(new TextSpan(at, word.Length), word, char.IsUpper(word[0]) ? Upos.PROPN : Upos.VERB, "NNP",
                i == 2 ? -1 : beforeTower ? i + 1 : 2, i == 2 ? "root" : beforeTower ? "compound" : "dep"));
            at += word.Length + 1;
        }
        return [new Sentence(Text, 0, 0, tokens)];
    }

    private static Name Name(int start, int length, NameType type)
    {
        var span = new TextSpan(start, length);
        return new Name(span, type, new Evidence("r", SpanList.Of(span), "test", 0.9f));
    }

    [Fact]
    public void ASurnameAloneIsFoundByTheFullName()
    {
        var names = Surnames.Complete(Text, Sentences(), [Name(0, 10, NameType.Person)]);
        Assert.Equal([new TextSpan(0, 10), new TextSpan(18, 6)], names.Select(n => n.Span));
        Assert.Equal(Surnames.Rule, names[1].Evidence.Rule);
    }

    [Fact]
    public void ASurnameTakenForABodyIsAPerson()
    {
        var names = Surnames.Complete(Text, Sentences(), [Name(0, 10, NameType.Person), Name(18, 6, NameType.Organization)]);
        Assert.Equal(NameType.Person, names[1].Type);
    }

    [Fact]
    public void WithoutAFullNameNothingChanges()
    {
        ImmutableArray<Name> names = [Name(18, 6, NameType.Organization)];
        Assert.Equal(names, Surnames.Complete(Text, Sentences(), names));
    }
}
