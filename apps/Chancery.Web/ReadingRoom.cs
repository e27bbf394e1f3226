using Chancery.Web.Api;
using Chancery.Web.Pages;
using Chancery.Web.Records;
using Chancery.Web.Safety;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Chancery.Web;

/// <summary>The reading room as a web application: pages, API, and what keeps both safe.</summary>
public static class ReadingRoom
{
    public static WebApplication Build(ServeOptions options)
    {
        // The folder it was started in has no say: whatever lies there is neither configuration nor content.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "chancery-web" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Address, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ServeOptions.LongestBody;
            kestrel.Limits.MaxConcurrentConnections = 512;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its keys are in memory, as they should be
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        Use(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ReadingDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadingDesk>());
        if (options.Ledger is not null)
        {
            services.AddSingleton<LedgerRoom>();
            services.AddHostedService(provider => provider.GetRequiredService<LedgerRoom>());
        }
        services.AddRouting();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "chancery-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "form-token";
            antiforgery.SuppressXFrameOptionsHeader = true; // the policy's frame-ancestors says it
        });
        // Keys live as long as the program: nothing is written to anyone's home, and a restart ends every session.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = ServeOptions.LongestBody;
            form.ValueLengthLimit = (int)ServeOptions.LongestBody;
            form.ValueCountLimit = 64;
        });
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = options.LongestTime,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        services.AddResponseCompression(compression => compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["application/problem+json", "image/svg+xml"]));
        services.AddHostFiltering(filtering => filtering.AllowedHosts = HostNames.Of(options));
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context => Problems.Complete(context));
        services.ConfigureHttpJsonOptions(json => LedgerJson.Set(json.SerializerOptions));
        services.AddReadingRoomAccess(options);
        services.AddReadingRoomApi();
        if (options.Origins.Count > 0)
            services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. options.Origins]).WithMethods("GET", "POST", "DELETE").WithHeaders("Authorization", "Content-Type")));
    }

    private static void Use(WebApplication app, ServeOptions options)
    {
        app.UseMiddleware<SafeHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problems.WriteAsync, AllowStatusCode404Response = true, StatusCodeSelector = Problems.StatusOf });
        app.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext));
        app.UseHostFiltering();
        app.UseResponseCompression();
        app.UseRouting();
        if (options.Origins.Count > 0)
            app.UseCors();
        app.UseMiddleware<SameSite>();
        app.UseMiddleware<BodyLimit>();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapReadingRoomAccess();
        app.MapPages(options);
        app.MapApi(options);
    }
}
