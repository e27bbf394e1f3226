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

Command Recipe(string name, string description, Action<Corpora, string, int, int?> run)
{
    var command = new Command(name, description);
    command.SetAction(parsed =>
    {
        DirectoryInfo folder = parsed.GetValue(corpora)!;
        if (!folder.Exists)
        {
            Console.Error.WriteLine($"no folder {folder.FullName}; expected the corpora there, or --corpora");
            return 1;
        }
        run(new Corpora(folder.FullName), parsed.GetValue(output)!.FullName, parsed.GetValue(seed), parsed.GetValue(epochs));
        return 0;
    });
    return command;
}

void Tags(Corpora from, string to, int start, int? rounds) => Recipes.Tags(from, to, start, rounds ?? 8, Console.Out);
void Trees(Corpora from, string to, int start, int? rounds) => Recipes.Trees(from, to, start, rounds ?? 12, Console.Out);

void Names(Corpora from, string to, int start, int? rounds) => Recipes.Names(from, to, start, rounds ?? 8, Console.Out);

root.Subcommands.Add(Recipe("tags", "Trains the tagger, en-tags.", Tags));
root.Subcommands.Add(Recipe("trees", "Trains the parser, en-trees, on what the tagger gives.", Trees));
root.Subcommands.Add(Recipe("names", "Trains the name finder, en-names, on tags and trees from the models.", Names));
root.Subcommands.Add(Recipe("all", "Trains every model, each on those before it.", (from, to, start, rounds) =>
{
    Tags(from, to, start, rounds);
    Trees(from, to, start, rounds);
    Names(from, to, start, rounds);
}));
return root.Parse(args).Invoke();
