using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Web;

/// <summary>Reads reports for whoever asks, a few at once. The reader is opened while the first page is already shown.</summary>
public sealed class ReadingDesk : BackgroundService
{
    private const int LongestQueue = 64;

    private readonly Lazy<Task<Reader>> _reader = new(() => Task.Run(() => ReaderFolder.Open()));
    private readonly Lazy<ReaderVersions> _versions = new(() => ReaderVersions.Of(ReaderFolder.OpenData(), ReaderFolder.OpenModels()));
    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);
    private int _waiting;

    public ReaderVersions Versions => _reader is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } opened } ? opened.Result.Versions : _versions.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _reader.Value;

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
