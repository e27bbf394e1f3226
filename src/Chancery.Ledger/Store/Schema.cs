using Microsoft.Data.Sqlite;

namespace Chancery.Ledger;

/// <summary>The tables, and the steps that bring an older ledger to this version. docs/ledger.md explains them to people who query with SQL.</summary>
internal static class Schema
{
    /// <summary>"CHLG" in the file's header, so that a ledger is told from any other SQLite file.</summary>
    public const int ApplicationId = 0x43484C47;

    public static int Version => Steps.Length;

    /// <summary>Counts from nothing what the writer counts as reports come in.</summary>
    internal const string CountAll = """
        DELETE FROM day_tallies;
        INSERT INTO day_tallies SELECT day, type, status, count(*), sum(CAST(round(goldstein * 10) AS INTEGER)) FROM events WHERE accounts > 0 GROUP BY day, type, status;
        DELETE FROM pair_tallies;
        INSERT INTO pair_tallies SELECT day, one, other, count(*), sum(type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT')) FROM
            (SELECT DISTINCT x.day, x.actor AS one, y.actor AS other, x.event, x.type FROM event_actors x JOIN event_actors y ON y.event = x.event AND y.actor > x.actor) GROUP BY day, one, other;
        UPDATE actors SET
            events = (SELECT count(DISTINCT x.event) FROM event_actors x WHERE x.actor = actors.id),
            statements = (SELECT count(*) FROM statements s JOIN readings g ON g.id = s.reading WHERE s.actor = actors.id AND g.superseded_by IS NULL),
            commitments = (SELECT count(*) FROM commitments c JOIN readings g ON g.id = c.reading WHERE c.actor = actors.id AND g.superseded_by IS NULL),
            (first_seen, last_seen) = (SELECT min(r.published), max(r.published) FROM entities e JOIN readings g ON g.id = e.reading JOIN reports r ON r.id = g.report
                WHERE e.actor = actors.id AND g.superseded_by IS NULL);
        """;

