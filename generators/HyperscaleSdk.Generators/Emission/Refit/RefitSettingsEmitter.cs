
namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Emits settings with which Refit writes values into URLs and forms as documents mean them.</summary>
internal static class RefitSettingsEmitter
{
    public static string Emit(RefitPlan plan, string name)
    {
        var words = plan.Words;
        var usings = new[] { "System", "System.Globalization", "System.Reflection" };
        var writer = SourceFile.Start(plan.Spec.Client.Namespace, words.IsFull ? usings : [.. usings, "Refit"]);
        writer.Line($"/// <summary>Settings for Refit. Its own write <c>True</c> for <c>true</c> into a URL or a form, and dates in .NET's way.</summary>");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public static class {name}"))
        {
            writer.Line("/// <summary>Makes settings that write booleans, dates, addresses and bytes as the document means them.</summary>");
            writer.Line("/// <returns>New settings, to which the caller may add.</returns>");
            writer.Line($"public static {words.Name("RefitSettings")} CreateSettings() => new()");
            writer.Line("{");
            writer.Line("    UrlParameterFormatter = new UrlFormatter(),");
            writer.Line("    FormUrlEncodedParameterFormatter = new FormFormatter(),");
            writer.Line("};");
            writer.Line();
            writer.Line("private static object? Text(object? value) => value switch");
            writer.Line("{");
            writer.Line("    bool flag => flag ? \"true\" : \"false\",");
            writer.Line("    DateTimeOffset time => time.ToString(\"O\", CultureInfo.InvariantCulture),");
            writer.Line("    DateOnly day => day.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture),");
            writer.Line("    Uri address => address.OriginalString,");
            writer.Line("    byte[] bytes => Convert.ToBase64String(bytes),");
            writer.Line("    _ => value,");
            writer.Line("};");
            writer.Line();
            using (writer.Block($"private sealed class UrlFormatter : {words.Name("DefaultUrlParameterFormatter")}"))
            {
                writer.Line("public override string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => base.Format(Text(value), attributeProvider, type);");
            }

            using (writer.Block($"private sealed class FormFormatter : {words.Name("DefaultFormUrlEncodedParameterFormatter")}"))
            {
                writer.Line("public override string? Format(object? value, string? formatString) => base.Format(Text(value), formatString);");
            }
        }

        return writer.ToString();
    }
}
