using System;

namespace HyperscaleSdk.Specification.Overlays;

/// <summary>A query cannot be read or carried out; the text continues a sentence that names the query.</summary>
internal sealed class JsonPathException : Exception
{
    public JsonPathException(string message, string koreanMessage)
        : base(message)
        => KoreanMessage = koreanMessage;

    public string KoreanMessage { get; }
}
