using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chancery.Cli.Output;

/// <summary>One file a report, named after the report's id. brat gets the report's text beside its annotations.</summary>
public sealed class FolderOutput : IReadingOutput
{
    private readonly IReadingFormat _format;
    private readonly string _folder;
    private readonly IReadOnlySet<string> _inputs;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="inputs">Full paths that must not be written to.</param>
    public FolderOutput(IReadingFormat format, string folder, IReadOnlySet<string> inputs)
    {
        (_format, _folder, _inputs) = (format, folder, inputs);
        Directory.CreateDirectory(folder);
    }

    public bool IsOneFileAReport => true;

    public void Write(Rendered rendered)
    {
        string path = Path.Combine(_folder, NameFor(rendered.Report.Id));
        using (FileStream file = Create(path + _format.Extension))
        {
            var edge = new ArrayBufferWriter<byte>();
            _format.Begin(edge);
            file.Write(edge.WrittenSpan);
            file.Write(rendered.Bytes.Span);
            edge.ResetWrittenCount();
            _format.End(edge);
            file.Write(edge.WrittenSpan);
        }
        if (_format.Extension == ".ann")
        {
            using FileStream text = Create(path + ".txt");
            text.Write(Encoding.UTF8.GetBytes(rendered.Report.Text));
        }
    }

    public void Finish()
    {
    }

    public void Dispose()
    {
    }

    private FileStream Create(string path) => _inputs.Contains(Path.GetFullPath(path))
        ? throw new MisuseException($"--output {_folder}: {path} is one of the files to read; expected another folder")
        : File.Create(path);

    /// <summary>An id as a file name: letters, digits, '-', '_' and '.' stay; a second report of one name gets "-2".</summary>
    private string NameFor(string id)
    {
        var name = new StringBuilder();
        foreach (char c in id.Length > 120 ? id[..120] : id)
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && name.Length > 0) ? c : '_');
        string safe = name.Length == 0 || IsDevice(name.ToString()) ? "report-" + name : name.ToString();
        string free = safe;
        for (int next = 2; !_names.Add(free); next++)
            free = string.Create(CultureInfo.InvariantCulture, $"{safe}-{next}");
        return free;
    }

    /// <summary>Names that Windows keeps for devices, whatever their ending.</summary>
    private static bool IsDevice(string name) => name.Split('.')[0].ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        or "COM1" or "COM2" or "COM3" or "COM4" or "COM5" or "COM6" or "COM7" or "COM8" or "COM9"
        or "LPT1" or "LPT2" or "LPT3" or "LPT4" or "LPT5" or "LPT6" or "LPT7" or "LPT8" or "LPT9";
}
