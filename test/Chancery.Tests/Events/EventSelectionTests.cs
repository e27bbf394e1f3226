namespace Chancery.Tests.Events;

public class EventSelectionTests
{
    [Fact]
    public void AgreeingThatSomethingIsSoIsAnOpinion()
    {
        string[] told = new Scene()
            .Say("Merkel/PROPN/2/nsubj agreed=agree/VERB/0/root with/ADP/4/case Macron/PROPN/2/obl that/SCONJ/8/mark growth/NOUN/8/nsubj was=be/AUX:VBD/8/cop slow/ADJ/2/ccomp")
            .Actor("Merkel", code: "DEUGOV").Actor("Macron", code: "FRAGOV").Told();
        Assert.Empty(told);
    }

    [Fact]
    public void WhoIsToMeetTheConditionSuffersTheSanctions()
    {
        string[] told = new Scene()
            .Say("France/PROPN/3/nsubj will/AUX:MD/3/aux impose/VERB:VB/0/root sanctions=sanction/NOUN:NNS/3/obj unless/SCONJ/7/mark Mali/PROPN/7/nsubj withdraws=withdraw/VERB:VBZ/3/advcl")
            .Actor("France", code: "FRA").Actor("Mali", code: "MLI").Told();
        Assert.Contains("COERCE France -> Mali planned", told);
        Assert.Contains("THREATEN France -> Mali happened", told);
    }
}
