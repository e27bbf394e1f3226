namespace Chancery.Ledger;

/// <summary>Why a ledger could not be used.</summary>
public enum LedgerFault : byte
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file is something else.</summary>
    NotALedger,

    /// <summary>It was written by a newer program.</summary>
    Newer,

    /// <summary>The file is damaged.</summary>
    Damaged,

    /// <summary>The disk is full, or the file cannot be written.</summary>
    NotWritable,

    /// <summary>Another process writes and did not come to an end in time.</summary>
    Busy,

    /// <summary>What was asked for is not in it: an id, a name.</summary>
    NotFound,

    /// <summary>What was asked for cannot be: a state that there is not, a name that is taken.</summary>
    Misuse,
}

/// <summary>A ledger could not be opened, read or written. The message says which, what was found and what was expected; nothing committed is lost.</summary>
public sealed class LedgerException(LedgerFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public LedgerFault Fault { get; } = fault;
}
