namespace Chancery.Web.Tests.Support;

/// <summary>The checkout the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>"Debug" or "Release": as these tests were built, so was the program.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Sample(string name) => Path.Combine(Root, "samples", name + ".txt");

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
