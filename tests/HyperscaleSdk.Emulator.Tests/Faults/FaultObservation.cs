namespace HyperscaleSdk.Emulator.Tests.Faults;

/// <summary>What a client saw of an answer, byte for byte, and how the answer ended.</summary>
internal sealed record FaultObservation(int Status, string ContentType, byte[] Bytes, Exception? Broken)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public bool HasByteOrderMark => Bytes.AsSpan().StartsWith(ByteOrderMark);

    public string Text => System.Text.Encoding.UTF8.GetString(HasByteOrderMark ? Bytes.AsSpan(3) : Bytes);
}
