using Chancery.Data;
using Chancery.Learning;

namespace Chancery.Sources;

/// <summary>The folder that holds chancery.data and models/: by default the one the program stands in.</summary>
public static class ReaderFolder
{
    /// <param name="folder">Null: the program's own folder.</param>
    /// <param name="userActors">Files of the user's own, laid out as those of data/actors.</param>
    /// <exception cref="InvalidDataException">A file is missing, damaged, or of another version.</exception>
    /// <exception cref="TableException">A table of the user's is wrong.</exception>
    public static Reader Open(string? folder = null, params IReadOnlyList<string> userActors)
    {
        folder ??= AppContext.BaseDirectory;
        Task<Models> models = Task.Run(() => OpenModels(folder));
        DataPack data = OpenData(folder);
        return new Reader(data, models.GetAwaiter().GetResult(), [.. userActors.Select(file => Table.Parse(file, File.ReadAllText(file)))]);
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public static DataPack OpenData(string? folder = null)
    {
        string file = Path.Combine(folder ?? AppContext.BaseDirectory, "chancery.data");
        if (!File.Exists(file))
            throw new InvalidDataException($"CHY0104: no file {file}; expected the compiled data beside the program");
        return DataPack.Load(File.ReadAllBytes(file));
    }

    public static Models OpenModels(string? folder = null)
    {
        string models = Path.Combine(folder ?? AppContext.BaseDirectory, "models");
        string[] files = Directory.Exists(models) ? Directory.GetFiles(models, "*.model") : [];
        var opened = files.Select(file => (file, bytes: Task.Run(() => File.ReadAllBytes(file)))).ToArray();
        return new Models(opened.ToDictionary(
            o => Path.GetFileNameWithoutExtension(o.file), o => (ReadOnlyMemory<byte>)o.bytes.GetAwaiter().GetResult()));
    }
}
