using System;
using System.Linq;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>The first server is the client's default address.</summary>
internal sealed class ServerRule : ILintRule
{
    public void Check(LintContext context)
    {
        var root = context.Document.Root;
        if (context.Document.Operations.Count == 0)
        {
            return;
        }

        var url = root["servers"] is { Items.Count: > 0 } servers ? servers.Items[0]["url"] : null;
        var (fix, koreanFix) = context.IsSwagger
            ? ("Write `schemes: [https]`, `host: api.example.com` and `basePath: /v1`.", "`schemes: [https]`, `host: api.example.com`, `basePath: /v1`을 적으십시오.")
            : ("Write `servers: [{ url: 'https://api.example.com/v1' }]`.", "`servers: [{ url: 'https://api.example.com/v1' }]`을 적으십시오.");
        if (url?.Scalar is not { } text)
        {
            context.Report(
                LintIds.Server,
                LintContext.KeySpan(root, "paths"),
                "The document names no server: the client has no default address.",
                "문서에 서버 주소가 없습니다. 클라이언트에 기본 주소가 없습니다.",
                fix,
                koreanFix);
        }
        else if (context.Document.ServerUrl is not { } address)
        {
            context.Report(
                LintIds.Server,
                url.Span,
                $"The server '{LintText.Name(text)}' is no absolute address: the client has no default address.",
                $"서버 '{LintText.Name(text)}'은(는) 절대 주소가 아닙니다. 클라이언트에 기본 주소가 없습니다.",
                fix,
                koreanFix);
        }
        else if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsLoopback)
        {
            context.Report(
                LintIds.Server,
                Schemes(context) ?? url.Span,
                $"The server '{LintText.Name(address)}' is not encrypted: keys and texts travel in the clear.",
                $"서버 '{LintText.Name(address)}'의 연결이 암호화되지 않습니다. 키와 내용이 그대로 전송됩니다.",
                HasEncrypted(root) ? "Put the server with `https:` first: clients use the first one." : fix,
                HasEncrypted(root) ? "`https:` 서버를 맨 앞에 두십시오. 클라이언트는 첫 번째 서버를 씁니다." : koreanFix);
        }
    }

    private static bool HasEncrypted(SpecNode root)
        => root["servers"]!.Items.Any(server => server["url"]?.Scalar?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true);

    // In 2.0 the scheme stands apart from the host.
    private static SourceSpan? Schemes(LintContext context)
        => context.IsSwagger && context.Document.Source.Root is { } root && root["schemes"] is not null ? LintContext.KeySpan(root, "schemes") : null;
}
