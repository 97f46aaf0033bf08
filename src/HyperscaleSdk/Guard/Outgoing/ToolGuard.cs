using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Tools as they may be sent.</summary>
internal static class ToolGuard
{
    public static AITool Guard(GuardSession session, AITool tool)
    {
        var place = Place.OfOptions("tool");
        session.Fixed(tool.Name, place.In("tool name"));
        switch (tool)
        {
            case AIFunction function:
                return new GuardedFunction(session, function);
            case AIFunctionDeclaration function:
                return new GuardedFunctionDeclaration(session, function);
            default:
                session.Unreadable(place, "it runs at the provider, and the guard does not know what is sent for it");
                return tool;
        }
    }
}
