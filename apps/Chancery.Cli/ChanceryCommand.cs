using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Chancery.Data;
using Chancery.Ledger;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>The command line: one file a command.</summary>
public static class ChanceryCommand
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        ParseResult parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not (HelpWithExamples or VersionAction))
        {
            foreach (ParseError error in parsed.Errors)
                Console.Error.WriteLine($"chancery: {error.Message}");
            Console.Error.WriteLine($"chancery: see {Path(parsed.CommandResult.Command)} --help");
            return ExitCode.Misuse;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (MisuseException misuse)
        {
            Console.Error.WriteLine($"chancery: {misuse.Message}");
            return ExitCode.Misuse;
        }
        catch (LedgerException fault)
        {
            Console.Error.WriteLine($"chancery: {fault.Message}");
            return fault.Fault is LedgerFault.NotFound or LedgerFault.NotWritable or LedgerFault.Busy or LedgerFault.Damaged ? ExitCode.SomeNotRead : ExitCode.Misuse;
        }
        catch (Exception fault) when (fault is InvalidDataException or TableException)
        {
            Console.Error.WriteLine($"chancery: {fault.Message}");
            return ExitCode.Misuse;
        }
        catch (IOException fault)
        {
            // Whoever read our output has read enough ("| head") and wants no message; a full disk is another matter.
            if (!StandardOutput.IsClosed(fault))
                Console.Error.WriteLine($"chancery: the output cannot be written: {fault.Message}");
            return ExitCode.SomeNotRead;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine($"chancery: a fault in the program ({fault.GetType().Name}: {fault.Message}); please report it");
            return ExitCode.Misuse;
        }
    }

    public static RootCommand Create()
    {
        var root = new RootCommand("Reads dated news reports and writes the record: who said, did and promised what, when and where, each entry pinned to its words.");
        foreach (Option option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Description = "Names program, data and models.";
                version.Action = new VersionAction();
            }
            else if (option is HelpOption { Action: HelpAction help } helpOption)
            {
                helpOption.Action = new HelpWithExamples(help);
            }
        }
        root.Subcommands.Add(ReadCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        root.Subcommands.Add(ActorsCommand.Create());
        root.Subcommands.Add(IngestCommand.Create());
        root.Subcommands.Add(ReportsCommand.Create());
        root.Subcommands.Add(EventsCommand.Create());
        root.Subcommands.Add(StatementsCommand.Create());
        root.Subcommands.Add(CommitmentsCommand.Create());
        root.Subcommands.Add(TimelineCommand.Create());
        root.Subcommands.Add(SearchCommand.Create());
        root.Subcommands.Add(ConfirmCommand.Create());
        root.Subcommands.Add(DossierCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(McpCommand.Create());
        return root;
    }

    private static string Path(Command command) => command is RootCommand ? "chancery" : $"chancery {command.Name}";

    /// <summary>The usual help, then the command at work.</summary>
    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            help.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            (string examples, string remarks) = command is ExampleCommand shown ? (shown.Examples, shown.Remarks) : ("chancery read report.txt", "");
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string line in examples.Split('\n'))
                output.WriteLine("  " + line.TrimEnd());
            output.WriteLine();
            if (remarks.Length > 0)
                output.WriteLine(remarks);
            return ExitCode.Read;
        }
    }

    /// <summary>Names program, data and models.</summary>
    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            ReaderVersions versions = ReaderVersions.Of(ReaderFolder.OpenData(), ReaderFolder.OpenModels());
            Console.Out.WriteLine($"chancery {versions.Program}");
            Console.Out.WriteLine($"data {versions.Data}");
            foreach ((string name, string version) in versions.Models)
                Console.Out.WriteLine($"model {name} {version}");
            return ExitCode.Read;
        }
    }
}
