using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Specification.OpenApi;
using static HyperscaleSdk.Generators.Planning.SchemaShape;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Decides which C# type each schema becomes, and plans the types that have to be emitted.</summary>
internal sealed class SchemaPlanner
{
    // Types nested or wrapped deeper than this help nobody; a hostile document must not overflow the compiler's stack.
    private const int DeepestNesting = 100;

    private readonly string _namespace;
    private readonly NameScope _names;
    private readonly string _qualifier;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ApiSchema, TypePlan> _types = new();
    private readonly Dictionary<ApiSchema, string> _componentNames = new();
    private readonly HashSet<ApiSchema> _inProgress = new();
    private readonly Dictionary<ApiSchema, VariantFacts?> _variants = new();
    private int _depth;

    public SchemaPlanner(string modelNamespace, string clientName, CancellationToken cancellationToken)
    {
        _namespace = modelNamespace;
        _qualifier = clientName;
        _cancellationToken = cancellationToken;
        _names = new NameScope(ReservedNames.Types.Concat(EntryTypes(clientName)));
    }

    /// <summary>The planned types by name.</summary>
    public Dictionary<string, ModelPlan> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas that C# cannot express: they are typed as raw JSON.</summary>
    public HashSet<ApiSchema> Degraded { get; } = new();

    public static IEnumerable<string> EntryTypes(string clientName)
        => new[] { "Client", "ChatClient", "EmbeddingGenerator", "Options", "Provider", "HyperscaleBuilderExtensions" }.Select(suffix => clientName + suffix);

