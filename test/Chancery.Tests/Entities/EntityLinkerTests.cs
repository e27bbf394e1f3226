using Chancery.Entities;
using Chancery.Names;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Entities;

public class EntityLinkerTests
{
    [Fact]
    public void TextWithoutNamesOrWithOddOnesGivesAReading()
    {
        foreach (string text in new[] { "", "...", "\"We\" \"he\" \"", "He he he him his. It its.", "\uD800 said he was İİ K.", new string('x', 5000), string.Concat(Enumerable.Repeat("Ann and Ben met. He said she was his. ", 300)) })
            Assert.NotNull(Some.Read(text).Cast);
    }

    [Fact]
    public void ASurnameIsTheOneNamedInFull() => Assert.Equal(["Vladimir Putin = Putin"],
        new HandMade("2025-08-17", "Vladimir/PROPN/3/nsubj Putin/PROPN/1/flat spoke/VERB/0/root/speak", "Putin/PROPN/2/nsubj left/VERB/0/root/leave")
            .Named("Vladimir Putin", NameType.Person).Named("Putin", NameType.Person).Chains());

    [Fact]
    public void ATitleIsPartOfTheEntityAndTheNameStandsAlone()
    {
        var made = new HandMade("2025-08-17", "Russian/ADJ/2/amod President/PROPN/3/nmod:desc Vladimir/PROPN/5/nsubj Putin/PROPN/3/flat spoke/VERB/0/root/speak")
            .Named("Vladimir Putin", NameType.Person);
        Entity putin = Assert.Single(made.Link());
        Assert.Equal("Vladimir Putin", putin.Name);
        Assert.Equal(["Russian President Vladimir Putin", "Vladimir Putin"], putin.Mentions.Select(m => made.Report[m.Span].ToString()));
        Assert.Equal([MentionKind.Nominal, MentionKind.Name], putin.Mentions.Select(m => m.Kind));
    }

    [Theory]
    [InlineData("President/PROPN/4/nsubj Vladimir/PROPN/1/flat Putin/PROPN/1/flat spoke/VERB/0/root/speak")]
    [InlineData("President/PROPN/2/nmod:desc Vladimir/PROPN/4/nsubj Putin/PROPN/2/flat spoke/VERB/0/root/speak")]
    [InlineData("President/PROPN/3/compound Vladimir/PROPN/3/compound Putin/PROPN/4/nsubj spoke/VERB/0/root/speak")]
    public void TheSubjectIsFoundWhicheverWordTheTreeMakesTheHead(string sentence)
    {
        var made = new HandMade("2025-08-17", sentence).Named("Vladimir Putin", NameType.Person);
        var index = new EntityIndex(made.Link());
        Assert.NotNull(index.At(made.Sentences[0].Tokens.Single(t => t.Deprel == "nsubj")));
    }

    [Fact]
    public void APersonsNameInAppositionMeansThePersonAndNoCountryBeforeIt() => Assert.Equal(["The envoy for Sudan = Ramtane Lamamra", "Sudan"],
        new HandMade("2025-03-05", "The/DET/2/det envoy/NOUN/9/nsubj for/ADP/4/case Sudan/PROPN/2/nmod ,/PUNCT/6/punct Ramtane/PROPN/4/appos Lamamra/PROPN/6/flat ,/PUNCT/2/punct left/VERB/0/root/leave")
            .Named("Ramtane Lamamra", NameType.Person).Named("Sudan", NameType.Place).Chains());

    [Fact]
    public void AnAppositionIsTheSameOne() => Assert.Equal(["the prime minister = Keir Starmer"],
        new HandMade("2025-08-17", "the/DET/3/det prime/ADJ/3/amod minister/NOUN/8/nsubj ,/PUNCT/5/punct Keir/PROPN/3/appos Starmer/PROPN/5/flat ,/PUNCT/5/punct spoke/VERB/0/root/speak")
            .Named("Keir Starmer", NameType.Person).Chains());

