using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>The client as a whole: what every one of its files has to know.</summary>
/// <param name="Namespace">Namespace of the client, its options and its unified clients.</param>
/// <param name="ModelNamespace">Namespace of the models.</param>
/// <param name="Name">The client's name, for example <c>ClovaStudio</c>.</param>
/// <param name="Title">The document's title, escaped.</param>
internal sealed record ClientPlan(string Namespace, string ModelNamespace, string Name, string Title)
{
    public string[] WithModelNamespace(params string[] usings)
        => (ModelNamespace == Namespace ? usings : usings.Concat(new[] { ModelNamespace })).Distinct(System.StringComparer.Ordinal).ToArray();
}
