using Chancery.Names;

namespace Chancery.Tests.Events;

public class EventDayTests
{
    [Fact]
    public void AnEventHasTheDayAndPlaceOfItsClause()
    {
        var found = new Scene()
            .Say("Modi/PROPN/2/nsubj met=meet/VERB/0/root Xi/PROPN/2/obj in/ADP/5/case Kazan/PROPN/2/obl on/ADP/7/case Friday/PROPN/2/obl")
            .Actor("Modi").Actor("Xi").Time("Friday", 2025, 8, 15).Place("Kazan").Events();
        Assert.Equal((new DateOnly(2025, 8, 15), "Kazan"), (found.Single().From, found.Single().Place!.Name));
    }

    [Fact]
    public void ADayInAnotherClauseSaysNothing()
    {
        var found = new Scene()
            .Say("Modi/PROPN/2/nsubj met=meet/VERB/0/root Xi/PROPN/2/obj after/SCONJ/6/mark he/PRON/6/nsubj returned=return/VERB/2/advcl on/ADP/8/case Friday/PROPN/6/obl")
            .Actor("Modi").Actor("Xi").Time("Friday", 2025, 8, 15).Events();
        Assert.Null(found.First().From);
    }

    [Fact]
    public void TheTalksAreTheOnesToldBefore()
    {
        var scene = new Scene()
            .Say("Modi/PROPN/2/nsubj held=hold/VERB/0/root talks=talk/NOUN:NNS/2/obj with/ADP/5/case Xi/PROPN/3/nmod").Actor("Modi").Actor("Xi")
            .Say("The/DET/2/det talks=talk/NOUN:NNS/3/nsubj lasted=last/VERB/0/root long/ADV/3/advmod in/ADP/6/case Kazan/PROPN/3/obl").Place("Kazan");
        Assert.Equal(["CONSULT Modi -> Xi happened"], scene.Told());
        Assert.Equal("Kazan", scene.Events()[0].Place?.Name);
        Assert.Equal(3, scene.Events()[0].Trigger.Count);
    }
}
