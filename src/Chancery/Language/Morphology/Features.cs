namespace Chancery.Language.Morphology;

/// <summary>The morphological features of one word, Universal Dependencies version 2: "Number=Sing|Person=3|...".</summary>
/// <remarks>The default value has none. Eight bytes: each feature holds a few bits, see <see cref="FeatureLayout"/>.</remarks>
public readonly record struct Features
{
    internal Features(ulong bits) => Bits = bits;

    internal ulong Bits { get; }

    public Case Case => (Case)this[FeatureLayout.Case];
    public Definite Definite => (Definite)this[FeatureLayout.Definite];
    public Degree Degree => (Degree)this[FeatureLayout.Degree];

    /// <summary>What several words as one stand for, given at the first of them: ADP at "because" in "because of"; X when nothing is said.</summary>
    public Upos ExtPos => (Upos)this[FeatureLayout.ExtPos];
    public bool Foreign => this[FeatureLayout.Foreign] == 1;
    public Gender Gender => (Gender)this[FeatureLayout.Gender];
    public Mood Mood => (Mood)this[FeatureLayout.Mood];
    public Number Number => (Number)this[FeatureLayout.Number];
    public NumForm NumForm => (NumForm)this[FeatureLayout.NumForm];
    public NumType NumType => (NumType)this[FeatureLayout.NumType];

    /// <summary>1 to 3; 0 when the word has none.</summary>
    public int Person => this[FeatureLayout.Person];
    public Polarity Polarity => (Polarity)this[FeatureLayout.Polarity];
    public bool Poss => this[FeatureLayout.Poss] == 1;
    public PronType PronType => (PronType)this[FeatureLayout.PronType];
    public bool Reflex => this[FeatureLayout.Reflex] == 1;
    public Tense Tense => (Tense)this[FeatureLayout.Tense];
    public VerbForm VerbForm => (VerbForm)this[FeatureLayout.VerbForm];
    public Voice Voice => (Voice)this[FeatureLayout.Voice];

    private int this[FeatureField field] => (int)(Bits >> field.Shift) & field.Mask;

    /// <summary>The same features with one set to another value.</summary>
    internal Features With(FeatureField field, int value) =>
        new((Bits & ~((ulong)field.Mask << field.Shift)) | ((ulong)value << field.Shift));

    /// <exception cref="FormatException">A feature or value that English does not have here.</exception>
    internal static Features Parse(string text) => FeatureLayout.Parse(text);

    /// <summary>As column FEATS of CoNLL-U: sorted by name, "_" when there are none. The same features give the same string object.</summary>
    public override string ToString() => FeatureLayout.Write(this);
}
