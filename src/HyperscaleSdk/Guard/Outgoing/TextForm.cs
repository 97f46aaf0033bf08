namespace HyperscaleSdk;

/// <summary>What a text is used as, which decides what may stand in it.</summary>
internal enum TextForm
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A key or an id: two values must not become the same.</summary>
    Key,

    /// <summary>A part of an address; the text is unescaped, what is put into it is escaped with it.</summary>
    Address,
}
