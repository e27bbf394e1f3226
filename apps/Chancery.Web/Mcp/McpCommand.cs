using System.CommandLine;
using Chancery.Ledger;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chancery.Web.Mcp;

/// <summary>chancery-web mcp --ledger FILE: a server of the Model Context Protocol over standard input and output. It only reads.</summary>
public static class McpCommand
{
    public static Command Create()
    {
        var ledger = new Option<string>("--ledger") { Description = "File of the ledger to answer from.", HelpName = "FILE", Required = true };
        var command = new Command("mcp", "Answers language models about a ledger, over standard input and output; it only reads.") { ledger };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(ledger)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using LedgerStore store = LedgerStore.OpenToRead(path);
            HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
            builder.Services.AddSingleton(store);
            builder.Services.AddMcpServer(server =>
            {
                server.ServerInfo = new Implementation { Name = "chancery", Version = typeof(Reading).Assembly.GetName().Version!.ToString(3) };
                server.ServerInstructions = "A ledger of what news reports say: statements, events and commitments, each pinned to exact words. Cite the report and the words; "
                    + "explain tells why an entry was made. An entry is what a report says, not what is so.";
            }).WithStdioServerTransport().WithTools<LedgerTools>();
            await builder.Build().RunAsync(cancellation);
            return 0;
        }
        catch (LedgerException fault)
        {
            Console.Error.WriteLine($"chancery: {fault.Message}");
            return 2;
        }
    }
}
