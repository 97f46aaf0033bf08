using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits an open enum: a struct over a string, so that a value that the document does not know survives.</summary>
internal static class EnumEmitter
{
    /// <param name="plan">The enum.</param>
    /// <param name="formattable">Whether it is <c>IFormattable</c> too: some libraries take only those values as text.</param>
    public static string Emit(EnumPlan plan, bool formattable = false)
    {
        var writer = SourceFile.Start(plan.Namespace, "System", "System.Text.Json", "System.Text.Json.Serialization", "HyperscaleSdk.Runtime");
        var name = plan.Name;
        writer.Summary(plan.Doc, name + ".");
        writer.Line($"/// <remarks>Open: a value that is not listed here is kept as it is.{(plan.Deprecated ? " Deprecated by the provider." : "")}</remarks>");
        SourceFile.ModelAttributes(writer, name);
        using (writer.Block($"public readonly partial record struct {name} : IJsonModel<{name}>{(formattable ? ", IFormattable" : "")}"))
        {
            writer.Line("private readonly string? _value;");
            writer.Line();
            writer.Line("/// <summary>Creates it from the value on the wire.</summary>");
            writer.Line($"public {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
            writer.Line();
            foreach (var value in plan.Values)
            {
                writer.Line($"/// <summary>The value <c>{CSharp.Doc(value.Value)}</c>.</summary>");
                writer.Line($"public static {name} {value.Name} {{ get; }} = new({CSharp.Literal(value.Value)});");
                writer.Line();
            }

            writer.Line("/// <summary>The value on the wire.</summary>");
            writer.Line("public string Value => _value ?? \"\";");
            writer.Line();
            writer.Line("/// <summary>Creates it from the value on the wire.</summary>");
            writer.Line($"public static implicit operator {name}(string value) => new(value);");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            using (writer.Block($"public static {name} ReadJson(ref Utf8JsonReader reader)"))
            {
                // Known values are shared: reading them allocates nothing.
                using (writer.Block("if (reader.TokenType == JsonTokenType.String)"))
                {
                    foreach (var value in plan.Values)
                    {
                        writer.Line($"if (reader.ValueTextEquals({CSharp.Utf8(value.Value)})) return {value.Name};");
                    }
                }

                writer.Line("return new(JsonRead.String(ref reader));");
            }

            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public void WriteJson(Utf8JsonWriter writer) => writer.WriteStringValue(Value);");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override string ToString() => Value;");
            if (formattable)
            {
                writer.Line();
                writer.Line("/// <inheritdoc/>");
                writer.Line("public string ToString(string? format, IFormatProvider? formatProvider) => Value;");
            }
        }

        return writer.ToString();
    }
}
