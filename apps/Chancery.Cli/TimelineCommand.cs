using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery timeline</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var filter = FilterOptions.ForEvents();
        var step = new Option<string>("--step") { Description = "day, month or year.", DefaultValueFactory = _ => "day" };
        step.AcceptOnlyFromAmong("day", "month", "year");
        var (ledger, format) = (LedgerOptions.Ledger(), LedgerOptions.Format());
        var command = new ExampleCommand("timeline", "Counts events by day, month or year.", """
            chancery timeline --actor russia --with ukraine --step month
            """, "An event counts on its first day.");
        command.AddAll([.. filter.All, step, ledger, format]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            return LedgerListing.Write(parsed.GetValue(format)!, "Timeline", Columns.Timeline, store.Timeline(filter.Of(parsed), parsed.GetValue(step)!, int.MaxValue), ["From", "Events", "Types"],
                t => [Shown.Day(t.From), t.Events.ToString(CultureInfo.InvariantCulture), string.Join(", ", t.Types.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key} {k.Value}")))]);
        });
        return command;
    }
}
