using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The names that sinks have in one project: what is not referenced, or not addressed, cannot be called.</summary>
internal sealed class SinkNames
{
    private readonly HashSet<string> _clientMethods;
    private readonly ReferencedSummaries _referenced;
    private readonly bool _hasProviderHost;

    public SinkNames(Compilation compilation, ReferencedSummaries referenced)
    {
        _clientMethods = GeneratedClients.MethodNames(compilation);
        _clientMethods.UnionWith(ProviderClients.CallNames(compilation));
        _referenced = referenced;
        _hasProviderHost = referenced.MayGive(FlowLabel.ProviderHost) || MayNameHost(compilation);
    }

    /// <summary>A call of that name may send to an AI supplier.</summary>
    public bool MaySend(string name) => FlowSinks.IsModelCallName(name) || (_hasProviderHost && FlowSinks.IsHttpName(name)) || _clientMethods.Contains(name) || _referenced.ReachesSink(name);

    /// <summary>What the place of that name gives may be a model's answer, or a table of pseudonyms.</summary>
    public bool MayGiveLogged(string name) => MaySend(name) || PseudonymTables.MayBeNamed(name) || _referenced.MayGiveLogged(name);

    // A host's name stands in the text of the project, whole or in parts, or in a constant of another assembly.
    private static bool MayNameHost(Compilation compilation) => compilation.SourceModule.ReferencedAssemblies.Any(reference => !PackageNames.IsFrameworks(reference.Name))
        || ProviderHosts.Words.Any(words => words.All(word => compilation.SyntaxTrees.Any(tree => SourceWords.Of(tree).IsWritten(word))));
}