    [Fact]
    public void AnAcronymIsTheBodyOfThoseInitials() => Assert.Equal(["Rapid Support Forces = RSF"],
        new HandMade("2025-08-17", "Rapid/PROPN/3/compound Support/PROPN/3/compound Forces/PROPN/4/nsubj advanced/VERB/0/root/advance", "RSF/PROPN/2/nsubj denied/VERB/0/root/deny that/PRON/2/obj")
            .Named("Rapid Support Forces", NameType.Organization).Named("RSF", NameType.Organization).Chains());

    [Fact]
    public void TwoPeopleOfOneSurnameStayTwo() => Assert.Equal(2,
        new HandMade("2025-08-17", "Bill/PROPN/6/nsubj Clinton/PROPN/1/flat and/CCONJ/4/cc Hillary/PROPN/1/conj Clinton/PROPN/4/flat came/VERB/0/root/come")
            .Named("Bill Clinton", NameType.Person).Named("Hillary Clinton", NameType.Person).Link().Length);

    [Fact]
    public void APronounTakesTheGenderOfTheGivenName() => Assert.Contains("Angela Merkel = She",
        new HandMade("2015-08-17", "Angela/PROPN/3/nsubj Merkel/PROPN/1/flat met/VERB/0/root/meet David/PROPN/3/obj Cameron/PROPN/4/flat", "She/PRON/2/nsubj spoke/VERB/0/root/speak")
            .Named("Angela Merkel", NameType.Person).Named("David Cameron", NameType.Person).Chains());

    [Fact]
    public void TwoArgumentsOfOneVerbAreNotOnePerson() => Assert.DoesNotContain(
        new HandMade("2015-08-17", "David/PROPN/3/nsubj Cameron/PROPN/1/flat praised/VERB/0/root/praise him/PRON/3/obj").Named("David Cameron", NameType.Person).Chains(),
        chain => chain.Contains("him"));

    [Fact]
    public void APossessiveBeforeTheSubjectIsTheSubjects() => Assert.Contains("his = David Cameron",
        new HandMade("2015-08-17", "In/ADP/3/case his/PRON/3/nmod:poss speech/NOUN/6/obl David/PROPN/6/nsubj Cameron/PROPN/4/flat praised/VERB/0/root/praise Kate/PROPN/6/obj")
            .Named("David Cameron", NameType.Person).Named("Kate", NameType.Person).Chains());

    [Fact]
    public void IWithinAQuotationIsTheSpeaker() => Assert.Contains("I = Keir Starmer",
        new HandMade("2025-08-17", "\"/PUNCT/3/punct I/PRON/3/nsubj agree/VERB/6/ccomp ,/PUNCT/3/punct \"/PUNCT/3/punct said/VERB/0/root/say Keir/PROPN/6/nsubj Starmer/PROPN/7/flat")
            .Named("Keir Starmer", NameType.Person).Chains());

    [Fact]
    public void TheItOfItIsClearThatStandsForNobody() => Assert.Equal(["Hamas"],
        new HandMade("2025-08-17", "Hamas/PROPN/2/nsubj agreed/VERB/0/root/agree", "It/PRON/3/nsubj is/AUX/3/cop/be clear/ADJ/0/root that/SCONJ/5/mark talks/NOUN/3/csubj/talk")
            .Named("Hamas", NameType.Organization).Chains());

    [Fact]
    public void ParticlesBindANameTogether() => Assert.Equal(["Faisal bin Farhan"],
        new HandMade("2025-08-17", "Faisal/PROPN/4/nsubj bin/PROPN/1/flat Farhan/PROPN/1/flat spoke/VERB/0/root/speak").Named("Farhan", NameType.Person).Chains());

