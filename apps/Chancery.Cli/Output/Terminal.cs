using System.Globalization;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>What the terminal can show.</summary>
public static class Terminal
{
    private const int WidthWithoutTerminal = 120;
    private const int Narrowest = 60;

    /// <summary>Columns of the terminal; of a pipe those that COLUMNS names, else 120.</summary>
    public static int Width()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0)
            return Math.Max(Narrowest, columns);
        if (Console.IsOutputRedirected)
            return WidthWithoutTerminal;
        try
        {
            return Math.Max(Narrowest, Console.WindowWidth);
        }
        catch (IOException)
        {
            return WidthWithoutTerminal;
        }
    }

    /// <summary>Whether to colour: on a terminal, unless NO_COLOR is set or the terminal says it is dumb.</summary>
    public static bool Colours() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>A console that writes to a text, whatever the terminal of this process.</summary>
    public static IAnsiConsole To(TextWriter text, int width, bool colours)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
