using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Sources;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Specs;

/// <summary>A report and what its reading is to hold: a heading of a page with the blocks below it.</summary>
public sealed record SpecCase(string Page, string Heading, int Line, Report Report, ImmutableArray<Expectation> Expectations);

/// <summary>A page of specs/: prose with blocks of ```spec that are read as tests. specs/README.md describes the format.</summary>
public sealed partial record SpecPage(string Path, ImmutableArray<SpecCase> Cases)
{
    public const string GapMark = "known gap: ";

    private static readonly string[] Kinds = ["statement", "event", "commitment", "time", "actor", "mention", "place", "name", "warning"];

    /// <param name="path">Relative to the repository, for messages.</param>
    /// <exception cref="FormatException">The page cannot be understood; the message says where, what was found and what was expected.</exception>
    public static SpecPage Parse(string path, string text) => new Parser(path).Parse(text);

    private sealed class Parser(string path)
    {
        private readonly ImmutableArray<SpecCase>.Builder _cases = ImmutableArray.CreateBuilder<SpecCase>();
        private readonly List<Expectation> _expectations = [];
        private (string Text, int Line) _heading = ("", 1);
        private (string Date, int Line)? _report;
        private readonly StringBuilder _text = new();
        private int _line;

        public SpecPage Parse(string page)
        {
            bool inside = false, prose = false;
            foreach (ReadOnlySpan<char> raw in page.AsSpan().EnumerateLines())
            {
                _line++;
                string line = raw.TrimEnd().ToString();
                if (line.StartsWith("```", StringComparison.Ordinal))
                {
                    prose = !inside && !prose && line != "```spec";
                    inside = !inside && line == "```spec";
                }
                else if (inside)
                {
                    ReadLine(line);
                }
                else if (!prose && line.StartsWith("## ", StringComparison.Ordinal))
                {
                    EndCase();
                    _heading = (line[3..], _line);
                }
            }
            if (inside)
                throw Error("the page ends inside a block", "a line ```");
            EndCase();
            return _cases.Count > 0 ? new SpecPage(path, _cases.ToImmutable()) : throw Error("no report", "a heading with a block ```spec that begins with report");
        }

        private void ReadLine(string line)
        {
            if (line.Length == 0)
                return;
            if (line.StartsWith("report ", StringComparison.Ordinal))
            {
                if (_report is not null)
                    throw Error("a second report below one heading", "a heading (##) for each report");
                _report = (line[7..].Trim(), _line);
            }
            else if (_report is null)
            {
                throw Error($"\"{line}\"", "a report before what is expected of it");
            }
            else if (line == "|")
            {
                _text.Append("\n\n");
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                _text.Append(_text.Length > 0 && _text[^1] != '\n' ? " " : "").Append(line, 2, line.Length - 2);
            }
            else
            {
                _expectations.Add(ReadExpectation(line));
            }
        }

        private Expectation ReadExpectation(string line)
        {
            string? gap = null;
            int mark = line.IndexOf(GapMark, StringComparison.Ordinal);
            if (mark >= 0)
                (gap, line) = (line[(mark + GapMark.Length)..], line[..mark].TrimEnd());
            if (AtMost().Match(line) is { Success: true } most)
                return new Expectation(_line, Demand.AtMost, Kind(most.Groups[2].Value), [], int.Parse(most.Groups[1].ValueSpan, CultureInfo.InvariantCulture), gap);
            Demand demand = line.StartsWith("no ", StringComparison.Ordinal) ? Demand.None : Demand.Some;
            string[] parts = [.. Part().Matches(demand == Demand.None ? line[3..] : line).Select(m => m.Value.Trim())];
            (string kind, string? first) = Split(parts[0]);
            kind = Kind(kind);
            var fields = ImmutableArray.CreateBuilder<Field>();
            if (first is not null)
                fields.Add(Of(Entries.Anchors[kind], first));
            foreach (string part in parts.Skip(1))
            {
                (string name, string? value) = Split(part);
                if (!Entries.Fields[kind].Contains(name))
                    throw Error($"the field \"{name}\"", $"one of {string.Join(", ", Entries.Fields[kind])}, parted from the others by two spaces");
                fields.Add(Of(name, value ?? throw Error($"no value for \"{name}\"", "one behind it")));
            }
            if (demand == Demand.Some && fields.Count == 0)
                throw Error($"\"{line}\"", $"at least one field; or: no {kind}");
            return new Expectation(_line, demand, kind, fields.ToImmutable(), 0, gap);
        }

        private static Field Of(string name, string value) =>
            new(name, [.. (value is ['"', .., '"'] ? value[1..^1] : value).Split('|', StringSplitOptions.RemoveEmptyEntries)]);

        private static (string, string?) Split(string part)
        {
            int space = part.IndexOf(' ');
            return space < 0 ? (part, null) : (part[..space], part[(space + 1)..].Trim());
        }

        private string Kind(string word) => Kinds.Contains(word)
            ? word
            : throw Error($"\"{word}\"", $"one of {string.Join(", ", Kinds)}, report, no, at most, or | and text");

        private void EndCase()
        {
            if (_report is { } report)
                _cases.Add(new SpecCase(path, _heading.Text, _heading.Line, ToReport(report.Date, report.Line), [.. _expectations]));
            _report = null;
            _text.Clear();
            _expectations.Clear();
        }

        private Report ToReport(string said, int line)
        {
            if (said.EndsWith(".txt", StringComparison.Ordinal))
                return TextSource.Read(System.IO.Path.GetFileNameWithoutExtension(said), File.ReadAllBytes(Repository.PathOf(said)));
            DateOnly? published = null;
            if (DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
                published = day;
            else if (said != "undated")
                throw new FormatException($"{path}({line}): found report \"{said}\"; expected a day such as 2025-08-17, undated, or a file such as samples/NAME.txt");
            return new Report("spec", _text.ToString(), published);
        }

        private FormatException Error(string found, string expected) => new($"{path}({_line}): found {found}; expected {expected}");
    }

    [GeneratedRegex("^at most ([0-9]+) ([a-z]+?)s?$")]
    private static partial Regex AtMost();

    /// <summary>What stands between two or more spaces; spaces between quotation marks part nothing.</summary>
    [GeneratedRegex("""(?:"[^"]*"(?=  |$)|(?!  ).)+""")]
    private static partial Regex Part();
}
