using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a project tells others about those of its methods that others can call.</summary>
internal sealed class ExportedSummaries
{
    /// <summary>The assembly of the attribute that carries summaries.</summary>
    public const string AttributeAssembly = "HyperscaleSdk.PersonalData";

    // An assembly with more than this is a generated one; a longer summary says little that a short one does not.
    private const int MostSummaries = 2_000;
    private const int LongestSummary = 2_000;

    private static readonly string[] Cleaners = ["Redact", "Mask", "Sanitize", "Anonym", "Pseudonym", "Scrub", "Hash", "Encrypt", "Clean", "마스킹", "가명"];

    private readonly FlowEngine _engine;
    private readonly bool _hasFriends;

    public ExportedSummaries(Compilation compilation)
    {
        _engine = new FlowEngine(compilation, AiTypes.ResolveOrEmpty(compilation));
        _hasFriends = compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "InternalsVisibleToAttribute");
    }

    /// <summary>Member (by its documentation id) and summary, in the order of the members' ids.</summary>
    public ImmutableArray<(string Member, string Summary)> All(CancellationToken cancellationToken)
    {
        var clientMethods = GeneratedClients.MethodNames(_engine.Compilation);
        var reach = new NameReach(_engine.Compilation, name => FlowSinks.MayBeSink(name) || clientMethods.Contains(name) || _engine.Referenced.ReachesSink(name) || IsOfInterest(name));
        if (reach.IsEmpty)
        {
            return [];
        }

        var all = DeclaredTypes.In(_engine.Compilation.Assembly.GlobalNamespace).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => IsVisible(method) && reach.Contains(method)).SelectMany(method => Of(method, cancellationToken)).Distinct().ToList();
        return [.. all.OrderBy(entry => entry.Member, StringComparer.Ordinal).ThenBy(entry => entry.Summary, StringComparer.Ordinal).Take(MostSummaries)];
    }

    /// <summary>The simple name in a documentation id; of a constructor, that of its type.</summary>
    public static string NameOf(string id)
    {
        var end = id.IndexOf('(');
        var segments = (end < 0 ? id : id.Substring(0, end)).Split('.');
        var name = segments[segments.Length - 1];
        name = name is "#ctor" && segments.Length > 1 ? segments[segments.Length - 2] : name;
        name = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name;
        var generic = name.IndexOf('`');
        return generic < 0 ? name : name.Substring(0, generic);
    }

    private IEnumerable<(string Member, string Summary)> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.GetDocumentationCommentId() is not { } id)
        {
            yield break;
        }

        foreach (var target in method.MethodKind == MethodKind.Constructor ? [method] : _engine.TargetsOf(method, exact: null))
        {
            if (_engine.SummaryOf(target, new SummaryRun(), cancellationToken) is { } summary && TellsSomething(method, summary))
            {
                var text = new SummaryWriter(summary, value => Settled(value, target, cancellationToken)).Write();
                if (text.Length <= LongestSummary)
                {
                    yield return (id, text);
                }
            }
        }
    }

    /// <summary>What the object holds because of other methods is not seen at the call.</summary>
    private FlowValue Settled(FlowValue value, IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var input in value.Inputs.Where(input => input.Parameter < 0))
        {
            foreach (var origin in _engine.Ambient.Of(method.ContainingType, input, cancellationToken).Origins)
            {
                value = value.Add(origin);
            }
        }

        return value;
    }

    // A call of a method that nothing is known of gives back what it is given: summaries that say only that are left out.
    private static bool TellsSomething(IMethodSymbol method, FlowSummary summary)
    {
        var values = summary.Heap.SelectMany(site => site.Value.Values).Concat(summary.Outs.Values).Append(summary.Return).ToList();
        if (summary.Hits.Any(SummaryWriter.IsCallersMatter) || values.Any(value => !value.Origins.IsEmpty || value.Inputs.Any(input => input.Parameter < 0)) || summary.Return.Cleared != 0)
        {
            return true;
        }

        if (summary.Heap.Keys.Any(site => summary.Sites[site].Input is not null))
        {
            return true;
        }

        var given = new HashSet<int>(values.SelectMany(value => value.Inputs).Where(input => input.Passing == uint.MaxValue).Select(input => input.Parameter));
        return TextCarriers.CanCarry(method.ReturnType) && method.Parameters.Any(parameter => TextCarriers.CanCarry(parameter.Type) && !given.Contains(parameter.Ordinal));
    }

    private static bool IsOfInterest(string name) =>
        name is "PersonalData" or "PersonalDataAttribute" or "PersonalDataSanitizer" or "PersonalDataRedactor" or "ChildData"
        || Array.Exists(Cleaners, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        || PersonalDataNames.Classify(name) is { NeedsPerson: false, Confidence: >= PersonalDataConfidence.Medium };

    private bool IsVisible(IMethodSymbol method)
    {
        if (method.IsImplicitlyDeclared || method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion))
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (!(symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                || (_hasFriends && symbol.DeclaredAccessibility is Accessibility.Internal)))
            {
                return false;
            }
        }

        return true;
    }
}
