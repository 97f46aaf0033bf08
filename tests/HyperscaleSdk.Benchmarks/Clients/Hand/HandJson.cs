using System.Text.Json.Serialization;

namespace HyperscaleSdk.Benchmarks.Clients;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandRequest))]
[JsonSerializable(typeof(HandAnswer))]
[JsonSerializable(typeof(HandTexts))]
[JsonSerializable(typeof(HandVectors))]
[JsonSerializable(typeof(HandByteVectors))]
internal sealed partial class HandJson : JsonSerializerContext;
