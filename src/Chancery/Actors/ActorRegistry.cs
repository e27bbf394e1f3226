using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Data;
using static Chancery.Actors.ActorRegistryLayout;

namespace Chancery.Actors;

/// <summary>Who is who in world affairs: states, bodies, groups and people, with the offices they held and when.</summary>
/// <remarks>Reads what the build compiled as it lies, and makes an entry when it is first asked for. To its users immutable; one instance serves all threads.</remarks>
public sealed class ActorRegistry
{
    /// <summary>Room for nearly every name; a longer one takes a string.</summary>
    private const int UsualName = 64;

    private readonly ReadOnlyMemory<byte> _actorRecords, _tenureRecords;
    private readonly TextPool _text;
    private readonly Actor?[] _actors;
    private readonly Tenure?[] _tenures;
    private readonly ImmutableArray<Office> _offices;
    private readonly int _entries;
    private readonly Lookup<Actor> _byId, _states, _byName, _byShortName, _byLooseName;
    private readonly Lookup<CountryWord> _countryWords;
    private readonly Lookup<Office> _officesByWord;
    private readonly Lookup<SectorWord> _sectorWords;
    private readonly NameIndex _metonyms, _nameBeginnings, _roleBeginnings;
    private readonly Lookup<Tenure> _tenuresByOffice;

    /// <param name="userTables">Tables of the user's own, laid out as those of data/actors; they come before the built-in ones.</param>
    /// <exception cref="TableException">A table is wrong; the message says where and what was expected.</exception>
    public ActorRegistry(DataPack data, params IReadOnlyList<Table> userTables)
        : this(userTables.Count == 0 ? data.Bytes(ActorRegistryLayout.Part) : ActorRegistryLayout.Compile([.. userTables, .. data.Tables("actors/")]))
    {
    }

    /// <param name="tables">Laid out as those of data/actors, recognised by their columns; of two with one name the first wins.</param>
    internal ActorRegistry(IReadOnlyList<Table> tables)
        : this(ActorRegistryLayout.Compile(tables))
    {
    }

    private ActorRegistry(ReadOnlyMemory<byte> file)
    {
        var parts = new Parts(file);
        ReadOnlySpan<int> head = Ints(parts.Next(HeadNumbers * sizeof(int)));
        (_actors, _entries, _tenures) = (new Actor?[head[0]], head[1], new Tenure?[head[3]]);
        _actorRecords = parts.Next(head[0] * ActorNumbers * sizeof(int));
        ReadOnlyMemory<byte> offices = parts.Next(head[2] * OfficeNumbers * sizeof(int));
        _tenureRecords = parts.Next(head[3] * TenureNumbers * sizeof(int));
        _text = new TextPool(parts.Next(head[4]));
        ReadOnlyMemory<byte> rest = parts.Rest;
        _offices = [.. Enumerable.Range(0, head[2]).Select(i => OfficeOf(offices, i))];
        Leaders = [.. _offices.Where(o => o.IsLeader)];
        Lookup<Actor> Actors() => new(new NameIndex(ref rest), numbers => Each(numbers, ActorAt));
        (_byId, _states, _byName, _byShortName, _byLooseName) = (Actors(), Actors(), Actors(), Actors(), Actors());
        _countryWords = new(new NameIndex(ref rest), n => Pairs(n, (country, kind) => new CountryWord(_text[country]!, (CountryWordKind)kind)));
        _officesByWord = new(new NameIndex(ref rest), numbers => Each(numbers, i => _offices[i]));
        _sectorWords = new(new NameIndex(ref rest), n => Pairs(n, (sector, kind) => new SectorWord(_text[sector]!, _text[kind]!)));
        _metonyms = new(ref rest);
        _tenuresByOffice = new(new NameIndex(ref rest), numbers => Each(numbers, TenureAt));
        (_nameBeginnings, _roleBeginnings) = (new NameIndex(ref rest), new NameIndex(ref rest));
    }

    /// <summary>The entry with this id; null when there is none.</summary>
    public Actor? this[string id] => _byId[id] is [var only] ? only : null;

    /// <summary>All entries, in the order of the tables.</summary>
    public IEnumerable<Actor> All => Enumerable.Range(0, _entries).Select(ActorAt);

    /// <summary>The state with this ISO 3166 alpha-3 code; null when there is none.</summary>
    public Actor? State(string code) => _states[code] is [var only] ? only : null;

    /// <summary>Every entry with this name or alias in full, accents and full stops aside.</summary>
    public IReadOnlyList<Actor> Named(ReadOnlySpan<char> name) => _byName[ActorKey.Of(name, stackalloc char[UsualName])];

