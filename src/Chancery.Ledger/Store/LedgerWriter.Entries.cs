using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Ledger;

public sealed partial class LedgerWriter
{
    /// <summary>The entries of one reading on their way into the tables.</summary>
    private sealed class Entries(long report, long reading, Reading read)
    {
        public long Report => report;
        public long ReadingId => reading;
        public Reading Read => read;
        public string? Published { get; } = Days.Text(read.Report.Published);
        public long? Publisher { get; init; }
        public Dictionary<Entity, (long Entity, long Actor, Party Party)> Entities { get; } = [];
        public Dictionary<Statement, long> Statements { get; } = [];
        public Dictionary<Event, long> Accounts { get; } = [];
        public HashSet<long> Events { get; } = [];

        /// <summary>Their rows wait for the chain, which comes last.</summary>
        public List<(Promise Promise, object?[] Row)> Commitments { get; } = [];

        public TextSpan SentenceOf(TextSpan words)
        {
            foreach (Sentence sentence in read.Sentences)
            {
                if (sentence.Span.End > words.Start)
                    return sentence.Span.Overlaps(words) ? sentence.Span : words;
            }
            return words;
        }

        private readonly Dictionary<TextSpan, string> _lemmas = [];

        /// <summary>Of a sentence, which often tells of several events.</summary>
        public string LemmasOf(TextSpan sentence)
        {
            if (!_lemmas.TryGetValue(sentence, out string? lemmas))
                _lemmas[sentence] = lemmas = Lemmas.Of(SpanList.Of(sentence), read);
            return lemmas;
        }

        public string Words(SpanList spans) => string.Join(" … ", spans.Select(s => Shown(read.Report[s])));

        public static string Shown(ReadOnlySpan<char> words)
        {
            // Line breaks within words mean nothing; everything else stays as it is.
            Span<char> line = words.Length <= 512 ? stackalloc char[words.Length] : new char[words.Length];
            int length = 0;
            foreach (char c in words)
            {
                bool blank = char.IsWhiteSpace(c);
                if (!blank || (length > 0 && line[length - 1] != ' '))
                    line[length++] = blank ? ' ' : c;
            }
            return line[..length].TrimEnd(' ').ToString();
        }
    }

    private void StoreEntries(long report, long reading, Reading read)
    {
        var entries = new Entries(report, reading, read) { Publisher = read.Report.Publisher is { Length: > 0 } name ? Publisher(name) : null };
        foreach (Entity entity in read.Cast.Entities.Entities)
        {
            if (read.Cast[entity]?.Actor is not null)
                Store(entity, entries);
        }
        foreach (Statement statement in read.Statements)
            Store(statement, entries);
        foreach (Event @event in read.Events)
            Store(@event, entries);
        foreach (Commitment commitment in read.Commitments)
            Store(commitment, entries);
        Follow(entries);
    }

    private (long Entity, long Actor, Party Party) Store(Entity entity, Entries entries)
    {
        if (entries.Entities.TryGetValue(entity, out var known))
            return known;
        ActorReading? actor = entries.Read.Cast[entity];
        var party = new Party(ActorKeys.Of(entity, actor), Entries.Shown(entity.Name), actor?.Code, actor?.Country);
        long actorId = Actor(party, entity, actor);
        long id = Insert("entities (reading, local, actor, name, type, code, country, sectors, role)",
            entries.ReadingId, entity.Id, actorId, party.Name, Labels.Of(entity.Type), party.Code, party.Country, Json.Strings(actor?.Sectors ?? []), actor?.Role);
        Seen(actorId, entries.Published);
        return entries.Entities[entity] = (id, actorId, party);
    }

    /// <summary>The entities and, of a group whose members the report names, the members: "both sides" are those two.</summary>
    private List<(long Entity, long Actor, Party Party)> Parties(IEnumerable<Entity> entities, Entries entries) =>
        [.. entities.SelectMany(e => e.Members.IsEmpty ? [e] : (IEnumerable<Entity>)e.Members).Select(e => Store(e, entries)).DistinctBy(p => p.Actor)];

