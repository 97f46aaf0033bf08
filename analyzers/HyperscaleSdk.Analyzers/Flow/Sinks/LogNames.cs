using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which members of a project write to a log, by what they mention: most methods called Write or Error have nothing to do with one.</summary>
internal sealed class LogNames
{
    private static readonly string[] Loggers = ["ILogger", "Logger", "Log"];

    // Loggers with methods like Error(...), which the framework's own do not have.
    private readonly bool _hasLevels;

    // using static System.Console; using Out = System.Console;
    private readonly bool _hidesPrinters;

    public LogNames(Compilation compilation)
    {
        _hasLevels = compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => !PackageNames.IsFrameworks(assembly.Name) && Array.Exists(Loggers, assembly.TypeNames.Contains))
            || Array.Exists(Loggers, compilation.Assembly.TypeNames.Contains);
        _hidesPrinters = compilation.SyntaxTrees.SelectMany(Usings).Any(directive => (directive.Alias is not null || directive.StaticKeyword.Span.Length > 0)
            && directive.Name is { } name && IsPrinter(name.DescendantTokens().Last().ValueText));
    }

    /// <summary>A call of that name may write to a log.</summary>
    public bool MayLog(string name) => IsSureName(name) || FlowSinks.IsPrintName(name) || (_hasLevels && FlowSinks.IsLevel(name));

    /// <summary>What mentions all this may write to a log.</summary>
    public bool MayLog(HashSet<string> mentioned) => mentioned.Any(IsSureName) || (_hasLevels && mentioned.Any(FlowSinks.IsLevel))
        || ((_hidesPrinters || mentioned.Any(IsPrinter)) && mentioned.Any(FlowSinks.IsPrintName));

    // What stands in an exception's message gets into logs.
    private static bool IsSureName(string name) => FlowSinks.IsLogNameAlone(name) || name.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsPrinter(string name) => name is "Console" or "Debug" or "Trace";

    private static IEnumerable<UsingDirectiveSyntax> Usings(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();
}
