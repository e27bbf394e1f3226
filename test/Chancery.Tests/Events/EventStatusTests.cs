using Chancery.Names;

namespace Chancery.Tests.Events;

public class EventStatusTests
{
    private static Scene Two(string words) => new Scene().Say(words)
        .Actor("Peru", code: "PER", type: NameType.Place).Actor("Chile", code: "CHL", type: NameType.Place);

    [Fact]
    public void WhatOneFailsToDoFailed() =>
        Assert.Equal(["AGREE Peru -> Chile failed"], Two(
            "Peru/PROPN/2/nsubj failed=fail/VERB/0/root to/PART/4/mark reach/VERB:VB/2/xcomp agreement/NOUN/4/obj with/ADP/7/case Chile/PROPN/4/obl").Told());

    [Fact]
    public void WhatWillBeIsPlanned() =>
        Assert.Equal(["CONSULT Peru -> Chile planned"], Two(
            "Peru/PROPN/3/nsubj will/AUX/3/aux meet/VERB:VB/0/root Chile/PROPN/3/obj").Told());

    [Fact]
    public void DueToMeansPlannedHoweverItIsParsed() =>
        Assert.All(new[]
        {
            "Peru/PROPN/3/nsubj is/AUX/3/cop due/ADJ/0/root to/PART/5/mark meet/VERB:VB/3/xcomp Chile/PROPN/5/obj",
            "Peru/PROPN/3/nsubj is/AUX/3/cop due/ADJ/0/root to/PART/5/mark meet/VERB:VB/3/advcl Chile/PROPN/5/obj",
        }, words => Assert.Equal(["CONSULT Peru -> Chile planned"], Two(words).Told()));

    [Fact]
    public void NegationDenies() =>
        Assert.Equal(["ASSAULT Peru -> Chile denied"], Two(
            "Peru/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB:VB/0/root Chile/PROPN/4/obj").Told());

    [Fact]
    public void WhatIsThreatenedIsPossible() =>
        Assert.Equal(["THREATEN Peru -> Chile happened", "ASSAULT Peru -> Chile possible"], Two(
            "Peru/PROPN/2/nsubj threatened=threaten/VERB/0/root to/PART/4/mark bomb/VERB:VB/2/xcomp Chile/PROPN/4/obj").Known("Peru").Known("Chile").Told());

    [Fact]
    public void WhatIsRefusedIsToldByTheRefusal() =>
        Assert.Equal(["REJECT Peru -> Chile happened"], Two(
            "Peru/PROPN/2/nsubj refused=refuse/VERB/0/root to/PART/4/mark meet/VERB:VB/2/xcomp Chile/PROPN/4/obj").Known("Peru").Known("Chile").Told());

    [Fact]
    public void AnUpcomingSummitIsPlanned() =>
        Assert.Equal(["CONSULT Peru -> Chile planned"], Two(
            "Peru/PROPN/5/nmod:poss 's/PART/1/case upcoming/ADJ/5/amod peace/NOUN/5/compound summit/NOUN/8/nsubj with/ADP/7/case Chile/PROPN/5/nmod cheered=cheer/VERB/0/root investors/NOUN/8/obj").Told());
}
