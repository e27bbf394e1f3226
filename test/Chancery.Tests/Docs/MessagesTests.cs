using System.Text.RegularExpressions;
using Chancery.Tests.Support;

namespace Chancery.Tests.Docs;

/// <summary>docs/messages.md explains every id of the code, and no other.</summary>
public partial class MessagesTests
{
    [Fact]
    public void EveryMessageIsExplainedAndNoOther()
    {
        string[] inCode = [.. Code().SelectMany(file => Id().Matches(File.ReadAllText(file))).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
        string[] explained = [.. Explained().Matches(File.ReadAllText(Repository.PathOf("docs", "messages.md"))).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(inCode, explained);
    }

    private static IEnumerable<string> Code() => new[] { "src", "apps" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    [GeneratedRegex(@"\bCHY[0-9]{4}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| (CHY[0-9]{4}) \|", RegexOptions.Multiline)]
    private static partial Regex Explained();
}
