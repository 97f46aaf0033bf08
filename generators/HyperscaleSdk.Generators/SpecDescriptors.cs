using System;
using HyperscaleSdk.Localization;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Diagnostics of a document as the compiler shows them: at the line and column of the file.</summary>
internal static class SpecDescriptors
{
    private const string HelpFolder = "https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/";

    public static Diagnostic ToDiagnostic(SpecDiagnostic diagnostic)
    {
        var severity = diagnostic.Severity switch
        {
            SpecSeverity.Error => DiagnosticSeverity.Error,
            SpecSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        var descriptor = new DiagnosticDescriptor(
            diagnostic.Id, Title(diagnostic.Id), "{0}", "HyperscaleSdk.Specification", severity, isEnabledByDefault: true, helpLinkUri: HelpFolder + diagnostic.Id + ".md");
        var location = Location.Create(
            diagnostic.Path,
            new TextSpan(diagnostic.Span.Start, Math.Max(0, diagnostic.Span.Length)),
            new LinePositionSpan(new LinePosition(diagnostic.Start.Line, diagnostic.Start.Column), new LinePosition(diagnostic.End.Line, diagnostic.End.Column)));
        // An argument, not the format: a message may quote braces of the document. The compiler asks for its text with its own language.
        return Diagnostic.Create(descriptor, location, new BilingualText(diagnostic.Message, diagnostic.KoreanMessage));
    }

    private static BilingualText Title(string id) => id switch
    {
        SpecIds.Unreadable => new BilingualText("The document cannot be read", "문서를 읽을 수 없음"),
        SpecIds.DuplicateKey => new BilingualText("A key stands twice", "같은 키가 두 번 나옴"),
        SpecIds.LimitExceeded => new BilingualText("The document is deeper or larger than is safe", "안전한 깊이나 크기를 넘음"),
        SpecIds.NotOpenApi => new BilingualText("This is no OpenAPI document", "OpenAPI 문서가 아님"),
        SpecIds.BrokenReference => new BilingualText("A reference leads nowhere", "참조가 가리키는 것이 없음"),
        SpecIds.OperationSkipped => new BilingualText("An operation is left out", "작업이 빠짐"),
        SpecIds.SchemaDegraded => new BilingualText("A schema is typed as raw JSON", "스키마가 원시 JSON이 됨"),
        SpecIds.DuplicateOperation => new BilingualText("Two operations have one id", "작업 이름이 겹침"),
        SpecIds.ForeignReference => new BilingualText("A reference leaves the project", "참조가 프로젝트 밖을 가리킴"),
        SpecIds.DuplicateClient => new BilingualText("Two documents have one client name", "클라이언트 이름이 겹침"),
        SpecIds.CompilerFailed => new BilingualText("The generator failed on the document", "생성기가 실패함"),
        SpecIds.OverlayAction => new BilingualText("An action of an overlay is left out", "오버레이의 action이 빠짐"),
        SpecIds.RefitUnsupported => new BilingualText("This cannot be expressed for Refit", "Refit으로 표현할 수 없음"),
        SpecIds.BindingShape => new BilingualText("The binding is not as it has to be", "바인딩의 모양이 틀림"),
        SpecIds.BindingPointer => new BilingualText("A pointer of the binding resolves nowhere", "바인딩의 포인터가 가리키는 것이 없음"),
        SpecIds.BindingName => new BilingualText("The binding names what the document does not have", "바인딩이 문서에 없는 것을 가리킴"),
        SpecIds.BindingType => new BilingualText("The binding does not fit the schema", "바인딩이 스키마와 맞지 않음"),
        SpecIds.BindingMissing => new BilingualText("A binding or overlay is missing", "바인딩이나 오버레이 파일이 없음"),
        _ => new BilingualText("The document has a problem", "문서에 문제가 있음"),
    };
}
