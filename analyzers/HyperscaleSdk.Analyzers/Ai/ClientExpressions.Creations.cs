using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

internal sealed partial class ClientExpressions
{
    private void Create(IObjectCreationOperation creation, ClientMarks marks)
    {
        var isClient = ClientTypes.IsClient(creation.Type, _graph.Types);
        var through = marks | (isClient ? ClientSteps.MarkOf(creation.Type) : ClientMarks.None);
        var before = _found.Count;
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && Carries(argument.Value))
            {
                Expand(argument.Value, through);
            }
        }

        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            ExpandInitializer(initializer, through);
        }

        if (_found.Count == before && isClient)
        {
            CreateOwn(creation, creation.Type!, through);
        }
        else if (_found.Count == before && !ClientTypes.Carries(creation.Type, _graph.Types))
        {
            AddOutside(creation.Syntax, through);
        }
    }

    /// <summary>A client that is not made around another one: the creation, or the clients that its class makes for itself.</summary>
    public void CreateOwn(IOperation creation, ITypeSymbol type, ClientMarks marks)
    {
        var inner = _graph.IsInSource(type) ? ClientsWithin(type) : [];
        foreach (var member in inner)
        {
            AddPlace(member, marks);
        }

        if (inner.Count == 0)
        {
            AddCreation(creation.Syntax, type, ClientSteps.IsTestDouble(type) || Loopback.IsMentioned(creation, _cancellationToken), marks);
        }
    }

    private List<ISymbol> ClientsWithin(ITypeSymbol type) => [.. type.GetMembers().Where(member => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false, IsStatic: false } field => ClientTypes.Carries(field.Type, _graph.Types),
        IPropertySymbol { IsStatic: false, IsIndexer: false } property => ClientTypes.Carries(property.Type, _graph.Types),
        _ => false,
    })];

    private void ExpandInitializer(IOperation initializer, ClientMarks marks)
    {
        switch (initializer)
        {
            case IInvocationOperation addition:
                foreach (var argument in addition.Arguments)
                {
                    if (Carries(argument.Value))
                    {
                        Expand(argument.Value, marks);
                    }
                }

                break;
            case ISimpleAssignmentOperation assignment when Carries(assignment.Value):
                Expand(assignment.Value, marks);
                break;
        }
    }

    /// <summary>The places and creations that a method's results come from.</summary>
    internal System.Collections.Immutable.ImmutableArray<ClientSource> Summarise(IMethodSymbol method, out bool complete)
    {
        complete = true;
        if (_active.Count > 12 || _active.Contains(method, SymbolEqualityComparer.Default))
        {
            // A recursion adds no origin; what is found while inside of one is not kept.
            _isCut = true;
            complete = false;
            return [];
        }

        var inner = new ClientExpressions(_graph, _cancellationToken);
        foreach (var active in _active.Reverse())
        {
            inner._active.Push(active);
        }

        inner._active.Push(method);
        new ClientPlaces(_graph, inner, _cancellationToken).VisitReturns(method);
        inner.CloseOver(method);
        complete = !inner._isCut;
        _isCut |= inner._isCut;
        return inner.ToSources();
    }

    // Locals of the method are its own business: followed here, so that a caller's arguments can take the place of its parameters.
    private void CloseOver(IMethodSymbol method)
    {
        var seen = new HashSet<ClientSource>();
        for (var i = 0; i < _found.Count && _found.Count < 500; i++)
        {
            if (_found[i].Symbol is ILocalSymbol local && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, method))
            {
                var marks = _found[i].Marks;
                foreach (var source in _graph.SourcesOf(local, _cancellationToken))
                {
                    if (seen.Add(source.With(marks)))
                    {
                        _found.Add(source.With(marks));
                    }
                }

                _found.RemoveAt(i--);
            }
        }
    }
}
