using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    /// <exception cref="LedgerException">There is one of this name, or the name has blanks.</exception>
    public Dossier CreateDossier(string name, string title = "", IReadOnlyList<string>? actors = null, IReadOnlyList<string>? words = null, IReadOnlyList<string>? places = null, DateOnly? from = null, DateOnly? to = null)
    {
        if (name.Length == 0 || name.Any(char.IsWhiteSpace))
            throw new LedgerException(LedgerFault.Misuse, $"\"{name}\" cannot name a dossier; expected a word without blanks, such as ukraine-talks");
        return Change(connection =>
        {
            if (Sql.Number(connection, "SELECT count(*) FROM dossiers WHERE name = $name", ("$name", name)) > 0)
                throw new LedgerException(LedgerFault.Misuse, $"there is a dossier \"{name}\" already; add to it, or choose another name");
            Sql.Run(connection, "INSERT INTO dossiers (name, title, period_from, period_to, created) VALUES ($name, $title, $from, $to, $created)",
                ("$name", name), ("$title", title), ("$from", Days.Text(from)), ("$to", Days.Text(to)), ("$created", Days.Instant(_time.GetUtcNow())));
            AddItems(connection, name, actors, words, places);
            return Dossier(connection, name);
        });
    }

    /// <summary>Widens a dossier.</summary>
    /// <exception cref="LedgerException">There is none of this name.</exception>
    public Dossier AddToDossier(string name, IReadOnlyList<string>? actors = null, IReadOnlyList<string>? words = null, IReadOnlyList<string>? places = null) => Change(connection =>
    {
        Dossier(connection, name);
        AddItems(connection, name, actors, words, places);
        return Dossier(connection, name);
    });

    /// <exception cref="LedgerException">There is none of this name.</exception>
    public void RemoveDossier(string name) => Change(connection =>
    {
        Dossier(connection, name);
        Sql.Run(connection, "DELETE FROM dossiers WHERE name = $name", ("$name", name));
        return true;
    });

    /// <summary>All dossiers, by name.</summary>
    public IReadOnlyList<Dossier> Dossiers() => Query(connection =>
        (IReadOnlyList<Dossier>)[.. Sql.List(connection, "SELECT name FROM dossiers ORDER BY name", row => row.GetString(0)).Select(name => Dossier(connection, name))]);

    /// <exception cref="LedgerException">There is none of this name.</exception>
    public Dossier Dossier(string name) => Query(connection => Dossier(connection, name));

    /// <summary>The filter that a dossier is; its words and places as any-of.</summary>
    public static EntryFilter FilterOf(Dossier dossier) => new() { AnyActor = dossier.Actors, AnyWords = dossier.Words, AnyPlace = dossier.Places, From = dossier.From, To = dossier.To };

    /// <summary>What a dossier shows. Looking changes nothing; <see cref="MarkSeen"/> does.</summary>
    /// <param name="asOf">For the states of commitments; null: the day of asking.</param>
    /// <exception cref="LedgerException">There is none of this name.</exception>
    public DossierView View(string name, int most = 100, DateOnly? asOf = null)
    {
        Dossier dossier = Dossier(name);
        EntryFilter filter = FilterOf(dossier) with { AsOf = asOf };
        long seen = Query(connection => Sql.Number(connection, "SELECT max(v.last_report) FROM dossier_views v JOIN dossiers d ON d.id = v.dossier WHERE d.name = $name", ("$name", name)));
        EntryFilter since = filter with { AfterReport = seen };
        var open = Commitments(filter with { Statuses = [CommitmentStates.Open, CommitmentStates.Overdue, CommitmentStates.LikelyKept, CommitmentStates.LikelyUnkept] }, new PageRequest(most)).Items;
        return new DossierView(dossier,
            [.. Events(filter, new PageRequest(most)).Items.Reverse()],
            Relations(filter with { Types = ["CONSULT"], Statuses = ["happened", "ongoing"] }, most),
            [.. open.OrderBy(c => c.DueTo is null).ThenBy(c => c.DueTo).ThenBy(c => c.Id.Number)],
            new DossierNews(Events(since, new PageRequest(most)).Items, Statements(since, new PageRequest(most)).Items, Commitments(since, new PageRequest(most)).Items));
    }

    /// <summary>Notes that a dossier was looked at: what is in the ledger now is new no longer.</summary>
    /// <exception cref="LedgerException">There is none of this name.</exception>
    public void MarkSeen(string name) => Change(connection =>
    {
        Dossier(connection, name);
        Sql.Run(connection, "INSERT INTO dossier_views (dossier, seen, last_report) SELECT id, $now, (SELECT ifnull(max(id), 0) FROM reports) FROM dossiers WHERE name = $name",
            ("$now", Days.Instant(_time.GetUtcNow())), ("$name", name));
        return true;
    });

    private static void AddItems(SqliteConnection connection, string name, IReadOnlyList<string>? actors, IReadOnlyList<string>? words, IReadOnlyList<string>? places)
    {
        foreach ((string kind, IReadOnlyList<string>? values) in new[] { ("actor", actors), ("words", words), ("place", places) })
        {
            foreach (string value in values ?? [])
            {
                Sql.Run(connection, "INSERT OR IGNORE INTO dossier_items (dossier, kind, value) SELECT id, $kind, $value FROM dossiers WHERE name = $name",
                    ("$kind", kind), ("$value", value), ("$name", name));
            }
        }
    }

    private static Dossier Dossier(SqliteConnection connection, string name)
    {
        var items = Sql.List(connection, "SELECT i.kind, i.value FROM dossier_items i JOIN dossiers d ON d.id = i.dossier WHERE d.name = $name ORDER BY i.kind, i.value",
            row => (Kind: row.GetString(0), Value: row.GetString(1)), ("$name", name)).ToLookup(i => i.Kind, i => i.Value);
        return Sql.List(connection, "SELECT d.title, d.period_from, d.period_to, d.created, (SELECT max(seen) FROM dossier_views v WHERE v.dossier = d.id) FROM dossiers d WHERE d.name = $name",
            row => new Dossier(name, row.GetString(0), [.. items["actor"]], [.. items["words"]], [.. items["place"]], row.Day(1), row.Day(2), Days.ParseInstant(row.GetString(3)),
                row.TextOrNull(4) is { } seen ? Days.ParseInstant(seen) : null), ("$name", name)).FirstOrDefault()
            ?? throw new LedgerException(LedgerFault.NotFound, $"there is no dossier \"{name}\"; \"chancery dossier list\" shows those there are");
    }
}
