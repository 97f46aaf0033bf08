using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>Whether an address is given to something that talks to an AI supplier.</summary>
internal static class Endpoints
{
    public static bool IsGivenToAi(IOperation address)
    {
        for (var current = address; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or ICoalesceOperation or IConditionalOperation or IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringTextOperation or IBinaryOperation:
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Uri" or "UriBuilder" } } creation }:
                    parent = creation;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Parse" or "Create", ContainingType.Name: "Uri" } } }:
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    return AiSdkTypes.Contains(creation.Type);
                case IArgumentOperation { Parent: IInvocationOperation invocation }:
                    return AiSdkTypes.Contains(invocation.TargetMethod.ContainingType);
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment when assignment.Value == current:
                    return AiSdkTypes.Contains(member.Instance?.Type ?? member.Member.ContainingType);
                default:
                    return false;
            }
        }

        return false;
    }
}
