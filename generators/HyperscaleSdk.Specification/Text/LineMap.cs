using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>The starts of all lines of a text.</summary>
internal sealed class LineMap
{
    private readonly int[] _starts;

    public LineMap(string text)
    {
        _starts = new int[CountLines(text)];
        var line = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsLine(text, i))
            {
                _starts[++line] = i + 1;
            }
        }
    }

    public SourcePosition GetPosition(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(line, offset - _starts[line]);
    }

    private static int CountLines(string text)
    {
        var count = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsLine(text, i))
            {
                count++;
            }
        }

        return count;
    }

    private static bool EndsLine(string text, int index)
    {
        var c = text[index];
        return c == '\n' || (c == '\r' && (index + 1 >= text.Length || text[index + 1] != '\n'));
    }
}
