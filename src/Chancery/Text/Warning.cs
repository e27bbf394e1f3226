namespace Chancery.Text;

/// <summary>A doubt met while reading. The text was read as far as it goes all the same.</summary>
/// <param name="Id">Stable, "CHY1001"; explained in docs/messages.md, never reused.</param>
/// <param name="Message">Says what was found and what was expected.</param>
/// <param name="Span">Where; null when it concerns the report as a whole.</param>
public sealed record Warning(string Id, string Message, TextSpan? Span = null)
{
    public override string ToString() => Span is { } at ? $"{Id} at {at}: {Message}" : $"{Id}: {Message}";
}
