using System.Security.Cryptography;
using System.Text;

namespace HyperscaleSdk;

/// <summary>
/// Turns values into codes with a key that never leaves the guard: the same value gets the same code in every call, so that a
/// conversation keeps its placeholders; nobody else can compute or guess one.
/// </summary>
internal sealed class PlaceholderCodes
{
    // No vowels: a code never becomes a word. No digits: a code is never read as a number.
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private const int CodeLength = 6;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="kind">The kind of the value.</param>
    /// <param name="value">The value, letter by letter as it stands in the text.</param>
    /// <param name="attempt">0; counted up while the code is taken.</param>
    public string Code(PersonalDataKind kind, string value, int attempt)
    {
        var length = Encoding.Unicode.GetByteCount(value);
        var input = new byte[length + 2];
        input[0] = (byte)kind;
        input[1] = (byte)attempt;

        // UTF-16 as it is: lone surrogates stay apart, which UTF-8 would not keep.
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(value.AsSpan()).CopyTo(input.AsSpan(2));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, input, hash);
        Span<char> code = stackalloc char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
        {
            code[i] = Letters[System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(hash[(i * 2)..]) % Letters.Length];
        }

        return code.ToString();
    }
}
