using System.Globalization;
using Chancery.Actors;
using Chancery.Ledger;
using Chancery.Sources;

namespace Chancery.Web.Records;

/// <summary>The ledger that is shown, and what is asked of it so often that it is counted beforehand.</summary>
public sealed class LedgerRoom : BackgroundService
{
    private static readonly TimeSpan CountedFor = TimeSpan.FromMinutes(1);

    private readonly Lazy<ActorRegistry> _registry = new(() => new ActorRegistry(ReaderFolder.OpenData()));
    private readonly TimeProvider _time;
    private readonly Lock _counting = new();
    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);
    private Task<Held>? _held;

    private sealed record Held(LedgerSummary Summary, IReadOnlyList<CountRow> Versions);
    private DateTimeOffset _counted;

    /// <exception cref="LedgerException">The ledger cannot be opened.</exception>
    public LedgerRoom(ServeOptions options, TimeProvider time)
    {
        _time = time;
        try
        {
            Store = LedgerStore.Open(options.Ledger!, time: time);
            CanWrite = true;
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.NotWritable)
        {
            Store = LedgerStore.OpenToRead(options.Ledger!, time);
        }
    }

    public LedgerStore Store { get; }

    /// <summary>False: the file can only be read; nothing can be confirmed, kept or marked.</summary>
    public bool CanWrite { get; }

    /// <summary>The offices people held, as the registry has them.</summary>
    public ActorRegistry Registry => _registry.Value;

    /// <summary>
    /// Requests ask the ledger in turn, as many at once as there are cores: more would only share the processor and hold memory all the while.
    /// A filter of endpoints, so that whoever takes the answer slowly keeps nobody waiting.
    /// </summary>
    public static async ValueTask<object?> InTurn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        CancellationToken aborted = context.HttpContext.RequestAborted;
        SemaphoreSlim seats = context.HttpContext.RequestServices.GetRequiredService<LedgerRoom>()._seats;
        await seats.WaitAsync(aborted);
        try
        {
            LedgerStore.AskUntil(aborted);
            return await next(context);
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>What the ledger holds, counted at most a minute ago; null while it is counted for the first time.</summary>
    public LedgerSummary? Summary() => Counted()?.Summary;

    /// <summary>What made the entries of the ledger, in words; null while that is not known yet.</summary>
    public string? MadeBy() => Counted()?.Versions switch
    {
        null => null,
        [] => "The ledger holds no reports yet.",
        [var one] => $"Read by {one.Value}.",
        var several => string.Create(CultureInfo.InvariantCulture, $"Read by {string.Join("; ", several.Take(3).Select(v => $"{v.Value} ({v.Count:N0} reports)"))}{(several.Count > 3 ? " and earlier versions" : "")}."),
    };

    private Held? Counted()
    {
        Task<Held> held = Counting();
        return held.IsCompletedSuccessfully || held.Wait(TimeSpan.FromMilliseconds(100)) ? held.Result : null;
    }

    /// <summary>The day on which things stand: today, or the day of the ledger's last report where that is long ago.</summary>
    public DateOnly Today => Store.Today is var today && Summary()?.Last is { } last && last < today.AddDays(-30) ? last : today;

    /// <summary>Counted anew in the background; until that is done, the last figures are told.</summary>
    private Task<Held> Counting()
    {
        lock (_counting)
        {
            using AsyncFlowControl apart = ExecutionContext.SuppressFlow(); // whoever asks may give up; the count goes on
            DateTimeOffset now = _time.GetUtcNow();
            if (_held is null)
            {
                _counted = now;
                _held = Task.Run(Count);
            }
            else if (_held.IsCompleted && now - _counted > CountedFor)
            {
                _counted = now;
                Task.Run(Count).ContinueWith(done =>
                {
                    if (done.IsCompletedSuccessfully)
                        _held = done;
                }, TaskScheduler.Default);
            }
            return _held;
        }
    }

    private Held Count() => new(Store.Summary(), Store.Versions());

    /// <summary>Keeps a report with its reading; one that is there already stays as it is.</summary>
    /// <exception cref="LedgerException">It cannot be written, or the report's id is another text's.</exception>
    public EntryId Keep(Reading reading)
    {
        using LedgerWriter writer = Store.Write();
        (EntryId report, StoreOutcome outcome) = writer.Add(reading);
        if (outcome == StoreOutcome.OtherText)
            throw new LedgerException(LedgerFault.Misuse, $"the id \"{Shown.Words(reading.Report.Id, 80)}\" is another text's, which the ledger keeps; expected an id of its own");
        writer.Commit();
        lock (_counting)
            _held = null;
        return report;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => _ = Counting(), stoppingToken);

    public override void Dispose()
    {
        base.Dispose();
        Store.Dispose();
    }
}
