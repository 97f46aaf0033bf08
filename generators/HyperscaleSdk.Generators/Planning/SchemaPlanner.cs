using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Specification.OpenApi;

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

    /// <summary>The members of an object, with those of what it is composed of.</summary>
    public IEnumerable<(ApiProperty Property, bool Required)> MembersOf(ApiSchema schema)
    {
        schema = Unwrapped(schema);
        var required = RequiredOf(schema);
        return CollectProperties(schema).Select(property => (property, required.Contains(property.Name)));
    }

    /// <summary>Whether its values are bytes as they are: files.</summary>
    public bool IsBinary(ApiSchema schema)
    {
        schema = Unwrapped(schema);
        return schema.Types is ApiTypes.String or ApiTypes.None && schema.Format == "binary";
    }

    private static ApiSchema Unwrapped(ApiSchema schema)
    {
        for (var step = 0; step < DeepestNesting && Wrapped(schema) is { } inner; step++)
        {
            schema = inner;
        }

        return schema;
    }

    /// <summary>Whether null is among the values of a schema.</summary>
    public static bool IsNullable(ApiSchema schema)
        => schema.Nullable || schema.OneOf.Exists(IsNull) || schema.AnyOf.Exists(IsNull) || (schema.AllOf.Count == 1 && schema.Properties.Count == 0 && schema.AllOf[0].Nullable);

    private static bool IsNull(ApiSchema schema) => schema.Nullable && schema.Types == ApiTypes.None && schema.Properties.Count == 0 && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0 && schema.EnumValues is null;

    private static List<ApiSchema> Variants(ApiSchema schema) => schema.OneOf.Concat(schema.AnyOf).Where(variant => !IsNull(variant)).Distinct().ToList();

    // A schema that only wraps another one: nullable reference, single allOf.
    private static ApiSchema? Wrapped(ApiSchema schema)
    {
        if (schema.Properties.Count > 0 || schema.EnumValues is not null || schema.AdditionalProperties is not null)
        {
            return null;
        }

        var variants = Variants(schema);
        if (variants.Count == 1 && schema.AllOf.Count == 0 && schema.Types is ApiTypes.None or ApiTypes.Object)
        {
            return variants[0];
        }

        return variants.Count == 0 && schema.AllOf.Count == 1 && schema.Types is ApiTypes.None or ApiTypes.Object ? schema.AllOf[0] : null;
    }

    private static bool IsUnion(ApiSchema schema) => schema.Properties.Count == 0 && Variants(schema).Count > 1;

    private static bool IsMultiType(ApiSchema schema) => ((int)schema.Types & ((int)schema.Types - 1)) != 0;

    private static bool NeedsType(ApiSchema schema)
        => !schema.Broken && Wrapped(schema) is null && (schema.EnumValues is not null || IsUnion(schema) || CollectProperties(schema).Count > 0 || IsMultiType(schema));

    private static List<ApiProperty> CollectProperties(ApiSchema schema)
    {
        var properties = new List<ApiProperty>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in PartsOf(schema))
        {
            foreach (var property in part.Properties)
            {
                if (places.TryGetValue(property.Name, out var place))
                {
                    properties[place] = property;
                }
                else
                {
                    places.Add(property.Name, properties.Count);
                    properties.Add(property);
                }
            }
        }

        return properties;
    }

    // The schema and what it is composed of, the more general parts first, each once.
    private static List<ApiSchema> PartsOf(ApiSchema schema)
    {
        if (schema.AllOf.Count == 0)
        {
            return new List<ApiSchema> { schema };
        }

        var parts = new List<ApiSchema>();
        var seen = new HashSet<ApiSchema>();
        var open = new Stack<(ApiSchema Schema, bool PartsDone)>();
        open.Push((schema, false));
        while (open.Count > 0)
        {
            var (current, partsDone) = open.Pop();
            if (partsDone)
            {
                parts.Add(current);
            }
            else if (seen.Add(current))
            {
                open.Push((current, true));
                for (var i = current.AllOf.Count - 1; i >= 0; i--)
                {
                    open.Push((current.AllOf[i], false));
                }
            }
        }

        return parts;
    }

    private static HashSet<string> RequiredOf(ApiSchema schema)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        PartsOf(schema).ForEach(part => required.UnionWith(part.Required));
        return required;
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

        var members = new NameScope(ReservedNames.Members.Concat(new[] { name, "Other" }));
        var plans = new List<VariantPlan>();
        foreach (var variant in variants)
        {
            var variantType = TypeOf(variant, name + CSharp.Pascal(variant.Title ?? "Variant", "Variant"));
            if (variantType.Kind == TypeKind.Any || variantType == type || plans.Exists(plan => plan.Type == variantType))
            {
                continue;
            }

            var (tagMember, tags) = TagsOf(schema, variant, variants);
            plans.Add(new VariantPlan(
                members.Take(VariantName(variantType)),
                variantType,
                tagMember,
                new EquatableArray<string>(tags),
                new EquatableArray<string>(RequiredOf(variant).OrderBy(member => member, StringComparer.Ordinal)),
                new EquatableArray<string>(CollectProperties(variant).Select(property => property.Name)),
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

    private static (string? Member, IReadOnlyList<string> Tags) TagsOf(ApiSchema union, ApiSchema variant, List<ApiSchema> variants)
    {
        var properties = CollectProperties(variant);
        if (union.DiscriminatorProperty is not { } discriminator)
        {
            // Without a declared discriminator a member with a single allowed value still tells variants apart, when no other variant allows it.
            var tag = properties.Find(property => property.Schema.EnumValues is { Count: 1 } values && !variants.Exists(other => other != variant && Allows(other, property.Name, values[0])));
            return tag is null ? (null, Array.Empty<string>()) : (tag.Name, tag.Schema.EnumValues!);
        }

        var mapped = union.DiscriminatorMapping.Where(entry => entry.Value == variant.ComponentName).Select(entry => entry.Key).ToList();
        if (mapped.Count > 0)
        {
            return (discriminator, mapped);
        }

        var values = properties.Find(property => property.Name == discriminator)?.Schema.EnumValues;
        return (discriminator, values ?? (variant.ComponentName is { } name ? new List<string> { name } : new List<string>()));
    }

    private static bool Allows(ApiSchema schema, string member, string value)
        => CollectProperties(schema).Find(property => property.Name == member) is { } property && property.Schema.EnumValues?.Contains(value) != false;
}
