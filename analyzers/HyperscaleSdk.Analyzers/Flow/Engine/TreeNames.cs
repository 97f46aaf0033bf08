using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The names that a file mentions, per member that it declares: enough to tell which methods can reach a sink.</summary>
internal sealed class TreeNames
{
    // Depends on the file's text only: an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Known = new();

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly List<NamesInMember> _declared = [];

    private TreeNames(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is MemberDeclarationSyntax member and not (BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or EnumDeclarationSyntax or DelegateDeclarationSyntax))
            {
                Add(member);
            }
        }
    }

    /// <summary>Each member, and the identifiers in it.</summary>
    public List<NamesInMember> Members { get; } = [];

    /// <summary>Methods that are given functions, by the types of their parameters.</summary>
    public HashSet<string> Takers { get; } = new(StringComparer.Ordinal);

    /// <summary>Methods that a lambda is given to, and the identifiers in the member that gives it.</summary>
    public List<NamesInMember> Given { get; } = [];

    public static TreeNames Of(SyntaxTree tree) => Known.GetValue(tree, made => new TreeNames(made));

    /// <summary>Whether the file may mention the name, by its words alone.</summary>
    public static bool MayMention(SyntaxTree tree, string name)
    {
        var words = SourceWords.Of(tree);
        return words.Contains(name) || name switch
        {
            "Dispose" or "DisposeAsync" => words.Contains("using"),
            "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Current" => words.Contains("foreach"),
            _ => false,
        };
    }

    /// <summary>Whether a member of the file mentions the name.</summary>
    public static bool Mentions(SyntaxTree tree, string name) => MayMention(tree, name) && Of(tree)._all.Contains(name);

    /// <summary>The methods, accessors and top-level statements of the file that mention the name, in their order.</summary>
    public static IEnumerable<SyntaxNode> Mentioning(SyntaxTree tree, string name) =>
        MayMention(tree, name) ? Of(tree)._declared.Where(member => member.Mentioned.Contains(name)).SelectMany(member => Bodies(member.Declaration, name)) : [];

    private static IEnumerable<SyntaxNode> Bodies(SyntaxNode member, string name) => member switch
    {
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Where(accessor => accessor.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)),
        BaseMethodDeclarationSyntax or GlobalStatementSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax => [member],
        _ => [],
    };

    private void Add(MemberDeclarationSyntax member)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var declared = new NamesInMember(NameOf(member), names, member);
        _declared.Add(declared);
        Members.Add(declared);
        foreach (var part in member.DescendantNodesAndTokens())
        {
            if (part.AsNode() is { } node)
            {
                AddFunctions(node, names);
            }
            else
            {
                Add(names, part.AsToken());
            }
        }

        _all.UnionWith(names);
        foreach (var variable in member is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.Where(variable => variable.Initializer is not null) : [])
        {
            Members.Add(new NamesInMember(variable.Identifier.ValueText, names, variable));
        }

        foreach (var place in PlacesOfHandlers(member))
        {
            // Whoever runs what the accessors keep runs the event's subscribers.
            Members.Add(new NamesInMember(place, new HashSet<string>(StringComparer.Ordinal) { declared.Name }, member));
        }

        if (TakesFunctions(member))
        {
            Takers.Add(declared.Name);
        }
    }

    private void AddFunctions(SyntaxNode node, HashSet<string> names)
    {
        if (node is InvocationExpressionSyntax call && CalledName(call) is { } called && call.ArgumentList.Arguments.Any(argument => argument.Expression is AnonymousFunctionExpressionSyntax))
        {
            Given.Add(new NamesInMember(called, names, call));
        }
        else if (node is AssignmentExpressionSyntax assignment && KeepsFunction(assignment))
        {
            // Whoever calls the delegate runs what stands in this member.
            Members.Add(new NamesInMember(PlaceOf(assignment), names, assignment));
        }
    }

    private static bool TakesFunctions(SyntaxNode member) => member is MethodDeclarationSyntax method && method.ParameterList.Parameters.Any(parameter => parameter.Type is { } type && IsFunction(type));

    private static bool IsFunction(TypeSyntax type)
    {
        var name = (type is NullableTypeSyntax nullable ? nullable.ElementType : type).GetLastToken().Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } ? generic.Identifier.ValueText : type.DescendantTokens().FirstOrDefault().ValueText;
        return name is "Action" or "Func" || name.EndsWith("Handler", StringComparison.Ordinal) || name.EndsWith("Callback", StringComparison.Ordinal);
    }

    private static string? CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> PlacesOfHandlers(SyntaxNode member) => member is not EventDeclarationSyntax && !TakesFunctions(member) ? [] : member.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
        .Select(name => name.Identifier.ValueText).Where(name => name is not "value").Distinct(StringComparer.Ordinal);

    // _send = text => ...; form.Submitted += Ask; _handlers = new() { ["ask"] = text => ... };
    private static bool KeepsFunction(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.AddAssignmentExpression) || assignment.Right.DescendantNodesAndSelf().Any(part => part is AnonymousFunctionExpressionSyntax);

    private static string PlaceOf(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };

    private static void Add(HashSet<string> names, SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken:
                names.Add(token.ValueText);
                break;

            // These statements call methods without naming them.
            case SyntaxKind.UsingKeyword:
                names.Add("Dispose");
                names.Add("DisposeAsync");
                break;
            case SyntaxKind.ForEachKeyword:
                names.Add("GetEnumerator");
                names.Add("GetAsyncEnumerator");
                names.Add("MoveNext");
                names.Add("MoveNextAsync");
                names.Add("Current");
                break;
        }
    }

    /// <summary>How other code names the member when it uses it; a constructor by its type, everything without a name by none.</summary>
    public static string NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax happening => happening.Identifier.ValueText,
        BaseFieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } => type.Identifier.ValueText,
        _ => string.Empty,
    };
}