    private readonly Dictionary<string, long> _actors = new(StringComparer.Ordinal);
    private readonly HashSet<(long, string)> _actorNames = [];

    private long Actor(Party party, Entity entity, ActorReading? actor)
    {
        if (!_actors.TryGetValue(party.Key, out long id))
        {
            id = On("SELECT id FROM actors WHERE key = ?1", 1).Number(party.Key) is long found
                ? found
                : Insert("actors (key, name, kind, code, country)", party.Key, party.Name, ActorKeys.Kind(party.Key, entity.Type), party.Code, party.Country);
            _actors[party.Key] = id;
        }
        if (ActorKeys.IsName(entity) && _actorNames.Add((id, party.Name)) && On("SELECT 1 FROM actor_names WHERE actor = ?1 AND name = ?2", 2).Number(id, party.Name) is null)
        {
            long name = Insert("actor_names (actor, name)", id, party.Name);
            On("INSERT INTO actor_words (rowid, name) VALUES (?1, ?2)", 2).Run(name, party.Name);
        }
        return id;
    }

    private void Store(Statement statement, Entries entries)
    {
        (long Entity, long Actor, Party Party)? speaker = statement.Speaker is { } who ? Store(who, entries) : null;
        string? said = Days.Text(statement.Time?.From);
        string content = entries.Words(statement.Content);
        TextSpan sentence = entries.SentenceOf(statement.Content[0]);
        long id = Insert("statements (reading, local, day, said, speaker, actor, country, publisher, form, kind, negated, audience, cue, content, source_spans, cue_spans, content_spans, quote_spans, sentence_start, sentence_end, rule, score)",
            entries.ReadingId, statement.Id, said ?? entries.Published ?? "", said, speaker?.Entity, speaker?.Actor, speaker?.Party.Country, entries.Publisher, Labels.Of(statement.Form), Labels.Of(statement.Kind),
            statement.Negated ? 1 : 0, Json.Parties([.. statement.Audience.Select(a => Store(a, entries).Party)]), entries.Words(statement.Cue), content,
            Json.Spans(statement.Source), Json.Spans(statement.Cue), Json.Spans(statement.Content), Json.Spans(statement.Quotes), sentence.Start, sentence.End,
            statement.Evidence.Rule, Score(statement.Evidence));
        On("INSERT INTO statement_words (rowid, content) VALUES (?1, ?2)", 2).Run(id, content);
        if (speaker is { } counted)
            AddedTo(counted.Actor).Statements++;
        entries.Statements[statement] = id;
    }

    private void Store(Event @event, Entries entries)
    {
        var sources = Parties(@event.Sources, entries);
        var targets = Parties(@event.Targets, entries);
        TextSpan setting = Setting(@event, entries);
        var account = new Account(@event, entries.Report, entries.Published, entries.Publisher, @event.Place is { } place ? Place(place) : null, @event.Place?.Country,
            sources, targets, entries.Words(SpanList.Of(setting)), entries.LemmasOf(entries.SentenceOf(@event.Trigger[0])), Quantities.Of(@event, entries.Read));
        long? same = FindEvent(account, entries.Events);
        long id = _nextAccount++;
        long ledgerEvent = same is { } known ? Join(known, account) : NewEvent(account, id);
        TextSpan sentence = entries.SentenceOf(@event.Trigger[0]);
        Insert("accounts (id, reading, local, event, type, mode, context, cameo, status, day_from, day_to, place, statement, sources, targets, numbers, words, lemmas, trigger_spans, source_spans, target_spans, sentence_start, sentence_end, rule, score)",
            id, entries.ReadingId, @event.Id, ledgerEvent, Labels.Of(@event.Type), @event.Mode, Json.Strings(@event.Context), @event.Cameo, Labels.Of(@event.Status), account.From, account.To, account.Place,
            @event.Statement is { } told && entries.Statements.TryGetValue(told, out long statement) ? statement : null, account.SourcesText, account.TargetsText,
            Json.Strings(account.Numbers), account.Words, account.Lemmas, Json.Spans(@event.Trigger), Json.Spans(@event.SourceSpans), Json.Spans(@event.TargetSpans), sentence.Start, sentence.End, @event.Evidence.Rule, Score(@event.Evidence));
        On("INSERT INTO account_words (rowid, words) VALUES (?1, ?2)", 2).Run(id, account.Words);
        entries.Accounts[@event] = id;
        entries.Events.Add(ledgerEvent);
        if (same is not null)
            Gather(ledgerEvent);
    }

