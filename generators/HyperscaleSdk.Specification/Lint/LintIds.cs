namespace HyperscaleSdk.Specification.Lint;

/// <summary>The ids of what <c>hyperscale spec lint</c> says beyond a build's own diagnostics. Each has a page in <c>docs/rules</c>.</summary>
public static class LintIds
{
    /// <summary>An operation has no id.</summary>
    public const string OperationWithoutId = "HSAI1201";

    /// <summary>An operation id makes no good method name.</summary>
    public const string OperationName = "HSAI1202";

    /// <summary>An operation has neither summary nor description.</summary>
    public const string OperationWithoutSummary = "HSAI1203";

    /// <summary>The type of an operation's answer is not described.</summary>
    public const string AnswerWithoutType = "HSAI1204";

    /// <summary>No error answer is described.</summary>
    public const string NoErrorAnswer = "HSAI1205";

    /// <summary>A stream is asked for or announced, but not described.</summary>
    public const string StreamNotDescribed = "HSAI1206";

    /// <summary>A path parameter does not fit its path.</summary>
    public const string PathParameter = "HSAI1207";

    /// <summary>Pages without a way to the next one.</summary>
    public const string NoNextPage = "HSAI1208";

    /// <summary>An object is written in place, deep within another one.</summary>
    public const string NestedObject = "HSAI1209";

    /// <summary>The same object or enumeration is written in several places.</summary>
    public const string RepeatedSchema = "HSAI1210";

    /// <summary>A component is not used.</summary>
    public const string UnusedComponent = "HSAI1211";

    /// <summary>An array does not say what it holds.</summary>
    public const string ArrayWithoutItems = "HSAI1212";

    /// <summary>A schema says nothing about its content.</summary>
    public const string UntypedSchema = "HSAI1213";

    /// <summary>The variants of a union cannot be told apart.</summary>
    public const string IndistinctVariants = "HSAI1214";

    /// <summary>The values of an enumeration contradict its type or each other.</summary>
    public const string EnumValues = "HSAI1215";

    /// <summary>An amount of money is a binary fraction.</summary>
    public const string MoneyAsDouble = "HSAI1216";

    /// <summary>A string that holds a date does not say so.</summary>
    public const string DateWithoutFormat = "HSAI1217";

    /// <summary>A required member is not described.</summary>
    public const string RequiredNotDescribed = "HSAI1218";

    /// <summary>A default or example does not fit its schema.</summary>
    public const string ValueDoesNotFit = "HSAI1219";

    /// <summary>Two names differ only in case or punctuation.</summary>
    public const string NamesCollide = "HSAI1220";

    /// <summary>Null is allowed in a way that this version of OpenAPI does not know.</summary>
    public const string NullWrittenWrong = "HSAI1221";

    /// <summary>A security scheme is required but missing, or declared but not required.</summary>
    public const string SecurityScheme = "HSAI1222";

    /// <summary>The document does not say how a call proves who makes it.</summary>
    public const string NoSecurity = "HSAI1223";

    /// <summary>The key does not travel in a header.</summary>
    public const string KeyNotInHeader = "HSAI1224";

    /// <summary>The server is missing, relative or not encrypted.</summary>
    public const string Server = "HSAI1225";

    /// <summary>Title, version, contact or license is missing.</summary>
    public const string InfoIncomplete = "HSAI1226";

    /// <summary>Schemas and members have no description.</summary>
    public const string SchemasNotDescribed = "HSAI1227";

    /// <summary>Operations look like chat or embeddings, but no binding says so.</summary>
    public const string BindingAbsent = "HSAI1228";
}
