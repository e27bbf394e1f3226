using Chancery.Data;
using CsCheck;

namespace Chancery.Tests.Language;

/// <summary>The data file as built, opened once for the tests of this folder.</summary>
internal static class LanguageData
{
    public static DataPack Pack { get; } = Chancery.Sources.ReaderFolder.OpenData();
}

/// <summary>Random input for the invariants.</summary>
internal static class Some
{
    public static Gen<string> TextOf(string[] pieces) => Gen.Int[0, pieces.Length - 1].Array[0, 50].Select(picks => string.Concat(picks.Select(p => pieces[p])));
}
