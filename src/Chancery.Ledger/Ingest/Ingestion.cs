using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Ledger;

/// <summary>How far taking in has come.</summary>
/// <param name="New">Reports stored; <paramref name="Known"/> were there already.</param>
/// <param name="Bytes">Bytes of the files taken by this run; <paramref name="BytesLeft"/> those still to take, null while not known.</param>
public readonly record struct IngestProgress(long New, long Known, long Superseded, long Failed, long Bytes, long? BytesLeft, TimeSpan Elapsed);

/// <summary>Takes whole archives into a ledger: reads on several threads, stores in the order of the input, and goes on where it was cut off.</summary>
public sealed class Ingestion(LedgerStore ledger, Reader reader)
{
    private const int Waiting = 32;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Reports read at once; the ledger comes out the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
    public InputFormat Format { get; init; }

    /// <summary>Publication date of reports that give none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>So many reports, at most, are stored at once; what is not stored when the program is cut off is read again.</summary>
    internal int ReportsABatch { get; init; } = 512;

    /// <summary>Told whenever reports were stored, every two seconds or sooner.</summary>
    public Action<IngestProgress>? Progress { get; init; }

    /// <summary>Told of everything that could not be read, as it is met.</summary>
    public Action<string, string>? Failed { get; init; }

    private sealed record Mark(InputFile Input, long Taken, bool Finished);

    private sealed record Outcome(Mark Mark, Received? Received, Reading? Reading, string? Failure);

    private long _new, _known, _superseded, _failed, _bytes, _skipped, _total = -1;
    private long _current;

    /// <summary>Takes in files and folders; "-" is standard input.</summary>
    /// <exception cref="LedgerException">The disk is full or the ledger cannot be written. What was committed is kept; the next run goes on there.</exception>
    public IngestProgress Run(IReadOnlyList<string> paths)
    {
        // Adding up what is to come takes a while in a large folder, and nothing waits for it.
        Task.Run(() =>
        {
            long total = 0;
            foreach (InputFile file in InputFile.Find(paths))
                total += file.Length;
            Volatile.Write(ref _total, total);
        });
        var marks = new ConcurrentQueue<Mark>();
        return Take(Items(paths, marks), marks);
    }

    /// <summary>Reads anew what other versions of the reader have read; the new readings supersede the old.</summary>
    public IngestProgress ReadAnew()
    {
        var marks = new ConcurrentQueue<Mark>();
        IEnumerable<Received> Old()
        {
            foreach (Report report in ledger.ReadByOthers(reader.Versions.ToString()))
            {
                marks.Enqueue(new Mark(new InputFile("", "", 0, "", null), 0, false));
                yield return Received.Of(report.Id, report);
            }
        }
        return Take(Old(), marks, anew: true);
    }

    /// <summary>Reports one after the other; beside them, what each of them means for the file it is from.</summary>
    private IEnumerable<Received> Items(IReadOnlyList<string> paths, ConcurrentQueue<Mark> marks)
    {
        foreach (InputFile input in InputFile.Find(paths))
        {
            bool isFile = input.Path != "-" && input.Failure is null;
            long taken = isFile ? ledger.TakenOf(input.Path, input.Stamp) : 0;
            if (taken < 0)
            {
                Interlocked.Add(ref _skipped, input.Length);
                continue;
            }
            long number = taken;
            foreach (Received received in ArchiveSource.Read(input, Format, Date, taken, bytes => Volatile.Write(ref _current, Math.Min(bytes, input.Length))))
            {
                marks.Enqueue(new Mark(input, ++number, false));
                yield return received;
            }
            Interlocked.Add(ref _bytes, input.Length);
            Volatile.Write(ref _current, 0);
            if (isFile)
                marks.Enqueue(new Mark(input, number, true));
        }
    }

