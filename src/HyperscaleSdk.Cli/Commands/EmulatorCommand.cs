using System.CommandLine;
using System.Text.Json;
using HyperscaleSdk.Cli.Output;
using HyperscaleSdk.Emulator;

namespace HyperscaleSdk.Cli.Commands;

/// <summary><c>emulator</c>: plays the providers on 127.0.0.1 until it is told to stop.</summary>
internal sealed class EmulatorCommand(CliConsole console)
{
    private const int DefaultPort = 5199;

    private readonly Option<int> _port = new("--port")
    {
        Description = $"The port on 127.0.0.1; 0 takes any free one.",
        HelpName = "number",
        DefaultValueFactory = static _ => DefaultPort,
    };

    private readonly Option<string?> _fault = new("--fault")
    {
        Description = "Faults for every call that asks for none itself, for example 'status-503;times=2'. GET /_emulator/faults lists them.",
        HelpName = "faults",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the addresses as one JSON document." };

    public Command Build()
    {
        _port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var port) && port is < 0 or > 65535)
            {
                result.AddError("--port must be between 0 and 65535.");
            }
        });
        var command = new Command("emulator", "Plays the providers' APIs on 127.0.0.1, without a key. Ctrl+C stops it.") { _port, _fault, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions { Port = parsed.GetValue(_port), Fault = parsed.GetValue(_fault), RequestLog = line => console.Error.WriteLine(line) };
        await using var host = await StartAsync(options, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonOutput.Write(console.Out, json => WriteMembers(json, host));
        }
        else
        {
            await WriteTextAsync(host);
        }

        try
        {
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how this command ends.
        }

        return ExitCodes.Ok;
    }

    private static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await EmulatorHost.StartAsync(options, cancellationToken);
        }
        catch (ArgumentException exception) when (options.Fault is not null)
        {
            throw new CliException(ExitCodes.Usage, "--fault has a name that the emulator does not know; GET /_emulator/faults on a running one lists them.", exception);
        }
    }

    private async Task WriteTextAsync(EmulatorHost host)
    {
        await console.Out.WriteLineAsync($"The emulator listens on {host.BaseAddress} (any key but 'invalid' is good).");
        foreach (var line in EmulatorTable.Lines(host))
        {
            await console.Out.WriteLineAsync(line);
        }

        await console.Error.WriteLineAsync("Ctrl+C stops it. · Ctrl+C를 누르면 끝납니다.");
    }

    private static void WriteMembers(Utf8JsonWriter json, EmulatorHost host)
    {
        json.WriteString("baseUrl", host.BaseAddress.ToString());
        json.WriteStartArray("providers");
        foreach (var id in host.Providers)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("name", host.GetName(id).English);
            json.WriteString("koreanName", host.GetName(id).Korean);
            json.WriteString("baseUrl", host.GetBaseUrl(id).ToString());
            json.WriteStartArray("models");
            foreach (var model in host.GetModels(id))
            {
                json.WriteStringValue(model);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
