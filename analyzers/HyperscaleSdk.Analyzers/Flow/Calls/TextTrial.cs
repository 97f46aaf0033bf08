using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Runs a method of the project that makes one text of another, on an example: what a mask written by hand leaves can be seen from
/// its result. It knows the language and the members that such methods are written in, and gives up at all else: at state, at
/// calls out of the project, after too many steps.
/// </summary>
internal sealed partial class TextTrial(FlowEngine engine, CancellationToken cancellationToken)
{
    private const int MostSteps = 20_000;
    private const int DeepestCall = 16;

    // Expressions within expressions of all calls under way.
    private const int DeepestOperation = 250;

    private readonly FlowEngine _engine = engine;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly Dictionary<SyntaxNode, object?> _conditional = [];

    private Frame _frame = new();
    private int _steps;
    private int _calls;
    private int _depth;

    private enum Next
    {
        Statement,
        Break,
        Continue,
        Return,
    }

    /// <summary>The method does not come to an end within the steps that it may take: nor will it with another text.</summary>
    public bool IsEndless => _steps > MostSteps;

    /// <param name="method">The method.</param>
    /// <param name="receiver">The text whose extension the method is; null for all others.</param>
    /// <param name="arguments">By parameter.</param>
    /// <returns>Null when nothing is known about the result.</returns>
    public string? Run(IMethodSymbol method, object? receiver, object?[] arguments) => Try(() => Call(method, receiver, arguments)) as string;

    /// <summary>What a method gives for constants; null when that is not known.</summary>
    public object? ValueOf(IMethodSymbol method, object?[] arguments) => Try(() => Call(method, receiver: null, arguments));

    /// <summary>What an expression that depends on nothing gives; null when that is not known.</summary>
    public object? ValueOf(IOperation expression) => Try(() => Evaluate(expression));

    private object? Try(Func<object?> run)
    {
        (_frame, _steps, _calls, _depth) = (new Frame(), 0, 0, 0);
        try
        {
            return run();
        }
        catch (Exception problem) when (problem is NotSupportedException or ArgumentException or InvalidOperationException or IndexOutOfRangeException
            or KeyNotFoundException or RegexMatchTimeoutException or InvalidCastException or NullReferenceException or ArithmeticException or ArrayTypeMismatchException)
        {
            // The method throws, or does what is not known here.
            return null;
        }
    }

    private object? Call(IMethodSymbol method, object? receiver, object?[] arguments)
    {
        if (++_calls > DeepestCall || method.IsAsync || method.Parameters.Length != arguments.Length || method.Parameters.Any(parameter => parameter.RefKind is not (RefKind.None or RefKind.In))
            || _engine.Bodies.OperationsOf(method, _cancellationToken).FirstOrDefault() is not { } body)
        {
            throw TextTrialLibrary.Unknown(method.Name);
        }

        var caller = _frame;
        _frame = new Frame { Receiver = receiver };
        var parameters = MethodBodies.ImplementationOf(method).Parameters;
        for (var i = 0; i < parameters.Length; i++)
        {
            _frame.Variables[parameters[i]] = arguments[i];
        }

        var result = Result(body is IMethodBodyOperation whole ? whole.BlockBody ?? whole.ExpressionBody : body);
        _frame = caller;
        _calls--;
        return result;
    }

    private object? Result(IOperation? body) =>
        body is not null && Execute(body) == Next.Return ? _frame.Result : null;

    // A lambda shares the variables of the method around it.
    private Func<object?[], object?> Function(IAnonymousFunctionOperation lambda)
    {
        var frame = _frame;
        return arguments =>
        {
            var caller = _frame;
            _frame = frame;
            for (var i = 0; i < lambda.Symbol.Parameters.Length; i++)
            {
                frame.Variables[lambda.Symbol.Parameters[i]] = arguments[i];
            }

            var result = Result(lambda.Body);
            _frame = caller;
            return result;
        };
    }

