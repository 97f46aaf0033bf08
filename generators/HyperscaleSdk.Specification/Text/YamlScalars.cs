using System;

namespace HyperscaleSdk.Specification.Text;

/// <summary>Turns scalars into nodes and names.</summary>
internal sealed class YamlScalars(ReadSession session)
{
    public ReadOnlySpan<char> ContentOf(in YamlScalar scalar) =>
        scalar.IsBuffered ? session.Buffer.Content : session.Text.AsSpan(scalar.Content.Start, scalar.Content.Length);

    public string NameOf(in YamlScalar scalar, out int id) => session.Strings.Intern(ContentOf(scalar), out id);

    public SpecNode CreateNode(in YamlScalar scalar, YamlTag tag)
    {
        var content = ContentOf(scalar);
        if (tag == YamlTag.String || (tag == YamlTag.None && !scalar.IsPlain))
        {
            return session.CreateString(content, scalar.Span);
        }

        var kind = CoreSchema.Resolve(content);
        var wanted = tag switch
        {
            YamlTag.Number => SpecNodeKind.Number,
            YamlTag.Boolean => SpecNodeKind.Boolean,
            YamlTag.Null => SpecNodeKind.Null,
            _ => kind,
        };
        if (kind != wanted)
        {
            session.Warn(
                scalar.Span,
                $"The tag asks for a {wanted}, and this value is none: it is read as text. Remove the tag or correct the value.",
                $"태그가 요구하는 형식은 {Korean(wanted)}이지만 값이 그에 맞지 않아 텍스트로 읽습니다. 태그를 지우거나 값을 고치십시오.");
            return session.CreateString(content, scalar.Span);
        }

        return kind switch
        {
            SpecNodeKind.Null => session.CreateNull(scalar.Span),
            SpecNodeKind.Boolean => session.CreateBoolean(CoreSchema.IsTrue(content), scalar.Span),
            SpecNodeKind.Number => session.CreateNumber(content, scalar.Span),
            _ => session.CreateString(content, scalar.Span),
        };
    }

    private static string Korean(SpecNodeKind kind) => kind switch
    {
        SpecNodeKind.Number => "숫자",
        SpecNodeKind.Boolean => "불리언",
        _ => "null",
    };

    /// <summary>The node for a value that is not written at all.</summary>
    public SpecNode CreateEmpty(int position, YamlTag tag)
    {
        var span = new SourceSpan(position, 0);
        return tag == YamlTag.String ? session.CreateString(default, span) : session.CreateNull(span);
    }
}
