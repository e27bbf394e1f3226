using System.Globalization;

namespace Chancery.Sources;

/// <summary>One file to take reports from, found by itself or in a folder.</summary>
/// <param name="Path">Full path; "-" for standard input.</param>
/// <param name="Name">What reports of it are named after: the path below the folder that was given, else the file's name.</param>
/// <param name="Length">Bytes; 0 where it is not known.</param>
/// <param name="Stamp">Changes whenever the file does.</param>
/// <param name="Failure">Why it cannot be read; null when it can.</param>
public sealed record InputFile(string Path, string Name, long Length, string Stamp, string? Failure)
{
    /// <summary>Files at these paths, folders with all that is below them, in an order that is the same on every machine.</summary>
    /// <remarks>Hidden files and folders, whose names begin with a full stop, are passed over. Lazily; does not throw.</remarks>
    public static IEnumerable<InputFile> Find(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (path == "-")
                yield return new InputFile("-", "stdin", 0, "", null);
            else if (Directory.Exists(path))
                foreach (InputFile file in Below(path, System.IO.Path.GetFullPath(path)))
                    yield return file;
            else
                yield return Of(System.IO.Path.GetFullPath(path), System.IO.Path.GetFileName(path));
        }
    }

    private static IEnumerable<InputFile> Below(string given, string root)
    {
        // A list and not recursion: folders may be nested as deep as they like.
        var open = new Stack<string>([root]);
        while (open.TryPop(out string? folder))
        {
            FileSystemInfo[] found = [];
            string? failure = null;
            try
            {
                found = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.Name, StringComparer.Ordinal)];
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failure = error.Message;
            }
            if (failure is not null)
                yield return new InputFile(folder, System.IO.Path.GetRelativePath(root, folder), 0, "", failure);
            foreach (FileSystemInfo file in found)
            {
                if (file is FileInfo)
                    yield return Of(file.FullName, System.IO.Path.GetRelativePath(root, file.FullName).Replace('\\', '/'));
            }
            // A link to a folder may lead back to where it stands.
            foreach (FileSystemInfo sub in found.Reverse())
            {
                if (sub is DirectoryInfo && sub.LinkTarget is null)
                    open.Push(sub.FullName);
            }
        }
    }

    private static InputFile Of(string path, string name)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists
                ? new InputFile(path, name, file.Length, string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}"), null)
                : new InputFile(path, name, 0, "", "no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new InputFile(path, name, 0, "", error.Message);
        }
    }
}
