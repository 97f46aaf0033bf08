using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Where in a request a text stands, in words of our own: nothing of the caller's is repeated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int? Message, string? Role, string Part)
{
    public static Place OfOptions(string part) => new(null, null, part);

    public static Place OfInput(int index) => new(index, null, "input");

    public static Place OfMessage(int index, ChatRole role) => new(index, RoleName(role), "text");

    public Place In(string part) => this with { Part = part };

    private static string RoleName(ChatRole role) =>
        role == ChatRole.System ? "system" : role == ChatRole.User ? "user" : role == ChatRole.Assistant ? "assistant" : role == ChatRole.Tool ? "tool" : "other";
}
