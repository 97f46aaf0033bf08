using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperscaleSdk.Generators;

/// <summary>Finds the documents and bindings among the project's additional files.</summary>
internal static class SpecFiles
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>What a file is to a document that names it, or refers to it.</summary>
    internal enum FileRole
    {
        Binding,
        Overlay,
        Part,
    }

    /// <summary>A file that is no document of its own.</summary>
    internal sealed record SideFile(FileRole Role, string Path, string Text);

    /// <summary>A document whose other files have not been looked up yet.</summary>
    internal sealed record SpecFile(string Path, string Text, string? Binding, string? Overlays, string Namespace, string? ModelNamespace, string ClientName)
    {
        /// <summary>The document that it extends, when it is a profile; null for a document.</summary>
        public string? Extends { get; init; }
    }

    public static SpecFile? AsSpec(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        var options = provider.GetOptions(file);
        if (Value(options, "SourceItemType") != "HyperscaleSpec" || file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        var clientName = CSharp.Pascal(Value(options, "ClientName") ?? NameOf(file.Path), "Api");

        // Two documents often have types of one name (Message, Error): each gets a namespace of its own unless told otherwise.
        var defaultNamespace = (string.IsNullOrWhiteSpace(rootNamespace) ? "Generated" : rootNamespace) + "." + clientName;
        return new SpecFile(
            file.Path,
            text.ToString(),
            Value(options, "Binding"),
            Value(options, "Overlays"),
            Namespace(Value(options, "Namespace")) ?? defaultNamespace,
            Namespace(Value(options, "ModelNamespace")),
            clientName)
        {
            Extends = SpecExtends.Of(file.Path, text.ToString(), cancellationToken),
        };
    }

    public static SideFile? AsSideFile(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        FileRole? role = Value(provider.GetOptions(file), "SourceItemType") switch
        {
            "HyperscaleBinding" => FileRole.Binding,
            "HyperscaleOverlay" => FileRole.Overlay,
            "HyperscaleSpecPart" => FileRole.Part,
            _ => null,
        };
        return role is { } known && file.GetText(cancellationToken) is { } text ? new SideFile(known, file.Path, text.ToString()) : null;
    }

    public static SpecRequest ToRequest(SpecFile spec, ImmutableArray<SideFile> files, ImmutableArray<SpecFile> documents)
        => spec.Extends is { } path ? ToProfileRequest(spec, path, files, documents) : ToDocumentRequest(spec, files);

    // To a profile the document is what it extends, and its own text is the binding.
    private static SpecRequest ToProfileRequest(SpecFile profile, string path, ImmutableArray<SideFile> files, ImmutableArray<SpecFile> documents)
    {
        if (documents.FirstOrDefault(document => IsAt(document.Path, path)) is { } document)
        {
            return ToDocumentRequest(document, files) with
            {
                Origin = profile.Path,
                BindingPath = profile.Path,
                BindingText = profile.Text,
                Namespace = profile.Namespace,
                ModelNamespace = profile.ModelNamespace,
                ClientName = profile.ClientName,
                Base = new SpecBase(document.ClientName, document.ModelNamespace ?? document.Namespace),
            };
        }

        var part = files.FirstOrDefault(file => file.Role == FileRole.Part && IsAt(file.Path, path));
        return new SpecRequest(part?.Path ?? profile.Path, part?.Text ?? "", profile.Path, profile.Text, profile.Namespace, profile.ModelNamespace, profile.ClientName)
        {
            Origin = profile.Path,
            MissingBase = part is null ? path : null,
            Parts = Parts(files),
        };
    }

    private static bool IsAt(string path, string normalised) => string.Equals(RelativePath.Normalise(path), normalised, StringComparison.OrdinalIgnoreCase);

    private static SpecRequest ToDocumentRequest(SpecFile spec, ImmutableArray<SideFile> files)
    {
        var binding = Find(files, FileRole.Binding, spec.Binding);
        var overlays = (spec.Overlays ?? "").Split(new[] { ';', ',' }, StringSplitOptions.RemoveEmptyEntries).Select(path => path.Trim()).Where(path => path.Length > 0);
        return new SpecRequest(spec.Path, spec.Text, binding?.Path ?? spec.Binding, binding?.Text, spec.Namespace, spec.ModelNamespace, spec.ClientName)
        {
            Overlays = new EquatableArray<SpecPart>(overlays.Select(path => Find(files, FileRole.Overlay, path) is { } found ? new SpecPart(found.Path, found.Text) : new SpecPart(path, Text: null))),
            Parts = Parts(files),
        };
    }

    private static EquatableArray<SpecPart> Parts(ImmutableArray<SideFile> files)
        => new(files.Where(file => file.Role == FileRole.Part).OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new SpecPart(file.Path, file.Text)));

    // Of several files that end alike, the one nearest to the project is meant.
    private static SideFile? Find(ImmutableArray<SideFile> files, FileRole role, string? written)
        => written is null ? null : files.Where(file => file.Role == role && IsSameFile(file.Path, written)).OrderBy(file => file.Path.Length).FirstOrDefault();

    /// <summary>Marks documents whose client has the name of an earlier one's: their files would overwrite each other.</summary>
    public static ImmutableArray<SpecRequest> MarkDuplicates(ImmutableArray<SpecRequest> requests)
    {
        var taken = new System.Collections.Generic.Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var marked = ImmutableArray.CreateBuilder<SpecRequest>(requests.Length);
        foreach (var request in requests.OrderBy(request => request.Origin, StringComparer.Ordinal))
        {
            if (taken.TryGetValue(request.ClientName, out var first))
            {
                marked.Add(request with { DuplicateOf = first });
            }
            else
            {
                taken.Add(request.ClientName, request.Origin);
                marked.Add(request);
            }
        }

        return marked.ToImmutable();
    }

    private static string? Value(AnalyzerConfigOptions options, string name)
        => options.TryGetValue(Metadata + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    // Metadata keeps the path as written; the compiler knows the file by its full path.
    private static bool IsSameFile(string fullPath, string written)
    {
        var path = fullPath.Replace('\\', '/');
        var tail = written.Replace('\\', '/');
        while (tail.StartsWith("../", StringComparison.Ordinal) || tail.StartsWith("./", StringComparison.Ordinal))
        {
            tail = tail.Substring(tail.IndexOf('/') + 1);
        }

        return path.Equals(tail, StringComparison.OrdinalIgnoreCase) || path.EndsWith("/" + tail.TrimStart('/'), StringComparison.OrdinalIgnoreCase);
    }

    // "specs/upstage/openapi.yaml" says who it is in its folder.
    internal static string NameOf(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var file = parts[parts.Length - 1];
        var dot = file.IndexOf('.');
        var name = dot > 0 ? file.Substring(0, dot) : file;
        return parts.Length > 1 && name.ToLowerInvariant() is "openapi" or "swagger" or "api" or "spec" or "binding" ? parts[parts.Length - 2] : name;
    }

    internal static string? Namespace(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(new[] { '.' }, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = CSharp.Pascal(parts[i], "Api");
        }

        return parts.Length == 0 ? null : string.Join(".", parts);
    }
}
