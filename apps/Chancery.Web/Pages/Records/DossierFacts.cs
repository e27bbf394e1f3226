using Chancery.Ledger;

namespace Chancery.Web.Pages.Records;

/// <summary>What a dossier gathers, in words.</summary>
public static class DossierFacts
{
    public static string Of(Dossier dossier) => string.Join(" · ", new[]
    {
        Several("actors", dossier.Actors), Several("words", dossier.Words), Several("places", dossier.Places),
        dossier.From is null && dossier.To is null ? null : Shown.Days(dossier.From, dossier.To),
    }.OfType<string>().DefaultIfEmpty("all of the ledger"));

    private static string? Several(string what, IReadOnlyList<string> values) => values.Count > 0 ? $"{what} {Shown.Words(string.Join(", ", values), 300)}" : null;
}
