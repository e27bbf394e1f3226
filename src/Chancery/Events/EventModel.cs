using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Learning;

namespace Chancery.Events;

/// <summary>
/// What was learned of events, in five sums of weights of the features that are there (logistic regression): what goes on between two actors,
/// which of the two does it, whether an actor has a role, whether a word tells an event, and whether a careful coder would write an event down.
/// The chances of types and of being right are calibrated.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class EventModel
{
    public const string Name = "en-events";
    public const string Kind = "events/1";
    private readonly FeatureRows _features;
    private readonly float[] _weights;
    private readonly FeatureRows _directionFeatures;
    private readonly float[] _directionWeights;
    private readonly FeatureRows _rightFeatures;
    private readonly float[] _rightWeights;
    private readonly float[] _rightScale;
    private readonly FeatureRows _linkFeatures;
    private readonly float[] _linkWeights;
    private readonly FeatureRows _triggerFeatures;
    private readonly float[] _triggerWeights;
    private readonly float _sharpness;

    /// <summary>No event, then the types of <see cref="EventType"/>.</summary>
    public static readonly int TriggerClasses = Enum.GetValues<EventType>().Length + 1;

    /// <exception cref="InvalidDataException">The model is damaged or of another kind.</exception>
    public EventModel(ReadOnlyMemory<byte> file)
    {
        ModelFile model = ModelFile.Load(file, Kind);
        Types = [.. model.Labels("types").Select(t => Enum.TryParse(t, out EventType type) ? type : throw ModelFile.Unfit($"it has a type \"{t}\""))];
        _features = Features(model, "features");
        _weights = model.Floats("weights", _features.Count, Types.Length);
        _directionFeatures = Features(model, "direction.features");
        _directionWeights = model.Floats("direction.weights", _directionFeatures.Count, 1);
        _rightFeatures = Features(model, "right.features");
        _rightWeights = model.Floats("right.weights", _rightFeatures.Count, 1);
        _rightScale = model.Floats("right.scale", 1, 2);
        _linkFeatures = Features(model, "link.features");
        _linkWeights = model.Floats("link.weights", _linkFeatures.Count, 1);
        _triggerFeatures = Features(model, "trigger.features");
        _triggerWeights = model.Floats("trigger.weights", _triggerFeatures.Count, TriggerClasses);
        _sharpness = model.Floats("sharpness", 1, 1)[0];
    }

    /// <summary>The types it tells apart. CONCEDE stands for RETREAT too: only the words of the lexicon tell which.</summary>
    public ImmutableArray<EventType> Types { get; }

    /// <returns>The chance of each of <see cref="Types"/>; together 1.</returns>
    public float[] Chances(List<uint> features) => Chances(features, _features, _weights, Types.Length, _sharpness);

    /// <returns>The chance that a word tells no event, then of each type; together 1.</returns>
    public float[] Trigger(List<uint> features) => Chances(features, _triggerFeatures, _triggerWeights, TriggerClasses, 1);

    private static float[] Chances(List<uint> features, FeatureRows known, float[] weights, int classes, float sharpness)
    {
        var chances = new float[classes];
        foreach (uint feature in features)
        {
            int row = known.Of(feature);
            for (int i = 0; row >= 0 && i < chances.Length; i++)
                chances[i] += weights[row * chances.Length + i];
        }
        Softmax(chances, sharpness);
        return chances;
    }

    /// <summary>How much speaks for the first of the two as the doer; compared with the same of the two in the other order.</summary>
    public float Direction(List<uint> features) => Sum(features, _directionFeatures, _directionWeights);

    /// <summary>The chance that a careful coder would write down what the lexicon proposes.</summary>
    public float Right(List<uint> features) => 1 / (1 + Functions.Exp(-(_rightScale[0] * Sum(features, _rightFeatures, _rightWeights) + _rightScale[1])));

    /// <summary>The chance that an actor has a role.</summary>
    public float Link(List<uint> features) => 1 / (1 + Functions.Exp(-Sum(features, _linkFeatures, _linkWeights)));

    private static float Sum(List<uint> features, FeatureRows known, float[] weights)
    {
        float sum = 0;
        foreach (uint feature in features)
        {
            int row = known.Of(feature);
            sum += row >= 0 ? weights[row] : 0;
        }
        return sum;
    }

    public static void Softmax(Span<float> numbers, float sharpness)
    {
        float top = float.MinValue, sum = 0;
        foreach (float number in numbers)
            top = MathF.Max(top, number);
        for (int i = 0; i < numbers.Length; i++)
            sum += numbers[i] = Functions.Exp((numbers[i] - top) * sharpness);
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] /= sum;
    }

    private static FeatureRows Features(ModelFile model, string name)
    {
        ModelTable table = model.Table(name);
        if (table.Columns != 1 || table.Size != sizeof(uint))
            throw ModelFile.Unfit($"its table \"{name}\" is no list of features");
        return new FeatureRows(MemoryMarshal.Cast<byte, uint>(table.Bytes.Span).ToArray());
    }
}
