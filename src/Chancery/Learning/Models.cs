namespace Chancery.Learning;

/// <summary>The trained models a reader is made from, as the bytes of their files.</summary>
/// <param name="files">By name without ending: "en-language" for models/en-language.model.</param>
public sealed class Models(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    /// <exception cref="InvalidDataException">There is no such model.</exception>
    public ReadOnlyMemory<byte> this[string name] => files.TryGetValue(name, out ReadOnlyMemory<byte> file)
        ? file
        : throw new InvalidDataException($"CHY0201: no model \"{name}\"; expected the file {name}.model in the folder models/");

    /// <summary>The first twelve hexadecimal digits of the SHA-256 that the file carries; "damaged" for a file too short to carry one.</summary>
    public string VersionOf(string name) =>
        this[name].Length >= 40 ? Convert.ToHexStringLower(this[name].Span.Slice(8, 6)) : "damaged";

    /// <summary>In ordinal order.</summary>
    public IEnumerable<string> Names => files.Keys.Order(StringComparer.Ordinal);
}
