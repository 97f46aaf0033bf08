using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Compiles where an option of the unified request goes, within which limits, and for which models.</summary>
internal sealed class OptionCompiler
{
    private readonly RouteCompiler _route;

    public OptionCompiler(RouteCompiler route) => _route = route;

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    /// <summary>Assigns an option of the unified request: a pointer, a mapping with limits, or several that are chosen by the model.</summary>
    public void Emit(CodeWriter writer, TypePlan requestType, SpecNode? slot, OptionPlan option)
    {
        if (slot is null || slot.Kind == SpecNodeKind.Null)
        {
            return;
        }

        var choices = new List<(string? Condition, string[] Lines)>();
        foreach (var item in BindingContext.Items(slot))
        {
            var body = new CodeWriter();
            var pointer = item.Kind == SpecNodeKind.Mapping ? item["at"] : item;
            if (item.Kind == SpecNodeKind.Mapping)
            {
                Context.AllowOnly(item, option.Name, "at", "models", "min", "max", "above", "below", "values", "default", "defaultWhen");
            }

            if (pointer is null)
            {
                Context.Report(
                    SpecIds.BindingShape,
                    item,
                    $"'{option.Name}' lacks the key 'at'.",
                    $"'{option.Name}'에 'at' 키가 없습니다.");
                continue;
            }

            if (EmitSlot(body, requestType, item, pointer, option))
            {
                choices.Add((item.Kind == SpecNodeKind.Mapping ? RouteCompiler.ModelCondition(item) : null, body.ToString().Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        EmitChoices(writer, choices, option);
    }

    private static void EmitChoices(CodeWriter writer, List<(string? Condition, string[] Lines)> choices, OptionPlan option)
    {
        if (choices.Count == 0)
        {
            return;
        }

        var word = "if";
        foreach (var (condition, lines) in choices)
        {
            if (condition is null && word == "if")
            {
                foreach (var line in lines)
                {
                    writer.Line(line);
                }

                return;
            }

            using (writer.Block(condition is null ? "else" : $"{word} ({condition})"))
            {
                foreach (var line in lines)
                {
                    writer.Line(line);
                }
            }

            word = "else if";
            if (condition is null)
            {
                return;
            }
        }

        using (writer.Block("else"))
        {
            writer.Line($"call.Refuse({option.IsSet}, {CSharp.Literal($"the model does not take {option.Display}; leave it out or choose a model that does")});");
        }
    }

    private bool EmitSlot(CodeWriter writer, TypePlan requestType, SpecNode slot, SpecNode pointer, OptionPlan option)
    {
        if (_route.Resolve(requestType, pointer, Context.IsOptional(pointer)) is not { } target)
        {
            return false;
        }

        var source = option.Source;
        var value = option.Value;
        if (slot.Kind == SpecNodeKind.Mapping && slot["values"] is { } values)
        {
            if (values is not { Kind: SpecNodeKind.Mapping, Members.Count: > 0 })
            {
                Context.Report(
                    SpecIds.BindingShape,
                    values,
                    $"'{option.Name}.values' has to map the unified values to the provider's.",
                    $"'{option.Name}.values'에는 통합 값과 공급자 값의 대응을 적어야 합니다.");
                return false;
            }

            // Levels that the provider takes as a switch: each level is true or false, an unnamed one is not sent.
            var isSwitch = target.Property.Type.Kind == TypeKind.Boolean;
            source = isSwitch ? "flag" : source;
            value = Translated(values, option, isSwitch);
        }

        var limits = Limits(slot);
        if (limits.Length > 0)
        {
            value = $"call.Within({value}, {CSharp.Literal(option.Display)}{limits})";
        }

        var name = option.Name;
        var @default = slot.Kind == SpecNodeKind.Mapping ? slot["default"] : null;
        if (Paths.Convert(target.Property.Type, source, name, pointer) is not { } converted)
        {
            return false;
        }

        using (writer.Block($"if ({value} is {{ }} {name})"))
        {
            writer.Line(RouteCompiler.Assign(target.Parent, target.Property, converted) + ";");
        }

        if (@default is not null && Paths.Constant(target.Property.Type, @default) is { } constant)
        {
            var when = Conditions.Compile(slot["defaultWhen"], Context, " || ");
            using (writer.Block(when is null ? "else" : $"else if ({when})"))
            {
                writer.Line(RouteCompiler.Assign(target.Parent, target.Property, constant) + ";");
            }
        }

        return true;
    }

    private static string Translated(SpecNode values, OptionPlan option, bool isSwitch)
    {
        var arms = values.Members.Select(member => $"{CSharp.Literal(member.Name)} => {(isSwitch ? (member.Value.TryGetBoolean(out var on) && on ? "true" : "false") : CSharp.Literal(member.Value.Scalar ?? ""))}");
        return isSwitch
            ? $"({option.Value} switch {{ {string.Join(", ", arms)}, _ => (bool?)null }})"
            : $"({option.Value} switch {{ {string.Join(", ", arms)}, var other => other }})";
    }

    private static string Limits(SpecNode slot)
    {
        if (slot.Kind != SpecNodeKind.Mapping)
        {
            return "";
        }

        var min = slot["above"] ?? slot["min"];
        var max = slot["below"] ?? slot["max"];
        if (min is null && max is null)
        {
            return "";
        }

        return $", {Number(min)}, {Number(max)}" + (slot["above"] is null && slot["below"] is null ? "" : $", {Flag(slot["above"])}, {Flag(slot["below"])}");

        static string Number(SpecNode? node) => node is not null && node.TryGetDouble(out var value) ? value.ToString("R", CultureInfo.InvariantCulture) : "null";

        static string Flag(SpecNode? node) => node is null ? "false" : "true";
    }
}
