using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Chancery.Cli;

/// <summary>Standard output that says when nobody reads it any more.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32; // EPIPE; the same number on Linux and macOS

    /// <remarks>
    /// The console's own stream passes over a closed pipe without a word, so that "| head -1" would read a whole archive for
    /// nothing. A file is left to it all the same: two streams over one file would each keep a place of their own in it.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    /// <summary>Whether the fault is that the reader of our output has gone.</summary>
    public static bool IsClosed(IOException fault) =>
        fault.HResult == BrokenPipe || (OperatingSystem.IsWindows() && Marshal.GetHRForLastWin32Error() == unchecked((int)0x8007006D));
}
