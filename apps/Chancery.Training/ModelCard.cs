using System.Security.Cryptography;
using System.Text;

namespace Chancery.Training;

/// <summary>Writes a model and the page that says where it comes from.</summary>
internal static class ModelCard
{
    public static void Save(string folder, string name, byte[] model, string figures, IReadOnlyList<string> trainedOn, string command)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".model"), model);
        var card = new StringBuilder();
        card.Append($"# {name}\n\n");
        card.Append($"- SHA-256: `{Convert.ToHexStringLower(SHA256.HashData(model))}`, {model.Length} bytes\n");
        card.Append($"- Made by: `chancery-training {command}`\n");
        foreach (string corpus in trainedOn)
            card.Append($"- Trained on: {corpus}\n");
        card.Append($"- Measured: {figures}\n");
        File.WriteAllText(Path.Combine(folder, name + ".md"), card.ToString());
    }
}
