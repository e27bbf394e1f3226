using System.Collections.Immutable;
using Chancery.Names;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Names;

public class AcronymsTests
{
    private const string Introduced = "The/DET/2/det Harbour/PROPN/3/compound Authority/PROPN/9/nsubj of/ADP/5/case Norland/PROPN/3/nmod (/PUNCT/7/punct HAN/PROPN/3/appos )/PUNCT/7/punct sued/VERB/0/root";

    private static string[] Complete(string[] sentences, Func<Report, ImmutableArray<Name>> found)
    {
        var made = new HandMade("2025-01-01", sentences);
        return [.. Acronyms.Complete(made.Report, made.Sentences, found(made.Report)).Select(n => $"{made.Report[n.Span]} {n.Type} {n.Evidence.Rule}")];
    }

    private static Name Name(Report report, string words, NameType type)
    {
        var span = new TextSpan(report.Text.LastIndexOf(words, StringComparison.Ordinal), words.Length);
        return new Name(span, type, new Evidence(report.Id, SpanList.Of(span), "network", 0.9f));
    }

    [Fact]
    public void AnAcronymIntroducedInBracketsIsABodyEverywhere() => Assert.Equal(["HAN Organization names.acronym", "HAN Organization names.acronym"],
        Complete([Introduced, "HAN/PROPN/2/nsubj won/VERB/0/root"], report => [Name(report, "HAN", NameType.Person)]));

    [Fact]
    public void CapitalsThatNothingIntroducesAreLeft() => Assert.Equal(["HAN Person network"],
        Complete(["HAN/PROPN/2/nsubj won/VERB/0/root"], report => [Name(report, "HAN", NameType.Person)]));
}
