using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Turns a pointer of the binding into C# member access, checked against the schemas.</summary>
internal sealed class PathCompiler
{
    private readonly IReadOnlyDictionary<string, ModelPlan> _models;
    private readonly BindingContext _context;

    public PathCompiler(IReadOnlyDictionary<string, ModelPlan> models, BindingContext context)
    {
        _models = models;
        _context = context;
    }

    /// <summary>An expression with its type.</summary>
    /// <param name="Code">The expression.</param>
    /// <param name="Type">Its type without nullability.</param>
    /// <param name="MayBeNull">Whether it may be null.</param>
    internal sealed record Expression(string Code, TypePlan Type, bool MayBeNull);

    /// <summary>The value that a pointer leads to; null (with a diagnostic) when it leads nowhere.</summary>
    public Expression? Get(Expression root, SpecNode pointer)
    {
        if (Segments(pointer) is not { } segments)
        {
            return null;
        }

        var at = root;
        for (var i = 0; i < segments.Length; i++)
        {
            var next = Step(at, segments[i]);
            if (next is null)
            {
                ReportMissing(pointer, segments, i, at.Type);
                return null;
            }

            at = next;
        }

        return at;
    }

    /// <summary>What a pointer writes to: statements that make the objects on the way, and the property at its end.</summary>
    public (string Parent, PropertyPlan Property)? Target(string root, TypePlan rootType, SpecNode pointer)
    {
        if (Segments(pointer) is not { Length: > 0 } segments)
        {
            return null;
        }

        var code = root;
        var type = rootType;
        for (var i = 0; i < segments.Length - 1; i++)
        {
            if (Property(type, segments[i]) is not { Type: { Kind: TypeKind.Model } inner } property)
            {
                ReportMissing(pointer, segments, i, type);
                return null;
            }

            code = $"({code}.{property.Storage} ??= {inner.Name}.CreateEmpty())";
            type = inner;
        }

        var last = Property(type, segments[segments.Length - 1]);
        if (last is null)
        {
            ReportMissing(pointer, segments, segments.Length - 1, type);
            return null;
        }

        return (code, last);
    }

    /// <summary>The element type of a list that a pointer leads to; null when it is no list.</summary>
    public TypePlan? ElementOf(TypePlan type)
        => type.Kind switch
        {
            TypeKind.List => type.Element,
            TypeKind.Union => Union(type)?.Variants.Select(variant => variant.Type).FirstOrDefault(variant => variant.Kind == TypeKind.List)?.Element,
            _ => null,
        };

    public ObjectPlan? Object(TypePlan? type) => type is { Kind: TypeKind.Model } && _models.TryGetValue(type.Name!, out var plan) ? plan as ObjectPlan : null;

    public UnionPlan? Union(TypePlan? type) => type is { Kind: TypeKind.Union } && _models.TryGetValue(type.Name!, out var plan) ? plan as UnionPlan : null;

    public PropertyPlan? Property(TypePlan type, string jsonName) => Object(type)?.Find(jsonName);

    /// <summary>The expression as text (<c>string?</c>); null with a diagnostic when it is none.</summary>
    public string? AsText(Expression value, SpecNode at)
    {
        var dot = value.MayBeNull ? "?." : ".";
        switch (value.Type.Kind)
        {
            case TypeKind.String:
                return value.Code;
            case TypeKind.Enum:
                return value.Code + dot + "Value";
            case TypeKind.Uri:
                return value.Code + dot + "OriginalString";
            case TypeKind.Any or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Boolean or TypeKind.Guid:
                return $"ModelPath.Text({value.Code})";
            case TypeKind.Union when Union(value.Type)!.Variants.FirstOrDefault(variant => variant.Type.Kind == TypeKind.String) is { } text:
                // An error's code is a word at one server and a number at the next.
                var numbers = Union(value.Type)!.Variants.Where(variant => variant.Type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double);
                var all = string.Join(" ?? ", new[] { $"{value.Code}{dot}{text.Name}" }.Concat(numbers.Select(number => $"ModelPath.Text({value.Code}{dot}{number.Name})")));
                return all.Contains(" ?? ") ? $"({all})" : all;
            default:
                _context.Report(
                    SpecIds.BindingType,
                    at,
                    $"'{at.Scalar}' is {TypeText.English(value.Type)}, but text is needed here.",
                    $"'{at.Scalar}' 멤버의 형식은 {TypeText.Korean(value.Type)}이지만 여기에는 텍스트가 필요합니다.");
                return null;
        }
    }

    /// <summary>The expression as a count (<c>long?</c>); null with a diagnostic when it is none.</summary>
    public string? AsCount(Expression value, SpecNode at)
    {
        switch (value.Type.Kind)
        {
            case TypeKind.Int32 or TypeKind.Int64:
                return value.Code;
            case TypeKind.Double or TypeKind.Single or TypeKind.Decimal:
                return $"(long?){value.Code}";
            case TypeKind.Any:
                return $"ModelPath.Count({value.Code})";
            default:
                _context.Report(
                    SpecIds.BindingType,
                    at,
                    $"'{at.Scalar}' is {TypeText.English(value.Type)}, but a number is needed here.",
                    $"'{at.Scalar}' 멤버의 형식은 {TypeText.Korean(value.Type)}이지만 여기에는 숫자가 필요합니다.");
                return null;
        }
    }

