using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Generators of generated models, made by walking their CLR types.</summary>
internal sealed class ModelValues
{
    // Behind this depth only what is required is filled, and behind the second nothing ends any more.
    private const int DeepestOptional = 3;
    private const int Deepest = 24;

    private static readonly object Absent = new();

    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<Type, Func<int, Gen<object?>>> _made = [];

    public ModelValues()
    {
        Add(ScalarValues.Text);
        Add(ScalarValues.Int32);
        Add(ScalarValues.Int64);
        Add(ScalarValues.Double);
        Add(ScalarValues.Single);
        Add(ScalarValues.Decimal);
        Add(ScalarValues.Boolean);
        Add(ScalarValues.Guid);
        Add(ScalarValues.DateTimeOffset);
        Add(ScalarValues.DateOnly);
        Add(ScalarValues.Bytes);
        Add(ScalarValues.Address);
        Add(ScalarValues.Json);
    }

    /// <summary>Values of a model; the same ones for the same seed.</summary>
    /// <exception cref="NotSupportedException">A value would never end, or the type is none of a model.</exception>
    public IReadOnlyList<object> Sample(Type type, ulong seed, int count) => Of(type, 0).Sample(count, new Rnd(seed, 1), 10)!;

    private void Add<T>(Gen<T> values) => _made[typeof(T)] = _ => values.Select(value => (object?)value);

    // A generator is made when a value of it is drawn, not before: types refer to each other in circles.
    private Gen<object?> Of(Type type, int depth) => Gen.Fresh(() => 0).SelectMany(_ => Make(type, depth));

    private Gen<object?> Make(Type type, int depth)
    {
        if (!_made.TryGetValue(type, out var make))
        {
            _made[type] = make = Maker(type);
        }

        return depth < Deepest ? make(depth) : throw new NotSupportedException($"A value of {type} does not end.");
    }

    private Func<int, Gen<object?>> Maker(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return depth => OrNull(Of(underlying, depth));
        }

        if (IsList(type))
        {
            return depth => List(type, Of(type.GetGenericArguments()[0], depth + 1), depth);
        }

        if (IsMap(type))
        {
            return depth => Map(type, Of(type.GetGenericArguments()[1], depth + 1), depth);
        }

        if (!typeof(IJsonWritable).IsAssignableFrom(type))
        {
            throw new NotSupportedException($"No values of {type} are known.");
        }

        if (type.IsValueType)
        {
            return OpenEnum(type);
        }

        return type.GetConstructor([]) is null ? Union(type) : Model(type);
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>);

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>);

    private static Gen<object?> OrNull(Gen<object?> values) => Gen.Frequency((3, values), (1, Gen.Constant<object?>(null)));

    private static Gen<object?> List(Type type, Gen<object?> item, int depth)
        => Count(depth).SelectMany(count => Gen.CollectToList(Enumerable.Repeat(item, count))).Select(values =>
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            values.ForEach(value => list.Add(value));
            return (object?)list;
        });

    private static Gen<object?> Map(Type type, Gen<object?> value, int depth)
        => Count(depth).SelectMany(count => ScalarValues.Name.ListOf(count)).SelectMany(names => Gen.CollectToList(names.Distinct(StringComparer.Ordinal), name => value.Select(item => (name, item))))
            .Select(pairs =>
            {
                var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
                pairs.ForEach(pair => map.Add(pair.name, pair.item));
                return (object?)map;
            });

    private static Gen<int> Count(int depth) => depth >= DeepestOptional ? Gen.Constant(0) : Gen.Choose(0, 3 - depth);

    // Known values, unknown ones, and the one that nobody set.
    private static Func<int, Gen<object?>> OpenEnum(Type type)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).Select(property => property.GetValue(null)).ToList();
        var unknown = ScalarValues.Text.Select(text => Activator.CreateInstance(type, text));
        var values = known.Count == 0 ? unknown : Gen.Frequency((6, Gen.Elements<object?>(known)), (2, unknown), (1, Gen.Constant(Activator.CreateInstance(type))));
        return _ => values;
    }

    private Func<int, Gen<object?>> Union(Type type)
    {
        var factories = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("From", StringComparison.Ordinal) && method.ReturnType == type && method.GetParameters().Length == 1).ToList();

        // Null is what a property holds that is null, not a union.
        var other = ScalarValues.PlainJson.Select(value => type.GetMethod("FromOther")!.Invoke(null, [value]));
        return depth => depth >= DeepestOptional
            ? other
            : Gen.Elements<MethodInfo>(factories).SelectMany(factory => factory.Name == "FromOther" ? other : Of(factory.GetParameters()[0].ParameterType, depth + 1).Select(value => factory.Invoke(null, [value])));
    }

    private Func<int, Gen<object?>> Model(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToList();
        var unknown = properties.Last(property => property.Name.StartsWith("AdditionalProperties", StringComparison.Ordinal));
        return depth => Gen.CollectToList(properties, property => property == unknown ? Unknown() : Member(property, depth)).Select(values =>
        {
            var model = Activator.CreateInstance(type)!;
            foreach (var (property, value) in properties.Zip(values).Where(pair => !ReferenceEquals(pair.Second, Absent)))
            {
                property.SetValue(model, value);
            }

            return (object?)model;
        });
    }

    private Gen<object?> Member(PropertyInfo property, int depth)
    {
        var isRequired = property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var nullability = _nullability.Create(property);
        var mayBeNull = type != property.PropertyType || (!type.IsValueType && nullability.WriteState == NullabilityState.Nullable);
        var nothing = Gen.Constant<object?>(isRequired ? null : Absent);
        var value = Value(type, nullability, depth + 1);
        if (!mayBeNull)
        {
            return value;
        }

        return depth >= DeepestOptional ? nothing : Gen.Frequency((3, value), (1 + (2 * depth), nothing));
    }

    // Null among the items shows in the property's own type only.
    private Gen<object?> Value(Type type, NullabilityInfo nullability, int depth)
    {
        if ((!IsList(type) && !IsMap(type)) || nullability.GenericTypeArguments[^1] is not { ReadState: NullabilityState.Nullable, Type.IsValueType: false } inner)
        {
            return Of(type, depth);
        }

        var item = OrNull(Value(inner.Type, inner, depth + 1));
        return IsList(type) ? List(type, item, depth) : Map(type, item, depth);
    }

    private static Gen<object?> Unknown()
        => Gen.Choose(0, 2).SelectMany(count => ScalarValues.Name.ListOf(count)).SelectMany(names => Gen.CollectToList(names.Distinct(StringComparer.Ordinal), name => ScalarValues.Json.Select(value => (name, value))))
            .Select(pairs => pairs.Count == 0 ? Absent : (object?)pairs.ToDictionary(pair => pair.name, pair => pair.value, StringComparer.Ordinal));
}
