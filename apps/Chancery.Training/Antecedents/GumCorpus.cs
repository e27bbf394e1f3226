using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Training.Antecedents;

/// <summary>Reads the coreference of GUM, but for "it" and "they" in talk among friends, which are mostly nobody's, and in travel guides, where they are places: the column MISC holds brackets with the number of each entity.</summary>
internal static partial class GumCorpus
{
    private static readonly string[] NoNews = ["_conversation_", "_vlog_", "_voyage_"];

    public static IEnumerable<CoreferenceReport> Read(string file)
    {
        var text = new StringBuilder();
        var mentions = new List<(TextSpan Span, int Entity)>();
        var open = new List<(int Entity, int Start)>();
        string id = "";
        int wordsOfToken = 0;
        foreach (string line in File.ReadLines(file).Append("# newdoc id = end"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (text.Length > 0)
                    yield return Of(id, text.ToString(), [.. mentions]);
                text.Clear();
                mentions.Clear();
                open.Clear();
                id = line[(line.IndexOf('=') + 1)..].Trim();
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && text.Length > 0)
            {
                text.Append("\n\n");
            }
            if (line.Length == 0 || line[0] == '#' || line.Split('\t') is not { Length: 10 } cells || cells[0].Contains('.'))
                continue;
            bool isToken = cells[0].Contains('-');
            int start = text.Length;
            if (isToken)
            {
                string[] range = cells[0].Split('-');
                wordsOfToken = int.Parse(range[1], CultureInfo.InvariantCulture) - int.Parse(range[0], CultureInfo.InvariantCulture) + 1;
                continue;
            }
            text.Append(cells[1]);
            int end = text.Length;
            if (wordsOfToken > 0)
                wordsOfToken--;
            if (wordsOfToken == 0 && !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal))
                text.Append(' ');
            Match misc = EntityOf().Match(cells[9]);
            if (!misc.Success)
                continue;
            foreach (Match bracket in Brackets().Matches(misc.Groups[1].Value))
            {
                if (bracket.Groups[1].Success)
                {
                    int entity = int.Parse(bracket.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                    if (bracket.Groups[2].Success)
                        mentions.Add((TextSpan.FromBounds(start, end), entity));
                    else
                        open.Add((entity, start));
                }
                else
                {
                    int entity = int.Parse(bracket.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
                    int at = open.FindLastIndex(o => o.Entity == entity);
                    if (at < 0)
                        continue;
                    mentions.Add((TextSpan.FromBounds(open[at].Start, end), entity));
                    open.RemoveAt(at);
                }
            }
        }
    }

    private static CoreferenceReport Of(string id, string text, (TextSpan Span, int Entity)[] mentions)
    {
        var pronouns = mentions.GroupBy(m => m.Span).ToDictionary(g => g.Key, g => g.First().Entity);
        int? EntityAt(TextSpan head) => mentions.Where(m => m.Span.Contains(head)).OrderBy(m => m.Span.Length).Select(m => (int?)m.Entity).FirstOrDefault();
        bool IsSame(EntityDraft entity, TextSpan pronoun, int gold)
        {
            bool[] same = [.. entity.Mentions.Where(m => m.Span.Start < pronoun.Start && m.Kind != MentionKind.Pronoun).DefaultIfEmpty(entity.Mentions[0])
                .Select(m => EntityAt(m.Parts.Length > 0 ? m.Span : m.Head.Span) == gold)];
            return 2 * same.Count(s => s) > same.Length;
        }
        // What the corpus has not marked means nothing: "it is clear that".
        bool isNoNews = NoNews.Any(id.Contains);
        bool IsPersonal(TextSpan span) => text[span.Start] is 'h' or 'H' or 's' or 'S';
        return new CoreferenceReport(new Report(id, text), span => isNoNews && !IsPersonal(span) ? null : pronouns.TryGetValue(span, out int gold) ? entity => IsSame(entity, span, gold) : _ => false);
    }

    [GeneratedRegex(@"Entity=([^|]*)")]
    private static partial Regex EntityOf();

    [GeneratedRegex(@"\((\d+)-[^()]*(\))?|(\d+)\)")]
    private static partial Regex Brackets();
}
