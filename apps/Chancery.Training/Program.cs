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
var epochs = new Option<int?>("--epochs") { Description = "How often each corpus is gone through; the best on dev is kept." };

var root = new RootCommand("Trains Chancery's models from corpora.");
foreach (Option option in new Option[] { corpora, output, seed, epochs })
{
    option.Recursive = true;
    root.Options.Add(option);
}

Command Recipe(string name, string description, Action<Recipes, int?> run)
{
    var command = new Command(name, description);
    command.SetAction(parsed =>
    {
        DirectoryInfo folder = parsed.GetValue(corpora)!;
        try
        {
            var recipes = new Recipes(new Corpora(folder.FullName), parsed.GetValue(output)!.FullName, parsed.GetValue(seed), Console.Out);
            run(recipes, parsed.GetValue(epochs));
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

void Tags(Recipes recipes, int? rounds) => recipes.Tags(rounds ?? 7);
void Trees(Recipes recipes, int? rounds) => recipes.Trees(rounds ?? 8);
void Names(Recipes recipes, int? rounds) => recipes.Names(rounds ?? 8);

root.Subcommands.Add(Recipe("tags", "Trains the tagger, en-tags.", Tags));
root.Subcommands.Add(Recipe("trees", "Trains the parser, en-trees, on what the tagger gives.", Trees));
root.Subcommands.Add(Recipe("names", "Trains the name finder, en-names, on tags and trees from the models.", Names));
root.Subcommands.Add(Recipe("all", "Trains every model, each on those before it.", (recipes, rounds) =>
{
    Tags(recipes, rounds);
    Trees(recipes, rounds);
    Names(recipes, rounds);
}));
return root.Parse(args).Invoke();
