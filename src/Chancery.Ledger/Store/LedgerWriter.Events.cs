using Chancery.Events;

namespace Chancery.Ledger;

public sealed partial class LedgerWriter
{
    /// <summary>What one report says of an event, on its way to the event of the ledger.</summary>
    private sealed record Account(
        Event Event, long Report, string? Published, long? Publisher, long? Place, string? PlaceCountry,
        List<(long Entity, long Actor, Party Party)> Sources, List<(long Entity, long Actor, Party Party)> Targets, string Words, string Lemmas, IReadOnlyList<string> Numbers)
    {
        public Party[] SourceParties { get; } = [.. Sources.Select(s => s.Party)];
        public Party[] TargetParties { get; } = [.. Targets.Select(t => t.Party)];
        public string SourcesText { get; } = Json.Parties([.. Sources.Select(s => s.Party)]);
        public string TargetsText { get; } = Json.Parties([.. Targets.Select(t => t.Party)]);
        public string? From { get; } = Days.Text(Event.From);
        public string? To { get; } = Days.Text(Event.To);

        /// <summary>Where it stands in the order of days: its first day, else its last, else that of the report.</summary>
        public string Day => From ?? To ?? Published ?? "";
    }

    /// <summary>An event that one account tells of, which leads.</summary>
    /// <param name="lead">The number that the account will have.</param>
    private long NewEvent(Account account, long lead)
    {
        Event @event = account.Event;
        string type = Labels.Of(@event.Type), status = Labels.Of(@event.Status);
        long id = Insert("events (type, mode, context, cameo, quad, goldstein, status, day, day_from, day_to, place, sources, targets, first_seen, last_seen, accounts, reports, stories, lead)",
            type, @event.Mode, Json.Strings(@event.Context), @event.Cameo, @event.Quad, @event.Goldstein, status, account.Day, account.From, account.To, account.Place,
            account.SourcesText, account.TargetsText, account.Published, account.Published, 1, 1, 1, lead);
        CountDay(account.Day, type, status, @event.Goldstein, 1);
        Index(id, account, account.Day, type, status, isNew: true);
        _deeds.Put(id, new Deed(id, account.Report, type, status, account.Day, account.Published ?? account.Day,
            account.SourceParties, account.TargetParties, account.Lemmas));
        return id;
    }

    /// <summary>Writes the event where queries by actor, country and publisher find it.</summary>
    private void Index(long id, Account account, string day, string type, string status, bool isNew)
    {
        const string actor = "INSERT OR IGNORE INTO event_actors (actor, day, event, side, type, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        List<long> there = isNew ? [] : On("SELECT DISTINCT actor FROM event_actors WHERE event = ?1", 1).Numbers(id);
        foreach (var party in account.Sources.Select(s => (s.Actor, Side: "source")).Concat(account.Targets.Select(t => (t.Actor, Side: "target"))).GroupBy(p => p.Actor))
        {
            foreach ((long who, string side) in party)
                On(actor, 6).Run(who, day, id, side, type, status);
            // An event counts once for an actor, though it stand on both sides.
            if (there.Contains(party.Key))
                continue;
            AddedTo(party.Key).Events++;
            foreach (long other in there)
                CountPair(day, type, party.Key, other, 1);
            there.Add(party.Key);
        }
        foreach (string country in account.Sources.Concat(account.Targets).Select(p => p.Party.Country).Append(account.PlaceCountry).OfType<string>().Distinct())
            On("INSERT OR IGNORE INTO event_countries (country, day, event, type, status) VALUES (?1, ?2, ?3, ?4, ?5)", 5).Run(country, day, id, type, status);
        if (account.Publisher is { } publisher)
            On("INSERT OR IGNORE INTO event_publishers (publisher, day, event, type, status) VALUES (?1, ?2, ?3, ?4, ?5)", 5).Run(publisher, day, id, type, status);
    }

    /// <summary>Counts the event's accounts anew and lets the best of them lead.</summary>
    private void Gather(long id)
    {
        Forget(id);
        On("""
            UPDATE events SET (accounts, reports, stories, first_seen, last_seen, lead) = (
                SELECT count(*), count(DISTINCT r.id), count(DISTINCT r.story), min(r.published), max(r.published),
                    ifnull((SELECT b.id FROM accounts b JOIN readings c ON c.id = b.reading WHERE b.event = ?1 AND c.superseded_by IS NULL ORDER BY b.score DESC, b.id LIMIT 1), events.lead)
                FROM accounts a JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report WHERE a.event = ?1 AND g.superseded_by IS NULL)
            WHERE id = ?1
            """, 1).Run(id);
    }

    private void Forget(long @event)
    {
        _deeds.Forget(@event);
        _likes.Forget(@event);
    }
}