    private IngestProgress Take(IEnumerable<Received> items, ConcurrentQueue<Mark> marks, bool anew = false)
    {
        var time = Stopwatch.StartNew();
        // Storing has a thread of its own, so that reading need not wait for the disk.
        using var outcomes = new BlockingCollection<Outcome>(Waiting);
        using var stopped = new CancellationTokenSource();
        Exception? fault = null;
        var storing = new Thread(() =>
        {
            try
            {
                using LedgerWriter writer = ledger.Write();
                StoreAll(writer, outcomes, time);
            }
            catch (Exception e)
            {
                fault = e;
                stopped.Cancel();
            }
        })
        { Name = "ledger" };
        storing.Start();
        try
        {
            foreach ((Received received, Outcome? outcome) in ReadPipeline.Run(items, Threads, (report, number) => Read(report, anew)))
            {
                Mark mark = Drain(marks, end => outcomes.Add(end, stopped.Token));
                outcomes.Add((outcome ?? new Outcome(mark, null, null, received.Failure)) with { Mark = mark, Received = received }, stopped.Token);
            }
            while (marks.TryDequeue(out Mark? end))
                outcomes.Add(new Outcome(end, null, null, null), stopped.Token);
        }
        catch (OperationCanceledException) when (fault is not null)
        {
            // The thread that stores has met a fault, which goes on below.
        }
        finally
        {
            outcomes.CompleteAdding();
            storing.Join();
        }
        if (fault is not null)
            ExceptionDispatchInfo.Throw(fault);
        return Now(time.Elapsed);
    }

    /// <summary>Stores what comes, and commits after so many reports, after so long, or when nothing more comes for the moment.</summary>
    private void StoreAll(LedgerWriter writer, BlockingCollection<Outcome> outcomes, Stopwatch time)
    {
        int stored = 0;
        TimeSpan begun = time.Elapsed;
        while (!outcomes.IsCompleted)
        {
            bool came = outcomes.TryTake(out Outcome? outcome, stored == 0 ? LongestBatch : Pause);
            if (came)
            {
                Store(writer, outcome!);
                stored++;
            }
            if (stored == 0 || (came && stored < ReportsABatch && time.Elapsed - begun < LongestBatch && !outcomes.IsCompleted))
                continue;
            writer.Commit();
            Progress?.Invoke(Now(time.Elapsed));
            (stored, begun) = (0, time.Elapsed);
        }
    }

    /// <summary>The mark of the next report; ends of files before it go along.</summary>
    private static Mark Drain(ConcurrentQueue<Mark> marks, Action<Outcome> add)
    {
        while (true)
        {
            if (!marks.TryDequeue(out Mark? mark))
                throw new InvalidOperationException("a report came without its mark");
            if (!mark.Finished)
                return mark;
            add(new Outcome(mark, null, null, null));
        }
    }

    private Outcome Read(Report report, bool anew)
    {
        var nowhere = new Mark(new InputFile("", "", 0, "", null), 0, false);
        try
        {
            return new Outcome(nowhere, null, !anew && ledger.Has(report) ? null : reader.Read(report), null);
        }
        catch (Exception error) when (error is not (OutOfMemoryException or LedgerException))
        {
            // The reader throws for no text; should it all the same, one report is lost and named, not the archive behind it.
            return new Outcome(nowhere, null, null, $"a fault in the program ({error.GetType().Name}: {error.Message}); please report it with this text");
        }
    }

    private void Store(LedgerWriter writer, Outcome outcome)
    {
        if (outcome.Received is { } received)
        {
            string? failure = outcome.Failure;
            if (failure is null && outcome.Reading is { } reading)
            {
                (_, StoreOutcome came) = writer.Add(reading);
                if (came == StoreOutcome.OtherText && received.HasMadeId)
                    (_, came) = writer.Add(reading, $"{reading.Report.Id}~{Convert.ToHexStringLower(LedgerWriter.Digest(reading.Report))[..8]}");
                if (came == StoreOutcome.OtherText)
                    failure = $"the id \"{reading.Report.Id}\" is another text's, which the ledger keeps; expected an id of its own";
                else if (came == StoreOutcome.New)
                    _new++;
                else if (came == StoreOutcome.Superseded)
                    _superseded++;
                else
                    _known++;
            }
            else if (failure is null)
            {
                _known++;
            }
            if (failure is not null)
            {
                _failed++;
                writer.NoteFailure(received.Where, failure);
                Failed?.Invoke(received.Where, failure);
            }
            else if (_failures ??= ledger.Failures().Count > 0)
            {
                writer.ClearFailure(received.Where);
            }
        }
        if (outcome.Mark.Input.Stamp.Length > 0)
            writer.NoteInput(outcome.Mark.Input.Path, outcome.Mark.Input.Stamp, outcome.Mark.Taken, outcome.Mark.Finished);
    }

    private bool? _failures;

    private IngestProgress Now(TimeSpan elapsed)
    {
        long bytes = Volatile.Read(ref _bytes) + Volatile.Read(ref _current), total = Volatile.Read(ref _total);
        return new IngestProgress(_new, _known, _superseded, _failed, bytes, total < 0 ? null : Math.Max(0, total - bytes - Volatile.Read(ref _skipped)), elapsed);
    }
}
