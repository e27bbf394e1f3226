using System.Text;
using Chancery.Data;

namespace Chancery.DataCompiler;

/// <summary>The tables of data/ on disk.</summary>
public static class DataFolder
{
    /// <summary>Checks every table and makes the data file; comments and empty lines are left out of it.</summary>
    /// <exception cref="TableException">The first fault found.</exception>
    public static byte[] Compile(string folder)
    {
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.GetFiles(folder, "*.tsv", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            string text = File.ReadAllText(path, Encoding.UTF8);
            Table.Parse(name, text);
            tables.Add(name, Stripped(text));
        }
        return DataPack.Write(tables);
    }

    private static string Stripped(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#')) + "\n";
}
