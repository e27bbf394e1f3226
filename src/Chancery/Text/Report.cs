using System.Collections.Immutable;

namespace Chancery.Text;

/// <summary>A span that a human coder, or another program, already knows to name an actor.</summary>
/// <param name="Type">Name type as given ("PERSON", …), null when not given.</param>
public sealed record KnownMention(TextSpan Span, string? Type);

/// <summary>One dated text exactly as received. Immutable; every span in a reading points into <see cref="Text"/>.</summary>
public sealed class Report
{
    /// <param name="text">Never normalised; may hold any UTF-16 code units.</param>
    /// <param name="published">Null: unknown, so relative times stay unresolved.</param>
    public Report(string id, string text, DateOnly? published = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        (Id, Text, Published) = (id, text, published);
    }

    public string Id { get; }
    public string Text { get; }
    public DateOnly? Published { get; }
    public string? Title { get; init; }
    public string? Publisher { get; init; }
    public string? Url { get; init; }

    /// <summary>BCP 47 tag as given by the source; null: not said, so the reader looks at the letters.</summary>
    public string? Language { get; init; }

    /// <summary>Spans known before reading; each becomes a mention of an entity. Spans outside the text are dropped with a warning.</summary>
    public ImmutableArray<KnownMention> Mentions { get; init; } = [];

    /// <summary>Doubts met while the text was received: undecodable bytes, a second date. They lead the reading's warnings.</summary>
    public ImmutableArray<Warning> Warnings { get; init; } = [];

    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);
}
