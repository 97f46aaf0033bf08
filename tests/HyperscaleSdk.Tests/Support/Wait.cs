namespace HyperscaleSdk.Tests;

/// <summary>Waits for a condition that other threads bring about, without a clock.</summary>
internal static class Wait
{
    public static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 1_000_000; i++)
        {
            if (condition())
            {
                return;
            }

            await Task.Yield();
        }

        Assert.Fail("The condition was never met.");
    }
}
