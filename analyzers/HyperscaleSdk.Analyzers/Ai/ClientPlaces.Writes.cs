using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

internal sealed partial class ClientPlaces
{
    private void VisitWrites(ISymbol symbol)
    {
        foreach (var write in WritesTo(symbol))
        {
            if (!IsWriteOf(write, symbol))
            {
                continue;
            }

            switch (write)
            {
                case AssignmentExpressionSyntax { Left: TupleExpressionSyntax } assignment:
                    VisitDeconstruction(assignment.Left, assignment.Right, symbol.Name);
                    break;
                case AssignmentExpressionSyntax assignment:
                    _found.ExpandSyntax(assignment.Right, ClientMarks.None);
                    break;
                case ArgumentSyntax argument:
                    VisitOut(argument);
                    break;
                case InvocationExpressionSyntax addition:
                    VisitAddition(addition);
                    break;
            }
        }
    }

    // A variable, parameter or private member is written where it is declared: no other file is looked at.
    private IEnumerable<SyntaxNode> WritesTo(ISymbol symbol)
    {
        var declarations = symbol switch
        {
            ILocalSymbol or IParameterSymbol => symbol.DeclaringSyntaxReferences.Take(1),
            { DeclaredAccessibility: Accessibility.Private } => symbol.ContainingType.DeclaringSyntaxReferences,
            _ => null,
        };
        return declarations is null
            ? _graph.Index.Writes(symbol.Name)
            : _graph.Index.Writes(symbol.Name, [.. declarations.Select(reference => reference.SyntaxTree)]);
    }

    private bool IsWriteOf(SyntaxNode write, ISymbol symbol)
    {
        var model = _graph.Model(write.SyntaxTree);
        return Targets(write).Any(target => string.Equals(SourceIndex.NameOf(target), symbol.Name, StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target, _cancellationToken).Symbol?.OriginalDefinition, symbol));
    }

    private static IEnumerable<ExpressionSyntax> Targets(SyntaxNode write) => write switch
    {
        AssignmentExpressionSyntax assignment => Targets(assignment.Left),
        ArgumentSyntax argument => Targets(argument.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => Targets(access.Expression),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Targets(ExpressionSyntax target) => target switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(argument => Targets(argument.Expression)),
        ElementAccessExpressionSyntax element => [element.Expression],
        ParenthesizedExpressionSyntax parenthesized => Targets(parenthesized.Expression),
        PostfixUnaryExpressionSyntax postfix => Targets(postfix.Operand),
        _ => [target],
    };

    private void VisitDeconstruction(ExpressionSyntax left, ExpressionSyntax right, string name)
    {
        if (right is TupleExpressionSyntax values && Position(left, name) is >= 0 and var position && position < values.Arguments.Count)
        {
            _found.ExpandSyntax(values.Arguments[position].Expression, ClientMarks.None);
        }
        else
        {
            _found.ExpandSyntax(right, ClientMarks.None);
        }
    }

    private static int Position(ExpressionSyntax left, string name) => left switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.IndexOf(argument => argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax designation } => designation.Identifier.ValueText == name,
            var target => SourceIndex.NameOf(target) == name,
        }),
        DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax designations } =>
            designations.Variables.IndexOf(variable => variable is SingleVariableDesignationSyntax single && single.Identifier.ValueText == name),
        _ => -1,
    };

    // dictionary.TryGetValue(key, out var client) reads the dictionary; a method of this assembly fills its out parameter.
    private void VisitOut(ArgumentSyntax argument)
    {
        var model = _graph.Model(argument.SyntaxTree);
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call || model.GetOperation(call, _cancellationToken) is not IInvocationOperation invocation)
        {
            return;
        }

        var parameter = invocation.Arguments.FirstOrDefault(given => given.Syntax == argument)?.Parameter?.OriginalDefinition;
        if (parameter is not null && _graph.IsInSource(parameter.ContainingSymbol))
        {
            VisitWrites(parameter);
        }
        else
        {
            _found.Expand(ClientExpressions.Receiver(invocation), ClientMarks.None);
        }
    }

    private void VisitAddition(InvocationExpressionSyntax addition)
    {
        if (_graph.Model(addition.SyntaxTree).GetOperation(addition, _cancellationToken) is not IInvocationOperation invocation)
        {
            return;
        }

        var receiver = ClientExpressions.Receiver(invocation);
        foreach (var argument in invocation.Arguments)
        {
            var value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
            if (!ReferenceEquals(argument.Value, receiver) && (ClientTypes.Carries(value.Type, _graph.Types) || value is IDelegateCreationOperation))
            {
                _found.Expand(argument.Value, ClientMarks.None);
            }
        }
    }
}
