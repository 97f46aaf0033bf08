using System;
using System.Collections.Generic;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Data that is read by its name in a row, a form, a document or a table: <c>row["JUMIN_NO"]</c>, <c>json.GetProperty("phoneNumber")</c>.</summary>
internal static class KeyedSources
{
    // A longer text is no name; what stands here also stands in messages.
    private const int LongestKey = 64;

    // Not configuration, headers, resources and views: what stands there under "email" is no person's.
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "DataRow", "DataRowView", "IDataRecord", "JsonElement", "JsonNode", "JToken", "XContainer", "XmlNode", "IFormCollection", "IQueryCollection", "NameValueCollection", "IDictionary", "IReadOnlyDictionary",
        "ClaimsPrincipal", "ClaimsIdentity",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "IHeaderDictionary", "ViewDataDictionary", "ITempDataDictionary" };

    // What tables are called that say something about the data under the same keys.
    private static readonly HashSet<string> About = new(StringComparer.Ordinal)
    {
        "map", "mapping", "mappings", "translation", "translations", "resource", "resources", "texts", "names", "alias", "aliases", "words", "glossary", "dictionary", "description", "descriptions", "columns", "fields", "masks",
    };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Field", "Get", "GetString", "GetValue", "GetFieldValue", "GetValueOrDefault", "GetProperty", "GetAttribute", "Element", "Attribute", "SelectToken", "Value", "TryGetValue", "TryGetProperty", "TryGetPropertyValue", "FindFirst", "FindFirstValue",
    };

    /// <summary>The method gives what stands under a name.</summary>
    public static bool IsReader(IMethodSymbol method) => Readers.Contains(method.Name);

    /// <summary>Objects whose parts have names.</summary>
    public static bool IsContainer(ITypeSymbol? type)
    {
        var found = false;
        for (var own = type; own is not null; own = own.BaseType)
        {
            if (Others.Contains(own.Name))
            {
                return false;
            }

            found |= Containers.Contains(own.Name);
        }

        foreach (var contract in type?.AllInterfaces ?? [])
        {
            if (Others.Contains(contract.Name))
            {
                return false;
            }

            found |= Containers.Contains(contract.Name);
        }

        return found;
    }

    /// <summary>What stands there can be text.</summary>
    public static bool CanHold(ITypeSymbol? type) => TextCarriers.CanBeNamed(type) || type is { Name: "JsonElement" or "JsonNode" or "JToken" or "XElement" or "XAttribute" or "XmlElement" or "XmlNode" or "StringValues" or "Claim" };

    /// <summary>The name in a key: of <c>ClaimTypes.Email</c>, which is an address, its last part.</summary>
    public static string NameIn(string key) => key.StartsWith("http", StringComparison.Ordinal) && key.IndexOf("/claims/", StringComparison.Ordinal) > 0 ? key.Substring(key.LastIndexOf('/') + 1) : key;

    /// <summary>What the key says; null when it says nothing, or when the container's name makes it something else.</summary>
    /// <param name="key">The key: <c>JUMIN_NO</c>.</param>
    /// <param name="container">The name of the variable: <c>labels["juminNo"]</c> gives what stands beside a field. Null where it has none.</param>
    public static PersonalDataName? Classify(string key, string? container)
    {
        if (key.Length > LongestKey || PersonalDataNames.Classify(key) is not { NeedsPerson: false, Confidence: > PersonalDataConfidence.Weak } name)
        {
            return null;
        }

        return container is null
            || (PersonalDataNames.Classify(container.TrimEnd('s') + "_of_" + key) is not null && !(IdentifierTokens.Split(container) is { Count: > 0 } words && About.Contains(words[words.Count - 1]))) ? name : null;
    }
}
