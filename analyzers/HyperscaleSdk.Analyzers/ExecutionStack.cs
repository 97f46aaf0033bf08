using System;
using System.Runtime.CompilerServices;

namespace HyperscaleSdk.Analyzers;

/// <summary>Code that is analysed may be nested without end; a stack that overflows takes the compiler or the IDE with it.</summary>
internal static class ExecutionStack
{
    /// <summary>False where a recursion has to end: what lies deeper is not looked at.</summary>
    public static bool HasRoom
    {
        get
        {
            try
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return true;
            }
            catch (InsufficientExecutionStackException)
            {
                return false;
            }
        }
    }
}
