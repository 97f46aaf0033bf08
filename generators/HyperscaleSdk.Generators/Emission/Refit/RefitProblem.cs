using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>What Refit's attributes cannot say of an operation, and what is made of it instead.</summary>
internal sealed record RefitProblem(string Message, string KoreanMessage)
{
    public static RefitProblem Method(OperationPlan operation) => new(
        $"The operation '{operation.Id}' is left out: Refit has no attribute for {operation.HttpMethod}.",
        $"'{operation.Id}' 작업은 빼고 생성합니다. Refit에는 {operation.HttpMethod} 메서드를 위한 특성이 없습니다.");

    public static RefitProblem SameName(OperationPlan operation, string name) => new(
        $"The operation '{operation.Id}' is left out: two of its parameters are called '{name}', or differ by case only, and Refit cannot tell them apart.",
        $"'{operation.Id}' 작업은 빼고 생성합니다. 이름이 '{name}'인 매개변수가 둘이거나 대소문자만 달라서 Refit이 구별하지 못합니다.");

    public static RefitProblem Server(OperationPlan operation) => new(
        $"Refit sends all operations of an interface to one address: '{operation.Id}' is served at {operation.Server}. Make a client with that address for it.",
        $"Refit은 한 인터페이스의 모든 작업을 한 주소로 보내지만 '{operation.Id}' 작업의 주소는 {operation.Server} 입니다. 이 주소로 클라이언트를 따로 만드십시오.");

    public static RefitProblem Text(OperationPlan operation, ParameterPlan parameter) => new(
        $"Refit cannot write the {parameter.Location} parameter '{parameter.JsonName}' of '{operation.Id}' as the document says: it is a string, which the caller writes.",
        $"Refit은 '{operation.Id}' 작업의 {Place(parameter)} 매개변수 '{parameter.JsonName}' 값을 문서대로 쓰지 못합니다. 호출하는 쪽이 쓰는 문자열이 됩니다.");

    public static RefitProblem Texts(OperationPlan operation, ParameterPlan parameter) => new(
        $"Refit cannot write the items of the {parameter.Location} parameter '{parameter.JsonName}' of '{operation.Id}': they are strings, which the caller writes.",
        $"Refit은 '{operation.Id}' 작업의 {Place(parameter)} 매개변수 '{parameter.JsonName}' 항목을 쓰지 못합니다. 호출하는 쪽이 쓰는 문자열이 됩니다.");

    public static RefitProblem Entries(OperationPlan operation, ParameterPlan parameter) => new(
        $"Refit cannot write the query parameter '{parameter.JsonName}' of '{operation.Id}' as the document says: it is a dictionary of names in the query and their values.",
        $"Refit은 '{operation.Id}' 작업의 쿼리 매개변수 '{parameter.JsonName}' 값을 문서대로 쓰지 못합니다. 쿼리에 쓸 이름과 값의 사전이 됩니다.");

    public static RefitProblem Cookie(OperationPlan operation, ParameterPlan parameter) => new(
        $"Refit has no cookie parameters: '{parameter.JsonName}' of '{operation.Id}' is a part of one parameter for the header Cookie.",
        $"Refit에는 쿠키 매개변수가 없습니다. '{operation.Id}' 작업의 '{parameter.JsonName}' 쿠키는 Cookie 헤더 매개변수 하나에 함께 씁니다.");

    public static RefitProblem Reserved(OperationPlan operation, ParameterPlan parameter) => new(
        $"Refit escapes reserved characters: the query parameter '{parameter.JsonName}' of '{operation.Id}' is not sent as it is.",
        $"Refit은 예약 문자를 이스케이프합니다. '{operation.Id}' 작업의 쿼리 매개변수 '{parameter.JsonName}' 값은 그대로 보내지지 않습니다.");

    public static RefitProblem Member(OperationPlan operation, string where, string whereKorean, string member) => new(
        $"Refit cannot write the member '{member}' of {where} of '{operation.Id}', which is no simple value and no list of them: leave it null.",
        $"Refit은 '{operation.Id}' 작업의 {whereKorean} 가운데 '{member}' 멤버를 쓰지 못합니다. 단순한 값이나 그 목록이 아니므로 null로 두십시오.");

    public static RefitProblem Form(OperationPlan operation) => new(
        $"Refit cannot write the form of '{operation.Id}' from its type: it is a dictionary of names and values.",
        $"Refit은 '{operation.Id}' 작업의 양식을 그 형식에서 쓰지 못합니다. 이름과 값의 사전이 됩니다.");

    public static RefitProblem Part(OperationPlan operation, FieldPlan field) => new(
        $"Refit cannot write the part '{field.JsonName}' of '{operation.Id}' as the document says: it is text, which the caller writes.",
        $"Refit은 '{operation.Id}' 작업의 '{field.JsonName}' 부분을 문서대로 쓰지 못합니다. 호출하는 쪽이 쓰는 문자열이 됩니다.");

    public static RefitProblem AnyPart(OperationPlan operation, FieldPlan field) => new(
        $"Refit cannot write the part '{field.JsonName}' of '{operation.Id}', which is one of several types: it is an object, a string or a StreamPart, which the caller makes.",
        $"Refit은 '{operation.Id}' 작업의 '{field.JsonName}' 부분을 쓰지 못합니다. 여러 형식 가운데 하나이므로, 호출하는 쪽이 만드는 string이나 StreamPart를 담는 object가 됩니다.");

    public static RefitProblem PartType(OperationPlan operation, FieldPlan field) => new(
        $"Refit chooses the media type of a part itself: '{field.JsonName}' of '{operation.Id}' is not sent as {field.ContentType}.",
        $"Refit은 부분의 미디어 형식을 스스로 정합니다. '{operation.Id}' 작업의 '{field.JsonName}' 부분은 {field.ContentType} 형식으로 보내지지 않습니다.");

    public static RefitProblem Multipart(OperationPlan operation, string mediaType) => new(
        $"Refit sends parts as multipart/form-data only: '{operation.Id}' takes {mediaType}.",
        $"Refit은 여러 부분을 multipart/form-data로만 보내지만 '{operation.Id}' 작업은 {mediaType} 형식을 받습니다.");

    public static RefitProblem JsonText(OperationPlan operation) => new(
        $"Refit hands a string answer over as it came, with JSON's quotes: the answer of '{operation.Id}' is a JsonElement.",
        $"Refit은 문자열 응답을 JSON의 따옴표까지 그대로 돌려줍니다. '{operation.Id}' 작업의 응답은 JsonElement가 됩니다.");

    private static string Place(ParameterPlan parameter) => parameter.Location switch
    {
        "path" => "경로",
        "header" => "헤더",
        _ => "쿼리",
    };
}
