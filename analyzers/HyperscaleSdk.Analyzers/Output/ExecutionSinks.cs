using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Places that run, open or render what they are given; by name, because nothing here references them.</summary>
internal static class ExecutionSinks
{
    public static IEnumerable<ExecutionSink> At(IOperation operation)
    {
        switch (operation)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" } added } argument when IsShellArgument(added):
                yield return new ExecutionSink(ExecutionKind.Process, argument.Value);
                break;
            case IArgumentOperation { Parameter.Name: "content" or "text", Parent: IInvocationOperation result } argument when IsPage(result):
                yield return new ExecutionSink(ExecutionKind.Html, argument.Value);
                break;
            case IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } argument when Kind(method, parameter) is { } kind:
                yield return new ExecutionSink(kind, argument.Value);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment when Kind(property) is { } kind:
                yield return new ExecutionSink(kind, assignment.Value);
                break;
            case IConversionOperation { Type: { Name: "MarkupString" }, OperatorMethod: not null } conversion:
                yield return new ExecutionSink(ExecutionKind.Html, conversion.Operand);
                break;
        }
    }

    // ArgumentList keeps arguments apart, which is safe for a program of one's own choice. A shell or an interpreter runs what it is handed.
    private static bool IsShellArgument(IInvocationOperation added)
    {
        var list = added.Instance is IInstanceReferenceOperation ? (added.Parent?.Parent as IMemberInitializerOperation)?.InitializedMember : added.Instance;
        return list is IPropertyReferenceOperation { Property: { Name: "ArgumentList", ContainingType.Name: "ProcessStartInfo" } }
            && (added.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? added.Syntax.SyntaxTree.GetRoot())
                .DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value is string text && IsShell(text));
    }

    // Results.Content(text, "text/html")
    private static bool IsPage(IInvocationOperation result) => result.TargetMethod.Name is "Content" or "Text"
        && result.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string type } && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase));

    private static bool IsShell(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        return name is "sh" or "bash" or "zsh" or "cmd" or "cmd.exe" or "powershell" or "powershell.exe" or "pwsh" or "pwsh.exe" or "python" or "python3" or "python.exe" or "node" or "node.exe" or "perl" or "ruby";
    }

    private static ExecutionKind? Kind(IPropertySymbol property) => (property.ContainingType?.Name, property.Name) switch
    {
        ("ProcessStartInfo", "FileName" or "Arguments") => ExecutionKind.Process,
        (_, "CommandText") => ExecutionKind.Sql,
        _ => null,
    };

    private static ExecutionKind? Kind(IMethodSymbol method, IParameterSymbol parameter)
    {
        var type = method.ContainingType?.Name ?? string.Empty;
        var name = method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name;
        return (type, name) switch
        {
            ("Process", "Start") or ("ProcessStartInfo", ".ctor") => parameter.Name is "fileName" or "arguments" ? ExecutionKind.Process : null,
            ("Assembly", _) when name.StartsWith("Load", StringComparison.Ordinal) || name.StartsWith("UnsafeLoad", StringComparison.Ordinal) => ExecutionKind.Code,
            ("CSharpScript" or "VisualBasicScript", "EvaluateAsync" or "RunAsync" or "Create") => parameter.Name is "code" ? ExecutionKind.Code : null,
            ("CSharpSyntaxTree" or "SyntaxFactory", "ParseText" or "ParseSyntaxTree") => parameter.Name is "text" ? ExecutionKind.Code : null,
            ("PowerShell", "AddScript" or "AddCommand") => parameter.Ordinal == 0 ? ExecutionKind.Code : null,
            ("DataTable", "Compute") => parameter.Name is "expression" ? ExecutionKind.Code : null,
            ("Engine", "Execute" or "Evaluate") or ("V8ScriptEngine", "Execute" or "Evaluate") => parameter.Ordinal == 0 ? ExecutionKind.Code : null,
            ("Type", "GetType" or "GetMethod" or "InvokeMember" or "GetProperty" or "GetField" or "GetMember") => parameter.Name is "typeName" or "name" ? ExecutionKind.Member : null,
            ("Activator", _) => parameter.Type.SpecialType == SpecialType.System_String ? ExecutionKind.Member : null,
            ("Assembly", "GetType" or "CreateInstance") => parameter.Type.SpecialType == SpecialType.System_String ? ExecutionKind.Member : null,
            (_, "Raw") when type is "IHtmlHelper" or "HtmlHelper" => ExecutionKind.Html,
            ("HtmlString" or "MarkupString" or "HtmlContentString", ".ctor") => ExecutionKind.Html,
            (_, "AppendHtml" or "SetHtmlContent" or "AddMarkupContent") => parameter.Type.SpecialType == SpecialType.System_String ? ExecutionKind.Html : null,
            _ => Sql(method, name, parameter) ?? Path(method, type, name, parameter),
        };
    }

    private static ExecutionKind? Sql(IMethodSymbol method, string name, IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        if (name is "FromSqlRaw" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "SqlQueryRaw" or "ExecuteSqlCommand" or "ExecuteSqlCommandAsync")
        {
            return parameter.Name is "sql" ? ExecutionKind.Sql : null;
        }

        // SqlCommand, NpgsqlCommand, SqliteCommand, DbDataAdapter; Dapper's Query and Execute.
        return (name is ".ctor" && (parameter.Name is "cmdText" or "commandText" or "selectCommandText" || (parameter.Ordinal == 0 && IsCommand(method.ContainingType.Name))))
            || (parameter.Name is "sql" && method.ContainingType.Name is "SqlMapper") ? ExecutionKind.Sql : null;
    }

    private static bool IsCommand(string type) => type is "SqlCommand" or "NpgsqlCommand" or "SqliteCommand" or "SQLiteCommand" or "MySqlCommand" or "OracleCommand" or "OdbcCommand" or "OleDbCommand";

    private static ExecutionKind? Path(IMethodSymbol method, string type, string name, IParameterSymbol parameter)
    {
        var isFile = type is "File" or "Directory" or "FileStream" or "FileInfo" or "DirectoryInfo" or "StreamWriter" or "StreamReader" or "ZipFile"
            && method.ContainingNamespace?.ToDisplayString() is "System.IO" or "System.IO.Compression";
        return isFile && parameter.Type.SpecialType == SpecialType.System_String
            && parameter.Name is "path" or "fileName" or "sourceFileName" or "destFileName" or "sourceDirName" or "destDirName" or "destinationFileName" or "sourceArchiveFileName" or "destinationDirectoryName"
            && name is not "Exists"
            ? ExecutionKind.Path
            : null;
    }
}
