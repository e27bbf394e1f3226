using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

public sealed partial class LedgerStore
{
    private const int MostActors = 200;

    /// <summary>Actors whose name, key or country fit, the most written about first; with an empty filter all of them.</summary>
    /// <param name="search">A key, a name or the beginning of one; null for all.</param>
    /// <param name="country">ISO 3166 alpha-3; null for all.</param>
    public IReadOnlyList<ActorRow> Actors(string? search = null, string? country = null, int most = 50) => Query(connection =>
    {
        if (search is { Length: > 0 })
        {
            var ids = ActorIds(connection, search);
            return (IReadOnlyList<ActorRow>)[.. ids.Select(id => Actor(connection, id)).Where(a => country is null || a.Country == country)
                .OrderByDescending(a => a.Statements + a.Events + a.Commitments).ThenBy(a => a.Key, StringComparer.Ordinal).Take(most)];
        }
        var busiest = Sql.List(connection, "SELECT id FROM actors WHERE $country IS NULL OR country = $country ORDER BY events DESC, key LIMIT $most",
            row => row.GetInt64(0), ("$country", country), ("$most", most));
        return [.. busiest.Select(id => Actor(connection, id))];
    });

    /// <summary>The actor with this key; null when the ledger has none.</summary>
    public ActorRow? Actor(string key) => Query(connection =>
        Sql.Number(connection, "SELECT id FROM actors WHERE key = $key", ("$key", key)) is > 0 and long id ? Actor(connection, id) : null);

    /// <summary>What each actor took part in most with whom: by how many events the two share.</summary>
    /// <param name="filter">Which events count; with <see cref="EntryFilter.Actor"/> only pairs with that actor in them.</param>
    public IReadOnlyList<RelationRow> Relations(EntryFilter filter, int most = 50) => Query(connection =>
    {
        if (IsTallied(filter) && filter.Types.Count + filter.Statuses.Count == 0)
            return RelationsOfAll(connection, filter, most);
        Selection selection = EventSelection(connection, filter, isWhole: true);
        if (selection.IsEmpty)
            return (IReadOnlyList<RelationRow>)[];
        List<long>? centre = filter.Actor is { Length: > 0 } actor ? ActorIds(connection, actor) : null;
        (string day, string id) = selection.Order;
        selection.From += $" JOIN event_actors x ON x.event = {id} JOIN event_actors y ON y.event = {id}";
        selection.Where(centre is null ? "x.actor < y.actor" : $"x.actor IN ({string.Join(",", centre)}) AND x.actor <> y.actor");
        // An actor may stand on both sides of a mutual event: each pair counts once an event.
        var pairs = selection.List($"x.actor, y.actor, count(DISTINCT {id}), count(DISTINCT CASE WHEN {selection.Column("type")} IN ({Cooperative}) THEN {id} END), min({day}), max({day})",
            $"GROUP BY x.actor, y.actor ORDER BY 3 DESC, 1, 2 LIMIT {Math.Clamp(most, 1, 10_000)}",
            ToPair);
        return [.. pairs.Select(p => ToRelation(connection, p))];
    });

    private static (long One, long Other, int Events, int Cooperation, DateOnly? First, DateOnly? Last) ToPair(SqliteDataReader row) =>
        (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3), row.Day(4), row.Day(5));

    private static RelationRow ToRelation(SqliteConnection connection, (long One, long Other, int Events, int Cooperation, DateOnly? First, DateOnly? Last) p) =>
        new(Party(connection, p.One), Party(connection, p.Other), p.Events, p.Cooperation, p.Events - p.Cooperation, p.First, p.Last);

    private static ActorRow Actor(SqliteConnection connection, long id)
    {
        var names = Sql.List(connection, "SELECT name FROM actor_names WHERE actor = $id ORDER BY id LIMIT 20", row => row.GetString(0), ("$id", id));
        return Sql.List(connection, "SELECT key, name, kind, code, country, statements, events, commitments, first_seen, last_seen FROM actors WHERE id = $id",
            row => new ActorRow(row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), names,
                row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.Day(8), row.Day(9)), ("$id", id))[0];
    }

    private static Party Party(SqliteConnection connection, long actor) =>
        Sql.List(connection, "SELECT key, name, code, country FROM actors WHERE id = $id", row => new Party(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3)), ("$id", actor))[0];

    /// <summary>Everyone a word can mean: the key itself; else those so named; else those with these words in a name.</summary>
    private static List<long> ActorIds(SqliteConnection connection, string search)
    {
        var ids = Sql.List(connection, "SELECT id FROM actors WHERE key = $search", row => row.GetInt64(0), ("$search", search));
        if (ids.Count > 0 || WordQuery.Of(search) is not { } words)
            return ids;
        ids = Sql.List(connection, "SELECT DISTINCT n.actor FROM actor_words w JOIN actor_names n ON n.id = w.rowid WHERE actor_words MATCH $words AND n.name = $search COLLATE NOCASE",
            row => row.GetInt64(0), ("$words", words), ("$search", search));
        if (ids.Count == 0)
            ids = Sql.List(connection, $"SELECT DISTINCT n.actor FROM actor_words w JOIN actor_names n ON n.id = w.rowid WHERE actor_words MATCH $words ORDER BY n.actor LIMIT {MostActors}", row => row.GetInt64(0), ("$words", words));
        return ids;
    }
}
