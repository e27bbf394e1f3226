namespace Chancery.Sources;

/// <summary>How a file holds its reports.</summary>
public enum InputFormat : byte
{
    /// <summary>By the file's ending (.jsonl, .ndjson), else by its first character: '{' is JSON Lines.</summary>
    Auto,
    Text,
    JsonLines,
}
