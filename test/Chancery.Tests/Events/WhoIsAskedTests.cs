using Chancery.Names;

namespace Chancery.Tests.Events;

/// <summary>To whom words are said: who is asked to act, who is answered, who is backed; not who stands in the matter.</summary>
public class WhoIsAskedTests
{
    private static string[] Read(string words, params string[] actors)
    {
        Scene scene = new Scene().Say(words);
        foreach (string actor in actors)
            scene.Actor(actor, code: "CHLGOV");
        return scene.Told();
    }

    [Fact]
    public void WhoIsToSufferADeedIsNotAskedForIt() =>
        Assert.Equal(["REQUEST Ortiz ->  happened", "COERCE  -> Sato demanded"], Read(
            "Ortiz/PROPN/2/nsubj called=call/VERB/0/root for/ADP/4/case Sato/PROPN/2/obl to/PART/7/mark be/AUX/7/aux:pass arrested=arrest/VERB:VBN/2/xcomp", "Ortiz", "Sato"));

    [Fact]
    public void TheSubjectOfAPassiveWishIsNotAsked() =>
        Assert.Contains("REQUEST Ortiz ->  happened", Read(
            "Ortiz/PROPN/2/nsubj demanded=demand/VERB/0/root that/SCONJ/6/mark Sato/PROPN/6/nsubj:pass be/AUX/6/aux:pass arrested=arrest/VERB:VBN/2/ccomp", "Ortiz", "Sato"));

    [Fact]
    public void WhoIsToActIsAsked() =>
        Assert.Contains("REQUEST Ortiz -> Sato happened", Read(
            "Ortiz/PROPN/2/nsubj demanded=demand/VERB/0/root that/SCONJ/5/mark Sato/PROPN/5/nsubj resign/VERB:VB/2/ccomp", "Ortiz", "Sato"));

    [Fact]
    public void AClauseAfterAnotherVerbIsThatVerbs() =>
        Assert.Contains("REQUEST Ortiz ->  happened", Read(
            "Ortiz/PROPN/2/nsubj urged=urge/VERB/0/root action/NOUN/2/obj ,/PUNCT/5/punct saying=say/VERB:VBG/2/advcl that/SCONJ/9/mark Sato/PROPN/9/nsubj would/AUX/9/aux yield/VERB:VB/2/ccomp", "Ortiz", "Sato"));

    [Fact]
    public void WhomAnInquiryConcernsIsNotAskedForIt() =>
        Assert.Equal(["REQUEST Ortiz ->  happened"], Read(
            "Ortiz/PROPN/2/nsubj sought=seek/VERB/0/root an/DET/4/det investigation/NOUN/2/obj of/ADP/6/case Sato/PROPN/4/nmod", "Ortiz", "Sato"));

    [Fact]
    public void WhoIsToInquireIsAsked() =>
        Assert.Equal(["REQUEST Ortiz -> Senate happened"], new Scene()
            .Say("Ortiz/PROPN/2/nsubj sought=seek/VERB/0/root a/DET/5/det Senate/PROPN/5/compound investigation/NOUN/2/obj of/ADP/7/case Sato/PROPN/5/nmod")
            .Actor("Ortiz").Actor("Senate", code: "USALEG", type: NameType.Organization).Actor("Sato").Told());

    [Fact]
    public void WhatOneWantsToHaveIsNotAsked() =>
        Assert.Equal(["REQUEST Ortiz ->  happened"], Read(
            "Ortiz/PROPN/2/nsubj requested=request/VERB/0/root ten/NUM/4/nummod guards=guard/NOUN:NNS/2/obj", "Ortiz", "guards"));

    [Fact]
    public void OnePermittedToMeetSomebodyAsksHim() =>
        Assert.Contains("REQUEST Ortiz -> Sato happened", Read(
            "Ortiz/PROPN/2/nsubj asked=ask/VERB/0/root to/PART/4/mark meet/VERB:VB/2/xcomp Sato/PROPN/4/obj", "Ortiz", "Sato"));

    [Fact]
    public void WhoStandsInWhatIsDeniedIsNotAnswered() =>
        Assert.Contains("REJECT Ortiz ->  happened", Read(
            "Ortiz/PROPN/2/nsubj denied=deny/VERB/0/root having/AUX/4/aux attacked=attack/VERB:VBN/2/xcomp Sato/PROPN/4/obj", "Ortiz", "Sato"));

    [Fact]
    public void InAHeadlineTheOneBeforeAParticipleStandsInWhatIsDenied() =>
        Assert.Contains("REJECT Ortiz ->  happened", Read(
            "Ortiz/PROPN/2/nsubj denies=deny/VERB:VBZ/0/root Sato/PROPN/2/obj promoted=promote/VERB:VBN/2/xcomp", "Ortiz", "Sato"));

