using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Elements and attributes of XML that is made here, by their names.</summary>
internal sealed partial class FlowEvaluator
{
    private readonly Dictionary<int, string> _xmlNames = [];

    private static bool IsXml(ITypeSymbol? type) =>
        type is { Name: "XElement" or "XAttribute" or "XContainer" or "XDocument", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "Xml" } };

    // new XElement("form", new XAttribute("id", id), new XElement("sector", sector))
    private void ConstructXml(IObjectCreationOperation creation, int site, List<FlowValue> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (creation.Arguments[i].Parameter?.Name is "name")
            {
                _xmlNames[site] = ElementKey(creation.Arguments[i].Value);
                continue;
            }

            foreach (var content in Unconverted(creation.Arguments[i].Value).Type is IArrayTypeSymbol ? arguments[i].Sites.SelectMany(array => _state.MembersOf(array)).Select(element => element.Value) : [arguments[i]])
            {
                AddTo(site, content.Sites.Length == 1 && _xmlNames.TryGetValue(content.Sites[0], out var name) ? name : FlowMember.AnyElement, content);
            }
        }
    }

    // root.SetAttributeValue("rent", rent), root.SetElementValue("rent", rent)
    private void SetXmlValue(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var key = ElementKey(invocation.Arguments[0].Value);
        if (receiver.Sites.Length == 1 && !FlowMember.IsAnyElement(key))
        {
            // What stood there under the name is gone, with null as with another text.
            _state.Set(receiver.Sites[0], key, arguments[1]);
            return;
        }

        foreach (var site in receiver.Sites)
        {
            AddTo(site, key, arguments[1]);
        }
    }

    // form.Element("sector"): what was put there under the name, where all that is in the form has one.
    private FlowValue XmlPart(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var key = ElementKey(invocation.Arguments[0].Value);
        var parts = receiver.Sites.Select(site => _state.MembersOf(site).ContainsKey(FlowMember.AnyElement) || !Sites[site].IsFresh ? null : _state.Get(site, key)).ToList();
        return parts.Count > 0 && parts.TrueForAll(part => part is not null) ? parts.Aggregate((left, right) => left!.Join(right!))! : InvokeOther(invocation, receiver, arguments);
    }
}
