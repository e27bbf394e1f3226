using System.Buffers;
using System.CommandLine;
using System.Globalization;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>chancery read FILE… | -</summary>
public static class ReadCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to read; - is standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "Output.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "jsonl");
        var date = new Option<string?>("--date") { Description = "Publication date of reports that give none." };
        var offsets = new Option<string>("--offsets") { DefaultValueFactory = _ => "utf-16" };
        offsets.AcceptOnlyFromAmong("utf-16", "codepoints");
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("read", "Reads reports and writes what they say.") { files, format, date, offsets, threads };
        command.SetAction(parsed =>
        {
            Reader reader = ReaderFolder.Open();
            DateOnly? day = parsed.GetValue(date) is { } d ? DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            OffsetUnit unit = parsed.GetValue(offsets) == "codepoints" ? OffsetUnit.CodePoints : OffsetUnit.Utf16;
            bool indented = parsed.GetValue(format) == "json";
            int failed = 0;
            using Stream output = Console.OpenStandardOutput();
            foreach (var (received, bytes) in ReadPipeline.Run(FileSource.Read(parsed.GetValue(files)!, InputFormat.Auto, day), parsed.GetValue(threads), report =>
            {
                var buffer = new ArrayBufferWriter<byte>();
                ReadingJson.Write(buffer, reader.Read(report), unit, indented);
                buffer.Write("\n"u8);
                return buffer;
            }))
            {
                if (bytes is null)
                {
                    Console.Error.WriteLine($"chancery: {received.Where}: {received.Failure}");
                    failed++;
                }
                else
                {
                    output.Write(bytes.WrittenSpan);
                }
            }
            return failed == 0 ? ExitCode.Read : ExitCode.SomeNotRead;
        });
        return command;
    }
}
