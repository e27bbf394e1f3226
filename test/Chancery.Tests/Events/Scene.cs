using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Events;

/// <summary>
/// A report with hand-made trees. A sentence is written as words "form/UPOS/head/relation" with heads counted from 1; the lemma is
/// the form in lower case unless given as "form=lemma", and a Penn tag may follow the UPOS as "VERB:VBD".
/// </summary>
internal sealed class Scene
{
    private static readonly Lazy<DataPack> SharedData = new(() => ReaderFolder.OpenData());

    private readonly List<(string Text, List<TokenAnalysis> Tokens)> _sentences = [];
    private readonly List<(string Name, NameType Type, string? Code, TextSpan Span, string[] Members)> _mentions = [];
    private readonly List<(string Words, DateOnly From, DateOnly To)> _times = [];
    private readonly List<string> _places = [];
    private readonly List<string> _known = [];
    private string _text = "";
    private int _start;

    public Scene Say(string words)
    {
        _start = _text.Length;
        var tokens = new List<TokenAnalysis>();
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] p = word.Split('/');
            string[] form = p[0].Split('='), tag = p[1].Split(':');
            var upos = Enum.Parse<Upos>(tag[0]);
            string xpos = tag.Length > 1 ? tag[1] : upos switch { Upos.VERB => "VBD", Upos.PROPN => "NNP", Upos.NOUN => "NN", _ => "X" };
            var span = new TextSpan(_text.Length, form[0].Length);
            _text += form[0] + " ";
            string lemma = form.Length > 1 ? form[1] : upos == Upos.PROPN ? form[0] : form[0].ToLowerInvariant();
            tokens.Add(new TokenAnalysis(span, lemma, upos, xpos, int.Parse(p[2]) - 1, p[3]));
        }
        _sentences.Add((words, tokens));
        return this;
    }

    /// <summary>Words of the last sentence that name an entity; the same <paramref name="name"/> means the same entity.</summary>
    public Scene Actor(string words, string? name = null, string? code = null, NameType type = NameType.Person, params string[] members)
    {
        _mentions.Add((name ?? words, type, code, Span(words), members));
        return this;
    }

    public Scene Time(string words, int year, int month, int day, int? lastDay = null)
    {
        _times.Add((words, new DateOnly(year, month, day), new DateOnly(year, month, lastDay ?? day)));
        return this;
    }

    public Scene Place(string words)
    {
        _places.Add(words);
        return this;
    }

    public Scene Known(string words)
    {
        _known.Add(words);
        return this;
    }

    private TextSpan Span(string words) => new(_text.IndexOf(words, _start, StringComparison.Ordinal), words.Length);
    private TextSpan Anywhere(string words) => new(_text.IndexOf(words, StringComparison.Ordinal), words.Length);
    private static Evidence Why(TextSpan span) => new("r", SpanList.Of(span), "test", 1);

    private Report Build() => new("r", _text, new DateOnly(2025, 8, 17)) { Mentions = [.. _known.Select(k => new KnownMention(Anywhere(k), null))] };

    private Layers Layer()
    {
        Report report = Build();
        ImmutableArray<Sentence> sentences = [.. _sentences.Select((s, i) => new Sentence(report, i, 0, s.Tokens))];
        Token Head(TextSpan span) => sentences.SelectMany(s => s.Tokens).First(t => t.Span.Overlaps(span) && (t.Head is null || !t.Head.Span.Overlaps(span)));
        var entities = new List<Entity>();
        foreach (var group in _mentions.GroupBy(m => m.Name))
        {
            var first = group.First();
            entities.Add(new Entity("e" + (entities.Count + 1), group.Key, first.Type,
                [.. group.Select(m => new Mention(m.Span, MentionKind.Name, Head(m.Span), Why(m.Span)))])
            {
                Members = [.. first.Members.Select(name => entities.Single(e => e.Name == name))],
            });
        }
        var cast = new Cast([.. entities], _mentions.Where(m => m.Code is not null).DistinctBy(m => m.Name)
            .Select(m => new ActorReading(entities.Single(e => e.Name == m.Name), null, m.Code, m.Code![..3], [], null, Why(m.Span))));
        ImmutableArray<TimeExpression> times = [.. _times.Select((t, i) =>
            new TimeExpression("t" + (i + 1), Anywhere(t.Words), TimeType.Date, "", t.From, t.To, null, Why(Anywhere(t.Words))))];
        ImmutableArray<PlaceMention> places = [.. _places.Select((p, i) =>
            new PlaceMention("p" + (i + 1), Anywhere(p), p, null, null, p, 0, 0, i, Why(Anywhere(p))))];
        return new Layers(report, sentences, cast, times, places);
    }

    private sealed record Layers(Report Report, ImmutableArray<Sentence> Sentences, Cast Cast, ImmutableArray<TimeExpression> Times, ImmutableArray<PlaceMention> Places);

    public ImmutableArray<Event> Events()
    {
        Layers l = Layer();
        return new EventExtractor(SharedData.Value, model: null).Extract(l.Report, l.Sentences, l.Cast, l.Times, l.Places, []);
    }

    public ImmutableArray<Commitment> Commitments()
    {
        Layers l = Layer();
        ImmutableArray<Event> events = new EventExtractor(SharedData.Value, model: null).Extract(l.Report, l.Sentences, l.Cast, l.Times, l.Places, []);
        return new CommitmentExtractor(SharedData.Value).Extract(l.Report, l.Sentences, l.Cast, l.Times, [], events);
    }

    /// <summary>"CONSULT Putin -> Trump happened" for each event.</summary>
    public string[] Told() => [.. Events().Select(e =>
        $"{e.Type.ToString().ToUpperInvariant()} {string.Join('+', e.Sources.Select(s => s.Name))} -> {string.Join('+', e.Targets.Select(t => t.Name))} {e.Status.ToString().ToLowerInvariant()}")];
}
