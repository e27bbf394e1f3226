using System.CommandLine;

namespace Chancery.Cli;

/// <summary>chancery mcp --ledger FILE</summary>
public static class McpCommand
{
    public static Command Create()
    {
        var ledger = new Option<string>("--ledger") { Description = "File of the ledger to answer from.", HelpName = "FILE", Required = true };
        var command = new ExampleCommand("mcp", "Answers language models about a ledger (Model Context Protocol over standard input and output).", """
            chancery mcp --ledger archive.ledger
            """, """
            Tools: search, statements, events, commitments, explain. It only reads; every answer carries the words it rests on.
            """)
        { ledger };
        command.SetAction(parsed => WebProgram.Converse(["mcp", "--ledger", Path.GetFullPath(parsed.GetValue(ledger)!)]));
        return command;
    }
}
