using System.Collections.Generic;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>Plan to C# in Refit's style: the models, one interface per tag, and the settings that they need.</summary>
internal static class RefitEmitter
{
    /// <summary>Every file, as (name, source). They lie on disk, since Refit's own generator has to see them.</summary>
    public static IEnumerable<(string Name, string Source)> Emit(SpecPlan spec)
    {
        var plan = RefitPlan.Of(spec);
        foreach (var file in RefitModelEmitter.Emit(plan))
        {
            yield return file;
        }

        foreach (var item in plan.Interfaces)
        {
            yield return (item.Name, RefitInterfaceEmitter.Emit(plan, item));
        }

        if (plan.Settings is { } settings)
        {
            yield return (settings, RefitSettingsEmitter.Emit(plan, settings));
        }
    }
}
