using System.Runtime.ExceptionServices;

namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>Names the place in the project's code that an exception came from, also of one that was caught.</summary>
internal static class ThrownBy
{
    /// <summary>Runs something again and keeps the first exception thrown on this thread, with its stack.</summary>
    public static Exception? FirstOf(Action action)
    {
        Exception? first = null;
        var stack = "";
        var thread = Environment.CurrentManagedThreadId;
        void Keep(object? sender, FirstChanceExceptionEventArgs args)
        {
            if (first is null && thread == Environment.CurrentManagedThreadId)
            {
                first = args.Exception;
                stack = Environment.StackTrace;
            }
        }

        AppDomain.CurrentDomain.FirstChanceException += Keep;
        try
        {
            action();
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Keep;
        }

        return first is null ? null : new InvalidOperationException($"{first.GetType().Name}: {first.Message}\n{stack}");
    }

    /// <summary>The innermost frame of the project's own code.</summary>
    public static string Frame(string trace)
    {
        var frame = trace.Split('\n').FirstOrDefault(line => line.Contains(" HyperscaleSdk.", StringComparison.Ordinal) && !line.Contains("HyperscaleSdk.Fuzzing", StringComparison.Ordinal))?.Trim() ?? "unknown place";
        var end = frame.IndexOf('(', StringComparison.Ordinal);
        return end < 0 ? frame : frame[..end];
    }
}
