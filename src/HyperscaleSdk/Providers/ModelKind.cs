namespace HyperscaleSdk;

/// <summary>What a model is for.</summary>
public enum ModelKind
{
    /// <summary>The model answers chats.</summary>
    Chat,

    /// <summary>The model makes embeddings.</summary>
    Embedding,
}
