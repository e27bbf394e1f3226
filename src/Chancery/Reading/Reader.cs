using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery;

/// <summary>Reads reports: a pure function of the report, the models and the data; no clock, no network, no store.</summary>
/// <remarks>Costly to make, cheap to use. Immutable; one instance serves all threads.</remarks>
public sealed class Reader
{
    private readonly LanguageReader _language;
    private readonly NameFinder _names;
    private readonly EntityLinker _linker;
    private readonly ActorIdentifier _actors;
    private readonly TimeTagger _times;
    private readonly PlaceFinder _places;
    private readonly StatementExtractor _statements;
    private readonly EventExtractor _events;
    private readonly CommitmentExtractor _commitments;

    /// <param name="userActors">Tables of the user's own, laid out as those of data/actors.</param>
    /// <exception cref="InvalidDataException">A model or table is missing, damaged, or of another version.</exception>
    /// <exception cref="TableException">A table is wrong; the message says where.</exception>
    public Reader(DataPack data, Models models, params IReadOnlyList<Table> userActors)
    {
        Versions = ReaderVersions.Of(data, models);
        // Each stage reads its own tables and models; side by side, since this is most of what a single report waits for.
        Task<LanguageReader> language = Task.Run(() => new LanguageReader(data, models));
        Task<ActorIdentifier> actors = Task.Run(() => new ActorIdentifier(new ActorRegistry(data, userActors)));
        Task<PlaceFinder> places = Task.Run(() => new PlaceFinder(data));
        Task<EventExtractor> events = Task.Run(() => new EventExtractor(data, models));
        _linker = new EntityLinker(data);
        _times = new TimeTagger(data);
        _statements = new StatementExtractor(data, models);
        _language = language.GetAwaiter().GetResult();
        _names = new NameFinder(_language.NameLabels, _language.NameLists, data);
        _actors = actors.GetAwaiter().GetResult();
        _commitments = new CommitmentExtractor(data, _actors.Registry);
        _places = places.GetAwaiter().GetResult();
        _events = events.GetAwaiter().GetResult();
    }

    public ReaderVersions Versions { get; }

    /// <returns>A reading, whatever the text; what could not be read is said in its warnings.</returns>
    public Reading Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var warnings = new List<Warning>(report.Warnings);
        var sentences = _language.Read(report, warnings);
        var names = _names.Find(report, sentences);
        var entities = _linker.Link(report, sentences, names, warnings);
        var times = _times.Tag(report, sentences, warnings);
        var cast = _actors.Identify(report, sentences, entities, times, warnings);
        var places = _places.Find(report, sentences, names, cast, warnings);
        var statements = _statements.Extract(report, sentences, cast, times, warnings);
        var events = _events.Extract(report, sentences, cast, times, places, statements);
        var commitments = _commitments.Extract(report, sentences, cast, times, statements, events);
        return new Reading(report, sentences, names, cast, times, places, statements, events, commitments, [.. warnings], Versions);
    }
}
