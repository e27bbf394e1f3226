using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Language;

/// <summary>From a report's characters to sentences with tags and trees: tokens, sentences, tags, lemmas, trees in this order.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class LanguageReader
{
    public LanguageReader(DataPack data, Models models)
    {
    }

    /// <returns>Sentences in text order; every character that is not white space is in exactly one token. Never throws, whatever the text.</returns>
    public ImmutableArray<Sentence> Read(Report report, ICollection<Warning> warnings) => [];
}
