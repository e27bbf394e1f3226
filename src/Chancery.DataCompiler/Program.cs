using Chancery.Data;
using Chancery.DataCompiler;

// Checks the tables under data/ and writes the one file that the reader loads.
if (args is not [string folder, string output] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: chancery-data DATA-FOLDER OUTPUT-FILE");
    return 2;
}
try
{
    byte[] file = DataFolder.Compile(folder);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    File.WriteAllBytes(output, file);
    Console.WriteLine($"data {DataPack.Load(file).Version}: {file.Length / 1024} KiB");
    return 0;
}
catch (TableException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
