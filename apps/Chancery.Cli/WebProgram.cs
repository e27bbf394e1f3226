using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Chancery.Cli;

/// <summary>chancery-web: the program beside this one, or the one of the checkout this one stands in.</summary>
internal static class WebProgram
{
    private const string Name = "chancery-web";

    /// <summary>Runs it with this process's input and output, for a caller that speaks to it.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="MisuseException">It is nowhere to be found, or cannot be built.</exception>
    public static int Converse(IEnumerable<string> arguments)
    {
        (string program, string[] leading) = Find();
        using Process web = Start(new ProcessStartInfo(program, [.. leading, .. arguments]));
        web.WaitForExit();
        return web.ExitCode;
    }

    /// <summary>Runs it until it is told to stop.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="MisuseException">It is nowhere to be found, or cannot be built.</exception>
    public static int Run(IEnumerable<string> arguments)
    {
        (string program, string[] leading) = Find();
        // It stops when its input ends, so it outlives this process in no case, not even when that is killed.
        var start = new ProcessStartInfo(program, [.. leading, .. arguments, "--until-input-ends"]) { RedirectStandardInput = true };
        using Process web = Start(start);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            web.StandardInput.Close();
        }
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        web.WaitForExit();
        return web.ExitCode;
    }

    private static (string Program, string[] Leading) Find()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        if (File.Exists(beside))
            return (beside, []);
        if (Checkout() is not { } checkout)
            throw new MisuseException($"no {Name} beside {AppContext.BaseDirectory}; expected it there, as dotnet publish apps/Chancery.Web puts it, or a checkout above");
        string built = Path.Combine(checkout, "apps", "Chancery.Web", "bin", "Release", "net10.0", Name + ".dll");
        if (!IsFresh(built, checkout))
            Build(checkout);
        return ("dotnet", [built]);
    }

    private static string? Checkout()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "apps", "Chancery.Web", "Chancery.Web.csproj")))
                return folder.FullName;
        }
        return null;
    }

    /// <summary>Whether nothing it is built from was changed since.</summary>
    private static bool IsFresh(string built, string checkout)
    {
        if (!File.Exists(built))
            return false;
        DateTime made = File.GetLastWriteTimeUtc(built);
        string[] folders = ["src", Path.Combine("apps", "Chancery.Web"), "data", "models"];
        return !folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(checkout, folder), "*", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(checkout, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Any(file => File.GetLastWriteTimeUtc(file) > made);
    }

    private static void Build(string checkout)
    {
        Console.Error.WriteLine("chancery: building the reading room, which takes a minute the first time");
        var start = new ProcessStartInfo("dotnet", ["build", Path.Combine(checkout, "apps", "Chancery.Web"), "-c", "Release", "-v", "q", "--nologo"]) { RedirectStandardOutput = true };
        using Process build = Start(start);
        string output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new MisuseException($"the reading room could not be built:\n{output.Trim()}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new MisuseException($"{start.FileName} could not be started: {fault.Message}");
        }
    }
}