    /// <summary>The code that makes a property's value of a source value that is not null.</summary>
    /// <param name="type">The property's type.</param>
    /// <param name="source">The kind of the source value: text, count, number, flag, texts or json.</param>
    /// <param name="code">The source value.</param>
    /// <param name="at">Where the binding says so.</param>
    public string? Convert(TypePlan type, string source, string code, SpecNode at)
    {
        var converted = (type.Kind, source) switch
        {
            (TypeKind.String, "text") => code,
            (TypeKind.Enum, "text") => $"new {type.Name}({code})",
            (TypeKind.Uri, "text") => $"new Uri({code}, UriKind.RelativeOrAbsolute)",
            (TypeKind.Any, "text") => $"ModelPath.Element({code})",
            (TypeKind.Int32, "count") => $"ModelPath.ToInt32({code})",
            (TypeKind.Int64, "count") => code,
            (TypeKind.Double, "count" or "number") => code,
            (TypeKind.Single, "count" or "number") => $"(float){code}",
            (TypeKind.Decimal, "count" or "number") => $"(decimal){code}",
            (TypeKind.Boolean, "flag") => code,
            (TypeKind.Any, "json") => code,
            (TypeKind.List, "text") when type is { Element.Kind: TypeKind.String, ElementMayBeNull: false } => $"new List<string> {{ {code} }}",
            (TypeKind.List, "texts") when type is { Element.Kind: TypeKind.String, ElementMayBeNull: false } => $"new List<string>({code})",
            (TypeKind.Map, "json") when type.Element!.Kind == TypeKind.Any => $"ModelPath.Members({code})",
            _ => null,
        };
        if (converted is not null)
        {
            return converted;
        }

        if (Union(type) is { } union)
        {
            foreach (var variant in union.Variants)
            {
                if (variant.Type.Kind is not (TypeKind.Union or TypeKind.Model) && Convert(variant.Type, source, code, OptionalNode) is { } inner)
                {
                    return $"{union.Name}.From{variant.Name}({inner})";
                }
            }
        }

        if (!ReferenceEquals(at, OptionalNode))
        {
            _context.Report(
                SpecIds.BindingType,
                at,
                $"The member here is {TypeText.English(type)}: {TypeText.EnglishSource(source)} cannot be put into it.",
                $"이 자리의 멤버 형식은 {TypeText.Korean(type)}이므로 {TypeText.KoreanSource(source)} 넣을 수 없습니다.");
        }

        return null;
    }

    /// <summary>A constant of the binding as C#; null with a diagnostic when it does not fit.</summary>
    public string? Constant(TypePlan type, SpecNode value)
        => value.Kind switch
        {
            SpecNodeKind.String => Convert(type, "text", CSharp.Literal(value.Scalar!), value),
            SpecNodeKind.Boolean => Convert(type, "flag", value.Scalar!, value),
            SpecNodeKind.Number when value.TryGetInt64(out var whole) => Convert(type, "count", whole.ToString(CultureInfo.InvariantCulture), value),
            SpecNodeKind.Number when value.TryGetDouble(out var real) => Convert(type, "number", real.ToString("R", CultureInfo.InvariantCulture) + "d", value),
            _ => null,
        };

    private static readonly SpecNode OptionalNode = SpecNode.String("", default);

    private Expression? Step(Expression at, string segment)
    {
        var dot = at.MayBeNull ? "?." : ".";
        switch (at.Type.Kind)
        {
            case TypeKind.Model:
                return Property(at.Type, segment) is { } property
                    ? new Expression(at.Code + dot + property.Storage, property.Type, at.MayBeNull || property.MayBeNull)
                    : null;
            case TypeKind.List when segment == "0" && !(at.Type.ElementMayBeNull && at.Type.Element!.IsValueType):
                return new Expression($"ModelPath.First{(at.Type.Element!.IsValueType ? "Value" : "")}({at.Code})", at.Type.Element!, MayBeNull: true);
            case TypeKind.Any:
                return new Expression($"ModelPath.Member({at.Code}, {CSharp.Utf8(segment)})", TypePlan.Any, MayBeNull: true);
            case TypeKind.Union:
                foreach (var variant in Union(at.Type)?.Variants ?? default)
                {
                    if (Step(new Expression($"{at.Code}{dot}{variant.Name}", variant.Type, MayBeNull: true), segment) is { } inner)
                    {
                        return inner;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private string[]? Segments(SpecNode pointer)
    {
        if (pointer.Scalar is not { } text || !text.StartsWith("/", StringComparison.Ordinal))
        {
            _context.Report(
                SpecIds.BindingPointer,
                pointer,
                $"'{pointer.Scalar}' is no pointer: it has to start with '/', for example '/result/message/content'.",
                $"'{pointer.Scalar}' 값은 포인터가 아닙니다. '/result/message/content'처럼 '/'로 시작해야 합니다.");
            return null;
        }

        return text.Substring(1).Split('/').Select(segment => segment.Replace("~1", "/").Replace("~0", "~")).ToArray();
    }

    private void ReportMissing(SpecNode pointer, string[] segments, int failed, TypePlan type)
    {
        var (known, koreanKnown) = ($"What stands there is {TypeText.English(type)}.", $"그 자리의 형식은 {TypeText.Korean(type)}입니다.");
        if (Object(type) is { } plan)
        {
            var names = string.Join(", ", plan.Properties.Take(12).Select(property => property.JsonName)) + (plan.Properties.Count > 12 ? " …" : "");
            (known, koreanKnown) = ($"{plan.Name} has {names}.", $"{plan.Name}의 멤버: {names}.");
        }

        _context.Report(
            SpecIds.BindingPointer,
            pointer,
            $"The pointer '{pointer.Scalar}' resolves nowhere: there is no '{segments[failed]}' here. {known}",
            $"'{pointer.Scalar}' 포인터가 가리키는 곳이 없습니다. 여기에는 '{segments[failed]}' 멤버가 없습니다. {koreanKnown}");
    }
}
