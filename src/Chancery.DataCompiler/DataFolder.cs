using System.Text;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language.Encoding;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Times;

namespace Chancery.DataCompiler;

/// <summary>The tables of data/ on disk.</summary>
public static class DataFolder
{
    /// <summary>Checks every table and makes the data file; comments and empty lines are left out of it.</summary>
    /// <exception cref="TableException">The first fault found.</exception>
    public static byte[] Compile(string folder)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var parsed = new List<Table>();
        foreach (string path in Directory.GetFiles(folder, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (name.Contains("/by-hand/", StringComparison.Ordinal))
                continue; // what a table is made from, not a table of the reader's
            string text = File.ReadAllText(path, Encoding.UTF8);
            parsed.Add(Table.Parse(name, text));
            if (GazetteerBuilder.IsReadAsTable(name))
                parts.Add(name, Encoding.UTF8.GetBytes(Stripped(text)));
        }
        ActorChecks.Check(parsed);
        parts.Add(ActorRegistryLayout.Part, ActorRegistryLayout.Compile([.. parsed.Where(t => t.File.StartsWith("actors/", StringComparison.Ordinal))]));
        parts.Add(GazetteerLayout.Name, GazetteerBuilder.Build(parsed));
        parts.Add(NameLists.Part, NameListsBuilder.Build(parsed));
        byte[] file = DataPack.Write(parts);
        LoadAsTheReaderDoes(DataPack.Load(file));
        return file;
    }

    /// <summary>Each stage checks its own tables as it loads them, so that what the build lets pass the reader can use.</summary>
    private static void LoadAsTheReaderDoes(DataPack data)
    {
        _ = new NameLists(data);
        _ = new EntityLinker(data);
        _ = new ActorRegistry(data);
        _ = new TimeTagger(data);
        _ = new PlaceFinder(data);
        _ = new StatementRules(data);
        _ = new EventExtractor(data, model: null);
        _ = new CommitmentExtractor(data);
    }

    private static string Stripped(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
        .Where(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#')) + "\n";
}
