using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Benchmarks;

/// <summary>Reports made of the samples: their paragraphs with other names, dates and numbers; one in ten a near-copy of an earlier one.</summary>
/// <remarks>The same number gives the same reports, spread over ten years.</remarks>
internal sealed partial class ComposedCorpus
{
    private static readonly string[] First = ["Amina", "Boris", "Carla", "Dmitri", "Elena", "Farid", "Grace", "Hassan", "Ingrid", "Jorge", "Kemal", "Lucia", "Mehmet", "Nadia", "Omar", "Paula", "Rashid", "Sofia", "Tariq", "Yusuf"];
    private static readonly string[] Last = ["Abara", "Bekova", "Cardoso", "Demir", "Eriksen", "Farouk", "Gashi", "Haddad", "Ivanko", "Jansen", "Kovacs", "Lindqvist", "Moreau", "Nkosi", "Okoye", "Petrov", "Quintero", "Rahmani", "Suarez", "Tanaka", "Ustinov", "Varga", "Weber", "Yilmaz", "Zoric"];
    private static readonly string[] States = ["Russia", "Ukraine", "Kenya", "France", "Brazil", "Japan", "Turkey", "Egypt", "India", "Peru", "Poland", "Sudan", "Chile", "Ghana", "Iran", "Iraq", "Spain", "Italy", "Norway", "Qatar", "Serbia", "Nepal", "Mali", "Niger", "Cuba", "Kuwait", "Jordan", "Greece", "Finland", "Vietnam"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Publishers = ["Meridian", "Caspian Wire", "Northern Post", "Delta Times", "Harbour News", "The Ledger Daily"];

    private const int Days = 3650;

    private readonly Random _random = new(20250817);
    private readonly List<(Report Report, ILookup<NameType, string> Names)> _patterns = [];

    public List<Report> Reports { get; } = [];

    /// <summary>For each report the number of the one it is a copy of; its own where it is none.</summary>
    public List<int> Originals { get; } = [];

    public ComposedCorpus(IReadOnlyList<Report> samples, Reader reader, int count)
    {
        foreach (Report sample in samples)
        {
            Reading reading = reader.Read(sample);
            _patterns.Add((sample, reading.Names.DistinctBy(n => sample[n.Span].ToString()).ToLookup(n => n.Type, n => sample[n.Span].ToString())));
        }
        for (int i = 0; i < count; i++)
        {
            bool copy = i > 20 && _random.Next(10) == 0;
            int original = copy ? Originals[_random.Next(Math.Max(0, i - 500), i)] : i;
            Reports.Add(copy ? Copy(Reports[original], i) : Compose(i, (double)i / count));
            Originals.Add(original);
        }
    }

    private Report Compose(int number, double when)
    {
        (Report pattern, ILookup<NameType, string> names) = _patterns[_random.Next(_patterns.Count)];
        string[] paragraphs = pattern.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        int kept = _random.Next(Math.Min(4, paragraphs.Length), paragraphs.Length + 1);
        var text = new StringBuilder(string.Join("\n\n", paragraphs.Take(kept)));
        foreach (IGrouping<NameType, string> type in names)
        {
            foreach (string name in type.OrderByDescending(n => n.Length))
                text.Replace(name, type.Key == NameType.Person ? name.Contains(' ', StringComparison.Ordinal) ? $"{Of(First)} {Of(Last)}" : Of(Last) : Of(States));
        }
        string changed = Number().Replace(text.ToString(), m => m.Length > 4 || m.Value[0] == '0' ? m.Value : _random.Next((int)Math.Pow(10, m.Length - 1), (int)Math.Pow(10, m.Length)).ToString(CultureInfo.InvariantCulture));
        changed = Month().Replace(changed, _ => Of(Months));
        // As archives are: in the order of their days, more or less.
        var day = new DateOnly(2015, 1, 1).AddDays((int)(when * Days) + _random.Next(5));
        return new Report(string.Create(CultureInfo.InvariantCulture, $"r{number}"), changed, day) { Publisher = Of(Publishers), Title = $"{Of(States)} and {Of(States)}" };
    }

    /// <summary>As a desk would: another headline, the end cut, a word here and there another.</summary>
    private Report Copy(Report original, int number)
    {
        string text = original.Text;
        string[] paragraphs = text.Split("\n\n");
        switch (_random.Next(4))
        {
            case 0 when paragraphs.Length > 3:
                text = string.Join("\n\n", paragraphs[..^1]);
                break;
            case 1:
                text = "(Updates with details)\n\n" + text;
                break;
            case 2:
                text = text.Replace(" said ", " told reporters ", StringComparison.Ordinal).Replace(" also ", " ", StringComparison.Ordinal);
                break;
            default:
                text = text.Replace(" on ", " upon ", StringComparison.Ordinal) + "\n\nReporting by our staff.";
                break;
        }
        return new Report(string.Create(CultureInfo.InvariantCulture, $"r{number}"), text, original.Published!.Value.AddDays(_random.Next(3))) { Publisher = Of(Publishers), Title = original.Title };
    }

    private string Of(string[] from) => from[_random.Next(from.Length)];

    [GeneratedRegex(@"\b\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(January|February|March|April|June|July|August|September|October|November|December)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
