using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission;

/// <summary>Emits the entry types: options, typed client, unified clients, registration.</summary>
internal static class ClientEmitter
{
    public static string EmitOptions(ClientPlan client, ProviderPlan provider)
    {
        var writer = SourceFile.Start(client.Namespace, "HyperscaleSdk");
        writer.Summary($"Options of {CSharp.Doc(provider.EnglishName)}.", "");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public sealed partial class {client.Name}Options : HyperscaleClientOptions"))
        {
            writer.Line("/// <summary>The configuration section that <c>AddHyperscale</c> binds.</summary>");
            writer.Line($"public const string SectionName = {CSharp.Literal("Hyperscale:" + provider.Id)};");
            if (provider.AllowsInsecureHttp)
            {
                writer.Line();
                writer.Line("/// <summary>Makes options that allow plain http, the only way in which the provider offers its API: whatever is sent can be read on the way.</summary>");
                writer.Line($"public {client.Name}Options() => AllowInsecureHttp = true;");
            }
        }

        return writer.ToString();
    }

    public static string EmitClient(ClientPlan client, ProviderPlan provider)
    {
        var writer = SourceFile.Start(client.Namespace, "System", "System.Net.Http", "HyperscaleSdk", "HyperscaleSdk.Runtime");
        writer.Summary(client.Title.Length > 0 ? client.Title + ": a typed method per operation." : "", $"A typed method per operation of {CSharp.Doc(provider.EnglishName)}.");
        writer.Line("/// <remarks>Safe to use from several threads.</remarks>");
        writer.Line($"[GeneratedClient({CSharp.Literal(provider.Id)})]");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public sealed partial class {client.Name}Client : IDisposable"))
        {
            writer.Line("/// <summary>Creates the client.</summary>");
            EmitConstructorDocs(writer);
            writer.Line($"public {client.Name}Client({client.Name}Options options, HttpClient? httpClient = null)");
            writer.Line($"    => Transport = new HyperscaleTransport({client.Name}Provider.Descriptor, {client.Name}Provider.Protocol, options, httpClient);");
            writer.Line();
            writer.Line("private HyperscaleTransport Transport { get; }");
            writer.Line();
            writer.Line("// Implement this in a part of your own to add headers or parameters to every request.");
            writer.Line("partial void OnRequest(ApiRequest request);");
            writer.Line();
            writer.Line("/// <summary>Releases the connections that the client opened itself.</summary>");
            writer.Line("public void Dispose() => Transport.Dispose();");
        }

        return writer.ToString();
    }

    public static string EmitChatClient(ClientPlan client, ProviderPlan provider, EquatableArray<RoutePlan> routes)
        => EmitUnified(client, provider, routes, "ChatClient", "HyperscaleChatClient", "ChatRoute", "Chats", "chat", "options.Model", "");

    public static string EmitEmbeddingGenerator(ClientPlan client, ProviderPlan provider, EquatableArray<RoutePlan> routes)
    {
        var first = provider.Models.FirstOrDefault(model => model.Kind == "embedding");
        var model = "options.EmbeddingModel" + (first is null ? "" : " ?? " + CSharp.Literal(first.Id));
        return EmitUnified(
            client, provider, routes, "EmbeddingGenerator", "HyperscaleEmbeddingGenerator", "EmbeddingRoute", "Embeddings", "embedding", "options.EmbeddingModel", $", {client.Name}Provider.Descriptor.FindModel({model})?.Dimensions");
    }

