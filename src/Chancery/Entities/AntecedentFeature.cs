namespace Chancery.Entities;

/// <summary>What can speak for or against one whom a pronoun may stand for. Each has its weights in data/entities/antecedents.tsv.</summary>
internal enum AntecedentFeature
{
    // The nearest mention: how far, as what.
    SameSentence,
    SentenceBefore,
    TwoSentencesBefore,
    ThreeSentencesBefore,
    WithinFiveWords,
    WithinTwelveWords,
    WithinTwentyFiveWords,
    Nearest,
    SecondNearest,
    SubjectHere,
    ObjectHere,
    ObliqueHere,
    OwnerHere,
    OtherHere,
    SubjectBefore,
    ObjectBefore,
    ObliqueBefore,
    OwnerBefore,
    OtherBefore,
    NearestIsName,
    NearestIsNoun,
    NearestIsPronoun,
    JoinedByAnd,
    InApposition,
    InRelativeClause,
    OfMainClause,
    DeepInClause,
    InQuotationAlone,

    // Clauses: whose verb governs that of the pronoun.
    SubjectOfOwnClause,
    SubjectOfClauseAround,
    SubjectOfClauseJoined,
    SubjectOfSentence,
    SubjectOfSentenceBefore,
    SameRole,
    OwnerOfSubject,
    SubjectWhoseAs,
    BehindPronoun,

    // The entity as a whole.
    FirstOfReport,
    FirstOfSentenceBefore,
    OnceMentioned,
    TwiceMentioned,
    OftenMentioned,
    MostMentioned,
    OfLastPronoun,
    OfPronounBefore,
    SameGender,
    GenderUnknown,
    Person,
    Body,
    Place,
    Group,
    Named,
    OnlyOne,

    // What else "it" and "they" may mean: a thing, several together, nothing that the report names.
    Thing,
    Several,
    Nothing,
    NothingActs,
    NothingOfCopula,
    NothingAsObject,

    // What the pronoun's own words ask for: who says and decides, what is so and so, whose soldiers.
    SomeoneActs,
    SomeoneOfCopula,
    SomeoneOwnsPeople,
}
