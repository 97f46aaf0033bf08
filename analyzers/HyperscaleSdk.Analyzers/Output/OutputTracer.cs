using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Walks back from an expression to what a model answered, within the method and the methods of the same file that it calls.</summary>
internal sealed partial class OutputTracer(AiTypes types, OutputPolicy policy, CancellationToken cancellationToken)
{
    private const int MostSteps = 4000;
    private const int MostCalls = 4;

    private readonly AiTypes _types = types;
    private readonly OutputPolicy _policy = policy;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly HashSet<(ISymbol Variable, SyntaxNode Use, SyntaxNode? Call)> _open = [];
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _calls = new(SymbolEqualityComparer.Default);
    private SyntaxNode? _call;
    private int _steps;

    /// <summary>The variables that the walk came through.</summary>
    public HashSet<ISymbol> Variables { get; } = new(SymbolEqualityComparer.Default);

    public OutputForms Trace(IOperation? operation)
    {
        var form = Follow(operation);

        // A picture that a model put into its answer.
        return form.HasFlag(OutputForms.Text) && OutputTypes.IsMedia(operation!.Type) ? OutputForms.Media : form;
    }

    private OutputForms Follow(IOperation? operation)
    {
        if (operation is null || ++_steps > MostSteps || !ExecutionStack.HasRoom || _policy.Accepts(operation))
        {
            return OutputForms.None;
        }

        if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
        {
            Variables.Add(VariableOf(operation));
        }

        var form = operation is IObjectCreationOperation or IConversionOperation or IAwaitOperation or IConditionalAccessOperation or ISimpleAssignmentOperation ? OutputForms.None : OutputTypes.FormOf(operation.Type);
        if (form != OutputForms.None)
        {
            return form;
        }

        return operation switch
        {
            IConversionOperation conversion => Holds(conversion) ? Trace(conversion.Operand) : OutputForms.None,
            IAwaitOperation awaited => Trace(awaited.Operation),
            IParenthesizedOperation parenthesized => Trace(parenthesized.Operand),
            ISimpleAssignmentOperation assignment => Trace(assignment.Value),
            ILocalReferenceOperation or IParameterReferenceOperation => Variable(operation),
            IPropertyReferenceOperation property => Property(property),
            IFieldReferenceOperation { Instance: { } instance } field => Holds(field) ? Trace(instance) : OutputForms.None,
            IArrayElementReferenceOperation element => Trace(element.ArrayReference),
            IInlineArrayAccessOperation element => Trace(element.Instance),
            IInvocationOperation invocation => Invocation(invocation),
            IConditionalAccessOperation access => Holds(access) ? Trace(access.WhenNotNull) : OutputForms.None,
            IConditionalAccessInstanceOperation => Trace(Receiver(operation)),
            ICoalesceOperation coalesce => Trace(coalesce.Value) | Trace(coalesce.WhenNull),
            IConditionalOperation conditional => Trace(conditional.WhenTrue) | Trace(conditional.WhenFalse) | (_policy.FollowsValues ? Trace(conditional.Condition) : OutputForms.None),
            ISwitchExpressionOperation choice => Arms(choice),
            IBinaryOperation binary => Holds(binary) ? Parts(Terms(binary)) : OutputForms.None,
            IUnaryOperation unary => _policy.FollowsValues ? Trace(unary.Operand) : OutputForms.None,
            IIsPatternOperation pattern => _policy.FollowsValues ? Trace(pattern.Value) : OutputForms.None,
            IInterpolatedStringOperation interpolated => Parts(interpolated.Parts),
            IInterpolationOperation interpolation => Trace(interpolation.Expression),
            IInterpolatedStringHandlerCreationOperation handler => Trace(handler.Content),
            IInterpolatedStringAdditionOperation addition => Parts(addition.Left, addition.Right),
            IObjectCreationOperation creation => Creation(creation),
            IAnonymousObjectCreationOperation creation => Parts(creation.Initializers),
            IObjectOrCollectionInitializerOperation initializer => Parts(initializer.Initializers),
            IArrayCreationOperation { Initializer: { } initializer } => Parts(initializer.ElementValues),
            ICollectionExpressionOperation collection => Parts(collection.Elements),
            ISpreadOperation spread => Trace(spread.Operand),
            ITupleOperation tuple => Parts(tuple.Elements),
            ITranslatedQueryOperation query => Trace(query.Operation),
            IDelegateCreationOperation creation => Trace(creation.Target),
            IAnonymousFunctionOperation function => Results(function.Body),
            IWithOperation copy => Trace(copy.Operand) | Trace(copy.Initializer),
            _ => OutputForms.None,
        };
    }