    /// <summary>People whose name ends in these words, or begins with them where the family name comes first: "Putin", "Xi".</summary>
    public IReadOnlyList<Actor> ShortNamed(ReadOnlySpan<char> name) => _byShortName[ActorKey.Of(name, stackalloc char[UsualName])];

    /// <summary>People whose full name is spelt nearly so: "Volodymyr Zelenskij".</summary>
    public IReadOnlyList<Actor> LooselyNamed(ReadOnlySpan<char> name) => _byLooseName[ActorKey.Loose(name)];

    /// <summary>Every name in the form of <see cref="ActorKey.Of(ReadOnlySpan{char})"/>, in full and short, with those who bear it.</summary>
    internal IEnumerable<(string Name, IReadOnlyList<Actor> Bearers)> Names =>
        _byName.All.Concat(_byShortName.All);

    /// <summary>What a word says of countries: "Russia", "Russian", "Russians", "Moscow", "the Kremlin"; several for "Congolese".</summary>
    public IReadOnlyList<CountryWord> CountryWords(ReadOnlySpan<char> words) => _countryWords[ActorKey.Of(words, stackalloc char[UsualName])];

    /// <summary>What the words say of countries, as <see cref="CountryWords"/>, and who is named so, as <see cref="Named"/>.</summary>
    internal (IReadOnlyList<CountryWord> Countries, IReadOnlyList<Actor> Actors) CountriesAndNamed(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> key = ActorKey.Of(words, stackalloc char[UsualName]);
        return (_countryWords[key], _byName[key]);
    }

    /// <summary>Whether the name is a place's, and an actor's only where it acts: "Moscow", "Brussels".</summary>
    public bool IsMetonym(ReadOnlySpan<char> name) => _metonyms.Find(ActorKey.Of(name, stackalloc char[UsualName])) >= 0;

    /// <summary>Offices whose holder "the Russian leader" can mean, the highest first.</summary>
    public ImmutableArray<Office> Leaders { get; }

    /// <summary>Offices these words can mean, case aside: "prime minister"; the highest first.</summary>
    public IReadOnlyList<Office> OfficesCalled(string words) => _officesByWord[words.ToLowerInvariant()];

    /// <summary>The sector of a role noun, phrase or adjective, case aside; null when it gives none.</summary>
    public SectorWord? Sector(string words) => SectorOfLower(words.ToLowerInvariant());

    /// <summary>The same for words in lower case.</summary>
    internal SectorWord? SectorOfLower(ReadOnlySpan<char> words) => _sectorWords[words] is [var only] ? only : null;

    /// <summary>As <see cref="OfficesCalled"/>, for words in lower case.</summary>
    internal IReadOnlyList<Office> OfficesCalledLower(ReadOnlySpan<char> words) => _officesByWord[words];

    /// <summary>Whether words for an office or sector begin with this one and go on; spares looking longer phrases up.</summary>
    internal bool BeginsRole(ReadOnlySpan<char> word) => _roleBeginnings.Find(Lower(word, stackalloc char[UsualName])) >= 0;

