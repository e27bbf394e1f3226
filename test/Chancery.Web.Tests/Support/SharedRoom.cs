[assembly: AssemblyFixture(typeof(Chancery.Web.Tests.Support.SharedRoom))]

namespace Chancery.Web.Tests.Support;

/// <summary>One reading room without a ledger and one that shows the samples, for all tests that change nothing of them.</summary>
public sealed class SharedRoom : IAsyncLifetime
{
    private SampleLedger? _ledger;
    private RoomProcess? _room, _withLedger;

    public RoomProcess Room => _room ?? throw new InvalidOperationException("not open yet");
    public HttpClient Client => Room.Client;

    public RoomProcess WithLedger => _withLedger ?? throw new InvalidOperationException("not open yet");

    public async ValueTask InitializeAsync()
    {
        _room = await RoomProcess.OpenAsync();
        _ledger = new SampleLedger();
        _withLedger = await RoomProcess.OpenAsync("--ledger", _ledger.File);
    }

    public async ValueTask DisposeAsync()
    {
        if (_room is not null)
            await _room.DisposeAsync();
        if (_withLedger is not null)
            await _withLedger.DisposeAsync();
        _ledger?.Dispose();
    }
}