    [Fact]
    public void WhoseConcernsAreRejectedIsAnswered() =>
        Assert.Equal(["REJECT Ortiz -> Sato happened"], Read(
            "Ortiz/PROPN/2/nsubj rejected=reject/VERB/0/root Sato/PROPN/5/nmod:poss 's/PART/3/case concerns=concern/NOUN:NNS/2/obj", "Ortiz", "Sato"));

    [Fact]
    public void ThePlaceOfAWarIsNotOpposedWithIt() =>
        Assert.Contains("REJECT Ortiz ->  happened", new Scene()
            .Say("Ortiz/PROPN/2/nsubj said=say/VERB/0/root no/INTJ/2/obj to/ADP/7/case the/DET/7/det Iraq/PROPN/7/compound war/NOUN/2/obl")
            .Actor("Ortiz", code: "CHLGOV").Actor("Iraq", code: "IRQ", type: NameType.Place).Told());

    [Fact]
    public void SupportIsForTheOneBehindWhomItIsThrown() =>
        Assert.Equal(["SUPPORT Ortiz -> Sato happened"], Read(
            "Ortiz/PROPN/2/nsubj threw=throw/VERB/0/root his/PRON/4/nmod:poss support/NOUN/2/obj behind/ADP/6/case Sato/PROPN/2/obl for/ADP/9/case Labour/PROPN/9/compound leader/NOUN/2/obl", "Ortiz", "his", "Sato", "Labour"));

    [Fact]
    public void WhoGaveTheMoneyThatIsJoinedToSomebodyIsNotBacked() =>
        Assert.Equal(["SUPPORT Ortiz -> Sato happened"], Read(
            "Ortiz/PROPN/2/nsubj backed=back/VERB/0/root Sato/PROPN/2/obj and/CCONJ/5/cc $9/SYM/3/conj from/ADP/7/case Lund/PROPN/5/nmod", "Ortiz", "Sato", "Lund"));

    [Fact]
    public void PraiseThatIsWonIsOfTheOneItComesFrom() =>
        Assert.Equal(["SUPPORT Sato -> Ortiz happened"], Read(
            "Ortiz/PROPN/2/nsubj won=win/VERB/0/root praise/NOUN/2/obj from/ADP/5/case Sato/PROPN/3/nmod", "Ortiz", "Sato"));

    [Fact]
    public void WhatFollowsACommaInAHeadlineHasTheSameSubject() =>
        Assert.Contains("SUPPORT Ortiz -> Lund happened", Read(
            "Ortiz/PROPN/2/nsubj slams=slam/VERB:VBZ/0/root Sato/PROPN/2/obj ,/PUNCT/5/punct backs=back/VERB:VBZ/2/parataxis Lund/PROPN/5/obj", "Ortiz", "Sato", "Lund"));

    [Fact]
    public void ASubjectDoesNotStandBeforeTheConjunctionOfItsVerb() =>
        Assert.Contains("SUPPORT Ortiz -> Lund happened", Read(
            "Ortiz/PROPN/2/nsubj left=leave/VERB/0/root ,/PUNCT/4/punct thanking=thank/VERB:VBG/2/advcl Sato/PROPN/7/nsubj and/CCONJ/7/cc praising=praise/VERB:VBG/4/conj Lund/PROPN/7/obj", "Ortiz", "Sato", "Lund"));

    [Fact]
    public void WhoIsEchoedDoesNotSpeak() =>
        Assert.Contains("REQUEST Ortiz -> Lund happened", Read(
            "Ortiz/PROPN/0/root ,/PUNCT/3/punct echoing=echo/VERB:VBG/1/acl Sato/PROPN/3/obj ,/PUNCT/1/punct called=call/VERB:VBN/3/xcomp on/ADP/8/case Lund/PROPN/6/obl to/PART/10/mark resign/VERB:VB/6/xcomp", "Ortiz", "Sato", "Lund"));

    [Fact]
    public void WhoCallsToRejectSomebodyAsksItOfOthers() =>
        Assert.DoesNotContain("REJECT Ortiz -> Sato demanded", Read(
            "Ortiz/PROPN/3/nsubj has=have/AUX/3/aux called=call/VERB:VBN/0/root to/PART/5/mark reject/VERB:VB/3/xcomp Sato/PROPN/5/obj", "Ortiz", "Sato"));

    [Fact]
    public void WithoutACommaWhoDoesNotMeanAName() =>
        Assert.Contains("SUPPORT founder -> Sato happened", Read(
            "Lund/PROPN/2/nsubj met=meet/VERB/0/root the/DET/4/det founder/NOUN/2/obj of/ADP/6/case Ganz/PROPN/4/nmod who/PRON:WP/8/nsubj backed=back/VERB/6/acl:relcl Sato/PROPN/8/obj", "Lund", "founder", "Ganz", "Sato"));
}
