using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Chancery.Web;

/// <summary>Reads reports for whoever asks, a few at once. The reader is opened while the first page is already shown.</summary>
public sealed class ReadingDesk : BackgroundService
{
    private const int LongestQueue = 64;

    /// <summary>Readings of so many characters of text together are kept at hand, some 50 MB: who follows several entries to their words reads the report once.</summary>
    private const int CharactersAtHand = 200_000;

    /// <summary>How often code must have run before it is compiled for speed.</summary>
    private const int TimesUntilFast = 40;

    private static readonly TimeSpan UntilWarmUp = TimeSpan.FromSeconds(2);

    private readonly Lazy<Task<Reader>> _reader = new(() => Task.Run(() => ReaderFolder.Open()));
    private readonly Lazy<ReaderVersions> _versions = new(() => ReaderVersions.Of(ReaderFolder.OpenData(), ReaderFolder.OpenModels()));
    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);
    private readonly MemoryCache _atHand = new(new MemoryCacheOptions { SizeLimit = CharactersAtHand });
    private int _waiting;

    public ReaderVersions Versions => _reader is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } opened } ? opened.Result.Versions : _versions.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Reader reader = await _reader.Value;
        await Task.Delay(UntilWarmUp, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // first pages go first
        var report = new Report("warm-up", "GENEVA, March 4 — “We will meet on Friday,” President Ann Example said on Tuesday. Her government had promised to open the border by June 1.", new DateOnly(2025, 3, 5));
        for (int i = 0; i < TimesUntilFast && !stoppingToken.IsCancellationRequested; i++)
            reader.Read(report);
    }

    /// <summary>Reads a report of the ledger anew, or gives the reading that is at hand: the same text and reader give the same reading.</summary>
    /// <exception cref="BusyException">Too many wait already.</exception>
    public async Task<Reading> ReadAsync(EntryId kept, Report report, CancellationToken cancellation)
    {
        if (_atHand.TryGetValue(kept, out Reading? known))
            return known!;
        Reading reading = await ReadAsync(report, cancellation);
        return _atHand.Set(kept, reading, new MemoryCacheEntryOptions { Size = report.Text.Length, SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    public override void Dispose()
    {
        base.Dispose();
        _atHand.Dispose();
    }

    /// <exception cref="BusyException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, or its time was over; the reading goes on and is dropped.</exception>
    public async Task<Reading> ReadAsync(Report report, CancellationToken cancellation)
    {
        Reader reader = await _reader.Value.WaitAsync(cancellation);
        if (Interlocked.Increment(ref _waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref _waiting);
            throw new BusyException();
        }
        try
        {
            await _seats.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        // A seat is free again when the reading is done, not when its caller has gone: else callers who leave would crowd the machine.
        Task<Reading> reading = Task.Run(() =>
        {
            try
            {
                return reader.Read(report);
            }
            finally
            {
                _seats.Release();
            }
        }, CancellationToken.None);
        return await reading.WaitAsync(cancellation);
    }
}

/// <summary>More ask than can be served.</summary>
public sealed class BusyException() : Exception("too many reports wait to be read; please try again in a moment");
