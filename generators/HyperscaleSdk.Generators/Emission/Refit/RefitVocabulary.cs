using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Refit's names as the code says them: short, or in full where a model has one of them.</summary>
internal sealed class RefitVocabulary
{
    /// <summary>Where a model's file names Refit: in full, since it does not import it.</summary>
    public static readonly RefitVocabulary Full = new("global::Refit.");

    private static readonly HashSet<string> Names = new(
        new[]
        {
            "Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "AliasAs", "Query", "Header", "Headers", "Body", "Multipart",
        }.SelectMany(name => new[] { name, name + "Attribute" }).Concat(new[]
        {
            "ApiException", "BodySerializationMethod", "CollectionFormat", "DefaultFormUrlEncodedParameterFormatter", "DefaultUrlParameterFormatter",
            "RefitSettings", "RestService", "StreamPart",
        }),
        StringComparer.Ordinal);

    private readonly string _prefix;

    private RefitVocabulary(string prefix) => _prefix = prefix;

    public static RefitVocabulary For(IEnumerable<string> modelNames) => modelNames.Any(Names.Contains) ? Full : new RefitVocabulary("");

    /// <summary>Names are said in full: the namespace is not imported.</summary>
    public bool IsFull => _prefix.Length > 0;

    public string Body => $"[{Name("Body")}]";

    public string Query => $"[{Name("Query")}]";

    public string StreamPart => Name("StreamPart");

    public string Name(string name) => _prefix + name;

    public string Alias(string name) => $"[{Name("AliasAs")}({CSharp.Literal(name)})]";

    public string Header(string name) => $"[{Name("Header")}({CSharp.Literal(name)})]";

    public string BodyAs(string method) => $"[{Name("Body")}({Name("BodySerializationMethod")}.{method})]";

    public string QueryList(string format) => $"[{Name("Query")}({Name("CollectionFormat")}.{format})]";
}
