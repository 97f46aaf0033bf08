using System.Text;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>An operation without an id gets a method named by verb and path, which changes whenever the path does.</summary>
internal sealed class OperationIdRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            if (!string.IsNullOrWhiteSpace(operation.Node["operationId"]?.Scalar))
            {
                continue;
            }

            var what = $"{operation.Method} {LintText.Name(operation.Path)}";
            var proposal = LintText.Name(Propose(operation));
            context.Report(
                LintIds.OperationWithoutId,
                operation.NameSpan,
                $"'{what}' has no operationId: its method is named after verb and path, and is renamed when the path changes.",
                $"'{what}' 작업에 operationId가 없습니다. 메서드 이름이 동사와 경로에서 만들어지므로 경로가 바뀌면 이름도 바뀝니다.",
                $"Write `operationId: {proposal}` into the operation.",
                $"작업에 `operationId: {proposal}`처럼 이름을 적으십시오.");
        }
    }

    // The verb and the fixed words of the path, without what every path begins with: GET /api/v1/users/{id}/posts is getUsersPosts.
    private static string Propose(ApiOperation operation)
    {
        var name = new StringBuilder(operation.Method switch
        {
            "POST" => "create",
            "PUT" => "replace",
            "PATCH" => "update",
            var method => method.ToLowerInvariant(),
        });
        var segments = operation.Path.Split('/');
        var isPrefix = true;
        foreach (var segment in segments)
        {
            isPrefix = isPrefix && IsPrefix(segment);
            if (!isPrefix && segment.IndexOf('{') < 0)
            {
                Append(name, segment);
            }
        }

        var last = segments[segments.Length - 1];
        if (last.Length > 2 && last[0] == '{' && last[last.Length - 1] == '}')
        {
            name.Append("By");
            Append(name, last);
        }

        return name.ToString();
    }

    private static bool IsPrefix(string segment)
        => segment.Length == 0 || segment.ToLowerInvariant() is "api" or "rest" || (segment.Length > 1 && segment[0] is 'v' or 'V' && char.IsDigit(segment[1]));

    private static void Append(StringBuilder name, string segment)
    {
        foreach (var word in LintText.Words(segment))
        {
            name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }
    }
}
