using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Fields and variables that hold their first value for ever, and methods and properties that give the same one always: conditions on them have one outcome.</summary>
internal sealed class ConstantMembers(FlowEngine engine)
{
    // What a file assigns depends on its text only, so that an edit of one file costs that file.
    private static readonly ConditionalWeakTable<SyntaxTree, Assigned> AssignedNames = new();

    private readonly FlowEngine _engine = engine;

    // Null stands for what is not known.
    private readonly ConcurrentDictionary<ISymbol, object?> _values = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a field, a local variable, a property, or a method without parameters; null when it may vary.</summary>
    public object? ValueOf(ISymbol member, CancellationToken cancellationToken) => member switch
    {
        IFieldSymbol { HasConstantValue: true } field => field.ConstantValue,
        ILocalSymbol { HasConstantValue: true } local => local.ConstantValue,
        _ when member.DeclaringSyntaxReferences.Length != 1 || !CanBeTried(member) => null,
        _ => _values.TryGetValue(member, out var known) ? known : _values.GetOrAdd(member, Tried(member, cancellationToken)),
    };

    /// <summary>What a method gives for constants; null when it may vary.</summary>
    public object? ValueOf(IMethodSymbol method, object?[] arguments, CancellationToken cancellationToken) => arguments.Length == 0 ? ValueOf(method, cancellationToken)
        : method.DeclaringSyntaxReferences.Length == 1 && CanBeTried(method) && _engine.Bodies.HasBody(method) ? new TextTrial(_engine, cancellationToken).ValueOf(method, arguments) : null;

    /// <summary>The value that a variable begins with and never falls below: the counter of a loop.</summary>
    public static object? LeastOf(ILocalSymbol local) => local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: int least } literal }
        && local.Type.SpecialType == SpecialType.System_Int32 && !In(literal.SyntaxTree).Sets(local.Name) ? least : null;

    private static bool CanBeTried(ISymbol member) => member switch
    {
        IFieldSymbol field => IsPlain(field.Type),
        ILocalSymbol local => IsPlain(local.Type),
        IPropertySymbol property => IsPlain(property.Type) && property is { IsIndexer: false, IsVirtual: false, IsOverride: false, IsAbstract: false },
        IMethodSymbol method => IsPlain(method.ReturnType) && method is { IsVirtual: false, IsOverride: false, IsAbstract: false, MethodKind: MethodKind.Ordinary },
        _ => false,
    };

    // The 1 of "long level = 1" is an int until it is converted, and equals no long.
    private static bool IsPlain(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String } or { TypeKind: TypeKind.Enum };

    private object? Tried(ISymbol member, CancellationToken cancellationToken)
    {
        var trial = new TextTrial(_engine, cancellationToken);
        if ((member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod) is { } method && _engine.Bodies.HasBody(method))
        {
            return trial.ValueOf(method, []);
        }

        // From outside of the project a setter may be called that nobody calls here.
        var value = member is not IPropertySymbol { SetMethod: not null } && _engine.Bodies.InitialOperationOf(member, cancellationToken) is ISymbolInitializerOperation initializer ? trial.ValueOf(initializer.Value) : null;
        return value is null || Changes(member) ? null : value;
    }

    // A local variable is set in its own file only; so are private fields, but for partial types.
    private bool Changes(ISymbol member) => member is ILocalSymbol ? In(member.DeclaringSyntaxReferences[0].SyntaxTree).Changes(member.Name) : _engine.Compilation.SyntaxTrees.Any(tree => In(tree).Changes(member.Name));

    private static Assigned In(SyntaxTree tree) => AssignedNames.GetValue(tree, read => new Assigned(read));

    /// <summary>The names that a file assigns.</summary>
    private sealed class Assigned
    {
        private readonly HashSet<string> _set = new(StringComparer.Ordinal);
        private readonly HashSet<string> _counted = new(StringComparer.Ordinal);

        public Assigned(SyntaxTree tree)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                switch (node)
                {
                    case AssignmentExpressionSyntax assignment:
                        Add(_set, assignment.Left);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } prefix:
                        Add(_set, prefix.Operand);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } postfix:
                        Add(_set, postfix.Operand);
                        break;
                    case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } prefix:
                        Add(_counted, prefix.Operand);
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } postfix:
                        Add(_counted, postfix.Operand);
                        break;
                    case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                        Add(_set, argument.Expression);
                        break;
                    case RefExpressionSyntax reference:
                        Add(_set, reference.Expression);
                        break;
                }
            }
        }

        /// <summary>The name gets another value somewhere, be it by counting.</summary>
        public bool Changes(string name) => Sets(name) || _counted.Contains(name);

        /// <summary>The name gets another value somewhere, not only by counting up.</summary>
        public bool Sets(string name) => _set.Contains(name);

        private static void Add(HashSet<string> names, ExpressionSyntax target)
        {
            switch (target)
            {
                case IdentifierNameSyntax name:
                    names.Add(name.Identifier.ValueText);
                    break;
                case MemberAccessExpressionSyntax member:
                    names.Add(member.Name.Identifier.ValueText);
                    break;
                case ParenthesizedExpressionSyntax inner:
                    Add(names, inner.Expression);
                    break;
                case TupleExpressionSyntax tuple:
                    foreach (var element in tuple.Arguments)
                    {
                        Add(names, element.Expression);
                    }

                    break;
            }
        }
    }
}
