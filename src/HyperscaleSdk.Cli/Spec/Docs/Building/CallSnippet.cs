using System.Text;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Writes the C# that calls a method of the typed client.</summary>
internal sealed class CallSnippet(SpecPlan plan)
{
    private const int LongestLine = 100;

    private readonly SampleValues _samples = new(plan);

    /// <summary>How the options of a client are made: a provider whose address is not known needs one.</summary>
    public static string Options(SpecPlan plan)
        => $"new {plan.Client.Name}Options{(plan.Provider.BaseAddress is null ? " { BaseAddress = new Uri(\"https://api.example.com\") }" : "()")}";

    /// <summary>A program that makes the client and calls the method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="modelId">The AI model to call; null when the operation has none.</param>
    public string Of(EmittedMethod method, string? modelId)
    {
        var isStream = method.Result.StartsWith("IAsyncEnumerable<", StringComparison.Ordinal);
        var call = $"client.{method.Name}({Arguments(method, modelId, isStream)})";
        return $"using {plan.Client.Namespace};\n\nusing var client = new {plan.Client.Name}Client({Options(plan)});\n" + method.Result switch
        {
            _ when isStream => $"await foreach (var item in {call})\n{{\n    Console.WriteLine({(method.Result.Contains("<StreamEvent<", StringComparison.Ordinal) ? "item.Data" : "item")});\n}}",
            "Task" => $"await {call};",
            "Task<Stream>" => $"await using var answer = await {call};",
            var result when result.StartsWith("Task", StringComparison.Ordinal) => $"var answer = await {call};",
            _ => $"var answer = {call};",
        };
    }

    private string Arguments(EmittedMethod method, string? modelId, bool isStream)
    {
        var required = method.Arguments.Where(argument => argument.IsRequired && !argument.IsCancellation).ToList();
        var line = Join(required, ", ", indent: 0);
        if (required.Count < 2 || (!line.Contains('\n') && line.Length + method.Name.Length < LongestLine))
        {
            return line;
        }

        return "\n    " + Join(required, ",\n    ", indent: 4);

        string Join(List<MethodArgument> arguments, string separator, int indent)
        {
            var text = new StringBuilder();
            foreach (var argument in arguments)
            {
                text.Append(text.Length > 0 ? separator : "")
                    .Append(arguments.Count > 1 ? argument.Name + ": " : "")
                    .Append(_samples.Of(argument, indent, modelId, isStream));
            }

            return text.ToString();
        }
    }
}
