using System.Diagnostics;
using System.Globalization;
using Chancery.Cli.Output;
using Spectre.Console;

namespace Chancery.Cli;

/// <summary>How far reading has come, on standard error; silent for a single report and where standard error is no terminal.</summary>
public sealed class ReadingProgress : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private TimeSpan _last;
    private int _reports;
    private bool _line;

    public void Report()
    {
        _reports++;
        if (!_shown || _reports < 2 || _time.Elapsed - _last < Between)
            return;
        _last = _time.Elapsed;
        _line = true;
        _console.Write("\r" + Text() + " ");
    }

    /// <summary>Leaves the line free for a message.</summary>
    public void Clear()
    {
        if (!_line)
            return;
        _console.Write("\r" + new string(' ', Text().Length + 1) + "\r");
        _line = false;
    }

    public void Dispose()
    {
        if (_line)
            _console.Write("\r" + Text() + "\n");
    }

    private string Text()
    {
        double rate = _reports / Math.Max(0.001, _time.Elapsed.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{_reports} reports read, {rate:0.0} a second");
    }
}
