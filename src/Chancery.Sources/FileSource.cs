namespace Chancery.Sources;

/// <summary>Reports from files and standard input, in the order given.</summary>
public static class FileSource
{
    /// <summary>The largest single text file read, in bytes; JSON Lines have no limit but that of one line.</summary>
    public const long LargestText = 1L << 30;

    /// <param name="paths">"-" is standard input.</param>
    /// <param name="date">The publication date of reports that give none.</param>
    /// <returns>Lazily; a file that cannot be read is a failure among the others. Does not throw.</returns>
    public static IEnumerable<Received> Read(IEnumerable<string> paths, InputFormat format = InputFormat.Auto, DateOnly? date = null)
    {
        foreach (string path in paths)
        {
            foreach (Received received in ReadOne(path, format, date))
                yield return received;
        }
    }

    private static IEnumerable<Received> ReadOne(string path, InputFormat format, DateOnly? date)
    {
        string name = path == "-" ? "standard input" : path;
        Stream? stream = null;
        string? failure = null;
        try
        {
            if (Directory.Exists(path))
                failure = "it is a folder; expected a file";
            else
                stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = error is FileNotFoundException or DirectoryNotFoundException ? "no such file" : error.Message;
        }
        if (stream is null)
        {
            yield return Received.Failed(name, failure!);
            yield break;
        }
        using (stream)
        {
            var peeked = new PeekedStream(stream);
            if (format == InputFormat.JsonLines || (format == InputFormat.Auto && LooksLikeJsonLines(path, peeked)))
            {
                foreach (Received received in Guarded(name, JsonLinesSource.Read(name, peeked, date)))
                    yield return received;
            }
            else
            {
                string id = path == "-" ? "stdin" : Path.GetFileNameWithoutExtension(path);
                foreach (Received received in Guarded(name, ReadText(name, id, peeked, date)))
                    yield return received;
            }
        }
    }

    private static IEnumerable<Received> ReadText(string name, string id, Stream stream, DateOnly? date)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        yield return bytes.Length > LargestText
            ? Received.Failed(name, $"the text has {bytes.Length} bytes; expected at most {LargestText}; give reports one by one, or as JSON Lines")
            : Received.Of(name, TextSource.Read(id, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), date));
    }

    /// <summary>A disk that fails in the middle of a file is a failure of that file.</summary>
    private static IEnumerable<Received> Guarded(string name, IEnumerable<Received> source)
    {
        using IEnumerator<Received> all = source.GetEnumerator();
        while (true)
        {
            Received? failed = null;
            try
            {
                if (!all.MoveNext())
                    yield break;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failed = Received.Failed(name, error.Message);
            }
            if (failed is not null)
            {
                yield return failed;
                yield break;
            }
            yield return all.Current;
        }
    }

    private static bool LooksLikeJsonLines(string path, PeekedStream stream) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => true,
            ".txt" => false,
            _ => stream.FirstVisibleByte() == '{',
        };
}
