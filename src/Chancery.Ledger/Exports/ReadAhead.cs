using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Chancery.Ledger;

/// <summary>Rows that a thread of its own reads while those before are written.</summary>
internal static class ReadAhead
{
    private const int RowsABatch = 1000;

    /// <param name="most">So many rows wait at a time, at least <see cref="RowsABatch"/>.</param>
    /// <remarks>The rows come in their order; a fault comes where it was met. Stopping early stops the thread.</remarks>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows, int most)
    {
        using var batches = new BlockingCollection<List<T>>(Math.Max(1, most / RowsABatch));
        using var stopped = new CancellationTokenSource();
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                var batch = new List<T>(RowsABatch);
                foreach (T row in rows)
                {
                    batch.Add(row);
                    if (batch.Count < RowsABatch)
                        continue;
                    batches.Add(batch, stopped.Token);
                    batch = new List<T>(RowsABatch);
                }
                batches.Add(batch, stopped.Token);
            }
            catch (OperationCanceledException) when (stopped.IsCancellationRequested)
            {
                // Nobody wants more.
            }
            catch (Exception e)
            {
                fault = e;
            }
            finally
            {
                batches.CompleteAdding();
            }
        })
        { Name = "read ahead", IsBackground = true };
        thread.Start();
        try
        {
            foreach (List<T> batch in batches.GetConsumingEnumerable())
            {
                foreach (T row in batch)
                    yield return row;
            }
        }
        finally
        {
            stopped.Cancel();
            thread.Join();
        }
        if (fault is not null)
            ExceptionDispatchInfo.Throw(fault);
    }
}
