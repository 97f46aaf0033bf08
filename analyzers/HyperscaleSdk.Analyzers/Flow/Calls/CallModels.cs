using System;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The table of known library methods.</summary>
internal static class CallModels
{
    private static readonly string[] Makers =
    [
        "Build", "Create", "Compose", "Format", "Render", "Describe", "To", "Make", "Prepare", "Normali", "Convert", "Translate", "Encode", "Decode", "Serialize", "Write", "Append", "With",
        "Combine", "Concat", "Summar", "Parse", "Clean", "Decorate", "Wrap", "Print", "Trim", "Pad", "Add", "Join", "Transform", "Map", "Apply", "Enrich", "Prompt", "Fill", "Echo", "Pass",
    ];

    public static CallModel Classify(IMethodSymbol method)
    {
        if (method is { Name: "ToString", IsStatic: false })
        {
            return CallModel.ToText;
        }

        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return method.Name switch
            {
                "Substring" or "Remove" => CallModel.Substring,
                "Format" or "Concat" or "Join" => CallModel.Format,
                _ => CallModel.Other,
            };
        }

        if (IsInSource(method))
        {
            return CallModel.Other;
        }

        if (method is { Name: "AsSpan", IsExtensionMethod: true } && (method.ReducedFrom ?? method).Parameters is { Length: > 1 } parameters && parameters[0].Type.SpecialType == SpecialType.System_String)
        {
            return CallModel.Substring;
        }

        if (IsSerializer(method))
        {
            return CallModel.Serialize;
        }