    private void Step()
    {
        if (++_steps > MostSteps || _depth > DeepestOperation || !ExecutionStack.HasRoom)
        {
            throw TextTrialLibrary.Unknown(nameof(Step));
        }

        _cancellationToken.ThrowIfCancellationRequested();
    }

    private Next Execute(IOperation statement)
    {
        _depth++;
        Step();
        var next = ExecuteOne(statement);
        _depth--;
        return next;
    }

    private Next ExecuteOne(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Execute(block.Operations);
            case IVariableDeclarationGroupOperation group:
                Declare(group);
                return Next.Statement;
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation);
                return Next.Statement;
            case IReturnOperation { Kind: OperationKind.Return } result:
                _frame.Result = result.ReturnedValue is null ? null : Evaluate(result.ReturnedValue);
                return Next.Return;
            case IConditionalOperation condition:
                return IsTrue(condition.Condition) ? Execute(condition.WhenTrue) : condition.WhenFalse is { } other ? Execute(other) : Next.Statement;
            case IForLoopOperation loop:
                Execute(loop.Before);
                return Loop(loop.Condition, loop.Body, loop.AtLoopBottom);
            case IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false } loop:
                return Loop(loop.Condition, loop.Body, []);
            case IForEachLoopOperation loop:
                return ForEach(loop);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Next.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Next.Continue;
            case ISwitchOperation choice:
                return Switch(choice);
            case ILocalFunctionOperation or IEmptyOperation:
                return Next.Statement;
            default:
                throw TextTrialLibrary.Unknown(statement.Kind.ToString());
        }
    }

    private Next Execute(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            if (Execute(statement) is var next and not Next.Statement)
            {
                return next;
            }
        }

        return Next.Statement;
    }

    private void Declare(IVariableDeclarationGroupOperation group)
    {
        foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if (declarator.Symbol.IsRef)
            {
                throw TextTrialLibrary.Unknown(declarator.Symbol.Name);
            }

            _frame.Variables[declarator.Symbol] = declarator.GetVariableInitializer() is { } initializer ? Evaluate(initializer.Value) : null;
        }
    }

    private Next Loop(IOperation? condition, IOperation body, IEnumerable<IOperation> bottom)
    {
        while (condition is null || IsTrue(condition))
        {
            var next = Execute(body);
            if (next is Next.Break or Next.Return)
            {
                return next is Next.Return ? next : Next.Statement;
            }

            Execute(bottom);
        }

        return Next.Statement;
    }

    private Next ForEach(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation variable)
        {
            throw TextTrialLibrary.Unknown(nameof(ForEach));
        }

        foreach (var value in TextTrialLibrary.Sequence(Evaluate(loop.Collection)))
        {
            _frame.Variables[variable.Symbol] = value;
            var next = Execute(loop.Body);
            if (next is Next.Break or Next.Return)
            {
                return next is Next.Return ? next : Next.Statement;
            }
        }

        return Next.Statement;
    }

    private Next Switch(ISwitchOperation choice)
    {
        var value = Evaluate(choice.Value);
        var taken = choice.Cases.FirstOrDefault(section => section.Clauses.Any(clause => Matches(clause, value)))
            ?? choice.Cases.FirstOrDefault(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation));
        var next = taken is null ? Next.Statement : Execute(taken.Body);
        return next is Next.Break ? Next.Statement : next;
    }

    private bool Matches(ICaseClauseOperation clause, object? value) => clause switch
    {
        IDefaultCaseClauseOperation => false,
        ISingleValueCaseClauseOperation single => Equals(Evaluate(single.Value), value),
        IPatternCaseClauseOperation pattern => Matches(pattern.Pattern, value) && (pattern.Guard is null || IsTrue(pattern.Guard)),
        _ => throw TextTrialLibrary.Unknown(nameof(Matches)),
    };

    private sealed class Frame
    {
        public Dictionary<ISymbol, object?> Variables { get; } = new(SymbolEqualityComparer.Default);

        public object? Receiver { get; init; }

        public object? Result { get; set; }
    }
}
