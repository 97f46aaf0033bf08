namespace HyperscaleSdk;

/// <summary>Says what stands in place of a text in JSON.</summary>
/// <param name="text">A string, a property name, or the digits of a number.</param>
/// <param name="key">The name of the property that holds it, also through arrays; null without one, and for names themselves.</param>
/// <param name="isName">Whether it is a property name.</param>
/// <returns>The text itself when nothing changes. A number that changes becomes a string.</returns>
internal delegate string JsonTextRule(string text, string? key, bool isName);
