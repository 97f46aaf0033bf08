using HyperscaleSdk.Specification.Diagnostics;

namespace HyperscaleSdk.Generators;

/// <summary>What each diagnostic of documents and bindings is called, as in the list of rules.</summary>
internal static class SpecTitles
{
    public static (string English, string Korean) Of(string id) => id switch
    {
        SpecIds.Unreadable => ("The document cannot be read", "문서를 읽을 수 없음"),
        SpecIds.DuplicateKey => ("A key stands twice", "같은 키가 두 번 나옴"),
        SpecIds.LimitExceeded => ("The document is deeper or larger than is safe", "안전한 깊이나 크기를 넘음"),
        SpecIds.NotOpenApi => ("This is no OpenAPI document", "OpenAPI 문서가 아님"),
        SpecIds.BrokenReference => ("A reference leads nowhere", "참조가 가리키는 것이 없음"),
        SpecIds.OperationSkipped => ("An operation is left out", "작업이 빠짐"),
        SpecIds.SchemaDegraded => ("A schema is typed as raw JSON", "스키마가 원시 JSON이 됨"),
        SpecIds.DuplicateOperation => ("Two operations have one id", "작업 이름이 겹침"),
        SpecIds.ForeignReference => ("A reference leaves the project", "참조가 프로젝트 밖을 가리킴"),
        SpecIds.DuplicateClient => ("Two documents have one client name", "클라이언트 이름이 겹침"),
        SpecIds.CompilerFailed => ("The generator failed on the document", "생성기가 실패함"),
        SpecIds.OverlayAction => ("An action of an overlay is left out", "오버레이의 action이 빠짐"),
        SpecIds.ParameterSkipped => ("A parameter is left out", "매개변수가 빠짐"),
        SpecIds.RefitUnsupported => ("This cannot be expressed for Refit", "Refit으로 표현할 수 없음"),
        SpecIds.BindingShape => ("The binding is not as it has to be", "바인딩의 모양이 틀림"),
        SpecIds.BindingPointer => ("A pointer of the binding resolves nowhere", "바인딩의 포인터가 가리키는 것이 없음"),
        SpecIds.BindingName => ("The binding names what the document does not have", "바인딩이 문서에 없는 것을 가리킴"),
        SpecIds.BindingType => ("The binding does not fit the schema", "바인딩이 스키마와 맞지 않음"),
        SpecIds.BindingMissing => ("A binding or overlay is missing", "바인딩이나 오버레이 파일이 없음"),
        _ => ("The document has a problem", "문서에 문제가 있음"),
    };
}
