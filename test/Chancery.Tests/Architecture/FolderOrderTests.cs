using System.Text.RegularExpressions;
using Chancery.Tests.Support;

namespace Chancery.Tests.Architecture;

/// <summary>Data flows top to bottom: a folder of the reader uses only folders above it.</summary>
public partial class FolderOrderTests
{
    private static readonly string[] Order =
    [
        "Text", "Data", "Learning", "Language", "Names", "Entities", "Times", "Actors", "Places", "Statements", "Events",
        "Commitments", "Reading",
    ];

    [Fact]
    public void EveryFolderOfTheReaderHasItsPlaceInTheOrder() =>
        Assert.Equal(Order.Order(), Folders().Select(Path.GetFileName).Order());

    [Fact]
    public void AFolderUsesOnlyFoldersAboveIt()
    {
        var wrong = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src", "Chancery"), "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(Repository.PathOf("src", "Chancery"), file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is "obj" or "bin")
                continue;
            int place = Array.IndexOf(Order, parts[0]);
            foreach (Match use in Use().Matches(File.ReadAllText(file)))
            {
                int used = Array.IndexOf(Order, use.Groups[1].Value);
                if (used > place)
                    wrong.Add($"{string.Join('/', parts)} uses {use.Groups[1].Value}, which stands below {parts[0]}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void TheReaderOpensNoFileAndNoConnection()
    {
        string[] forbidden = ["File.", "Directory.", "FileStream", "HttpClient", "Socket", "DateTime.Now", "DateTime.UtcNow", "Console.", "Environment."];
        IEnumerable<string> found = Directory.EnumerateFiles(Repository.PathOf("src", "Chancery"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => forbidden
                .Where(word => Regex.IsMatch(File.ReadAllText(file), $@"(?<![\w.""]){Regex.Escape(word)}"))
                .Select(word => $"{Path.GetFileName(file)}: {word}"));
        Assert.Empty(found);
    }

    private static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Repository.PathOf("src", "Chancery"))
        .Where(folder => Path.GetFileName(folder) is not ("obj" or "bin"));

    [GeneratedRegex(@"\b(?:using (?:static )?)?Chancery\.([A-Z][a-z]+)\b")]
    private static partial Regex Use();
}