    public static string EmitRegistration(ClientPlan client, ProviderPlan provider, bool hasChat, bool hasEmbeddings)
    {
        var writer = SourceFile.Start(client.Namespace, "System", "HyperscaleSdk");
        writer.Summary($"Registers {CSharp.Doc(provider.EnglishName)}.", "");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public static class {client.Name}HyperscaleBuilderExtensions"))
        {
            writer.Line($"/// <summary>Adds {CSharp.Doc(provider.EnglishName)} as keyed services under <c>{CSharp.Doc(provider.Id)}</c>; the first provider added is also the unkeyed one.</summary>");
            writer.Line("/// <param name=\"builder\">The builder.</param>");
            writer.Line("/// <param name=\"configure\">Changes the options after the configuration was bound; null leaves them.</param>");
            writer.Line("/// <returns>The builder.</returns>");
            writer.Line($"public static HyperscaleBuilder Add{client.Name}(this HyperscaleBuilder builder, Action<{client.Name}Options>? configure = null)");
            writer.Line($"    => (builder ?? throw new ArgumentNullException(nameof(builder))).AddProvider<{client.Name}Options>(");
            writer.Line($"        {client.Name}Provider.Descriptor,");
            writer.Line($"        {client.Name}Options.SectionName,");
            writer.Line($"        static () => new {client.Name}Options(),");
            writer.Line("        configure,");
            writer.Line($"        {(hasChat ? $"static (options, http) => new {client.Name}ChatClient(options, http)" : "null")},");
            writer.Line($"        {(hasEmbeddings ? $"static (options, http) => new {client.Name}EmbeddingGenerator(options, http)" : "null")});");
        }

        return writer.ToString();
    }

    private static string EmitUnified(
        ClientPlan client, ProviderPlan provider, EquatableArray<RoutePlan> routes, string suffix, string baseType, string routeType, string does, string kind, string option, string more)
    {
        var name = client.Name + suffix;
        var model = provider.Models.FirstOrDefault(candidate => candidate.Kind == kind)?.Id;
        var writer = SourceFile.Start(client.Namespace, "System", "System.Net.Http", "HyperscaleSdk", "HyperscaleSdk.Runtime");
        writer.Summary($"{does} with {CSharp.Doc(provider.EnglishName)} through Microsoft.Extensions.AI.", "");
        writer.Line($"/// <remarks>Safe to use from several threads.{(model is null ? "" : $" The default model is <c>{CSharp.Doc(model)}</c>.")}{string.Concat(routes.Select(IgnoredBy))}</remarks>");
        writer.Line($"[GeneratedClient({CSharp.Literal(provider.Id)})]");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public sealed partial class {name} : {baseType}"))
        {
            foreach (var route in routes)
            {
                writer.Line($"private static readonly {routeType} {route.Name} = new {route.Name}Route();");
            }

            writer.Line();
            writer.Line("/// <summary>Creates the client.</summary>");
            EmitConstructorDocs(writer);
            writer.Line($"public {name}({client.Name}Options options, HttpClient? httpClient = null)");
            writer.Line($"    : base(new HyperscaleTransport({client.Name}Provider.Descriptor, {client.Name}Provider.Protocol, options, httpClient), {option}{(model is null ? "" : $" ?? {CSharp.Literal(model)}")}{more})");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            using (writer.Block($"protected override {routeType} SelectRoute(string model)"))
            {
                foreach (var route in routes.Where(route => route.Models.Count > 0))
                {
                    using (writer.Block($"if (ModelPath.IsModel(model, {string.Join(", ", route.Models.Select(CSharp.Literal))}))"))
                    {
                        writer.Line($"return {route.Name};");
                    }
                }

                // A model that the binding does not know (tuned, new) takes the general route, where there is one.
                if (routes.FirstOrDefault(route => route.Models.Count == 0) is { } general)
                {
                    writer.Line($"return {general.Name};");
                }
                else
                {
                    var known = string.Join(", ", routes.SelectMany(route => route.Models));
                    writer.Line($"throw new HyperscaleRequestException({CSharp.Literal(provider.Id + " (")} + model + {CSharp.Literal($"): there is no such {kind} model. Known: {known}.")})");
                    writer.Line("{");
                    writer.Line($"    Provider = {CSharp.Literal(provider.Id)},");
                    writer.Line("    ErrorCode = \"unsupported\",");
                    writer.Line("};");
                }
            }
        }

        return writer.ToString();
    }

    private static string IgnoredBy(RoutePlan route)
    {
        var models = route.Models.Count == 0 ? "" : $" by {string.Join(", ", route.Models.Select(CSharp.Doc))}";
        return route.Ignored.Count == 0 ? "" : $" Options that are ignored{models}: {string.Join(", ", route.Ignored.Select(option => $"<c>{option}</c>"))}.";
    }

    private static void EmitConstructorDocs(CodeWriter writer)
    {
        writer.Line("/// <param name=\"options\">Key, address, model and limits.</param>");
        writer.Line("/// <param name=\"httpClient\">The client to send with, which stays the caller's to dispose; null opens one of its own.</param>");
    }
}
