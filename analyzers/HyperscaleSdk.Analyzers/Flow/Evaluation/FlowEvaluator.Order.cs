using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Where elements stand in a list, queue or stack that was made here, for as long as that is certain.</summary>
internal sealed partial class FlowEvaluator
{
    // The places of more elements are not told apart.
    private const int MostInOrder = 16;

    // An operation may be evaluated again within one visit; what it puts or takes, it puts or takes once.
    private readonly Dictionary<IOperation, FlowValue> _moved = [];

    /// <summary>The elements from the first to the last; null where their places are not certain.</summary>
    private List<FlowValue>? InOrder(FlowValue collection)
    {
        if (collection.Sites.Length != 1 || !collection.Inputs.IsEmpty || !Sites[collection.Sites[0]].IsFresh)
        {
            return null;
        }

        var members = _state.MembersOf(collection.Sites[0]);
        var elements = new List<FlowValue>();
        while (elements.Count < members.Count && members.Count <= MostInOrder)
        {
            if (!members.TryGetValue(FlowMember.Element(elements.Count), out var element) || element.MayBeInitial)
            {
                return null;
            }

            elements.Add(element);
        }

        return elements.Count == members.Count ? elements : null;
    }

    /// <summary>Puts what a call adds where it adds it.</summary>
    /// <returns>False when its place is not certain.</returns>
    private bool PutInOrder(IInvocationOperation call, FlowValue collection, List<FlowValue> arguments)
    {
        if (!IsSequenceByPlace(call.TargetMethod.ContainingType) || call.Instance is null)
        {
            return false;
        }

        if (_moved.ContainsKey(call))
        {
            return true;
        }

        var elements = InOrderHere(collection);
        if (elements is not null && elements.Count < MostInOrder && PlaceIn(call, elements.Count) is { } place && place >= 0 && place <= elements.Count)
        {
            elements.Insert(place, arguments[arguments.Count - 1]);
            _state.SetElements(collection.Sites[0], elements);
            _moved[call] = FlowValue.Clean;
            return true;
        }

        if (call.TargetMethod.Name is not ("Add" or "AddRange" or "Enqueue" or "AddLast"))
        {
            // Those behind the new one move.
            Mix(collection);
        }

        return false;
    }

    /// <summary>What a call takes out of its place, or finds there; null when that is not certain.</summary>
    private FlowValue? FindInOrder(IInvocationOperation call, FlowValue collection)
    {
        if (_moved.TryGetValue(call, out var taken))
        {
            return taken;
        }

        var takes = Takes(call.TargetMethod);
        var elements = takes ? InOrderHere(collection) : InOrder(collection);
        if (elements is null || !IsByPlace(call.Instance ?? call.Arguments[0].Value) || PlaceIn(call, elements.Count) is not { } place || place < 0 || place >= elements.Count)
        {
            if (takes)
            {
                Mix(collection);
            }

            return null;
        }

        var found = WithText(elements[place], collection);
        if (takes)
        {
            elements.RemoveAt(place);
            _state.SetElements(collection.Sites[0], elements);
            _moved[call] = found;
        }

        return found;
    }

    /// <summary>The elements move, nobody knows where to.</summary>
    private void Mix(FlowValue collection)
    {
        foreach (var site in collection.Sites)
        {
            AddTo(site, FlowMember.AnyElement, ElementOf(FlowValue.At(site)));
        }
    }

    /// <summary>A list or array made of a sequence: a change of the one is none of the other.</summary>
    private FlowValue Listed(IInvocationOperation invocation, FlowValue sequence)
    {
        var isPlaced = IsByPlace(invocation.Instance ?? invocation.Arguments[0].Value);
        return InOrder(sequence) is { } elements ? Listed(invocation, sequence, isPlaced ? elements : null) : sequence;
    }

    // items[1..^1]: a copy of some of them.
    private FlowValue Range(IOperation at, IRangeOperation range, FlowValue collection)
    {
        if (collection.Sites.IsEmpty || InOrder(collection) is not { } elements)
        {
            return collection.Sites.IsEmpty ? collection : Listed(at, collection, elements: null);
        }

        var start = range.LeftOperand is null ? 0 : PlaceOf(range.LeftOperand, elements.Count);
        var end = range.RightOperand is null ? elements.Count : PlaceOf(range.RightOperand, elements.Count);
        return Listed(at, collection, start >= 0 && end <= elements.Count && start <= end ? elements.GetRange(start.Value, end.Value - start.Value) : null);
    }

    private static int? PlaceOf(IOperation index, int count) => FromEnd(index) is { } left ? count - left : Offset(index);

    /// <param name="at">What makes the list.</param>
    /// <param name="of">Of what it is made.</param>
    /// <param name="elements">What is in it; null for some of the elements, in any order.</param>
    private FlowValue Listed(IOperation at, FlowValue of, List<FlowValue>? elements)
    {
        var site = Sites.Made(at.Syntax, fresh: true);
        if (elements is null)
        {
            _state.Set(site, FlowMember.AnyElement, ElementOf(of));
        }
        else
        {
            _state.SetElements(site, elements);
        }

        return of.WithSites([site]);
    }

    // A lambda runs at any time, and as often as it likes.
    private List<FlowValue>? InOrderHere(FlowValue collection) => _graph.Parent is null ? InOrder(collection) : null;

    private static bool Takes(IMethodSymbol method) => method.Name is "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "RemoveAt" or "RemoveFirst" or "RemoveLast";

    /// <summary>Sorting, and all that removes or inserts more than one.</summary>
    private static bool Mixes(IMethodSymbol method) => IsLibraryOrder(method) && (Takes(method)
        || method.Name is "Sort" or "Shuffle" or "Remove" or "RemoveAll" or "RemoveRange" or "InsertRange" or "AddBefore" or "AddAfter");

    private static bool IsLibraryOrder(IMethodSymbol method) => IsSequenceByPlace(method.ContainingType)
        || (method.IsStatic && method.ContainingType.Name is "Array" or "MemoryExtensions") || method.ContainingType.Name is "Random";

    // What is written out as a collection has its order, whatever it becomes: new Queue<string>([a, b]).
    private static bool IsByPlace(IOperation collection) => Unconverted(collection) is var made && (made is ICollectionExpressionOperation || IsSequenceByPlace(made.Type));

    private static bool IsSequenceByPlace(ITypeSymbol? type) => type is IArrayTypeSymbol
        || type is INamedTypeSymbol { TypeArguments.Length: 1, ContainingNamespace: { } space, Name: "List" or "Queue" or "Stack" or "LinkedList" or "Collection" or "ReadOnlyCollection" or "IList" or "IReadOnlyList" or "Span" or "ReadOnlySpan" }
            && (space.Name is "Generic" or "ObjectModel" && space.ContainingNamespace.Name is "Collections" || space.Name is "System");

    /// <summary>The place that a call speaks of, from the first one; null when it is not known.</summary>
    private static int? PlaceIn(IInvocationOperation call, int count) => call.TargetMethod.Name switch
    {
        "Add" or "Enqueue" or "AddLast" => count,
        "Push" or "AddFirst" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "Peek" or "TryPeek" or "RemoveFirst" => 0,
        "RemoveLast" => count - 1,
        "First" or "FirstOrDefault" when call.Arguments.Length == 1 => 0,
        "Last" or "LastOrDefault" when call.Arguments.Length == 1 => count - 1,
        "Insert" or "RemoveAt" => Offset(call.Arguments[0].Value),
        "ElementAt" or "ElementAtOrDefault" when call.Arguments.Length == 2 => Offset(call.Arguments[1].Value),
        _ => null,
    };
}
