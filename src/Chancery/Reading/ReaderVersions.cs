using System.Collections.Immutable;
using System.Reflection;
using Chancery.Data;
using Chancery.Learning;

namespace Chancery;

/// <summary>What made a reading: the same versions and the same report give the same reading.</summary>
/// <param name="Program">Version of the library, "0.1.0".</param>
/// <param name="Data">Version of the compiled data.</param>
/// <param name="Models">Name and version of each model, in ordinal order of the names.</param>
public sealed record ReaderVersions(string Program, string Data, ImmutableArray<KeyValuePair<string, string>> Models)
{
    public static ReaderVersions Of(DataPack data, Models models) => new(
        typeof(ReaderVersions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0",
        data.Version,
        [.. models.Names.Select(name => KeyValuePair.Create(name, models.VersionOf(name)))]);

    /// <summary>One line: "chancery 0.1.0, data 514d88b3c3a5, en-language 0f3a…".</summary>
    public override string ToString() =>
        string.Join(", ", new[] { $"chancery {Program}", $"data {Data}" }.Concat(Models.Select(m => $"{m.Key} {m.Value}")));
}
