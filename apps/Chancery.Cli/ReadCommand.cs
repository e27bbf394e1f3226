using System.Buffers;
using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>chancery read FILE… | -</summary>
public static class ReadCommand
{
    public static Command Create()
    {
        var files = ReadOptions.Files();
        var format = new Option<string>("--format")
        {
            Description = "What to write: a table for people, JSON (docs/reading-format.md), one self-contained page, trees as CoNLL-U, or brat standoff.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json", "jsonl", "html", "conllu", "brat");
        var input = ReadOptions.Input();
        var date = ReadOptions.Date();
        var offsets = ReadOptions.Offsets();
        var actors = ReadOptions.Actors();
        var output = new Option<string?>("--output") { Description = "File to write to; a folder (ending in /, or there already) gets one file a report.", HelpName = "PATH" };
        var threads = ReadOptions.Threads("Reports read at once; the output is the same for any number.");
        var command = new ExampleCommand("read", "Reads reports and writes what they say.", """
            chancery read report.txt
            chancery read *.txt --format html --output pages/
            cat reports.jsonl | chancery read - --format jsonl --offsets codepoints > readings.jsonl
            """, """
            The publication date is what "on Friday" is counted from: the first line of a text may begin with " date YYYY-MM-DD ".
            Exit code: 0 all were read; 1 some could not be read (named on standard error, the rest are written); 2 misuse.
            """)
        { files, format, input, date, offsets, actors, output, threads };
        command.SetAction(parsed =>
        {
            IReadingFormat writing = Format(parsed.GetValue(format)!, ReadOptions.ToOffsets(parsed.GetValue(offsets)!), parsed.GetValue(output) is not null);
            Reader reader = ReaderFolder.Open(null, UserTables(parsed.GetValue(actors) ?? []));
            using IReadingOutput target = Target(writing, parsed.GetValue(output), InputFiles(parsed.GetValue(files)!));
            var source = FileSource.Read(parsed.GetValue(files)!, ReadOptions.ToInput(parsed.GetValue(input)!), parsed.GetValue(date));
            return Run(source, reader, writing, target, parsed.GetValue(threads));
        });
        return command;
    }

    private static int Run(IEnumerable<Received> source, Reader reader, IReadingFormat format, IReadingOutput target, int threads)
    {
        using var progress = new ReadingProgress();
        int failed = 0;
        foreach ((Received received, Rendered? rendered) in ReadPipeline.Run(source, threads, (report, number) =>
        {
            try
            {
                var buffer = new ArrayBufferWriter<byte>();
                format.Write(buffer, reader.Read(report), target.IsOneFileAReport ? 1 : number);
                return new Rendered(report, buffer.WrittenMemory, null);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The reader throws for no text; should it all the same, one report is lost and named, not the archive behind it.
                return new Rendered(report, default, $"a fault in the program ({fault.GetType().Name}: {fault.Message}); please report it with this text");
            }
        }))
        {
            string? failure = received.Failure ?? rendered?.Failure;
            if (rendered is null || failure is not null)
            {
                progress.Clear();
                Console.Error.WriteLine($"chancery: {received.Where}: {failure}");
                failed++;
                continue;
            }
            target.Write(rendered);
            progress.Report();
        }
        target.Finish();
        return failed == 0 ? ExitCode.Read : ExitCode.SomeNotRead;
    }

    private static IReadingFormat Format(string name, OffsetUnit offsets, bool toFile) => name switch
    {
        "json" => new JsonFormat(offsets, indented: true),
        "jsonl" => new JsonFormat(offsets, indented: false),
        "html" => new HtmlFormat(),
        "conllu" => new TextFormat(".conllu", reading => ReadingConllu.Write(reading, offsets)),
        "brat" => new TextFormat(".ann", ReadingBrat.Write),
        _ => new TableFormat(Terminal.Width(), Terminal.Colours() && !toFile),
    };

    /// <param name="inputs">Full paths that must not be written to.</param>
    private static IReadingOutput Target(IReadingFormat format, string? path, IReadOnlySet<string> inputs)
    {
        if (path is null)
            return new StreamOutput(format, StandardOutput.Open());
        try
        {
            if (path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(path))
                return new FolderOutput(format, path, inputs);
            return inputs.Contains(Path.GetFullPath(path))
                ? throw new MisuseException($"--output {path}: it is one of the files to read; expected another")
                : new FileOutput(format, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"--output {path}: {fault.Message}");
        }
    }

    private static HashSet<string> InputFiles(string[] files) =>
        files.Where(file => file != "-").Select(Path.GetFullPath).ToHashSet(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <exception cref="MisuseException">A file is not there.</exception>
    internal static string[] UserTables(string[] files)
    {
        string? missing = files.FirstOrDefault(file => !File.Exists(file));
        return missing is null ? files : throw new MisuseException($"--actors {missing}: no such file");
    }
}
