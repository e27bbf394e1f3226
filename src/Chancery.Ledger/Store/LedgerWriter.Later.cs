using Chancery.Text;

namespace Chancery.Ledger;

public sealed partial class LedgerWriter
{
    private void JoinStory(long report, long story, Report text)
    {
    }

    private void Follow(long commitment) => StateKeeper.Tell(_connection, commitment);

    private void Supersede(long report, long current, Reading reading, long versions)
    {
    }

    internal void RemoveSuperseded()
    {
    }
}
