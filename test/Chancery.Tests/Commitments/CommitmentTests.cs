using Chancery.Commitments;
using Chancery.Names;
using Chancery.Tests.Events;

namespace Chancery.Tests.Commitments;

public class CommitmentTests
{
    private const string Promise =
        "Fiji/PROPN/2/nsubj promised=promise/VERB/0/root to/PART/4/mark release/VERB:VB/2/xcomp the/DET/6/det sailors=sailor/NOUN:NNS/4/obj by/ADP/8/case Monday/PROPN/4/obl";

    private static Scene Fiji(int day) => new Scene().Say(Promise).Actor("Fiji", code: "FJI", type: NameType.Place)
        .Actor("the sailors", type: NameType.Other).Time("Monday", 2025, 8, day);

    [Fact]
    public void APledgeHasContentAndDeadline()
    {
        Commitment found = Assert.Single(Fiji(18).Commitments());
        Assert.Equal((CommitmentKind.Pledge, "Fiji", new DateOnly(2025, 8, 18), null), (found.Kind, found.By?.Name, found.DueTo, found.DueFrom));
        Assert.Equal("release the sailors by Monday".Length, found.Content.Extent.Length);
    }

    [Fact]
    public void AheadOfItsDayAPledgeIsOpen() => Assert.Equal(CommitmentOutcome.Open, Fiji(18).Commitments().Single().Outcome);

    [Fact]
    public void PastItsDayNothingIsSaidWithoutEvidence() => Assert.Null(Fiji(11).Commitments().Single().Outcome);

    [Fact]
    public void WhatTheSameActorDidNotDoIsUnkept() => Assert.Equal(CommitmentOutcome.Unkept, Fiji(11)
        .Say("Fiji/PROPN/4/nsubj did=do/AUX/4/aux not/PART/4/advmod free/VERB:VB/0/root the/DET/6/det sailors=sailor/NOUN:NNS/4/obj")
        .Actor("Fiji", code: "FJI", type: NameType.Place).Commitments().First().Outcome);

    [Fact]
    public void AThreatKeepsItsCondition()
    {
        Commitment found = new Scene()
            .Say("Mali/PROPN/2/nsubj threatened=threaten/VERB/0/root to/PART/4/mark expel/VERB:VB/2/xcomp envoys=envoy/NOUN:NNS/4/obj if/SCONJ/8/mark talks=talk/NOUN:NNS/8/nsubj fail/VERB:VBP/4/advcl")
            .Actor("Mali", code: "MLI", type: NameType.Place).Actor("envoys", type: NameType.Other).Commitments().First();
        Assert.Equal(CommitmentKind.Threat, found.Kind);
        Assert.Equal("if talks fail".Length, found.Condition.Extent.Length);
    }

    [Fact]
    public void AMeetingWithADayAheadIsAnAppointment()
    {
        Commitment found = Assert.Single(new Scene()
            .Say("Modi/PROPN/3/nsubj will/AUX/3/aux meet/VERB:VB/0/root Xi/PROPN/3/obj on/ADP/6/case Friday/PROPN/3/obl")
            .Actor("Modi").Actor("Xi").Time("Friday", 2025, 8, 22).Commitments());
        Assert.Equal((CommitmentKind.Scheduled, new DateOnly(2025, 8, 22), CommitmentOutcome.Open), (found.Kind, found.DueTo!.Value, found.Outcome));
    }
}
