using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The typed clients that our generator emitted, here or in a referenced assembly.</summary>
internal static class GeneratedClients
{
    private const string Runtime = "HyperscaleSdk";

    /// <summary>The names of all methods that such clients have.</summary>
    public static HashSet<string> MethodNames(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(compilation.Assembly.GlobalNamespace, names);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (string.Equals(assembly.Name, Runtime, StringComparison.Ordinal)
                || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => string.Equals(reference.Name, Runtime, StringComparison.Ordinal))))
            {
                Add(assembly.GlobalNamespace, names);
            }
        }

        return names;
    }

    private static void Add(INamespaceSymbol space, HashSet<string> names)
    {
        foreach (var type in space.GetTypeMembers())
        {
            // Their names end in Client: the attributes of all other types need not be read.
            if (!type.Name.EndsWith("Client", StringComparison.Ordinal) || !AiTypes.IsGeneratedClient(type))
            {
                continue;
            }

            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility == Accessibility.Public))
            {
                names.Add(method.Name);
            }
        }

        foreach (var nested in space.GetNamespaceMembers())
        {
            Add(nested, names);
        }
    }
}