    /// <summary>Whether words for a country, or the name of an entry, begin with this word and go on.</summary>
    internal bool BeginsName(ReadOnlySpan<char> word) =>
        _nameBeginnings.Find(Lower(ActorKey.Of(word, stackalloc char[UsualName]), stackalloc char[UsualName])) >= 0;

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> words, Span<char> room)
    {
        if (words.Length > room.Length)
            return words.ToString().ToLowerInvariant();
        words.ToLowerInvariant(room);
        return room[..words.Length];
    }

    internal IEnumerable<SectorWord> SectorWords => _sectorWords.All.Select(w => w.Found[0]);

    /// <summary>Every office the actor held, in the order of time; empty when none is known.</summary>
    public ImmutableArray<Tenure> TenuresOf(string actor)
    {
        if (_byId.Names.Find(actor) is var at && at < 0)
            return [];
        ReadOnlySpan<int> record = ActorRecord(_byId.Names.NumbersAt(at)[0]);
        (int first, int count) = (record[7], record[8]);
        var tenures = new Tenure[count];
        for (int i = 0; i < count; i++)
            tenures[i] = TenureAt(first + i);
        return ImmutableCollectionsMarshal.AsImmutableArray(tenures);
    }

    /// <summary>The offices the actor held on a day, the highest first.</summary>
    public ImmutableArray<Tenure> TenuresOf(string actor, DateOnly day) =>
        [.. TenuresOf(actor).Where(t => t.Holds(day)).OrderBy(t => t.Rank)];

    /// <summary>The CAMEO/PLOVER code of a holder: a state's office by country and main sector, a body's by the body's own code.</summary>
    internal string? CodeOf(Tenure tenure) =>
        tenure.Body is { } body ? this[body]?.Code : ActorCode.Compose(tenure.Country, tenure.Sectors.Take(1));

    /// <param name="country">ISO 3166 alpha-3, or the id of an organisation or group.</param>
    public RoleHolders HoldersOf(string office, string country, DateOnly day) =>
        new(office, country, day,
            [.. _tenuresByOffice[HoldersKey(office, country)].Where(t => t.Holds(day)).DistinctBy(t => t.Actor)]);

    /// <summary>Who held an office on one of the days at least, each once, in the order of time.</summary>
    internal IEnumerable<Tenure> HoldersOf(string office, string country, DateOnly from, DateOnly to) =>
        _tenuresByOffice[HoldersKey(office, country)].Where(t => t.Meets(from, to)).DistinctBy(t => t.Actor);

    /// <summary>Who takes the office within so many days after this one and does not hold it yet; null when nobody or several do.</summary>
    internal Tenure? NextHolder(string office, string country, DateOnly day, int within)
    {
        IReadOnlyList<Tenure> tenures = _tenuresByOffice[HoldersKey(office, country)];
        Tenure[] next = [.. tenures.Where(t => t.FromIsExact && t.From > day && t.From <= day.AddDays(within) && !tenures.Any(now => now.Actor == t.Actor && now.Holds(day)))];
        return next is [var only] ? only : null;
    }

    // One object stands for an actor or tenure, whoever asks first.
    private Actor ActorAt(int at) => _actors[at] ?? Interlocked.CompareExchange(ref _actors[at], MakeActor(at), null) ?? _actors[at]!;

    private Tenure TenureAt(int at) => _tenures[at] ?? Interlocked.CompareExchange(ref _tenures[at], MakeTenure(at), null) ?? _tenures[at]!;

    private ReadOnlySpan<int> ActorRecord(int at) => Ints(_actorRecords).Slice(at * ActorNumbers, ActorNumbers);

    private Actor MakeActor(int at)
    {
        ReadOnlySpan<int> record = ActorRecord(at);
        return new Actor(_text[record[0]]!, _text[record[1]]!, (ActorKind)record[2], _text[record[4]], _text[record[5]], ListAt(record[6])) { Gender = (char)record[3] };
    }

    private Tenure MakeTenure(int at)
    {
        ReadOnlySpan<int> record = Ints(_tenureRecords).Slice(at * TenureNumbers, TenureNumbers);
        return new Tenure(_text[record[0]]!, _offices[record[1]].Id, _text[record[2]]!, _text[record[3]], _text[record[4]], Day(record[5]), Day(record[6]))
        {
            FromIsExact = record[7] == 10,
            FromLength = record[7],
            ToLength = record[8],
            BodyName = _text[record[9]],
            Sectors = ListAt(record[10]),
            Rank = record[1],
        };
    }

    private Office OfficeOf(ReadOnlyMemory<byte> offices, int at)
    {
        ReadOnlySpan<int> record = Ints(offices).Slice(at * OfficeNumbers, OfficeNumbers);
        return new Office(_text[record[0]]!, _text[record[1]]!, ListAt(record[2]), record[3] == 1, record[4] == 1, at);
    }

    private ImmutableArray<string> ListAt(int at) => _text[at] is { } list ? [.. list.Split(Separator)] : [];

    private static DateOnly? Day(int number) => number == None ? null : DateOnly.FromDayNumber(number);

    private static ReadOnlySpan<int> Ints(ReadOnlyMemory<byte> bytes) => MemoryMarshal.Cast<byte, int>(bytes.Span);

    private static T[] Each<T>(ReadOnlySpan<int> numbers, Func<int, T> make)
    {
        var made = new T[numbers.Length];
        for (int i = 0; i < made.Length; i++)
            made[i] = make(numbers[i]);
        return made;
    }

    private static T[] Pairs<T>(ReadOnlySpan<int> numbers, Func<int, int, T> make)
    {
        var made = new T[numbers.Length / 2];
        for (int i = 0; i < made.Length; i++)
            made[i] = make(numbers[2 * i], numbers[(2 * i) + 1]);
        return made;
    }

    /// <summary>What an index finds by a name, made when first asked for; the same list every time.</summary>
    private sealed class Lookup<T>(NameIndex names, Func<ReadOnlySpan<int>, T[]> make)
    {
        private readonly T[]?[] _made = new T[names.Count][];

        public NameIndex Names => names;

        public IReadOnlyList<T> this[ReadOnlySpan<char> name] => names.Find(name) is >= 0 and var at ? At(at) : [];

        public IEnumerable<(string Name, IReadOnlyList<T> Found)> All => Enumerable.Range(0, names.Count).Select(i => (names.NameAt(i), At(i)));

        private IReadOnlyList<T> At(int at) => _made[at] ?? Interlocked.CompareExchange(ref _made[at], make(names.NumbersAt(at)), null) ?? _made[at]!;
    }
}