    private static ISymbol VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => ((IFieldReferenceOperation)operation).Field,
    };

    private bool Holds(IOperation operation) => _policy.FollowsValues || OutputTypes.CanHold(operation.Type);

    private OutputForms Variable(IOperation reference)
    {
        var variable = VariableOf(reference);
        if (!_open.Add((variable, reference.Syntax, _call)))
        {
            return OutputForms.None;
        }

        var form = OutputForms.None;
        var writes = LocalWrites.Around(reference).Before(variable, reference.Syntax, out var isReplaced);
        foreach (var write in writes)
        {
            if (write.Value is null)
            {
                continue;
            }

            if (_policy.AcceptsWhole(write.Value))
            {
                return OutputForms.None;
            }

            form |= Trace(write.Value);
        }

        if (!isReplaced && variable is IParameterSymbol parameter && _arguments.TryGetValue(parameter, out var argument))
        {
            form |= Trace(argument);
        }

        return form;
    }

    private OutputForms Property(IPropertyReferenceOperation reference)
    {
        if (OutputTypes.IsMetadata(reference.Property) || !Holds(reference))
        {
            return OutputForms.None;
        }

        var form = Trace(reference.Instance);

        // ChatResponse<T>.Result was read against the schema of T.
        return form.HasFlag(OutputForms.Text) && reference.Property.Name is "Result" && reference.Property.ContainingType is { Name: "ChatResponse", TypeArguments.Length: 1 }
            ? OutputForms.Typed
            : form;
    }

    private static IOperation? Receiver(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.Operation.Syntax.SpanStart <= instance.Syntax.SpanStart && !access.Operation.Syntax.Span.Contains(instance.Syntax.Span))
            {
                return access.Operation;
            }
        }

        return null;
    }

    // A sum of thousands lies within itself on the left.
    private IEnumerable<IOperation> Terms(IBinaryOperation sum)
    {
        for (; ; )
        {
            yield return sum.RightOperand;
            if (sum.LeftOperand is not IBinaryOperation inner || !Holds(inner) || _policy.Accepts(inner))
            {
                yield return sum.LeftOperand;
                yield break;
            }

            sum = inner;
        }
    }

    private OutputForms Arms(ISwitchExpressionOperation choice)
    {
        var form = _policy.FollowsValues ? Trace(choice.Value) : OutputForms.None;
        foreach (var arm in choice.Arms)
        {
            form |= Trace(arm.Value);
        }

        return form;
    }

    private OutputForms Creation(IObjectCreationOperation creation)
    {
        var form = OutputForms.None;
        foreach (var argument in creation.Arguments)
        {
            if (_policy.AcceptsWhole(argument.Value))
            {
                return OutputForms.None;
            }

            form |= Trace(argument.Value);
        }

        return form | Trace(creation.Initializer);
    }

    private OutputForms Parts(params IEnumerable<IOperation> parts)
    {
        var form = OutputForms.None;
        foreach (var part in parts)
        {
            if (_policy.AcceptsWhole(part))
            {
                return OutputForms.None;
            }

            form |= Trace(part);
        }

        return form;
    }
}
