using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Makes typed and unified clients from the OpenAPI documents among the additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HyperscaleGenerator : IIncrementalGenerator
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider);

        var sideFiles = files
            .Select((file, cancellationToken) => SpecFiles.AsSideFile(file.Left, file.Right, cancellationToken))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(TrackingNames.SideFiles)
            .Collect();

        var outcomes = files
            .Select((file, cancellationToken) => SpecFiles.AsSpec(file.Left, file.Right, cancellationToken))
            .Where(file => file is not null)
            .Combine(sideFiles)
            .Select((pair, _) => SpecFiles.ToRequest(pair.Left!, pair.Right))
            .Collect()
            .SelectMany((requests, _) => SpecFiles.MarkDuplicates(requests))
            .WithTrackingName(TrackingNames.Requests)
            .Select(SpecCompiler.Compile)
            .WithTrackingName(TrackingNames.Outcomes);

        // Diagnostics go their own way: they carry positions, and what is emitted must not depend on those.
        var diagnostics = outcomes.SelectMany((outcome, _) => outcome.Diagnostics).WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, (output, diagnostic) => output.ReportDiagnostic(SpecDescriptors.ToDiagnostic(diagnostic)));

        var plans = outcomes.Where(outcome => outcome.Plan is not null).Select((outcome, _) => outcome.Plan!);

        var models = plans.SelectMany((plan, _) => plan.Models.Select(model => (plan.Client.Name, Model: model))).WithTrackingName(TrackingNames.Models);
        context.RegisterSourceOutput(models, (output, item) => Add(output, item.Name, item.Model.Name, SpecEmitter.Emit(item.Model)));

        var operations = plans.SelectMany((plan, _) => plan.Operations.Select(operation => (plan.Client, Operation: operation))).WithTrackingName(TrackingNames.Operations);
        context.RegisterSourceOutput(
            operations,
            (output, item) => Add(output, item.Client.Name, SpecEmitter.OperationName(item.Client, item.Operation), Emission.OperationEmitter.Emit(item.Client, item.Operation)));

        var entryTypes = plans
            .SelectMany((plan, _) => SpecEmitter.EmitEntryTypes(plan).Select(file => (Client: plan.Client.Name, file.Name, file.Source)))
            .WithTrackingName(TrackingNames.EntryTypes);
        context.RegisterSourceOutput(entryTypes, (output, file) => Add(output, file.Client, file.Name, file.Source));
    }

    private static void Add(SourceProductionContext output, string client, string name, string source)
        => output.AddSource(GeneratedFileName.Of(client, name), SourceText.From(source, Utf8));
}
