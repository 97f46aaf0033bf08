using System.Collections.Generic;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Emission.Refit;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators;

/// <summary>Plan to C#, one file per type and per operation.</summary>
internal static class SpecEmitter
{
    /// <summary>Every file of a plan in a style, as (name, source).</summary>
    public static IEnumerable<(string Name, string Source)> Emit(SpecPlan plan, SpecStyle style) => style == SpecStyle.Refit ? RefitEmitter.Emit(plan) : Emit(plan);

    /// <summary>Every file of a plan, as (name, source): what the generator adds to a compilation and the command line writes to disk.</summary>
    public static IEnumerable<(string Name, string Source)> Emit(SpecPlan plan)
    {
        foreach (var model in plan.Models)
        {
            yield return (model.Name, Emit(model));
        }

        foreach (var operation in plan.Operations)
        {
            yield return (OperationName(plan.Client, operation), OperationEmitter.Emit(plan.Client, operation));
        }

        foreach (var file in EmitEntryTypes(plan))
        {
            yield return file;
        }
    }

    public static string Emit(ModelPlan model) => model switch
    {
        ObjectPlan plan => ObjectEmitter.Emit(plan),
        EnumPlan plan => EnumEmitter.Emit(plan),
        _ => UnionEmitter.Emit((UnionPlan)model),
    };

    public static string OperationName(ClientPlan client, OperationPlan operation) => $"{client.Name}Client.{operation.MethodName}";

    /// <summary>Options, provider, clients and registration.</summary>
    public static IEnumerable<(string Name, string Source)> EmitEntryTypes(SpecPlan plan)
    {
        var client = plan.Client;
        yield return (client.Name + "Provider", ProviderEmitter.Emit(client, plan.Provider));
        yield return (client.Name + "Options", ClientEmitter.EmitOptions(client, plan.Provider));
        if (!plan.IsProfile)
        {
            yield return (client.Name + "Client", ClientEmitter.EmitClient(client, plan.Provider));
        }

        var hasChat = plan.ChatRoutes.Count > 0;
        var hasEmbeddings = plan.EmbeddingRoutes.Count > 0;
        if (hasChat)
        {
            yield return (client.Name + "ChatClient", ClientEmitter.EmitChatClient(client, plan.Provider, plan.ChatRoutes));
        }

        foreach (var route in plan.ChatRoutes)
        {
            yield return ($"{client.Name}ChatClient.{route.Name}", route.Source);
        }

        if (hasEmbeddings)
        {
            yield return (client.Name + "EmbeddingGenerator", ClientEmitter.EmitEmbeddingGenerator(client, plan.Provider, plan.EmbeddingRoutes));
        }

        foreach (var route in plan.EmbeddingRoutes)
        {
            yield return ($"{client.Name}EmbeddingGenerator.{route.Name}", route.Source);
        }

        if (hasChat || hasEmbeddings)
        {
            yield return (client.Name + "HyperscaleBuilderExtensions", ClientEmitter.EmitRegistration(client, plan.Provider, hasChat, hasEmbeddings));
        }
    }
}
