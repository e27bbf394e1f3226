using System.Formats.Tar;
using System.IO.Compression;
using ZstdSharp;

namespace Chancery.Sources;

/// <summary>Reports of one file, whatever it is wrapped in: text, JSON Lines, gzip, Zstandard, tar, zip, and these in each other.</summary>
public static class ArchiveSource
{
    private const int DeepestNesting = 6;
    private const string Strict = "System.IO.Compression.UseStrictValidation";

    // Without it .NET takes a gzip file that was cut off for one that ends there. The program may have decided otherwise.
    static ArchiveSource()
    {
        if (!AppContext.TryGetSwitch(Strict, out _))
            AppContext.SetSwitch(Strict, true);
    }

    // What these hold is not the text of a report as it stands.
    private static readonly string[] NotText = [".html", ".htm", ".xhtml", ".xml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".jpg", ".jpeg", ".png", ".gif", ".mp3", ".mp4", ".7z", ".rar", ".bz2", ".xz"];

    /// <param name="skip">So many reports and failures at the start are passed over: they were taken before.</param>
    /// <param name="taken">Told how many bytes of the file were read so far.</param>
    /// <returns>Lazily, in the order of the file. What cannot be read is a failure among the others. Does not throw.</returns>
    public static IEnumerable<Received> Read(InputFile file, InputFormat format = InputFormat.Auto, DateOnly? date = null, long skip = 0, Action<long>? taken = null)
    {
        string where = file.Path == "-" ? "standard input" : file.Path;
        if (file.Failure is not null)
            return skip > 0 ? [] : [Received.Failed(where, file.Failure)];
        return Guarded(where, Opened(file, where, format, date, skip, taken));
    }

    private static IEnumerable<Received> Opened(InputFile file, string where, InputFormat format, DateOnly? date, long skip, Action<long>? taken)
    {
        using Stream stream = file.Path == "-" ? Console.OpenStandardInput() : new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        long left = skip;
        // Lines of the outermost file can be passed over unread; what lies in an archive is counted off as it comes.
        foreach (Received received in Unwrapped(where, file.Name, new CountedStream(stream, taken), format, date, 0, () => { long now = left; left = 0; return now; }))
        {
            if (left > 0)
                left--;
            else
                yield return received;
        }
    }

    private static IEnumerable<Received> Unwrapped(string where, string name, Stream stream, InputFormat format, DateOnly? date, int depth, Func<long>? skip)
    {
        if (depth > DeepestNesting)
            return [Received.Failed(where, $"archives within archives, {depth} deep; expected at most {DeepestNesting}")];
        var peeked = new PeekedStream(stream);
        ReadOnlySpan<byte> start = peeked.Start(512);
        if (start is [0x1F, 0x8B, ..])
            return Unwrapped(where, Without(name, ".gz", ".tgz"), new GZipStream(peeked, CompressionMode.Decompress), format, date, depth + 1, skip);
        if (start is [0x28, 0xB5, 0x2F, 0xFD, ..])
            return Unwrapped(where, Without(name, ".zst", ".tzst"), new DecompressionStream(peeked), format, date, depth + 1, skip);
        if (start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
            return InZip(where, stream, peeked, format, date, depth);
        if (start.Length >= 262 && start[257..262].SequenceEqual("ustar"u8))
            return InTar(where, peeked, format, date, depth);
        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (format == InputFormat.Auto && NotText.Contains(ending))
            return [Received.Failed(where, $"files that end in {ending} are not read; expected text, JSON Lines, or an archive of these")];
        if (format == InputFormat.JsonLines || (format == InputFormat.Auto && (ending is ".jsonl" or ".ndjson" || (ending != ".txt" && peeked.FirstVisibleByte() == '{'))))
            return JsonLinesSource.Read(where, peeked, date, WithoutEnding(name) + "-line", skip?.Invoke() ?? 0);
        if (start.Contains((byte)0) && !start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return [Received.Failed(where, "no text: it holds zero bytes; expected text, JSON Lines, or an archive of these")];
        return Text(where, WithoutEnding(name), peeked, date);
    }

    private static IEnumerable<Received> Text(string where, string id, Stream stream, DateOnly? date)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        int read;
        while (bytes.Length <= FileSource.LargestText && (read = stream.Read(buffer)) > 0)
            bytes.Write(buffer, 0, read);
        yield return bytes.Length > FileSource.LargestText
            ? Received.Failed(where, $"the text has more than {FileSource.LargestText} bytes; give reports one by one, or as JSON Lines")
            : Received.Of(where, TextSource.Read(id, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), date)) with { HasMadeId = true };
    }

    private static IEnumerable<Received> InTar(string where, Stream stream, InputFormat format, DateOnly? date, int depth)
    {
        using var tar = new TarReader(stream, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || IsHidden(entry.Name))
                continue;
            string inside = $"{where}/{entry.Name}";
            if (entry.DataStream is not { } data)
            {
                yield return Received.Of(inside, TextSource.Read(WithoutEnding(entry.Name), [], date)) with { HasMadeId = true };
                continue;
            }
            foreach (Received received in Guarded(inside, Within(inside, Plain(entry.Name), data, format, date, depth + 1)))
                yield return received;
        }
    }

