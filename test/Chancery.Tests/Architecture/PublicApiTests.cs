using System.Reflection;
using System.Text;
using Chancery.Tests.Support;

namespace Chancery.Tests.Architecture;

/// <summary>What others build on is approved, not drifted into.</summary>
public class PublicApiTests
{
    /// <remarks>To approve a change: CHANCERY_APPROVE=1 dotnet test, look at the difference, add a line to CHANGELOG.md.</remarks>
    [Theory]
    [InlineData("Chancery", typeof(Reader))]
    [InlineData("Chancery.Sources", typeof(Chancery.Sources.ReaderFolder))]
    [InlineData("Chancery.Ledger", typeof(Chancery.Ledger.LedgerStore))]
    public void ThePublicApiIsTheApprovedOne(string project, Type any)
    {
        string approved = Repository.PathOf("src", project, "PublicApi.txt");
        string found = Describe(any.Assembly);
        if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1")
            File.WriteAllText(approved, found);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", found);
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(NameOf(type)).Append('\n');
            IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => !IsCompilers(m) && m is not Type)
                .Select(Signature).Order(StringComparer.Ordinal);
            foreach (string member in members)
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Accessors, what a record brings with it, and enum plumbing say nothing of their own.</summary>
    private static bool IsCompilers(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true } and not ConstructorInfo
        || member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "value__" or "PrintMembers"
        || member.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null && member is MethodInfo;

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => "class",
    };

    private static string Signature(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => $"{field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{NameOf(field.FieldType)} {field.Name}",
        PropertyInfo property => $"{NameOf(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}{Setter(property)}}}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        _ => member.ToString()!,
    };

    private static string Setter(PropertyInfo property) => property.SetMethod switch
    {
        { IsPublic: true } set when set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) => "init; ",
        { IsPublic: true } => "set; ",
        _ => "",
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.RawDefaultValue ?? "default") : "")}"));

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return NameOf(inner) + "?";
        if (!type.IsGenericType)
            return type.FullName is { } full && full.StartsWith("Chancery.", StringComparison.Ordinal) ? full : type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
