using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chancery.Cli.Output;

/// <summary>One file a report, named after the report's id. brat gets the report's text beside its annotations.</summary>
public sealed class FolderOutput : IReadingOutput
{
    private readonly IReadingFormat _format;
    private readonly string _folder;
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);

    public FolderOutput(IReadingFormat format, string folder)
    {
        (_format, _folder) = (format, folder);
        Directory.CreateDirectory(folder);
    }

    public void Write(Rendered rendered)
    {
        string path = Path.Combine(_folder, NameFor(rendered.Report.Id));
        using (FileStream file = File.Create(path + _format.Extension))
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
            File.WriteAllText(path + ".txt", rendered.Report.Text, new UTF8Encoding(false));
    }

    public void Finish()
    {
    }

    public void Dispose()
    {
    }

    /// <summary>An id as a file name: letters, digits, '-', '_' and '.' stay; a second report of one id gets "-2".</summary>
    private string NameFor(string id)
    {
        var name = new StringBuilder();
        foreach (char c in id.Length > 120 ? id[..120] : id)
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (c == '.' && name.Length > 0) ? c : '_');
        if (name.Length == 0)
            name.Append("report");
        string safe = name.ToString();
        int times = _names[safe] = _names.GetValueOrDefault(safe) + 1;
        return times == 1 ? safe : string.Create(CultureInfo.InvariantCulture, $"{safe}-{times}");
    }
}
