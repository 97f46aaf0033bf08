#if NET10_0_OR_GREATER
using System.Buffers;
#endif

namespace HyperscaleSdk.Recognition;

/// <summary>
/// Finds the characters at which anything can be recognised: digits, @, colon, equals sign (full-width too), and the few
/// words that announce a name without them. Text that has none of these is passed over by vector instructions.
/// </summary>
internal ref struct AnchorSearch
{
    private static readonly string[] Words = ["이름은", "성함은", "성명은"];

    private readonly ReadOnlySpan<char> _text;
    private int _sign = -1;
    private int _others = -1;
    private int _wide = -1;
    private int _word0 = -1;
    private int _word1 = -1;
    private int _word2 = -1;

#if NET10_0_OR_GREATER
    private const int Near = 12;

    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789@:=");
#endif

    public AnchorSearch(ReadOnlySpan<char> text) => _text = text;

    /// <summary>How long the announcing words are.</summary>
    public static int WordLength => 3;

    /// <summary>The first anchor at or behind <paramref name="position"/>; the text's length when there is none.</summary>
    public int Next(int position)
    {
        if (_sign < position)
        {
            _sign = Found(position, FirstSign(_text.Slice(position)));
        }

        // The others are rare, so that most of the time all of them stand far ahead.
        if (_others < position)
        {
            _others = Math.Min(Wide(position), Math.Min(Word(ref _word0, 0, position), Math.Min(Word(ref _word1, 1, position), Word(ref _word2, 2, position))));
        }

        return Math.Min(_sign, _others);
    }

    // Each search remembers where it stands, so that all of them together read the text a fixed number of times.
    private int Wide(int position) => _wide >= position ? _wide : _wide = Found(position, FirstWide(_text.Slice(position)));

    private readonly int Word(ref int next, int word, int position) =>
        next >= position ? next : next = Found(position, _text.Slice(position).IndexOf(Words[word].AsSpan()));

    private readonly int Found(int position, int index) => index < 0 ? _text.Length : position + index;

#if NET10_0_OR_GREATER
    private static int FirstSign(ReadOnlySpan<char> text)
    {
        // Among numbers the next sign is near, and starting a vector search costs more than looking.
        var near = Math.Min(Near, text.Length);
        for (var i = 0; i < near; i++)
        {
            if (text[i] is (>= '0' and <= ':') or '=' or '@')
            {
                return i;
            }
        }

        var far = text.Slice(near).IndexOfAny(Signs);
        return far < 0 ? far : near + far;
    }

    private static int FirstWide(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uFF10', '\uFF20');
#else
    private static int FirstSign(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (>= '0' and <= ':') or '=' or '@')
            {
                return i;
            }
        }

        return -1;
    }

    private static int FirstWide(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\uFF10' and <= '\uFF20')
            {
                return i;
            }
        }

        return -1;
    }
#endif
}
