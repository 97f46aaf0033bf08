using HyperscaleSdk.Emulator.Errors;
using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>One provider's wire format.</summary>
internal interface IProvider
{
    string Id { get; }

    string EnglishName { get; }

    string KoreanName { get; }

    /// <summary>First path segment with its slash: everything below it belongs to this provider.</summary>
    string Prefix => "/" + Id;

    /// <summary>What a client appends its relative paths to; starts with <see cref="Prefix"/>, no trailing slash.</summary>
    string BasePath { get; }

    /// <summary>The models that answer, for people to read.</summary>
    IReadOnlyList<string> Models { get; }

    /// <summary>Readable list of the routes, relative to <see cref="Prefix"/>, for the index page.</summary>
    IReadOnlyList<string> Routes { get; }

    /// <summary>How a refusal with 429 says when to try again.</summary>
    RateHeaderForm RateHeaders { get; }

    /// <summary>The id that the response header or the answer will carry.</summary>
    string AssignRequestId(HttpRequest request);

    /// <summary>Writes the headers that every response of this provider carries. Called before anything is sent.</summary>
    void WriteCommonHeaders(EmulatedCall call);

    /// <summary>Answers a request; <paramref name="path"/> is what follows <see cref="Prefix"/>.</summary>
    /// <exception cref="RefusedException">The provider would refuse it.</exception>
    Task HandleAsync(EmulatedCall call, string path);

    /// <summary>A refusal in the provider's error envelope.</summary>
    ErrorBody CreateErrorBody(EmulatedCall call, RefusedException refusal);

    /// <summary>The refusal that stands for an HTTP status in this provider's error table.</summary>
    RefusedException CreateRefusal(int status, string? message = null);
}
