using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Reading by a name that stands in the code as a text.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue WithKey(FlowValue value, IPropertyReferenceOperation indexer) => indexer.Arguments.Length != 1 || indexer.Instance is null ? value
        : WithKey(value, indexer.Instance, indexer.Arguments[0].Value, indexer.Type, indexer);

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
        // reader.GetString(reader.GetOrdinal("JUMIN_NO"))
        var name = Source(key) is IInvocationOperation { TargetMethod.Name: "GetOrdinal", Arguments: { Length: 1 } ordinal } ? ordinal[0].Value.ConstantValue : key.ConstantValue;
        var holder = Unconverted(container);
        if (name is not { HasValue: true, Value: string written } || !KeyedSources.CanHold(type) || !KeyedSources.IsContainer(holder.Type))
        {
            return value;
        }

        var text = KeyedSources.NameIn(written);
        if (Engine.Sources.OfKey(text, NameOf(Source(holder))) is not { } said || value.IsCleared(said.Kind) || value.Holds(said.Kind) || IsWrittenInCode(Source(holder)))
        {
            return value;
        }

        return value.Add(new FlowOrigin(said.Kind, said.Confidence, text, at.Syntax.GetLocation(), Declaration: null));
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
