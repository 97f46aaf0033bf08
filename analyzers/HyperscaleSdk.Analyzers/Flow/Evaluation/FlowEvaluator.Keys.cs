using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading by a name that stands in the code as a text.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue WithKey(FlowValue value, IPropertyReferenceOperation indexer) => indexer.Arguments.Length != 1 || indexer.Instance is null ? value
        : WithKey(value, indexer.Instance, indexer.Arguments[0].Value, indexer.Type, indexer);

    // cells[Array.IndexOf(header, "PHONE_NO")]
    private FlowValue WithKey(FlowValue value, IArrayElementReferenceOperation element) => element.Indices.Length != 1 ? value
        : WithKey(value, element.ArrayReference, element.Indices[0], element.Type, element);

    private FlowValue WithKey(FlowValue value, IInvocationOperation invocation)
    {
        if (!KeyedSources.IsReader(invocation.TargetMethod) || (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is not { } container
            || invocation.Arguments.FirstOrDefault(argument => argument.Value != container)?.Value is not { } key)
        {
            return value;
        }

        foreach (var found in invocation.Arguments.Where(argument => argument.Parameter?.RefKind == RefKind.Out))
        {
            // form.TryGetValue("phoneNumber", out var phone)
            var given = Evaluate(found.Value);
            if (WithKey(given, container, key, found.Parameter!.Type, invocation) is var named && !named.Equals(given))
            {
                Assign(found.Value, named);
            }
        }

        return WithKey(value, container, key, invocation.Type, invocation);
    }

    private FlowValue WithKey(FlowValue value, IOperation container, IOperation key, ITypeSymbol? type, IOperation at)
    {
        var holder = Unconverted(container);
        if (!KeyedSources.CanHold(type) || (key.ConstantValue.HasValue ? key.ConstantValue.Value as string : ColumnAt(key)) is not { } written
            || !(KeyedSources.IsContainer(holder.Type) || (!key.ConstantValue.HasValue && TextCarriers.ElementOf(holder.Type) is { SpecialType: SpecialType.System_String })))
        {
            return value;
        }

        var text = KeyedSources.NameIn(written);
        if (Engine.Sources.OfKey(text, NameOf(Source(holder)), holder.Type) is not { } said || value.IsCleared(said.Kind) || value.Holds(said.Kind) || IsWrittenInCode(Source(holder)))
        {
            return value;
        }

        return value.Add(new FlowOrigin(said.Kind, said.Confidence, text, at.Syntax.GetLocation(), Declaration: null));
    }

    // The column that an index was looked up for: reader.GetOrdinal("JUMIN_NO"), header.FindIndex(name => name == "PHONE_NO"), columns["PHONE_NO"].
    private string? ColumnAt(IOperation index)
    {
        if (index.Type?.SpecialType != SpecialType.System_Int32)
        {
            return null;
        }

        var asked = Source(index) is ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declarations } local } && !SingleInitializer.IsSetAgain(local, index.Syntax)
            ? (declarations[0].GetSyntax(_analysis.CancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value
            : Source(index)?.Syntax as ExpressionSyntax;
        SyntaxNode? arguments = asked switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetOrdinal" or "IndexOf" or "FindIndex" } } call => call.ArgumentList,
            ElementAccessExpressionSyntax element => element.ArgumentList,
            _ => null,
        };
        var names = arguments?.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).Select(literal => literal.Token.ValueText).ToList();
        return names is { Count: 1 } ? names[0] : null;
    }

    // static readonly Dictionary<string, string> Words = new() { ["juminNo"] = "주민등록번호" };
    private bool IsWrittenInCode(IOperation? container) => container is IMemberReferenceOperation { Member: var member } && !IsLibrary(member) && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_analysis.CancellationToken) switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    } is BaseObjectCreationExpressionSyntax { Initializer.Expressions.Count: > 0 };

    private static string? NameOf(IOperation? container) => container switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}
