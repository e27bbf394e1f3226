using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>Reads reports on several threads and gives the results in input order.</summary>
/// <remarks>At most four reports a thread are under way at once, so an endless stream needs no more memory than a short one.</remarks>
public static class ReadPipeline
{
    /// <param name="read">Called from many threads at once; must not throw.</param>
    public static IEnumerable<(Received Received, T? Result)> Run<T>(IEnumerable<Received> source, int threads, Func<Chancery.Text.Report, T> read)
        where T : class
    {
        if (threads == 1)
        {
            foreach (Received received in source)
                yield return (received, received.Report is { } report ? read(report) : null);
            yield break;
        }
        // Reading nests calls as deep as trees are; pool threads have stack enough, since trees are walked with lists.
        using var slots = new SemaphoreSlim(threads);
        var underWay = new Queue<(Received Received, Task<T>? Result)>();
        foreach (Received received in source)
        {
            Task<T>? task = null;
            if (received.Report is { } report)
            {
                slots.Wait();
                task = Task.Run(() =>
                {
                    try
                    {
                        return read(report);
                    }
                    finally
                    {
                        slots.Release();
                    }
                });
            }
            underWay.Enqueue((received, task));
            while (underWay.Count >= 4 * threads || (underWay.TryPeek(out var next) && next.Result is null or { IsCompleted: true }))
                yield return Finished(underWay.Dequeue());
        }
        while (underWay.Count > 0)
            yield return Finished(underWay.Dequeue());
    }

    private static (Received, T?) Finished<T>((Received Received, Task<T>? Result) item) where T : class =>
        (item.Received, item.Result?.GetAwaiter().GetResult());
}
