using Chancery.Learning;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Training.Statements;

namespace Chancery.Tests.Training;

public class StatementTrainingTests
{
    private const uint Says = 0xA000_0000, Runs = 0xB000_0000, Often = 0x1000_0000, Word = 0x2000_0000, Name = 0x3000_0000;

    // A cue is where "says" is seen; a name before it is the source, words behind it are the content.
    private static StatementExamples Examples()
    {
        var examples = new StatementExamples();
        for (int i = 0; i < 60; i++)
        {
            examples.Cues.Add(new CueExample([Often, i % 3 == 0 ? Says : Runs], i % 3 == 0));
            examples.Spans.Add(new SpanExample([[Name, Often], [Says, Often], [Word, Often], [Word, Often]],
                [SpanLabels.Source + 3, SpanLabels.Cue + 3, SpanLabels.Content, SpanLabels.Content + 2], 1));
        }
        return examples;
    }

    private static byte[] Train() => new StatementTraining(1, TextWriter.Null).Train(Examples(), Examples(), ["made up"]);

    private static StatementModel Load(ReadOnlyMemory<byte> file) =>
        new(new Models(new Dictionary<string, ReadOnlyMemory<byte>> { [StatementModel.Name] = file }));

    [Fact]
    public void WhatIsTrainedTellsCuesApartAndIsSureOfIt()
    {
        StatementModel model = Load(Train());
        float cue = model.CueWeight([Often, Says]), none = model.CueWeight([Often, Runs]);
        Assert.True(cue > 0 && none < 0, $"{cue} and {none}");
        Assert.InRange(model.Chance(cue), 0.9f, 1f);
        Assert.InRange(model.Chance(none), 0f, 0.1f);
    }

    [Fact]
    public void SameExamplesAndSeedSameBytes() => Assert.Equal(Train(), Train());

    [Fact]
    public void AModelOfAnotherKindIsRefused()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Load(ReaderFolder.OpenModels()["en-language"]));
        Assert.StartsWith("CHY0203", fault.Message, StringComparison.Ordinal);
    }
}