    private static IEnumerable<Received> InZip(string where, Stream outer, PeekedStream peeked, InputFormat format, DateOnly? date, int depth)
    {
        // The list of a zip file stands at its end. A file is read from there; a stream must be held as a whole.
        Stream seekable;
        if (outer is CountedStream { CanSeek: true } file)
        {
            file.Position = 0;
            seekable = file;
        }
        else
        {
            seekable = new MemoryStream();
            peeked.CopyTo(seekable);
        }
        using var zip = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/') || IsHidden(entry.FullName))
                continue;
            string inside = $"{where}/{entry.FullName}";
            foreach (Received received in Guarded(inside, Entry(inside, entry, format, date, depth)))
                yield return received;
        }
    }

    private static IEnumerable<Received> Entry(string inside, ZipArchiveEntry entry, InputFormat format, DateOnly? date, int depth)
    {
        if (entry.IsEncrypted)
        {
            yield return Received.Failed(inside, "it is encrypted");
            yield break;
        }
        using Stream data = entry.Open();
        foreach (Received received in Within(inside, Plain(entry.FullName), data, format, date, depth + 1))
            yield return received;
    }

    /// <summary>Nothing is looked at before the first is asked for, so that what is damaged is a failure of this entry alone.</summary>
    private static IEnumerable<Received> Within(string inside, string name, Stream data, InputFormat format, DateOnly? date, int depth)
    {
        foreach (Received received in Unwrapped(inside, name, data, format, date, depth, null))
            yield return received;
    }

    /// <summary>A disk that fails in the middle of a file, or a damaged archive, is a failure of that file; what came before it counts.</summary>
    private static IEnumerable<Received> Guarded(string where, IEnumerable<Received> source)
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
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ZstdException or FormatException or NotSupportedException or ArgumentException or OverflowException)
            {
                failed = Received.Failed(where, error is FileNotFoundException or DirectoryNotFoundException ? "no such file" : $"it is damaged, or cannot be read: {error.Message}");
            }
            if (failed is not null)
            {
                yield return failed;
                yield break;
            }
            yield return all.Current;
        }
    }

    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') && part is not ("." or "..") || part == "__MACOSX");

    private static string Plain(string entry) => entry.StartsWith("./", StringComparison.Ordinal) ? entry[2..] : entry;

    private static string Without(string name, string ending, string tarEnding) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length]
        : name.EndsWith(tarEnding, StringComparison.OrdinalIgnoreCase) ? name[..^tarEnding.Length] + ".tar" : name;

    private static string WithoutEnding(string name) => Path.GetFileName(name) is var file && Path.GetExtension(file) is { Length: > 0 and < 9 } ending && ending.Length < file.Length ? name[..^ending.Length] : name;
}
