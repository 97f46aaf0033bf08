namespace HyperscaleSdk.Specification.Diagnostics;

/// <summary>The diagnostics of specs (HSAI10xx) and bindings (HSAI11xx). Each has a page in <c>docs/rules</c>.</summary>
public static class SpecIds
{
    /// <summary>The text cannot be read.</summary>
    public const string Unreadable = "HSAI1001";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "HSAI1002";

    /// <summary>The document is deeper or larger than is safe.</summary>
    public const string LimitExceeded = "HSAI1003";

    /// <summary>The text is no OpenAPI document of a version that is read.</summary>
    public const string NotOpenApi = "HSAI1010";

    /// <summary>A reference leads nowhere.</summary>
    public const string BrokenReference = "HSAI1011";

    /// <summary>An operation is left out.</summary>
    public const string OperationSkipped = "HSAI1012";

    /// <summary>A schema is typed as raw JSON.</summary>
    public const string SchemaDegraded = "HSAI1013";

    /// <summary>Two operations have one id.</summary>
    public const string DuplicateOperation = "HSAI1014";

    /// <summary>A reference would leave the document.</summary>
    public const string ForeignReference = "HSAI1015";

    /// <summary>Two documents give their client one name.</summary>
    public const string DuplicateClient = "HSAI1016";

    /// <summary>The generator itself failed on the document.</summary>
    public const string CompilerFailed = "HSAI1017";

    /// <summary>An action of an overlay is wrong or selects nothing.</summary>
    public const string OverlayAction = "HSAI1018";

    /// <summary>A parameter is left out.</summary>
    public const string ParameterSkipped = "HSAI1019";

    /// <summary>Refit's attributes cannot say what the document says.</summary>
    public const string RefitUnsupported = "HSAI1020";

    /// <summary>A key of the binding is unknown, missing or of the wrong kind.</summary>
    public const string BindingShape = "HSAI1101";

    /// <summary>A pointer of the binding resolves nowhere in the schema.</summary>
    public const string BindingPointer = "HSAI1102";

    /// <summary>The binding names an operation, parameter, model or scheme that the document does not have.</summary>
    public const string BindingName = "HSAI1103";

    /// <summary>What the binding says does not fit the schema's type.</summary>
    public const string BindingType = "HSAI1104";

    /// <summary>The binding file is missing among the project's files.</summary>
    public const string BindingMissing = "HSAI1105";
}
