using System.CommandLine;

namespace Chancery.Cli;

/// <summary>A command that its help shows at work.</summary>
/// <param name="examples">One command line a line.</param>
/// <param name="remarks">What else a user should know; sentences.</param>
public sealed class ExampleCommand(string name, string description, string examples, string remarks) : Command(name, description)
{
    public string Examples => examples;
    public string Remarks => remarks;

    public void AddAll(params IEnumerable<Option> options)
    {
        foreach (Option option in options)
            Options.Add(option);
    }
}
