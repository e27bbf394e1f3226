using Chancery.Data;

namespace Chancery.Entities;

/// <summary>How much each <see cref="AntecedentFeature"/> counts: for all pronouns, and more or less for pronouns of a kind and place in the clause.</summary>
/// <remarks>Learnt by `chancery-training antecedents`. Immutable.</remarks>
internal sealed class AntecedentWeights
{
    public const string Table = "entities/antecedents.tsv";

    /// <summary>All; he and she, it, they; subject, other argument, possessive.</summary>
    public static readonly string[] Columns = ["all", "person", "thing", "group", "subject", "argument", "possessive"];
    public static readonly int Features = Enum.GetValues<AntecedentFeature>().Length;

    private readonly double[] _weights = new double[Features * Columns.Length];

    /// <exception cref="TableException">A row is wrong.</exception>
    public AntecedentWeights(DataPack data)
    {
        foreach (TableRow row in data.Table(Table).Rows)
        {
            if (!Enum.TryParse(row["feature"], out AntecedentFeature feature) || !Enum.IsDefined(feature))
                throw row.Error("feature", "CHY0240", $"no feature \"{row["feature"]}\"; expected one that the program knows");
            for (int column = 0; column < Columns.Length; column++)
                _weights[((int)feature * Columns.Length) + column] = row.Number(Columns[column]);
        }
    }

    public AntecedentWeights(double[] weights) => _weights = weights;

    public double Score(List<AntecedentFeature> features, PronounForm form, bool isSubject)
    {
        double sum = 0;
        ReadOnlySpan<int> columns = ColumnsOf(form, isSubject);
        foreach (AntecedentFeature feature in features)
        {
            foreach (int column in columns)
                sum += _weights[((int)feature * Columns.Length) + column];
        }
        return sum;
    }

    /// <summary>The columns that count for a pronoun.</summary>
    public static ReadOnlySpan<int> ColumnsOf(PronounForm form, bool isSubject)
    {
        int kind = form.Gender is Gender.Masculine or Gender.Feminine ? 1 : form.Gender == Gender.Neuter ? 2 : 3;
        int place = form.IsPossessive ? 6 : isSubject ? 4 : 5;
        return (kind, place) switch
        {
            (1, 4) => [0, 1, 4],
            (1, 5) => [0, 1, 5],
            (1, _) => [0, 1, 6],
            (2, 4) => [0, 2, 4],
            (2, 5) => [0, 2, 5],
            (2, _) => [0, 2, 6],
            (_, 4) => [0, 3, 4],
            (_, 5) => [0, 3, 5],
            _ => [0, 3, 6],
        };
    }
}
