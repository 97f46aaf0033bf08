namespace HyperscaleSdk.Runtime;

/// <summary>The reading delegate of a model, made once.</summary>
internal static class JsonModelReader<T>
    where T : IJsonModel<T>
{
    public static readonly JsonReadFunc<T> Read = T.ReadJson;
}