    /// <summary>Step n leads from version n to n + 1. A step that was shipped is never edited.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE versions (id INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE publishers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE stories (id INTEGER PRIMARY KEY, lead INTEGER NOT NULL, reports INTEGER NOT NULL) STRICT;
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, published TEXT, title TEXT, publisher INTEGER REFERENCES publishers, url TEXT,
            language TEXT NOT NULL, text TEXT NOT NULL, digest BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES stories, added TEXT NOT NULL) STRICT;
        CREATE INDEX reports_published ON reports (ifnull(published, ''), id);
        CREATE INDEX reports_publisher ON reports (publisher, published);
        CREATE INDEX reports_story ON reports (story);
        CREATE TABLE bands (band INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, PRIMARY KEY (band, report)) STRICT, WITHOUT ROWID;

        CREATE TABLE readings (
            id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports, versions INTEGER NOT NULL REFERENCES versions, made TEXT NOT NULL,
            superseded_by INTEGER REFERENCES readings, warnings TEXT NOT NULL) STRICT;
        CREATE INDEX readings_report ON readings (report);

        CREATE TABLE actors (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, country TEXT) STRICT;
        CREATE INDEX actors_country ON actors (country);
        CREATE TABLE actor_names (id INTEGER PRIMARY KEY, actor INTEGER NOT NULL REFERENCES actors, name TEXT NOT NULL, UNIQUE (actor, name)) STRICT;
        CREATE VIRTUAL TABLE actor_words USING fts5(name, content='actor_names', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
        CREATE TABLE entities (
            id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings, local TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actors,
            name TEXT NOT NULL, type TEXT NOT NULL, code TEXT, country TEXT, sectors TEXT NOT NULL, role TEXT) STRICT;
        CREATE INDEX entities_reading ON entities (reading);
        CREATE INDEX entities_actor ON entities (actor, reading);

        CREATE TABLE places (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, division TEXT, city TEXT, latitude REAL, longitude REAL, geonames INTEGER, key TEXT NOT NULL UNIQUE) STRICT;
        CREATE INDEX places_name ON places (name COLLATE NOCASE);

        CREATE TABLE statements (
            id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings, local TEXT NOT NULL, day TEXT NOT NULL, said TEXT,
            speaker INTEGER REFERENCES entities, actor INTEGER REFERENCES actors, country TEXT, publisher INTEGER REFERENCES publishers, form TEXT NOT NULL, kind TEXT NOT NULL, negated INTEGER NOT NULL,
            audience TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, source_spans TEXT NOT NULL, cue_spans TEXT NOT NULL, content_spans TEXT NOT NULL,
            quote_spans TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL) STRICT;
        CREATE INDEX statements_reading ON statements (reading);
        CREATE INDEX statements_day ON statements (day, id);
        CREATE INDEX statements_actor ON statements (actor, day, id);
        CREATE INDEX statements_country ON statements (country, day, id);
        CREATE INDEX statements_publisher ON statements (publisher, day, id);
        CREATE VIRTUAL TABLE statement_words USING fts5(content, content='statements', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');

        CREATE TABLE events (
            id INTEGER PRIMARY KEY, type TEXT NOT NULL, mode TEXT, context TEXT NOT NULL, cameo TEXT NOT NULL, quad TEXT NOT NULL, goldstein REAL NOT NULL, status TEXT NOT NULL,
            day TEXT NOT NULL, day_from TEXT, day_to TEXT, place INTEGER REFERENCES places, sources TEXT NOT NULL, targets TEXT NOT NULL,
            first_seen TEXT, last_seen TEXT, accounts INTEGER NOT NULL, reports INTEGER NOT NULL, stories INTEGER NOT NULL, lead INTEGER NOT NULL) STRICT;
        CREATE INDEX events_day ON events (day, id, type, status, goldstein, accounts);
        CREATE INDEX events_type ON events (type, day, id, status);
        CREATE INDEX events_status ON events (status, day, id);
        CREATE INDEX events_place ON events (place, day, id);
        CREATE TABLE accounts (
            id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings, local TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events,
            type TEXT NOT NULL, mode TEXT, context TEXT NOT NULL, cameo TEXT NOT NULL, status TEXT NOT NULL, day_from TEXT, day_to TEXT, place INTEGER REFERENCES places,
            statement INTEGER REFERENCES statements, sources TEXT NOT NULL, targets TEXT NOT NULL, numbers TEXT NOT NULL, words TEXT NOT NULL, lemmas TEXT NOT NULL,
            trigger_spans TEXT NOT NULL, source_spans TEXT NOT NULL, target_spans TEXT NOT NULL,
            sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL) STRICT;
        CREATE INDEX accounts_event ON accounts (event);
        CREATE INDEX accounts_reading ON accounts (reading);
        CREATE VIRTUAL TABLE account_words USING fts5(words, content='accounts', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
        CREATE TABLE event_actors (
            actor INTEGER NOT NULL REFERENCES actors, day TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events, side TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (actor, day, event, side)) STRICT, WITHOUT ROWID;
        CREATE INDEX event_actors_event ON event_actors (event);
        CREATE TABLE event_countries (
            country TEXT NOT NULL, day TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events, type TEXT NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (country, day, event)) STRICT, WITHOUT ROWID;
        CREATE INDEX event_countries_event ON event_countries (event);
        CREATE TABLE event_publishers (
            publisher INTEGER NOT NULL REFERENCES publishers, day TEXT NOT NULL, event INTEGER NOT NULL REFERENCES events, type TEXT NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (publisher, day, event)) STRICT, WITHOUT ROWID;
        CREATE INDEX event_publishers_event ON event_publishers (event);

        CREATE TABLE commitments (
            id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings, local TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, made TEXT,
            due_from TEXT, due_to TEXT, maker INTEGER REFERENCES entities, actor INTEGER REFERENCES actors, country TEXT, makers TEXT NOT NULL, toward TEXT NOT NULL, account INTEGER REFERENCES accounts,
            statement INTEGER REFERENCES statements, publisher INTEGER REFERENCES publishers, outcome TEXT, content TEXT NOT NULL, condition TEXT NOT NULL, outcome_words TEXT NOT NULL,
            lemmas TEXT NOT NULL, content_spans TEXT NOT NULL, condition_spans TEXT NOT NULL, outcome_spans TEXT NOT NULL,
            sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, chain INTEGER NOT NULL, succeeds INTEGER REFERENCES commitments, rule TEXT NOT NULL, score REAL NOT NULL) STRICT;
        CREATE INDEX commitments_reading ON commitments (reading);
        CREATE INDEX commitments_day ON commitments (day, id);
        CREATE INDEX commitments_kind ON commitments (kind, day, id);
        CREATE INDEX commitments_due ON commitments (due_to, id);
        CREATE INDEX commitments_chain ON commitments (chain);
        CREATE INDEX commitments_actor ON commitments (actor, day, id);
        CREATE INDEX commitments_country ON commitments (country, day, id);
        CREATE INDEX commitments_publisher ON commitments (publisher, day, id);
        CREATE INDEX commitments_account ON commitments (account);
        CREATE VIRTUAL TABLE commitment_words USING fts5(content, content='commitments', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
        CREATE TABLE commitment_actors (
            actor INTEGER NOT NULL REFERENCES actors, day TEXT NOT NULL, commitment INTEGER NOT NULL REFERENCES commitments, side TEXT NOT NULL, type TEXT NOT NULL,
            PRIMARY KEY (actor, day, commitment, side)) STRICT, WITHOUT ROWID;
        CREATE INDEX commitment_actors_commitment ON commitment_actors (commitment);
        CREATE TABLE candidates (
            commitment INTEGER NOT NULL REFERENCES commitments, event INTEGER NOT NULL REFERENCES events, effect TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (commitment, event)) STRICT, WITHOUT ROWID;
        CREATE INDEX candidates_event ON candidates (event);
        CREATE TABLE commitment_links (
            later INTEGER NOT NULL REFERENCES commitments, earlier INTEGER NOT NULL REFERENCES commitments, relation TEXT NOT NULL, score REAL NOT NULL,
            PRIMARY KEY (later, earlier)) STRICT, WITHOUT ROWID;
        CREATE INDEX commitment_links_earlier ON commitment_links (earlier);
        CREATE TABLE commitment_states (
            commitment INTEGER NOT NULL REFERENCES commitments, from_day TEXT NOT NULL, until_day TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (commitment, from_day)) STRICT, WITHOUT ROWID;
        CREATE INDEX commitment_states_state ON commitment_states (state, from_day, until_day, commitment);
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, commitment INTEGER NOT NULL REFERENCES commitments, state TEXT NOT NULL, effective TEXT NOT NULL, note TEXT NOT NULL,
            author TEXT NOT NULL, made TEXT NOT NULL, undone TEXT, undone_by TEXT) STRICT;
        CREATE INDEX decisions_commitment ON decisions (commitment);

        CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');

        CREATE TABLE dossiers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, period_from TEXT, period_to TEXT, created TEXT NOT NULL) STRICT;
        CREATE TABLE dossier_items (dossier INTEGER NOT NULL REFERENCES dossiers ON DELETE CASCADE, kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (dossier, kind, value)) STRICT, WITHOUT ROWID;
        CREATE TABLE dossier_views (id INTEGER PRIMARY KEY, dossier INTEGER NOT NULL REFERENCES dossiers ON DELETE CASCADE, seen TEXT NOT NULL, last_report INTEGER NOT NULL) STRICT;

        CREATE TABLE inputs (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, taken INTEGER NOT NULL, finished INTEGER NOT NULL) STRICT;
        CREATE TABLE failures (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, reason TEXT NOT NULL, noted TEXT NOT NULL) STRICT;
        """,
        // Counted beforehand, by the writer: events of each day, and pairs of actors that take part in them.
        """
        CREATE TABLE day_tallies (
            day TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, events INTEGER NOT NULL, goldstein_tenths INTEGER NOT NULL,
            PRIMARY KEY (day, type, status)) STRICT, WITHOUT ROWID;
        CREATE TABLE pair_tallies (
            day TEXT NOT NULL, one INTEGER NOT NULL REFERENCES actors, other INTEGER NOT NULL REFERENCES actors, events INTEGER NOT NULL, cooperation INTEGER NOT NULL,
            PRIMARY KEY (day, one, other)) STRICT, WITHOUT ROWID;
        """,
        // What each actor has in current readings, kept by the writer: counting it anew takes seconds once there are a million events.
        """
        ALTER TABLE actors ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE actors ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE actors ADD COLUMN commitments INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE actors ADD COLUMN first_seen TEXT;
        ALTER TABLE actors ADD COLUMN last_seen TEXT;
        CREATE INDEX actors_events ON actors (events DESC, key);
        """ + CountAll,
        // A row a report, where its period is: a row a band, in the order of hashes, wrote a page of the file for each.
        // 1721425.5 is the Julian day of 0001-01-01, from which days are counted.
        """
        ALTER TABLE bands RENAME TO old_bands;
        CREATE TABLE bands (
            period INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, hashes BLOB NOT NULL,
            PRIMARY KEY (period, report)) STRICT, WITHOUT ROWID;
        INSERT INTO bands SELECT ifnull(CAST(julianday(r.published) - 1721425.5 AS INTEGER) / 32, -1), r.id, unhex(group_concat(printf('%08X', b.band & 0xFFFFFFFF), ''))
            FROM old_bands b JOIN reports r ON r.id = b.report GROUP BY r.id;
        DROP TABLE old_bands;
        """,
    ];

    /// <summary>Brings the file to <see cref="Version"/>, in one transaction.</summary>
    /// <exception cref="LedgerException">It is no ledger, or one of a newer program.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        long application = Sql.Number(connection, "PRAGMA application_id");
        long version = Sql.Number(connection, "PRAGMA user_version");
        bool empty = Sql.Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && application != ApplicationId)
            throw new LedgerException(LedgerFault.NotALedger, $"{path}: an SQLite file of another program; expected a ledger, or no file");
        if (version > Version)
            throw new LedgerException(LedgerFault.Newer, $"{path}: a ledger of version {version}; this program knows versions up to {Version}; use a newer one");
        for (long step = version; step < Version; step++)
            Sql.Run(connection, Steps[step]);
        if (version < Version)
            Sql.Run(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        transaction.Commit();
    }

    /// <exception cref="LedgerException">It is no ledger, or one of another version.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        if (Sql.Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new LedgerException(LedgerFault.NotALedger, $"{path}: no ledger; expected a file that \"chancery ingest\" wrote");
        long version = Sql.Number(connection, "PRAGMA user_version");
        if (version != Version)
            throw new LedgerException(LedgerFault.Newer, $"{path}: a ledger of version {version}; expected {Version}");
    }
}
