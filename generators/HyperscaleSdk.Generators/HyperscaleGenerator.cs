using System;
using System.Linq;
using System.Text;
using HyperscaleSdk.Generators.Infrastructure;
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

        var specs = files
            .Select((file, cancellationToken) => SpecFiles.AsSpec(file.Left, file.Right, cancellationToken))
            .Where(file => file is not null)
            .Select((file, _) => file!);

        // What profiles extend. A request holds no more of it than it needs, so that the edit of one document leaves the others' requests equal.
        var documents = specs.Where(spec => spec.Extends is null).Collect();

        var outcomes = specs
            .Combine(sideFiles)
            .Combine(documents)
            .Select((pair, _) => SpecFiles.ToRequest(pair.Left.Left, pair.Left.Right, pair.Right))
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

        var catalog = plans
            .Select((plan, _) => CatalogEntry.Of(plan))
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select((options, _) => ProviderCatalog.TypeName(options)))
            .SelectMany((pair, _) => pair.Right is { } name
                ? new[] { ProviderCatalog.Of(name, new EquatableArray<CatalogEntry>(pair.Left.OrderBy(entry => entry.Id, StringComparer.Ordinal))) }
                : Array.Empty<ProviderCatalog>())
            .WithTrackingName(TrackingNames.Catalog);
        context.RegisterSourceOutput(catalog, (output, all) => output.AddSource(all.Name + ".g.cs", SourceText.From(Emission.CatalogEmitter.Emit(all), Utf8)));
    }

    private static void Add(SourceProductionContext output, string client, string name, string source)
        => output.AddSource(GeneratedFileName.Of(client, name), SourceText.From(source, Utf8));
}