    [Fact]
    public void TheTwoSidesAreThoseBetweenWhomThereWereTalks()
    {
        var made = new HandMade("2025-08-17",
            "Talks/NOUN/6/nsubj/talk between/ADP/3/case Iran/PROPN/1/nmod and/CCONJ/5/cc Israel/PROPN/3/conj began/VERB/0/root/begin",
            "Both/DET/2/det sides/NOUN/3/nsubj/side spoke/VERB/0/root/speak").Named("Iran", NameType.Place).Named("Israel", NameType.Place);
        Assert.Equal(["Iran", "Israel"], made.Link().Single(e => e.Name == "Both sides").Members.Select(m => m.Name));
    }

    [Fact]
    public void TheTwoLeadersAreThoseWhoMet()
    {
        var made = new HandMade("2025-08-17",
            "Putin/PROPN/2/nsubj met/VERB/0/root/meet Trump/PROPN/2/obj", "The/DET/3/det two/NUM/3/nummod leaders/NOUN/4/nsubj/leader talked/VERB/0/root/talk")
            .Named("Putin", NameType.Person).Named("Trump", NameType.Person);
        Assert.Equal(["Putin", "Trump"], made.Link().Single(e => e.Name == "The two leaders").Members.Select(m => m.Name));
    }

    [Fact]
    public void TheDepartmentIsTheOneThatHasTheWordInItsName() => Assert.Equal(["Housing Department = the department", "Nordic News", "The County Court"],
        new HandMade("2016-08-17", "Housing/PROPN/2/compound Department/PROPN/3/nsubj agreed/VERB/0/root/agree", "Nordic/PROPN/2/compound News/PROPN/3/nsubj sued/VERB/0/root/sue",
            "The/DET/3/det County/PROPN/3/compound Court/PROPN/4/nsubj told/VERB/0/root/tell the/DET/6/det department/NOUN/4/obj/department/NN")
            .Named("Housing Department", NameType.Organization).Named("Nordic News", NameType.Organization).Named("The County Court", NameType.Organization).Chains());

    [Fact]
    public void NobodyInParticularIsTakenUp() => Assert.Equal(["Any minister", "The minister"],
        new HandMade("2016-08-17", "Any/DET/2/det minister/NOUN/3/nsubj/minister/NN agrees/VERB/0/root/agree", "The/DET/2/det minister/NOUN/3/nsubj/minister/NN spoke/VERB/0/root/speak").Chains());

    [Fact]
    public void WhatASuperlativeMakesTheOnlyOneIsTheSubjectBefore() => Assert.Contains("Anglers Association = The nation 's largest fishing group",
        new HandMade("2016-08-17", "Anglers/PROPN/2/compound Association/PROPN/3/nsubj protested/VERB/0/root/protest",
            "The/DET/2/det nation/NOUN/6/nmod:poss/nation/NN 's/PART/2/case largest/ADJ/6/amod/large/JJS fishing/NOUN/6/compound/fishing/NN group/NOUN/7/nsubj/group/NN sued/VERB/0/root/sue")
            .Named("Anglers Association", NameType.Organization).Chains());

    [Theory]
    [InlineData("urged", "urge", "Hruby = himself", "Roe")]
    [InlineData("promised", "promise", "Hruby", "Roe = himself")]
    public void AReflexiveIsWhoeverIsUrgedOrPromises(string verb, string lemma, string hruby, string roe)
    {
        IEnumerable<string> chains = new HandMade("2016-08-17", $"Roe/PROPN/2/nsubj {verb}/VERB/0/root/{lemma} Hruby/PROPN/2/obj to/PART/5/mark defend/VERB/2/xcomp himself/PRON/5/obj")
            .Named("Roe", NameType.Person).Named("Hruby", NameType.Person).Chains();
        Assert.Equal([roe, hruby], chains);
    }

    [Fact]
    public void WhoSaysItIsNotTheOneNamedInIt() => Assert.Equal(["Mark Roe = he", "Hale"],
        new HandMade("2016-08-17", "Mark/PROPN/3/nsubj Roe/PROPN/1/flat voted/VERB/0/root/vote",
            "\"/PUNCT/3/punct We/PRON/3/nsubj like/VERB/7/ccomp Hale/PROPN/3/obj \"/PUNCT/3/punct he/PRON/7/nsubj said/VERB/0/root/say")
            .Named("Mark Roe", NameType.Person).Named("Hale", NameType.Person).Chains().Select(c => c.Replace(" = We", "")));

