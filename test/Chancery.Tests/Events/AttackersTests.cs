using Chancery.Names;

namespace Chancery.Tests.Events;

public class AttackersTests
{
    private const string Shooting = "Sall/PROPN/2/nsubj shot=shoot/VERB/0/root Maria/PROPN/2/obj in/ADP/5/case Lyon/PROPN/2/obl";
    private const string Later = "After/ADP/4/case the/DET/4/det Lyon/PROPN/4/compound attack/NOUN/5/obl Ruiz/PROPN/6/nsubj wept=weep/VERB/0/root";

    private static Scene Lyon(Scene scene, string shooter) => scene
        .Say(Shooting.Replace("Sall", shooter)).Actor(shooter, type: NameType.Person).Actor("Maria").Actor("Lyon", code: "FRA", type: NameType.Place).Place("Lyon");

    private static Scene After(Scene scene) => scene.Say(Later).Actor("Lyon", code: "FRA", type: NameType.Place).Actor("Ruiz");

    [Fact]
    public void WhoStruckATownDidSoWhereItIsToldAgain() =>
        Assert.Contains("ASSAULT Sall -> Lyon happened", After(Lyon(new Scene(), "Sall")).Told());

    [Fact]
    public void OfTwoWhoStruckATownTheFirstIsNotTaken() =>
        Assert.DoesNotContain("ASSAULT Sall -> Lyon happened", After(Lyon(new Scene(), "Sall")
            .Say("Ferri/PROPN/2/nsubj bombed=bomb/VERB/0/root Lyon/PROPN/2/obj").Actor("Ferri").Actor("Lyon", code: "FRA", type: NameType.Place)).Told());

    [Fact]
    public void WhoClaimsAnAttackDidIt() =>
        Assert.Contains("ASSAULT Ansar -> Lyon happened", new Scene()
            .Say("Ansar/PROPN/2/nsubj claimed=claim/VERB/0/root responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det bombing/NOUN/3/nmod of/ADP/8/case Lyon/PROPN/6/nmod")
            .Actor("Ansar", type: NameType.Organization).Actor("Lyon", code: "FRA", type: NameType.Place).Told());

    [Fact]
    public void WhoDoesNotClaimItHasNotDoneIt() =>
        Assert.DoesNotContain("ASSAULT Ansar -> Lyon happened", new Scene()
            .Say("Ansar/PROPN/4/nsubj did=do/AUX/4/aux not/PART/4/advmod claim/VERB:VB/0/root responsibility/NOUN/4/obj for/ADP/8/case the/DET/8/det bombing/NOUN/5/nmod of/ADP/10/case Lyon/PROPN/8/nmod")
            .Actor("Ansar", type: NameType.Organization).Actor("Lyon", code: "FRA", type: NameType.Place).Told());

    [Fact]
    public void WhoHoldsCaptivesLetsThemGo() =>
        Assert.Contains("RETREAT Peru -> Sall happened", new Scene()
            .Say("The/DET/2/det release/NOUN/0/root of/ADP/4/case Sall/PROPN/2/nmod held=hold/VERB:VBN/4/acl by/ADP/7/case Peru/PROPN/5/obl:agent")
            .Actor("Sall").Actor("Peru", code: "PER", type: NameType.Place).Told());

    [Fact]
    public void TheOtherSideOfAClashKills() =>
        Assert.Contains("ASSAULT Peru -> Sall happened", new Scene()
            .Say("Sall/PROPN/3/nsubj:pass was=be/AUX/3/aux:pass killed=kill/VERB:VBN/0/root in/ADP/5/case clashes=clash/NOUN:NNS/3/obl with/ADP/7/case Peru/PROPN/5/nmod")
            .Actor("Sall").Actor("Peru", code: "PER", type: NameType.Place).Told());

    [Fact]
    public void WhatComesAfterAnAttackIsAnotherDeed()
    {
        string[] told = new Scene()
            .Say("After/ADP/4/case the/DET/4/det Lyon/PROPN/4/compound attacks=attack/NOUN:NNS/6/obl Peru/PROPN/6/nsubj bombed=bomb/VERB/0/root Chile/PROPN/6/obj")
            .Actor("Lyon", code: "FRA", type: NameType.Place).Actor("Peru", code: "PER", type: NameType.Place).Actor("Chile", code: "CHL", type: NameType.Place).Told();
        Assert.Contains("ASSAULT  -> Lyon happened", told);
        Assert.Contains("ASSAULT Peru -> Chile happened", told);
    }

    [Fact]
    public void WhoKillsHimselfDoesNothingToOthers() =>
        Assert.Empty(new Scene().Say("Sall/PROPN/2/nsubj killed=kill/VERB/0/root himself/PRON/2/obj").Actor("Sall").Told());
}
