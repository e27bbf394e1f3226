using System.Diagnostics;
using System.Text;

namespace Chancery.Tests.Cli;

/// <summary>The command as a user runs it: its own process, with what it printed and its exit code.</summary>
public sealed record ChanceryProcess(int ExitCode, string Output, string Error)
{
    public static ChanceryProcess Run(string input, params string[] arguments) => Run(AppContext.BaseDirectory, input, 120, arguments);

    /// <summary>The program as it stands in another folder.</summary>
    public static ChanceryProcess RunIn(string folder, string input, params string[] arguments) => Run(folder, input, 120, arguments);

    public static ChanceryProcess RunAt(int columns, params string[] arguments) => Run(AppContext.BaseDirectory, "", columns, arguments);

    private static ChanceryProcess Run(string folder, string input, int columns, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Support.Repository.Root,
        };
        start.ArgumentList.Add(Path.Combine(folder, "chancery.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["COLUMNS"] = columns.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using (Stream stdin = process.StandardInput.BaseStream)
            stdin.Write(Encoding.UTF8.GetBytes(input));
        process.WaitForExit();
        return new ChanceryProcess(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }
}