    /// <summary>Gives the components their names first, so that a schema written in place never takes one.</summary>
    public void PlanComponents(IEnumerable<ApiSchema> components)
    {
        var list = components.ToList();
        foreach (var schema in list)
        {
            if (NeedsType(schema))
            {
                _componentNames[schema] = _names.Take(TypeName(schema, schema.ComponentName ?? "Model"), _qualifier);
            }
        }

        // A component's body is planned here and nowhere else: a chain of references is a loop, not a recursion.
        foreach (var schema in list)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_componentNames.ContainsKey(schema))
            {
                Plan(schema, schema.ComponentName ?? "Model");
            }
        }

        foreach (var general in DerivedTypes.Find(list, PartsOf).Where(entry => entry.Value.Count > 0))
        {
            if (TypeOf(general.Key, "Model") is { Kind: TypeKind.Model, Name: { } name } && Models[name] is ObjectPlan plan)
            {
                Models[name] = DerivedTypes.Link(plan, general.Key, general.Value.Select(schema => (schema, Type: TypeOf(schema, "Model"))).Where(special => special.Type.Kind == TypeKind.Model && special.Type.Name != name));
            }
        }
    }

    /// <summary>The type of a schema; a schema written in place that needs a type of its own is named by the hint.</summary>
    public TypePlan TypeOf(ApiSchema? schema, string hint)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (schema is null)
        {
            return TypePlan.Any;
        }

        if (_types.TryGetValue(schema, out var known))
        {
            return known;
        }

        if (_componentNames.TryGetValue(schema, out var name))
        {
            var kind = schema.EnumValues is not null ? TypeKind.Enum : IsUnion(schema) || IsMultiType(schema) ? TypeKind.Union : TypeKind.Model;
            return _types[schema] = new TypePlan(kind, name);
        }

        // An array of itself, or an alias that leads back: nothing but raw JSON can express it.
        if (_depth >= DeepestNesting || !_inProgress.Add(schema))
        {
            Degraded.Add(schema);
            return TypePlan.Any;
        }

        _depth++;
        var type = Plan(schema, hint);
        _depth--;
        _inProgress.Remove(schema);
        _types[schema] = type;
        return type;
    }

    private TypePlan Plan(ApiSchema schema, string hint)
    {
        if (schema.Broken)
        {
            return TypePlan.Any;
        }

        if (Wrapped(schema) is { } wrapped)
        {
            return TypeOf(wrapped, hint);
        }

        if (schema.EnumValues is not null)
        {
            return PlanEnum(schema, hint);
        }

        if (IsUnion(schema))
        {
            return PlanUnion(schema, Variants(schema), hint);
        }

        var properties = CollectProperties(schema);
        if (properties.Count > 0)
        {
            return PlanObject(schema, properties, hint);
        }

        if (IsMultiType(schema))
        {
            return PlanMultiType(schema, hint);
        }

        return schema.Types switch
        {
            ApiTypes.String => StringType(schema.Format),
            ApiTypes.Integer => new TypePlan(schema.Format == "int32" ? TypeKind.Int32 : TypeKind.Int64),
            ApiTypes.Number => new TypePlan(schema.Format switch { "float" => TypeKind.Single, "decimal" => TypeKind.Decimal, _ => TypeKind.Double }),
            ApiTypes.Boolean => new TypePlan(TypeKind.Boolean),
            ApiTypes.Array => ListOf(schema, hint),
            _ when schema.Items is not null => ListOf(schema, hint),
            _ when schema.AdditionalProperties is not null => ListOrMap(TypeKind.Map, schema.AdditionalProperties, TypeOf(schema.AdditionalProperties, hint + "Value")),
            _ => TypePlan.Any,
        };
    }

    private static TypePlan StringType(string? format) => new(format switch
    {
        "uuid" => TypeKind.Guid,
        "date-time" => TypeKind.DateTimeOffset,
        "date" => TypeKind.DateOnly,
        "byte" => TypeKind.Bytes,
        "uri" or "url" => TypeKind.Uri,
        _ => TypeKind.String,
    });

    private TypePlan ListOf(ApiSchema schema, string hint)
    {
        var element = TypeOf(schema.Items, hint + "Item");
        var list = ListOrMap(TypeKind.List, schema.Items, element);
        return element.Kind == TypeKind.Single && !list.ElementMayBeNull ? new TypePlan(TypeKind.Singles) : list;
    }

    // Free JSON is null by itself.
    private static TypePlan ListOrMap(TypeKind kind, ApiSchema? of, TypePlan element)
        => new(kind, Element: element, ElementMayBeNull: of is not null && element.Kind != TypeKind.Any && IsNullable(of));

    private string NameOf(ApiSchema schema, string hint)
        => _componentNames.TryGetValue(schema, out var name) ? name : _names.Take(TypeName(schema, hint), _qualifier);

    // A type cannot be called as one of its members: unions have an Other, enums a Value.
    private static string TypeName(ApiSchema schema, string hint) => CSharp.Pascal(hint, "Model") switch
    {
        "Other" when schema.EnumValues is null && (IsUnion(schema) || IsMultiType(schema)) => "OtherUnion",
        "Value" when schema.EnumValues is not null => "ValueEnum",
        var name => name,
    };

    private TypePlan PlanEnum(ApiSchema schema, string hint)
    {
        var name = NameOf(schema, hint);
        var members = new NameScope(ReservedNames.EnumMembers.Concat(new[] { name }));
        var values = schema.EnumValues!.Select(value => new EnumValuePlan(members.Take(CSharp.Pascal(value, value.Length == 0 ? "Empty" : "Other")), value));
        Models[name] = new EnumPlan(_namespace, name, CSharp.Prose(schema.Description ?? schema.Title), schema.Deprecated, new EquatableArray<EnumValuePlan>(values));
        return new TypePlan(TypeKind.Enum, name);
    }

    private TypePlan PlanObject(ApiSchema schema, List<ApiProperty> properties, string hint)
    {
        var name = NameOf(schema, hint);
        var type = new TypePlan(TypeKind.Model, name);
        _types[schema] = type;
        _inProgress.Remove(schema);

        var required = RequiredOf(schema);
        var members = new NameScope(ReservedNames.Members.Concat(new[] { name }));
        var plans = new List<PropertyPlan>(properties.Count);
        foreach (var property in properties)
        {
            var propertyName = members.Take(CSharp.Pascal(property.Name, "Member"));
            var isObsolete = property.Schema is { Deprecated: true, ComponentName: null } && !required.Contains(property.Name);
            plans.Add(new PropertyPlan(
                property.Name,
                propertyName,
                TypeOf(property.Schema, name + CSharp.Pascal(property.Name, "Member")),
                required.Contains(property.Name),
                IsNullable(property.Schema),
                CSharp.Prose(property.Schema.Description ?? property.Schema.Title),
                property.Schema is { Deprecated: true, ComponentName: null })
            {
                Field = isObsolete ? members.Take("_" + CSharp.Camel(propertyName, "member").TrimStart('@')) : null,
            });
        }

        Models[name] = new ObjectPlan(
            _namespace, name, CSharp.Prose(schema.Description ?? schema.Title), schema.Deprecated, new EquatableArray<PropertyPlan>(plans), members.Take("AdditionalProperties"));
        return type;
    }

    private TypePlan PlanUnion(ApiSchema schema, List<ApiSchema> variants, string hint)
    {
        var name = NameOf(schema, hint);
        var type = new TypePlan(TypeKind.Union, name);
        _types[schema] = type;
        _inProgress.Remove(schema);

        // What the union's own code calls a value that it looks at must be free, too.
        var members = new NameScope(ReservedNames.Members.Concat(new[] { name, "Other" }).Concat(Enumerable.Range(0, variants.Count).Select(index => FormattableString.Invariant($"value{index}"))));
        var facts = VariantFacts.Of(schema, _variants);
        var plans = new List<VariantPlan>();
        foreach (var variant in variants)
        {
            var variantType = TypeOf(variant, name + CSharp.Pascal(variant.Title ?? "Variant", "Variant"));
            if (variantType.Kind == TypeKind.Any || variantType == type || plans.Exists(plan => plan.Type == variantType))
            {
                continue;
            }

            var (tagMember, tags) = facts.TagsOf(variant);
            plans.Add(new VariantPlan(
                members.Take(VariantName(variantType)),
                variantType,
                tagMember,
                new EquatableArray<string>(tags),
                new EquatableArray<string>(facts.RequiredBy(variant)),
                new EquatableArray<string>(facts.MembersOf(variant)),
                CSharp.Prose(variant.Description ?? variant.Title)));
        }

        Models[name] = new UnionPlan(
            _namespace, name, CSharp.Prose(schema.Description ?? schema.Title), schema.Deprecated, new EquatableArray<VariantPlan>(plans), schema.DiscriminatorProperty is not null);
        return type;
    }

    private TypePlan PlanMultiType(ApiSchema schema, string hint)
    {
        var name = NameOf(schema, hint);
        var members = new NameScope(ReservedNames.Members.Concat(new[] { name, "Other" }));
        var plans = new List<VariantPlan>();
        foreach (var (flag, kind) in new[]
        {
            (ApiTypes.String, TypeKind.String), (ApiTypes.Number, TypeKind.Double), (ApiTypes.Integer, TypeKind.Int64), (ApiTypes.Boolean, TypeKind.Boolean),
        })
        {
            if ((schema.Types & flag) != ApiTypes.None)
            {
                var type = new TypePlan(kind);
                plans.Add(new VariantPlan(members.Take(VariantName(type)), type, TagMember: null, default, default, default, ""));
            }
        }

        if ((schema.Types & ApiTypes.Array) != ApiTypes.None)
        {
            var type = ListOf(schema, hint);
            plans.Add(new VariantPlan(members.Take(VariantName(type)), type, TagMember: null, default, default, default, ""));
        }

        Models[name] = new UnionPlan(
            _namespace, name, CSharp.Prose(schema.Description ?? schema.Title), schema.Deprecated, new EquatableArray<VariantPlan>(plans), HasDiscriminator: false);
        return new TypePlan(TypeKind.Union, name);
    }

    private static string VariantName(TypePlan type) => type.Kind switch
    {
        TypeKind.String => "Text",
        TypeKind.List or TypeKind.Singles => "Items",
        TypeKind.Map => "Members",
        TypeKind.Boolean => "Flag",
        TypeKind.Int32 or TypeKind.Int64 => "Integer",
        TypeKind.Double or TypeKind.Single or TypeKind.Decimal => "Number",
        _ => type.Name ?? type.Kind.ToString(),
    };
}
