using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>How far taking in has come, on standard error: one line that changes on a terminal, else a line every half minute.</summary>
internal sealed class IngestReport : IDisposable
{
    private const int MostFailuresTold = 20;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly Lock _lock = new();
    private TimeSpan _told;
    private int _length, _failures;

    public void Show(IngestProgress progress)
    {
        lock (_lock)
        {
            if (_terminal)
            {
                string line = Text(progress);
                Console.Error.Write("\r" + line.PadRight(_length));
                _length = line.Length;
            }
            else if (progress.Elapsed - _told >= BetweenLines)
            {
                _told = progress.Elapsed;
                Console.Error.WriteLine("chancery: " + Text(progress));
            }
        }
    }

    public void Failed(string place, string reason)
    {
        lock (_lock)
        {
            if (++_failures > MostFailuresTold)
                return;
            Clear();
            Console.Error.WriteLine(_failures == MostFailuresTold
                ? "chancery: more could not be read; \"chancery ingest --failures\" lists them"
                : $"chancery: {Shown.Words(place)}: {Shown.Words(reason)}");
        }
    }

    public void Finish(IngestProgress progress)
    {
        Clear();
        Console.Error.WriteLine("chancery: " + Text(progress with { BytesLeft = null }));
    }

    private void Clear()
    {
        if (_length > 0)
            Console.Error.Write("\r" + new string(' ', _length) + "\r");
        _length = 0;
    }

    private static string Text(IngestProgress p)
    {
        long done = p.New + p.Known + p.Superseded + p.Failed;
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{p.New} reports taken in") };
        if (p.Superseded > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{p.Superseded} read anew"));
        if (p.Known > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{p.Known} known"));
        if (p.Failed > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{p.Failed} not read"));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{done / Math.Max(0.001, p.Elapsed.TotalSeconds):0.0} a second"));
        if (p.BytesLeft is { } left and > 0 && p.Bytes > 0)
        {
            var time = TimeSpan.FromSeconds(p.Elapsed.TotalSeconds * left / p.Bytes);
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{100.0 * p.Bytes / (p.Bytes + left):0} % done, {(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00} left"));
        }
        return string.Join(", ", parts);
    }

    public void Dispose() => Clear();
}
