namespace HyperscaleSdk.Emulator.Text;

internal enum CharacterKind
{
    Space,
    Hangul,
    Letter,
    Digit,
    Other,
}
