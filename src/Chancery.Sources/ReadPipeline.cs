using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Chancery.Text;

namespace Chancery.Sources;

/// <summary>Reads reports on several threads and gives the results in input order.</summary>
/// <remarks>At most four reports a thread are under way at once, so an endless stream needs no more memory than a short one.</remarks>
public static class ReadPipeline
{
    /// <param name="source">Taken from on a thread of its own, so that a report is given as soon as it is read, even when the next
    /// one is long in coming.</param>
    /// <param name="read">Called from many threads at once; gets the report and its number among the reports, from 1.</param>
    public static IEnumerable<(Received Received, T? Result)> Run<T>(IEnumerable<Received> source, int threads, Func<Report, int, T> read)
        where T : class
    {
        // Not disposed: the feeder may still be at them when the caller stops early.
        var underWay = new BlockingCollection<(Received Received, Task<T>? Result)>(4 * threads);
        var slots = new SemaphoreSlim(threads);
        using var stopped = new CancellationTokenSource();
        CancellationToken stop = stopped.Token;
        Exception? fault = null;
        var feeder = new Thread(() =>
        {
            try
            {
                int number = 0;
                foreach (Received received in source)
                {
                    int mine = received.Report is null ? 0 : ++number;
                    underWay.Add((received, received.Report is { } report ? Start(slots, () => read(report, mine), stop) : null), stop);
                }
            }
            catch (Exception e)
            {
                fault = e is OperationCanceledException && stop.IsCancellationRequested ? null : e;
            }
            finally
            {
                underWay.CompleteAdding();
            }
        })
        { IsBackground = true, Name = "source" };
        feeder.Start();
        try
        {
            foreach ((Received received, Task<T>? result) in underWay.GetConsumingEnumerable())
                yield return (received, result?.GetAwaiter().GetResult());
        }
        finally
        {
            stopped.Cancel();
        }
        if (fault is not null)
            ExceptionDispatchInfo.Throw(fault);
    }

    private static Task<T> Start<T>(SemaphoreSlim slots, Func<T> read, CancellationToken stop)
    {
        slots.Wait(stop);
        return Task.Run(() =>
        {
            try
            {
                return read();
            }
            finally
            {
                slots.Release();
            }
        });
    }
}
