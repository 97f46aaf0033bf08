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

    // Not headers, resources and views: what stands there under "email" is no person's.
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "XContainer", "XmlNode", "IDictionary", "IReadOnlyDictionary", "IConfiguration", "ClaimsPrincipal", "ClaimsIdentity",
    };

    // Rows, documents and forms: "email" in one of them is somebody's address. In a dictionary it may as well be the text of one.
    private static readonly HashSet<string> Rows = new(StringComparer.Ordinal)
    {
        "DataRow", "DataRowView", "IDataRecord", "JsonElement", "JsonNode", "JToken", "IFormCollection", "IQueryCollection", "NameValueCollection",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "IHeaderDictionary", "ViewDataDictionary", "ITempDataDictionary" };

    // What the project's own rows and forms are called: IFormFields, CsvRow, ApplicantRecord.
    private static readonly HashSet<string> OwnContainers = new(StringComparer.OrdinalIgnoreCase) { "form", "row", "record", "fields", "reader", "payload" };

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
    public static bool IsContainer(ITypeSymbol? type) => Is(type, Containers) || IsRow(type)
        || (type is { TypeKind: TypeKind.Interface or TypeKind.Class or TypeKind.Struct, Locations: { IsEmpty: false } locations } && locations[0].IsInSource && IdentifierTokens.Split(type.Name).Exists(OwnContainers.Contains));

    private static bool IsRow(ITypeSymbol? type) => Is(type, Rows);

    private static bool IsConfiguration(ITypeSymbol? type) => type is { Name: "IConfiguration" or "IConfigurationRoot" or "IConfigurationSection" };

    private static bool Is(ITypeSymbol? type, HashSet<string> names)
    {
        var found = false;
        for (var own = type; own is not null; own = own.BaseType)
        {
            if (Others.Contains(own.Name))
            {
                return false;
            }

            found |= names.Contains(own.Name);
        }

        foreach (var contract in type?.AllInterfaces ?? [])
        {
            if (Others.Contains(contract.Name))
            {
                return false;
            }

            found |= names.Contains(contract.Name);
        }

        return found;
    }

    /// <summary>What stands there can be text.</summary>
    public static bool CanHold(ITypeSymbol? type) => TextCarriers.CanBeNamed(type) || type is { Name: "JsonElement" or "JsonNode" or "JToken" or "XElement" or "XAttribute" or "XmlElement" or "XmlNode" or "StringValues" or "Claim" };

    /// <summary>The name in a key: of <c>ClaimTypes.Email</c>, which is an address, and of <c>Owner:HomeAddress</c> its last part.</summary>
    public static string NameIn(string key) => key.StartsWith("http", StringComparison.Ordinal) && key.IndexOf("/claims/", StringComparison.Ordinal) > 0 ? key.Substring(key.LastIndexOf('/') + 1) : key.Substring(key.LastIndexOf(':') + 1);

    /// <summary>What the key says; null when it says nothing, or when the container's name makes it something else.</summary>
    /// <param name="key">The key: <c>JUMIN_NO</c>.</param>
    /// <param name="container">The name of the variable: <c>labels["juminNo"]</c> gives what stands beside a field. Null where it has none.</param>
    /// <param name="type">The container's type; texts in a sequence are the cells of a row.</param>
    public static PersonalDataName? Classify(string key, string? container, ITypeSymbol? type)
    {
        if (key.Length > LongestKey || PersonalDataNames.Classify(key) is not { } name || !Counts(name, key, type))
        {
            return null;
        }

        return container is null
            || (PersonalDataNames.Classify(container.TrimEnd('s') + "_of_" + key) is not null && !(IdentifierTokens.Split(container) is { Count: > 0 } words && About.Contains(words[words.Count - 1]))) ? name : null;
    }

    private static bool Counts(PersonalDataName name, string key, ITypeSymbol? type) => name.Confidence switch
    {
        PersonalDataConfidence.Weak => !IsConfiguration(type) && (IsRow(type) || !IsContainer(type)) && (!name.NeedsPerson || (name.Kind == PersonalDataKind.Email && TextFold.IsHangul(key[0]))),
        // Support:PhoneNumber is the firm's.
        _ when IsConfiguration(type) => name.Kind is not (PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.Name or PersonalDataKind.AccountNumber or PersonalDataKind.CardNumber)
            && (name.Kind != PersonalDataKind.Address || key.IndexOf("home", StringComparison.OrdinalIgnoreCase) >= 0),
        _ => !name.NeedsPerson,
    };
}
