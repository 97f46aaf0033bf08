namespace Compliance;

/// <summary>이용자의 문의 / what a user asks.</summary>
internal sealed record Question(string Text);
