using Chancery.Names;

namespace Chancery.Tests.Events;

/// <summary>Who blames whom: criticism that words draw, statements that are pointed back to, suits and complaints.</summary>
public class EventBlameTests
{
    [Fact]
    public void CriticismThatWordsDrawIsOfWhoseWordsTheyAre() =>
        Assert.Equal(["ACCUSE Keita -> Ruto happened"], new Scene()
            .Say("Ruto/PROPN/3/nmod:poss 's/PART/1/case remarks=remark/NOUN:NNS/4/nsubj sparked=spark/VERB/0/root outrage/NOUN/4/obj among/ADP/7/case Keita/PROPN/4/obl")
            .Actor("Ruto").Actor("Keita").Told());

    [Fact]
    public void CriticismOfSomebodyIsNotFromHim() =>
        Assert.DoesNotContain("ACCUSE Keita -> Ruto happened", new Scene()
            .Say("Ruto/PROPN/2/nsubj drew=draw/VERB/0/root criticism/NOUN/2/obj of/ADP/5/case Keita/PROPN/3/nmod")
            .Actor("Ruto").Actor("Keita").Told());

    [Fact]
    public void TheLetterIsTheOneToldBefore() =>
        Assert.Contains("ACCUSE Keita -> Ruto happened", new Scene()
            .Say("Ruto/PROPN/2/nsubj published=publish/VERB/0/root a/DET/4/det letter/NOUN/2/obj").Actor("Ruto", code: "KENGOV")
            .Say("Keita/PROPN/2/nsubj condemned=condemn/VERB/0/root the/DET/4/det letter/NOUN/2/obj").Actor("Keita", code: "MLIGOV").Told());

    [Fact]
    public void WhatANameIsSaidToOffendIsNotBlamed() =>
        Assert.DoesNotContain(new Scene()
            .Say("Keita/PROPN/2/nsubj called=call/VERB/0/root the/DET/4/det raid/NOUN/2/obj an/DET/6/det insult/NOUN/2/xcomp to/ADP/8/case Togo/PROPN/6/nmod")
            .Actor("Keita", code: "MLIGOV").Actor("Togo", code: "TGO", type: NameType.Place).Events(), e => e.Targets.Any(t => t.Name == "Togo"));

    [Fact]
    public void WhoIsToldIsNotComplainedOf() =>
        Assert.Equal(["ACCUSE Keita -> Ruto happened"], new Scene()
            .Say("Keita/PROPN/2/nsubj complained=complain/VERB/0/root to/ADP/4/case Sall/PROPN/2/obl that/SCONJ/7/mark Ruto/PROPN/7/nsubj cheated=cheat/VERB/2/ccomp")
            .Actor("Keita").Actor("Sall").Actor("Ruto").Told());

    [Fact]
    public void ASuitIsAgainstWhomItAccuses() =>
        Assert.Equal(["ACCUSE Keita -> Chevron happened"], new Scene()
            .Say("Keita/PROPN/2/nsubj filed=file/VERB/0/root a/DET/4/det lawsuit/NOUN/2/obj alleging=allege/VERB:VBG/4/acl that/SCONJ/8/mark Chevron/PROPN/8/nsubj cheated=cheat/VERB/5/ccomp")
            .Actor("Keita").Actor("Chevron", type: NameType.Organization).Told());

    [Fact]
    public void ToSueForSomethingIsToAccuse() =>
        Assert.Equal(["ACCUSE Keita -> Ruto happened"], new Scene()
            .Say("Keita/PROPN/2/nsubj sued=sue/VERB/0/root Ruto/PROPN/2/obj for/ADP/5/case libel/NOUN/2/obl").Actor("Keita").Actor("Ruto").Told());

    [Fact]
    public void ANameRightBeforeAVerbIsItsSubject() =>
        Assert.Equal(["ACCUSE Keita -> Ruto happened", "ACCUSE Sall -> Addo happened"], new Scene()
            .Say("Keita/PROPN/2/nsubj mocked=mock/VERB/0/root Ruto/PROPN/2/obj and/CCONJ/5/cc Sall/PROPN/3/conj has=have/AUX:VBZ/7/aux insulted=insult/VERB:VBN/2/conj Addo/PROPN/7/obj")
            .Actor("Keita").Actor("Ruto").Actor("Sall").Actor("Addo").Told());

    [Fact]
    public void ARelativeClauseSaysNothingOfWhoIsJoinedAfterIt() =>
        Assert.Contains("ACCUSE  -> Keita happened", new Scene()
            .Say("Police/PROPN/2/nsubj know/VERB/0/root Keita/PROPN/2/obj who/PRON:WP/6/nsubj:pass was=be/AUX:VBD/6/aux:pass charged=charge/VERB:VBN/3/acl:relcl and/CCONJ/8/cc Sall/PROPN/3/conj")
            .Actor("Keita").Actor("Sall").Told());

    [Fact]
    public void ADecreeIsHisWhoSignedIt() =>
        Assert.Equal(["ACCUSE Keita -> Ruto happened"], new Scene()
            .Say("Keita/PROPN/2/nsubj denounced=denounce/VERB/0/root the/DET/4/det decree/NOUN/2/obj Ruto/PROPN/6/nsubj signed=sign/VERB/4/acl:relcl").Actor("Keita").Actor("Ruto").Told());

    [Fact]
    public void AMemberOfAPartyIsNotTheParty() =>
        Assert.Contains("ACCUSE Keita -> Ruto happened", new Scene()
            .Say("Togo/PROPN/2/nsubj met=meet/VERB/0/root Keita/PROPN/2/obj a/DET/5/det Liberal/PROPN/3/appos who/PRON:WP/7/nsubj mocked=mock/VERB/5/acl:relcl Ruto/PROPN/7/obj")
            .Actor("Keita").Actor("Liberal", code: "CANPTY", type: NameType.Organization).Actor("Ruto").Told());

    [Fact]
    public void WhoIsTheTargetOfCriticismIsCriticised() =>
        Assert.Equal(["ACCUSE Togo -> Keita happened"], new Scene()
            .Say("Keita/PROPN/4/nsubj was=be/AUX:VBD/4/cop the/DET/4/det target/NOUN/0/root of/ADP/6/case criticism/NOUN/4/nmod by/ADP/8/case Togo/PROPN/6/nmod")
            .Actor("Keita").Actor("Togo", code: "TGO", type: NameType.Place).Told());

    [Fact]
    public void WhoIsSentencedIsCoerced() =>
        Assert.Equal(["COERCE Ghana -> Keita happened"], new Scene()
            .Say("Ghana/PROPN/2/nsubj sentenced=sentence/VERB/0/root Keita/PROPN/2/obj to/ADP/5/case death/NOUN/2/obl").Actor("Ghana", code: "GHA", type: NameType.Place).Actor("Keita").Told());

    [Fact]
    public void WhoIsSorryForHisOwnWordsBlamesNobody() =>
        Assert.Empty(new Scene()
            .Say("Keita/PROPN/2/nsubj regretted=regret/VERB/0/root her/PRON/4/nmod:poss remarks=remark/NOUN:NNS/2/obj").Actor("Keita").Actor("her", "Ruto").Told());
}
