using System.Runtime.InteropServices;

namespace HyperscaleSdk.Runtime;

/// <summary>One server-sent event.</summary>
/// <typeparam name="T">What its data holds.</typeparam>
/// <param name="EventType">The event's type; <c>message</c> when it names none.</param>
/// <param name="EventId">The event's id; <see langword="null"/> when it has none.</param>
/// <param name="Data">The data; default when <paramref name="IsDone"/>.</param>
/// <param name="IsDone">Whether it is the end marker <c>[DONE]</c>, which is not JSON.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StreamEvent<T>(string EventType, string? EventId, T? Data, bool IsDone);
