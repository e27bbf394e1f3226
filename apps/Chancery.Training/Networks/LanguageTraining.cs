using System.Diagnostics;
using System.Globalization;
using Chancery.Language.Encoding;
using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>How long and how fast a network learns.</summary>
/// <param name="Rate">The highest rate of learning: reached after <see cref="LanguageTraining.WarmUp"/> steps, then falling to 0 along a cosine.</param>
/// <param name="SilverFirst">Share of the batches that come from sentences annotated by programs, at first.</param>
/// <param name="SilverLast">The same, from the point on where seven tenths of the steps are done.</param>
internal sealed record TrainingPlan(int Steps, int BatchWords, float Rate, double SilverFirst, double SilverLast, int Seed);

/// <summary>Trains one network of the language stage.</summary>
/// <remarks>A batch is divided into a fixed number of shards, and their gradients are added in order: the threads change nothing.</remarks>
internal sealed class LanguageTraining
{
    public const int WarmUp = 200;

    /// <summary>How many threads a network is trained on at the most.</summary>
    public const int Shards = 8;

    private readonly TrainingPlan _plan;
    private readonly Shuffle _random;
    private readonly BatchMaker _batches;
    private readonly Deck _gold;
    private readonly Deck _silver;
    private readonly Adam _adam;
    private readonly Gradient[][] _gradients;
    private readonly Workspace[] _spaces = [.. Enumerable.Range(0, Shards).Select(_ => new Workspace())];
    private int _step;

    /// <param name="silver">Sentences annotated by programs: all by CoreNLP, or all by our own.</param>
    public LanguageTraining(LanguageCorpus corpus, LanguageExample[] gold, LanguageExample[] silver, NetworkSize size, TrainingPlan plan)
    {
        _plan = plan;
        _random = new Shuffle(plan.Seed);
        Network = new LanguageNetwork(size, WordRows.Count(corpus.Known.Length), corpus, _random);
        _batches = new BatchMaker(corpus).Know(gold.Concat(silver));
        (_gold, _silver) = (new Deck(gold, _random), new Deck(silver, _random));
        _adam = new Adam(Network.All);
        _gradients = [.. Enumerable.Range(0, Shards).Select(_ => Network.All.Select(p => new Gradient(p)).ToArray())];
    }

    public LanguageNetwork Network { get; }

    public bool IsDone => _step >= _plan.Steps;

    /// <summary>Goes on for some steps, or to the end of the plan.</summary>
    /// <returns>Loss a word, words a second, steps done.</returns>
    public (double Loss, double Speed, int Step) Run(int steps)
    {
        var clock = Stopwatch.StartNew();
        double loss = 0;
        long words = 0;
        int done = 0;
        for (; done < steps && !IsDone; done++)
        {
            double progress = (double)++_step / _plan.Steps;
            double share = _plan.SilverFirst + (_plan.SilverLast - _plan.SilverFirst) * Math.Min(1, progress / 0.7);
            bool fromSilver = _silver.Count > 0 && _random.Next(1 << 16) < share * (1 << 16);
            List<LanguageExample> batch = (fromSilver ? _silver : _gold).Deal(_plan.BatchWords);
            LanguageExample[][] shards = [.. Enumerable.Range(0, Shards).Select(s => batch.Where((_, i) => i % Shards == s).ToArray())];
            int[] seeds = [.. Enumerable.Range(0, Shards).Select(_ => (int)_random.Next(1 << 30))];
            int count = batch.Sum(e => e.Count);
            var losses = new double[Shards];
            Parallel.For(0, Shards, s => losses[s] = Learn(s, shards[s], seeds[s], 1f / count));
            _adam.Step(_gradients, _plan.Rate * Math.Min(1, _step / (float)Math.Min(WarmUp, 1 + _plan.Steps / 10)) * (float)(0.5 + 0.5 * Math.Cos(Math.PI * progress)));
            loss += losses.Sum();
            words += count;
        }
        return (loss / Math.Max(1, done), words / clock.Elapsed.TotalSeconds, _step);
    }

    private double Learn(int shard, LanguageExample[] examples, int seed, float weight)
    {
        if (examples.Length == 0)
            return 0;
        var random = new Shuffle(seed);
        Workspace space = _spaces[shard];
        space.Reset();
        var tape = new Tape(space, Network.All, _gradients[shard], random);
        double loss = Network.Loss(tape, _batches.Make(examples, random), examples[0].IsSilver, weight);
        tape.GoBack();
        return loss;
    }

    /// <summary>Everything that the next steps depend on, so that they can be gone on with later.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(_step);
        writer.Write(_random.State);
        _adam.Save(writer);
        _gold.Save(writer);
        _silver.Save(writer);
    }

    public void Load(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        _step = reader.ReadInt32();
        _random.State = reader.ReadUInt64();
        _adam.Load(reader);
        _gold.Load(reader);
        _silver.Load(reader);
    }

    /// <summary>Sentences dealt in batches, shuffled whenever all have been dealt.</summary>
    private sealed class Deck(LanguageExample[] examples, Shuffle random)
    {
        private readonly int[] _order = [.. Enumerable.Range(0, examples.Length)];
        private int _next = examples.Length;

        public int Count => examples.Length;

        public List<LanguageExample> Deal(int words)
        {
            var batch = new List<LanguageExample>();
            for (int count = 0; count < words;)
            {
                if (_next == _order.Length)
                {
                    random.Order(_order.AsSpan());
                    _next = 0;
                }
                LanguageExample example = examples[_order[_next++]];
                batch.Add(example);
                count += example.Count;
            }
            return batch;
        }

        public void Save(BinaryWriter writer)
        {
            writer.Write(_next);
            foreach (int i in _order)
                writer.Write(i);
        }

        public void Load(BinaryReader reader)
        {
            _next = reader.ReadInt32();
            for (int i = 0; i < _order.Length; i++)
                _order[i] = reader.ReadInt32();
        }
    }
}
