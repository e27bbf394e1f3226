using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Sources;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Support;

/// <summary>A report whose trees and names are written by hand, for tests of the stages that come after them.</summary>
public sealed class HandMade
{
    private static readonly Lazy<DataPack> LazyData = new(() => ReaderFolder.OpenData());
    private readonly List<Name> _names = [];

    /// <param name="sentences">One string a sentence; a word is "form/UPOS/head/relation" or with a lemma as fifth and a tag as sixth part, head counted from 1, 0 for the root.</param>
    public HandMade(string published, params string[] sentences)
    {
        var words = sentences.Select(s => s.Split(' ').Select(w => w.Split('/')).ToList()).ToList();
        string text = string.Join("\n", words.Select(s => string.Join(' ', s.Select(w => w[0]))));
        Report = new Report("r", text, DateOnly.ParseExact(published, "yyyy-MM-dd"));
        int at = 0;
        var made = new List<Sentence>();
        foreach (List<string[]> sentence in words)
        {
            var tokens = new List<TokenAnalysis>();
            foreach (string[] word in sentence)
            {
                var upos = Enum.Parse<Upos>(word[1]);
                string lemma = word.Length > 4 ? word[4] : word[0];
                string xpos = word.Length > 5 ? word[5] : upos == Upos.PROPN ? "NNP" : upos == Upos.NOUN && lemma != word[0] ? "NNS" : "X";
                tokens.Add(new TokenAnalysis(new TextSpan(at, word[0].Length), lemma, upos, xpos, int.Parse(word[2]) - 1, word[3]));
                at += word[0].Length + 1;
            }
            made.Add(new Sentence(Report, made.Count, made.Count, tokens));
        }
        Sentences = [.. made];
    }

    public static DataPack Data => LazyData.Value;
    public Report Report { get; }
    public ImmutableArray<Sentence> Sentences { get; }
    public List<Warning> Warnings { get; } = [];

    /// <summary>Every place where these words stand is a name.</summary>
    public HandMade Named(string words, NameType type)
    {
        for (int at = Report.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Report.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, words.Length);
            if (!_names.Exists(n => n.Span.Overlaps(span)))
                _names.Add(new Name(span, type, new Evidence("r", SpanList.Of(span), "test", 1)));
        }
        return this;
    }

    public ImmutableArray<Entity> Link() => new EntityLinker(Data).Link(Report, Sentences, [.. _names.OrderBy(n => n.Span)], Warnings);

    public Cast Identify() => new ActorIdentifier(new ActorRegistry(Data)).Identify(Report, Sentences, Link(), new TimeTagger(Data).Tag(Report, Sentences, []), Warnings);

    /// <summary>The reading of the entity with a mention of exactly these words; null when nothing is known of it.</summary>
    public ActorReading? Actor(string words)
    {
        Cast cast = Identify();
        return cast[cast.Entities.Entities.Single(e => e.Mentions.Any(m => Report[m.Span].SequenceEqual(words)))];
    }

    /// <summary>The words of each entity's mentions.</summary>
    public IEnumerable<string> Chains() => Link().Select(e => string.Join(" = ", e.Mentions.Select(m => Report[m.Span].ToString())));
}
