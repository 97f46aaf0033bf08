using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>What chat and embedding routes have in common: the operation, the model's place, constants, conditions, option slots.</summary>
internal sealed class RouteCompiler
{
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["tools"] = "call.Tools.Count > 0",
        ["images"] = "call.HasImages",
        ["stop"] = "call.StopSequences is { Count: > 0 }",
        ["reasoning"] = "call.ReasoningEffort is not (null or \"none\")",
        ["json"] = "call.ResponseFormat == \"json\"",
        ["jsonSchema"] = "call.ResponseFormat == \"jsonSchema\"",
        ["streaming"] = "call.Streaming",
        ["temperature"] = "call.Temperature is not null",
        ["topP"] = "call.TopP is not null",
        ["topK"] = "call.TopK is not null",
        ["seed"] = "call.Seed is not null",
        ["frequencyPenalty"] = "call.FrequencyPenalty is not null",
        ["presencePenalty"] = "call.PresencePenalty is not null",
    };

    private static readonly Dictionary<string, string> Counts = new(StringComparer.Ordinal)
    {
        ["maxOutputTokens"] = "call.MaxOutputTokens",
        ["systemMessages"] = "call.SystemMessageCount",
    };

    public RouteCompiler(BindingContext context, PathCompiler paths, ApiDocument document, IReadOnlyDictionary<ApiOperation, OperationPlan> operations)
    {
        Context = context;
        Paths = paths;
        Document = document;
        Operations = operations;
    }

    public BindingContext Context { get; }

    public PathCompiler Paths { get; }

    public ApiDocument Document { get; }

    public IReadOnlyDictionary<ApiOperation, OperationPlan> Operations { get; }

    /// <summary>The operation that a route names; null with a diagnostic when the document has none of that id.</summary>
    public OperationPlan? Operation(SpecNode route, string what)
    {
        if (Context.Text(route, "operation", what, required: true) is not { } id)
        {
            return null;
        }

        foreach (var entry in Operations)
        {
            if (entry.Key.Id == id)
            {
                return entry.Value;
            }
        }

        Context.Report(SpecIds.BindingName, route["operation"]!, $"The document has no operation '{id}'. It has {string.Join(", ", Operations.Keys.Take(12).Select(operation => operation.Id))}.");
        return null;
    }

    /// <summary>An expression that is true when the call's model is one of a list; null when the list is absent.</summary>
    public static string? ModelCondition(SpecNode node)
    {
        var models = BindingContext.Texts(node["models"]);
        return models.Count == 0 ? null : $"call.IsModel({string.Join(", ", models.Select(CSharp.Literal))})";
    }

    /// <summary>The method that makes the HTTP request.</summary>
    public void EmitApiRequest(CodeWriter writer, OperationPlan operation, SpecNode route, string callType, string wireOperation)
    {
        var requestType = operation.Body!.Type!.Name!;
        var pathParameter = Context.Text(route["model"] ?? route, "path", "model");
        if (route["model"] is { } place)
        {
            Context.AllowOnly(place, "model", "path", "at", "header");
        }

        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Location == "path" && parameter.JsonName != pathParameter))
        {
            Context.Report(SpecIds.BindingName, route["operation"]!, $"The path parameter '{parameter.JsonName}' of '{operation.Id}' gets no value. Name it under 'model.path'.");
        }

        if (pathParameter is not null && !operation.Parameters.Any(parameter => parameter.Location == "path" && parameter.JsonName == pathParameter))
        {
            Context.Report(SpecIds.BindingName, route["model"]!["path"]!, $"'{operation.Id}' has no path parameter '{pathParameter}'.");
        }

        using (writer.Block($"protected override ApiRequest ToApiRequest({requestType} body, {callType} call)"))
        {
            writer.Line($"var request = new ApiRequest(HttpMethod.{operation.HttpMethod[0]}{operation.HttpMethod.Substring(1).ToLowerInvariant()}, {OperationEmitter.PathExpression(operation.Path, _ => "ApiPath.Escape(call.Model)")})");
            writer.Line("{");
            writer.Line($"    Operation = {CSharp.Literal(operation.Id)},");
            writer.Line($"    WireOperation = {CSharp.Literal(wireOperation)},");
            writer.Line("    Model = call.Model,");
            writer.Line("    Body = body,");
            if (wireOperation == "chat")
            {
                writer.Line("    Streaming = call.Streaming,");
                writer.Line("    MaxOutputTokens = call.MaxOutputTokens,");
            }

            writer.Line("};");
            if (route["model"]?["header"]?.Scalar is { } header)
            {
                writer.Line($"request.AddHeader({CSharp.Literal(header)}, call.Model);");
            }

            writer.Line("return request;");
        }
    }

    /// <summary>Assigns the model where it stands in the body.</summary>
    public void EmitModel(CodeWriter writer, TypePlan requestType, SpecNode route)
    {
        if (route["model"]?["at"] is { } at)
        {
            EmitAssignment(writer, requestType, at, "text", "call.Model");
        }
    }

    /// <summary>Assigns the constants under <c>set</c>.</summary>
    public void EmitConstants(CodeWriter writer, TypePlan requestType, SpecNode? set, string what)
    {
        if (set is null)
        {
            return;
        }

        if (set.Kind != SpecNodeKind.Mapping)
        {
            Context.Report(SpecIds.BindingShape, set, $"'{what}' has to map pointers to constants.");
            return;
        }

        foreach (var member in set.Members)
        {
            var pointer = SpecNode.String(member.Name, member.NameSpan);
            var optional = Context.IsOptional(member.Value);
            if (Resolve(requestType, pointer, optional) is { } target && Paths.Constant(target.Property.Type, member.Value) is { } value)
            {
                writer.Line(Assign(target.Parent, target.Property, value) + ";");
            }
        }
    }

    /// <summary>Assigns a value that is not null to where a pointer leads; what is set already stays.</summary>
    public bool EmitAssignment(CodeWriter writer, TypePlan requestType, SpecNode pointer, string source, string value, string root = "request")
    {
        if (Paths.Target(root, requestType, pointer) is not { } target || Paths.Convert(target.Property.Type, source, value, pointer) is not { } converted)
        {
            return false;
        }

        writer.Line(Assign(target.Parent, target.Property, converted) + ";");
        return true;
    }

    public static string Assign(string parent, PropertyPlan property, string value)
        => property.MayBeNull || !property.Type.IsValueType ? $"{parent}.{property.Name} ??= {value}" : $"{parent}.{property.Name} = {value}";

    /// <summary>A condition of the binding as C#: names of facts, all of which hold.</summary>
    public string? Condition(SpecNode? node, string joiner = " && ")
    {
        if (node is null)
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var item in BindingContext.Items(node))
        {
            if (Fact(item.Scalar?.Trim() ?? "") is { } fact)
            {
                parts.Add(fact);
            }
            else
            {
                Context.Report(SpecIds.BindingShape, item, $"'{item.Scalar}' is no condition. Conditions are {string.Join(", ", Facts.Keys)}, each also with '!' before it, and maxOutputTokens or systemMessages compared with a number ('maxOutputTokens<1024').");
            }
        }

        return parts.Count == 0 ? null : string.Join(joiner, parts);
    }

    /// <summary>Refuses combinations before they are sent.</summary>
    public void EmitRefusals(CodeWriter writer, SpecNode? refusals)
    {
        foreach (var rule in BindingContext.Items(refusals))
        {
            Context.AllowOnly(rule, "refuse", "when", "models", "say");
            var say = Context.Text(rule, "say", "refuse", required: true);
            var condition = Condition(rule["when"]);
            if (ModelCondition(rule) is { } model)
            {
                condition = condition is null ? model : model + " && " + condition;
            }

            if (say is not null && condition is not null)
            {
                writer.Line($"call.Refuse({condition}, {CSharp.Literal(say)});");
            }
        }
    }

    /// <summary>Assigns an option of the unified request: a pointer, a mapping with limits, or several that are chosen by the model.</summary>
    public void EmitOption(CodeWriter writer, TypePlan requestType, SpecNode? slot, OptionPlan option)
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
                Context.Report(SpecIds.BindingShape, item, $"'{option.Name}' lacks the key 'at'.");
                continue;
            }

            if (EmitSlot(body, requestType, item, pointer, option))
            {
                choices.Add((item.Kind == SpecNodeKind.Mapping ? ModelCondition(item) : null, body.ToString().Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries)));
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
        if (Resolve(requestType, pointer, Context.IsOptional(pointer)) is not { } target)
        {
            return false;
        }

        var source = option.Source;
        var value = option.Value;
        if (slot.Kind == SpecNodeKind.Mapping && slot["values"] is { } values)
        {
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
            writer.Line(Assign(target.Parent, target.Property, converted) + ";");
        }

        if (@default is not null && Paths.Constant(target.Property.Type, @default) is { } constant)
        {
            var when = Condition(slot["defaultWhen"], " || ");
            using (writer.Block(when is null ? "else" : $"else if ({when})"))
            {
                writer.Line(Assign(target.Parent, target.Property, constant) + ";");
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

    private (string Parent, PropertyPlan Property)? Resolve(TypePlan requestType, SpecNode pointer, bool optional)
    {
        if (!optional)
        {
            return Paths.Target("request", requestType, pointer);
        }

        // A dialect's pointer: absent members are no mistake.
        var segments = (pointer.Scalar ?? "").TrimStart('/').Split('/');
        var type = requestType;
        foreach (var segment in segments)
        {
            if (Paths.Property(type, segment) is not { } property)
            {
                return null;
            }

            type = property.Type;
        }

        return Paths.Target("request", requestType, pointer);
    }

    private static string? Fact(string text)
    {
        var negated = text.StartsWith("!", StringComparison.Ordinal);
        var name = negated ? text.Substring(1) : text;
        if (Facts.TryGetValue(name, out var fact))
        {
            return negated ? $"!({fact})" : fact;
        }

        foreach (var sign in new[] { "<=", ">=", "<", ">" })
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && Counts.TryGetValue(text.Substring(0, at).Trim(), out var count)
                && long.TryParse(text.Substring(at + sign.Length).Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit))
            {
                return $"{count} {sign} {limit.ToString(CultureInfo.InvariantCulture)}";
            }
        }

        return null;
    }
}
