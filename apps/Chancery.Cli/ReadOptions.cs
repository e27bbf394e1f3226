using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>Options that several commands share, each made anew for its command.</summary>
public static class ReadOptions
{
    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "Files to read, text or JSON Lines; - is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Input()
    {
        var option = new Option<string>("--input") { Description = "What the files hold. auto goes by the ending, else by the first character.", DefaultValueFactory = _ => "auto" };
        option.AcceptOnlyFromAmong("auto", "text", "jsonl");
        return option;
    }

    public static InputFormat ToInput(string value) => value switch
    {
        "text" => InputFormat.Text,
        "jsonl" => InputFormat.JsonLines,
        _ => InputFormat.Auto,
    };

    public static Option<DateOnly?> Date() => new("--date")
    {
        Description = "Publication date of reports that give none.",
        HelpName = "YYYY-MM-DD",
        CustomParser = Day,
    };

    public static Option<DateOnly?> On() => new("--on")
    {
        Description = "Only what held on this day.",
        HelpName = "YYYY-MM-DD",
        CustomParser = Day,
    };

    public static Option<string> Offsets()
    {
        var option = new Option<string>("--offsets") { Description = "What offsets count: utf-16 as C#, Java and JavaScript do, codepoints as Python and R do.", DefaultValueFactory = _ => "utf-16" };
        option.AcceptOnlyFromAmong("utf-16", "codepoints");
        return option;
    }

    public static Option<int> Threads(string description)
    {
        var threads = new Option<int>("--threads") { HelpName = "N", Description = description, DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024)
                result.AddError("--threads expects a number from 1 to 1024");
        });
        return threads;
    }

    public static OffsetUnit ToOffsets(string value) => value == "codepoints" ? OffsetUnit.CodePoints : OffsetUnit.Utf16;

    public static Option<string[]> Actors() => new("--actors")
    {
        Description = "Tables of your own actors, laid out as those of data/actors; they come before the built-in ones.",
        HelpName = "FILE",
    };

    internal static DateOnly? Day(ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        result.AddError($"\"{given}\" is no date; expected one such as 2025-08-17");
        return null;
    }
}
