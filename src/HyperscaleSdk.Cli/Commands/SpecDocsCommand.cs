using System.CommandLine;
using System.Globalization;
using System.Text;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Cli.Spec;
using HyperscaleSdk.Cli.Spec.Docs;
using HyperscaleSdk.Cli.Spec.Docs.Building;
using HyperscaleSdk.Cli.Spec.Docs.Html;
using HyperscaleSdk.Cli.Spec.Docs.Markdown;
using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>spec docs</c>: a page about a provider for people to read.</summary>
internal sealed class SpecDocsCommand(CliConsole console)
{
    private const string StandardOutput = "-";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SpecOptions _spec = new();
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file that gets the page; '-' is standard output.", HelpName = "file", DefaultValueFactory = static _ => StandardOutput };
    private readonly Option<string?> _format = new("--format") { Description = "What the page is written as. Default: markdown for a file that ends with .md, else html." };
    private readonly Option<string> _language = new("--language") { Description = "Language of headings and labels.", DefaultValueFactory = static _ => "en" };

    private readonly Option<bool> _brief = new("--brief") { Description = "Leaves operations and types out: what the provider is, takes, costs and does with data, and how to begin." };

    public Command Build()
    {
        _format.AcceptOnlyFromAmong("html", "markdown");
        _language.AcceptOnlyFromAmong("en", "ko");
        var command = new Command("docs", "Writes a page about the provider: models, prices, operations, types, and the C# that calls them.");
        _spec.AddTo(command);
        command.Add(_output);
        command.Add(_format);
        command.Add(_language);
        command.Add(_brief);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await _spec.ReadAsync(parsed, cancellationToken);
        var outcome = SpecCompiler.Compile(request, cancellationToken);
        foreach (var diagnostic in outcome.Diagnostics)
        {
            await console.Error.WriteLineAsync(SpecDiagnosticText.Line(diagnostic));
        }

        if (outcome.Plan is { } plan)
        {
            var file = parsed.GetRequiredValue(_output);
            var facts = DocumentFacts.Read(request, cancellationToken);
            var texts = DocsTexts.Of(parsed.GetRequiredValue(_language));
            var page = parsed.GetValue(_brief) ? BriefPageBuilder.Build(plan with { IsProfile = IsProfile(request, cancellationToken) }, facts, texts) : DocsPageBuilder.Build(plan, facts, texts);
            var text = FormatOf(parsed.GetValue(_format), file) == DocsFormat.Html ? HtmlPage.Render(page) : MarkdownPage.Render(page);
            await WriteAsync(file, text, cancellationToken);
            if (!IsStandardOutput(file))
            {
                await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{TerminalText.OneLine(file)}: {plan.Operations.Count} operations, {plan.Models.Count} types"));
            }
        }

        return outcome.Diagnostics.Any(diagnostic => diagnostic.Severity == SpecSeverity.Error) ? ExitCodes.Findings : ExitCodes.Ok;
    }

    private static bool IsProfile(SpecRequest request, CancellationToken cancellationToken)
        => request is { BindingPath: { } path, BindingText: { } text } && SpecExtends.Of(path, text, cancellationToken) is not null;

    private static bool IsStandardOutput(string file) => string.Equals(file, StandardOutput, StringComparison.Ordinal);

    private static DocsFormat FormatOf(string? wanted, string file) => (wanted, Path.GetExtension(file).ToUpperInvariant()) switch
    {
        ("markdown", _) or (null, ".MD" or ".MARKDOWN") => DocsFormat.Markdown,
        _ => DocsFormat.Html,
    };

    private async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        if (IsStandardOutput(file))
        {
            await console.Out.WriteAsync(text.AsMemory(), cancellationToken);
            await console.Out.FlushAsync(cancellationToken);
            return;
        }

        try
        {
            await File.WriteAllBytesAsync(file, Utf8.GetBytes(text), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCodes.Input, $"'{file}' cannot be written. Check that the folder exists and may be written to.", exception);
        }
    }
}
