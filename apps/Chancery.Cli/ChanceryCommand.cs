using System.CommandLine;

namespace Chancery.Cli;

/// <summary>The command line: one file a command.</summary>
public static class ChanceryCommand
{
    public static int Run(string[] args)
    {
        var root = new RootCommand("Reads dated news reports: who said, did and promised what, when and where, each entry pinned to its words.");
        root.Subcommands.Add(ReadCommand.Create());
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine($"chancery: {error.Message}");
            Console.Error.WriteLine("chancery: see chancery --help");
            return ExitCode.Misuse;
        }
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
