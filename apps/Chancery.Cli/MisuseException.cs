namespace Chancery.Cli;

/// <summary>The command was asked for something it cannot do; the message says what was found and what was expected.</summary>
public sealed class MisuseException(string message) : Exception(message);
