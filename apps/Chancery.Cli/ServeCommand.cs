using System.CommandLine;
using System.Globalization;

namespace Chancery.Cli;

/// <summary>chancery serve [--ledger FILE] [--port N]</summary>
/// <remarks>The reading room is a program of its own, since its pages do not compile to native code: this command finds it and starts it.</remarks>
public static class ServeCommand
{
    public static Command Create()
    {
        var ledger = new Option<string?>("--ledger") { Description = "File of the ledger to show; without one, reports are read and nothing is kept.", HelpName = "FILE" };
        var port = new Option<int>("--port") { Description = "Port to listen on; 0 takes one that is free.", HelpName = "N", DefaultValueFactory = _ => 5380 };
        var address = new Option<string?>("--address") { Description = "Address to listen on, this machine alone unless given; any other needs --token-file.", HelpName = "IP" };
        var tokenFile = new Option<string?>("--token-file") { Description = "File whose first line is the token that callers must give.", HelpName = "FILE" };
        var hosts = new Option<string[]>("--host") { Description = "A further name by which it may be asked for, as behind a proxy.", HelpName = "NAME" };
        var origins = new Option<string[]>("--allow-origin") { Description = "An origin whose pages may call the API from a browser.", HelpName = "ORIGIN" };
        var command = new ExampleCommand("serve", "Opens the reading room: the record in a browser, and the HTTP API.", """
            chancery serve
            chancery serve --ledger archive.ledger --port 8080
            chancery serve --ledger archive.ledger --address 0.0.0.0 --token-file token.txt
            """, """
            Nothing is fetched from elsewhere, and nobody on another machine can ask unless --address says so. It runs until Ctrl-C.
            Exit code: 0 stopped; 1 it could not be opened; 2 misuse.
            """)
        { ledger, port, address, tokenFile, hosts, origins };
        command.SetAction(parsed =>
        {
            var arguments = new List<string> { "--port", parsed.GetValue(port).ToString(CultureInfo.InvariantCulture) };
            void Add(string name, string? value)
            {
                if (value is not null)
                    arguments.AddRange([name, value]);
            }
            Add("--ledger", parsed.GetValue(ledger));
            Add("--address", parsed.GetValue(address));
            Add("--token-file", parsed.GetValue(tokenFile));
            foreach (string host in parsed.GetValue(hosts) ?? [])
                Add("--host", host);
            foreach (string origin in parsed.GetValue(origins) ?? [])
                Add("--allow-origin", origin);
            return WebProgram.Run(arguments);
        });
        return command;
    }
}
