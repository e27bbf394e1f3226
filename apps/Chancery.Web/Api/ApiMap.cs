using Chancery.Web.Records;
using Chancery.Web.Safety;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Chancery.Web.Api;

/// <summary>The HTTP API: its addresses, the document that describes them, and a page to try them.</summary>
public static class ApiMap
{
    public const string Root = "/api/v1";

    public static void AddReadingRoomApi(this IServiceCollection services) => services.AddOpenApi("v1", api =>
    {
        api.ShouldInclude = address => address.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
        api.AddOperationTransformer(ApiExamples.AddTo);
        api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Chancery",
                Version = "v1",
                Description = "Who said, did and promised what, when and where, each entry pinned to the words it rests on. "
                    + "Errors are problem details (RFC 9457). Bodies of at most 1 MB, answers within 30 seconds.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapApi(this WebApplication app, ServeOptions options)
    {
        RouteGroupBuilder api = app.MapGroup(Root).AddEndpointFilter(AnswerWhole.Filter);
        ReadingsApi.Map(api);
        if (options.Ledger is not null)
            LedgerApi.Map(api, api.MapGroup("").AddEndpointFilter(LedgerRoom.InTurn));
        app.MapOpenApi("/api/{documentName}/openapi.json");
        app.MapScalarApiReference("/api", page => page
            .WithTitle("Chancery API")
            .WithOpenApiRoutePattern("/api/v1/openapi.json")
            .WithNonce() // SafeHeaders allows it
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools());
    }
}
