using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Takes a client expression apart into places that hold clients and expressions that make them.</summary>
internal sealed partial class ClientExpressions(ClientGraph graph, CancellationToken cancellationToken)
{
    private const int MaxDepth = 160;

    private readonly ClientGraph _graph = graph;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly List<ClientSource> _found = [];
    private readonly Stack<IMethodSymbol> _active = new();
    private int _depth;
    private bool _isCut;

    public bool IsEmpty => _found.Count == 0;

    public ImmutableArray<ClientSource> ToSources() => [.. _found];

    public void AddAll(IEnumerable<ClientSource> sources) => _found.AddRange(sources);

    public void AddPlace(object place, ClientMarks marks) => _found.Add(new ClientSource(place is ISymbol symbol ? symbol.OriginalDefinition : place, marks));

    public void AddOutside(SyntaxNode syntax, ClientMarks marks) => _found.Add(new ClientSource(new ClientOrigin(syntax, type: null, isCreation: false, isHarmless: false), marks));

    public void AddCreation(SyntaxNode syntax, ITypeSymbol? type, bool isHarmless, ClientMarks marks) =>
        _found.Add(new ClientSource(new ClientOrigin(syntax, type, isCreation: true, isHarmless), marks));

    public void ExpandSyntax(SyntaxNode? node, ClientMarks marks)
    {
        if (node is not null)
        {
            Expand(_graph.Model(node.SyntaxTree).GetOperation(node, _cancellationToken), marks);
        }
    }

    public void Expand(IOperation? operation, ClientMarks marks)
    {
        if (operation is null)
        {
            return;
        }

        if (_depth >= MaxDepth)
        {
            AddOutside(operation.Syntax, marks);
            return;
        }

        _depth++;
        ExpandKind(operation, marks);
        _depth--;
    }

    private void ExpandKind(IOperation operation, ClientMarks marks)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                Expand(conversion.Operand, marks);
                break;
            case IAwaitOperation awaited:
                Expand(awaited.Operation, marks);
                break;
            case IArgumentOperation argument:
                Expand(argument.Value, marks);
                break;
            case ICoalesceOperation coalesce:
                Expand(coalesce.Value, marks);
                Expand(coalesce.WhenNull, marks);
                break;
            case IConditionalOperation conditional:
                Expand(conditional.WhenTrue, marks);
                Expand(conditional.WhenFalse, marks);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Expand(arm.Value, marks);
                }

                break;
            case ICoalesceAssignmentOperation assignment:
                Expand(assignment.Target, marks);
                Expand(assignment.Value, marks);
                break;
            case IAssignmentOperation assignment:
                Expand(assignment.Value, marks);
                break;
            case IConditionalAccessOperation access:
                Expand(access.WhenNotNull, marks);
                break;
            case IConditionalAccessInstanceOperation:
                Expand(AccessedBy(operation), marks);
                break;
            case ILiteralOperation or IDefaultValueOperation or IThrowOperation:
                break;
            case ILocalReferenceOperation { Local: var local }:
                AddPlace(local, marks);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                AddPlace(parameter, marks);
                break;
            case IFieldReferenceOperation field:
                ExpandMember(field, field.Field, marks);
                break;
            case IPropertyReferenceOperation property:
                ExpandMember(property, property.Property, marks);
                break;
            case IArrayElementReferenceOperation element:
                Expand(element.ArrayReference, marks);
                break;
            case IDeclarationExpressionOperation declaration:
                Expand(declaration.Expression, marks);
                break;
            case IWithOperation with:
                Expand(with.Operand, marks);
                break;
            case IDelegateCreationOperation creation:
                Expand(creation.Target, marks);
                break;
            case IMethodReferenceOperation reference:
                ExpandCall(reference.Method, reference.Syntax, _ => null, marks);
                break;
            case IAnonymousFunctionOperation function:
                ExpandReturns(function.Body, marks);
                break;
            case IObjectCreationOperation creation:
                Create(creation, marks);
                break;
            case IInvocationOperation invocation:
                Invoke(invocation, marks);
                break;
            case ITupleOperation tuple:
                ExpandEach(tuple.Elements, marks);
                break;
            case IArrayCreationOperation array:
                ExpandEach(array.Initializer?.ElementValues ?? [], marks);
                break;
            case ICollectionExpressionOperation collection:
                ExpandEach(collection.Elements, marks);
                break;
            case ISpreadOperation spread:
                Expand(spread.Operand, marks);
                break;
            default:
                AddOutside(operation.Syntax, marks);
                break;
        }
    }

    private void ExpandEach(ImmutableArray<IOperation> operations, ClientMarks marks)
    {
        foreach (var operation in operations)
        {
            if (Carries(operation))
            {
                Expand(operation, marks);
            }
        }
    }

    /// <summary>The values that a body returns; nested functions return for themselves.</summary>
    public void ExpandReturns(IOperation? body, ClientMarks marks)
    {
        if (body is IReturnOperation { ReturnedValue: { } value })
        {
            Expand(value, marks);
            return;
        }

        foreach (var child in body?.ChildOperations ?? default)
        {
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation))
            {
                ExpandReturns(child, marks);
            }
        }
    }

    private void ExpandMember(IMemberReferenceOperation reference, ISymbol member, ClientMarks marks)
    {
        if (_graph.IsInSource(member) && !member.ContainingType.IsTupleType && !IsIndexer(member))
        {
            AddPlace(member, marks);
        }
        else if (reference.Instance is { } instance && Carries(instance))
        {
            // client.Messages of a provider's SDK, lazy.Value, task.Result, pair.Value: still that client.
            Expand(instance, marks);
        }
        else
        {
            AddOutside(reference.Syntax, marks);
        }
    }

    private static bool IsIndexer(ISymbol member) => member is IPropertySymbol { IsIndexer: true };

    private static IOperation? AccessedBy(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span) && access.Operation.Syntax.Span != access.WhenNotNull.Syntax.Span
                && !access.Operation.Syntax.Span.Contains(instance.Syntax.Span))
            {
                return access.Operation;
            }

            // The placeholder has the syntax of what it stands for.
            if (parent is IConditionalAccessOperation outer && outer.Operation.Syntax == instance.Syntax)
            {
                return outer.Operation;
            }
        }

        return null;
    }

    private bool Carries(IOperation operation) => ClientTypes.Carries(Unconverted(operation).Type ?? operation.Type, _graph.Types)
        || Unconverted(operation) is IDelegateCreationOperation or IAnonymousFunctionOperation;

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
