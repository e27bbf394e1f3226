using Chancery.WebBenchmarks;

// make LEDGER [REPORTS]   writes a ledger to measure with: 26,000 reports, a million events
// ask LEDGER [ADDRESS]    starts the reading room on it (or asks the one at ADDRESS) and measures every page under 20 users
switch (args)
{
    case ["make", var path]:
        LedgerMaker.Make(path, 26_000);
        return 0;
    case ["make", var path, var reports] when int.TryParse(reports, out int count) && count > 0:
        LedgerMaker.Make(path, count);
        return 0;
    case ["ask", var path]:
        return await PageBenchmark.RunAsync(path);
    default:
        Console.Error.WriteLine("chancery-web-bench: expected \"make LEDGER [REPORTS]\" or \"ask LEDGER\"");
        return 2;
}
