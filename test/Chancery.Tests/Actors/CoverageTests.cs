using System.Globalization;
using System.Text;
using Chancery.Actors;
using Chancery.Tests.Support;

namespace Chancery.Tests.Actors;

/// <summary>docs/actors.md says how much the registry holds and where it is thin; it is written from the registry itself.</summary>
public class CoverageTests
{
    private const int FirstYear = 1990, LastYear = 2025;
    private static readonly string[] Heads = ["president", "monarch", "supreme-leader", "military-ruler", "pope", "governor-general", "state-council-chairman", "captain-regent"];
    private static readonly string[] HeadsOfGovernment = ["prime-minister", "chancellor", "president", "supreme-leader", "military-ruler", "monarch"];
    private static readonly ActorRegistry Registry = new(HandMade.Data);

    /// <remarks>To write it anew: CHANCERY_APPROVE=1 dotnet test.</remarks>
    [Fact]
    public void TheCountsAreThoseOfTheTables()
    {
        string path = Repository.PathOf("docs", "actors.md");
        string found = Report();
        if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1")
            File.WriteAllText(path, found);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", found);
    }

    /// <summary>San Marino's captains regent change every half year and are left out.</summary>
    [Fact]
    public void EveryStateButSanMarinoHasAHeadOnRecordForMostYears() =>
        Assert.Equal(["SMR", "SSD", "TLS"], States().Where(s => Covered(s, Heads.Concat(HeadsOfGovernment)) < 30).Select(s => s.Country!).Order(StringComparer.Ordinal));

    private static string Report()
    {
        var text = new StringBuilder("""
            # What the registry of actors holds

            Written by a test from data/actors, so that it stays true (`CHANCERY_APPROVE=1 dotnet test` writes it anew). Where the facts come from is said in
            data/actors/SOURCE.md and data/actors/tenures/SOURCE.md; `chancery actors` searches them.


            """.ReplaceLineEndings("\n"));
        Actor[] people = [.. Registry.All.Where(a => a.Kind == ActorKind.Person)];
        Tenure[] tenures = [.. people.SelectMany(p => Registry.TenuresOf(p.Id))];
        text.Append("| kind | entries |\n| --- | ---: |\n");
        foreach (ActorKind kind in Enum.GetValues<ActorKind>())
            Row(text, kind.ToString().ToLowerInvariant(), Registry.All.Count(a => a.Kind == kind));
        Row(text, "tenure", tenures.Length);
        Row(text, "tenure with the first day exactly known", tenures.Count(t => t.FromIsExact));
        Row(text, "noun, phrase or adjective that gives a sector", Registry.SectorWords.Count());
        text.Append("\n## Tenures by office\nThe twenty offices with most.\n\n| office | tenures | of how many countries or bodies |\n| --- | ---: | ---: |\n");
        foreach (var office in tenures.GroupBy(t => t.Office).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(20))
            Row(text, office.Key, office.Count(), office.Select(t => t.Country ?? t.Body).Distinct().Count());
        text.Append(CultureInfo.InvariantCulture, $"\n## Years covered, country by country\nIn how many of the {LastYear - FirstYear + 1} years from {FirstYear} to {LastYear} a holder is known on 1 July: head of state, head of government, and the ministers for\n");
        text.Append("foreign affairs, defence, finance and the interior. States younger than 1990 cannot have them all. The thinnest come first.\n\n");
        text.Append("| country | state | government | foreign | defence | finance | interior | tenures |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        var rows = States().Select(s => (State: s, Years: new[]
        {
            Covered(s, Heads), Covered(s, HeadsOfGovernment), Covered(s, ["foreign-minister"]), Covered(s, ["defence-minister"]), Covered(s, ["finance-minister"]), Covered(s, ["interior-minister"]),
            tenures.Count(t => t.Country == s.Country),
        }));
        foreach (var (state, years) in rows.OrderBy(r => r.Years.Take(6).Sum()).ThenBy(r => r.State.Country, StringComparer.Ordinal))
            Row(text, $"{state.Country} {state.Name}", years);
        return text.ToString();
    }

    /// <summary>Governed by others, or disputed and governed by none.</summary>
    private static readonly HashSet<string> Territories = ["BMU", "COK", "CYM", "ESH", "FLK", "GRL", "GUF", "GUM", "HKG", "MAC", "NCL", "PRI", "PYF"];

    private static IEnumerable<Actor> States() => Registry.All.Where(a => a.Kind == ActorKind.State && !Territories.Contains(a.Country!));

    private static int Covered(Actor state, IEnumerable<string> offices) => Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        .Count(year => offices.Any(office => !Registry.HoldersOf(office, state.Country!, new DateOnly(year, 7, 1)).All.IsEmpty));

    private static void Row(StringBuilder text, string name, params int[] counts) =>
        text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", counts.Select(c => c.ToString(CultureInfo.InvariantCulture))).Append(" |\n");
}
