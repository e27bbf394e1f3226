namespace Chancery.Tests.Support;

/// <summary>Where the tests find the repository, and the corpora beside it.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A path under the folder shared/ beside the repository. Skips the test where it is missing.</summary>
    /// <remarks>With CHANCERY_REQUIRE_SHARED=1, as on the build server, the test fails instead.</remarks>
    public static string Shared(string path)
    {
        string full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        if (!File.Exists(full) && !Directory.Exists(full))
        {
            Assert.False(Environment.GetEnvironmentVariable("CHANCERY_REQUIRE_SHARED") == "1", $"{full} is missing and required here");
            Assert.Skip($"the corpora are not beside this checkout: no {full}");
        }
        return full;
    }

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chancery.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("the tests run inside a checkout: no Chancery.slnx above them");
    }
}
