namespace Chancery.Cli.Output;

/// <summary>
/// All readings into one file. They are written beside it and put in its place when all went well, so that a run that fails
/// leaves what stood there before.
/// </summary>
public sealed class FileOutput : IReadingOutput
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly StreamOutput _output;

    /// <exception cref="IOException">The folder is not there or cannot be written to.</exception>
    public FileOutput(IReadingFormat format, string path)
    {
        (_path, _unfinished) = (path, path + ".unfinished");
        _output = new StreamOutput(format, File.Create(_unfinished));
    }

    public bool IsOneFileAReport => false;

    public void Write(Rendered rendered) => _output.Write(rendered);

    public void Finish()
    {
        _output.Finish();
        _output.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
    }

    public void Dispose()
    {
        _output.Dispose();
        File.Delete(_unfinished);
    }
}
