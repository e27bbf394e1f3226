using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>chancery ingest PATH… | - | --failures | --again</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Text files, JSON Lines, folders, tar and zip of them, also .gz and .zst; - is standard input.", Arity = ArgumentArity.ZeroOrMore };
        var ledger = LedgerOptions.Ledger();
        var input = ReadOptions.Input();
        var date = ReadOptions.Date();
        var actors = ReadOptions.Actors();
        var threads = ReadOptions.Threads("Reports read at once; the ledger comes out the same for any number.");
        var failures = new Option<bool>("--failures") { Description = "Lists what could not be read, and why." };
        var again = new Option<bool>("--again") { Description = "Reads anew the reports of the ledger that other versions have read." };
        var format = LedgerOptions.Format();
        var command = new ExampleCommand("ingest", "Takes reports into a ledger: reads them and keeps what they say.", """
            chancery ingest archive/ --ledger news.ledger
            chancery ingest reports-2024.jsonl.gz reports-2025.jsonl.gz
            tar -c reports | chancery ingest -
            chancery ingest --failures --format csv
            """, """
            A report is kept once: the same id, or the same text and day. Cut off at any moment, the same command goes on where it stopped.
            Exit code: 0 all were taken; 1 some could not be read (--failures lists them) or the disk is full; 2 misuse.
            """)
        { paths, ledger, input, date, actors, threads, failures, again, format };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(paths) ?? [];
            if ((given.Length > 0 ? 1 : 0) + (parsed.GetValue(failures) ? 1 : 0) + (parsed.GetValue(again) ? 1 : 0) != 1)
                throw new MisuseException("expected files or folders to take in, or --failures, or --again");
            using LedgerStore store = LedgerStore.Open(parsed.GetValue(ledger)!, create: !parsed.GetValue(failures));
            if (parsed.GetValue(failures))
            {
                LedgerListing.Write(parsed.GetValue(format)!, "Not read", Columns.Failures, store.Failures(), ["Place", "Reason", "Noted"],
                    f => [Shown.Words(f.Place), Shown.Words(f.Reason), f.Noted.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)]);
                return ExitCode.Read;
            }
            Reader reader = ReaderFolder.Open(null, ReadCommand.UserTables(parsed.GetValue(actors) ?? []));
            using var progress = new IngestReport();
            var ingestion = new Ingestion(store, reader)
            {
                Threads = parsed.GetValue(threads),
                Format = ReadOptions.ToInput(parsed.GetValue(input)!),
                Date = parsed.GetValue(date),
                Progress = progress.Show,
                Failed = progress.Failed,
            };
            IngestProgress done = parsed.GetValue(again) ? ingestion.ReadAnew() : ingestion.Run(given);
            progress.Finish(done);
            return done.Failed == 0 ? ExitCode.Read : ExitCode.SomeNotRead;
        });
        return command;
    }
}