    [Fact]
    public void PartyAndStateBehindANameAreNoActor() => Assert.Equal(["Ann Hale"], Some.Read("Ann Hale, D-Ohio, left.").Cast.Entities.Entities.Select(e => e.Name));

    [Fact]
    public void AMemberOfAPartyIsAPerson() => Assert.Equal(["Ann Hale = an Iowa Republican"],
        new HandMade("2016-08-17", "Ann/PROPN/7/nsubj Hale/PROPN/1/flat ,/PUNCT/6/punct an/DET/6/det Iowa/PROPN/6/compound Republican/PROPN/1/appos left/VERB/0/root/leave")
            .Named("Ann Hale", NameType.Person).Named("Republican", NameType.Organization).Chains());

    [Fact]
    public void RepublicansAreTheyAndNotIt() => Assert.Equal(["Republicans = They"],
        new HandMade("2016-08-17", "Republicans/PROPN/2/nsubj/Republican/NNPS met/VERB/0/root/meet", "They/PRON/2/nsubj voted/VERB/0/root/vote", "It/PRON/2/nsubj rained/VERB/0/root/rain")
            .Named("Republicans", NameType.Organization).Chains());

    [Theory]
    [InlineData("Roe/PROPN/4/compound Challenger/PROPN/4/compound Ann/PROPN/4/compound Hale/PROPN/5/nsubj left/VERB/0/root/leave", "Roe Challenger Ann Hale", "Ann Hale")]
    [InlineData("Ann/PROPN/4/nsubj Hale/PROPN/1/flat Endorsement/PROPN/1/flat stands/VERB/0/root/stand Ann/PROPN/6/compound Hale/PROPN/4/obj", "Ann Hale Endorsement", "Ann Hale")]
    [InlineData("Secretary/PROPN/6/nsubj of/ADP/3/case State/PROPN/1/nmod Ann/PROPN/1/flat Hale/PROPN/1/flat left/VERB/0/root/leave", "State Ann Hale", "Ann Hale")]
    [InlineData("Ann/PROPN/3/nsubj Hale/PROPN/1/flat left/VERB/0/root/leave on/ADP/5/case Jan/PROPN/3/obl/January 5/NUM/5/nummod", "Jan", "Ann Hale")]
    public void WordsOfAHeadlineOrADateAreNoNames(string sentence, string name, string found) =>
        Assert.Contains(new HandMade("2016-08-17", sentence).Named(name, NameType.Person).Named("Ann Hale", NameType.Person).Link(), e => e.Name == found);

    [Fact]
    public void ABodyThatIsKnownIsNobodysNamesake() => Assert.Equal([NameType.Organization, NameType.Person],
        new HandMade("2016-08-17", "Google/PROPN/2/nsubj agreed/VERB/0/root/agree", "Zorv/PROPN/3/nsubj Google/PROPN/1/flat left/VERB/0/root/leave")
            .Named("Zorv Google", NameType.Person).Named("Google", NameType.Organization).Link().Select(e => e.Type));

    [Fact]
    public void ASpanKnownBeforehandIsAMentionWhateverItIs()
    {
        var made = new HandMade("2025-08-17", "Angry/ADJ/2/amod stones/NOUN/3/nsubj/stone spoke/VERB/0/root/speak");
        var report = new Report("r", made.Report.Text) { Mentions = [new KnownMention(new TextSpan(0, 12), null)] };
        Entity known = Assert.Single(new EntityLinker(HandMade.Data).Link(report, made.Sentences, [], []));
        Assert.Equal(new TextSpan(0, 12), Assert.Single(known.Mentions).Span);
        Assert.Equal("stones", known.Mentions[0].Head.Text);
    }
}
