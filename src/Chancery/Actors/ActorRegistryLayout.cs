using System.Runtime.InteropServices;
using Chancery.Data;

namespace Chancery.Actors;

/// <summary>
/// The registry as bytes, laid out so that nothing need be made of it before it is asked for. All numbers are int32, little-endian. Head: actors, those of
/// them that are entries of their own, offices, tenures, bytes of text. Then the records of actors, offices and tenures, of as many numbers as is said below;
/// the <see cref="TextPool"/> they point into; and the indexes in the order of <see cref="Compile"/>.
/// </summary>
internal static class ActorRegistryLayout
{
    /// <summary>The name of the compiled registry in the data file.</summary>
    public const string Part = "actors/registry.bin";

    public const int HeadNumbers = 5;

    /// <summary>Id, name, kind, gender, code, country, sectors; the first of its tenures and how many they are.</summary>
    public const int ActorNumbers = 9;

    /// <summary>Id, title, sectors, whether single, whether leader.</summary>
    public const int OfficeNumbers = 5;

    /// <summary>Actor, office, title, country, body, first day, last day, how much is known of either, name of the body, sectors.</summary>
    public const int TenureNumbers = 11;

    /// <summary>Between the texts of a list, as in the tables.</summary>
    public const char Separator = '|';

    /// <summary>Where no day is.</summary>
    public const int None = -1;

    /// <summary>What <see cref="Compile"/> calls the holders of an office.</summary>
    public static string HoldersKey(string office, string of) => office + Separator + of;

    /// <param name="tables">Laid out as those of data/actors, recognised by their columns; of two with one name the first wins.</param>
    /// <exception cref="TableException">A table is wrong; the message says where.</exception>
    public static byte[] Compile(IReadOnlyList<Table> tables)
    {
        var built = new ActorRegistryBuilder(tables);
        var text = new TextPoolWriter();
        // Someone may bear the id of a body, which is then found by its names alone.
        Dictionary<Actor, int> actors = new(ReferenceEqualityComparer.Instance);
        foreach (Actor actor in built.Actors.Values.Concat(built.ByName.Values.SelectMany(a => a)))
            actors.TryAdd(actor, actors.Count);
        Tenure[] tenures = [.. built.Tenures.GroupBy(t => t.Actor, StringComparer.Ordinal).SelectMany(InOrder)];
        var held = tenures.Select((t, i) => (t.Actor, i)).GroupBy(t => t.Actor, t => t.i, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (First: g.First(), Count: g.Count()), StringComparer.Ordinal);
        int[] actorRecords = [.. actors.Keys.SelectMany(a => Record(a, text, held.GetValueOrDefault(a.Id)))];
        int[] officeRecords = [.. built.Offices.SelectMany(o => Record(o, text))];
        int[] tenureRecords = [.. tenures.SelectMany(t => Record(t, text))];
        var tenureAt = tenures.Select((t, i) => (t, i)).ToDictionary(t => t.t, t => t.i, (IEqualityComparer<Tenure>)ReferenceEqualityComparer.Instance);
        using var indexes = new MemoryStream();
        void Index<T>(IEnumerable<(string Name, List<T> Found)> index, Func<T, IEnumerable<int>> numbers) =>
            NameIndex.Write(indexes, index.Select(n => (n.Name, (IReadOnlyList<int>)[.. n.Found.SelectMany(numbers)])));
        void Words(IEnumerable<string> words) => NameIndex.Write(indexes, words.Select(w => (w, (IReadOnlyList<int>)[])));
        Index([.. built.Actors.Values.Select(a => (a.Id, new List<Actor> { a }))], a => [actors[a]]);
        Index([.. built.States.Select(s => (s.Key, new List<Actor> { s.Value }))], a => [actors[a]]);
        Index([.. built.ByName.Select(n => (n.Key, n.Value))], a => [actors[a]]);
        Index([.. built.ByShortName.Select(n => (n.Key, n.Value))], a => [actors[a]]);
        Index([.. built.FullNames.GroupBy(n => ActorKey.Loose(n.Name), n => n.Person, StringComparer.Ordinal).Select(g => (g.Key, g.Distinct().ToList()))], a => [actors[a]]);
        Index([.. built.CountryWords.Select(w => (w.Key, w.Value))], w => [text.Add(w.Country), (int)w.Kind]);
        Index([.. built.OfficesByWord.Select(o => (o.Key, o.Value))], o => [o.Rank]);
        Index([.. built.SectorWords.Select(w => (w.Key, new List<SectorWord> { w.Value }))], w => [text.Add(w.Sector), text.Add(w.Kind)]);
        Words(built.Metonyms);
        Index([.. built.Tenures.GroupBy(t => HoldersKey(t.Office, t.Country ?? t.Body ?? ""), StringComparer.Ordinal).Select(g => (g.Key, InOrder(g).ToList()))], t => [tenureAt[t]]);
        Words(Beginnings(built.CountryWords.Keys.Concat(built.ByName.Keys)));
        Words(Beginnings(built.OfficesByWord.Keys.Concat(built.SectorWords.Keys)));
        byte[] pool = text.ToArray();
        using var file = new MemoryStream();
        foreach (int[] numbers in new[] { [actors.Count, built.Actors.Count, built.Offices.Count, tenures.Length, pool.Length], actorRecords, officeRecords, tenureRecords })
            file.Write(MemoryMarshal.AsBytes<int>(numbers));
        file.Write(pool);
        indexes.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>The first words of the names of several.</summary>
    private static IEnumerable<string> Beginnings(IEnumerable<string> names) =>
        names.Where(n => n.Contains(' ', StringComparison.Ordinal)).Select(n => n[..n.IndexOf(' ', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal);

    /// <summary>In the order of time; of two that begin on one day the higher first.</summary>
    private static IEnumerable<Tenure> InOrder(IEnumerable<Tenure> tenures) => tenures.OrderBy(t => t.From).ThenBy(t => t.Rank);

    private static int[] Record(Actor actor, TextPoolWriter text, (int First, int Count) held) =>
    [
        text.Add(actor.Id), text.Add(actor.Name), (int)actor.Kind, actor.Gender, text.Add(actor.Code), text.Add(actor.Country),
        text.Add(string.Join(Separator, actor.Sectors)), held.First, held.Count,
    ];

    private static int[] Record(Office office, TextPoolWriter text) =>
        [text.Add(office.Id), text.Add(office.Title), text.Add(string.Join(Separator, office.Sectors)), office.IsSingle ? 1 : 0, office.IsLeader ? 1 : 0];

    private static int[] Record(Tenure tenure, TextPoolWriter text) =>
    [
        text.Add(tenure.Actor), tenure.Rank, text.Add(tenure.Title), text.Add(tenure.Country), text.Add(tenure.Body),
        tenure.From?.DayNumber ?? None, tenure.To?.DayNumber ?? None, tenure.FromLength, tenure.ToLength,
        text.Add(tenure.BodyName), text.Add(string.Join(Separator, tenure.Sectors)),
    ];
}
