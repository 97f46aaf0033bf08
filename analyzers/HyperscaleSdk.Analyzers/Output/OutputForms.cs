using System;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>In which form a model's output reaches a place.</summary>
[Flags]
internal enum OutputForms
{
    None = 0,

    /// <summary>As it came: text, or a part of it.</summary>
    Text = 1,

    /// <summary>Read into a type: its shape was checked.</summary>
    Typed = 2,

    /// <summary>A picture, voice or video.</summary>
    Media = 4,
}
