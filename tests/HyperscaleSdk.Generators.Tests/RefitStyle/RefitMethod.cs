using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;
using Refit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>
/// A method of an interface as Refit reads it when a client is made. What Refit refuses, this refuses: one such method makes the whole interface useless.
/// </summary>
internal sealed partial class RefitMethod
{
    private static readonly HashSet<string> BodyMethods = new(StringComparer.Ordinal) { "POST", "PUT", "PATCH" };

    public RefitMethod(MethodInfo method)
    {
        var http = method.GetCustomAttribute<HttpMethodAttribute>() ?? throw new InvalidOperationException($"{method.Name} has no HTTP method.");
        Http = http.Method;
        Path = http.Path;
        Parameters = [.. method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken))];
        Boundary = method.GetCustomAttribute<MultipartAttribute>()?.BoundaryText;
        Verify(Path.Length == 0 || Path[0] == '/', $"The path '{Path}' has to begin with '/'.");
        Verify(!Path.Contains('\r', StringComparison.Ordinal) && !Path.Contains('\n', StringComparison.Ordinal), $"The path '{Path}' has a line break.");
        Verify(method.ReturnType == typeof(Task) || method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>), "A method returns a task.");
        Headers = ReadHeaders(method);
        HeaderOf = Parameters.Select(parameter => parameter.GetCustomAttribute<HeaderAttribute>()?.Header.Trim()).ToArray();
        PlaceholderOf = FindPlaceholders();
        BodyIndex = FindBody();
    }

    public HttpMethod Http { get; }

    public string Path { get; }

    /// <summary>Without the cancellation token.</summary>
    public ParameterInfo[] Parameters { get; }

    /// <summary>Between the parts; null when the body is none of parts.</summary>
    public string? Boundary { get; }

    public IReadOnlyDictionary<string, string?> Headers { get; }

    /// <summary>By parameter: the header that it sets; null when it sets none.</summary>
    public string?[] HeaderOf { get; }

    /// <summary>By parameter: the placeholder that it fills; null when it fills none.</summary>
    public string?[] PlaceholderOf { get; }

    /// <summary>Which parameter is the body; -1 when there is none.</summary>
    public int BodyIndex { get; }

    /// <summary>Throws when Refit would refuse a method of the interface.</summary>
    public static void Accept(Type type)
    {
        foreach (var method in type.GetMethods())
        {
            _ = new RefitMethod(method);
        }
    }

    public static string UrlName(ParameterInfo parameter) => parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? parameter.Name!;

    private static Dictionary<string, string?> ReadHeaders(MethodInfo method)
    {
        var headers = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var header in new MemberInfo[] { method.DeclaringType!, method }.SelectMany(member => member.GetCustomAttributes<HeadersAttribute>()).SelectMany(attribute => attribute.Headers))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[(colon < 0 ? header : header[..colon]).Trim()] = colon < 0 ? null : header[(colon + 1)..].Trim();
        }

        return headers;
    }

    private string?[] FindPlaceholders()
    {
        var places = new string?[Parameters.Length];
        var matches = Placeholder().Matches(Path);
        if (matches.Count == 0)
        {
            return places;
        }

        // Throws for two of one name, as Refit 8 does.
        var names = Parameters.Select((parameter, index) => (Name: UrlName(parameter).ToLowerInvariant(), index)).ToDictionary(item => item.Name, item => item.index, StringComparer.Ordinal);
        foreach (Match match in matches)
        {
            var name = match.Groups["name"].Value.ToLowerInvariant();
            Verify(names.TryGetValue(name, out var index), $"The path '{Path}' has '{name}', but no parameter has.");
            Verify(HeaderOf[index] is null, $"The placeholder '{name}' is a header.");
            places[index] = match.Groups["name"].Value;
        }

        return places;
    }

    private int FindBody()
    {
        var marked = Enumerable.Range(0, Parameters.Length).Where(index => Parameters[index].IsDefined(typeof(BodyAttribute))).ToList();
        Verify(marked.Count <= (Boundary is null ? 1 : 0), "There is more than one body, or one beside parts.");
        if (Boundary is not null || marked.Count == 1)
        {
            return Boundary is null ? marked[0] : -1;
        }

        // Without an attribute Refit takes a class for the body: generated code must leave it nothing to guess.
        var guessed = Parameters.Where(parameter => BodyMethods.Contains(Http.Method) && !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string) && !parameter.IsDefined(typeof(QueryAttribute)));
        Verify(!guessed.Any(), "A parameter would be taken for the body.");
        return -1;
    }

    private static void Verify(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    [GeneratedRegex("{(?<name>.*?)}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
