using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>What is put into the locals and parameters of one body, and which of it is still there at a use.</summary>
internal sealed class LocalWrites
{
    // Every place in a body that a rule looks at asks for the same ones.
    private static readonly ConditionalWeakTable<IOperation, LocalWrites> Bodies = new();

    private readonly Dictionary<ISymbol, List<LocalWrite>> _writes = new(SymbolEqualityComparer.Default);

    private LocalWrites(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            Visit(operation);
        }
    }

    /// <summary>Those of the body that an operation stands in.</summary>
    public static LocalWrites Around(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return Bodies.GetValue(operation, root => new LocalWrites(root));
    }

    /// <summary>The writes that can be seen by a use, in order of text.</summary>
    /// <param name="variable">A local or parameter.</param>
    /// <param name="use">Where it is read.</param>
    /// <param name="isReplaced">What it held when the body began is gone.</param>
    public IReadOnlyList<LocalWrite> Before(ISymbol variable, SyntaxNode use, out bool isReplaced)
    {
        isReplaced = false;
        if (!_writes.TryGetValue(variable, out var writes))
        {
            return [];
        }

        var start = use.SpanStart;
        var before = writes.Where(write => write.Place.Span.End <= start).OrderBy(write => write.Place.SpanStart).ToList();
        var last = before.FindLastIndex(write => write.Replaces && IsAlwaysPassed(write.Place, use));
        isReplaced = last >= 0;
        var visible = last < 0 ? before : before.GetRange(last, before.Count - last);

        // The second round of a loop, and a lambda that runs later, see what stands below.
        visible.AddRange(writes.Where(write => write.Place.Span.End > start && !write.Place.Span.Contains(use.Span) && RunsAgain(use, write.Place)));
        return visible;
    }

    private static bool IsAlwaysPassed(SyntaxNode write, SyntaxNode use)
    {
        var block = write.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax or AnonymousFunctionExpressionSyntax or ForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax);
        return block is not null && block.Span.Contains(use.SpanStart)
            && !write.Ancestors().TakeWhile(node => node != block).Any(node => node is IfStatementSyntax or ConditionalExpressionSyntax or WhileStatementSyntax or SwitchExpressionSyntax);
    }

    private static bool RunsAgain(SyntaxNode use, SyntaxNode write) =>
        use.Ancestors().Any(node => node is ForEachStatementSyntax or ForEachVariableStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax && node.Span.Contains(write.Span)
            || node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && !node.Span.Contains(write.Span));

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(local, initializer.Value, declarator.Syntax, replaces: true);
                break;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, assignment.Syntax);
                break;
            case ICompoundAssignmentOperation compound when VariableOf(compound.Target) is { } target:
                Add(target, compound.Value, compound.Syntax, replaces: false);
                break;
            case ICoalesceAssignmentOperation coalesce when VariableOf(coalesce.Target) is { } target:
                Add(target, coalesce.Value, coalesce.Syntax, replaces: false);
                break;
            case IDeconstructionAssignmentOperation deconstruction
                when (deconstruction.Target is IDeclarationExpressionOperation declared ? declared.Expression : deconstruction.Target) is ITupleOperation targets:
                Deconstruct(targets, deconstruction.Value, deconstruction.Syntax);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                {
                    Add(local, loop.Collection, loop.Collection.Syntax, replaces: true);
                }

                break;
            case IIsPatternOperation pattern:
                Declare(pattern.Pattern, pattern.Value);
                break;
            case ISwitchOperation choice:
                foreach (var clause in choice.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>())
                {
                    Declare(clause.Pattern, choice.Value);
                }

                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Declare(arm.Pattern, choice.Value);
                }

                break;
            case IInvocationOperation invocation:
                Call(invocation);
                break;
        }
    }

    private void Assign(IOperation target, IOperation value, SyntaxNode place)
    {
        var holder = target switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IFieldReferenceOperation field => field.Instance,
            IArrayElementReferenceOperation element => element.ArrayReference,
            _ => target,
        };
        if (VariableOf(holder) is { } variable)
        {
            Add(variable, value, place, replaces: holder == target);
        }
    }

    private void Deconstruct(ITupleOperation targets, IOperation value, SyntaxNode place)
    {
        var parts = (value is IConversionOperation conversion ? conversion.Operand : value) as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var target = targets.Elements[i] is IDeclarationExpressionOperation declaration ? declaration.Expression : targets.Elements[i];
            if (VariableOf(target) is { } variable)
            {
                Add(variable, parts is not null && parts.Elements.Length == targets.Elements.Length ? parts.Elements[i] : value, place, replaces: true);
            }
        }
    }

    private void Declare(IPatternOperation pattern, IOperation value)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var symbol = part switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (symbol is not null)
            {
                Add(symbol, value, part.Syntax, replaces: true);
            }
        }
    }

    // builder.Append(x), list.Add(x), dictionary.TryGetValue(x, out var y)
    private void Call(IInvocationOperation invocation)
    {
        var name = invocation.TargetMethod.Name;
        var receiver = Builder(invocation.Instance);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
            {
                var target = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
                if (VariableOf(target) is { } result)
                {
                    Add(result, invocation, argument.Syntax, replaces: true);
                }
            }
            else if (receiver is not null && (name.StartsWith("Append", System.StringComparison.Ordinal) || name.StartsWith("Add", System.StringComparison.Ordinal)
                || name is "Insert" or "Push" or "Enqueue" or "Write" or "WriteLine" or "TryAdd"))
            {
                Add(receiver, argument.Value, invocation.Syntax, replaces: false);
            }
        }
    }

    // builder.Append(a).Append(b)
    private static ISymbol? Builder(IOperation? instance)
    {
        while (instance is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call)
        {
            instance = call.Instance;
        }

        return VariableOf(instance);
    }

    private static ISymbol? VariableOf(IOperation? reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Add(ISymbol variable, IOperation? value, SyntaxNode place, bool replaces)
    {
        if (!_writes.TryGetValue(variable, out var writes))
        {
            _writes.Add(variable, writes = []);
        }

        writes.Add(new LocalWrite(value, place, replaces));
    }
}
