using System.Text;
using Chancery.Text;

namespace Chancery.Sources;

/// <summary>Text decoded from bytes: UTF-8, or UTF-16 where a byte order mark says so. The mark is no part of the text.</summary>
internal static class ReceivedText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: false);

    /// <returns>The text with U+FFFD for what could not be decoded, and a warning then.</returns>
    public static (string Text, Warning? Warning) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Count(bytes[2..], Encoding.Unicode);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Count(bytes[2..], Encoding.BigEndianUnicode);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return Count(bytes, Utf8);
    }

    private static (string, Warning?) Count(ReadOnlySpan<byte> bytes, Encoding like)
    {
        var fallback = new CountingFallback();
        Encoding encoding = Encoding.GetEncoding(like.CodePage, EncoderFallback.ReplacementFallback, fallback);
        string text = encoding.GetString(bytes);
        if (fallback.Count == 0)
            return (text, null);
        // The first U+FFFD may be one that the sender wrote; near enough for a message.
        int first = Math.Max(0, text.IndexOf('\uFFFD'));
        return (text, Warnings.UndecodableBytes((fallback.Count + 1) / 2, new TextSpan(first, Math.Min(1, text.Length))));
    }

    private sealed class CountingFallback : DecoderFallback
    {
        public int Count { get; private set; }
        public override int MaxCharCount => 1;
        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(CountingFallback counter) : DecoderFallbackBuffer
        {
            private bool _pending;
            public override int Remaining => _pending ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                // GetString asks twice, once to measure and once to write; both passes see the same bytes.
                counter.Count++;
                return _pending = true;
            }

            public override char GetNextChar()
            {
                char next = _pending ? '\uFFFD' : '\0';
                _pending = false;
                return next;
            }

            public override bool MovePrevious() => false;
            public override void Reset() => _pending = false;
        }
    }
}
