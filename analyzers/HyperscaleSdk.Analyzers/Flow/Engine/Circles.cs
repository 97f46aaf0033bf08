using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What leads to one another in a graph (strongly connected components; Tarjan 1972, without recursion).</summary>
internal static class Circles
{
    /// <summary>All that a node leads to, circle by circle: those that others lead to come first, the node's own comes last.</summary>
    /// <param name="root">The node.</param>
    /// <param name="next">Where a node leads to.</param>
    /// <param name="isKnown">Nodes that are left out, with all behind them.</param>
    /// <param name="comparer">Tells nodes apart.</param>
    public static IEnumerable<List<T>> From<T>(T root, Func<T, IReadOnlyList<T>> next, Func<T, bool> isKnown, IEqualityComparer<T> comparer)
        where T : notnull
    {
        var nodes = new Dictionary<T, Node<T>>(comparer);
        var open = new Stack<Node<T>>();
        var path = new Stack<Node<T>>();
        path.Push(Enter(root));
        while (path.Count > 0)
        {
            var node = path.Peek();
            if (node.Visited < node.Next.Count)
            {
                var successor = node.Next[node.Visited++];
                if (nodes.TryGetValue(successor, out var seen))
                {
                    node.Low = seen.IsOpen ? Math.Min(node.Low, seen.Index) : node.Low;
                }
                else if (!isKnown(successor))
                {
                    path.Push(Enter(successor));
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, node.Low);
            }

            if (node.Low == node.Index)
            {
                yield return Circle(node, open);
            }
        }

        Node<T> Enter(T value)
        {
            var node = new Node<T>(value, nodes.Count, next(value));
            nodes.Add(value, node);
            open.Push(node);
            return node;
        }
    }

    private static List<T> Circle<T>(Node<T> head, Stack<Node<T>> open)
    {
        var members = new List<T>();
        Node<T> member;
        do
        {
            member = open.Pop();
            member.IsOpen = false;
            members.Add(member.Value);
        }
        while (member != head);

        return members;
    }

    private sealed class Node<T>(T value, int index, IReadOnlyList<T> next)
    {
        public T Value { get; } = value;

        public int Index { get; } = index;

        public IReadOnlyList<T> Next { get; } = next;

        public int Low { get; set; } = index;

        public int Visited { get; set; }

        public bool IsOpen { get; set; } = true;
    }
}
