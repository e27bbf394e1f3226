namespace Chancery.Cli;

/// <summary>What the command tells its caller.</summary>
public static class ExitCode
{
    /// <summary>All reports were read, or something was found.</summary>
    public const int Read = 0;

    /// <summary>Some reports could not be read; they are named on standard error, the rest are written. Or nothing was found.</summary>
    public const int SomeNotRead = 1;

    /// <summary>The command was not understood, or the program's own files are missing.</summary>
    public const int Misuse = 2;
}
