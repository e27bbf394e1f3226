using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Chancery.Web.Api;

/// <summary>
/// A request to each address of the API and the answer it gets, in the OpenAPI document. A test sends each of them to a ledger of the samples;
/// long lists are cut.
/// </summary>
public static class ApiExamples
{
    /// <param name="Operation">Name of the endpoint.</param>
    /// <param name="Body">Null: none is sent.</param>
    /// <param name="Answer">Null: none comes.</param>
    public sealed record Example(string Operation, string Method, string Address, string? Type, JsonNode? Body, int Status, JsonNode? Answer);

    private static readonly Lazy<IReadOnlyDictionary<string, Example>> Read = new(() =>
    {
        using Stream file = typeof(ApiExamples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonSerializer.Deserialize<Example[]>(file, JsonSerializerOptions.Web)!.ToDictionary(e => e.Operation, StringComparer.Ordinal);
    });

    public static Task AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken _)
    {
        if (operation.OperationId is not { } name || !Read.Value.TryGetValue(name, out Example? example))
            return Task.CompletedTask;
        string[] parts = example.Address.Split('?');
        var values = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "").ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        string[] path = parts[0].Trim('/').Split('/'), template = context.Description.RelativePath!.Split('/');
        for (int i = 0; i < Math.Min(path.Length, template.Length); i++)
        {
            if (template[i].StartsWith('{'))
                values[template[i].Trim('{', '}', '*')] = Uri.UnescapeDataString(path[i]);
        }
        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (values.TryGetValue(parameter.Name ?? "", out string? value))
                parameter.Example = value;
        }
        if (example.Body is not null && operation.RequestBody?.Content?.TryGetValue("application/json", out OpenApiMediaType? body) == true)
            body.Example = example.Body.DeepClone();
        if (example.Answer is not null)
        {
            operation.Responses ??= [];
            string status = example.Status.ToString(CultureInfo.InvariantCulture);
            if (!operation.Responses.TryGetValue(status, out IOpenApiResponse? given) || given is not OpenApiResponse response)
                operation.Responses[status] = response = new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(example.Status) };
            response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
            if (!response.Content.TryGetValue("application/json", out OpenApiMediaType? answer))
                response.Content["application/json"] = answer = new OpenApiMediaType();
            answer.Example = example.Answer.DeepClone();
        }
        return Task.CompletedTask;
    }
}
