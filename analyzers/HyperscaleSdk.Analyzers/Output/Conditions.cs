using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>The conditions that hold when a place is reached, as far as the nesting and early exits tell.</summary>
internal static class Conditions
{
    /// <summary>Of enclosing ifs, loops and switches, and of earlier ifs that leave.</summary>
    public static IEnumerable<ExpressionSyntax> Before(SyntaxNode place)
    {
        var child = place;
        foreach (var ancestor in place.Ancestors())
        {
            switch (ancestor)
            {
                case IfStatementSyntax choice when choice.Condition != child:
                    yield return choice.Condition;
                    break;
                case ConditionalExpressionSyntax choice when choice.Condition != child:
                    yield return choice.Condition;
                    break;
                case WhileStatementSyntax loop when loop.Condition != child:
                    yield return loop.Condition;
                    break;
                case SwitchStatementSyntax choice when choice.Expression != child:
                    yield return choice.Expression;
                    break;
                case SwitchExpressionSyntax choice when choice.GoverningExpression != child:
                    yield return choice.GoverningExpression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when both.Right == child:
                    yield return both.Left;
                    break;
                case BlockSyntax block:
                    foreach (var condition in Exits(block.Statements.TakeWhile(statement => statement != child)))
                    {
                        yield return condition;
                    }

                    break;
                case CompilationUnitSyntax unit:
                    foreach (var condition in Exits(unit.Members.TakeWhile(member => member != child).OfType<GlobalStatementSyntax>().Select(member => member.Statement)))
                    {
                        yield return condition;
                    }

                    break;
                case SwitchSectionSyntax section:
                    foreach (var condition in Exits(section.Statements.TakeWhile(statement => statement != child)))
                    {
                        yield return condition;
                    }

                    break;
            }

            child = ancestor;
        }
    }

    /// <summary>Statements that come before a place on the way to it.</summary>
    public static IEnumerable<StatementSyntax> StatementsBefore(SyntaxNode place)
    {
        var child = place;
        foreach (var ancestor in place.Ancestors())
        {
            var statements = ancestor switch
            {
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != child),
                SwitchSectionSyntax section => section.Statements.TakeWhile(statement => statement != child),
                CompilationUnitSyntax unit => unit.Members.TakeWhile(member => member != child).OfType<GlobalStatementSyntax>().Select(member => member.Statement),
                _ => [],
            };
            foreach (var statement in statements)
            {
                yield return statement;
            }

            child = ancestor;
        }
    }

    private static IEnumerable<ExpressionSyntax> Exits(IEnumerable<StatementSyntax> statements) =>
        statements.OfType<IfStatementSyntax>().Where(choice => Leaves(choice.Statement)).Select(choice => choice.Condition);

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.Count > 0 && Leaves(block.Statements[block.Statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: var called } } => called.ToString().EndsWith("Exit", StringComparison.Ordinal),
        _ => false,
    };
}
