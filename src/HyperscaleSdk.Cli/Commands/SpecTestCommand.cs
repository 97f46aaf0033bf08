using System.CommandLine;
using System.Globalization;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Spec;
using HyperscaleSdk.Cli.Spec.Testing;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>spec test</c>: asks a provider's own endpoint, through the clients that its document and binding make, whether it keeps what they promise.</summary>
internal sealed class SpecTestCommand(CliConsole console)
{
    private readonly SpecOptions _spec = new(withNames: false);
    private readonly EndpointOptions _endpoint = new();
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };

    public Command Build()
    {
        var command = new Command("test", "Tests an endpoint against its OpenAPI document and binding. Makes 30 to 60 small calls, which a provider may bill.");
        _spec.AddTo(command);
        _endpoint.AddTo(command);
        command.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await _spec.ReadAsync(parsed, cancellationToken);
        var outcome = SpecCompiler.Compile(request, cancellationToken);
        var isWrong = outcome.Diagnostics.Any(diagnostic => diagnostic.Severity == SpecSeverity.Error);
        foreach (var diagnostic in outcome.Diagnostics.Where(diagnostic => isWrong && diagnostic.Severity == SpecSeverity.Error))
        {
            await console.Error.WriteLineAsync(SpecDiagnosticText.Line(diagnostic));
        }

        if (isWrong || outcome.Plan is not { } plan)
        {
            return ExitCodes.Findings;
        }

        if (plan.ChatRoutes.Count == 0 && plan.EmbeddingRoutes.Count == 0)
        {
            throw new CliException(ExitCodes.Usage, $"'{request.Path}' has no binding with 'chat' or 'embeddings', so there is nothing to test. Name the binding with --binding.");
        }

        var clients = GeneratedProvider.Load(plan, cancellationToken);
        var settings = await EndpointModels.CompleteAsync(_endpoint.Read(parsed, plan.Provider), clients, cancellationToken);
        var endpoint = new EndpointUnderTest(plan, clients, settings);
        var results = await EndpointTest.RunAsync(endpoint, BeginAsync, cancellationToken);

        var isKorean = string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "ko", StringComparison.Ordinal);
        var report = new EndpointReport(endpoint, results);
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, json => report.WriteJson(json, request.Path));
        }
        else
        {
            report.WriteTable(console.Out, isKorean);
        }

        await console.Out.FlushAsync(cancellationToken);
        await console.Error.WriteLineAsync(report.Summary(isKorean));
        return report.Failed > 0 ? ExitCodes.Findings : ExitCodes.Ok;
    }

    private Task BeginAsync(int number, EndpointFact fact)
        => console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{number}/{EndpointFacts.All.Count} {fact.Id}"));
}
