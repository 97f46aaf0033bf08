using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// What the customer's other projects say about their methods: built ones in <c>FlowSummary</c> attributes, projects that an
/// IDE has open by being analysed themselves.
/// </summary>
internal sealed class ReferencedSummaries
{
    private static readonly ILookup<string, string> None = Array.Empty<string>().ToLookup(text => text, StringComparer.Ordinal);

    // A referenced project that was not edited is analysed once, however often this one is.
    private static readonly ConditionalWeakTable<Compilation, ILookup<string, string>> Projects = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IAssemblySymbol, ILookup<string, string>> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<string>> _sinkNames;
    private readonly Lazy<HashSet<string>> _loggedNames;

    public ReferencedSummaries(Compilation compilation)
    {
        _compilation = compilation;
        _sinkNames = new Lazy<HashSet<string>>(() => NamesOf(SummaryReader.HasSink));
        _loggedNames = new Lazy<HashSet<string>>(() => NamesOf(text => SummaryReader.MayGive(text, FlowLabel.ModelOutput) || SummaryReader.MayGive(text, FlowLabel.PseudonymMap)));
    }

    public bool Knows(IMethodSymbol method) => Summaries(method).Any();

    /// <summary>The summaries of the method, and of what may run in its place.</summary>
    /// <param name="method">A method of another assembly.</param>
    /// <param name="call">The call that they are wanted for.</param>
    public IEnumerable<FlowSummary> Of(IMethodSymbol method, SyntaxNode call)
    {
        foreach (var text in Summaries(method))
        {
            if (new SummaryReader(method, call).Read(text) is { } summary)
            {
                yield return summary;
            }
        }
    }

    /// <summary>True for the name of a method that sends what it is given.</summary>
    public bool ReachesSink(string name) => _sinkNames.Value.Contains(name);

    /// <summary>True for the name of a method that may give a model's answer or a table of pseudonyms.</summary>
    public bool MayGiveLogged(string name) => _loggedNames.Value.Contains(name);

    /// <summary>True when some method may give data of that kind.</summary>
    public bool MayGive(PersonalDataKind kind) => NamesOf(text => SummaryReader.MayGive(text, kind)).Count > 0;

    private IEnumerable<string> Summaries(IMethodSymbol method)
    {
        if (method.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly))
        {
            return [];
        }

        var known = In(assembly);
        return known.Count == 0 || method.OriginalDefinition.GetDocumentationCommentId() is not { } id ? [] : known[id];
    }

    private ILookup<string, string> In(IAssemblySymbol assembly) => _assemblies.TryGetValue(assembly, out var known) ? known : _assemblies.GetOrAdd(assembly, Read(assembly));

    private ILookup<string, string> Read(IAssemblySymbol assembly)
    {
        if (!KnowsOurAttributes(assembly))
        {
            return None;
        }

        if (_compilation.GetMetadataReference(assembly) is CompilationReference { Compilation: var project })
        {
            return Projects.GetValue(project, made => new ExportedSummaries(made).All(default).ToLookup(entry => entry.Member, entry => entry.Summary, StringComparer.Ordinal));
        }

        return assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { Name: "FlowSummaryAttribute", ContainingNamespace: { Name: "HyperscaleSdk", ContainingNamespace.IsGlobalNamespace: true } } && attribute.ConstructorArguments.Length == 2)
            .ToLookup(attribute => attribute.ConstructorArguments[0].Value as string ?? string.Empty, attribute => attribute.ConstructorArguments[1].Value as string ?? string.Empty, StringComparer.Ordinal);
    }

    // The attributes of all other assemblies, the framework's among them, need not be read.
    private static bool KnowsOurAttributes(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name is ExportedSummaries.AttributeAssembly));

    private HashSet<string> NamesOf(Func<string, bool> matches) => new(
        _compilation.SourceModule.ReferencedAssemblySymbols.Select(In).SelectMany(known => known)
            .Where(member => member.Any(matches)).Select(member => ExportedSummaries.NameOf(member.Key)),
        StringComparer.Ordinal);
}
