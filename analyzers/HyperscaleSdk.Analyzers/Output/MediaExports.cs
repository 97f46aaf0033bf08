using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>Calls that let a picture, voice or video out: files, responses, uploads.</summary>
internal static class MediaExports
{
    public static IEnumerable<IOperation> ValuesOf(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name is "SaveToAsync" && method.ContainingType.Name is "DataContent")
        {
            return invocation.Instance is { } content && !IsDraft(invocation) ? [content] : [];
        }

        if (method.Name is "CopyTo" or "CopyToAsync" && invocation.Instance is { } source && invocation.Arguments.Any(argument => IsOutside(argument.Value)))
        {
            return IsDraft(invocation) ? [] : [source];
        }

        if (WebResults.IsFactory(method) || WebResults.IsWriter(method) || IsUpload(method) || IsStreamOut(invocation))
        {
            return IsDraft(invocation) ? [] : invocation.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Parameter?.Name is not ("path" or "contentType" or "fileDownloadName")).Select(argument => argument.Value);
        }

        return [];
    }

    private static bool IsUpload(IMethodSymbol method) =>
        method.Name.StartsWith("Upload", StringComparison.Ordinal) || method.Name.StartsWith("Publish", StringComparison.Ordinal) || method.Name is "PutObjectAsync";

    // Into a file or the body of a response; a stream in memory goes nowhere by itself.
    private static bool IsStreamOut(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name is "Write" or "WriteAsync" && IsOutside(invocation.Instance);

    private static bool IsOutside(IOperation? stream) => stream switch
    {
        IConversionOperation conversion => IsOutside(conversion.Operand),
        IPropertyReferenceOperation { Property: { Name: "Body", ContainingType.Name: "HttpResponse" } } => true,
        _ => stream?.Type?.Name is "FileStream",
    };

    // Path.GetTempFileName(), "drafts/…"
    private static bool IsDraft(IInvocationOperation invocation) => invocation.Syntax.DescendantNodes().Any(node => node switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText is "GetTempFileName" or "GetTempPath" || IsDraftName(name.Identifier.ValueText),
        LiteralExpressionSyntax { Token.Value: string text } => IsDraftName(text),
        InterpolatedStringTextSyntax { TextToken.ValueText: var text } => IsDraftName(text),
        _ => false,
    });

    private static bool IsDraftName(string text) => text.IndexOf("draft", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("초안", StringComparison.Ordinal) >= 0;
}
