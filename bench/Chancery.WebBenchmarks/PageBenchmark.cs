using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.WebBenchmarks;

/// <summary>
/// Every page of the reading room under 20 users at once, on loopback: a bounded number of requests, each for another actor, day or
/// entry, so that no answer is one given before. A user looks at a page for a second before asking for the next.
/// </summary>
internal static partial class PageBenchmark
{
    private const int Users = 20, RequestsAUser = 10, RequestsBefore = 60;
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string ledger)
    {
        var start = Stopwatch.StartNew();
        using Process room = Start(ledger, out Uri address);
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None, MaxConnectionsPerServer = Users }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
            (await client.GetAsync("/")).EnsureSuccessStatusCode();
            Console.WriteLine($"start to first page {start.ElapsedMilliseconds} ms");
            string[] actors = await ActorsAsync(address);
            await Task.Delay(3000); // the reader opens beside it
            Console.WriteLine($"{"page",-16}{"median ms",10}{"p95 ms",10}{"most ms",10}{"KB",8}{"CPU ms",8}");
            bool isGood = true;
            foreach ((string name, Func<Random, string> ask) in Pages(actors))
                isGood &= await MeasureAsync(client, room, name, ask);
            room.Refresh();
            Console.WriteLine($"most memory {room.PeakWorkingSet64 >> 20} MB");
            return isGood ? 0 : 1;
        }
        finally
        {
            room.StandardInput.Close();
            room.WaitForExit();
        }
    }

    private static IEnumerable<(string, Func<Random, string>)> Pages(string[] actors)
    {
        string Day(Random r, int back = 0) => new DateOnly(2023, 3, 1).AddDays(r.Next(700) - back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Actor(Random r) => Uri.EscapeDataString(actors[r.Next(actors.Length)]);
        string[] words = ["talks", "ceasefire", "sanctions", "border", "minister", "prisoners", "embassy", "attack", "agreement", "aid", "troops", "election"];
        string Word(Random r) => words[r.Next(words.Length)];
        yield return ("home", r => $"/?on={Day(r)}");
        yield return ("search", r => $"/search?words={Word(r)}+{Word(r)}");
        yield return ("suggest", r => $"/suggest?words={Actor(r)[..2]}");
        yield return ("events", r => $"/events?from={Day(r)}&type=CONSULT");
        yield return ("events, actor", r => $"/events?actor={Actor(r)}");
        yield return ("statements", r => $"/statements?words={Word(r)}&to={Day(r)}");
        yield return ("reports", r => $"/reports?to={Day(r)}");
        yield return ("board", r => $"/commitments?on={Day(r)}");
        yield return ("commitments", r => $"/commitments?status=overdue&on={Day(r)}");
        yield return ("timeline", r => $"/timeline?to={Day(r)}&from={Day(r, 90)}");
        yield return ("timeline, actor", r => $"/timeline?actor={Actor(r)}");
        yield return ("relations", r => { var to = new DateOnly(2023, 3, 1).AddDays(r.Next(700)); return FormattableString.Invariant($"/relations?from={to.AddDays(-30):yyyy-MM-dd}&to={to:yyyy-MM-dd}"); });
        yield return ("actor", r => $"/actors/{Actor(r)}");
        yield return ("event", r => $"/events/v{r.Next(1, 1_000_000)}");
        yield return ("statement", r => $"/statements/s{r.Next(1, 1_000_000)}");
        yield return ("commitment", r => $"/commitments/c{r.Next(1, 380_000)}");
        yield return ("report", r => $"/reports/r{r.Next(1, 26_000)}");
        yield return ("read (form)", _ => "/read");
    }

    private static async Task<bool> MeasureAsync(HttpClient client, Process room, string name, Func<Random, string> ask)
    {
        // Code is compiled when first used, and for speed when used often: a room that is open for a while is measured.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async early =>
        {
            var random = new Random(1000 + early);
            for (int i = 0; i < RequestsBefore / 2; i++)
                (await client.GetAsync(ask(random))).Dispose();
        }));
        room.Refresh();
        TimeSpan used = room.TotalProcessorTime;
        var times = new List<double>();
        long most = 0;
        int failed = 0;
        string? fault = null;
        await Task.WhenAll(Enumerable.Range(0, Users).Select(async user =>
        {
            var random = new Random(user);
            for (int i = 0; i < RequestsAUser; i++)
            {
                string address = ask(random);
                await Task.Delay(random.NextDouble() * LongestLook);
                long begun = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = await client.GetAsync(address);
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                double took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                lock (times)
                {
                    times.Add(took);
                    most = Math.Max(most, body.Length);
                    if ((int)answer.StatusCode is not (200 or 404))
                    {
                        failed++;
                        fault ??= $"{(int)answer.StatusCode} {address}";
                    }
                }
            }
        }));
        room.Refresh();
        double processor = (room.TotalProcessorTime - used).TotalMilliseconds / times.Count;
        times.Sort();
        double median = times[times.Count / 2], p95 = times[(int)(times.Count * 0.95)];
        bool isGood = median < 150 && p95 < 500 && most < 500_000 && failed == 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16}{median,10:0}{p95,10:0}{times[^1],10:0}{most / 1024.0,8:0}{processor,8:0}{(isGood ? "" : "  beyond the bar")}{(failed > 0 ? $"  {failed} failed: {fault}" : "")}"));
        return isGood;
    }

    private static async Task<string[]> ActorsAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using JsonDocument actors = JsonDocument.Parse(await client.GetStringAsync("/api/v1/actors?most=200"));
        return [.. actors.RootElement.EnumerateArray().Select(a => a.GetProperty("key").GetString()!)];
    }

    private static Process Start(string ledger, out Uri address)
    {
        string program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../apps/Chancery.Web/bin/Release/net10.0/chancery-web.dll"));
        var room = Process.Start(new ProcessStartInfo("dotnet", [program, "--ledger", ledger, "--port", "0", "--until-input-ends"]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        while (room.StandardOutput.ReadLine() is { } line)
        {
            if (OpenAt().Match(line) is { Success: true } found)
            {
                address = new Uri(found.Groups[1].Value);
                return room;
            }
        }
        throw new InvalidOperationException("the reading room did not open");
    }

    [GeneratedRegex(@"open at (http://\S+)")]
    private static partial Regex OpenAt();
}
