using System.Globalization;
using Chancery.Benchmarks;
using Chancery.Sources;
using Chancery.Text;

// chancery-bench ledger ingest|store|stories|queries|kill [SAMPLES] [FOLDER] [NUMBER]: what keeping costs, and how soon a large ledger answers.
if (args is ["ledger", .. var ledger] && ledger.Length > 0)
    return LedgerBenchmark.Run(ledger, Console.Out);
// chancery-bench language [FILE] [WORDS]: how fast the language stage reads news, and where its time goes.
// chancery-bench statements [FILE] [WORDS]: what statements add to it.
// chancery-bench stages [FILE] [WORDS]: how long loading takes, and which share of reading each stage has.
if (args is not ["language" or "statements" or "stages", ..])
{
    Console.Error.WriteLine("Usage: chancery-bench ledger ingest|store|stories|queries|kill [SAMPLES] [FOLDER] [NUMBER]   (reports, events or rounds)");
    Console.Error.WriteLine("       chancery-bench language|statements|stages [FILE.jsonl] [WORDS]   (by default ../shared/corpora/attribution/polnear-train.jsonl, 300000)");
    return 2;
}
string file = args.Length > 1 ? args[1] : "../shared/corpora/attribution/polnear-train.jsonl";
int words = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 300_000;
if (!File.Exists(file))
{
    Console.Error.WriteLine($"no file {file}; expected JSON Lines with a text a line");
    return 1;
}
var reports = new List<Report>();
int most = words * 8; // characters: more than enough
foreach (Received received in FileSource.Read([file]))
{
    if (received.Report is { } report && (most -= report.Text.Length) > 0)
        reports.Add(new Report(report.Id, report.Text, report.Published));
}
if (args[0] == "stages")
    StagesBenchmark.Run(reports, Console.Out);
else if (args[0] == "statements")
    StatementBenchmark.Run(reports, words, Console.Out);
else
    LanguageBenchmark.Run(reports, words, Console.Out);
return 0;
