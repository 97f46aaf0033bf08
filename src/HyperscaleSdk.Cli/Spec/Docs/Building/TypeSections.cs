using HyperscaleSdk.Cli.Spec.Docs.Content;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Docs.Building;

/// <summary>Turns the planned types into sections.</summary>
internal sealed class TypeSections(DocsTexts texts)
{
    private const int MostValues = 300;

    public static string Anchor(string typeName) => "type-" + typeName;

    public DocsSection Section(ModelPlan model)
    {
        var heading = new List<Inline> { new CodeRun(model.Name), new MutedRun(KindOf(model)) };
        if (model.Deprecated)
        {
            heading.Add(new Badge(texts.Deprecated, "warning"));
        }

        return new DocsSection(SectionKind.Type, Anchor(model.Name), model.Name) { Heading = heading, Blocks = [.. Blocks(model)] };
    }

    private string KindOf(ModelPlan model) => model switch
    {
        ObjectPlan => texts.ObjectType,
        EnumPlan => texts.EnumType,
        _ => texts.UnionType,
    };

    private IEnumerable<Block> Blocks(ModelPlan model)
    {
        if (model.Doc.Length > 0)
        {
            yield return new Paragraph(Prose.OfComment(model.Doc));
        }

        switch (model)
        {
            case ObjectPlan type:
                yield return Members(type);
                break;
            case EnumPlan values:
                yield return new Paragraph([new MutedRun(texts.OpenEnum)]);
                yield return Values(values);
                break;
            case UnionPlan union:
                yield return new Paragraph([new MutedRun(texts.OpenUnion)]);
                yield return Variants(union);
                break;
        }
    }

    private DataTable Members(ObjectPlan type) => new DataTable(
        [new(texts.Member, ColumnKind.Name), new(texts.Property, ColumnKind.Name), new(texts.Type, ColumnKind.Name), new(texts.Required, ColumnKind.Short), new(texts.Nullable, ColumnKind.Short), new(texts.Description)],
        [.. type.Properties.Select(IReadOnlyList<Inline>[] (property) =>
        [
            [new CodeRun(property.JsonName)],
            [new CodeRun(property.Name)],
            [new CSharpRun(property.Type.Code)],
            [new TextRun(property.Required ? texts.Yes : texts.No)],
            [new TextRun(property.Nullable ? texts.Yes : texts.No)],
            property.Deprecated ? [new Badge(texts.Deprecated, "warning"), new TextRun(" "), .. Prose.OfComment(property.Doc)] : Prose.OfComment(property.Doc),
        ])]).WithoutEmptyColumns();

    private DataTable Values(EnumPlan type)
    {
        var rows = type.Values.Take(MostValues).Select(IReadOnlyList<Inline>[] (value) => [[new CodeRun(value.Value)], [new CodeRun($"{type.Name}.{value.Name}")]]);
        IEnumerable<IReadOnlyList<Inline>[]> rest = type.Values.Count > MostValues
            ? [[[new MutedRun(Numbers.Fill(texts.More, Numbers.Text(type.Values.Count - MostValues)))], []]]
            : [];
        return new DataTable([new(texts.Value, ColumnKind.Name), new("C#", ColumnKind.Name)], [.. rows, .. rest]);
    }

    private DataTable Variants(UnionPlan type) => new DataTable(
        [new(texts.Variant, ColumnKind.Name), new(texts.Type, ColumnKind.Name), new(texts.ChosenBy), new(texts.Description)],
        [.. type.Variants.Select(IReadOnlyList<Inline>[] (variant) =>
        [
            [new CodeRun(variant.Name)],
            [new CSharpRun(variant.Type.Code)],
            variant.Tags.Count == 0 ? [] : [new CodeRun($"{variant.TagMember} = {string.Join(" | ", variant.Tags)}")],
            Prose.OfComment(variant.Doc),
        ])]).WithoutEmptyColumns();
}
