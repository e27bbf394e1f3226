using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Which registered person a name means on a day, and in a context of countries and roles.</summary>
internal sealed class PersonIdentifier(ActorRegistry registry)
{
    /// <summary>How long after leaving office someone is still named by surname alone, in days.</summary>
    private const int Afterwards = 4 * 365;

    /// <summary>States whose leaders news names without their country.</summary>
    private static readonly HashSet<string> WorldKnown =
    [
        "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "ITA", "CAN", "AUS", "BRA", "MEX", "ZAF", "TUR", "SAU", "KOR", "IDN", "ARG", "UKR",
        "ISR", "PSE", "IRN", "IRQ", "SYR", "EGY", "LBY", "AFG", "PAK", "PRK", "POL", "HUN", "ESP", "GRC", "VEN", "CUB", "BLR", "TWN", "SUN", "YUG",
    ];

    /// <param name="names">Names met in the report, the fullest first.</param>
    /// <param name="day">Null when the report has no date: then only full names and told roles decide.</param>
    /// <param name="countries">Countries the report mentions.</param>
    /// <returns>None; one; or several that fit alike.</returns>
    public List<Actor> Find(IReadOnlyList<string> names, IReadOnlyList<Description> described, DateOnly? day, ReportCountries countries)
    {
        foreach (string name in names)
        {
            bool isFull = name.Contains(' ', StringComparison.Ordinal);
            List<Actor> people = [.. registry.Named(name).Where(a => a.Kind == ActorKind.Person)];
            if (people.Count == 0 && isFull)
                people = [.. registry.LooselyNamed(name)];
            people = people.FindAll(p => IsPlausible(p, described, day, countries));
            bool byFullName = people.Count > 0;
            if (people.Count == 0)
                people = NoOthers([.. registry.ShortNamed(name)], name, names, p => described.Any(d => d.Country is not null && FitsRole(p, d, day)));
            if (people.Count == 0)
                continue;
            people = byFullName ? Narrow(people, described, day, countries) : Supported(people, described, day, countries);
            if (people.Count > 0 || byFullName)
                return people;
        }
        return [];
    }

    /// <summary>Without those who are called otherwise where the report gives the name in full: "Perez" of "Thomas Perez" is no Jesús Pérez, "Chris" of "Chris Christie" no Chris Patten.</summary>
    private static List<Actor> NoOthers(List<Actor> people, string name, IReadOnlyList<string> names, Predicate<Actor> isTold)
    {
        string[][] full = [.. names.Where(n => n.Length > name.Length && n.Contains(' ', StringComparison.Ordinal)).Select(n => Others(n, name)).Where(o => o.Length > 0)];
        List<Actor> fitting = people.FindAll(p => isTold(p) || Array.TrueForAll(full, f => IsAlike(Others(p.Name, name), f, 1)));
        // One letter is enough for the only one of that name ("Vladimir", "Volodymyr"), not to choose among several.
        return fitting.Count == people.Count ? people : fitting.FindAll(p => isTold(p) || Array.TrueForAll(full, f => IsAlike(Others(p.Name, name), f, 2)));
    }

    /// <summary>Whether one of the words begins as one of the others, or ends with it where a space was lost.</summary>
    private static bool IsAlike(string[] known, string[] met, int letters) => known.Length == 0
        || Array.Exists(met, m => Array.Exists(known, k => string.CompareOrdinal(k, 0, m, 0, Math.Min(letters, Math.Min(k.Length, m.Length))) == 0 || m.EndsWith(k, StringComparison.Ordinal)));

    /// <summary>The words of a full name besides the short one.</summary>
    private static string[] Others(string full, string name)
    {
        string[] known = ActorKey.Loose(name).Split(' ');
        return [.. ActorKey.Loose(full).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !known.Contains(w))];
    }

    /// <summary>A bare surname counts only for someone in office about the day whom the report's countries or roles support.</summary>
    private List<Actor> Supported(List<Actor> people, IReadOnlyList<Description> described, DateOnly? day, ReportCountries countries)
    {
        var told = people.FindAll(p => described.Any(d => FitsRole(p, d, day)));
        if (told.Count > 0)
            return told.Count == 1 ? told : Narrow(told, described, day, countries);
        // Someone described as something else is someone else.
        if (day is not { } today || described.Any(d => d.Offices.Count > 0 && !d.IsPast))
            return [];
        var about = people.FindAll(p => registry.TenuresOf(p.Id).Any(t => About(t, today)
            && (t.Country is { } country ? countries.Contains(country) : countries.Names(t.Body!))));
        // Nobody else of that name is known, and the world knows this one.
        if (about.Count == 0 && people is [var only] && registry.TenuresOf(only.Id, today).Any(t => IsHead(t) && t.Office != "monarch" && IsWorldKnown(t)))
            return people;
        return about.Count <= 1 ? about : Narrow(about, described, day, countries);
    }

    /// <summary>A full name that others bear too: someone long out of office, in a report that never speaks of the country, is somebody else.</summary>
    private bool IsPlausible(Actor person, IReadOnlyList<Description> described, DateOnly? day, ReportCountries countries) =>
        day is not { } today || described.Any(d => FitsRole(person, d, day))
        || registry.TenuresOf(person.Id).Any(t => About(t, today) || IsWorldKnown(t) || t.Country is not { } country || countries.Contains(country));

    private static bool IsWorldKnown(Tenure tenure) => tenure.Country is null || WorldKnown.Contains(tenure.Country);

    private List<Actor> Narrow(List<Actor> people, IReadOnlyList<Description> described, DateOnly? day, ReportCountries countries)
    {
        Func<Actor, bool>[] tests =
        [
            p => described.Any(d => FitsRole(p, d, day)),
            p => day is { } today && registry.TenuresOf(p.Id, today).Length > 0,
            p => registry.TenuresOf(p.Id).Any(t => t.Country is not null && countries.Contains(t.Country)),
            p => day is { } today && registry.TenuresOf(p.Id, today).Any(IsHead),
            p => day is { } today && registry.TenuresOf(p.Id).Any(t => About(t, today)),
        ];
        foreach (Func<Actor, bool> test in tests)
        {
            if (people.Count == 1)
                break;
            List<Actor> fitting = people.FindAll(p => test(p));
            if (fitting.Count > 0)
                people = fitting;
        }
        return people;
    }

    private bool FitsRole(Actor person, Description description, DateOnly? day) => registry.TenuresOf(person.Id).Any(t =>
        description.Offices.Any(o => o.Id == t.Office || (o.Id == "minister" && t.Office.EndsWith("-minister", StringComparison.Ordinal)))
        && (description.Country is null || description.Country == t.Country || (t.Body is not null && description.Body?.Id == t.Body))
        && (day is null || (description.IsPast ? t.From <= day : t.Holds(day.Value))));

    private static bool IsHead(Tenure tenure) => tenure.Office is "president" or "prime-minister" or "chancellor" or "supreme-leader" or "monarch" or "secretary-general";

    private static bool About(Tenure tenure, DateOnly day) =>
        !(tenure.From > day.AddDays(90)) && (tenure.To is not { } end || day.DayNumber - end.DayNumber <= Afterwards);
}