        return method.Name switch
        {
            "ToFrozenDictionary" or "ToImmutableDictionary" or "ToImmutableSortedDictionary" when TakesKeys(method.ReducedFrom ?? method) => CallModel.Group,
            "GetEnumerator" or "GetAsyncEnumerator" or "ToList" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList" or "ToListAsync" or "ToArrayAsync"
                or "AsEnumerable" or "AsQueryable" or "AsReadOnly" or "AsSpan" or "AsMemory" or "Where" or "OrderBy" or "OrderByDescending"
                or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "TakeWhile" or "TakeLast" or "Skip"
                or "SkipWhile" or "SkipLast" or "Distinct" or "DistinctBy" or "Reverse" or "DefaultIfEmpty" or "Concat" or "Prepend"
                or "Union" or "Except" or "Intersect" or "Cast" or "OfType" or "ConfigureAwait" or "GetAwaiter" or "GetResult"
                or "FromResult" or "WithCancellation" or "WaitAsync" or "AsTask" or "WhenAll" or "WhenAny" or "ExceptBy" or "IntersectBy" or "UnionBy"
                or "AsParallel" or "AsOrdered" or "AsAsyncEnumerable" or "ToBlockingEnumerable" or "AsNoTracking" or "Include" or "ReadAllAsync"
                or "ToFrozenSet" or "ToFrozenDictionary" or "ToImmutableDictionary" or "ToImmutableHashSet" or "GetConsumingEnumerable"
                or "FromDateTime" => CallModel.Identity,
            "Capture" when method.ContainingType.Name is "ExceptionDispatchInfo" => CallModel.Identity,
            "Compile" when method.ContainingType is { Name: "Expression", ContainingNamespace.Name: "Expressions" } => CallModel.Identity,
            "Zip" or "Index" or "Chunk" or "CountBy" when method.IsExtensionMethod || method.ContainingType.Name is "Enumerable" => CallModel.Parts,
            "Create" when method.ContainingType.Name is "Tuple" or "ValueTuple" or "KeyValuePair" => CallModel.Tuple,
            "Element" or "Attribute" when method.ContainingType is { Name: "XElement" or "XContainer", ContainingNamespace.Name: "Linq" } => CallModel.XmlPart,
            "Replace" when method.ContainingType is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } => CallModel.RegexReplace,
            "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" when method.ContainingType.Name is "Enumerable" or "Queryable" or "AsyncEnumerable" => CallModel.Parts,
            "GroupBy" or "ToLookup" or "ToDictionary" or "ToDictionaryAsync" => CallModel.Group,
            "Append" or "Take" when method.ContainingType.Name is "Enumerable" or "Queryable" or "AsyncEnumerable" => CallModel.Identity,
            "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt" or "ElementAtOrDefault"
                or "Min" or "Max" or "MinBy" or "MaxBy" or "Peek" or "Dequeue" or "Pop" or "GetValueOrDefault"
                or "FirstAsync" or "FirstOrDefaultAsync" or "SingleAsync" or "SingleOrDefaultAsync" or "LastAsync" or "LastOrDefaultAsync"
                or "TryDequeue" or "TryPop" or "TryPeek" or "TryTake" or "GetOrAdd" or "AddOrUpdate" or "ReadAsync" or "TryRead" or "Take" when IsCollection(method) => CallModel.Element,
            "Average" or "Sum" or "Count" or "LongCount" when method.ContainingType.Name is "Enumerable" or "Queryable" or "AsyncEnumerable" => CallModel.Measure,
            "Select" or "SelectMany" or "ConvertAll" or "Run" or "StartNew" or "Aggregate" or "ContinueWith" => CallModel.Map,
            _ => CallModel.Other,
        };
    }

    private static bool TakesKeys(IMethodSymbol method) => method.Parameters.Length > 1 && method.Parameters[1].Name is "keySelector";

    // Reading a stream or a socket is not reading an element.
    private static bool IsCollection(IMethodSymbol method) =>
        method.Name is not ("ReadAsync" or "Take") || method.ContainingType.Name is "ChannelReader" or "BlockingCollection" or "ConcurrentBag";

    /// <summary>A method of the customer that looks something up by what it is given does not give that back.</summary>
    public static bool FindsByKey(IMethodSymbol method) => IsInSource(method)
        && (method.Name.StartsWith("Find", StringComparison.Ordinal) || method.Name.StartsWith("Lookup", StringComparison.Ordinal)
            || method.Name.StartsWith("Search", StringComparison.Ordinal) || method.Name.StartsWith("Query", StringComparison.Ordinal)
            || SaysBy(method.Name));

    // ByPhoneAsync, OrdersByCustomer; not ToBytes.
    private static bool SaysBy(string name)
    {
        var place = name.IndexOf("By", StringComparison.Ordinal);
        return place >= 0 && place + 2 < name.Length && !char.IsLower(name[place + 2]);
    }

    /// <summary>An argument that only says what is looked for: it is not in the result.</summary>
    public static bool IsKey(Microsoft.CodeAnalysis.Operations.IInvocationOperation call, int argument)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is { Name: "File" or "Directory", ContainingNamespace.Name: "IO" })
        {
            return true;
        }

        // text.Replace(number, "{0}"): what is searched for is gone from the result.
        if (method.Name is "Replace" or "Split" or "Trim" or "TrimEnd" or "TrimStart" && method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return argument == 0;
        }

        if (FindsByNumber(method) && call.Arguments[argument].Parameter is { } asked && IsNumber(asked.Name))
        {
            return true;
        }

        var first = method.IsExtensionMethod && call.Instance is null ? 1 : 0;
        return argument >= first && (call.Instance is not null || first == 1) && IsLookup(method)
            && (call.Arguments[argument].Parameter?.Type is { SpecialType: not (SpecialType.None or SpecialType.System_Object) } or { Name: "Guid" }
                || call.Arguments[argument].Parameter?.Name is "key" or "id" or "keys" or "ids" or "keyValues");
    }

    // api.GradeAsync(cardNo): a contract without an implementation here that is asked by a number, unless its name says that it makes a text.
    private static bool FindsByNumber(IMethodSymbol method) => method.IsAbstract && IsInSource(method)
        && !Array.Exists(Makers, verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    private static bool IsNumber(string parameter) => Recognition.PersonalDataNames.Classify(parameter) is
    {
        Confidence: >= PersonalDataConfidence.Strong,
        Kind: <= PersonalDataKind.DriverLicenseNumber or PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.CardNumber or PersonalDataKind.AccountNumber,
    };

    private static bool IsLookup(IMethodSymbol method) =>
        (method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("TryGet", StringComparison.Ordinal) || method.Name.StartsWith("Find", StringComparison.Ordinal)
            || method.Name.StartsWith("Load", StringComparison.Ordinal) || method.Name.StartsWith("Fetch", StringComparison.Ordinal) || method.Name.StartsWith("Lookup", StringComparison.Ordinal))
        && method.Name is not ("GetString" or "GetBytes" or "GetChars" or "GetText" or "GetOrAdd") && method.ContainingType.Name is not ("Encoding" or "Encoder" or "Decoder");

    /// <summary>The method puts its arguments into its receiver.</summary>
    public static bool Fills(IMethodSymbol method) =>
        StartsWithVerb(method.Name, "Add") || StartsWithVerb(method.Name, "Append") || StartsWithVerb(method.Name, "Insert")
        || StartsWithVerb(method.Name, "Write") || StartsWithVerb(method.Name, "Set") || StartsWithVerb(method.Name, "TrySet") || StartsWithVerb(method.Name, "TryAdd") || StartsWithVerb(method.Name, "TryWrite")
        || method.Name is "Push" or "Enqueue" or "TryEnqueue" or "TryPush" or "Fill" or "UnionWith" or "LoadXml" || (method.Name is "Replace" && method.ContainingType.Name is not "Regex");

    public static bool ReturnsReceiver(IMethodSymbol method) =>
        Fills(method) && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && method.ContainingType.SpecialType != SpecialType.System_String;

    /// <summary>What an answer says about itself, and not the text that a model wrote.</summary>
    public static bool IsAboutAnAnswer(ISymbol member, ITypeSymbol? type) =>
        member.Name is "ResponseId" or "Id" or "ModelId" or "Model" or "FinishReason" or "StopReason" or "Role" or "MessageId" or "ConversationId" or "Usage" or "CreatedAt" or "Created" or "StatusCode" or "Headers" or "ContinuationToken"
        || type is { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Decimal } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool StartsWithVerb(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || char.IsUpper(name[verb.Length]));

    private static bool IsSerializer(IMethodSymbol method) =>
        method.Name.StartsWith("Serialize", StringComparison.Ordinal)
        || (method.Name is "Create" && method.ContainingType.Name is "JsonContent" or "JsonValue")
        || method.Name is "PostAsJsonAsync" or "PutAsJsonAsync";

    private static bool IsInSource(IMethodSymbol method) => method.Locations.Length > 0 && method.Locations[0].IsInSource;
}
