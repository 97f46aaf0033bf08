using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Emits an interface: the operations of one tag.</summary>
internal static class RefitInterfaceEmitter
{
    public static string Emit(RefitPlan plan, RefitInterface item)
    {
        var client = plan.Spec.Client;
        var usings = new[] { "System", "System.Collections.Generic", "System.IO", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks" };
        var writer = SourceFile.Start(client.Namespace, plan.Words.IsFull ? usings : [.. usings, "Refit"]);
        if (client.ModelNamespace != client.Namespace)
        {
            // Within the namespace it goes before Refit, whatever types Refit may get.
            writer.Line($"using {client.ModelNamespace};");
            writer.Line();
        }

        EmitDocs(writer, plan, item);
        writer.Line($"[{plan.Words.Name("Headers")}({string.Join(", ", Headers(plan.Spec.Provider.Key).Select(CSharp.Literal))})]");
        writer.Line(SourceFile.Attribute);
        using (writer.Block($"public partial interface {item.Name}"))
        {
            var names = new NameScope(item.Operations.Where(RefitMethodEmitter.HasCall).Select(operation => RefitMethodEmitter.CallName(operation.Plan)));
            var isFirst = true;
            foreach (var operation in item.Operations)
            {
                if (RefitMethodEmitter.HasCall(operation))
                {
                    Separate(writer, ref isFirst);
                    RefitMethodEmitter.EmitCall(writer, plan.Words, operation);
                }

                if (operation.Plan.Stream != StreamKind.None)
                {
                    Separate(writer, ref isFirst);
                    RefitMethodEmitter.EmitStream(writer, plan.Words, operation, names.Take(RefitMethodEmitter.StreamName(operation.Plan)));
                }
            }
        }

        return writer.ToString();
    }

    private static void Separate(CodeWriter writer, ref bool isFirst)
    {
        if (!isFirst)
        {
            writer.Line();
        }

        isFirst = false;
    }

    private static void EmitDocs(CodeWriter writer, RefitPlan plan, RefitInterface item)
    {
        var provider = plan.Spec.Provider;
        var title = plan.Spec.Client.Title.Length > 0 ? plan.Spec.Client.Title : CSharp.Doc(provider.EnglishName);
        writer.Summary(item.Tag is { } tag ? $"{title}: the operations of <c>{CSharp.Doc(tag)}</c>." : $"{title}.", "");
        var address = provider.BaseAddress is { } known ? CSharp.Doc(CSharp.Literal(known)) : "\"https://…\"";
        var settings = plan.Settings is { } name ? $", {name}.CreateSettings()" : "";
        writer.Line("/// <remarks>");
        writer.Line("/// <para>For Refit 8 or later. The models read and write themselves with the package HyperscaleSdk.</para>");
        writer.Line($"/// <code>var api = RestService.For&lt;{item.Name}&gt;({address}{settings});</code>");
        if (RefitKeys.Describe(provider.Key) is { } key)
        {
            writer.Line($"/// <para>{key}</para>");
        }

        writer.Line("/// </remarks>");
    }

    private static IEnumerable<string> Headers(KeyPlan key)
    {
        yield return "Accept: application/json";
        if (RefitKeys.Scheme(key) is { } scheme)
        {
            yield return "Authorization: " + scheme;
        }
    }
}
