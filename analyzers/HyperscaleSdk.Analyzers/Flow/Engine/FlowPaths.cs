using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// The ways through a body that its flags tell apart: <c>masked = true; ... if (!masked) return;</c>. A flag is a variable that is
/// compared with constants, and set to several of them, or that is true or false and asked more than once; what holds is kept for each
/// of its values. A loop over functions or objects with code of their own has as many ways as it has taken of them.
/// </summary>
internal sealed class FlowPaths
{
    /// <summary>Beyond these, ways are not told apart.</summary>
    public const int Most = 8;

    private const int MostFlags = 2;

    private readonly Dictionary<CaptureId, IOperation?> _captured = [];
    private readonly Dictionary<int, List<(int Flag, object? Value)>> _sets = [];
    private readonly List<ISymbol> _flags = [];

    // By what a loop's elements come out of: its variable.
    private readonly Dictionary<CaptureId, ISymbol> _loops = [];

    // By number; null stands for a value that is not known. On the first one nothing is known. The last value says that a finally block was entered by an exception.
    private readonly List<object?[]> _paths = [];

    private FlowPaths()
    {
    }

    private sealed record Taken(int Count);

    /// <summary>The flags of a body; null when it has none.</summary>
    /// <param name="graph">The body.</param>
    /// <param name="given">What the call in whose place it is run gives for parameters, as constants.</param>
    public static FlowPaths? In(ControlFlowGraph graph, ImmutableDictionary<ISymbol, object> given)
    {
        var paths = new FlowPaths();
        var tests = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        foreach (var block in graph.Blocks)
        {
            paths.Remember(block);
            if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } condition && paths.Tested(condition) is { } test)
            {
                tests[test.Variable] = tests.TryGetValue(test.Variable, out var known) ? known + 1 : 1;
            }
        }

        paths.AddLoops(graph);
        var asked = tests.Keys.ToList();
        asked.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name) is not 0 and var order ? order : left.Locations[0].SourceSpan.Start.CompareTo(right.Locations[0].SourceSpan.Start));
        foreach (var variable in asked)
        {
            var isGiven = given.ContainsKey(variable);
            if ((isGiven || paths._flags.Count < MostFlags) && SetsOf(variable, graph) is { } sets && (isGiven || IsFlag(variable, tests[variable], sets)))
            {
                paths.Add(variable, sets);
            }
        }

        paths._paths.Add(new object?[paths._flags.Count + 1]);
        paths.Start = paths.Number([.. paths._flags.Select(flag => given.TryGetValue(flag, out var value) ? value : null), null]);
        return paths._flags.Count == 0 ? null : paths;
    }

    // A switch over many values is no flag: each of its cases would be a way of its own to the end of the method.
    private static bool IsFlag(ISymbol variable, int tests, List<(int Block, object? Value)> sets) => sets.Count(set => set.Value is not null) > 1
        || (tests > 1 && variable is ILocalSymbol { Type.SpecialType: SpecialType.System_Boolean } or IParameterSymbol { Type.SpecialType: SpecialType.System_Boolean });

    /// <summary>The way on which the body begins.</summary>
    public int Start { get; private set; }

    /// <summary>What the variable holds on a way; null when it may be anything.</summary>
    public object? ValueOf(int path, ISymbol variable) => IndexOf(variable) is >= 0 and var flag && _paths[path][flag] is not Taken and var value ? value : null;

    /// <summary>How many elements a loop has taken on a way; null when that is not told apart.</summary>
    /// <param name="path">The way.</param>
    /// <param name="enumerator">What the elements come out of.</param>
    public int? TakenOf(int path, IOperation? enumerator) =>
        enumerator is IFlowCaptureReferenceOperation { Id: var id } && _loops.TryGetValue(id, out var variable) && _paths[path][IndexOf(variable)] is Taken taken ? taken.Count : null;

    /// <summary>The way after a block.</summary>
    public int After(BasicBlock block, int path)
    {
        if (!_sets.TryGetValue(block.Ordinal, out var sets))
        {
            return path;
        }

        var values = (object?[])_paths[path].Clone();
        foreach (var (flag, value) in sets)
        {
            values[flag] = value;
        }

        return Number(values);
    }

    /// <summary>The way on which a condition has the outcome.</summary>
    /// <param name="path">The way on which it is asked.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="outcome">How it comes out.</param>
    /// <param name="isCounted">It takes the next of elements whose number is known.</param>
    public int On(int path, IOperation condition, bool outcome, bool isCounted)
    {
        if (isCounted)
        {
            var enumerator = (IFlowCaptureReferenceOperation)((IInvocationOperation)condition).Instance!;
            return outcome ? With(path, IndexOf(_loops[enumerator.Id]), new Taken(TakenOf(path, enumerator)!.Value + 1)) : path;
        }

        if (Tested(condition) is not { } test || IndexOf(test.Variable) is not (>= 0 and var flag) || _paths[path][flag] is not null)
        {
            return path;
        }

        var value = test.IsEqual == outcome ? test.Value : test.Value is bool other ? !other : null;
        return value is null ? path : With(path, flag, value);
    }

    /// <summary>The way of an exception into a handler.</summary>
    public int Raised(int path, bool isFinally) => IsRaised(path) == isFinally ? path : With(path, _flags.Count, isFinally ? true : null);

    /// <summary>A finally block was entered by an exception.</summary>
    public bool IsRaised(int path) => _paths[path][_flags.Count] is true;

    private int With(int path, int flag, object? value)
    {
        var values = (object?[])_paths[path].Clone();
        values[flag] = value;
        return Number(values);
    }

    // foreach (var step in steps), where each of the steps does something else.
    private void AddLoops(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (_flags.Count < MostFlags && operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var variable }, Value: var value } && HasCode(variable.Type)
                    && FlowEvaluator.Unconverted(value) is IPropertyReferenceOperation { Property.Name: "Current", Instance: IFlowCaptureReferenceOperation { Id: var source } } && BeginOf(source, graph) is { } begin)
                {
                    _loops[source] = variable;
                    Add(variable, [(begin, new Taken(0))]);
                }
            }
        }
    }

    private static int? BeginOf(CaptureId enumerator, ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation { Value: IInvocationOperation { TargetMethod.Name: "GetEnumerator" } } capture && capture.Id.Equals(enumerator))
                {
                    return block.Ordinal;
                }
            }
        }

        return null;
    }

    private static bool HasCode(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate
        || (type is { TypeKind: TypeKind.Interface or TypeKind.Class, IsSealed: false, Locations: { IsEmpty: false } locations } && locations[0].IsInSource && (type.TypeKind == TypeKind.Interface || type.IsAbstract));

    private int IndexOf(ISymbol variable) => _flags.FindIndex(flag => SymbolEqualityComparer.Default.Equals(flag, variable));

    private int Number(object?[] values)
    {
        var known = _paths.FindIndex(path => path.SequenceEqual(values));
        if (known < 0 && _paths.Count < Most)
        {
            known = _paths.Count;
            _paths.Add(values);
        }

        return known < 0 ? 0 : known;
    }

    private void Add(ISymbol variable, List<(int Block, object? Value)> sets)
    {
        foreach (var (block, value) in sets)
        {
            (_sets.TryGetValue(block, out var known) ? known : _sets[block] = []).Add((_flags.Count, value));
        }

        _flags.Add(variable);
    }

    private void Remember(BasicBlock block)
    {
        foreach (var operation in block.Operations)
        {
            if (operation is IFlowCaptureOperation capture)
            {
                // The outcome of a conditional expression is none of its two values.
                _captured[capture.Id] = _captured.ContainsKey(capture.Id) ? null : capture.Value;
            }
        }
    }

    /// <summary>The variable, and the constant that it is compared with.</summary>
    private (ISymbol Variable, object Value, bool IsEqual)? Tested(IOperation condition)
    {
        switch (condition)
        {
            case IParenthesizedOperation inner when ExecutionStack.HasRoom:
                return Tested(inner.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not when ExecutionStack.HasRoom:
                return Tested(not.Operand) is { } test ? (test.Variable, test.Value, !test.IsEqual) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return Compared(comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind == BinaryOperatorKind.Equals);
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } match:
                return Compared(match.Value, pattern.Value, isEqual: true);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } match:
                return Compared(match.Value, pattern.Value, isEqual: false);
            default:
                return condition.Type?.SpecialType == SpecialType.System_Boolean && VariableOf(condition) is { } flag ? (flag, true, true) : null;
        }
    }

    private (ISymbol Variable, object Value, bool IsEqual)? Compared(IOperation variable, IOperation constant, bool isEqual) =>
        constant.ConstantValue is { HasValue: true, Value: { } value } && VariableOf(variable) is { } flag ? (flag, value, isEqual) : null;

    private ISymbol? VariableOf(IOperation? operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } or IParenthesizedOperation or IFlowCaptureReferenceOperation)
        {
            operation = operation switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation inner => inner.Operand,
                IFlowCaptureReferenceOperation { Id: var id } => _captured.TryGetValue(id, out var captured) ? captured : null,
                _ => null,
            };
        }

        return operation switch
        {
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } parameter } => parameter,
            _ => null,
        };
    }

    /// <summary>The blocks that set the variable, and to what; null when it is also set in other ways.</summary>
    private static List<(int Block, object? Value)>? SetsOf(ISymbol variable, ControlFlowGraph graph)
    {
        var declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is not (VariableDeclaratorSyntax or ParameterSyntax))
        {
            return null;
        }

        var writes = MemberWrites.Around(declaration);
        if (writes.IsSetOtherwise(variable.Name))
        {
            return null;
        }

        var sets = new List<(int Block, object? Value)>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if ((operation is IExpressionStatementOperation statement ? statement.Operation : operation) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment
                    && SymbolEqualityComparer.Default.Equals((assignment.Target as ILocalReferenceOperation)?.Local ?? (ISymbol?)(assignment.Target as IParameterReferenceOperation)?.Parameter, variable))
                {
                    sets.Add((block.Ordinal, assignment.Value.ConstantValue is { HasValue: true, Value: { } value } ? value : null));
                }
            }
        }

        return sets.Count == writes.AssignmentsOf(variable.Name) + (declaration is VariableDeclaratorSyntax { Initializer: not null } ? 1 : 0) ? sets : null;
    }
}