    /// <summary>From the first to the last word that bears the event in the sentence of its first trigger, so that it can be read.</summary>
    private static TextSpan Setting(Event @event, Entries entries)
    {
        TextSpan sentence = entries.SentenceOf(@event.Trigger[0]);
        TextSpan setting = @event.Trigger[0];
        foreach (TextSpan span in @event.SourceSpans.Concat(@event.TargetSpans))
        {
            if (sentence.Contains(span))
                setting = setting.Cover(span);
        }
        return setting;
    }

    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);

    private long Place(PlaceMention place)
    {
        string key = place.GeoNames is { } number ? $"{number}:{place.City}" : $"{place.Name}|{place.Country}|{place.Division}|{place.City}";
        if (_places.TryGetValue(key, out long known))
            return known;
        long id = On("SELECT id FROM places WHERE key = ?1", 1).Number(key) is long found ? found : Insert("places (name, country, division, city, latitude, longitude, geonames, key)",
            place.Name, place.Country, place.Division, place.City, place.Latitude, place.Longitude, place.GeoNames, key);
        return _places[key] = id;
    }

    private void Store(Commitment commitment, Entries entries)
    {
        (long Entity, long Actor, Party Party)? maker = commitment.By is { } by ? Store(by, entries) : null;
        var makers = commitment.By is { } bound ? Parties([bound], entries) : [];
        var toward = Parties(commitment.Toward, entries);
        string? made = Days.Text(commitment.MadeOn);
        string day = made ?? entries.Published ?? "";
        string content = entries.Words(commitment.Content);
        TextSpan sentence = entries.SentenceOf(commitment.Content[0]);
        long? account = commitment.Event is { } @event && entries.Accounts.TryGetValue(@event, out long found) ? found : null;
        string kind = Labels.Of(commitment.Kind);
        string? due = Days.Text(commitment.DueTo), outcome = commitment.Outcome is { } came ? Labels.Of(came) : null;
        string lemmas = Lemmas.Of(commitment.Content, entries.Read);
        long id = _nextCommitment++;
        object?[] row =
        [
            id, entries.ReadingId, commitment.Id, kind, day, made, Days.Text(commitment.DueFrom), due, maker?.Entity, maker?.Actor, maker?.Party.Country,
            Json.Parties([.. makers.Select(m => m.Party)]), Json.Parties([.. toward.Select(t => t.Party)]), account, commitment.Statement is { } told && entries.Statements.TryGetValue(told, out long statement) ? statement : null, entries.Publisher,
            outcome, content, entries.Words(commitment.Condition), entries.Words(commitment.OutcomeEvidence), lemmas,
            Json.Spans(commitment.Content), Json.Spans(commitment.Condition), Json.Spans(commitment.OutcomeEvidence), sentence.Start, sentence.End, commitment.Evidence.Rule, Score(commitment.Evidence), null,
        ];
        On("INSERT INTO commitment_words (rowid, content) VALUES (?1, ?2)", 2).Run(id, content);
        if (maker is { } counted)
            AddedTo(counted.Actor).Commitments++;
        string type = commitment.Event is { } would ? Labels.Of(would.Type) : "";
        foreach (var m in makers)
            PutCommitment(m.Actor, day, id, "by", type);
        foreach (var t in toward)
            PutCommitment(t.Actor, day, id, "toward", type);
        var promise = new Promise(id, entries.Report, kind, day, entries.Published ?? day, due,
            [.. makers.Select(m => m.Party)], [.. toward.Select(t => t.Party)], lemmas, account is null ? null : type, made, outcome);
        _promises.Put(id, promise);
        entries.Commitments.Add((promise, row));
    }

    private static double Score(Evidence evidence) => Math.Round(evidence.Score, 3);
}
