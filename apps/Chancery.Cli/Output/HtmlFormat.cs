using System.Buffers;
using System.Text;

namespace Chancery.Cli.Output;

/// <summary>
/// One self-contained page: the text with its entries marked, and beside each paragraph the notes that say why. No script, no
/// network; light and dark; fit for print.
/// </summary>
public sealed class HtmlFormat : IReadingFormat
{
    public string Extension => ".html";

    public void Begin(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <link rel="icon" href="data:,">
        <title>Chancery: the record</title>
        <style>
        {HtmlStyle.Css}
        </style>
        </head>
        <body>

        """, output);

    public void Write(IBufferWriter<byte> output, Reading reading, int number) =>
        Encoding.UTF8.GetBytes(new HtmlPage(reading, number).Render(), output);

    public void End(IBufferWriter<byte> output) => Encoding.UTF8.GetBytes("</body>\n</html>\n", output);
}
