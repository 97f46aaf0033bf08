using System.Collections;
using System.Reflection;
using Refit;

namespace HyperscaleSdk.Generators.Tests.RefitStyle;

/// <summary>Writes values into a query or a form as Refit does, with all its peculiarities: it takes as one value only what it can format.</summary>
internal sealed class RefitQuery(RefitSettings settings)
{
    /// <summary>The pairs that a parameter becomes.</summary>
    public IEnumerable<(string Name, string? Value)> Pairs(object value, ParameterInfo parameter, string name)
    {
        var attribute = parameter.GetCustomAttribute<QueryAttribute>() ?? new QueryAttribute();
        return IsValue(value)
            ? Values(value, parameter, parameter.ParameterType, attribute).Select(text => (name, text))
            : Members(value, attribute.Delimiter).SelectMany(member => Values(member.Value, parameter, parameter.ParameterType, attribute)
                .Select(text => (string.IsNullOrWhiteSpace(attribute.Prefix) ? member.Name : attribute.Prefix + attribute.Delimiter + member.Name, text)));
    }

    /// <summary>The pairs of a form.</summary>
    public IEnumerable<(string Name, string? Value)> Form(object? form)
    {
        if (form is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                yield return (entry.Key.ToString()!, settings.FormUrlEncodedParameterFormatter.Format(entry.Value, null));
            }

            yield break;
        }

        foreach (var property in Properties(form))
        {
            var value = property.GetValue(form);
            var query = property.GetCustomAttribute<QueryAttribute>();
            var format = query is { IsCollectionFormatSpecified: true } ? query.CollectionFormat : settings.CollectionFormat;
            if (value is IEnumerable items && format != CollectionFormat.RefitParameterFormatter)
            {
                var texts = items.Cast<object>().Select(item => settings.FormUrlEncodedParameterFormatter.Format(item, query?.Format));
                foreach (var text in format == CollectionFormat.Multi ? texts : [string.Join(Delimiter(format), texts)])
                {
                    yield return (NameOf(property), text);
                }
            }
            else if (value is not null)
            {
                yield return (NameOf(property), settings.FormUrlEncodedParameterFormatter.Format(value, query?.Format));
            }
        }
    }

    private IEnumerable<string?> Values(object? value, ICustomAttributeProvider provider, Type type, QueryAttribute? attribute)
    {
        if (value is string or not IEnumerable)
        {
            return [settings.UrlParameterFormatter.Format(value, provider, type)];
        }

        var format = attribute is { IsCollectionFormatSpecified: true } ? attribute.CollectionFormat : settings.CollectionFormat;
        var texts = ((IEnumerable)value).Cast<object>().Select(item => settings.UrlParameterFormatter.Format(item, provider, type));
        return format == CollectionFormat.Multi ? texts : [string.Join(Delimiter(format), texts)];
    }

    private IEnumerable<(string Name, object Value)> Members(object value, string delimiter)
    {
        if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                if (entry.Value is { } item)
                {
                    foreach (var member in Named(entry.Key.ToString()!, item, delimiter))
                    {
                        yield return member;
                    }
                }
            }

            yield break;
        }

        foreach (var property in Properties(value))
        {
            var item = property.GetValue(value);
            if (item is IEnumerable and not string and not IDictionary)
            {
                foreach (var text in Values(item, property, property.PropertyType, property.GetCustomAttribute<QueryAttribute>()))
                {
                    yield return (NameOf(property), text!);
                }
            }
            else if (item is not null)
            {
                foreach (var member in Named(NameOf(property), item, delimiter))
                {
                    yield return member;
                }
            }
        }
    }

    private IEnumerable<(string Name, object Value)> Named(string name, object value, string delimiter)
        => IsValue(value) ? [(name, value)] : Members(value, delimiter).Select(member => (name + delimiter + member.Name, member.Value));

    private static bool IsValue(object value)
    {
        var type = value.GetType();
        var item = value is IEnumerable ? type.GetInterfaces().FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)) : null;
        return IsSimple(type) || (item is not null && IsSimple(item.GetGenericArguments()[0]));
    }

    private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(bool) || type == typeof(char) || type == typeof(Uri) || type.IsAssignableTo(typeof(IFormattable));

    private static IEnumerable<PropertyInfo> Properties(object? value)
        => value?.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanRead) ?? [];

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<AliasAsAttribute>()?.Name ?? property.Name;

    private static string Delimiter(CollectionFormat format) => format switch
    {
        CollectionFormat.Ssv => " ",
        CollectionFormat.Tsv => "\t",
        CollectionFormat.Pipes => "|",
        _ => ",",
    };
}
