using System.CommandLine;
using Chancery.Training;

var corpora = new Option<DirectoryInfo>("--corpora")
{
    Description = "The folder with treebank/, entities/ and silver/.",
    DefaultValueFactory = _ => new DirectoryInfo("../shared/corpora"),
};
var output = new Option<DirectoryInfo>("--out")
{
    Description = "Where the models and their cards are written.",
    DefaultValueFactory = _ => new DirectoryInfo("models"),
};
var seed = new Option<int>("--seed") { Description = "Same corpora and seed, same bytes.", DefaultValueFactory = _ => 1 };
var steps = new Option<int>("--steps") { Description = "Batches each teacher learns from.", DefaultValueFactory = _ => 5000 };
var teachers = new Option<int>("--teachers") { Description = "Networks that annotate the news for the one that ships.", DefaultValueFactory = _ => 2 };

var root = new RootCommand("Trains Chancery's models from corpora.");
foreach (Option option in new Option[] { corpora, output, seed, steps, teachers })
{
    option.Recursive = true;
    root.Options.Add(option);
}

Command Recipe(string name, string description, Action<Recipes, ParseResult> run)
{
    var command = new Command(name, description);
    command.SetAction(parsed =>
    {
        DirectoryInfo folder = parsed.GetValue(corpora)!;
        try
        {
            var recipes = new Recipes(new Corpora(folder.FullName), parsed.GetValue(output)!.FullName, parsed.GetValue(seed), Console.Out);
            run(recipes, parsed);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{e.Message} (--corpora is {folder.FullName})");
            return 1;
        }
    });
    return command;
}

root.Subcommands.Add(Recipe("language", "Trains en-language: tags, trees and names. Goes on where an earlier run into the same folder left off.",
    (recipes, parsed) => recipes.Language(parsed.GetValue(steps), parsed.GetValue(teachers))));
root.Subcommands.Add(Recipe("statements", "Trains en-statements over what en-language and the rules find: who said what. To be made anew when either changes.",
    (recipes, _) => recipes.Statements()));
root.Subcommands.Add(Recipe("events", "Trains en-events: what goes on between two actors. Reads with the models beside the program.",
    (recipes, _) => recipes.Events()));
var reports = new Argument<string[]>("reports") { Description = "Ids of articles of PolNeAR train, or of documents of the treebanks' training parts that have a date." };
Command propose = Recipe("propose", "Writes the events that words and rules propose in some reports (ids, or files), to be judged for apps/Chancery.Training/Events/judged.tsv.",
    (recipes, parsed) => recipes.Propose(parsed.GetValue(reports)!));
propose.Arguments.Add(reports);
root.Subcommands.Add(propose);
root.Subcommands.Add(Recipe("keyed", "Reads our own keyed reports (Events/keyed) and says what of their keys is found, and what is wrong.",
    (recipes, _) => recipes.Keyed()));
root.Subcommands.Add(Recipe("antecedents", "Learns data/entities/antecedents.tsv: what speaks for one whom a pronoun may stand for.",
    (recipes, _) => recipes.Antecedents()));
return root.Parse(args).Invoke();
