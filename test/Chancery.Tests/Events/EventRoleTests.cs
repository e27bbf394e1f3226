using Chancery.Names;

namespace Chancery.Tests.Events;

public class EventRoleTests
{
    [Fact]
    public void TheSubjectOfAPassiveIsTheTarget() =>
        Assert.Equal(["COERCE Police -> Ivanov happened"], new Scene()
            .Say("Ivanov/PROPN/3/nsubj:pass was=be/AUX/3/aux:pass arrested=arrest/VERB:VBN/0/root by/ADP/5/case Police/PROPN/3/obl:agent")
            .Actor("Ivanov").Actor("Police").Told());

    [Fact]
    public void OfTwoWhoMeetEachStandsOnOneSide() =>
        Assert.Equal(["CONSULT Macron -> Scholz happened"], new Scene()
            .Say("Macron/PROPN/4/nsubj and/CCONJ/3/cc Scholz/PROPN/1/conj met=meet/VERB/0/root")
            .Actor("Macron").Actor("Scholz").Told());

    [Fact]
    public void APossessorIsTheSourceOfANoun() =>
        Assert.Equal(["ASSAULT Iraq -> Kuwait happened"], new Scene()
            .Say("He/PRON/2/nsubj recalled=recall/VERB/0/root Iraq/PROPN/5/nmod:poss 's/PART/3/case invasion/NOUN/2/obj of/ADP/7/case Kuwait/PROPN/5/nmod")
            .Actor("Iraq", code: "IRQ", type: NameType.Place).Actor("Kuwait", code: "KWT", type: NameType.Place).Told());

    [Fact]
    public void ALightVerbAndItsNounAreOneTrigger()
    {
        var scene = new Scene()
            .Say("Canada/PROPN/2/nsubj imposed=impose/VERB/0/root sanctions=sanction/NOUN:NNS/2/obj on/ADP/5/case Belarus/PROPN/2/obl")
            .Actor("Canada", code: "CAN", type: NameType.Place).Actor("Belarus", code: "BLR", type: NameType.Place);
        Assert.Equal(["COERCE Canada -> Belarus happened"], scene.Told());
        Assert.Equal(2, scene.Events()[0].Trigger.Count);
    }

    [Fact]
    public void AParticipleHasTheSubjectOfItsMatrixClause() =>
        Assert.Contains("ACCUSE Orban -> Timmermans happened", new Scene()
            .Say("Orban/PROPN/2/nsubj left=leave/VERB/0/root after/SCONJ/4/mark berating=berate/VERB:VBG/2/advcl Timmermans/PROPN/4/obj")
            .Actor("Orban").Actor("Timmermans").Told());

    [Fact]
    public void WhoUrgesWhomToReleaseWhom() =>
        Assert.Equal(["REQUEST Japan -> Iran happened", "RETREAT Iran -> Sato demanded"], new Scene()
            .Say("Japan/PROPN/2/nsubj urged=urge/VERB/0/root Iran/PROPN/2/obj to/PART/5/mark release/VERB:VB/2/xcomp Sato/PROPN/5/obj")
            .Actor("Japan", code: "JPN", type: NameType.Place).Actor("Iran", code: "IRN", type: NameType.Place).Actor("Sato").Told());

    [Fact]
    public void ThePronounOfARelativeClauseIsItsNoun() =>
        Assert.Contains("ASSAULT rebels -> Obo happened", new Scene()
            .Say("Troops/NOUN/2/nsubj chased=chase/VERB/0/root rebels=rebel/NOUN:NNS/2/obj who/PRON:WP/5/nsubj shelled=shell/VERB/3/acl:relcl Obo/PROPN/5/obj")
            .Actor("rebels", type: NameType.Organization).Actor("Obo", type: NameType.Place).Told());

    [Fact]
    public void AStateIsNoEvent() =>
        Assert.Empty(new Scene()
            .Say("Ghana/PROPN/3/nsubj remains=remain/VERB/3/cop calm/ADJ/0/root").Actor("Ghana", code: "GHA", type: NameType.Place).Told());

    [Fact]
    public void MarkedActorsFillOpenRoles() =>
        Assert.Equal(["THREATEN Togo -> the miners happened"], new Scene()
            .Say("Togo/PROPN/2/nsubj issued=issue/VERB/0/root threats=threat/NOUN:NNS/2/obj ahead/ADV/7/case of/ADP/4/fixed the/DET/7/det miners=miner/NOUN:NNS/2/obl")
            .Actor("Togo", code: "TGO", type: NameType.Place).Actor("the miners", type: NameType.Other).Known("Togo").Known("the miners").Told());
}
